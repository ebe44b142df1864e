//! `evidence_save`.

use certdesk_core::connection::ConnectionId;
use certdesk_core::handover::evidence;
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::file_dialogs;
use crate::ipc::connection::ConnectionView;
use crate::state::{AppState, blocking, state_of};

/// Writes the evidence of a connection, a printable page and JSON beside it, to where the user
/// chooses; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn evidence_save<R: Runtime>(
    id: ConnectionId,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<ConnectionView>, Failure> {
    let name = state.read(&id).await?.file_name("evidence.html");
    let Some(path) = file_dialogs::save(&window, "Save evidence", &name).await? else {
        return Ok(None);
    };
    Ok(blocking(move || {
        let now = OffsetDateTime::now_utc();
        let save = |connection: &mut _| evidence::save(connection, &path, now);
        let (connection, ()) = state_of(&app).store.update(&id, save)?;
        ConnectionView::new(&connection, now).map(Some)
    })
    .await?)
}
