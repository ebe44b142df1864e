//! Why something did not work: one type for each feature, one variant for each distinction
//! somebody acts on.
//!
//! Variants carry data, never sentences. The shell turns each into the failure that the window
//! shows, by an exhaustive `match`, so a new variant cannot ship without its own words.

mod api_secret;
mod backup;
mod connection;
mod day;
mod document;
mod file;
mod kit;
mod pro_record;
mod revoke;
mod rotation;
mod secret_store;
mod tba_plan;
mod upload;
mod vault;

use crate::check::RefusedToken;
pub use api_secret::ApiSecretError;
pub use backup::BackupError;
pub use connection::ConnectionError;
pub use day::DayError;
pub use document::DocumentError;
pub use file::FileError;
pub use kit::KitError;
pub use netsuite_client::{Error as NetSuiteError, SignInError};
pub use netsuite_keys::Error as KeysError;
pub use pro_record::ProRecordError;
pub use revoke::RevokeError;
pub use rotation::RotationError;
pub use secret_store::SecretStoreError;
pub use tba_plan::TbaPlanError;
pub use upload::UploadError;
pub use vault::VaultError;

/// What the functions of this crate return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something did not work.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A key or a certificate.
    #[error(transparent)]
    Keys(KeysError),
    /// NetSuite, or the way to it.
    #[error(transparent)]
    NetSuite(NetSuiteError),
    /// The token endpoint refused the assertion.
    #[error("NetSuite refused the token request with status {}", .0.refusal.status)]
    TokenRefused(Box<RefusedToken>),
    /// A sign-in by browser.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A connection.
    #[error(transparent)]
    Connection(#[from] ConnectionError),
    /// What a target system accepts.
    #[error(transparent)]
    Kit(#[from] KitError),
    /// An upload.
    #[error(transparent)]
    Upload(#[from] UploadError),
    /// A revocation.
    #[error(transparent)]
    Revoke(#[from] RevokeError),
    /// A rotation.
    #[error(transparent)]
    Rotation(#[from] RotationError),
    /// The SuiteProjects Pro record.
    #[error(transparent)]
    ProRecord(#[from] ProRecordError),
    /// The guide to API secrets.
    #[error(transparent)]
    ApiSecret(#[from] ApiSecretError),
    /// The plan that moves integrations off token-based authentication.
    #[error(transparent)]
    TbaPlan(#[from] TbaPlanError),
    /// A secret store.
    #[error(transparent)]
    SecretStore(#[from] SecretStoreError),
    /// A backup.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// A day that was entered.
    #[error(transparent)]
    Day(#[from] DayError),
    /// A stored document.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// A file that the user chose.
    #[error(transparent)]
    File(#[from] FileError),
    /// The same act is under way already.
    #[error("already under way")]
    Busy,
    /// The user cancelled.
    #[error("cancelled")]
    Cancelled,
    /// Something that has no remedy of its own; the cause goes to the log, without secrets.
    #[error("unexpected: {0}")]
    Unexpected(&'static str),
}

impl From<KeysError> for Error {
    fn from(error: KeysError) -> Self {
        match error {
            KeysError::Cancelled => Self::Cancelled,
            KeysError::Unexpected(cause) => Self::Unexpected(cause),
            error => Self::Keys(error),
        }
    }
}

impl From<NetSuiteError> for Error {
    fn from(error: NetSuiteError) -> Self {
        match error {
            NetSuiteError::TokenRefused(refusal) => {
                Self::TokenRefused(Box::new(RefusedToken { refusal: *refusal, checks: Vec::new() }))
            }
            NetSuiteError::Keys(error) => error.into(),
            NetSuiteError::SignIn(error) => error.into(),
            NetSuiteError::Unexpected(cause) => Self::Unexpected(cause),
            error => Self::NetSuite(error),
        }
    }
}
