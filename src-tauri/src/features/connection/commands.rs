//! `connection_list`, `connection_create`, `connection_read`, `connection_change`,
//! `connection_remove`.

use certdesk_core::connection::{Change, Connection, ConnectionId};
use certdesk_core::error::ConnectionError;
use certdesk_core::rotation;
use tauri::{AppHandle, Runtime, State};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::app::commands::desk;
use crate::features::board::view::Board;
use crate::ipc::connection::ConnectionView;
use crate::state::{Desk, blocking};

/// All connections at a glance.
#[tauri::command]
pub(crate) async fn connection_list(desk: State<'_, Desk>) -> Result<Board, Failure> {
    let store = desk.store.clone();
    let contents = blocking(move || store.list()).await?;
    Ok(Board::new(&contents, OffsetDateTime::now_utc()))
}

/// A new, empty connection.
#[tauri::command]
pub(crate) async fn connection_create(
    name: String,
    practice: bool,
    desk: State<'_, Desk>,
) -> Result<ConnectionView, Failure> {
    let now = OffsetDateTime::now_utc();
    let connection = Connection::new(&name, practice, now)?;
    let view = ConnectionView::new(&connection, now)?;
    let store = desk.store.clone();
    blocking(move || store.create(&connection)).await?;
    Ok(view)
}

/// One connection.
#[tauri::command]
pub(crate) async fn connection_read(
    id: ConnectionId,
    desk: State<'_, Desk>,
) -> Result<ConnectionView, Failure> {
    let connection = desk.read(&id).await?;
    let driven = connection.rotation.is_some() && rotation::is_driven(&desk.store, &id);
    Ok(ConnectionView::new(&connection, OffsetDateTime::now_utc())?.with_driven(driven))
}

/// One change to a connection, or none when it is refused.
#[tauri::command]
pub(crate) async fn connection_change(
    id: ConnectionId,
    change: Change,
    desk: State<'_, Desk>,
) -> Result<ConnectionView, Failure> {
    let now = OffsetDateTime::now_utc();
    let others = match &change {
        Change::Account { .. } => {
            let store = desk.store.clone();
            blocking(move || store.list()).await?.connections
        }
        _ => Vec::new(),
    };
    let change = move |connection: &mut Connection| {
        let before = connection.all_kept();
        connection.change(change, now)?;
        connection.take_over_role(&others);
        let kept = connection.all_kept();
        Ok(before.into_iter().filter(|old| !kept.contains(old)).collect())
    };
    let (connection, let_go) = desk.update(&id, change).await?;
    desk.delete_kept(&id, let_go).await?;
    Ok(ConnectionView::new(&connection, now)?)
}

/// Deletes a connection's keys and other secrets, then its document. NetSuite is not told: a certificate it lists
/// stays listed. `typed` is what the user typed to confirm.
#[tauri::command]
pub(crate) async fn connection_remove<R: Runtime>(
    id: ConnectionId,
    typed: String,
    app: AppHandle<R>,
) -> Result<(), Failure> {
    blocking(move || {
        let desk = desk(&app);
        let connection = desk.store.read(&id)?;
        if connection.removal_phrase() != typed.trim() {
            return Err(ConnectionError::NameDiffers.into());
        }
        desk.searches.cancel(&id);
        desk.sessions.cancel(&id);
        desk.sessions.close(&id);
        for kept in connection.all_kept() {
            desk.vaults.of(kept.place)?.delete(&kept.entry)?;
        }
        for credential in &connection.credentials {
            desk.vaults.of(credential.vault)?.delete(&credential.key)?;
        }
        if !connection.pending_keys.is_empty() {
            let vault = desk.vaults.for_new_keys()?;
            connection.pending_keys.iter().try_for_each(|name| vault.delete(name))?;
        }
        desk.store.remove(&id)
    })
    .await
    .map_err(Failure::from)
}
