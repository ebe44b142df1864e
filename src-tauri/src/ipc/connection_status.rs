//! How a connection is doing, and what it needs first.

use certdesk_core::connection::{self, Connection};
use certdesk_core::setup::{Status, Step};
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use super::rotation::RotationAct;

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
    /// The usual test call after the last token was refused.
    CallRefused {
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

impl NextAct {
    /// What a connection of this status needs first.
    pub(crate) fn of(connection: &Connection, status: &Status) -> Self {
        let full = connection.slots.as_ref().is_some_and(connection::SlotsSeen::full);
        match status {
            Status::SettingUp { .. } => Self::ContinueSetUp,
            Status::Rotating { .. } => Self::Rotation,
            Status::Expired | Status::RunsOutSoon | Status::MappingGone | Status::Revoked => {
                if full { Self::FreeSlot } else { Self::Rotate }
            }
            Status::TokenRefused { .. } | Status::CallRefused { .. } => Self::FindCause,
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
            Status::CallRefused { at } => Self::CallRefused { at },
            Status::RunsOutSoon => Self::RunsOutSoon,
            Status::InOrder => Self::InOrder,
        }
    }
}
