//! Which plan fits a connection.

use netsuite_keys::certificate::{MOST_DAYS, Signature};

use super::{Order, Plan, Reason, Way};
use crate::connection::{Connection, CredentialState};
use crate::error::{ConnectionError, Error, KeysError, Result};
use crate::setup;
use crate::step::Step;

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
