//! `history_export`.

use certdesk_core::connection::ConnectionId;
use certdesk_core::files::export;
use tauri::{AppHandle, Runtime, State, WebviewWindow};

use crate::failure::Failure;
use crate::file_dialogs;
use crate::state::{AppState, blocking, state_of};

/// Writes a connection's history as text to a file the user chooses; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn history_export<R: Runtime>(
    id: ConnectionId,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<String>, Failure> {
    let name = state.read(&id).await?.file_name("history.txt");
    let Some(path) = file_dialogs::save(&window, "Save history.txt", &name).await? else {
        return Ok(None);
    };
    Ok(blocking(move || {
        let text = state_of(&app).store.read(&id)?.history_text();
        export::write_public(&path, text.as_bytes())?;
        Ok(Some(path.display().to_string()))
    })
    .await?)
}
