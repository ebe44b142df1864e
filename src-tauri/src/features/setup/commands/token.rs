//! `token_request`.

use certdesk_core::connection::{ConnectionId, CredentialId, Refused};
use certdesk_core::diagnosis::Doing;
use certdesk_core::{Error, proof, vault};
use tauri::{AppHandle, Runtime, State};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::setup::view::proof::Proof;
use crate::state::{AppState, blocking, state_of};

/// Requests a token, and records what came of it.
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
    let proof = proof::prove(&netsuite, &connection, &credential, &key, now).await;
    match state.record_outcome(&id, Doing::Token, Some(&credential_id), proof) {
        Ok(proof) => {
            let proven = proof.proven.clone();
            state.update(&id, move |connection| connection.record_proof(proven)).await?;
            Ok(Proof::new(proof, credential.certificate_id().to_string(), client_id))
        }
        Err(Error::TokenRefused(refused)) => {
            let refusal = &refused.refusal;
            let reason = refusal.error.clone().unwrap_or_else(|| refusal.status.to_string());
            let told = Refused { at: now, reason };
            state.update(&id, move |c| c.record_refusal(&credential_id, told)).await?;
            Err(Error::TokenRefused(refused).into())
        }
        Err(other) => Err(other.into()),
    }
}
