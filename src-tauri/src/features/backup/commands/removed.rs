//! `removed_bring_back`, `removed_delete`, `retired_key_keep`, `retired_key_delete`.

use certdesk_core::Result;
use certdesk_core::connection::{ConnectionId, CredentialId};
use certdesk_core::removed::RemovedId;
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
    pub(crate) fn delete_retired_key(&self, id: &ConnectionId, key: &CredentialId) -> Result<()> {
        let connection = self.store.read(id)?;
        if connection.credential(key)?.key_goes_at().is_none() {
            return Ok(());
        }
        if let Some(kept) = connection.retired_entry(key)? {
            self.vaults.of(kept.place)?.delete(&kept.entry)?;
        }
        let now = OffsetDateTime::now_utc();
        self.store.update(id, |connection| connection.key_was_deleted(key, now)).map(|_| ())
    }

    /// Notices which keys nothing needs any more, and deletes those that were noticed long enough ago.
    pub(crate) fn retire_keys(&self) -> Result<()> {
        let now = OffsetDateTime::now_utc();
        for connection in self.store.list()?.connections {
            let mut looked_at = connection.clone();
            if looked_at.retire_keys(now) {
                self.store.update(&connection.id, |there| Ok(there.retire_keys(now)))?;
            }
            for key in looked_at.outdated_keys(now) {
                self.delete_retired_key(&connection.id, &key)?;
            }
        }
        Ok(())
    }

    /// Deletes a removed connection and whatever it alone has in a vault.
    pub(crate) fn delete_removed(&self, id: &RemovedId) -> Result<()> {
        self.removed.delete(
            &self.store,
            id,
            &|kept| self.vaults.of(kept.place)?.delete(&kept.entry),
            &|entry| self.vaults.for_new_keys()?.delete(entry),
        )
    }
}
