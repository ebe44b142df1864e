//! A day that was entered: how it can fail, as the window sees it.

use certdesk_core::error::DayError;
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum DayFailure {
    DayInvalid,
    DayUnclear { readings: Vec<String> },
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&DayError> for Failure {
    fn from(error: &DayError) -> Self {
        Self::Day(match error {
            DayError::Invalid => DayFailure::DayInvalid,
            DayError::Unclear { readings } => DayFailure::DayUnclear {
                readings: readings.iter().map(ToString::to_string).collect(),
            },
        })
    }
}
