//! Windows.

use std::collections::HashMap;
use std::sync::Arc;

use keyring_core::{CredentialStore, Error as KeychainError};
use netsuite_m2m::Error;
use netsuite_m2m::vault::VaultPlace;

use crate::keychain::common_error;
use crate::wire::status::VaultStatus;

pub(crate) const KEYCHAIN: VaultPlace = VaultPlace::WindowsCredentialManager;

pub(crate) fn keychain() -> Result<Arc<CredentialStore>, KeychainError> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// The store's default, `Enterprise`, lets an entry roam with the profile of a domain user.
pub(crate) fn entry_modifiers() -> Option<HashMap<&'static str, &'static str>> {
    Some(HashMap::from([("persistence", "Local")]))
}

pub(crate) fn keychain_error(error: &KeychainError) -> Error {
    common_error(error).unwrap_or(match error {
        KeychainError::NoStorageAccess(_) => Error::VaultDenied,
        _ => Error::VaultUnavailable,
    })
}

pub(crate) fn keychain_status(error: &KeychainError) -> VaultStatus {
    VaultStatus::Broken { detail: error.to_string() }
}
