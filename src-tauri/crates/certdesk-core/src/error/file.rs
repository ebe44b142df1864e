//! Why a file that the user chose could not be read or written.

use std::path::PathBuf;

/// Why a file that the user chose could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// A private key file is never replaced.
    #[error("{path} exists already")]
    Exists {
        /// Which file.
        path: PathBuf,
    },
    /// The volume keeps no access rights (FAT, exFAT, some network shares), so other users could
    /// read a private file there.
    #[error("others could read {path}")]
    VolumeWithoutRights {
        /// Which file.
        path: PathBuf,
    },
    /// A file could not be written.
    #[error("cannot write {path}")]
    NotWritten {
        /// Which file.
        path: PathBuf,
        /// Why: `StorageFull`, `PermissionDenied` and `ReadOnlyFilesystem` get sentences of their own.
        #[source]
        source: std::io::Error,
    },
    /// A file could not be read.
    #[error("cannot read {path}")]
    NotRead {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}
