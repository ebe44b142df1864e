//! Reminders as Help shows them.

use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::reminder::record::LastLook;
use crate::system::reminders::{ReminderClick, ReminderProblem};

/// Reminders on this computer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RemindersView {
    /// Whether the system starts the look at login.
    pub(crate) on: bool,
    /// What keeps reminders from this computer.
    pub(crate) problem: Option<ReminderProblem>,
    pub(crate) click: ReminderClick,
    /// Null where the day isn't known.
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    pub(crate) turned_on_at: Option<OffsetDateTime>,
    pub(crate) last_look: Option<LastLook>,
}
