//! A sign-in by browser: how it can fail, as the window sees it.

use certdesk_core::error::SignInError;
use serde::Serialize;
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum SignInFailure {
    SignInDenied,
    SignInRefused { error: String },
    SignInStateDiffers,
    SignInNotAsked,
    SignInAddressInvalid,
    SignInAddressOfNetSuite { page: bool },
    SignInAddressElsewhere { expected: String },
    RedirectPageNotHttps,
    RedirectPageInvalid,
    SignInOtherAccount { company: String, expected: String },
    SignInValuesInvalid,
    SignInCodeRefused { error: String },
    ClientSecretNeeded,
    ClientNotAuthenticated { public_client: bool },
    SignInEnded,
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&SignInError> for Failure {
    fn from(error: &SignInError) -> Self {
        Self::SignIn(match error {
            SignInError::Denied => SignInFailure::SignInDenied,
            SignInError::Refused { error } => SignInFailure::SignInRefused { error: error.clone() },
            SignInError::StateDiffers => SignInFailure::SignInStateDiffers,
            SignInError::NotAsked => SignInFailure::SignInNotAsked,
            SignInError::AddressInvalid => SignInFailure::SignInAddressInvalid,
            SignInError::AddressOfNetSuite { page } => {
                SignInFailure::SignInAddressOfNetSuite { page: *page }
            }
            SignInError::AddressElsewhere { expected } => {
                SignInFailure::SignInAddressElsewhere { expected: expected.clone() }
            }
            SignInError::RedirectPageNotHttps => SignInFailure::RedirectPageNotHttps,
            SignInError::RedirectPageInvalid => SignInFailure::RedirectPageInvalid,
            SignInError::OtherAccount { company, expected } => SignInFailure::SignInOtherAccount {
                company: company.clone(),
                expected: expected.clone(),
            },
            SignInError::ValuesInvalid => SignInFailure::SignInValuesInvalid,
            SignInError::CodeRefused { error } => {
                SignInFailure::SignInCodeRefused { error: error.clone() }
            }
            SignInError::ClientSecretNeeded => SignInFailure::ClientSecretNeeded,
            SignInError::ClientNotAuthenticated { public_client } => {
                SignInFailure::ClientNotAuthenticated { public_client: *public_client }
            }
            SignInError::Ended => SignInFailure::SignInEnded,
        })
    }
}
