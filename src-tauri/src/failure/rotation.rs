//! A rotation: how it can fail, as the window sees it.

use certdesk_core::error::RotationError;
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(clippy::enum_variant_names, reason = "no kind is used twice among the features")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum RotationFailure {
    RotationUnderWay,
    RotationMissing,
    RotationElsewhere,
    RotationMayRunElsewhere,
    RotationNotThere,
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&RotationError> for Failure {
    fn from(error: &RotationError) -> Self {
        Self::Rotation(match error {
            RotationError::UnderWay => RotationFailure::RotationUnderWay,
            RotationError::Missing => RotationFailure::RotationMissing,
            RotationError::Elsewhere => RotationFailure::RotationElsewhere,
            RotationError::MayRunElsewhere => RotationFailure::RotationMayRunElsewhere,
            RotationError::NotThere => RotationFailure::RotationNotThere,
        })
    }
}
