//! `sheet_save`.

use certdesk_core::connection::{ConnectionId, Event};
use certdesk_core::files::export;
use certdesk_core::handover::sheet;
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::file_dialogs;
use crate::ipc::connection::ConnectionView;
use crate::state::{AppState, blocking, state_of};

/// Writes the client handout, a printable page without secrets, to a file the user chooses;
/// `None` when the user cancels.
#[tauri::command]
pub(crate) async fn sheet_save<R: Runtime>(
    id: ConnectionId,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<ConnectionView>, Failure> {
    let connection = state.read(&id).await?;
    let token_url = state.origin(&connection).await?.token_url();
    let at = OffsetDateTime::now_utc();
    let page = sheet::html(&connection, None, &token_url, at)?;
    let name = connection.file_name("netsuite-access.html");
    let Some(path) = file_dialogs::save(&window, TITLE, &name).await? else {
        return Ok(None);
    };
    Ok(blocking(move || {
        export::write_public(&path, page.as_bytes())?;
        let path = path.display().to_string();
        let (connection, ()) = state_of(&app).store.update(&id, |connection| {
            connection.note(at, Event::SheetSaved { path });
            Ok(())
        })?;
        ConnectionView::new(&connection, at).map(Some)
    })
    .await?)
}

const TITLE: &str = "Save client handout";
