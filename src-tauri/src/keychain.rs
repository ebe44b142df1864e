//! The operating system's keychain as a [`Vault`].
//!
//! It is reached through `keyring-core` and the store of each system rather than through the
//! `keyring` crate's single global store, which looks for a keychain once in a process: here a
//! keychain that comes up later is found by looking again.

use std::sync::{Arc, Mutex, PoisonError};

use certdesk_core::error::VaultError;
use certdesk_core::vault::{EntryName, Vault, VaultPlace};
use certdesk_core::{Error, Result};
use keyring_core::{CredentialStore, Entry, Error as KeychainError};
use netsuite_keys::secret::Secret;

use crate::ipc::vault::VaultStatus;
use crate::system;

/// The keychain of this system.
pub(crate) struct Keychain {
    store: Arc<CredentialStore>,
    /// Two calls at once could mean two prompts of the system at once.
    one_at_a_time: Mutex<()>,
}

impl Keychain {
    /// Connects to the keychain. May block, and may let the system prompt the user.
    pub(crate) fn connect() -> Result<Self, VaultStatus> {
        let store = system::keychain().map_err(|error| system::keychain_status(&error))?;
        let keychain = Self { store, one_at_a_time: Mutex::new(()) };
        keychain.trial().map_err(|error| system::keychain_status(&error))?;
        Ok(keychain)
    }

    /// Stores, reads and deletes a trial entry, keeping the keychain's own error.
    fn trial(&self) -> Result<(), KeychainError> {
        let _guard = self.one_at_a_time.lock().unwrap_or_else(PoisonError::into_inner);
        let name = format!("trial-{}", EntryName::random());
        let entry = self.entry(&name)?;
        entry.set_secret(TRIAL)?;
        let back = entry.get_secret();
        entry.delete_credential()?;
        if back? == TRIAL { Ok(()) } else { Err(KeychainError::NoEntry) }
    }

    /// An entry that stays on this computer.
    fn entry(&self, name: &str) -> Result<Entry, KeychainError> {
        self.store.build(SERVICE, name, system::entry_modifiers().as_ref())
    }

    fn with<T>(
        &self,
        name: &EntryName,
        act: impl FnOnce(&Entry) -> Result<T, KeychainError>,
    ) -> Result<T, Error> {
        let _guard = self.one_at_a_time.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = self.entry(name.as_str()).map_err(|error| system::keychain_error(&error))?;
        act(&entry).map_err(|error| system::keychain_error(&error))
    }
}

impl Vault for Keychain {
    fn put(&self, name: &EntryName, secret: &Secret) -> Result<()> {
        self.with(name, |entry| entry.set_secret(secret.expose()))
    }

    fn get(&self, name: &EntryName) -> Result<Secret> {
        self.with(name, Entry::get_secret).map(Secret::new)
    }

    fn delete(&self, name: &EntryName) -> Result<()> {
        match self.with(name, Entry::delete_credential) {
            Err(Error::Vault(VaultError::KeyMissing)) => Ok(()),
            outcome => outcome,
        }
    }

    fn place(&self) -> VaultPlace {
        system::KEYCHAIN
    }
}

/// Under this name the entries stand in the keychain.
const SERVICE: &str = "Certdesk";
const TRIAL: &[u8] = b"Certdesk checks that this keychain returns what it stores.";
