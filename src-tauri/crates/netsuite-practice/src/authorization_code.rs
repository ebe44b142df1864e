//! The authorization code grant with PKCE (RFC 6749, section 4.1; RFC 7636): checks the request, issues the code and
//! redeems it.
//!
//! Rules: Oracle, section_158081944642 (step one) and section_158081952044 (step two). The pages are in
//! `pages::authorize`, the token requests in `endpoints::token::authorization_code`.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use aws_lc_rs::digest::{SHA256, digest};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde::Deserialize;
use time::{Duration, OffsetDateTime};

use crate::account::Account;
use crate::account::audit::AuditDetail;
use crate::account::authorization::Authorization;
use crate::account::integration::{Integration, Scope};
use crate::random;

/// The parameters of the authorization page.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct AuthorizationRequest {
    #[serde(default)]
    pub(crate) response_type: String,
    #[serde(default)]
    pub(crate) client_id: String,
    #[serde(default)]
    pub(crate) redirect_uri: String,
    #[serde(default)]
    pub(crate) scope: String,
    #[serde(default)]
    pub(crate) state: String,
    pub(crate) code_challenge: Option<String>,
    pub(crate) code_challenge_method: Option<String>,
    pub(crate) prompt: Option<String>,
}

/// Why the user is not asked for consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AuthorizationRefusal {
    /// NetSuite's own page says so, because the client or its Redirect URI is not known.
    OnPage(AuditDetail),
    /// The `error` goes to the client by redirect.
    ByRedirect(&'static str, AuditDetail),
}

/// A request that the user may be asked to consent to.
pub(crate) struct ValidRequest<'a> {
    pub(crate) record: &'a Integration,
    pub(crate) scopes: Vec<Scope>,
}

impl AuthorizationRequest {
    /// Checks everything before a user is asked.
    pub(crate) fn check<'a>(
        &self,
        account: &'a Account,
    ) -> Result<ValidRequest<'a>, AuthorizationRefusal> {
        let record = account
            .integration_of_client(&self.client_id)
            .ok_or(AuthorizationRefusal::OnPage(AuditDetail::UnknownIntegration))?;
        if !record.settings.redirect_uris.contains(&self.redirect_uri) {
            return Err(AuthorizationRefusal::OnPage(AuditDetail::InvalidRedirectURI));
        }
        if !account.features.oauth2 {
            return Err(AuthorizationRefusal::ByRedirect(
                "unauthorized_client",
                AuditDetail::FeatureDisabled,
            ));
        }
        if !record.is_enabled() {
            return Err(AuthorizationRefusal::ByRedirect(
                "unauthorized_client",
                AuditDetail::IntegrationBlocked,
            ));
        }
        if !record.settings.authorization_code {
            return Err(AuthorizationRefusal::ByRedirect(
                "unauthorized_client",
                AuditDetail::InvalidIntegration,
            ));
        }
        if self.response_type != "code" {
            return Err(AuthorizationRefusal::ByRedirect(
                "unsupported_response_type",
                AuditDetail::InvalidRequest,
            ));
        }
        if !is_state(&self.state) {
            return Err(AuthorizationRefusal::ByRedirect(
                "invalid_request",
                AuditDetail::InvalidState,
            ));
        }
        if !self.has_valid_challenge(record) || !self.has_known_prompt() {
            return Err(AuthorizationRefusal::ByRedirect(
                "invalid_request",
                AuditDetail::InvalidRequest,
            ));
        }
        // Separated by spaces here, unlike in an assertion. `mcp` is not offered.
        let scopes: Option<BTreeSet<_>> = self.scope.split(' ').map(Scope::named).collect();
        let scopes = scopes
            .ok_or(AuthorizationRefusal::ByRedirect("invalid_scope", AuditDetail::InvalidScope))?;
        if !scopes.is_subset(&record.settings.scopes) {
            return Err(AuthorizationRefusal::ByRedirect(
                "invalid_scope",
                AuditDetail::ScopeMismatched,
            ));
        }
        Ok(ValidRequest { record, scopes: scopes.into_iter().collect() })
    }

    /// The Redirect URI with these parameters and `state`.
    pub(crate) fn redirect_address(&self, parameters: &[(&str, &str)]) -> String {
        let mut address = self.redirect_uri.clone();
        let mut separator = if address.contains('?') { '&' } else { '?' };
        let state = is_state(&self.state).then_some(("state", self.state.as_str()));
        for (name, value) in state.iter().chain(parameters) {
            address.push(separator);
            address.push_str(name);
            address.push('=');
            address.push_str(&percent_encoded(value));
            separator = '&';
        }
        address
    }

    /// Only S256 is allowed, and no challenge at all only to a client that has a secret.
    fn has_valid_challenge(&self, record: &Integration) -> bool {
        match (&self.code_challenge, self.code_challenge_method.as_deref()) {
            (None, None) => !record.settings.public_client,
            (Some(challenge), Some("S256")) => {
                Base64UrlUnpadded::decode_vec(challenge).is_ok_and(|hash| hash.len() == 32)
            }
            _ => false,
        }
    }

    fn has_known_prompt(&self) -> bool {
        self.prompt
            .as_deref()
            .is_none_or(|prompt| ["none", "login", "consent", "login consent"].contains(&prompt))
    }
}

