//! A token for the new certificate, before anybody depends on it.

use super::drive::Driver;
use super::{Dependencies, Fact, Rotation};
use crate::connection::{Connection, CredentialState, Event};
use crate::error::{ConnectionError, Result};
use crate::netsuite::proof;

impl<M: Dependencies> Driver<M> {
    /// Asks for a token. NetSuite may refuse one for minutes after the upload: then nothing
    /// changes, and it can be asked again.
    pub(super) async fn prove(
        &mut self,
        connection: &Connection,
        rotation: &Rotation,
    ) -> Result<Connection> {
        let id = rotation.new_credential().ok_or(ConnectionError::CredentialUnknown)?.clone();
        let credential = connection.credential(&id)?;
        let key = self.load_key(credential).await?;
        let netsuite = self.netsuite(connection).await?;
        let now = self.dependencies.now();
        let proof = proof::prove(&netsuite, connection, credential, &key, now).await?.proven;
        let (role, entity) = (proof.who.role.clone(), proof.who.entity.clone());
        self.record(connection, Fact::Proven { proof }, move |connection| {
            let credential = connection.credential_mut(&id)?;
            credential.state = CredentialState::Proven;
            let certificate_id = credential.certificate_id().clone();
            connection.note(now, Event::TokenReceived { certificate_id, role, entity });
            Ok(())
        })
        .await
    }
}
