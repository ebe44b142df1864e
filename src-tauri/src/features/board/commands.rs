//! `connection_list`.

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
        Ok(Board::new(&contents, OffsetDateTime::now_utc()))
    });
    Ok(board.await?)
}
