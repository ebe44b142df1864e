//! Why a private key could not be put into a secret store.

use crate::store_tool::{PlaceField, SecretStore, ToolProblem, ToolStep};

/// Why a private key could not be put into a secret store.
#[derive(Debug, thiserror::Error)]
pub enum SecretStoreError {
    /// A value that the store needs was left empty.
    #[error("a value of the place is missing: {field:?}")]
    FieldEmpty {
        /// Which.
        field: PlaceField,
    },
    /// A value has characters or a form that the store or its tool doesn't take.
    #[error("a value of the place can't be used: {field:?}")]
    FieldRefused {
        /// Which.
        field: PlaceField,
    },
    /// The store's command-line tool isn't on this computer, or can't be given a secret here.
    #[error("the tool {} isn't available", .store.program())]
    ToolMissing {
        /// Whose tool.
        store: SecretStore,
    },
    /// The tool ended with a failure, or didn't end.
    #[error("{} failed at {step:?}: {problem:?}", .store.program())]
    ToolFailed {
        /// Whose tool.
        store: SecretStore,
        /// What it was called for.
        step: ToolStep,
        /// What is known of the cause.
        problem: ToolProblem,
        /// The tool's own message, where it can be shown: it has been searched for the key.
        detail: Option<String>,
    },
    /// The tool is set to record its calls, so the key would be in a file.
    #[error("{} records its calls", .store.program())]
    ToolRecords {
        /// Whose tool.
        store: SecretStore,
    },
    /// Something is stored there already, and it was not agreed to add a version to it.
    #[error("something is stored there already")]
    Occupied {
        /// Where.
        location: String,
    },
    /// What is stored there is no longer what was shown before the confirmation.
    #[error("what is stored there has changed")]
    Changed {
        /// Where.
        location: String,
    },
    /// The store gave back something else than it was given.
    #[error("the store gave back another value")]
    ReadBackDiffers {
        /// Where.
        location: String,
    },
}
