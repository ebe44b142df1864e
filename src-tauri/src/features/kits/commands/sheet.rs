//! `sheet_save`.

use certdesk_core::connection::{ConnectionId, Event};
use certdesk_core::{export, sheet};
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::app::commands::desk as desk_of;
use crate::file_dialogs;
use crate::ipc::connection::ConnectionView;
use crate::state::{Desk, blocking};

/// Writes the sheet for the client, a printable page without secrets, to a file the user chooses;
/// `None` when the user cancels.
#[tauri::command]
pub(crate) async fn sheet_save<R: Runtime>(
    id: ConnectionId,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
    desk: State<'_, Desk>,
) -> Result<Option<ConnectionView>, Failure> {
    let connection = desk.read(&id).await?;
    let token_url = desk.origin(&connection).await?.token_url();
    let at = OffsetDateTime::now_utc();
    let page = sheet::html(&connection, None, &token_url, at)?;
    let name = connection.file_name("netsuite-access.html");
    let Some(path) = file_dialogs::save(&window, TITLE, &name).await? else {
        return Ok(None);
    };
    Ok(blocking(move || {
        export::write_public(&path, page.as_bytes())?;
        let path = path.display().to_string();
        let (connection, ()) = desk_of(&app).store.update(&id, |connection| {
            connection.note(at, Event::SheetSaved { path });
            Ok(())
        })?;
        ConnectionView::new(&connection, at).map(Some)
    })
    .await?)
}

const TITLE: &str = "Save the sheet for the client";
