//! The plan that moves integrations off token-based authentication, as its screens show it.

use std::collections::HashMap;

use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::files::documents::Found;
use certdesk_core::guides::tba_plan::{
    Calls, Deadline, Entry, EntryId, ListKind, Merged, Progress, TbaPlan,
};
use netsuite_client::Environment;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::ipc::credential::RevokedView;
use crate::ipc::files::UnreadableDocument;
use crate::ipc::known_account::KnownAccount;
use crate::ipc::target::{SystemName, TargetName};

/// Every plan.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct TbaBoard {
    /// By client and account.
    plans: Vec<TbaPlanSummary>,
    unreadable: Vec<UnreadableDocument>,
    /// Accounts of the connections, to choose from.
    accounts: Vec<KnownAccount>,
}

/// One plan in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TbaPlanSummary {
    account_id: String,
    environment: Environment,
    client: String,
    /// All entries.
    #[ts(type = "number")]
    all: usize,
    /// Those with something left to do.
    #[ts(type = "number")]
    open: usize,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    changed_at: OffsetDateTime,
}

/// One plan.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TbaPlanView {
    account_id: String,
    environment: Environment,
    client: String,
    entries: Vec<TbaEntryView>,
    /// The account's connections, to choose from.
    connections: Vec<TbaConnection>,
}

/// A connection that takes the place of an old token.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct TbaConnection {
    #[ts(type = "string")]
    id: ConnectionId,
    name: String,
    target: Option<TargetName>,
}

/// One token, or an integration record without one.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TbaEntryView {
    #[ts(type = "string")]
    id: EntryId,
    kind: ListKind,
    name: String,
    token_name: String,
    user: String,
    role: String,
    created: String,
    internal_id: String,
    calls: Vec<Calls>,
    target: Option<SystemName>,
    unneeded: bool,
    /// Null once it was removed, too.
    connection: Option<TbaConnection>,
    progress: Progress,
    /// Whether something is left to do.
    open: bool,
    deadline: Deadline,
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    switched_at: Option<OffsetDateTime>,
    revoked: Option<RevokedView>,
}

/// What a list brought into a plan.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TbaListTaken {
    account_id: String,
    kind: ListKind,
    #[ts(type = "number")]
    added: usize,
    #[ts(type = "number")]
    known: usize,
    /// Left out because they are revoked already.
    #[ts(type = "number")]
    revoked: usize,
}

/// What the set-up of a connection proposes from the old token.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct TbaHint {
    name: String,
    user: String,
    role: String,
}

impl TbaBoard {
    pub(crate) fn new(mut found: Found<TbaPlan>, connections: &[Connection]) -> Self {
        found.documents.sort_by_key(|plan| (plan.client.to_lowercase(), plan.account.to_string()));
        let known = by_id(connections);
        Self {
            plans: found.documents.iter().map(|plan| TbaPlanSummary::new(plan, &known)).collect(),
            unreadable: found.unreadable.iter().filter_map(UnreadableDocument::new).collect(),
            accounts: KnownAccount::all(connections),
        }
    }
}

impl TbaPlanSummary {
    fn new(plan: &TbaPlan, known: &Known<'_>) -> Self {
        let open = |entry: &&Entry| entry.progress(connection_of(entry, known)).is_open();
        Self {
            account_id: plan.account.to_string(),
            environment: plan.account.environment(),
            client: plan.client.clone(),
            all: plan.entries.len(),
            open: plan.entries.iter().filter(open).count(),
            changed_at: plan.changed_at,
        }
    }
}

impl TbaPlanView {
    pub(crate) fn new(plan: &TbaPlan, connections: &[Connection]) -> Self {
        let known = by_id(connections);
        let of_account = |connection: &&Connection| {
            connection.account.as_ref().is_some_and(|account| account.id == plan.account)
        };
        let own = connections.iter().filter(of_account).map(TbaConnection::new);
        Self {
            account_id: plan.account.to_string(),
            environment: plan.account.environment(),
            client: plan.client.clone(),
            entries: plan.entries.iter().map(|entry| TbaEntryView::new(entry, &known)).collect(),
            connections: own.collect(),
        }
    }
}

impl TbaConnection {
    fn new(connection: &Connection) -> Self {
        Self {
            id: connection.id.clone(),
            name: connection.name.clone(),
            target: connection.target.map(TargetName::from),
        }
    }
}

impl TbaEntryView {
    fn new(entry: &Entry, known: &Known<'_>) -> Self {
        let connection = connection_of(entry, known);
        let progress = entry.progress(connection);
        Self {
            id: entry.id.clone(),
            kind: entry.kind,
            name: entry.name().to_owned(),
            token_name: entry.token_name.clone(),
            user: entry.user.clone(),
            role: entry.role.clone(),
            created: entry.created.clone(),
            internal_id: entry.internal_id.clone(),
            calls: entry.calls.clone(),
            target: entry.target.map(SystemName::from),
            unneeded: entry.unneeded,
            connection: connection.map(TbaConnection::new),
            progress,
            open: progress.is_open(),
            deadline: entry.deadline(),
            switched_at: entry.switched_at,
            revoked: entry.revoked.map(|revoked| RevokedView { at: revoked.at, by: revoked.by }),
        }
    }
}

impl TbaListTaken {
    pub(crate) fn new(plan: &TbaPlan, kind: ListKind, merged: Merged) -> Self {
        let Merged { added, known, revoked } = merged;
        Self { account_id: plan.account.to_string(), kind, added, known, revoked }
    }
}

impl TbaHint {
    pub(crate) fn new(entry: &Entry) -> Self {
        let (name, user, role) = (entry.name(), &entry.user, &entry.role);
        Self { name: name.to_owned(), user: user.clone(), role: role.clone() }
    }
}

type Known<'a> = HashMap<&'a str, &'a Connection>;

fn by_id(connections: &[Connection]) -> Known<'_> {
    connections.iter().map(|connection| (connection.id.as_str(), connection)).collect()
}

fn connection_of<'a>(entry: &Entry, known: &Known<'a>) -> Option<&'a Connection> {
    entry.connection.as_ref().and_then(|id| known.get(id.as_str()).copied())
}
