//! What the desk lends a rotation.

use std::sync::Arc;

use certdesk_core::access::Bearer;
use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::vault::{Vault, VaultPlace};
use certdesk_core::{Error, Result, rotation};
use netsuite_client::NetSuite;
use netsuite_keys::certificate::CertificateId;
use netsuite_keys::key::{KeyType, PrivateKey};
use tauri::{AppHandle, Runtime};

use crate::failure::Failure;
use crate::features::app::commands::desk;

/// The desk of this app, for the domain.
pub(crate) struct Means<R: Runtime>(pub(crate) AppHandle<R>);

impl<R: Runtime> rotation::Means for Means<R> {
    async fn netsuite(&self, connection: &Connection) -> Result<NetSuite> {
        desk(&self.0).netsuite(connection).await
    }

    async fn bearer(
        &self,
        connection: &Connection,
        avoid: Option<&CertificateId>,
    ) -> Result<Bearer> {
        desk(&self.0).bearer(connection, avoid).await
    }

    fn vault(&self, place: VaultPlace) -> Result<Arc<dyn Vault>> {
        desk(&self.0).vaults.of(place)
    }

    fn vault_for_new_keys(&self) -> Result<Arc<dyn Vault>> {
        desk(&self.0).vaults.for_new_keys()
    }

    /// One that was being looked for already, or found, is taken.
    async fn key(&self, id: &ConnectionId, key_type: KeyType) -> Result<Arc<PrivateKey>> {
        let desk = desk(&self.0);
        let key = desk.searches.start(id, key_type).key().await?;
        desk.searches.forget(id);
        Ok(key)
    }

    fn kind_of(&self, error: &Error) -> String {
        Failure::kind_of(error)
    }
}
