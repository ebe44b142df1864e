//! Linux, and whatever else has a Secret Service.

use std::collections::HashMap;
use std::sync::Arc;

use keyring_core::{CredentialStore, Error as KeychainError};
use netsuite_m2m::Error;
use netsuite_m2m::vault::VaultPlace;
use secret_service::Error as ServiceError;

use crate::keychain::common_error;
use crate::wire::status::{MissingPiece, VaultStatus};

pub(crate) const KEYCHAIN: VaultPlace = VaultPlace::SecretService;

pub(crate) fn keychain() -> Result<Arc<CredentialStore>, KeychainError> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

/// A keyring is a file of this computer anyway.
pub(crate) const fn entry_modifiers() -> Option<HashMap<&'static str, &'static str>> {
    None
}

pub(crate) fn keychain_error(error: &KeychainError) -> Error {
    match keychain_status(error) {
        VaultStatus::Locked => Error::VaultLocked,
        _ => common_error(error).unwrap_or(Error::VaultUnavailable),
    }
}

/// Which piece is missing. The service's own error tells; its texts are translated.
pub(crate) fn keychain_status(error: &KeychainError) -> VaultStatus {
    let detail = error.to_string();
    let cause = match error {
        KeychainError::PlatformFailure(cause) | KeychainError::NoStorageAccess(cause) => {
            cause.downcast_ref::<ServiceError>()
        }
        _ => None,
    };
    let piece = match cause {
        Some(ServiceError::Locked | ServiceError::Prompt | ServiceError::PromptDisconnected) => {
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
