//! `connection_create`, `connection_read`, `connection_change`,
//! `connection_remove`.

use certdesk_core::connection::{Change, Connection, ConnectionId, SignInSecret};
use certdesk_core::error::ConnectionError;
use certdesk_core::removed::RemovedId;
use certdesk_core::rotation;
use netsuite_client::AccountId;
use netsuite_practice::{ACCOUNT_ID, INTEGRATION_ROLE_NAME, INTEGRATION_USER_NAME};
use tauri::{AppHandle, Runtime, State};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::ipc::connection::ConnectionView;
use crate::state::{AppState, blocking, state_of};

/// A new connection: empty, or with what the practice account has ready.
#[tauri::command]
pub(crate) async fn connection_create(
    name: String,
    practice: bool,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let now = OffsetDateTime::now_utc();
    let store = state.store.clone();
    let create = move || {
        let mut connection = Connection::new(&name, practice, now)?;
        if practice {
            let (role, user) = (INTEGRATION_ROLE_NAME, INTEGRATION_USER_NAME);
            let (account, others) = (AccountId::parse(ACCOUNT_ID)?, store.list()?.connections);
            connection.set_up_for_practice(account, role, user, &others, now)?;
        }
        store.create(&connection)?;
        Ok(connection)
    };
    Ok(ConnectionView::new(&blocking(create).await?, now)?)
}

/// One connection.
#[tauri::command]
pub(crate) async fn connection_read(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let connection = state.read(&id).await?;
    let driven = connection.rotation.is_some() && rotation::is_driven(&state.store, &id);
    Ok(ConnectionView::new(&connection, OffsetDateTime::now_utc())?.with_driven(driven))
}

/// One change to a connection, or none when it is refused.
#[tauri::command]
pub(crate) async fn connection_change(
    id: ConnectionId,
    change: Change,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let now = OffsetDateTime::now_utc();
    let others = match &change {
        Change::Account { .. } => {
            let store = state.store.clone();
            blocking(move || store.list()).await?.connections
        }
        _ => Vec::new(),
    };
    let change = move |connection: &mut Connection| {
        let before = connection.sign_in_entries();
        connection.change(change, now)?;
        connection.take_over_role(&others);
        let kept = connection.sign_in_entries();
        Ok(before.into_iter().filter(|old| !kept.contains(old)).collect())
    };
    let (connection, let_go) = state.update(&id, change).await?;
    state.delete_entries(&id, let_go).await?;
    Ok(ConnectionView::new(&connection, now)?)
}

/// Removes a connection: it stays for 30 days among the removed ones, with its keys. NetSuite is not told: a certificate it lists stays listed.
/// `typed` is what the user typed to confirm. Names the removed one, which can be
/// brought back.
#[tauri::command]
pub(crate) async fn connection_remove<R: Runtime>(
    id: ConnectionId,
    typed: String,
    app: AppHandle<R>,
) -> Result<RemovedId, Failure> {
    blocking(move || {
        let state = state_of(&app);
        let connection = state.store.read(&id)?;
        if connection.removal_phrase() != typed.trim() {
            return Err(ConnectionError::NameDiffers.into());
        }
        if rotation::is_driven(&state.store, &id) {
            return Err(ConnectionError::RotationRuns.into());
        }
        state.key_generation.cancel(&id);
        state.browser_sessions.cancel(&id);
        state.browser_sessions.close(&id);
        // Nobody stays signed in for a connection that can't be used.
        let signed_in = connection.sign_in_entry(SignInSecret::RefreshToken).cloned();
        if let Some(kept) = signed_in {
            state
                .store
                .update(&id, |connection| Ok(connection.forget(SignInSecret::RefreshToken)))?;
            state.vaults.of(kept.place)?.delete(&kept.entry)?;
            state.store.update(&id, |connection| {
                connection.entry_is_gone(&kept.entry);
                Ok(())
            })?;
        }
        state.removed.remove(&state.store, &id, OffsetDateTime::now_utc())
    })
    .await
    .map_err(Failure::from)
}
