//! `go_to_index`, `go_to_recognise`: finding a connection by what somebody has in front of them.

use certdesk_core::connection::Connection;
use certdesk_core::diagnosis::Pasted;
use netsuite_keys::secret::Secret;
use tauri::State;
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::go_to::view::{GoToIndex, RecognisedText};
use crate::state::{AppState, blocking};

/// The IDs of all connections, and the audit codes that the diagnosis knows.
#[tauri::command]
pub(crate) async fn go_to_index(state: State<'_, AppState>) -> Result<GoToIndex, Failure> {
    let store = state.store.clone();
    Ok(GoToIndex::new(&blocking(move || store.list()).await?.connections))
}

/// Whether the diagnosis would make anything of a text. The text is not kept: it may hold a secret.
#[tauri::command]
pub(crate) async fn go_to_recognise(text: Secret<String>) -> Result<RecognisedText, Failure> {
    let now = OffsetDateTime::now_utc();
    // Which connection it is about is not known yet; a new one knows nothing that could differ.
    let nobody = Connection::new("-", false, now)?;
    Ok(RecognisedText::from(&Pasted::read(text.expose(), &nobody, None, None, now)))
}
