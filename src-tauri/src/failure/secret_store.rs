//! A secret store: how it can fail, as the window sees it.

use certdesk_core::error::SecretStoreError;
use certdesk_core::handover::secret_store::{PlaceField, SecretStore, ToolProblem, ToolStep};
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(clippy::enum_variant_names, reason = "no kind is used twice among the features")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum SecretStoreFailure {
    SecretStoreFieldEmpty {
        field: PlaceField,
    },
    SecretStoreFieldRefused {
        field: PlaceField,
    },
    SecretStoreToolMissing {
        store: SecretStore,
        tool: String,
    },
    SecretStoreToolFailed {
        store: SecretStore,
        tool: String,
        step: ToolStep,
        problem: ToolProblem,
        detail: Option<String>,
    },
    SecretStoreToolRecords {
        store: SecretStore,
        tool: String,
    },
    SecretStoreOccupied {
        location: String,
    },
    SecretStoreChanged {
        location: String,
    },
    SecretStoreReadBackDiffers {
        location: String,
    },
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&SecretStoreError> for Failure {
    fn from(error: &SecretStoreError) -> Self {
        Self::SecretStore(match error {
            SecretStoreError::FieldEmpty { field } => {
                SecretStoreFailure::SecretStoreFieldEmpty { field: *field }
            }
            SecretStoreError::FieldRefused { field } => {
                SecretStoreFailure::SecretStoreFieldRefused { field: *field }
            }
            SecretStoreError::ToolMissing { store } => SecretStoreFailure::SecretStoreToolMissing {
                store: *store,
                tool: store.program().to_owned(),
            },
            SecretStoreError::ToolFailed { store, step, problem, detail } => {
                SecretStoreFailure::SecretStoreToolFailed {
                    store: *store,
                    tool: store.program().to_owned(),
                    step: *step,
                    problem: *problem,
                    detail: detail.clone(),
                }
            }
            SecretStoreError::ToolRecords { store } => SecretStoreFailure::SecretStoreToolRecords {
                store: *store,
                tool: store.program().to_owned(),
            },
            SecretStoreError::Occupied { location } => {
                SecretStoreFailure::SecretStoreOccupied { location: location.clone() }
            }
            SecretStoreError::Changed { location } => {
                SecretStoreFailure::SecretStoreChanged { location: location.clone() }
            }
            SecretStoreError::ReadBackDiffers { location } => {
                SecretStoreFailure::SecretStoreReadBackDiffers { location: location.clone() }
            }
        })
    }
}
