//! `ending_read`, `ending_revoke`: the end of a connection.

use certdesk_core::connection::ConnectionId;
use certdesk_core::revoke::Cause;
use netsuite_keys::certificate::CertificateId;
use tauri::State;
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::certificates::commands::revoke_one;
use crate::features::ending::view::EndingView;
use crate::state::Desk;

/// What is left to be done before a connection is removed.
#[tauri::command]
pub(crate) async fn ending_read(
    id: ConnectionId,
    desk: State<'_, Desk>,
) -> Result<EndingView, Failure> {
    read(&desk, &id).await
}

/// Revokes a certificate of a connection that ends, its last one included. `typed` are the last
/// characters of its ID.
#[tauri::command]
pub(crate) async fn ending_revoke(
    id: ConnectionId,
    certificate_id: String,
    typed: String,
    desk: State<'_, Desk>,
) -> Result<EndingView, Failure> {
    let certificate_id = CertificateId::given(&certificate_id)?;
    revoke_one(&desk, &id, &certificate_id, &typed, Cause::Ending).await?;
    read(&desk, &id).await
}

async fn read(desk: &Desk, id: &ConnectionId) -> Result<EndingView, Failure> {
    let connection = desk.read(id).await?;
    let obstacle = |id: &CertificateId| desk.revoke_obstacle(&connection, id);
    let now = OffsetDateTime::now_utc();
    Ok(EndingView::new(&connection, desk.access(&connection), obstacle, now)?)
}
