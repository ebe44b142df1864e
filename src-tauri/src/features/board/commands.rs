//! `connection_list`.

use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Runtime};
use time::OffsetDateTime;

use super::view::Board;
use crate::failure::Failure;
use crate::state::{blocking, state_of};

/// All connections at a glance.
#[tauri::command]
pub(crate) async fn connection_list<R: Runtime>(app: AppHandle<R>) -> Result<Board, Failure> {
    let board = blocking(move || {
        let contents = state_of(&app).contents()?;
        let board = Board::new(&contents, OffsetDateTime::now_utc());
        // The window waits for its answer, not for a thousand histories to be let go of.
        spawn_blocking(move || drop(contents));
        Ok(board)
    });
    Ok(board.await?)
}
