//! What a user may change in a connection by typing, choosing and ticking.

use netsuite_client::{AccountId, ClientId, Scope};
use netsuite_keys::certificate::CertificateId;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::names::Names;
use super::setup::{self, Step};
use super::tick::Tick;
use super::{
    Account, AccountCheck, Connection, CredentialId, CredentialState, Event, Role, same_account,
};
use crate::error::{ConnectionError, Error, NetSuiteError, Result, RotationError};
use crate::target::Target;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Change {
    /// Another name.
    Name {
        /// The new one.
        name: String,
    },
    /// The system that will use the connection.
    Target {
        /// Which.
        target: Target,
    },
    /// The account, in any form.
    Account {
        /// As typed or pasted.
        text: String,
    },
    /// A box of the features and permissions list.
    Tick {
        /// Which.
        tick: Tick,
        /// Whether it is ticked now.
        done: bool,
    },
    /// Role and entity.
    Role {
        /// The role's name.
        role_name: String,
        /// The entity's name.
        entity_name: String,
    },
    /// Name and scopes of the integration record.
    Integration {
        /// Its name.
        name: String,
        /// Its scopes.
        scopes: Vec<Scope>,
    },
    /// The Consumer Key. Empty takes it back, where the target needs none.
    ClientId {
        /// As pasted.
        text: String,
    },
    /// The Certificate ID that NetSuite shows.
    CertificateId {
        /// Of which credential.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        credential_id: CredentialId,
        /// As pasted.
        text: String,
        /// The user insists although it is not the predicted one.
        accept: bool,
    },
    /// The target has the values.
    HandedOver,
}

impl Change {
    /// Whether a rotation under way would go on elsewhere after it.
    const fn moves_the_ground(&self) -> bool {
        matches!(
            self,
            Self::Target { .. }
                | Self::Account { .. }
                | Self::ClientId { .. }
                | Self::CertificateId { .. }
                | Self::HandedOver
        )
    }
}

impl Connection {
    /// Makes one change, or none at all.
    ///
    /// # Errors
    /// What is wrong with the input, [`ConnectionError::StepNotReady`], or [`RotationError::UnderWay`] for
    /// what a rotation stands on.
    pub fn change(&mut self, change: Change, now: OffsetDateTime) -> Result<()> {
        if self.rotation.is_some() && change.moves_the_ground() {
            return Err(RotationError::UnderWay.into());
        }
        match change {
            Change::Name { name } => self.name = required(&name)?,
            Change::Target { target } => self.set_target(target, now),
            Change::Account { text } => self.set_account(AccountId::parse(&text)?, now),
            Change::Tick { tick, done } => self.set_tick(tick, done),
            Change::Role { role_name, entity_name } => {
                let (name, entity) = (required(&role_name)?, required(&entity_name)?);
                self.role = Some(Role { name, entity, taken_from: None });
            }
            Change::Integration { name, scopes } => self.set_integration(&name, scopes)?,
            Change::ClientId { text }
                if text.trim().is_empty() && setup::brings_its_application(self) =>
            {
                self.integration.client_id = None;
                self.forget_client();
            }
            Change::ClientId { text } => self.set_client_id(ClientId::find(&text)?, now),
            Change::CertificateId { credential_id, text, accept } => {
                self.confirm_certificate_id(
                    &credential_id,
                    CertificateId::parse(&text)?,
                    accept,
                    now,
                )?;
            }
            Change::HandedOver => self.hand_over(now)?,
        }
        Ok(())
    }

    fn set_target(&mut self, target: Target, now: OffsetDateTime) {
        if self.target != Some(target) {
            self.target = Some(target);
            self.handed_over_at = None;
            self.note(now, Event::TargetChosen { target });
        }
    }

    /// Another account has other integration records, mappings and tokens.
    fn set_account(&mut self, id: AccountId, now: OffsetDateTime) {
        if self.account.as_ref().is_some_and(|account| account.id == id) {
            return;
        }
        if self.account.is_some() {
            self.integration.client_id = None;
            self.forget_client();
            self.last_proof = None;
            self.last_refusal = None;
            self.calls.clear();
            self.handed_over_at = None;
            self.names = Names::default();
            // A certificate serves one mapping only, once NetSuite has it (facts A.1).
            for credential in &mut self.credentials {
                if credential.state != CredentialState::Made && credential.in_use() {
                    credential.state = CredentialState::Superseded;
                }
            }
        }
        self.note(now, Event::AccountSet { account_id: id.clone() });
        self.account = Some(Account { id, check: None });
    }

