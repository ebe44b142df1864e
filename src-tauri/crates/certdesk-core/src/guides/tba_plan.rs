//! The plan that moves an account's integrations from token-based authentication (TBA) to
//! machine-to-machine access: which of them there are, what each calls, and how far it has come.
//!
//! NetSuite creates no new TBA integrations from 2027.1 on and ends support for the old ones later.
//! Certdesk can't see NetSuite's pages: the entries come from a list that the user pastes, and what
//! is done by hand there is confirmed by the user. Whether the new access works is derived from the
//! connection that was set up for it.
//!
//! Sources: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_0525020842.html>,
//! <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_0525022007.html>

mod change;
mod csv;
mod list;
mod merge;
mod progress;
mod setup;
mod text;

use std::path::Path;

use netsuite_client::AccountId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::OffsetDateTime;

use crate::connection::{ConnectionId, RevokedBy};
use crate::error::{DocumentError, Error, Result, TbaPlanError};
use crate::files::documents::{self, Document, Documents};
use crate::target::{System, WithoutM2m};
pub use change::PlanChange;
pub use list::{List, ListKind, MOST_BYTES, MOST_ROWS};
pub use merge::Merged;
pub use progress::{Deadline, Progress};

/// The plans of all accounts.
pub type TbaPlans = Documents<TbaPlan>;

/// The plan of one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TbaPlan {
    /// The account; there is one document for each.
    pub account: AccountId,
    /// The client, as the user calls it.
    pub client: String,
    /// When it was created.
    #[serde(with = "time::serde::rfc3339")]
    pub begun_at: OffsetDateTime,
    /// When it was changed last.
    #[serde(with = "time::serde::rfc3339")]
    pub changed_at: OffsetDateTime,
    /// The integrations, in the order in which they were listed.
    pub entries: Vec<Entry>,
}

/// One access token, or an integration record of which no token is listed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Entry {
    /// Names it within the plan.
    pub id: EntryId,
    /// Which of NetSuite's lists it comes from.
    pub kind: ListKind,
    /// The integration record's name. A list of tokens may leave it out.
    pub application: String,
    /// The token's name.
    pub token_name: String,
    /// The user that the token belongs to.
    pub user: String,
    /// The role that the token acts with.
    pub role: String,
    /// When it was created, as NetSuite writes it.
    pub created: String,
    /// Its internal ID in NetSuite, where the list has it.
    pub internal_id: String,
    /// NetSuite shows the token as inactive, or the integration record as blocked.
    pub inactive: bool,
    /// What the integration calls; nothing until the user knows it.
    pub calls: Vec<Calls>,
    /// The system behind it, if the user has chosen one.
    pub target: Option<System>,
    /// Nothing needs it any more: it is revoked without a replacement.
    pub unneeded: bool,
    /// The connection that takes its place.
    pub connection: Option<ConnectionId>,
    /// When the user confirmed that the integration uses the new access.
    #[serde(with = "time::serde::rfc3339::option")]
    pub switched_at: Option<OffsetDateTime>,
    /// That the old token is revoked.
    pub revoked: Option<TokenRevoked>,
}

/// Names an entry within its plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntryId(String);

documents::id!(EntryId);

/// What an integration calls in NetSuite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TbaCalls"))]
#[serde(rename_all = "kebab-case")]
pub enum Calls {
    /// REST web services.
    RestWebservices,
    /// RESTlets.
    Restlets,
    /// SuiteAnalytics Connect.
    SuiteAnalytics,
    /// SOAP web services, which accept no OAuth 2.0.
    Soap,
}

/// An old token is revoked, or TBA is turned off on the integration record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TokenRevoked {
    /// When it was confirmed.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// How it is known.
    pub by: RevokedBy,
}

impl TbaPlan {
    /// A plan without an entry.
    #[must_use]
    pub const fn new(account: AccountId, client: String, now: OffsetDateTime) -> Self {
        Self { account, client, begun_at: now, changed_at: now, entries: Vec::new() }
    }

    /// One of its entries.
    ///
    /// # Errors
    /// [`TbaPlanError::EntryUnknown`].
    pub fn entry(&self, id: &EntryId) -> Result<&Entry> {
        let found = self.entries.iter().find(|entry| entry.id == *id);
        found.ok_or(Error::TbaPlan(TbaPlanError::EntryUnknown))
    }

    fn entry_mut(&mut self, id: &EntryId) -> Result<&mut Entry> {
        let found = self.entries.iter_mut().find(|entry| entry.id == *id);
        found.ok_or(Error::TbaPlan(TbaPlanError::EntryUnknown))
    }

    /// The entry whose place a connection takes.
    #[must_use]
    pub fn replaced_by(&self, connection: &ConnectionId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.connection.as_ref() == Some(connection))
    }
}

impl Entry {
    /// What people call it: the integration, or the token where NetSuite's list doesn't name one.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.application.is_empty() { &self.token_name } else { &self.application }
    }

    /// The system behind it, if that has no machine-to-machine access.
    #[must_use]
    pub const fn without_m2m(&self) -> Option<&'static WithoutM2m> {
        match self.target {
            Some(System::WithoutM2m(facts)) => Some(facts),
            Some(System::Target(_)) | None => None,
        }
    }
}

impl Document for TbaPlan {
    const KIND: &'static str = "tbaPlan";
    const SCHEMA: u32 = 1;

    fn file_stem(&self) -> &str {
        self.account.as_str()
    }

    fn unknown() -> Error {
        Error::Document(DocumentError::GuideUnknown)
    }

    /// A system that isn't known here.
    fn why_unreadable(document: &Value, path: &Path) -> Option<Error> {
        let entries = document["entries"].as_array()?;
        let mut named = entries.iter().filter_map(|entry| entry["target"].as_str());
        let target = named.find(|name| System::named(name).is_none())?.to_owned();
        Some(Error::Document(DocumentError::TargetUnknown { path: path.into(), target }))
    }
}

#[cfg(test)]
mod tests;
