//! The plan that moves integrations off token-based authentication: how it can fail, as the window
//! sees it.

use certdesk_core::error::TbaPlanError;
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
#[allow(clippy::enum_variant_names, reason = "a kind is a name among those of all features")]
pub enum TbaPlanFailure {
    TbaListTooLarge {
        #[ts(type = "number")]
        most: usize,
    },
    TbaListNotText,
    TbaListHoldsSecret {
        #[ts(type = "number")]
        line: usize,
    },
    TbaListUnknown,
    TbaListEmpty,
    TbaListTooLong {
        #[ts(type = "number")]
        most: usize,
        #[ts(type = "number")]
        found: usize,
    },
    TbaEntryUnknown,
    TbaSoapNeedsTba,
    TbaTargetNeedsTba,
    TbaNotWorking,
    TbaNotSwitched,
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&TbaPlanError> for Failure {
    fn from(error: &TbaPlanError) -> Self {
        use TbaPlanFailure as Kind;
        Self::TbaPlan(match error {
            TbaPlanError::ListTooLarge { most } => Kind::TbaListTooLarge { most: *most },
            TbaPlanError::ListNotText => Kind::TbaListNotText,
            TbaPlanError::ListHoldsSecret { line } => Kind::TbaListHoldsSecret { line: *line },
            TbaPlanError::ListUnknown => Kind::TbaListUnknown,
            TbaPlanError::ListEmpty => Kind::TbaListEmpty,
            TbaPlanError::ListTooLong { most, found } => {
                Kind::TbaListTooLong { most: *most, found: *found }
            }
            TbaPlanError::EntryUnknown => Kind::TbaEntryUnknown,
            TbaPlanError::SoapNeedsTba => Kind::TbaSoapNeedsTba,
            TbaPlanError::TargetNeedsTba => Kind::TbaTargetNeedsTba,
            TbaPlanError::NotWorking => Kind::TbaNotWorking,
            TbaPlanError::NotSwitched => Kind::TbaNotSwitched,
        })
    }
}
