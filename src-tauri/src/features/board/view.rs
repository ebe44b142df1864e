//! All connections at a glance.

use certdesk_core::connection::{self, Connection, ConnectionId, days_left};
use certdesk_core::error::{DocumentError, FileError};
use certdesk_core::rotation::Due;
use certdesk_core::setup::{self, Status, Step};
use certdesk_core::store::Contents;
use certdesk_core::{Error, portfolio};
use netsuite_client::Environment;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::features::kits::view::TargetName;
use crate::features::rotation::view::RotationAct;
use crate::ipc::connection::SlotsSeen;

/// The connections, and the documents that cannot be read.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Board {
    connections: Vec<ConnectionSummary>,
    unreadable: Vec<UnreadableDocument>,
}

/// A document that was left as it is.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct UnreadableDocument {
    path: String,
    #[ts(type = "\"newer\" | \"damaged\" | \"target-unknown\"")]
    reason: &'static str,
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
    /// Null when its certificate does not run out within two months.
    due: Option<Due>,
    /// As NetSuite said last.
    slots: Option<SlotsSeen>,
}

/// What is true of a connection now.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum ConnectionStatus {
    SettingUp {
        step: Step,
    },
    /// A rotation is under way.
    Rotating {
        /// What it waits for.
        next: Option<RotationAct>,
        /// Its last act failed.
        interrupted: bool,
    },
    /// The sandbox was refreshed: NetSuite has no mapping for it any more.
    MappingGone,
    /// Its certificate is revoked, and nothing has taken its place.
    Revoked,
    InOrder,
    RunsOutSoon,
    Expired,
    TokenRefused {
        #[serde(with = "time::serde::rfc3339")]
        #[ts(type = "Instant")]
        at: OffsetDateTime,
    },
}

/// The act to offer.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum NextAct {
    ContinueSetUp,
    Test,
    /// See why the last token request was refused.
    FindCause,
    /// Every slot is in use: one has to be freed before a rotation can start.
    FreeSlot,
    /// Start a rotation.
    Rotate,
    /// Go to the rotation under way.
    Rotation,
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

impl UnreadableDocument {
    pub(crate) fn new(error: &Error) -> Option<Self> {
        let (path, reason) = match error {
            Error::Document(DocumentError::Newer { path }) => (path, "newer"),
            Error::Document(DocumentError::TargetUnknown { path, .. }) => (path, "target-unknown"),
            Error::Document(DocumentError::Damaged { path })
            | Error::File(FileError::NotRead { path, .. }) => (path, "damaged"),
            _ => return None,
        };
        Some(Self { path: path.display().to_string(), reason })
    }
}

impl ConnectionSummary {
    fn new(connection: &Connection, now: OffsetDateTime) -> Self {
        let status = setup::status(connection, now);
        let working = connection.working();
        let valid_until = working.and_then(|working| working.ends_at().ok());
        let account = connection.account.as_ref().map(|account| &account.id);
        Self {
            id: connection.id.clone(),
            name: connection.name.clone(),
            practice: connection.practice,
            target: connection.target.map(TargetName::from),
            account_id: account.map(ToString::to_string),
            environment: account.map(|id| id.environment()),
            needs_you: status != Status::InOrder,
            next_act: NextAct::of(connection, now),
            status: status.into(),
            certificate_id: working.map(|working| working.certificate_id().to_string()),
            valid_until,
            days_left: valid_until.map(|until| days_left(until, now)),
            last_token_at: connection.last_proof.as_ref().map(|proof| proof.at),
            due: portfolio::due(connection, now),
            slots: connection.slots.clone().map(SlotsSeen::from),
        }
    }
}

impl NextAct {
    /// What a connection needs first.
    pub(crate) fn of(connection: &Connection, now: OffsetDateTime) -> Self {
        let full = connection.slots.as_ref().is_some_and(connection::SlotsSeen::full);
        match setup::status(connection, now) {
            Status::SettingUp { .. } => Self::ContinueSetUp,
            Status::Rotating { .. } => Self::Rotation,
            Status::Expired | Status::RunsOutSoon | Status::MappingGone | Status::Revoked => {
                if full { Self::FreeSlot } else { Self::Rotate }
            }
            Status::TokenRefused { .. } => Self::FindCause,
            Status::InOrder => Self::Test,
        }
    }
}

impl From<Status> for ConnectionStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::SettingUp { step } => Self::SettingUp { step },
            Status::Rotating { next, interrupted } => {
                Self::Rotating { next: Some(next.into()), interrupted }
            }
            Status::MappingGone => Self::MappingGone,
            Status::Revoked => Self::Revoked,
            Status::Expired => Self::Expired,
            Status::TokenRefused { at } => Self::TokenRefused { at },
            Status::RunsOutSoon => Self::RunsOutSoon,
            Status::InOrder => Self::InOrder,
        }
    }
}
