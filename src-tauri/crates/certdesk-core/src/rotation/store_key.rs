//! The new pair: an entry of the vault is named, the key is stored there and has signed, and only
//! then its certificate is made.

use std::sync::Arc;

use netsuite_keys::certificate::Certificate;
use netsuite_keys::key::PrivateKey;

use super::drive::Driver;
use super::{Dependencies, Fact, Rotation};
use crate::connection::{Connection, Credential, Event};
use crate::error::{Error, KeysError, Result, VaultError};
use crate::vault::{self, EntryName, Vault, VaultPlace};

impl<M: Dependencies> Driver<M> {
    /// Names the entry before anything is written to the vault, so that no crash leaves a key that
    /// nobody knows of. Keys of pairs that were given up go first.
    pub(super) async fn name_key(
        &mut self,
        connection: &Connection,
        rotation: &Rotation,
    ) -> Result<Connection> {
        self.delete_keys(rotation).await?;
        let dependencies = Arc::clone(&self.dependencies);
        let place = self.blocking(move || Ok(dependencies.vault_for_new_keys()?.place())).await?;
        let key = EntryName::random();
        self.record(connection, Fact::KeyNamed { key, place }, |_| Ok(())).await
    }

    /// Deletes every key that the rotation stored so far.
    pub(super) async fn delete_keys(&self, rotation: &Rotation) -> Result<()> {
        for (key, place) in rotation.keys() {
            let (key, vault) = (key.clone(), self.vault(place).await?);
            self.blocking(move || vault.delete(&key)).await?;
        }
        Ok(())
    }

    /// Stores the key, or takes the one that an earlier process stored, and makes its certificate.
    pub(super) async fn store_key(
        &mut self,
        connection: &Connection,
        rotation: &Rotation,
        name: &EntryName,
        place: VaultPlace,
    ) -> Result<Connection> {
        let vault = self.vault(place).await?;
        let stored = {
            let (vault, name, key_type) =
                (Arc::clone(&vault), name.clone(), rotation.plan.key_type);
            self.blocking(move || stored(&*vault, &name, key_type)).await?
        };
        let key = match stored {
            Some(key) => Arc::new(key),
            None => {
                let key = self.dependencies.key(&self.id, rotation.plan.key_type).await?;
                let (vault, name, kept) = (vault, name.clone(), Arc::clone(&key));
                self.blocking(move || vault::keep(&*vault, &name, &kept)).await?;
                key
            }
        };
        let (plan, now, name) = (rotation.plan.clone(), self.dependencies.now(), name.clone());
        let credential = self
            .blocking(move || {
                let certificate =
                    Certificate::issue(&key, &plan.subject, plan.days, plan.signature, now)?;
                Credential::new(name, place, plan.algorithm, &certificate, plan.signature, now)
            })
            .await?;
        let fact = Fact::KeyStored { credential: credential.id.clone() };
        self.record(connection, fact, move |connection| {
            let certificate_id = credential.predicted_id.clone();
            connection.credentials.push(credential);
            connection.note(now, Event::CertificateMade { certificate_id });
            Ok(())
        })
        .await
    }
}

/// The key that an earlier process stored, if it is all there; what is damaged is cleared away.
/// No certificate was made for it yet, so nothing is lost.
fn stored(
    vault: &dyn Vault,
    name: &EntryName,
    key_type: netsuite_keys::key::KeyType,
) -> Result<Option<PrivateKey>> {
    match vault::load(vault, name) {
        Ok(key) if key.key_type() == key_type => {
            key.prove()?;
            Ok(Some(key))
        }
        Err(Error::Vault(VaultError::KeyMissing)) => Ok(None),
        Ok(_) | Err(Error::Keys(KeysError::KeyNotReadable)) => vault.delete(name).map(|()| None),
        Err(other) => Err(other),
    }
}
