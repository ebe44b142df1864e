//! `due_list`: the connections whose certificate should be replaced.

use certdesk_core::connection::{Connection, days_left};
use certdesk_core::{Result, portfolio};
use tauri::State;
use time::OffsetDateTime;

use super::view::DueConnection;
use crate::failure::Failure;
use crate::ipc::rotation::RotationView;
use crate::ipc::target::TargetName;
use crate::state::AppState;

/// Connections whose certificate runs out within two months, the first to do so first. Nothing is
/// started by itself.
#[tauri::command]
pub(crate) async fn due_list(state: State<'_, AppState>) -> Result<Vec<DueConnection>, Failure> {
    let now = OffsetDateTime::now_utc();
    let mut due = Vec::new();
    for connection in state.connections().await? {
        if let Some(view) = DueConnection::new(&state, &connection, now)? {
            due.push(view);
        }
    }
    due.sort_by_key(|view| view.days_left);
    Ok(due)
}

impl DueConnection {
    fn new(state: &AppState, connection: &Connection, now: OffsetDateTime) -> Result<Option<Self>> {
        let Some((due, working)) = portfolio::due(connection, now).zip(connection.working()) else {
            return Ok(None);
        };
        let until = working.ends_at()?;
        Ok(Some(Self {
            id: connection.id.clone(),
            name: connection.name.clone(),
            target: connection.target.map(TargetName::from),
            account_id: connection.account.as_ref().map(|account| account.id.to_string()),
            due,
            days_left: days_left(until, now),
            certificate_id: working.certificate_id().to_string(),
            access: state.access(connection),
            rotation: RotationView::of(connection, now)?,
        }))
    }
}
