//! `reminders_read`, `reminders_switch`.

use std::path::Path;

use certdesk_core::Error;
use tauri::State;
use tauri::async_runtime::spawn_blocking;
use time::OffsetDateTime;

use super::view::RemindersView;
use crate::failure::{AppFailure, Failure};
use crate::reminder::record::{self, RecordFile};
use crate::state::AppState;
use crate::system::reminders;

/// Whether reminders are on, as the system says, and what the last look found.
#[tauri::command]
pub(crate) async fn reminders_read(state: State<'_, AppState>) -> Result<RemindersView, Failure> {
    let data = state.data.clone();
    on_another_thread(move || view(&data)).await
}

/// Turns reminders on or off, for this user on this computer.
#[tauri::command]
pub(crate) async fn reminders_switch(
    on: bool,
    state: State<'_, AppState>,
) -> Result<RemindersView, Failure> {
    let data = state.data.clone();
    on_another_thread(move || {
        if on {
            reminders::turn_on()?;
            note_turned_on(&data);
        } else {
            reminders::turn_off()?;
        }
        view(&data)
    })
    .await
}

async fn on_another_thread(
    work: impl FnOnce() -> Result<RemindersView, String> + Send + 'static,
) -> Result<RemindersView, Failure> {
    let done = spawn_blocking(work).await;
    let done = done.map_err(|_| Error::Unexpected("work on another thread ended early"))?;
    done.map_err(|detail| AppFailure::RemindersNotChanged { detail }.into())
}

fn view(data: &Path) -> Result<RemindersView, String> {
    let record = record::read_in(data);
    let on = reminders::is_on()?;
    Ok(RemindersView {
        on,
        problem: reminders::problem(),
        click: reminders::CLICK,
        turned_on_at: record.turned_on_at.filter(|_| on),
        last_look: record.last_look,
    })
}

/// Reminders are on without it, too; only the day isn't known then.
fn note_turned_on(data: &Path) {
    match RecordFile::open(data) {
        Ok(file) => {
            let mut record = file.read();
            record.turned_on_at = Some(OffsetDateTime::now_utc());
            file.write(&record);
        }
        Err(error) => tracing::warn!(%error, "the day was not written down"),
    }
}
