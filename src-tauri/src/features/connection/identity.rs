//! `identity_look`.

use certdesk_core::connection::ConnectionId;
use tauri::State;
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::certificates::commands::read_list;
use crate::ipc::connection::ConnectionView;
use crate::state::Desk;

/// Reads NetSuite's list for the names of the role and the entity that the last token was issued
/// for. Where the list does not name them, they stay unnamed.
#[tauri::command]
pub(crate) async fn identity_look(
    id: ConnectionId,
    desk: State<'_, Desk>,
) -> Result<ConnectionView, Failure> {
    let connection = desk.read(&id).await?;
    read_list(&desk, &connection).await?;
    let connection = desk.read(&id).await?;
    Ok(ConnectionView::new(&connection, OffsetDateTime::now_utc())?)
}
