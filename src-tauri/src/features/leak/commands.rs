//! `leak_read`, `leak_revoke`.

use certdesk_core::connection::{
    Connection, ConnectionId, Credential, CredentialId, CredentialState,
};
use certdesk_core::error::ConnectionError;
use certdesk_core::handover::secret_store::SecretStore;
use certdesk_core::netsuite::revoke::Cause;
use certdesk_core::{Result, portfolio};
use netsuite_keys::certificate::CertificateId;
use tauri::State;
use time::OffsetDateTime;

use super::view::{LeakUse, LeakView, StoredKey};
use crate::failure::{Failure, RevokeFailure};
use crate::features::certificates::endpoint::revoke_one;
use crate::ipc::rotation::RotationView;
use crate::ipc::target::TargetName;
use crate::state::AppState;

/// Everything that a leaked key touches.
#[tauri::command]
pub(crate) async fn leak_read(
    id: ConnectionId,
    credential_id: CredentialId,
    state: State<'_, AppState>,
) -> Result<LeakView, Failure> {
    let named = state.read(&id).await?;
    let leaked = named.credential(&credential_id)?;
    leak(&state, &named, leaked).await
}

/// Revokes a leaked certificate at once, the last of its connection included: that is the point.
/// Only the one that the token in use came from stays refused.
#[tauri::command]
pub(crate) async fn leak_revoke(
    id: ConnectionId,
    certificate_id: String,
    typed: String,
    state: State<'_, AppState>,
) -> Result<LeakView, Failure> {
    let certificate_id = CertificateId::given(&certificate_id)?;
    revoke_one(&state, &id, &certificate_id, &typed, Cause::Leak).await?;
    let named = state.read(&id).await?;
    let leaked = named.credentials.iter().find(|c| *c.certificate_id() == certificate_id);
    leak(&state, &named, leaked.ok_or(ConnectionError::CredentialUnknown)?).await
}

async fn leak(
    state: &AppState,
    named: &Connection,
    leaked: &Credential,
) -> Result<LeakView, Failure> {
    let now = OffsetDateTime::now_utc();
    let connections = state.connections().await?;
    let uses = portfolio::uses(&connections, leaked)?;
    let uses = uses.iter().map(|found| LeakUse::new(found, now)).collect::<Result<_>>()?;
    let id = leaked.certificate_id();
    Ok(LeakView {
        certificate_id: id.to_string(),
        uses,
        revoke_obstacle: match leaked.state {
            // NetSuite never had it, or has it no more.
            CredentialState::Made | CredentialState::Revoked | CredentialState::Gone => {
                Some(Failure::Revoke(RevokeFailure::CertificateNotListed))
            }
            _ => state.revoke_obstacle(named, id),
        },
        access: state.access_without(named, Some(id)),
    })
}

impl From<(SecretStore, &str)> for StoredKey {
    fn from((store, location): (SecretStore, &str)) -> Self {
        Self { store, location: location.to_owned() }
    }
}

impl LeakUse {
    fn new(found: &portfolio::Use<'_>, now: OffsetDateTime) -> Result<Self> {
        let (connection, credential) = (found.connection, found.credential);
        let proof = connection.last_proof.as_ref();
        let proof = proof.filter(|proof| proof.credential == credential.id);
        Ok(Self {
            connection_id: connection.id.clone(),
            connection_name: connection.name.clone(),
            credential_id: credential.id.clone(),
            certificate_id: credential.certificate_id().to_string(),
            target: connection.target.map(TargetName::from),
            account_id: connection.account.as_ref().map(|account| account.id.to_string()),
            exported_to: credential.exported_key.iter().map(|file| file.path.clone()).collect(),
            stored_in: connection.stores_of(credential).into_iter().map(StoredKey::from).collect(),
            last_token_until: proof.map(|proof| proof.expires_at).filter(|until| *until > now),
            rotation: RotationView::of(connection, now)?,
        })
    }
}
