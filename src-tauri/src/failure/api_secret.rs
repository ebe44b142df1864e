//! The guide to API secrets: how it can fail, as the window sees it.

use certdesk_core::error::ApiSecretError;
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum ApiSecretFailure {
    SecretIdRefused,
    ValueEmpty,
    ValuesDiffer,
    ValueTooLong {
        #[ts(type = "number")]
        most: usize,
        #[ts(type = "number")]
        length: usize,
    },
    PreferencesLength {
        #[ts(type = "number")]
        needed: usize,
        #[ts(type = "number")]
        length: usize,
    },
    ValueMissing,
    ValueNotText,
    TextHoldsValue,
    ValueIsKept,
    OverlapLasts,
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&ApiSecretError> for Failure {
    fn from(error: &ApiSecretError) -> Self {
        Self::ApiSecret(match error {
            ApiSecretError::SecretIdRefused => ApiSecretFailure::SecretIdRefused,
            ApiSecretError::ValueEmpty => ApiSecretFailure::ValueEmpty,
            ApiSecretError::ValuesDiffer => ApiSecretFailure::ValuesDiffer,
            ApiSecretError::ValueTooLong { most, length } => {
                ApiSecretFailure::ValueTooLong { most: *most, length: *length }
            }
            ApiSecretError::PreferencesLength { needed, length } => {
                ApiSecretFailure::PreferencesLength { needed: *needed, length: *length }
            }
            ApiSecretError::ValueMissing => ApiSecretFailure::ValueMissing,
            ApiSecretError::ValueNotText => ApiSecretFailure::ValueNotText,
            ApiSecretError::TextHoldsValue => ApiSecretFailure::TextHoldsValue,
            ApiSecretError::ValueIsKept => ApiSecretFailure::ValueIsKept,
            ApiSecretError::OverlapLasts => ApiSecretFailure::OverlapLasts,
        })
    }
}
