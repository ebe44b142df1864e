//! Why a target system cannot be given what was asked for.

use netsuite_keys::key::{Algorithm, KeyType};

/// Why a target system cannot be given what was asked for.
#[derive(Debug, thiserror::Error)]
pub enum KitError {
    /// The target system does not take that key type.
    #[error("the target does not take {key_type:?} keys")]
    KeyTypeRefused {
        /// The key type asked for.
        key_type: KeyType,
    },
    /// The target system does not sign with that algorithm.
    #[error("the target does not sign with {algorithm}")]
    AlgorithmRefused {
        /// The algorithm asked for.
        algorithm: Algorithm,
    },
    /// The target system cannot be given that Certificate ID.
    #[error("the target does not take this Certificate ID")]
    CertificateIdRefused {
        /// The ID.
        certificate_id: String,
    },
}
