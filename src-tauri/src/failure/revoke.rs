//! A revocation: how it can fail, as the window sees it.

use certdesk_core::error::RevokeError;
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum RevokeFailure {
    CertificateNotListed,
    RevokesItself,
    RevokesLast { connection: String },
    RevokeUnsettled,
    ConfirmationDiffers,
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&RevokeError> for Failure {
    fn from(error: &RevokeError) -> Self {
        Self::Revoke(match error {
            RevokeError::NotListed => RevokeFailure::CertificateNotListed,
            RevokeError::Itself => RevokeFailure::RevokesItself,
            RevokeError::Last { connection } => {
                RevokeFailure::RevokesLast { connection: connection.clone() }
            }
            RevokeError::Unsettled => RevokeFailure::RevokeUnsettled,
            RevokeError::ConfirmationDiffers => RevokeFailure::ConfirmationDiffers,
        })
    }
}
