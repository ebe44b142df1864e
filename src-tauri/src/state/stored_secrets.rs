//! The secrets of a browser sign-in that outlive the app: written to the vault, read, deleted.
//!
//! The document names an entry before it is written and until after it is deleted. A new entry is
//! written and read back before the one that it replaces is let go.

use std::sync::Arc;

use certdesk_core::connection::{Connection, ConnectionId, SignInSecret, VaultEntry};
use certdesk_core::error::{KeysError, SignInError, VaultError};
use certdesk_core::store::Store;
use certdesk_core::vault::{EntryName, Vault};
use certdesk_core::{Error, Result};
use netsuite_client::sign_in::{Client, ClientSecret};
use netsuite_keys::secret::Secret;

use crate::state::vaults::Vaults;
use crate::state::{AppState, blocking};

/// An entry that is named in the document and not written yet, in a vault that is open.
pub(crate) struct ReservedEntry {
    vault: Arc<dyn Vault>,
    entry: EntryName,
}

impl AppState {
    /// Names an entry in the document. Fails where the vault cannot take it, before anything is
    /// used up for what is to go there.
    pub(crate) async fn reserve_entry(&self, id: &ConnectionId) -> Result<ReservedEntry> {
        let (vaults, store, id) = (Arc::clone(&self.vaults), self.store.clone(), id.clone());
        blocking(move || {
            let reserved = ReservedEntry {
                vault: vaults.for_new_keys()?,
                entry: EntryName::random_of_secret(),
            };
            store.update(&id, |connection| {
                connection.announce_entry(&reserved.entry);
                Ok(())
            })?;
            Ok(reserved)
        })
        .await
    }

    /// Takes the name of a reserved entry out of the document again, because nothing is written there.
    pub(crate) async fn release_entry(&self, id: &ConnectionId, reserved: ReservedEntry) {
        let gone = move |connection: &mut Connection| {
            connection.entry_is_gone(&reserved.entry);
            Ok(())
        };
        if let Err(error) = self.update(id, gone).await {
            tracing::warn!(%error, "a vault entry that was not used stays named");
        }
    }

    /// Writes a secret where it was reserved, and deletes the one before it.
    pub(crate) async fn store_secret(
        &self,
        id: &ConnectionId,
        what: SignInSecret,
        reserved: ReservedEntry,
        secret: Secret,
    ) -> Result<()> {
        let (vaults, store, id) = (Arc::clone(&self.vaults), self.store.clone(), id.clone());
        blocking(move || {
            let ReservedEntry { vault, entry } = reserved;
            vault.put(&entry, &secret)?;
            if !vault.get(&entry)?.equals(&secret) {
                return Err(KeysError::KeyNotReadable.into());
            }
            let kept = VaultEntry { entry, place: vault.place() };
            let (_, old) = store.update(&id, |connection| Ok(connection.keep(what, kept)))?;
            delete(&vaults, &store, &id, old);
            Ok(())
        })
        .await
    }

    /// Deletes a secret, if there is one.
    pub(crate) async fn delete_secret(&self, id: &ConnectionId, what: SignInSecret) -> Result<()> {
        let (_, old) = self.update(id, move |connection| Ok(connection.forget(what))).await?;
        self.delete_entries(id, old.into_iter().collect()).await
    }

    /// Deletes entries that the document has let go of already.
    pub(crate) async fn delete_entries(
        &self,
        id: &ConnectionId,
        old: Vec<VaultEntry>,
    ) -> Result<()> {
        let (vaults, store, id) = (Arc::clone(&self.vaults), self.store.clone(), id.clone());
        blocking(move || {
            delete(&vaults, &store, &id, old);
            Ok(())
        })
        .await
    }

    /// Reads a secret; none when it is not kept, or no longer in the vault.
    pub(crate) async fn stored_secret(
        &self,
        connection: &Connection,
        what: SignInSecret,
    ) -> Result<Option<Secret>> {
        let Some(kept) = connection.sign_in_entry(what).cloned() else {
            return Ok(None);
        };
        let vaults = Arc::clone(&self.vaults);
        blocking(move || match vaults.of(kept.place)?.get(&kept.entry) {
            Err(Error::Vault(VaultError::KeyMissing)) => Ok(None),
            found => found.map(Some),
        })
        .await
    }

    /// The client that a connection signs in as, with the Client Secret of the vault.
    pub(crate) async fn client(
        &self,
        connection: &Connection,
        public_client: bool,
    ) -> Result<Client> {
        let id = connection.needed_client_id()?.clone();
        if public_client {
            return Ok(Client { id, secret: None });
        }
        let secret = self.stored_secret(connection, SignInSecret::ClientSecret).await?;
        let secret = secret.ok_or(SignInError::ClientSecretNeeded)?;
        Ok(Client { id, secret: Some(ClientSecret::from_entry(&secret)?) })
    }
}

/// What cannot be deleted now stays named in the document and is deleted at a later start.
fn delete(
    vaults: &Vaults,
    store: &Store,
    id: &ConnectionId,
    old: impl IntoIterator<Item = VaultEntry>,
) {
    for VaultEntry { entry, place } in old {
        let deleted = vaults.of(place).and_then(|vault| vault.delete(&entry)).and_then(|()| {
            store.update(id, |connection| {
                connection.entry_is_gone(&entry);
                Ok(())
            })
        });
        if let Err(error) = deleted {
            tracing::warn!(%error, %entry, "a secret that is no longer used stays until the next start");
        }
    }
}
