//! `calendar_save`, `calendar_open`.

use std::sync::PoisonError;

use certdesk_core::connection::ConnectionId;
use certdesk_core::files::export;
use certdesk_core::{Error, calendar};
use tauri::{Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::failure::{AppFailure, Failure};
use crate::file_dialogs;
use crate::state::{AppState, blocking};

/// Writes reminders for one connection, or for all of them, as an iCalendar file that the user
/// chooses; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn calendar_save<R: Runtime>(
    id: Option<ConnectionId>,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<String>, Failure> {
    // Before the dialog: nobody chooses a file that stays unwritten.
    let (name, document) = match id {
        Some(id) => {
            let connection = state.read(&id).await?;
            (connection.file_name(FILE), calendar::of_one(&connection, OffsetDateTime::now_utc())?)
        }
        None => {
            let all = state.connections().await?;
            (ALL.to_owned(), calendar::of_all(&all, OffsetDateTime::now_utc())?)
        }
    };
    let Some(path) = file_dialogs::save(&window, "Save calendar file", &name).await? else {
        return Ok(None);
    };
    let saved = blocking(move || {
        export::write_public(&path, document.as_bytes())?;
        Ok(path)
    })
    .await?;
    let shown = saved.display().to_string();
    *state.saved_calendar.lock().unwrap_or_else(PoisonError::into_inner) = Some(saved);
    Ok(Some(shown))
}

/// Opens the calendar file that was saved last with the program that this computer has for it.
// Not on the main thread: handing over to another program can take a while.
#[tauri::command(async)]
pub(crate) fn calendar_open(state: State<'_, AppState>) -> Result<(), Failure> {
    let saved = state.saved_calendar.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let path = saved.ok_or(Error::Unexpected("no calendar file was saved"))?;
    open::that_detached(&path)
        .map_err(|_| AppFailure::FileNotOpened { path: path.display().to_string() }.into())
}

const FILE: &str = "certificates.ics";
const ALL: &str = "netsuite-certificates.ics";