    /// Takes step 3 over from another connection of the same account, the one that was last worked
    /// on: features, role and user are the account's. What somebody has entered here stays.
    pub fn take_over_role(&mut self, others: &[Self]) {
        if self.role.is_some() || !self.ticks.is_empty() {
            return;
        }
        let last = |other: &&Self| other.history.last().map(|entry| entry.at);
        let known = others.iter().filter(|other| {
            other.id != self.id && other.role.is_some() && same_account(other, self)
        });
        let Some(other) = known.max_by_key(last) else { return };
        self.ticks.clone_from(&other.ticks);
        self.role = other.role.as_ref().map(|role| {
            let taken_from = role.taken_from.clone().or_else(|| Some(other.name.clone()));
            Role { taken_from, ..role.clone() }
        });
    }

    /// Steps 2 and 3 of a practice connection: its account is the one on this computer, and its
    /// features, role and user are there from the start. A further connection takes step 3 over from
    /// the one before, as with any account.
    ///
    /// # Errors
    /// [`ConnectionError::NameEmpty`], [`ConnectionError::NameTooLong`] for role or entity.
    pub fn set_up_for_practice(
        &mut self,
        account: AccountId,
        role_name: &str,
        entity_name: &str,
        others: &[Self],
        now: OffsetDateTime,
    ) -> Result<()> {
        self.set_account(account, now);
        if let Some(account) = &mut self.account {
            account.check = Some(AccountCheck { at: now, known: true });
        }
        self.take_over_role(others);
        if self.role.is_none() {
            self.ticks = Tick::ALL.to_vec();
            let (name, entity) = (required(role_name)?, required(entity_name)?);
            self.role = Some(Role { name, entity, taken_from: None });
        }
        Ok(())
    }

    fn set_tick(&mut self, tick: Tick, done: bool) {
        self.ticks.retain(|ticked| *ticked != tick);
        if done {
            self.ticks.push(tick);
        }
    }

    fn set_integration(&mut self, name: &str, mut scopes: Vec<Scope>) -> Result<()> {
        self.integration.name = required(name)?;
        scopes.dedup();
        if scopes.is_empty() {
            return Err(NetSuiteError::ScopesEmpty.into());
        }
        self.integration.scopes = scopes;
        Ok(())
    }

    fn set_client_id(&mut self, id: ClientId, now: OffsetDateTime) {
        if self.integration.client_id.as_ref() != Some(&id) {
            self.integration.client_id = Some(id);
            self.forget_client();
            // It was a refusal of another Client ID.
            self.last_refusal = None;
            self.note(now, Event::ClientIdSet);
        }
    }

    pub(crate) fn confirm_certificate_id(
        &mut self,
        credential: &CredentialId,
        id: CertificateId,
        accept: bool,
        now: OffsetDateTime,
    ) -> Result<()> {
        let credential = self.credential_mut(credential)?;
        if id != credential.predicted_id && !accept {
            return Err(Error::Connection(ConnectionError::CertificateIdDiffers {
                expected: credential.predicted_id.to_string(),
                entered: id.to_string(),
            }));
        }
        if credential.state == CredentialState::Made {
            credential.state = CredentialState::Uploaded;
        }
        credential.confirmed_id = Some(id.clone());
        self.note(now, Event::CertificateIdConfirmed { certificate_id: id });
        Ok(())
    }

    fn hand_over(&mut self, now: OffsetDateTime) -> Result<()> {
        let target = self
            .target
            .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Target }))?;
        let working = self
            .working()
            .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Key }))?;
        if !setup::done(self, Step::Prove) {
            return Err(Error::Connection(ConnectionError::StepNotReady { step: Step::Prove }));
        }
        let id = working.id.clone();
        self.credential_mut(&id)?.state = CredentialState::Current;
        self.handed_over_at = Some(now);
        self.note(now, Event::HandedOver { target });
        Ok(())
    }
}

/// A name in one line, without the blanks around it, not empty and of sane length.
pub(super) fn required(text: &str) -> Result<String> {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let name = line.trim();
    let length = name.chars().count();
    match length {
        0 => Err(ConnectionError::NameEmpty.into()),
        1..=LONGEST => Ok(name.to_owned()),
        _ => Err(Error::Connection(ConnectionError::NameTooLong { most: LONGEST, length })),
    }
}

/// Longer names break every table they stand in.
const LONGEST: usize = 100;
