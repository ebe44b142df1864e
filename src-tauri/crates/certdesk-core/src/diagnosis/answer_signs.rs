//! What an HTTP status or an OAuth `error` shows by itself.

use super::sign::Sign;

/// Source of the values: facts B.5,
/// <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_158521832417.html>
pub(super) fn oauth_error(error: &str) -> Option<Sign> {
    Some(match error {
        "invalid_client" => Sign::InvalidClient,
        "invalid_request" => Sign::InvalidRequest,
        "invalid_grant" => Sign::InvalidGrant,
        "invalid_scope" => Sign::InvalidScope,
        "unauthorized_client" => Sign::UnauthorizedClient,
        "unsupported_grant_type" => Sign::UnsupportedGrantType,
        "server_error" => Sign::ServerError,
        "access_denied" => Sign::Denied,
        "invalid_token" => Sign::InvalidToken,
        _ => return None,
    })
}

/// A status alone, of a token request.
pub(super) fn pasted_status(status: u16) -> Option<Sign> {
    Some(match status {
        400 => Sign::InvalidRequest,
        401 => Sign::InvalidClient,
        403 => Sign::Forbidden,
        404 => Sign::NotFound,
        429 => Sign::TooMany,
        500.. => Sign::Failing,
        _ => return None,
    })
}
