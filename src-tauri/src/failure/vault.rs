//! The vault: how it can fail, as the window sees it.

use certdesk_core::error::VaultError;
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum VaultFailure {
    VaultUnavailable,
    VaultLocked,
    VaultDenied,
    VaultFull {
        #[ts(type = "number")]
        limit: u64,
    },
    KeyMissing,
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&VaultError> for Failure {
    fn from(error: &VaultError) -> Self {
        Self::Vault(match error {
            VaultError::Unavailable => VaultFailure::VaultUnavailable,
            VaultError::Locked => VaultFailure::VaultLocked,
            VaultError::Denied => VaultFailure::VaultDenied,
            VaultError::EntryTooLong { limit } => VaultFailure::VaultFull { limit: *limit },
            VaultError::KeyMissing => VaultFailure::KeyMissing,
        })
    }
}
