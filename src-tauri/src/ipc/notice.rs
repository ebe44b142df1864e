//! What the window is told without having asked at that moment.

use serde::Serialize;
use ts_rs::TS;

use crate::failure::Failure;

/// Something that happened without being asked for at that moment.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(crate) enum AppNotice {
    /// The browser came back and the token was received.
    SignedIn {
        /// The connection.
        id: String,
    },
    /// The browser came back with something else, or its code was refused. `id` is null when
    /// nobody asked for that answer.
    SignInFailed { id: Option<String>, failure: Failure },
    /// A reminder was clicked: the certificates that it was about are asked for.
    ReminderOpened,
    /// Files are held over the window, or no longer.
    FilesOver { over: bool },
    /// Files were dropped and lie on the doctor's table; one could not be read if it failed.
    FilesDropped { failure: Option<Failure> },
}
