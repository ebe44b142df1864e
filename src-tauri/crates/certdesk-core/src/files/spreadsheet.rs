//! Tables for spreadsheets, as CSV (RFC 4180).
//!
//! Names in them come from NetSuite and so from anybody who may name a role there. A spreadsheet takes
//! a cell that begins with a sign of calculation for a formula, so such a cell begins with an
//! apostrophe instead, as OWASP advises.
//!
//! Source: <https://owasp.org/www-community/attacks/CSV_Injection>

use crate::error::{Error, Result};

/// Rows below a line of headings. With a byte order mark, without which Excel takes the text for
/// another encoding.
///
/// # Errors
/// [`Error::Unexpected`], should a row not be writable into memory.
pub(crate) fn table<const COLUMNS: usize>(
    headings: [&str; COLUMNS],
    rows: impl Iterator<Item = [String; COLUMNS]>,
) -> Result<Vec<u8>> {
    let unwritten = |_| Error::Unexpected("a table was not written");
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    table.write_record(headings).map_err(unwritten)?;
    for row in rows {
        table.write_record(row.map(|cell| harmless(&cell))).map_err(unwritten)?;
    }
    table.into_inner().map_err(|_| Error::Unexpected("a table was not written"))
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
