//! API secrets of NetSuite for a bank: what they are called, which rules their IDs obey, what was
//! chosen for them, and until when old credentials must work beside new ones.
//!
//! The values are never part of a document. They are in memory ([`value`]), and in the vault or in
//! a file only where the user asks for it. Certdesk cannot see NetSuite's page: what is done there
//! is ticked by the user.
//!
//! Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_160337298977.html>

mod change;
mod choices;
mod name;
pub mod value;

use netsuite_client::AccountId;
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use crate::connection::{SavedFile, VaultEntry};
use crate::day::Day;
use crate::error::{DocumentError, Error, Result};
use crate::files::documents::{self, Document, Documents, random_id};
use crate::vault::EntryName;
pub use change::{SecretEntry, SecretsChange};
pub use choices::{Choices, DomainNote, domain_notes};
pub use name::{DayNote, IdNote, NameNote, day_note, id_notes, name_notes};

/// The documents of all banks.
pub type BankBook = Documents<BankSecrets>;

/// The API secrets of one bank in one account. One pair serves all connections of that bank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BankSecrets {
    /// Names the document.
    pub id: BankSecretsId,
    /// The account that the secrets belong to: they can be changed in no other one.
    pub account: AccountId,
    /// The bank.
    pub bank: String,
    /// When it was begun.
    #[serde(with = "time::serde::rfc3339")]
    pub begun_at: OffsetDateTime,
    /// The secrets, in the order of [`SecretKind`].
    pub secrets: Vec<ApiSecret>,
    /// Whether the user has looked at their names and IDs, which are proposed at first, and saved them.
    #[serde(default)]
    pub named: bool,
    /// Who and what may use them.
    pub choices: Choices,
    /// The bank connections on which the IDs are entered, and whether they are.
    pub connections: Vec<BankConnection>,
    /// A change that NetSuite may not use everywhere yet.
    pub overlap: Option<Overlap>,
    /// Vault entries of an act that did not end: to be written, or to be deleted.
    pub pending_entries: Vec<EntryName>,
}

/// Names a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BankSecretsId(String);

/// One API secret. Its value is not here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApiSecret {
    /// What it is for.
    pub kind: SecretKind,
    /// Its name in NetSuite, which others can read.
    pub name: String,
    /// Its ID as it is typed in NetSuite, such as `_bank_client_id`.
    pub script_id: String,
    /// Whether it exists in NetSuite, as the user says.
    pub created: bool,
    /// The last day on which the bank takes its value.
    pub ends_on: Option<Day>,
    /// The file that its value was written to.
    pub value_file: Option<SavedFile>,
    /// Where its value is kept, if the user wanted that.
    pub kept: Option<VaultEntry>,
}

/// The steps to a pair that works, in order. Which are done, [`BankSecrets::steps`] derives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SecretsStep {
    /// The secrets have names and IDs.
    Names,
    /// They exist in NetSuite.
    Create,
    /// Their IDs are entered on every bank connection.
    Connect,
}

/// What a secret is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SecretKind {
    /// The client ID that the bank gave.
    ClientId,
    /// The client secret that the bank gave.
    ClientSecret,
    /// Brazil: the password of the preferences, which is never changed.
    Preferences,
}

/// A bank connection in NetSuite.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BankConnection {
    /// Its name.
    pub name: String,
    /// Whether the IDs are entered on it.
    pub entered: bool,
}

/// Old and new credentials side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Overlap {
    /// When the new values were saved in NetSuite.
    #[serde(with = "time::serde::rfc3339")]
    pub changed_at: OffsetDateTime,
}

impl BankSecrets {
    /// A pair with proposed names and IDs.
    ///
    /// # Errors
    /// [`ConnectionError::NameEmpty`](crate::error::ConnectionError::NameEmpty).
    pub fn new(account: AccountId, bank: &str, now: OffsetDateTime) -> Result<Self> {
        let bank = change::required(bank)?;
        let secret = |kind| ApiSecret::proposed(kind, &bank);
        Ok(Self {
            id: BankSecretsId(random_id()),
            secrets: vec![secret(SecretKind::ClientId), secret(SecretKind::ClientSecret)],
            named: false,
            account,
            bank,
            begun_at: now,
            choices: Choices::default(),
            connections: Vec::new(),
            overlap: None,
            pending_entries: Vec::new(),
        })
    }

