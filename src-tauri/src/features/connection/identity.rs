//! `identity_look`.

use certdesk_core::connection::ConnectionId;
use tauri::State;
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::certificates::endpoint::read_list;
use crate::ipc::connection::ConnectionView;
use crate::state::AppState;

/// Reads NetSuite's list for the names of the role and the entity that the last token was issued
/// for. Where the list does not name them, they stay unnamed.
#[tauri::command]
pub(crate) async fn identity_look(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let connection = state.read(&id).await?;
    read_list(&state, &connection).await?;
    let connection = state.read(&id).await?;
    Ok(ConnectionView::new(&connection, OffsetDateTime::now_utc())?)
}
