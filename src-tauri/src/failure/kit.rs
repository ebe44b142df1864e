//! What a target system accepts: how it can fail, as the window sees it.

use certdesk_core::error::KitError;
use netsuite_keys::key::{Algorithm, KeyType};
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(clippy::enum_variant_names, reason = "no kind is used twice among the features")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum KitFailure {
    KeyTypeNotForTarget { key_type: KeyType },
    AlgorithmNotForTarget { algorithm: Algorithm },
    CertificateIdNotForTarget { certificate_id: String },
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&KitError> for Failure {
    fn from(error: &KitError) -> Self {
        Self::Kit(match error {
            KitError::KeyTypeRefused { key_type } => {
                KitFailure::KeyTypeNotForTarget { key_type: *key_type }
            }
            KitError::AlgorithmRefused { algorithm } => {
                KitFailure::AlgorithmNotForTarget { algorithm: *algorithm }
            }
            KitError::CertificateIdRefused { certificate_id } => {
                KitFailure::CertificateIdNotForTarget { certificate_id: certificate_id.clone() }
            }
        })
    }
}
