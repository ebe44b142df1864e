//! The SuiteProjects Pro record: how it can fail, as the window sees it.

use certdesk_core::error::ProRecordError;
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum ProRecordFailure {
    HealthCheckUnknown,
    PasteIsSecret,
    BundleVersionInvalid { text: String },
    BundleVersionUnclear { text: String },
    WayNotOpen,
    RecordIdDiffers { expected: String, entered: String },
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&ProRecordError> for Failure {
    fn from(error: &ProRecordError) -> Self {
        Self::ProRecord(match error {
            ProRecordError::HealthCheckUnknown => ProRecordFailure::HealthCheckUnknown,
            ProRecordError::PasteIsSecret => ProRecordFailure::PasteIsSecret,
            ProRecordError::BundleVersionInvalid { text } => {
                ProRecordFailure::BundleVersionInvalid { text: text.clone() }
            }
            ProRecordError::BundleVersionUnclear { text } => {
                ProRecordFailure::BundleVersionUnclear { text: text.clone() }
            }
            ProRecordError::WayNotOpen => ProRecordFailure::WayNotOpen,
            ProRecordError::RecordIdDiffers { expected, entered } => {
                ProRecordFailure::RecordIdDiffers {
                    expected: (*expected).to_owned(),
                    entered: entered.clone(),
                }
            }
        })
    }
}
