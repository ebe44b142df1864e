//! Why a stored document could not be used. It is left as it is.

use std::path::PathBuf;

/// Why a stored document could not be used. It is left as it is.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// No guide of that account or bank.
    #[error("unknown guide")]
    GuideUnknown,
    /// The document was written by a newer version.
    #[error("the document was written by a newer version")]
    Newer {
        /// Where it lies.
        path: PathBuf,
    },
    /// The document is damaged. It is left as it is.
    #[error("the document is damaged")]
    Damaged {
        /// Where it lies.
        path: PathBuf,
    },
    /// The document names a target system that this version has no kit for. It is left as it is.
    #[error("the document names a target system that is not known")]
    TargetUnknown {
        /// Where it lies.
        path: PathBuf,
        /// The system's name in it.
        target: String,
    },
}
