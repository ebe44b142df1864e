//! Backups, as the window sees them. Nothing here has room for a secret.

use certdesk_core::backup::{
    Archive, Compared, Item, ItemId, Opens, Relation, Restored, Restoring,
};
use certdesk_core::connection::{Connection, ConnectionId, CredentialId, Purpose};
use certdesk_core::removed::{Removal, RemovedConnection, RemovedId};
use netsuite_keys::secret::Passphrase;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use ts_rs::TS;

use crate::ipc::files::UnreadableDocument;

/// What there is to back up, to finish, and to bring back.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BackupOverview {
    pub(crate) connections: usize,
    /// To API secrets and SuiteProjects Pro records.
    pub(crate) guides: usize,
    pub(crate) unreadable: Vec<UnreadableDocument>,
    /// A restore that did not come to its end.
    pub(crate) unfinished: Option<UnfinishedRestore>,
    pub(crate) removed: Vec<RemovedView>,
    pub(crate) retired_keys: Vec<RetiredKeyView>,
}

/// A key that nothing needs any more.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RetiredKeyView {
    /// The connection.
    #[ts(type = "string")]
    id: ConnectionId,
    #[ts(type = "string")]
    credential_id: CredentialId,
    name: String,
    certificate_id: String,
    /// When it is deleted.
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    goes_at: OffsetDateTime,
}

impl RetiredKeyView {
    /// Those of a connection.
    pub(crate) fn of(connection: &Connection) -> impl Iterator<Item = Self> {
        connection.credentials.iter().filter_map(|credential| {
            Some(Self {
                id: connection.id.clone(),
                credential_id: credential.id.clone(),
                name: connection.name.clone(),
                certificate_id: credential.certificate_id().to_string(),
                goes_at: credential.key_goes_at()?,
            })
        })
    }
}

/// A restore that did not come to its end.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UnfinishedRestore {
    path: String,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    started_at: OffsetDateTime,
}

impl From<Restoring> for UnfinishedRestore {
    fn from(restoring: Restoring) -> Self {
        Self { path: restoring.path, started_at: restoring.started_at }
    }
}

/// A connection that was removed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RemovedView {
    #[ts(type = "string")]
    id: RemovedId,
    name: String,
    target: Option<String>,
    account_id: Option<String>,
    removal: Removal,
    /// How many private keys it has.
    keys: usize,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    removed_at: OffsetDateTime,
    /// When it is deleted for good.
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    goes_at: OffsetDateTime,
    /// Whether its connection is in its place again, so that it can't be brought back.
    replaced: bool,
}

impl RemovedView {
    pub(crate) fn new(removed: RemovedConnection, replaced: bool) -> Self {
        let goes_at = removed.goes_at();
        let connection = removed.connection;
        Self {
            id: removed.id,
            keys: connection.credentials.len(),
            target: connection.target.map(|target| target.label().to_owned()),
            account_id: connection.account.map(|account| account.id.to_string()),
            name: connection.name,
            removal: removed.removal,
            removed_at: removed.removed_at,
            goes_at,
            replaced,
        }
    }
}

/// Who will be able to open a backup.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum BackupProtection {
    /// Whoever knows it.
    Passphrase {
        #[ts(type = "string")]
        passphrase: Passphrase,
    },
    /// Whoever has the secret half of one of these age keys.
    AgeKeys { text: String },
}

/// A backup that was saved.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SavedBackup {
    pub(crate) path: String,
    pub(crate) connections: usize,
    pub(crate) guides: usize,
    /// Private keys in it. Each was made to sign.
    pub(crate) keys: usize,
    /// Connections and banks whose keys or values the keychain no longer has.
    pub(crate) without_keys: Vec<String>,
    /// Documents that can't be read, and so are not in it.
    pub(crate) unreadable: Vec<UnreadableDocument>,
}

/// A file that was chosen to be restored.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BackupFile {
    pub(crate) name: String,
    #[ts(type = "\"passphrase\" | \"age-key\"")]
    pub(crate) opens_with: &'static str,
}

impl BackupFile {
    pub(crate) fn new(name: String, opens: Opens) -> Self {
        let opens_with = match opens {
            Opens::Passphrase => "passphrase",
            Opens::Key => "age-key",
        };
        Self { name, opens_with }
    }
}

/// What is in an opened backup.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BackupContents {
    name: String,
    purpose: Purpose,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    made_at: OffsetDateTime,
    made_by: String,
    with_keys: bool,
    items: Vec<BackupItem>,
}

/// One document of a backup, beside what this computer has.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BackupItem {
    id: ItemId,
    name: String,
    target: Option<String>,
    account_id: Option<String>,
    relation: Relation,
    /// Keys and other secrets in the backup.
    secrets: usize,
    /// Keys and other secrets that it refers to and that aren't in the backup.
    lacking: usize,
    /// Of those in the backup, how many the one here refers to and the keychain lacks.
    missing_here: usize,
    /// Whether a rotation is under way.
    rotating: bool,
}

impl BackupContents {
    pub(crate) fn new(name: String, archive: &Archive, compared: &[Compared<'_>]) -> Self {
        let manifest = &archive.manifest;
        Self {
            name,
            purpose: manifest.purpose,
            made_at: manifest.made_at,
            made_by: manifest.made_by.clone(),
            with_keys: manifest.with_keys,
            items: compared.iter().map(BackupItem::new).collect(),
        }
    }
}

impl BackupItem {
    fn new(compared: &Compared<'_>) -> Self {
        let item = compared.item;
        let connection = match item {
            Item::Connection(connection) => Some(connection),
            _ => None,
        };
        Self {
            id: item.id(),
            name: item.name().to_owned(),
            target: connection.and_then(|known| Some(known.target?.label().to_owned())),
            account_id: item.account().map(str::to_owned),
            relation: compared.relation,
            secrets: compared.secrets,
            lacking: compared.lacking,
            missing_here: compared.missing_here,
            rotating: connection.is_some_and(|known| known.rotation.is_some()),
        }
    }
}

/// What came of a restore.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RestoredBackup {
    /// Documents that were written.
    written: usize,
    /// Keys and other secrets that were stored.
    stored: usize,
    /// Connections and banks that still lack a key or a value.
    without_keys: Vec<String>,
}

impl From<Restored> for RestoredBackup {
    fn from(restored: Restored) -> Self {
        Self {
            written: restored.written.len(),
            stored: restored.stored,
            without_keys: restored.without_keys,
        }
    }
}
