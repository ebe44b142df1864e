//! What the user wants of a rotation.

use netsuite_client::InternalId;
use netsuite_keys::certificate::{MOST_DAYS, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType};
use serde::{Deserialize, Serialize};

use super::{Order, Reason, Way};
use crate::connection::{Connection, CredentialState};
use crate::error::{ConnectionError, Error, KeysError, Result};
use crate::setup::{self, Step};

/// What the user wants of a rotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// Why.
    pub reason: Reason,
    /// When the old certificate goes.
    pub order: Order,
    /// Who uploads the new one.
    #[serde(default)]
    pub way: Way,
    /// The kind of the new key.
    pub key_type: KeyType,
    /// How assertions are signed with it.
    pub algorithm: Algorithm,
    /// How its certificate is signed.
    pub signature: Signature,
    /// How many days the certificate is valid.
    pub days: u32,
    /// What it is called.
    pub subject: Subject,
    /// The role of the mapping; where none is given, that of the old one.
    pub role: Option<InternalId>,
    /// The entity of the mapping; where none is given, that of the old one.
    pub entity: Option<InternalId>,
}

impl Plan {
    /// What most people want: a pair like the one in use or, where there is none, like the target
    /// has it by default, for as long as NetSuite allows.
    ///
    /// # Errors
    /// [`ConnectionError::StepNotReady`] when the connection's set-up has not come to a key.
    pub fn for_connection(connection: &Connection, reason: Reason) -> Result<Self> {
        let target = connection
            .target
            .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Target }))?;
        let recipe = target.recipe();
        let like = connection.working().or(connection.credentials.last());
        let like = like.filter(|like| recipe.takes_pair(like.key_type, like.algorithm).is_ok());
        Ok(Self {
            reason,
            order: Order::ReplaceFirst,
            way: Way::Endpoint,
            key_type: like.map_or(recipe.default_key_type(), |like| like.key_type),
            algorithm: like.map_or(recipe.default_algorithm(), |like| like.algorithm),
            signature: like.map_or_else(Signature::default, |like| like.signature),
            days: MOST_DAYS,
            subject: connection.suggested_subject(),
            role: None,
            entity: None,
        })
    }

    /// Whether only the target can ask for a token: its application's Consumer Key is not known.
    pub(super) fn proven_by_target(&self, connection: &Connection) -> bool {
        self.way == Way::ByHand && setup::proves_itself(connection)
    }

    /// Refuses before anything is done what would be refused later.
    pub(super) fn fits(&self, connection: &Connection) -> Result<()> {
        let missing = |step| Error::Connection(ConnectionError::StepNotReady { step });
        let target = connection.target.ok_or(missing(Step::Target))?;
        connection.account.as_ref().ok_or(missing(Step::Account))?;
        if connection.integration.client_id.is_none() && !self.proven_by_target(connection) {
            return Err(missing(Step::Integration));
        }
        // To revoke first, NetSuite has to be asked.
        if self.way == Way::ByHand && self.order == Order::RevokeFirst {
            return Err(ConnectionError::SignInNeeded.into());
        }
        let key_type = self.key_type;
        target.recipe().takes_pair(key_type, self.algorithm)?;
        if !(1..=MOST_DAYS).contains(&self.days) {
            return Err(Error::Keys(KeysError::DaysOutOfRange { most: MOST_DAYS }));
        }
        // What NetSuite has never seen is set up, not replaced.
        match connection.working() {
            Some(working) if working.state == CredentialState::Made => Err(missing(Step::Upload)),
            None if connection.credentials.is_empty() => Err(missing(Step::Key)),
            _ => Ok(()),
        }
    }
}
