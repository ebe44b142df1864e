//! How a command can fail, as the window sees it: a kind, and the facts its sentence needs. The
//! sentences are in `ui/strings`.

mod api_secret;
mod backup;
mod connection;
mod day;
mod document;
mod file;
mod keys;
mod kit;
mod netsuite;
mod pro_record;
mod revoke;
mod rotation;
mod secret_store;
mod sign_in;
mod tba_plan;
mod upload;
mod vault;

use std::path::Path;

use certdesk_core::Error;
use certdesk_core::error::{
    ApiSecretError, BackupError, ConnectionError, DayError, DocumentError, FileError, KeysError,
    KitError, NetSuiteError, ProRecordError, RevokeError, RotationError, SecretStoreError,
    SignInError, TbaPlanError, UploadError, VaultError,
};
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

pub(crate) use api_secret::ApiSecretFailure;
pub(crate) use backup::BackupFailure;
pub(crate) use connection::ConnectionFailure;
pub(crate) use day::DayFailure;
pub(crate) use document::DocumentFailure;
pub(crate) use file::FileFailure;
pub(crate) use keys::KeysFailure;
pub(crate) use kit::KitFailure;
pub(crate) use netsuite::LocalCheck;
pub(crate) use netsuite::NetSuiteFailure;
pub(crate) use pro_record::ProRecordFailure;
pub(crate) use revoke::RevokeFailure;
pub(crate) use rotation::RotationFailure;
pub(crate) use secret_store::SecretStoreFailure;
pub(crate) use sign_in::SignInFailure;
pub(crate) use tba_plan::TbaPlanFailure;
pub(crate) use upload::UploadFailure;
pub(crate) use vault::VaultFailure;

/// Why a command failed. Each feature has its own kinds; no kind is used twice.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(untagged)]
pub enum Failure {
    /// A key, a certificate or a file of them.
    Keys(KeysFailure),
    /// NetSuite, or the way to it.
    NetSuite(NetSuiteFailure),
    /// A sign-in by browser.
    SignIn(SignInFailure),
    /// The vault.
    Vault(VaultFailure),
    /// A connection.
    Connection(ConnectionFailure),
    /// What a target system accepts.
    Kit(KitFailure),
    /// An upload.
    Upload(UploadFailure),
    /// A revocation.
    Revoke(RevokeFailure),
    /// A rotation.
    Rotation(RotationFailure),
    /// The SuiteProjects Pro record.
    ProRecord(ProRecordFailure),
    /// The guide to API secrets.
    ApiSecret(ApiSecretFailure),
    /// The plan that moves integrations off token-based authentication.
    TbaPlan(TbaPlanFailure),
    /// A secret store.
    SecretStore(SecretStoreFailure),
    /// A backup.
    Backup(BackupFailure),
    /// A day that was entered.
    Day(DayFailure),
    /// A stored document.
    Document(DocumentFailure),
    /// A file that the user chose.
    File(FileFailure),
    /// Certdesk itself.
    App(AppFailure),
}

/// What fails in Certdesk itself.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum AppFailure {
    Busy,
    Cancelled,
    LinksNotChanged {
        detail: String,
    },
    RemindersNotChanged {
        detail: String,
    },
    PracticeNotStarted {
        detail: String,
    },
    BrowserNotOpened {
        url: String,
    },
    FolderNotOpened {
        path: String,
    },
    FileNotOpened {
        path: String,
    },
    /// The cause is in the log under this reference.
    Unexpected {
        reference: String,
    },
}

impl From<&Error> for Failure {
    fn from(error: &Error) -> Self {
        match error {
            Error::Keys(error) => error.into(),
            Error::NetSuite(error) => error.into(),
            Error::SignIn(error) => error.into(),
            Error::Vault(error) => error.into(),
            Error::Connection(error) => error.into(),
            Error::Kit(error) => error.into(),
            Error::Upload(error) => error.into(),
            Error::Revoke(error) => error.into(),
            Error::Rotation(error) => error.into(),
            Error::ProRecord(error) => error.into(),
            Error::ApiSecret(error) => error.into(),
            Error::TbaPlan(error) => error.into(),
            Error::SecretStore(error) => error.into(),
            Error::Backup(error) => error.into(),
            Error::Day(error) => error.into(),
            Error::Document(error) => error.into(),
            Error::File(error) => error.into(),
            Error::TokenRefused(refused) => refused.as_ref().into(),
            Error::Busy => AppFailure::Busy.into(),
            Error::Cancelled => AppFailure::Cancelled.into(),
            Error::Unexpected(cause) => Self::unexpected(cause),
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::from(&error)
    }
}

/// A command may fail by one feature's error alone.
macro_rules! from_errors {
    ($($error:ty),* $(,)?) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Error::from(error).into()
            }
        })*
    };
}

from_errors!(
    KeysError,
    NetSuiteError,
    SignInError,
    VaultError,
    ConnectionError,
    KitError,
    UploadError,
    RevokeError,
    RotationError,
    SecretStoreError,
    ProRecordError,
    ApiSecretError,
    TbaPlanError,
    BackupError,
    DayError,
    DocumentError,
    FileError,
);

impl From<AppFailure> for Failure {
    fn from(failure: AppFailure) -> Self {
        Self::App(failure)
    }
}

impl Failure {
    /// What the window calls it: the `kind` alone, for what is recorded.
    pub(crate) fn kind_of(error: &Error) -> String {
        // Every failure is a tagged object; an unexpected one would be logged again.
        let kind = match error {
            Error::Unexpected(_) => None,
            error => serde_json::to_value(Self::from(error)).ok(),
        };
        let kind = kind.as_ref().and_then(|failure| failure["kind"].as_str());
        kind.unwrap_or("unexpected").to_owned()
    }

    fn unexpected(cause: &str) -> Self {
        let nanoseconds = OffsetDateTime::now_utc().unix_timestamp_nanos() / 1_000_000;
        let reference = format!("{:08x}", nanoseconds & 0xffff_ffff);
        tracing::error!(%reference, cause, "unexpected");
        AppFailure::Unexpected { reference }.into()
    }
}

fn text(path: &Path) -> String {
    path.display().to_string()
}
