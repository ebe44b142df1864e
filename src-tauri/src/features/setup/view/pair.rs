//! Files the user chose, said in words the window can show. The key stays on this side.

use netsuite_keys::key::KeyType;
use netsuite_keys::repair::Repair;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::failure::Failure;

/// What the chosen files are, and whether they are a pair that NetSuite takes.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PairView {
    pub(crate) files: Vec<ChosenFile>,
    pub(crate) key_type: Option<KeyType>,
    pub(crate) certificate_id: Option<String>,
    pub(crate) subject: Option<String>,
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    pub(crate) valid_until: Option<OffsetDateTime>,
    pub(crate) needs_passphrase: bool,
    /// Empty when the pair can be brought.
    pub(crate) problems: Vec<Failure>,
}

/// One thing in one file.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ChosenFile {
    pub(crate) name: String,
    pub(crate) what: FileKind,
    pub(crate) detail: Option<String>,
    /// What had happened to the file on its way, and was put right when it was read.
    pub(crate) repairs: Vec<Repair>,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FileKind {
    Certificate,
    PrivateKey,
    EncryptedPrivateKey,
    PublicKey,
    CertificateRequest,
    Unknown,
}
