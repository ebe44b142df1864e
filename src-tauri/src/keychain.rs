//! The operating system's keychain as a [`Vault`].
//!
//! It is reached through `keyring-core` and the store of each system rather than through the
//! `keyring` crate's single global store, which looks for a keychain once in a process: here a
//! keychain that comes up later is found by looking again.

use std::sync::{Arc, Mutex, PoisonError};

use keyring_core::{CredentialStore, Entry, Error as KeychainError};
use netsuite_m2m::secret::Secret;
use netsuite_m2m::vault::{EntryName, Vault, VaultPlace};
use netsuite_m2m::{Error, Result};

use crate::wire::status::VaultStatus;

/// The keychain of this system.
pub(crate) struct Keychain {
    store: Arc<CredentialStore>,
    /// Two calls at once could mean two prompts of the system at once.
    one_at_a_time: Mutex<()>,
}

impl Keychain {
    /// Connects to the keychain. May block, and may let the system prompt the user.
    pub(crate) fn connect() -> Result<Self, VaultStatus> {
        let store = platform::store().map_err(|error| platform::status(&error))?;
        let keychain = Self { store, one_at_a_time: Mutex::new(()) };
        keychain.trial().map_err(|error| platform::status(&error))?;
        Ok(keychain)
    }

    /// Stores, reads and deletes a trial entry, keeping the keychain's own error.
    fn trial(&self) -> Result<(), KeychainError> {
        let _guard = self.one_at_a_time.lock().unwrap_or_else(PoisonError::into_inner);
        let name = format!("trial-{}", EntryName::random());
        let entry = self.store.build(SERVICE, &name, None)?;
        entry.set_secret(TRIAL)?;
        let back = entry.get_secret();
        entry.delete_credential()?;
        if back? == TRIAL { Ok(()) } else { Err(KeychainError::NoEntry) }
    }

    fn with<T>(
        &self,
        name: &EntryName,
        act: impl FnOnce(&Entry) -> Result<T, KeychainError>,
    ) -> Result<T, Error> {
        let _guard = self.one_at_a_time.lock().unwrap_or_else(PoisonError::into_inner);
        let entry =
            self.store.build(SERVICE, name.as_str(), None).map_err(|e| platform::error(&e))?;
        act(&entry).map_err(|error| platform::error(&error))
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
            Err(Error::KeyMissing) => Ok(()),
            outcome => outcome,
        }
    }

    fn place(&self) -> VaultPlace {
        platform::PLACE
    }
}

/// What the errors of every system's store mean.
fn common(error: &KeychainError) -> Option<Error> {
    match error {
        KeychainError::NoEntry => Some(Error::KeyMissing),
        KeychainError::TooLong(_, limit) => {
            Some(Error::VaultEntryTooLong { limit: u64::from(*limit) })
        }
        KeychainError::BadDataFormat(..) | KeychainError::BadEncoding(_) => {
            Some(Error::KeyNotReadable)
        }
        _ => None,
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod platform {
    use secret_service::Error as ServiceError;

    use super::*;
    use crate::wire::status::MissingPiece;

    pub(super) const PLACE: VaultPlace = VaultPlace::SecretService;

    pub(super) fn store() -> Result<Arc<CredentialStore>, KeychainError> {
        Ok(zbus_secret_service_keyring_store::Store::new()?)
    }

    pub(super) fn error(error: &KeychainError) -> Error {
        match status(error) {
            VaultStatus::Locked => Error::VaultLocked,
            _ => common(error).unwrap_or(Error::VaultUnavailable),
        }
    }

    /// Which piece is missing. The service's own error tells; its texts are translated.
    pub(super) fn status(error: &KeychainError) -> VaultStatus {
        let detail = error.to_string();
        let cause = match error {
            KeychainError::PlatformFailure(cause) | KeychainError::NoStorageAccess(cause) => {
                cause.downcast_ref::<ServiceError>()
            }
            _ => None,
        };
        let piece = match cause {
            Some(
                ServiceError::Locked | ServiceError::Prompt | ServiceError::PromptDisconnected,
            ) => {
                return VaultStatus::Locked;
            }
            Some(ServiceError::NoResult) => MissingPiece::Collection,
            Some(ServiceError::Unavailable) => MissingPiece::SecretService,
            Some(ServiceError::Zbus(zbus::Error::MethodError(..)) | ServiceError::ZbusFdo(_)) => {
                MissingPiece::SecretService
            }
            Some(ServiceError::Zbus(_)) => MissingPiece::SessionBus,
            _ => return VaultStatus::Broken { detail },
        };
        VaultStatus::Missing { piece, detail }
    }
}

#[cfg(target_os = "macos")]
mod platform {
    use super::*;

    pub(super) const PLACE: VaultPlace = VaultPlace::MacosKeychain;

    pub(super) fn store() -> Result<Arc<CredentialStore>, KeychainError> {
        Ok(apple_native_keyring_store::keychain::Store::new()?)
    }

    pub(super) fn error(error: &KeychainError) -> Error {
        common(error).unwrap_or(match error {
            KeychainError::NoStorageAccess(_) => Error::VaultDenied,
            _ => Error::VaultUnavailable,
        })
    }

    pub(super) fn status(error: &KeychainError) -> VaultStatus {
        match error {
            KeychainError::NoStorageAccess(_) => VaultStatus::Locked,
            _ => VaultStatus::Broken { detail: error.to_string() },
        }
    }
}

#[cfg(windows)]
mod platform {
    use super::*;

    pub(super) const PLACE: VaultPlace = VaultPlace::WindowsCredentialManager;

    pub(super) fn store() -> Result<Arc<CredentialStore>, KeychainError> {
        Ok(windows_native_keyring_store::Store::new()?)
    }

    pub(super) fn error(error: &KeychainError) -> Error {
        common(error).unwrap_or(match error {
            KeychainError::NoStorageAccess(_) => Error::VaultDenied,
            _ => Error::VaultUnavailable,
        })
    }

    pub(super) fn status(error: &KeychainError) -> VaultStatus {
        VaultStatus::Broken { detail: error.to_string() }
    }
}

/// Under this name the entries stand in the keychain.
const SERVICE: &str = "Certdesk";
const TRIAL: &[u8] = b"Certdesk looks whether this keychain keeps what it is given.";
