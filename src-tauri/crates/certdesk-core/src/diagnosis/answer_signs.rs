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
        300..400 => Sign::Redirected,
        // Another method, or another type of content.
        400 | 405 | 415 => Sign::InvalidRequest,
        401 => Sign::InvalidClient,
        403 => Sign::Forbidden,
        404 => Sign::NotFound,
        407 => Sign::ProxySignIn,
        409 | 422 => Sign::Refused,
        429 => Sign::TooMany,
        500.. => Sign::Failing,
        _ => return None,
    })
}

/// What the words of a refused upload speak of. Oracle documents none of them (facts C.4), so they
/// are read for their sense, and none of them leaves no doubt.
pub(super) fn refused_upload(words: &str) -> Option<Sign> {
    let lower = words.to_ascii_lowercase();
    let says = |any: &[&str]| any.iter().any(|one| lower.contains(one));
    if says(&["request limit", "concurren", "validity", "years"]) {
        return None;
    }
    let five = ["5 active", "five active", "5 certificates", "five certificates"];
    if says(&five)
        || says(&["maximum", "limit", "at most", "too many", "up to five", "no more than"])
    {
        return Some(Sign::RefusedAsFull);
    }
    let used = ["already", "duplicate", "in use", "exists", "been used", "revoked", "not unique"];
    says(&used).then_some(Sign::RefusedAsUsed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_upload_is_read_for_its_sense() {
        for (words, sign) in [
            ("The maximum number of active certificates was reached.", Some(Sign::RefusedAsFull)),
            ("At most five active certificates already exist.", Some(Sign::RefusedAsFull)),
            ("The application already has 5 active certificates.", Some(Sign::RefusedAsFull)),
            ("This certificate is already mapped.", Some(Sign::RefusedAsUsed)),
            ("The certificate has been revoked.", Some(Sign::RefusedAsUsed)),
            ("Concurrent request limit exceeded.", None),
            ("The maximum validity is two years.", None),
            ("The file could not be read.", None),
        ] {
            assert_eq!(refused_upload(words), sign, "{words}");
        }
    }
}
