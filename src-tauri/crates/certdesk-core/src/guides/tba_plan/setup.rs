//! From an entry to the set-up of the connection that takes its place.

use netsuite_client::Scope;
use time::OffsetDateTime;

use super::{Calls, Entry, EntryId, TbaPlan};
use crate::connection::{Change, Connection};
use crate::error::{Error, Result, TbaPlanError};
use crate::target::System;

impl TbaPlan {
    /// A connection for an entry: with the account, the target system and the scopes that are known
    /// of it. Role and user are proposed in the set-up, where the new role's permissions are checked.
    ///
    /// # Errors
    /// [`TbaPlanError::SoapNeedsTba`], [`TbaPlanError::TargetNeedsTba`],
    /// [`TbaPlanError::EntryUnknown`], and as [`Connection::new`].
    pub fn connection_for(&self, id: &EntryId, now: OffsetDateTime) -> Result<Connection> {
        let entry = self.entry(id)?;
        if entry.calls.contains(&Calls::Soap) {
            return Err(Error::TbaPlan(TbaPlanError::SoapNeedsTba));
        }
        if entry.without_m2m().is_some() {
            return Err(Error::TbaPlan(TbaPlanError::TargetNeedsTba));
        }
        let mut connection = Connection::new(&self.connection_name(entry), false, now)?;
        connection.change(Change::Account { text: self.account.to_string() }, now)?;
        if let Some(System::Target(target)) = entry.target {
            connection.change(Change::Target { target }, now)?;
        }
        connection.integration.scopes =
            entry.calls.iter().filter_map(|calls| calls.scope()).collect();
        Ok(connection)
    }

    /// The client's name, which the target system tells apart on the board; the integration's name
    /// does where there is no target system or no client yet.
    fn connection_name(&self, entry: &Entry) -> String {
        let name = match (self.client.as_str(), entry.target) {
            ("", _) => entry.name().to_owned(),
            (client, Some(_)) => client.to_owned(),
            (client, None) => format!("{client} ({})", entry.name()),
        };
        name.chars().take(LONGEST_NAME).collect()
    }
}

impl Calls {
    /// The scope that serves it; none serves SOAP.
    #[must_use]
    pub const fn scope(self) -> Option<Scope> {
        match self {
            Self::RestWebservices => Some(Scope::RestWebservices),
            Self::Restlets => Some(Scope::Restlets),
            Self::SuiteAnalytics => Some(Scope::SuiteAnalytics),
            Self::Soap => None,
        }
    }
}

/// As long as a connection's name may be.
const LONGEST_NAME: usize = 100;
