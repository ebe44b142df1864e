//! `token_request`.

use certdesk_core::connection::{ConnectionId, CredentialId};
use tauri::{AppHandle, Runtime, State};

use crate::failure::Failure;
use crate::features::setup::view::proof::Proof;
use crate::features::test_call::commands::usual;
use crate::features::test_call::token::issue;
use crate::state::AppState;

/// Requests a token, makes the usual test call with it, and records what came of both.
#[tauri::command]
pub(crate) async fn token_request<R: Runtime>(
    id: ConnectionId,
    credential_id: CredentialId,
    app: AppHandle<R>,
    state: State<'_, AppState>,
) -> Result<Proof, Failure> {
    let connection = state.read(&id).await?;
    let client_id = connection.needed_client_id()?.to_string();
    let netsuite = state.netsuite(&connection).await?;
    let issued = issue(&app, &netsuite, &connection, &credential_id).await?;
    let call = usual(&state, issued.caller(&netsuite)).await?;
    let certificate_id = issued.credential.certificate_id().to_string();
    Ok(Proof::new(issued.proof, certificate_id, client_id, call))
}
