//! Evidence for an auditor: what Certdesk recorded about one connection, as a printable page and, in
//! a file beside it, as JSON. The hash chain of its history can be checked without Certdesk. Neither
//! file contains a secret, and the page loads nothing.

mod document;
mod facts;
mod page;
mod verification;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use time::OffsetDateTime;

use crate::connection::{Connection, Event};
use crate::error::{Error, FileError, Result};
use crate::files::export;
use facts::Facts;

/// Writes the page to `path` and the JSON beside it, then notes that in the history: the entry has
/// the end hash of this evidence as its `previous`.
///
/// The caller has asked whether the page may be replaced. Of the files beside it, only another
/// evidence is.
///
/// # Errors
/// [`FileError::Exists`] for another file where the JSON belongs, [`FileError::NotWritten`], or what
/// is wrong with a certificate.
pub fn save(connection: &mut Connection, path: &Path, now: OffsetDateTime) -> Result<()> {
    connection.history.start_chain(now);
    let beside = json_path(path);
    if beside.exists() && !is_evidence(&beside) {
        return Err(Error::File(FileError::Exists { path: beside }));
    }
    let facts = Facts::of(connection, now)?;
    let name = beside.file_name().unwrap_or_default().to_string_lossy();
    export::write_public(&beside, document::json(&facts)?.as_bytes())?;
    export::write_public(path, page::html(&facts, &name).as_bytes())?;
    connection.note(now, Event::EvidenceSaved { path: path.display().to_string() });
    Ok(())
}

/// The file beside a page: `evidence.json` beside `evidence.html`.
#[must_use]
pub fn json_path(page: &Path) -> PathBuf {
    let ending = page.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if ["html", "htm"].iter().any(|html| ending.eq_ignore_ascii_case(html)) {
        return page.with_extension("json");
    }
    // Another ending stays, so that no two names are the same.
    let mut name: OsString = page.file_name().unwrap_or_default().to_owned();
    name.push(".json");
    page.with_file_name(name)
}

fn is_evidence(path: &Path) -> bool {
    fs::read_to_string(path).is_ok_and(|text| text.starts_with(document::BEGINNING))
}

#[cfg(test)]
mod tests;
