//! What the user enters about an entry. A refused change leaves the plan as it was.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::progress::{Progress, works};
use super::{Calls, Entry, EntryId, TbaPlan, TokenRevoked};
use crate::connection::{Connection, ConnectionId, RevokedBy};
use crate::error::{ConnectionError, Error, Result, TbaPlanError};
use crate::target::System;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TbaPlanChange"))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum PlanChange {
    /// What the integration calls, and the system behind it.
    About {
        /// Nothing where the user doesn't know it.
        calls: Vec<Calls>,
        /// Nothing where no system was chosen.
        target: Option<System>,
    },
    /// A connection that exists already takes its place, or none does.
    Connection {
        /// Which.
        #[cfg_attr(feature = "ts", ts(type = "string | null"))]
        connection: Option<ConnectionId>,
    },
    /// Nothing needs it any more, or something does after all.
    Unneeded {
        /// Whether nothing needs it.
        done: bool,
    },
    /// The integration uses the new access.
    Switched {
        /// Whether it does.
        done: bool,
    },
    /// The old token is revoked in NetSuite.
    TokenRevoked {
        /// Whether it is.
        done: bool,
    },
}

impl TbaPlan {
    /// Makes one change of an entry. `connections` are all that exist.
    ///
    /// # Errors
    /// [`TbaPlanError::EntryUnknown`], [`TbaPlanError::NotWorking`], [`TbaPlanError::NotSwitched`],
    /// [`ConnectionError::Unknown`] for a connection that isn't one of this account.
    pub fn change(
        &mut self,
        id: &EntryId,
        change: PlanChange,
        connections: &[Connection],
        now: OffsetDateTime,
    ) -> Result<()> {
        let account = self.account.clone();
        let of_account = |id: &ConnectionId| {
            let found = connections.iter().find(|connection| connection.id == *id);
            found.filter(|found| found.account.as_ref().is_some_and(|known| known.id == account))
        };
        let entry = self.entry_mut(id)?;
        match change {
            PlanChange::About { mut calls, target } => {
                calls.sort_unstable();
                calls.dedup();
                entry.calls = calls;
                entry.target = target;
            }
            PlanChange::Connection { connection } => {
                if connection.as_ref().is_some_and(|id| of_account(id).is_none()) {
                    return Err(Error::Connection(ConnectionError::Unknown));
                }
                entry.connection = connection;
                entry.switched_at = None;
            }
            PlanChange::Unneeded { done } => entry.unneeded = done,
            PlanChange::Switched { done: false } => entry.switched_at = None,
            PlanChange::Switched { done: true } => {
                let connection = entry.connection.as_ref().and_then(of_account);
                let needs_tba = entry.calls.contains(&Calls::Soap) || entry.without_m2m().is_some();
                if !connection.is_some_and(works) || needs_tba {
                    return Err(TbaPlanError::NotWorking.into());
                }
                entry.switched_at = Some(now);
            }
            PlanChange::TokenRevoked { done: false } => entry.revoked = None,
            PlanChange::TokenRevoked { done: true } => {
                let connection = entry.connection.as_ref().and_then(of_account);
                if !entry.may_lose_its_token(connection) {
                    return Err(TbaPlanError::NotSwitched.into());
                }
                entry.revoked = Some(TokenRevoked { at: now, by: RevokedBy::Word });
            }
        }
        self.changed_at = now;
        Ok(())
    }
}

impl Entry {
    /// Whether nothing uses the old token any more, as far as the user has said.
    #[must_use]
    pub fn may_lose_its_token(&self, connection: Option<&Connection>) -> bool {
        use Progress::{Inactive, Revoked, Switched, Unneeded};
        matches!(self.progress(connection), Switched | Unneeded | Inactive | Revoked)
    }
}
