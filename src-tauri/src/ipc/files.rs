//! Files that the user saved, and documents that cannot be read.

use std::path::Path;

use certdesk_core::error::{DocumentError, FileError};
use certdesk_core::{Error, connection};
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

/// A file the user saved.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SavedFile {
    path: String,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
}

impl From<connection::SavedFile> for SavedFile {
    fn from(file: connection::SavedFile) -> Self {
        Self { path: file.path, at: file.at }
    }
}

/// A document that was left as it is.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct UnreadableDocument {
    path: String,
    #[ts(type = "\"newer\" | \"damaged\" | \"not-read\" | \"target-unknown\"")]
    reason: &'static str,
}

impl UnreadableDocument {
    pub(crate) fn new(error: &Error) -> Option<Self> {
        let (path, reason) = match error {
            Error::Document(DocumentError::Newer { path }) => (path, "newer"),
            Error::Document(DocumentError::TargetUnknown { path, .. }) => (path, "target-unknown"),
            Error::Document(DocumentError::Damaged { path }) => (path, "damaged"),
            Error::File(FileError::NotRead { path, .. }) => (path, "not-read"),
            _ => return None,
        };
        Some(Self { path: path.display().to_string(), reason })
    }

    /// A document whose content can't be used.
    pub(crate) fn damaged(path: &Path) -> Self {
        Self { path: path.display().to_string(), reason: "damaged" }
    }

    pub(crate) fn path(&self) -> &str {
        &self.path
    }
}
