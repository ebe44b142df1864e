//! What the domain needs from this app to carry out a rotation.

use std::sync::Arc;

use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::netsuite::access::Bearer;
use certdesk_core::vault::{Vault, VaultPlace};
use certdesk_core::{Error, Result, rotation};
use netsuite_client::NetSuite;
use netsuite_keys::certificate::CertificateId;
use netsuite_keys::key::{KeyType, PrivateKey};
use tauri::{AppHandle, Runtime};

use crate::failure::Failure;
use crate::state::state_of;

/// Gives the domain this app's accounts, vaults and keys.
pub(crate) struct RotationHost<R: Runtime>(pub(crate) AppHandle<R>);

impl<R: Runtime> rotation::Dependencies for RotationHost<R> {
    async fn netsuite(&self, connection: &Connection) -> Result<NetSuite> {
        state_of(&self.0).netsuite(connection).await
    }

    async fn bearer(
        &self,
        connection: &Connection,
        avoid: Option<&CertificateId>,
    ) -> Result<Bearer> {
        state_of(&self.0).bearer(connection, avoid).await
    }

    fn vault(&self, place: VaultPlace) -> Result<Arc<dyn Vault>> {
        state_of(&self.0).vaults.of(place)
    }

    fn vault_for_new_keys(&self) -> Result<Arc<dyn Vault>> {
        state_of(&self.0).vaults.for_new_keys()
    }

    /// One that was being looked for already, or found, is taken.
    async fn key(&self, id: &ConnectionId, key_type: KeyType) -> Result<Arc<PrivateKey>> {
        let state = state_of(&self.0);
        let key = state.key_generation.start(id, key_type).key().await?;
        state.key_generation.forget(id);
        Ok(key)
    }

    fn kind_of(&self, error: &Error) -> String {
        Failure::kind_of(error)
    }
}