/// `state` has 22 to 1024 printable ASCII characters.
fn is_state(state: &str) -> bool {
    (22..=1024).contains(&state.len()) && state.chars().all(|c| c == ' ' || c.is_ascii_graphic())
}

/// Encodes everything but RFC 3986's unreserved characters.
fn percent_encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The codes that were not exchanged yet and the consents that were revoked. Both are forgotten when the server stops.
#[derive(Debug, Default)]
pub(crate) struct Consents {
    codes: Mutex<HashMap<String, AuthorizationCode>>,
    withdrawn: Mutex<HashSet<String>>,
}

/// What is remembered of a code until it is exchanged.
#[derive(Debug)]
pub(crate) struct AuthorizationCode {
    pub(crate) authorization: Authorization,
    redirect_uri: String,
    challenge: Option<String>,
    expires: OffsetDateTime,
}

impl Consents {
    /// Issues the code for a consent.
    pub(crate) fn issue_code(
        &self,
        request: &AuthorizationRequest,
        authorization: Authorization,
        now: OffsetDateTime,
    ) -> String {
        let code = random::base64url::<32>();
        let waiting = AuthorizationCode {
            authorization,
            redirect_uri: request.redirect_uri.clone(),
            challenge: request.code_challenge.clone(),
            expires: now.saturating_add(CODE_LIVES),
        };
        let mut codes = lock(&self.codes);
        codes.retain(|_, code| code.expires > now);
        codes.insert(code.clone(), waiting);
        code
    }

    /// Takes a code out, so that it never works again, whatever becomes of this request.
    pub(crate) fn redeem_code(&self, code: &str, now: OffsetDateTime) -> Option<AuthorizationCode> {
        lock(&self.codes).remove(code).filter(|code| code.expires > now)
    }

    /// Makes the access tokens of this consent invalid.
    pub(crate) fn withdraw(&self, family: String) {
        lock(&self.withdrawn).insert(family);
    }

    pub(crate) fn is_withdrawn(&self, authorization: &Authorization) -> bool {
        authorization.family.as_ref().is_some_and(|family| lock(&self.withdrawn).contains(family))
    }
}

impl AuthorizationCode {
    pub(crate) fn was_sent_to(&self, redirect_uri: &str) -> bool {
        self.redirect_uri == redirect_uri
    }

    /// Whether the verifier belongs to the challenge (RFC 7636, section 4.6).
    pub(crate) fn is_verified_by(&self, verifier: Option<&str>) -> bool {
        match (&self.challenge, verifier) {
            (None, None) => true,
            (Some(challenge), Some(verifier)) => {
                *challenge
                    == Base64UrlUnpadded::encode_string(
                        digest(&SHA256, verifier.as_bytes()).as_ref(),
                    )
            }
            _ => false,
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How long a code is valid. Oracle gives no figure ("limited, use immediately").
const CODE_LIVES: Duration = Duration::minutes(5);
