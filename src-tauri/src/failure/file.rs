//! A file that the user chose: how it can fail, as the window sees it.

use std::io::ErrorKind;

use certdesk_core::error::FileError;
use serde::Serialize;
use ts_rs::TS;

use super::{Failure, text};

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum FileFailure {
    FileExists { path: String },
    VolumeWithoutRights { path: String },
    DiskFull { path: String },
    FolderReadOnly { path: String },
    FileNotWritten { path: String, detail: String },
    FileNotRead { path: String, detail: String },
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&FileError> for Failure {
    fn from(error: &FileError) -> Self {
        Self::File(match error {
            FileError::Exists { path } => FileFailure::FileExists { path: text(path) },
            FileError::VolumeWithoutRights { path } => {
                FileFailure::VolumeWithoutRights { path: text(path) }
            }
            FileError::NotWritten { path, source } => not_written(text(path), source),
            FileError::NotRead { path, source } => {
                FileFailure::FileNotRead { path: text(path), detail: source.to_string() }
            }
        })
    }
}

fn not_written(path: String, source: &std::io::Error) -> FileFailure {
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => FileFailure::DiskFull { path },
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            FileFailure::FolderReadOnly { path }
        }
        _ => FileFailure::FileNotWritten { path, detail: source.to_string() },
    }
}
