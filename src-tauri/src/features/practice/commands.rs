//! `practice_start`, `practice_stop`, `practice_open`.

use certdesk_core::Error;
use certdesk_core::error::ConnectionError;
use certdesk_core::netsuite::page::Page;
use tauri::State;

use crate::browser::{address, open_in_browser};
use crate::failure::Failure;
use crate::ipc::practice::PracticeStatus;
use crate::state::AppState;

/// Starts the practice account on this computer.
#[tauri::command]
pub(crate) async fn practice_start(state: State<'_, AppState>) -> Result<PracticeStatus, Failure> {
    state.practice.start().await
}

/// Stops it. What was set up in it stays.
#[tauri::command]
pub(crate) async fn practice_stop(state: State<'_, AppState>) -> Result<PracticeStatus, Failure> {
    Ok(state.practice.stop().await)
}

/// Opens its pages in the system's browser, at the one asked for.
#[tauri::command]
pub(crate) async fn practice_open(
    page: Option<Page>,
    state: State<'_, AppState>,
) -> Result<(), Failure> {
    let origin =
        state.practice.origin().await.ok_or(Error::from(ConnectionError::PracticeNotRunning))?;
    open_in_browser(address(&origin, page, None))
}
