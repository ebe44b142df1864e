//! All connections at a glance.

use certdesk_core::connection::{Connection, ConnectionId, CredentialState, days_left};
use certdesk_core::portfolio;
use certdesk_core::rotation::{Due, Waits, settles_at};
use certdesk_core::setup::{self, Status};
use certdesk_core::store::Contents;
use netsuite_client::Environment;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::ipc::connection_status::{ConnectionStatus, NextAct};
use crate::ipc::files::UnreadableDocument;
use crate::ipc::slots::SlotsSeen;
use crate::ipc::target::TargetName;
use crate::ipc::test_call::LastCall;

/// The connections, and the documents that cannot be read.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Board {
    connections: Vec<ConnectionSummary>,
    unreadable: Vec<UnreadableDocument>,
}

/// One row.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConnectionSummary {
    #[ts(type = "string")]
    id: ConnectionId,
    name: String,
    practice: bool,
    target: Option<TargetName>,
    account_id: Option<String>,
    environment: Option<Environment>,
    status: ConnectionStatus,
    needs_you: bool,
    next_act: NextAct,
    certificate_id: Option<String>,
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    valid_until: Option<OffsetDateTime>,
    #[ts(type = "number | null")]
    days_left: Option<i64>,
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    last_token_at: Option<OffsetDateTime>,
    /// The last test call; null where none was made.
    last_call: Option<LastCall>,
    /// Null when its certificate does not run out within two months.
    due: Option<Due>,
    /// Whether a reminder names its certificate.
    reminded: bool,
    /// As NetSuite said last.
    slots: Option<SlotsSeen>,
    /// A rotation's upload had no answer: when its outcome is known at the latest. Null otherwise.
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    settles_at: Option<OffsetDateTime>,
}

impl Board {
    /// The contents of the store at an instant.
    pub(crate) fn new(contents: &Contents, now: OffsetDateTime) -> Self {
        let summary = |connection| ConnectionSummary::new(connection, now);
        Self {
            connections: contents.connections.iter().map(summary).collect(),
            unreadable: contents.unreadable.iter().filter_map(UnreadableDocument::new).collect(),
        }
    }
}

/// As `certdesk --remind` counts: not the practice account, nor what NetSuite doesn't know yet.
fn reminded(
    connection: &Connection,
    valid_until: Option<OffsetDateTime>,
    now: OffsetDateTime,
) -> bool {
    let known = connection.working().is_some_and(|one| one.state != CredentialState::Made);
    known
        && !connection.practice
        && valid_until.is_some_and(|ends| portfolio::is_reminded(ends, now))
}

impl ConnectionSummary {
    fn new(connection: &Connection, now: OffsetDateTime) -> Self {
        let valid_until = connection.working_until();
        let status = setup::status_until(connection, valid_until, now);
        let rotation = connection.rotation.as_ref();
        let account = connection.account.as_ref().map(|account| &account.id);
        Self {
            id: connection.id.clone(),
            name: connection.name.clone(),
            practice: connection.practice,
            target: connection.target.map(TargetName::from),
            account_id: account.map(ToString::to_string),
            environment: account.map(|id| id.environment()),
            needs_you: status != Status::InOrder,
            next_act: NextAct::of(connection, &status),
            status: status.into(),
            certificate_id: connection
                .working()
                .map(|working| working.certificate_id().to_string()),
            valid_until,
            days_left: valid_until.map(|until| days_left(until, now)),
            last_token_at: connection.last_proof.as_ref().map(|proof| proof.at),
            last_call: LastCall::of(connection),
            due: portfolio::due_until(connection, valid_until, now),
            reminded: reminded(connection, valid_until, now),
            slots: connection.slots.clone().map(SlotsSeen::from),
            settles_at: rotation.and_then(|rotation| settles_at(rotation, Waits::default())),
        }
    }
}
