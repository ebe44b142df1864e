//! What an examination found. Variants carry data; `sentences` has the sentences.

use std::io::ErrorKind;
use std::path::PathBuf;

use certdesk_core::Error;
use certdesk_core::error::FileError;
use certdesk_core::vault::VaultPlace;

use crate::ipc::vault::VaultStatus;
use crate::system::{LinkHandler, TrustStore};

/// What one examination found.
#[derive(Debug)]
pub(crate) enum Finding {
    /// The examinations ended before their time.
    Interrupted,

    /// Which Certdesk this is.
    Version { commit: Option<&'static str> },
    /// What it runs on.
    System { name: String, architecture: &'static str },

    /// The system names no folder for data.
    FolderUnknown,
    /// The data folder can be written. `made` for this check, if it was not there.
    Folder { path: PathBuf, made: bool, free: Option<u64> },
    /// The data folder cannot be written.
    FolderRefused { path: PathBuf, why: Refused },

    /// A test document was written, locked, read and removed.
    Documents,
    /// There is no folder to write it to.
    DocumentsSkipped,
    /// It could not be written, locked, read or removed.
    DocumentsRefused(Refused),
    /// It was read back as something else.
    DocumentsDiffer,

    /// The keychain gave back what it was given.
    Keychain { place: VaultPlace },
    /// It cannot be used, but key files are in use instead.
    KeyFiles,
    /// It is missing, locked or does not work.
    KeychainUnusable(VaultStatus),
    /// It refused a value of this size, in bytes.
    KeychainTooSmall { limit: u64 },
    /// It refused to store, read or delete the test entry.
    KeychainRefused,
    /// It gave back something else.
    KeychainDiffers,
    /// It did not answer within these seconds.
    KeychainSilent { seconds: u64 },

    /// The web view is there.
    WebView { version: String },
    /// It is not.
    WebViewMissing,

    /// The certificates by which servers are verified; `None` where the system verifies them.
    TrustStore(Option<TrustStore>),

    /// NetSuite is reached without a proxy.
    NoProxy,
    /// A variable names a proxy, and `NO_PROXY` excludes NetSuite.
    ProxyExcluded { variable: &'static str },
    /// NetSuite is reached through a proxy. Its address comes without user name and password.
    Proxy { address: String, variable: Option<&'static str>, signs_in: bool },
    /// A variable names something that is not the address of a proxy; it is ignored.
    ProxyIgnored { variable: &'static str },
    /// The proxy speaks a protocol that Certdesk does not.
    ProxySocks { variable: Option<&'static str> },

    /// What the clock's examination came to.
    Clock(Reached),

    /// Who opens the app's links, or why that is not known.
    Links(Result<LinkHandler, String>),
}

/// Why a file could not be written, read or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The disk is full.
    Full,
    /// The folder is read-only, for everybody or for this user.
    ReadOnly,
    /// What the system says.
    Other(String),
}

impl From<&std::io::Error> for Refused {
    fn from(error: &std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<&Error> for Refused {
    fn from(error: &Error) -> Self {
        match error {
            Error::File(
                FileError::NotWritten { source, .. } | FileError::NotRead { source, .. },
            ) => Self::from(source),
            error => Self::Other(error.to_string()),
        }
    }
}

/// How far the request for NetSuite's clock came.
#[derive(Debug)]
pub(crate) enum Reached {
    /// Seconds by which this computer is ahead, within what a token request forgives.
    Agrees { skew: i64 },
    /// The same, beyond it.
    Differs { skew: i64 },
    /// The answer had no date.
    Undated,
    /// There was no answer.
    Failed(Error),
}
