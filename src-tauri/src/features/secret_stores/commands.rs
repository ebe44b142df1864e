//! `secret_store_list`, `secret_store_preview`, `secret_store_put`.

use certdesk_core::connection::{ConnectionId, CredentialId};
use certdesk_core::error::SecretStoreError;
use certdesk_core::handover::secret_store::{self, Entered, Found, Place, SecretStore};
use certdesk_core::{Error, Result, vault};
use netsuite_keys::key::PemForm;
use netsuite_keys::secret::Secret;
use tauri::{AppHandle, Runtime, State};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::secret_stores::view::{SecretStorePreview, SecretStoreView};
use crate::ipc::connection::ConnectionView;
use crate::state::{AppState, blocking, state_of};
use crate::tools::{FoundTool, Tools};

/// The stores whose tools are on this computer, with proposals for a connection. Starts none.
#[tauri::command]
pub(crate) async fn secret_store_list(
    id: ConnectionId,
    state: State<'_, AppState>,
    tools: State<'_, Tools>,
) -> Result<Vec<SecretStoreView>, Failure> {
    let connection = state.read(&id).await?;
    let variable = |name: &str| std::env::var(name).ok();
    let present = SecretStore::ALL.into_iter().filter_map(|store| {
        let tool = tool_of(store, &tools).ok()?;
        let proposed = Entered::proposed(store, &connection, variable);
        Some(SecretStoreView::new(store, tool.program(), proposed))
    });
    Ok(present.collect())
}

/// Looks what is at a place and gives the exact calls that would follow. No key is read.
#[tauri::command]
pub(crate) async fn secret_store_preview(
    place: Entered,
    tools: State<'_, Tools>,
) -> Result<SecretStorePreview, Failure> {
    let place = Place::new(&place)?;
    let tool = tool_of(place.store(), &tools)?;
    let _one_at_a_time = tools.in_use.try_lock().map_err(|_| Error::Busy)?;
    Ok(blocking(move || {
        let found = secret_store::look(&tool, &place)?;
        Ok(SecretStorePreview::new(tool.program(), &place, found))
    })
    .await?)
}

/// Stores a private key where still is what was shown, `found`, reads it back and compares.
#[tauri::command]
pub(crate) async fn secret_store_put<R: Runtime>(
    id: ConnectionId,
    credential_id: CredentialId,
    place: Entered,
    form: PemForm,
    found: Found,
    app: AppHandle<R>,
    tools: State<'_, Tools>,
) -> Result<ConnectionView, Failure> {
    let place = Place::new(&place)?;
    let tool = tool_of(place.store(), &tools)?;
    let _one_at_a_time = tools.in_use.try_lock().map_err(|_| Error::Busy)?;
    Ok(blocking(move || {
        let state = state_of(&app);
        let connection = state.store.read(&id)?;
        let credential = connection.credential(&credential_id)?;
        let key = vault::load(&*state.vaults.of(credential.vault)?, &credential.key)?;
        let text = Secret::from(key.to_pem_in(form)?);
        let of = credential.certificate_id();
        let connection = secret_store::store(&state.store, &id, of, &text, &tool, &place, &found)?;
        ConnectionView::new(&connection, OffsetDateTime::now_utc())
    })
    .await?)
}

/// The tool of a store, if it is here and can be given a secret.
fn tool_of(store: SecretStore, tools: &Tools) -> Result<FoundTool> {
    let tool = if store.can_be_given_a_secret() { tools.find(store.program()) } else { None };
    tool.ok_or(Error::SecretStore(SecretStoreError::ToolMissing { store }))
}
