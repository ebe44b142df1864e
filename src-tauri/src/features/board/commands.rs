//! `connection_list`.

use tauri::State;
use time::OffsetDateTime;

use super::view::Board;
use crate::failure::Failure;
use crate::state::{AppState, blocking};

/// All connections at a glance.
#[tauri::command]
pub(crate) async fn connection_list(state: State<'_, AppState>) -> Result<Board, Failure> {
    let store = state.store.clone();
    let contents = blocking(move || store.list()).await?;
    Ok(Board::new(&contents, OffsetDateTime::now_utc()))
}
