//! How a system starts `certdesk --remind` at login, and shows its notification.

use serde::Serialize;
use ts_rs::TS;

#[cfg_attr(all(unix, not(target_os = "macos")), path = "reminders/linux.rs")]
#[cfg_attr(target_os = "macos", path = "reminders/macos.rs")]
#[cfg_attr(windows, path = "reminders/windows.rs")]
mod platform;

pub(crate) use platform::{CLICK, Shown, is_on, problem, show, turn_off, turn_on};

/// What a notification says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notification {
    pub(crate) title: String,
    pub(crate) body: String,
}

/// What keeps reminders from this computer.
#[allow(dead_code, reason = "each system can lack one of them")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ReminderProblem {
    /// No program shows notifications.
    NoNotifications,
    /// The system shows notifications of installed programs only, or this one's path is gone later.
    NotInstalled,
}

/// What a click on a notification does.
#[allow(dead_code, reason = "each system has one of them")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ReminderClick {
    /// It shows the certificates, as long as the notification is there.
    ShowsThem,
    /// It shows the certificates within [`WAITS_FOR_CLICK`].
    ShowsThemForMinutes,
    /// Certdesk doesn't learn of it.
    Unknown,
}

/// What the entry at login gives to this program.
const ARGUMENT: &str = "--remind";
