//! NetSuite, or the way to it: how it can fail, as the window sees it.

use certdesk_core::check::{Check, Local, RefusedToken};
use certdesk_core::error::NetSuiteError;
use netsuite_client::Refusal;
use serde::Serialize;
use time::{Duration, OffsetDateTime};
use ts_rs::TS;

use super::Failure;

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum NetSuiteFailure {
    AccountIdInvalid {
        text: String,
    },
    ClientIdInvalid,
    ClientIdIsApplicationId,
    ClientIdIsConsumerSecret,
    ClientIdIsCertificateId,
    ScopesEmpty,
    Offline {
        host: String,
        detail: String,
    },
    TimedOut {
        host: String,
    },
    TlsFailed {
        host: String,
        detail: String,
    },
    Redirected {
        host: String,
        to: Option<String>,
    },
    AnswerTooLarge {
        host: String,
        #[ts(type = "number")]
        limit: u64,
    },
    AnswerEmpty {
        status: u16,
    },
    AnswerNotJson {
        status: u16,
        html: bool,
        excerpt: String,
    },
    ServerFailed {
        status: u16,
        error: Option<String>,
    },
    /// `again_at` is the moment before which NetSuite does not want to be asked; null where it named none.
    TooManyRequests {
        #[serde(with = "time::serde::rfc3339::option")]
        #[ts(type = "Instant | null")]
        again_at: Option<OffsetDateTime>,
    },
    TokenRefused {
        status: u16,
        error: Option<String>,
        description: Option<String>,
        token_url: String,
        #[ts(type = "number | null")]
        clock_skew_seconds: Option<i64>,
        checks: Vec<LocalCheck>,
    },
    TokenNotAccepted {
        host: String,
    },
    PermissionMissing {
        detail: String,
    },
    EndpointMissing {
        host: String,
    },
    EndpointRefused {
        status: u16,
        code: Option<String>,
        detail: String,
    },
    ScopeMissing,
    InternalIdInvalid,
    RecordTypeInvalid,
    QueryNotRead,
    RestletUrlInvalid,
    RestletElsewhere {
        expected: String,
    },
}

/// The moment after so many seconds. A host may name more of them than there is time.
fn from_now(seconds: u64) -> Option<OffsetDateTime> {
    let wait = Duration::seconds(i64::try_from(seconds).ok()?);
    OffsetDateTime::now_utc().checked_add(wait)
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&NetSuiteError> for Failure {
    fn from(error: &NetSuiteError) -> Self {
        Self::NetSuite(match error {
            NetSuiteError::AccountIdInvalid { text } => {
                NetSuiteFailure::AccountIdInvalid { text: text.clone() }
            }
            NetSuiteError::ClientIdInvalid => NetSuiteFailure::ClientIdInvalid,
            NetSuiteError::ClientIdIsApplicationId => NetSuiteFailure::ClientIdIsApplicationId,
            NetSuiteError::ClientIdIsConsumerSecret => NetSuiteFailure::ClientIdIsConsumerSecret,
            NetSuiteError::ClientIdIsCertificateId => NetSuiteFailure::ClientIdIsCertificateId,
            NetSuiteError::ScopesEmpty => NetSuiteFailure::ScopesEmpty,
            NetSuiteError::Offline { host, detail } => {
                NetSuiteFailure::Offline { host: host.clone(), detail: detail.clone() }
            }
            NetSuiteError::TimedOut { host } => NetSuiteFailure::TimedOut { host: host.clone() },
            NetSuiteError::TlsFailed { host, detail } => {
                NetSuiteFailure::TlsFailed { host: host.clone(), detail: detail.clone() }
            }
            NetSuiteError::Redirected { host, to } => {
                NetSuiteFailure::Redirected { host: host.clone(), to: to.clone() }
            }
            NetSuiteError::AnswerTooLarge { host, limit } => {
                NetSuiteFailure::AnswerTooLarge { host: host.clone(), limit: *limit }
            }
            NetSuiteError::AnswerEmpty { status } => {
                NetSuiteFailure::AnswerEmpty { status: *status }
            }
            NetSuiteError::AnswerNotJson { status, html, excerpt } => {
                NetSuiteFailure::AnswerNotJson {
                    status: *status,
                    html: *html,
                    excerpt: excerpt.clone(),
                }
            }
            NetSuiteError::ServerFailed { status, error } => {
                NetSuiteFailure::ServerFailed { status: *status, error: error.clone() }
            }
            NetSuiteError::TooManyRequests { retry_after } => {
                NetSuiteFailure::TooManyRequests { again_at: retry_after.and_then(from_now) }
            }
            NetSuiteError::TokenNotAccepted { host } => {
                NetSuiteFailure::TokenNotAccepted { host: host.clone() }
            }
            NetSuiteError::PermissionMissing { detail } => {
                NetSuiteFailure::PermissionMissing { detail: detail.clone() }
            }
            NetSuiteError::EndpointMissing { host } => {
                NetSuiteFailure::EndpointMissing { host: host.clone() }
            }
            NetSuiteError::EndpointRefused { status, code, detail } => {
                NetSuiteFailure::EndpointRefused {
                    status: *status,
                    code: code.clone(),
                    detail: detail.clone(),
                }
            }
            NetSuiteError::ScopeMissing => NetSuiteFailure::ScopeMissing,
            NetSuiteError::InternalIdInvalid => NetSuiteFailure::InternalIdInvalid,
            NetSuiteError::RecordTypeInvalid => NetSuiteFailure::RecordTypeInvalid,
            NetSuiteError::QueryNotRead => NetSuiteFailure::QueryNotRead,
            NetSuiteError::RestletUrlInvalid => NetSuiteFailure::RestletUrlInvalid,
            NetSuiteError::RestletElsewhere { expected } => {
                NetSuiteFailure::RestletElsewhere { expected: expected.clone() }
            }
            NetSuiteError::TokenRefused(refusal) => refused(refusal, &[]),
            NetSuiteError::Keys(error) => return Self::from(error),
            NetSuiteError::SignIn(error) => return Self::from(error),
            NetSuiteError::Unexpected(cause) => return Self::unexpected(cause),
        })
    }
}

/// A refused token, with what was checked on this computer.
impl From<&RefusedToken> for Failure {
    fn from(refused_token: &RefusedToken) -> Self {
        Self::NetSuite(refused(&refused_token.refusal, &refused_token.checks))
    }
}

fn refused(refusal: &Refusal, checks: &[Check<Local>]) -> NetSuiteFailure {
    let local = |check: &Check<Local>| LocalCheck {
        check: check.check,
        passed: check.passed,
        detail: check.detail.clone(),
    };
    NetSuiteFailure::TokenRefused {
        status: refusal.status,
        error: refusal.error.clone(),
        description: refusal.description.clone(),
        token_url: refusal.token_url.clone(),
        clock_skew_seconds: refusal.clock_skew,
        checks: checks.iter().map(local).collect(),
    }
}

/// One check that was made on this computer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LocalCheck {
    check: Local,
    passed: bool,
    detail: String,
}
