//! `ending_read`, `ending_revoke`: the end of a connection.

use certdesk_core::connection::ConnectionId;
use certdesk_core::netsuite::revoke::Cause;
use netsuite_keys::certificate::CertificateId;
use tauri::State;
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::certificates::endpoint::revoke_one;
use crate::features::ending::view::EndingView;
use crate::state::AppState;

/// What is left to be done before a connection is removed.
#[tauri::command]
pub(crate) async fn ending_read(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<EndingView, Failure> {
    read(&state, &id).await
}

/// Revokes a certificate of a connection that ends, its last one included. `typed` are the last
/// characters of its ID.
#[tauri::command]
pub(crate) async fn ending_revoke(
    id: ConnectionId,
    certificate_id: String,
    typed: String,
    state: State<'_, AppState>,
) -> Result<EndingView, Failure> {
    let certificate_id = CertificateId::given(&certificate_id)?;
    revoke_one(&state, &id, &certificate_id, &typed, Cause::Ending).await?;
    read(&state, &id).await
}

async fn read(state: &AppState, id: &ConnectionId) -> Result<EndingView, Failure> {
    let connection = state.read(id).await?;
    let obstacle = |id: &CertificateId| state.revoke_obstacle(&connection, id);
    let now = OffsetDateTime::now_utc();
    Ok(EndingView::new(&connection, state.access(&connection), obstacle, now)?)
}
