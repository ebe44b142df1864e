//! The error responses of NetSuite's endpoints.
//!
//! Documented are the OAuth error values with their status (Oracle, subsect_158521832417), the
//! `WWW-Authenticate` headers (subsect_158521885412) and the code `INVALID_LOGIN`. Where a function says so,
//! NetSuite's own wording is not documented, and nobody should depend on it.

use axum::Json;
use axum::http::header::{CACHE_CONTROL, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::account::ACCOUNT_ID;
use crate::store::StateFileError;

/// The `error` of an OAuth answer. No description goes with it, as on NetSuite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OauthError {
    InvalidRequest,
    InvalidClient,
    InvalidGrant,
    UnauthorizedClient,
    UnsupportedGrantType,
    InvalidScope,
    /// Not documented; reported for RS256 and for an unknown `iss`.
    ServerError,
}

impl OauthError {
    fn value(self) -> &'static str {
        match self {
            Self::InvalidRequest => "invalid_request",
            Self::InvalidClient => "invalid_client",
            Self::InvalidGrant => "invalid_grant",
            Self::UnauthorizedClient => "unauthorized_client",
            Self::UnsupportedGrantType => "unsupported_grant_type",
            Self::InvalidScope => "invalid_scope",
            Self::ServerError => "server_error",
        }
    }

    fn status(self) -> StatusCode {
        match self {
            Self::InvalidClient => StatusCode::UNAUTHORIZED,
            Self::ServerError => StatusCode::INTERNAL_SERVER_ERROR,
            // The status of unauthorized_client is not documented; RFC 6749, section 5.2, says 400.
            _ => StatusCode::BAD_REQUEST,
        }
    }
}

impl IntoResponse for OauthError {
    fn into_response(self) -> Response {
        let mut answer = (self.status(), Json(json!({ "error": self.value() }))).into_response();
        answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self == Self::InvalidClient {
            challenge(&mut answer, &format!("Basic realm=\"{ACCOUNT_ID}\""));
        }
        answer
    }
}

/// Status 401, for an access token that is not accepted, whatever the reason.
pub(crate) fn invalid_login() -> Response {
    let text = "Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI at \
        Setup > Users/Roles > User Management > View Login Audit Trail.";
    let mut answer = problem(StatusCode::UNAUTHORIZED, "INVALID_LOGIN", text);
    challenge(
        &mut answer,
        &format!(
            "Bearer realm=\"{ACCOUNT_ID}\", error=\"invalid_token\", error_description=\"Invalid login attempt.\""
        ),
    );
    answer
}

/// Status 400, for an `Authorization` header that cannot be read.
pub(crate) fn malformed_authorization() -> Response {
    let text = "The request could not be understood by the server due to malformed syntax.";
    let mut answer = problem(StatusCode::BAD_REQUEST, "INVALID_REQUEST", text);
    challenge(
        &mut answer,
        &format!(
            "Bearer realm=\"{ACCOUNT_ID}\", error=\"invalid_request\", error_description=\"{text}\""
        ),
    );
    answer
}

/// The shape of REST errors. Other codes and texts than `INVALID_LOGIN` are not documented for these requests.
pub(crate) fn problem(status: StatusCode, code: &str, detail: &str) -> Response {
    let body = json!({
        "title": status.canonical_reason().unwrap_or("Error"),
        "status": status.as_u16(),
        "o:errorDetails": [{ "detail": detail, "o:errorCode": code }],
    });
    (status, Json(body)).into_response()
}

/// The shape of a RESTlet's errors. The shape isn't documented: programs that call RESTlets read it.
pub(crate) fn restlet(status: StatusCode, code: &str, message: &str) -> Response {
    (status, Json(json!({ "error": { "code": code, "message": message } }))).into_response()
}

/// Status 500, because the practice account itself cannot save a change, for instance on a full disk.
pub(crate) fn failure(error: &StateFileError) -> Response {
    tracing::error!(
        error = error as &dyn std::error::Error,
        "the practice account could not be saved"
    );
    problem(
        StatusCode::INTERNAL_SERVER_ERROR,
        "UNEXPECTED_ERROR",
        "The practice account couldn't save its state.",
    )
}

fn challenge(answer: &mut Response, text: &str) {
    // Only fixed texts and the account ID: always a valid header.
    if let Ok(value) = HeaderValue::from_str(text) {
        answer.headers_mut().insert(WWW_AUTHENTICATE, value);
    }
}
