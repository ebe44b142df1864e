//! The list as a table for a spreadsheet (RFC 4180), every row of it.
//!
//! Names in it come from NetSuite and so from anybody who may name a role there. A spreadsheet takes
//! a cell that begins with a sign of calculation for a formula, so such a cell begins with an
//! apostrophe instead, as OWASP advises.
//!
//! Source: <https://owasp.org/www-community/attacks/CSV_Injection>

use netsuite_client::{CertificateState, Named};
use time::Date;

use super::{Holder, Listing, Row};
use crate::error::{Error, Result};

impl Listing {
    /// The list in NetSuite's order, below a line of headings. With a byte order mark, without which
    /// Excel takes the text for another encoding.
    ///
    /// # Errors
    /// [`Error::Unexpected`], should a row not be writable into memory.
    pub fn to_csv(&self) -> Result<Vec<u8>> {
        let unwritten = |_| Error::Unexpected("a table was not written");
        let mut table = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(b"\xEF\xBB\xBF".to_vec());
        table.write_record(HEADINGS).map_err(unwritten)?;
        for row in &self.rows {
            table.write_record(cells(row).map(|cell| harmless(&cell))).map_err(unwritten)?;
        }
        table.into_inner().map_err(|_| Error::Unexpected("a table was not written"))
    }
}

fn cells(row: &Row) -> [String; HEADINGS.len()] {
    let listed = &row.listed;
    let date = |date: Option<Date>| date.map_or_else(String::new, |date| date.to_string());
    let id = |named: &Option<Named>| named.as_ref().map_or_else(String::new, |n| n.id.to_string());
    let name = |named: &Option<Named>| named.clone().and_then(|n| n.name).unwrap_or_default();
    let state = match row.state {
        CertificateState::Active => "Active",
        CertificateState::Expired => "Expired",
        CertificateState::Revoked => "Revoked",
    };
    let days = row.days_left.filter(|_| row.state == CertificateState::Active);
    let holder = match row.holder {
        Holder::Ours => "Certdesk",
        Holder::Vendor => "Vendor",
        Holder::Unknown => "Unknown",
    };
    let known_in = row.known_in.as_ref().map(|place| place.name.clone());
    [
        listed.certificate_id.to_string(),
        state.to_owned(),
        name(&listed.entity),
        id(&listed.entity),
        name(&listed.role),
        id(&listed.role),
        date(listed.created),
        date(listed.valid_from),
        date(listed.valid_until),
        days.map_or_else(String::new, |days| days.to_string()),
        listed.algorithm.clone().unwrap_or_default(),
        holder.to_owned(),
        known_in.unwrap_or_default(),
        row.vendor.clone().unwrap_or_default(),
    ]
}

/// A text that no spreadsheet calculates with. A number, as an internal ID is, stays one.
fn harmless(cell: &str) -> String {
    let starts_a_formula =
        cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if starts_a_formula && cell.parse::<i64>().is_err() {
        return format!("'{cell}");
    }
    cell.to_owned()
}

const HEADINGS: [&str; 14] = [
    "Certificate ID",
    "State",
    "Entity",
    "Entity ID",
    "Role",
    "Role ID",
    "Created",
    "Valid from",
    "Valid until",
    "Days left",
    "Algorithm",
    "Key held by",
    "Connection",
    "Vendor",
];
