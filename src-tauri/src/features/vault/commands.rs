//! `vault_check`, `vault_open_files`.

use netsuite_keys::secret::Passphrase;
use tauri::{AppHandle, Runtime};

use crate::failure::Failure;
use crate::ipc::vault::VaultStatus;
use crate::state::vaults::Vaults;
use crate::state::{blocking, state_of};

/// Looks at the vault again.
#[tauri::command]
pub(crate) async fn vault_check<R: Runtime>(app: AppHandle<R>) -> Result<VaultStatus, Failure> {
    look(app).await
}

/// Opens the passphrase-protected key files, or sets them up.
#[tauri::command]
pub(crate) async fn vault_open_files<R: Runtime>(
    app: AppHandle<R>,
    passphrase: Passphrase,
) -> Result<VaultStatus, Failure> {
    blocking(move || {
        let state = state_of(&app);
        let status = state.vaults.open_files(passphrase)?;
        state.tidy_up();
        Ok(status)
    })
    .await
    .map_err(Failure::from)
}

/// The round trip, off the threads that serve the window.
async fn look<R: Runtime>(app: AppHandle<R>) -> Result<VaultStatus, Failure> {
    find(app, Vaults::check).await
}

/// What the round trip at the start found. It begins before the window asks for it.
pub(crate) async fn known<R: Runtime>(app: AppHandle<R>) -> Result<VaultStatus, Failure> {
    find(app, Vaults::status).await
}

async fn find<R: Runtime>(
    app: AppHandle<R>,
    status: fn(&Vaults) -> VaultStatus,
) -> Result<VaultStatus, Failure> {
    blocking(move || {
        let state = state_of(&app);
        state.unfinished();
        state.unfinished_values();
        let status = status(&state.vaults);
        if matches!(status, VaultStatus::Ready { .. }) {
            state.tidy_up();
        }
        Ok(status)
    })
    .await
    .map_err(Failure::from)
}
