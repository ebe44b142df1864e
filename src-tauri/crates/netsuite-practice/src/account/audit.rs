//! The Login Audit Trail, which says why a request was refused. NetSuite's answers do not.
//!
//! Codes: Oracle, subsect_158324637123.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::Account;

/// One line of Setup > Users/Roles > User Management > View Login Audit Trail.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AuditEntry {
    /// When the request was decided, by the practice account's clock.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The kind of request.
    pub request: AuditedRequest,
    /// Column Status: whether it was granted.
    pub granted: bool,
    /// Column Detail. Empty when granted, and where Oracle documents no code for the reason.
    pub detail: Option<AuditDetail>,
    /// Column Token-based Application Name; empty when the record could not be told.
    pub application: Option<String>,
    /// Column User.
    pub entity: Option<String>,
    /// Column Role.
    pub role: Option<String>,
    /// How the scope was written in the assertion. NetSuite shows no such column.
    pub scope_form: Option<ScopeForm>,
    /// The `kid` of the assertion. NetSuite shows no such column.
    #[serde(default)]
    pub certificate_id: Option<String>,
}

/// The kinds of request that leave a line.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuditedRequest {
    /// A token by client credentials.
    ClientCredentials,
    /// The authorization page of the code grant.
    Authorization,
    /// A token by authorization code.
    AuthorizationCode,
    /// A token by refresh token.
    RefreshToken,
    /// A call with an access token.
    AccessToken,
}

/// How several scopes were written. Oracle's table and Oracle's sample disagree, so all forms are taken.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeForm {
    /// A string with one scope.
    Single,
    /// A string with scopes separated by commas.
    CommaSeparated,
    /// A JSON array of strings.
    Array,
}

/// The documented codes of the column Detail.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names are Oracle's; the page named above explains them")]
pub enum AuditDetail {
    AccessTokenExpired,
    AuthorizationExplicitlyDenied,
    ClientAuthenticationFailed,
    ClientIdMismatch,
    EntityOrRoleDisabled,
    FeatureDisabled,
    IntegrationBlocked,
    InvalidGrant,
    InvalidGrantType,
    InvalidIntegration,
    InvalidIssuer,
    InvalidRedirectURI,
    InvalidRequest,
    InvalidScope,
    InvalidSignature,
    InvalidState,
    InvalidTokenType,
    MissingKey,
    MissingKeyId,
    ScopeMismatched,
    SignatureValidation,
    TokenBlocked,
    TokenExpired,
    TokenNotAcceptable,
    TokenValidityTooBroad,
    UnknownIntegration,
    UnsupportedAlgo,
}

impl fmt::Display for AuditDetail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The variants are spelt as NetSuite prints them.
        fmt::Debug::fmt(self, f)
    }
}

impl AuditEntry {
    /// A line that grants nothing yet and names nobody.
    pub(crate) fn refused(at: OffsetDateTime, request: AuditedRequest) -> Self {
        Self {
            at,
            request,
            granted: false,
            detail: None,
            application: None,
            entity: None,
            role: None,
            scope_form: None,
            certificate_id: None,
        }
    }
}

impl Account {
    /// Adds a line, and forgets the oldest when the trail is full.
    pub(crate) fn note(&mut self, entry: AuditEntry) {
        if self.audit.len() >= KEPT {
            self.audit.drain(..=self.audit.len() - KEPT);
        }
        self.audit.push(entry);
    }
}

/// At most this many lines are kept. Enough for weeks of practice; the state file stays small.
const KEPT: usize = 1_000;
