//! The token that a test call is made with.

use certdesk_core::Result;
use certdesk_core::connection::{Connection, Credential, CredentialId};
use certdesk_core::diagnosis::Doing;
use certdesk_core::netsuite::proof;
use certdesk_core::test_call::Caller;
use certdesk_core::vault;
use netsuite_client::{AccessToken, NetSuite};
use tauri::{AppHandle, Runtime};
use time::OffsetDateTime;

use crate::state::{blocking, state_of};

/// A token that NetSuite has just issued.
pub(crate) struct Issued {
    /// As it is since.
    connection: Connection,
    pub(crate) credential: Credential,
    pub(crate) proof: proof::Proof,
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
