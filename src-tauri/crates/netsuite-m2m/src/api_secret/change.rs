//! What a user may change by typing, choosing and ticking. No change carries a value.

use serde::Deserialize;
use time::OffsetDateTime;

use super::{
    ApiSecret, BankConnection, BankSecrets, Choices, Overlap, SecretKind, id_notes, name_notes,
};
use crate::day::Day;
use crate::error::{Error, Result};

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
    /// Name and ID of one secret.
    Secret {
        /// Which.
        secret: SecretKind,
        /// Its name.
        name: String,
        /// Its ID, without what NetSuite adds.
        script_id: String,
    },
    /// It exists in NetSuite now, or does not after all.
    Created {
        /// Which.
        secret: SecretKind,
        /// Whether it does.
        done: bool,
    },
    /// The last day on which the bank takes the value; empty for none.
    EndsOn {
        /// Which.
        secret: SecretKind,
        /// In any form.
        text: String,
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

impl SecretsChange {
    /// Everything in it that a person typed: none of it may hold a value.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Bank { name } | Self::AddConnection { name } => vec![name],
            Self::Secret { name, script_id, .. } => vec![name, script_id],
            Self::EndsOn { text, .. } => vec![text],
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
            SecretsChange::Secret { secret, name, script_id } => {
                if name_notes(&name).iter().any(super::NameNote::refuses) {
                    return Err(Error::NameEmpty);
                }
                let script_id = script_id.trim().to_owned();
                if id_notes(&script_id, self, secret, all).iter().any(super::IdNote::refuses) {
                    return Err(Error::SecretIdRefused);
                }
                let name = required(&name)?;
                let secret = self.secret_mut(secret)?;
                // Another ID is another secret.
                secret.created &= secret.script_id == script_id;
                (secret.name, secret.script_id) = (name, script_id);
            }
            SecretsChange::Created { secret, done } => self.secret_mut(secret)?.created = done,
            SecretsChange::EndsOn { secret, text } => {
                self.secret_mut(secret)?.ends_on = one_day(&text)?;
            }
            SecretsChange::Choices { choices } => self.choices = choices.shortened(),
            SecretsChange::Brazil { needed } => self.set_brazil(needed)?,
            SecretsChange::AddConnection { name } => self.add_connection(&name)?,
            SecretsChange::RemoveConnection { name } => {
                self.connections.retain(|connection| connection.name != name);
            }
            SecretsChange::Entered { name, done } => {
                let found = self.connections.iter_mut().find(|connection| connection.name == name);
                found.ok_or(Error::GuideUnknown)?.entered = done;
            }
            SecretsChange::Changed => self.overlap = Some(Overlap { changed_at: now }),
            SecretsChange::OldWithdrawn => {
                if self.overlap.is_some_and(|overlap| overlap.lasts(now)) {
                    return Err(Error::OverlapLasts);
                }
                self.overlap = None;
            }
        }
        Ok(())
    }

    fn set_brazil(&mut self, needed: bool) -> Result<()> {
        let kind = SecretKind::Preferences;
        match self.secret(kind) {
            Ok(secret) if !needed && secret.kept.is_some() => Err(Error::ValueIsKept),
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
    if name.is_empty() { Err(Error::NameEmpty) } else { Ok(name) }
}

fn one_day(text: &str) -> Result<Option<Day>> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match Day::readings(text).as_slice() {
        [day] => Ok(Some(*day)),
        [] => Err(Error::DayInvalid),
        several => Err(Error::DayUnclear { readings: several.to_vec() }),
    }
}

const NAME_LENGTH: usize = 120;
