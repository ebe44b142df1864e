//! The token request: `POST /services/rest/auth/oauth2/v1/token`.
//!
//! This module has what all grants share; [`mod@client_credentials`] checks assertions, [`authorization_code`] codes.

pub(crate) mod authorization_code;
pub(crate) mod client_credentials;

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL};
use axum::http::{HeaderMap, HeaderValue};
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Json};
use serde_json::json;
use time::{Duration, OffsetDateTime};

use self::client_credentials::AssertionRules;
use crate::account::audit::{AuditDetail, AuditEntry, AuditedRequest};
use crate::account::authorization::Authorization;
use crate::clock::RequestTime;
use crate::error_response::{self, OauthError};
use crate::faults::RequestFaults;
use crate::paths;
use crate::state::SharedState;

/// The outcome of a token request, with its line in the audit trail.
pub(crate) struct TokenDecision {
    /// `None` where nothing is documented that could stand in the trail.
    pub(crate) entry: Option<AuditEntry>,
    pub(crate) outcome: Result<Authorization, OauthError>,
}

/// The fields of the form. A field that is given twice makes the request invalid (RFC 6749, section 3.2).
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    fn new(fields: Vec<(String, String)>) -> Result<Self, OauthError> {
        let mut names: Vec<_> = fields.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        if names.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(OauthError::InvalidRequest);
        }
        Ok(Self(fields))
    }

    /// A field that is there and not empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }
}

/// Answers the token request.
pub(crate) async fn request(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    Extension(faults): Extension<RequestFaults>,
    headers: HeaderMap,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    // Another content type, a body that is no form, a field given twice.
    let Ok(Ok(fields)) = form.map(|Form(fields)| Fields::new(fields)) else {
        return OauthError::InvalidRequest.into_response();
    };
    match fields.get("grant_type") {
        Some("client_credentials") => {
            client_credentials(shared, now, faults, &headers, fields).await
        }
        Some("authorization_code") => {
            authorization_code::exchange(shared, now, faults.token_lifetime, &headers, fields).await
        }
        Some("refresh_token") => {
            authorization_code::refresh(shared, now, faults.token_lifetime, &headers, fields).await
        }
        Some(_) => {
            let mut entry = AuditEntry::refused(now, AuditedRequest::ClientCredentials);
            entry.detail = Some(AuditDetail::InvalidGrantType);
            match shared.store.change(|account| account.note(entry)).await {
                Ok(()) => OauthError::UnsupportedGrantType.into_response(),
                Err(error) => error_response::failure(&error),
            }
        }
        None => OauthError::InvalidRequest.into_response(),
    }
}

async fn client_credentials(
    shared: SharedState,
    now: OffsetDateTime,
    faults: RequestFaults,
    headers: &HeaderMap,
    fields: Fields,
) -> Response {
    // Two ways of client authentication at once.
    if headers.contains_key(AUTHORIZATION) {
        return OauthError::InvalidRequest.into_response();
    }
    let audience = format!("{}{}/token", shared.origin, paths::OAUTH2);
    let decided = shared
        .store
        .change(move |account| {
            let rules = AssertionRules {
                audience: &audience,
                now,
                refuse_younger_than: faults.refuse_younger_than,
            };
            let TokenDecision { entry, outcome } = rules.check(account, &fields);
            if let Some(entry) = entry {
                account.note(entry);
            }
            outcome
        })
        .await;
    match decided {
        Ok(Ok(authorization)) => {
            granted(&shared, authorization, None, now, faults.token_lifetime).await
        }
        Ok(Err(refusal)) => refusal.into_response(),
        Err(error) => error_response::failure(&error),
    }
}

/// The answer with the tokens. Client credentials give no refresh token.
async fn granted(
    shared: &SharedState,
    authorization: Authorization,
    refresh: Option<String>,
    now: OffsetDateTime,
    lifetime: Option<Duration>,
) -> Response {
    let lives = lifetime.unwrap_or(LIFETIME);
    let issuer = shared.issuer.clone();
    let Ok(Ok(token)) =
        tokio::task::spawn_blocking(move || issuer.issue(&authorization, now, lives)).await
    else {
        return OauthError::ServerError.into_response();
    };
    let mut body = json!({ "access_token": token, "expires_in": lives.whole_seconds(), "token_type": "bearer" });
    if let Some(refresh) = refresh {
        body["refresh_token"] = refresh.into();
    }
    let mut answer = Json(body).into_response();
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// How long an access token lives: always 60 minutes.
const LIFETIME: Duration = Duration::minutes(60);
