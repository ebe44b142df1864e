//! macOS.

use std::collections::HashMap;
use std::sync::Arc;

use keyring_core::{CredentialStore, Error as KeychainError};
use netsuite_m2m::Error;
use netsuite_m2m::vault::VaultPlace;

use crate::keychain::common_error;
use crate::wire::status::VaultStatus;

pub(crate) const KEYCHAIN: VaultPlace = VaultPlace::MacosKeychain;

pub(crate) fn keychain() -> Result<Arc<CredentialStore>, KeychainError> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

/// The login keychain is a file of this computer, and iCloud doesn't carry it.
pub(crate) const fn entry_modifiers() -> Option<HashMap<&'static str, &'static str>> {
    None
}

pub(crate) fn keychain_error(error: &KeychainError) -> Error {
    common_error(error).unwrap_or(match error {
        KeychainError::NoStorageAccess(_) => Error::VaultDenied,
        _ => Error::VaultUnavailable,
    })
}

pub(crate) fn keychain_status(error: &KeychainError) -> VaultStatus {
    match error {
        KeychainError::NoStorageAccess(_) => VaultStatus::Locked,
        _ => VaultStatus::Broken { detail: error.to_string() },
    }
}
