//! What a backup is made of: one document each.

use serde::{Deserialize, Serialize};

use crate::connection::{Connection, VaultEntry};
use crate::error::Result;
use crate::files::documents::{self, Document};
use crate::guides::api_secret::BankSecrets;
use crate::guides::pro_record::ProRecord;
use crate::guides::tba_plan::TbaPlan;
use crate::vault::{EntryName, VaultPlace};

/// One document.
#[derive(Clone, Debug)]
pub enum Item {
    /// A connection.
    Connection(Box<Connection>),
    /// The guide to a bank's API secrets.
    ApiSecrets(Box<BankSecrets>),
    /// The guide to an account's SuiteProjects Pro record.
    ProRecord(Box<ProRecord>),
    /// The plan that moves an account's integrations off token-based authentication.
    TbaPlan(Box<TbaPlan>),
}

/// Names a document among those of all kinds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "BackupItemId"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ItemId {
    /// What it is.
    pub kind: ItemKind,
    /// Its name among those of its kind.
    pub id: String,
}

/// The kinds of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "BackupItemKind"))]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// A connection.
    Connection,
    /// The guide to a bank's API secrets.
    ApiSecrets,
    /// The guide to an account's SuiteProjects Pro record.
    ProRecord,
    /// The plan that moves an account's integrations off token-based authentication.
    TbaPlan,
}

impl ItemKind {
    /// All of them, in the order of an archive.
    pub const ALL: [Self; 4] = [Self::Connection, Self::ApiSecrets, Self::ProRecord, Self::TbaPlan];

    /// Their folder, in an archive as in the data folder.
    #[must_use]
    pub const fn folder(self) -> &'static str {
        match self {
            Self::Connection => "connections",
            Self::ApiSecrets => "api-secrets",
            Self::ProRecord => "suiteprojects-pro",
            Self::TbaPlan => "tba-plans",
        }
    }
}

impl Item {
    /// Names it.
    #[must_use]
    pub fn id(&self) -> ItemId {
        let (kind, id) = match self {
            Self::Connection(connection) => (ItemKind::Connection, connection.file_stem()),
            Self::ApiSecrets(bank) => (ItemKind::ApiSecrets, bank.file_stem()),
            Self::ProRecord(record) => (ItemKind::ProRecord, record.file_stem()),
            Self::TbaPlan(plan) => (ItemKind::TbaPlan, plan.file_stem()),
        };
        ItemId { kind, id: id.to_owned() }
    }

    /// What the user calls it: the client, the bank, or the account.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Connection(connection) => &connection.name,
            Self::ApiSecrets(bank) => &bank.bank,
            Self::ProRecord(record) if record.client.is_empty() => record.account.as_str(),
            Self::ProRecord(record) => &record.client,
            Self::TbaPlan(plan) if plan.client.is_empty() => plan.account.as_str(),
            Self::TbaPlan(plan) => &plan.client,
        }
    }

    /// The account that it belongs to, once known.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        match self {
            Self::Connection(connection) => Some(connection.account.as_ref()?.id.as_str()),
            Self::ApiSecrets(bank) => Some(bank.account.as_str()),
            Self::ProRecord(record) => Some(record.account.as_str()),
            Self::TbaPlan(plan) => Some(plan.account.as_str()),
        }
    }

    /// Everything it has in a vault that goes into a backup: keys, the Client Secret, values of API
    /// secrets. Not the refresh token of a sign-in, which is one computer's alone.
    #[must_use]
    pub fn vault_entries(&self) -> Vec<VaultEntry> {
        match self {
            Self::Connection(connection) => connection.lasting_entries(),
            Self::ApiSecrets(bank) => {
                bank.secrets.iter().filter_map(|secret| secret.kept.clone()).collect()
            }
            Self::ProRecord(_) | Self::TbaPlan(_) => Vec::new(),
        }
    }

    /// The same document for another computer, whose vault is of this kind: what was not finished
    /// here, and who was signed in, stays behind.
    #[must_use]
    pub fn moved_to(mut self, place: VaultPlace) -> Self {
        match &mut self {
            Self::Connection(connection) => connection.move_to(place),
            Self::ApiSecrets(bank) => {
                bank.pending_entries.clear();
                for kept in bank.secrets.iter_mut().filter_map(|secret| secret.kept.as_mut()) {
                    kept.place = place;
                }
            }
            Self::ProRecord(_) | Self::TbaPlan(_) => {}
        }
        self
    }

    /// Says of each secret in which vault of this computer it is, where `place_of` knows.
    pub(super) fn place_entries(&mut self, place_of: &dyn Fn(&EntryName) -> Option<VaultPlace>) {
        match self {
            Self::Connection(connection) => connection.place_entries(place_of),
            Self::ApiSecrets(bank) => {
                for kept in bank.secrets.iter_mut().filter_map(|secret| secret.kept.as_mut()) {
                    kept.place = place_of(&kept.entry).unwrap_or(kept.place);
                }
            }
            Self::ProRecord(_) | Self::TbaPlan(_) => {}
        }
    }

    /// The path of its document in an archive.
    pub(super) fn path(&self) -> String {
        let name = match self {
            Self::Connection(document) => documents::file_name::<Connection>(document.file_stem()),
            Self::ApiSecrets(document) => documents::file_name::<BankSecrets>(document.file_stem()),
            Self::ProRecord(document) => documents::file_name::<ProRecord>(document.file_stem()),
            Self::TbaPlan(document) => documents::file_name::<TbaPlan>(document.file_stem()),
        };
        format!("{}/{name}", self.id().kind.folder())
    }

    /// Its document, as its file holds it.
    pub(super) fn to_json(&self) -> Result<Vec<u8>> {
        match self {
            Self::Connection(document) => documents::to_json(document.as_ref()),
            Self::ApiSecrets(document) => documents::to_json(document.as_ref()),
            Self::ProRecord(document) => documents::to_json(document.as_ref()),
            Self::TbaPlan(document) => documents::to_json(document.as_ref()),
        }
    }

    /// Reads a document of an archive.
    pub(super) fn parse(kind: ItemKind, text: &[u8], path: &std::path::Path) -> Result<Self> {
        Ok(match kind {
            ItemKind::Connection => Self::Connection(Box::new(documents::parse(text, path)?)),
            ItemKind::ApiSecrets => Self::ApiSecrets(Box::new(documents::parse(text, path)?)),
            ItemKind::ProRecord => Self::ProRecord(Box::new(documents::parse(text, path)?)),
            ItemKind::TbaPlan => Self::TbaPlan(Box::new(documents::parse(text, path)?)),
        })
    }
}
