//! A connection: how it can fail, as the window sees it.

use certdesk_core::error::ConnectionError;
use certdesk_core::setup::Step;
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum ConnectionFailure {
    CertificateIdDiffers {
        expected: String,
        entered: String,
    },
    NameEmpty,
    NameTooLong {
        #[ts(type = "number")]
        most: usize,
        #[ts(type = "number")]
        length: usize,
    },
    NameDiffers,
    StepNotReady {
        step: Step,
    },
    ConnectionUnknown,
    ConnectionStillHere,
    ConnectionRotationRuns,
    AccountNotKnown,
    SignInNeeded,
    PracticeNotRunning,
    AccountNotRefreshable,
    NothingToRemind,
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&ConnectionError> for Failure {
    fn from(error: &ConnectionError) -> Self {
        Self::Connection(match error {
            ConnectionError::CertificateIdDiffers { expected, entered } => {
                ConnectionFailure::CertificateIdDiffers {
                    expected: expected.clone(),
                    entered: entered.clone(),
                }
            }
            ConnectionError::NameEmpty => ConnectionFailure::NameEmpty,
            ConnectionError::NameTooLong { most, length } => {
                ConnectionFailure::NameTooLong { most: *most, length: *length }
            }
            ConnectionError::NameDiffers => ConnectionFailure::NameDiffers,
            ConnectionError::StepNotReady { step } => {
                ConnectionFailure::StepNotReady { step: *step }
            }
            ConnectionError::Unknown | ConnectionError::CredentialUnknown => {
                ConnectionFailure::ConnectionUnknown
            }
            ConnectionError::StillHere => ConnectionFailure::ConnectionStillHere,
            ConnectionError::RotationRuns => ConnectionFailure::ConnectionRotationRuns,
            ConnectionError::AccountNotKnown => ConnectionFailure::AccountNotKnown,
            ConnectionError::SignInNeeded => ConnectionFailure::SignInNeeded,
            ConnectionError::PracticeNotRunning => ConnectionFailure::PracticeNotRunning,
            ConnectionError::AccountNotRefreshable => ConnectionFailure::AccountNotRefreshable,
            ConnectionError::NothingToRemind => ConnectionFailure::NothingToRemind,
        })
    }
}
