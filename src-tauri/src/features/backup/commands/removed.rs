//! `removed_bring_back`, `removed_delete`, `retired_key_keep`, `retired_key_delete`.

use certdesk_core::Result;
use certdesk_core::connection::{ConnectionId, CredentialId, VaultEntry};
use certdesk_core::removed::{self, RemovedId};
use tauri::{AppHandle, Runtime, State};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::state::{AppState, blocking, state_of};

/// Brings a removed connection back, and names it.
#[tauri::command]
pub(crate) async fn removed_bring_back<R: Runtime>(
    id: RemovedId,
    app: AppHandle<R>,
) -> Result<ConnectionId, Failure> {
    let bring_back = move || {
        let state = state_of(&app);
        let connection = state.removed.bring_back(&state.store, &id, OffsetDateTime::now_utc())?;
        Ok(connection.id)
    };
    Ok(blocking(bring_back).await?)
}

/// Deletes a removed connection for good, with its keys.
#[tauri::command]
pub(crate) async fn removed_delete<R: Runtime>(
    id: RemovedId,
    app: AppHandle<R>,
) -> Result<(), Failure> {
    Ok(blocking(move || state_of(&app).delete_removed(&id)).await?)
}

/// Keeps a key that would be deleted because nothing needs it.
#[tauri::command]
pub(crate) async fn retired_key_keep(
    id: ConnectionId,
    credential_id: CredentialId,
    state: State<'_, AppState>,
) -> Result<(), Failure> {
    state.update(&id, move |connection| connection.keep_key(&credential_id)).await?;
    Ok(())
}

/// Deletes a key that nothing needs.
#[tauri::command]
pub(crate) async fn retired_key_delete<R: Runtime>(
    id: ConnectionId,
    credential_id: CredentialId,
    app: AppHandle<R>,
) -> Result<(), Failure> {
    let delete = move || state_of(&app).delete_retired_key(&id, &credential_id);
    Ok(blocking(delete).await?)
}

impl AppState {
    /// Deletes the key of a certificate that nothing uses any more. The certificate stays.
    fn delete_retired_key(&self, id: &ConnectionId, key: &CredentialId) -> Result<()> {
        let now = OffsetDateTime::now_utc();
        removed::delete_retired_key(&self.store, id, key, now, &|kept| self.delete_entry(kept))
    }

    /// Notices which keys nothing needed any more when the app started, and deletes those that were noticed long enough ago.
    pub(crate) fn retire_keys(&self) -> Result<()> {
        let now = OffsetDateTime::now_utc();
        let among = self.first_read().retiring();
        removed::retire_keys(&self.store, among, now, &|kept| self.delete_entry(kept))
    }

    /// Deletes a removed connection and whatever it alone has in a vault.
    pub(crate) fn delete_removed(&self, id: &RemovedId) -> Result<()> {
        self.removed.delete(&self.store, id, &|kept| self.delete_entry(kept), &|entry| {
            self.vaults.for_new_keys()?.delete(entry)
        })
    }

    fn delete_entry(&self, kept: &VaultEntry) -> Result<()> {
        self.vaults.of(kept.place)?.delete(&kept.entry)
    }
}
