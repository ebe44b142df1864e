//! `token_request`.

use certdesk_core::connection::{ConnectionId, CredentialId};
use certdesk_core::diagnosis::Doing;
use certdesk_core::test_call::Caller;
use certdesk_core::{proof, vault};
use tauri::{AppHandle, Runtime, State};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::setup::view::proof::Proof;
use crate::features::test_call::commands::usual;
use crate::state::{AppState, blocking, state_of};

/// Requests a token, makes the usual test call with it, and records what came of both.
#[tauri::command]
pub(crate) async fn token_request<R: Runtime>(
    id: ConnectionId,
    credential_id: CredentialId,
    app: AppHandle<R>,
    state: State<'_, AppState>,
) -> Result<Proof, Failure> {
    let connection = state.read(&id).await?;
    let credential = connection.credential(&credential_id)?.clone();
    let client_id = connection.needed_client_id()?.to_string();
    let netsuite = state.netsuite(&connection).await?;
    let (place, entry) = (credential.vault, credential.key.clone());
    let key = blocking(move || vault::load(&*state_of(&app).vaults.of(place)?, &entry)).await;
    let key = state.record_outcome(&id, Doing::Token, Some(&credential_id), key)?;
    let now = OffsetDateTime::now_utc();
    let proof = proof::prove_and_use(&netsuite, &connection, &credential, &key, now).await;
    let (proof, token) = match state.record_outcome(&id, Doing::Token, Some(&credential_id), proof)
    {
        Ok(proven) => proven,
        Err(error) => {
            return Err(state.record_refused(&id, &credential_id, error, now).await.into());
        }
    };
    let (proven, expires_at) = (proof.proven.clone(), proof.proven.expires_at);
    let (connection, ()) = state.update(&id, move |c| c.record_proof(proven)).await?;
    let caller = Caller {
        netsuite: &netsuite,
        connection: &connection,
        credential: &credential,
        token: &token,
        expires_at,
    };
    let call = usual(&state, caller).await?;
    Ok(Proof::new(proof, credential.certificate_id().to_string(), client_id, call))
}
