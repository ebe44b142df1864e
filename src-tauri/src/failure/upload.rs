//! An upload: how it can fail, as the window sees it.

use certdesk_core::error::UploadError;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum UploadFailure {
    CertificateExpired {
        #[serde(with = "time::serde::rfc3339")]
        #[ts(type = "Instant")]
        at: OffsetDateTime,
    },
    CertificateNotYetValid {
        #[serde(with = "time::serde::rfc3339")]
        #[ts(type = "Instant")]
        at: OffsetDateTime,
    },
    RoleOrEntityMissing,
    ActsAsAdministrator,
    ActsAsAnother {
        expected: String,
        chosen: String,
    },
    SlotsFull {
        #[ts(type = "number")]
        most: usize,
    },
    CertificateAlreadyListed {
        revoked: bool,
    },
    UploadUnsettled {
        #[serde(with = "time::serde::rfc3339")]
        #[ts(type = "Instant")]
        until: OffsetDateTime,
    },
    UploadLost,
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&UploadError> for Failure {
    fn from(error: &UploadError) -> Self {
        Self::Upload(match error {
            UploadError::CertificateExpired { at } => UploadFailure::CertificateExpired { at: *at },
            UploadError::CertificateNotYetValid { at } => {
                UploadFailure::CertificateNotYetValid { at: *at }
            }
            UploadError::RoleOrEntityMissing => UploadFailure::RoleOrEntityMissing,
            UploadError::ActsAsAdministrator => UploadFailure::ActsAsAdministrator,
            UploadError::ActsAsAnother { expected, chosen } => {
                UploadFailure::ActsAsAnother { expected: expected.clone(), chosen: chosen.clone() }
            }
            UploadError::SlotsFull { most } => UploadFailure::SlotsFull { most: *most },
            UploadError::AlreadyListed { revoked } => {
                UploadFailure::CertificateAlreadyListed { revoked: *revoked }
            }
            UploadError::Unsettled { until } => UploadFailure::UploadUnsettled { until: *until },
            UploadError::Lost => UploadFailure::UploadLost,
        })
    }
}