    /// Each step and whether it is done. What exists in NetSuite has its name and its ID.
    #[must_use]
    pub fn steps(&self) -> [(SecretsStep, bool); 3] {
        let usable = |secret: &ApiSecret| {
            let id = id_notes(&secret.script_id, self, secret.kind, &[]);
            let name = name_notes(&secret.name);
            !id.iter().any(IdNote::refuses) && !name.iter().any(NameNote::refuses)
        };
        let created = self.secrets.iter().all(|secret| secret.created);
        let named = (self.named || created) && self.secrets.iter().all(usable);
        let entered = self.connections.iter().all(|connection| connection.entered);
        [
            (SecretsStep::Names, named),
            (SecretsStep::Create, created),
            (SecretsStep::Connect, entered && !self.connections.is_empty()),
        ]
    }

    /// One of its secrets.
    ///
    /// # Errors
    /// [`DocumentError::GuideUnknown`] for the preferences of a bank that has none.
    pub fn secret(&self, kind: SecretKind) -> Result<&ApiSecret> {
        self.secrets
            .iter()
            .find(|secret| secret.kind == kind)
            .ok_or(Error::Document(DocumentError::GuideUnknown))
    }

    /// One of its secrets, to be changed.
    ///
    /// # Errors
    /// As [`BankSecrets::secret`].
    pub fn secret_mut(&mut self, kind: SecretKind) -> Result<&mut ApiSecret> {
        self.secrets
            .iter_mut()
            .find(|secret| secret.kind == kind)
            .ok_or(Error::Document(DocumentError::GuideUnknown))
    }

    /// Whether it has the preferences secret that banks in Brazil need.
    #[must_use]
    pub fn is_brazilian(&self) -> bool {
        self.secret(SecretKind::Preferences).is_ok()
    }

    /// Names an entry that is about to be written.
    pub fn announce_entry(&mut self, entry: &EntryName) {
        self.pending_entries.push(entry.clone());
    }

    /// Takes in an entry that was announced and written. The one before it is to be deleted: it is
    /// named as pending and returned.
    ///
    /// # Errors
    /// As [`BankSecrets::secret`].
    pub fn keep(
        &mut self,
        kind: SecretKind,
        kept: Option<VaultEntry>,
    ) -> Result<Option<VaultEntry>> {
        let written = kept.as_ref().map(|kept| kept.entry.clone());
        let old = std::mem::replace(&mut self.secret_mut(kind)?.kept, kept);
        self.pending_entries.retain(|pending| Some(pending) != written.as_ref());
        self.pending_entries.extend(old.iter().map(|old| old.entry.clone()));
        Ok(old)
    }

    /// An entry was deleted, or was never written.
    pub fn entry_is_gone(&mut self, entry: &EntryName) {
        self.pending_entries.retain(|pending| pending != entry);
    }

    /// Everything that a person typed and that others may read: none of it may hold a value.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let names = self.secrets.iter().flat_map(|secret| [&secret.name, &secret.script_id]);
        let connections = self.connections.iter().map(|connection| &connection.name);
        let own = names.chain(connections).map(String::as_str);
        own.chain([self.bank.as_str()]).chain(self.choices.texts()).collect()
    }
}

impl ApiSecret {
    fn proposed(kind: SecretKind, bank: &str) -> Self {
        Self {
            kind,
            name: name::proposed_name(kind, bank),
            script_id: name::proposed_id(kind, bank),
            created: false,
            ends_on: None,
            value_file: None,
            kept: None,
        }
    }

    /// The ID as NetSuite makes it, which is entered on the bank connection.
    #[must_use]
    pub fn whole_id(&self) -> String {
        format!("{PREFIX}{}", self.script_id)
    }
}

documents::id!(BankSecretsId);

impl Overlap {
    /// From when on the old credentials may go.
    #[must_use]
    pub fn until(self) -> OffsetDateTime {
        self.changed_at + OVERLAP
    }

    /// Whether both must still work.
    #[must_use]
    pub fn lasts(self, now: OffsetDateTime) -> bool {
        now < self.until()
    }
}

impl Document for BankSecrets {
    const KIND: &'static str = "bankSecrets";
    const SCHEMA: u32 = 2;

    fn file_stem(&self) -> &str {
        self.id.as_str()
    }

    fn unknown() -> Error {
        Error::Document(DocumentError::GuideUnknown)
    }
}

/// What NetSuite puts in front of every ID.
pub const PREFIX: &str = "custsecret";
/// "A change can take up to one hour."
pub const OVERLAP: Duration = Duration::hours(1);

#[cfg(test)]
mod tests;
