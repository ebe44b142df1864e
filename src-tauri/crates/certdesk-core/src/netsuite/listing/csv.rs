//! The list as a table for a spreadsheet, every row of it.

use netsuite_client::{CertificateState, Named};
use time::Date;

use super::{Holder, Listing, Row};
use crate::error::Result;
use crate::files::spreadsheet;

impl Listing {
    /// The list in NetSuite's order, below a line of headings.
    ///
    /// # Errors
    /// [`Error::Unexpected`](crate::error::Error::Unexpected), should a row not be writable into memory.
    pub fn to_csv(&self) -> Result<Vec<u8>> {
        spreadsheet::table(HEADINGS, self.rows.iter().map(cells))
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
