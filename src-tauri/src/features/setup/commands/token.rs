//! `token_request`.

use certdesk_core::Result;
use certdesk_core::connection::{Connection, ConnectionId, Credential, CredentialId};
use certdesk_core::diagnosis::Doing;
use certdesk_core::test_call::Caller;
use certdesk_core::{proof, vault};
use netsuite_client::{AccessToken, NetSuite};
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
    let client_id = connection.needed_client_id()?.to_string();
    let netsuite = state.netsuite(&connection).await?;
    let issued = issue(&app, &netsuite, &connection, &credential_id).await?;
    let call = usual(&state, issued.caller(&netsuite)).await?;
    let certificate_id = issued.credential.certificate_id().to_string();
    Ok(Proof::new(issued.proof, certificate_id, client_id, call))
}

/// A token that NetSuite has just issued.
pub(crate) struct Issued {
    /// As it is since.
    connection: Connection,
    credential: Credential,
    proof: proof::Proof,
    token: AccessToken,
}

impl Issued {
    /// Who makes a call with it.
    pub(crate) const fn caller<'a>(&'a self, netsuite: &'a NetSuite) -> Caller<'a> {
        Caller {
            netsuite,
            connection: &self.connection,
            credential: &self.credential,
            token: &self.token,
            expires_at: self.proof.proven.expires_at,
        }
    }
}

/// Requests a token with the key of a credential, and records whether it was issued.
pub(crate) async fn issue<R: Runtime>(
    app: &AppHandle<R>,
    netsuite: &NetSuite,
    connection: &Connection,
    credential_id: &CredentialId,
) -> Result<Issued> {
    let (state, id) = (state_of(app), &connection.id);
    let credential = connection.credential(credential_id)?.clone();
    let (place, entry, handle) = (credential.vault, credential.key.clone(), app.clone());
    let key = blocking(move || vault::load(&*state_of(&handle).vaults.of(place)?, &entry)).await;
    let key = state.record_outcome(id, Doing::Token, Some(credential_id), key)?;
    let now = OffsetDateTime::now_utc();
    let issued = proof::prove_and_use(netsuite, connection, &credential, &key, now).await;
    let (proof, token) = match state.record_outcome(id, Doing::Token, Some(credential_id), issued) {
        Ok(issued) => issued,
        Err(error) => return Err(state.record_refused(id, credential_id, error, now).await),
    };
    let proven = proof.proven.clone();
    let (connection, ()) = state.update(id, move |c| c.record_proof(proven)).await?;
    Ok(Issued { connection, credential, proof, token })
}
