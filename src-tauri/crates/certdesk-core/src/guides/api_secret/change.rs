//! What a user may change by typing, choosing and ticking. No change carries a value.

use serde::Deserialize;
use time::OffsetDateTime;

use super::name::one_day;
use super::{
    ApiSecret, BankConnection, BankSecrets, Choices, Overlap, SecretKind, id_notes, name_notes,
};
use crate::error::{ApiSecretError, ConnectionError, DocumentError, Result};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum SecretsChange {
    /// The bank is called otherwise. IDs stay as they are.
    Bank {
        /// Its name.
        name: String,
    },
    /// Names, IDs and last days of the secrets: all of it or nothing.
    Names {
        /// Each of those that are entered.
        secrets: Vec<SecretEntry>,
    },
    /// It exists in NetSuite now, or does not after all.
    Created {
        /// Which.
        secret: SecretKind,
        /// Whether it does.
        done: bool,
    },
    /// Who and what may use them.
    Choices {
        /// All of it.
        choices: Choices,
    },
    /// Whether this bank is one that needs the preferences secret of Brazil.
    Brazil {
        /// Whether it is.
        needed: bool,
    },
    /// A bank connection uses the pair.
    AddConnection {
        /// Its name in NetSuite.
        name: String,
    },
    /// One does not any more.
    RemoveConnection {
        /// Its name.
        name: String,
    },
    /// The IDs are entered on it, or are not after all.
    Entered {
        /// Its name.
        name: String,
        /// Whether they are.
        done: bool,
    },
    /// New values were saved in NetSuite just now: old and new ones must work for an hour.
    Changed,
    /// The old credentials are withdrawn at the bank.
    OldWithdrawn,
}

/// What is entered for one secret.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SecretEntry {
    /// Which.
    pub secret: SecretKind,
    /// Its name.
    pub name: String,
    /// Its ID, without what NetSuite adds.
    pub script_id: String,
    /// The last day on which the bank takes the value, in any form; empty for none.
    pub ends_on: String,
}

impl SecretEntry {
    fn texts(&self) -> [&str; 3] {
        [&self.name, &self.script_id, &self.ends_on]
    }
}

impl SecretsChange {
    /// Everything in it that a person typed: none of it may hold a value.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Bank { name } | Self::AddConnection { name } => vec![name],
            Self::Names { secrets } => secrets.iter().flat_map(SecretEntry::texts).collect(),
            Self::Choices { choices } => choices.texts().to_vec(),
            Self::Created { .. }
            | Self::Brazil { .. }
            | Self::RemoveConnection { .. }
            | Self::Entered { .. }
            | Self::Changed
            | Self::OldWithdrawn => Vec::new(),
        }
    }
}

impl BankSecrets {
    /// Makes one change, or none at all. `all` are the banks that are known, for their IDs.
    ///
    /// # Errors
    /// What is wrong with the input.
    pub fn change(
        &mut self,
        change: SecretsChange,
        all: &[Self],
        now: OffsetDateTime,
    ) -> Result<()> {
        match change {
            SecretsChange::Bank { name } => self.bank = required(&name)?,
            SecretsChange::Names { secrets } => self.take_names(&secrets, all)?,
            SecretsChange::Created { secret, done } => self.secret_mut(secret)?.created = done,
            SecretsChange::Choices { choices } => self.choices = choices.shortened(),
            SecretsChange::Brazil { needed } => self.set_brazil(needed)?,
            SecretsChange::AddConnection { name } => self.add_connection(&name)?,
            SecretsChange::RemoveConnection { name } => {
                self.connections.retain(|connection| connection.name != name);
            }
            SecretsChange::Entered { name, done } => {
                let found = self.connections.iter_mut().find(|connection| connection.name == name);
                found.ok_or(DocumentError::GuideUnknown)?.entered = done;
            }
            SecretsChange::Changed => self.overlap = Some(Overlap { changed_at: now }),
            SecretsChange::OldWithdrawn => {
                if self.overlap.is_some_and(|overlap| overlap.lasts(now)) {
                    return Err(ApiSecretError::OverlapLasts.into());
                }
                self.overlap = None;
            }
        }
        Ok(())
    }

    /// The same bank with names and IDs as they are entered, whether they can be used or not: so
    /// are they judged, each beside what is entered for the others.
    #[must_use]
    pub fn with_entries(&self, entries: &[SecretEntry]) -> Self {
        let mut entered = self.clone();
        for entry in entries {
            let found = entered.secrets.iter_mut().find(|secret| secret.kind == entry.secret);
            let Some(secret) = found else { continue };
            let script_id = entry.script_id.trim().to_owned();
            // Another ID is another secret.
            secret.created &= secret.script_id == script_id;
            (secret.name, secret.script_id) = (entry.name.trim().to_owned(), script_id);
        }
        entered
    }

    fn take_names(&mut self, entries: &[SecretEntry], all: &[Self]) -> Result<()> {
        let mut entered = self.with_entries(entries);
        for entry in entries {
            if name_notes(&entry.name).iter().any(super::NameNote::refuses) {
                return Err(ConnectionError::NameEmpty.into());
            }
            let notes = id_notes(entry.script_id.trim(), &entered, entry.secret, all);
            if notes.iter().any(super::IdNote::refuses) {
                return Err(ApiSecretError::SecretIdRefused.into());
            }
            let ends_on = one_day(&entry.ends_on)?;
            let secret = entered.secret_mut(entry.secret)?;
            (secret.name, secret.ends_on) = (required(&entry.name)?, ends_on);
        }
        let ids = |bank: &Self| {
            bank.secrets.iter().map(|secret| secret.script_id.clone()).collect::<Vec<_>>()
        };
        if ids(&entered) != ids(self) {
            // What was entered on the bank connections are the IDs of before.
            entered.connections.iter_mut().for_each(|connection| connection.entered = false);
        }
        entered.named = true;
        *self = entered;
        Ok(())
    }

    fn set_brazil(&mut self, needed: bool) -> Result<()> {
        let kind = SecretKind::Preferences;
        match self.secret(kind) {
            Ok(secret) if !needed && secret.kept.is_some() => {
                Err(ApiSecretError::ValueIsKept.into())
            }
            Ok(_) if !needed => {
                self.secrets.retain(|secret| secret.kind != kind);
                Ok(())
            }
            Err(_) if needed => {
                self.secrets.push(ApiSecret::proposed(kind, &self.bank));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn add_connection(&mut self, name: &str) -> Result<()> {
        let name = required(name)?;
        if self.connections.iter().all(|connection| connection.name != name) {
            self.connections.push(BankConnection { name, entered: false });
        }
        Ok(())
    }
}

/// A name that is there, within bounds.
pub(super) fn required(name: &str) -> Result<String> {
    let name: String = name.trim().chars().take(NAME_LENGTH).collect();
    if name.is_empty() { Err(ConnectionError::NameEmpty.into()) } else { Ok(name) }
}

const NAME_LENGTH: usize = 120;
