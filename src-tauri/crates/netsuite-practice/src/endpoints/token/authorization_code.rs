//! Exchanges authorization codes and refresh tokens for access tokens, and revokes refresh tokens.
//!
//! Rules: Oracle, section_158081952044, section_158082518856, section_161071224088. Errors:
//! subsect_158521832417.

use axum::Extension;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use base64ct::{Base64, Encoding as _};
use time::{Duration, OffsetDateTime};

use super::{Fields, granted};
use crate::account::Account;
use crate::account::audit::{AuditDetail, AuditEntry, AuditedRequest};
use crate::account::authorization::Authorization;
use crate::account::integration::Integration;
use crate::authorization_code::AuthorizationCode;
use crate::clock::RequestTime;
use crate::error_response::{self, OauthError};
use crate::state::SharedState;

/// The OAuth error and the audit trail's reason, where one is documented.
type Refusal = (OauthError, Option<AuditDetail>);

fn refused(error: OauthError, detail: AuditDetail) -> Refusal {
    (error, Some(detail))
}

/// Answers `grant_type=authorization_code`.
pub(super) async fn exchange(
    shared: SharedState,
    now: OffsetDateTime,
    lifetime: Option<Duration>,
    headers: &HeaderMap,
    fields: Fields,
) -> Response {
    let client = Client::of(headers, &fields);
    let waiting = fields.get("code").map(|code| shared.consents.redeem_code(code, now));
    let made = shared.store.change(move |account| {
        check_and_note(account, AuditedRequest::AuthorizationCode, now, |account, entry| {
            let record = client?.authenticate(account)?.clone();
            entry.application = Some(record.settings.name.clone());
            let authorization = redeem(account, &record, waiting, &fields)?;
            let refresh =
                account.add_refresh_token(&authorization, record.settings.public_client, now);
            Ok((authorization, Some(refresh)))
        })
    });
    answer(&shared, made.await, now, lifetime).await
}

/// Answers `grant_type=refresh_token`.
pub(super) async fn refresh(
    shared: SharedState,
    now: OffsetDateTime,
    lifetime: Option<Duration>,
    headers: &HeaderMap,
    fields: Fields,
) -> Response {
    let client = Client::of(headers, &fields);
    let made = shared.store.change(move |account| {
        check_and_note(account, AuditedRequest::RefreshToken, now, |account, entry| {
            let record = client?.authenticate(account)?.clone();
            entry.application = Some(record.settings.name.clone());
            check_record(account, &record)?;
            let token = fields.get("refresh_token").ok_or((OauthError::InvalidRequest, None))?;
            let (authorization, next) = account
                .use_refresh_token(token, &record, now)
                .ok_or(refused(OauthError::InvalidGrant, AuditDetail::InvalidGrant))?;
            check_login(account, &authorization)?;
            Ok((authorization, next))
        })
    });
    answer(&shared, made.await, now, lifetime).await
}

/// Answers `POST …/revoke` (RFC 7009): revokes the refresh token and its access tokens.
pub(crate) async fn revoke(
    State(shared): State<SharedState>,
    Extension(RequestTime(_)): Extension<RequestTime>,
    headers: HeaderMap,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    let Ok(Ok(fields)) = form.map(|Form(fields)| Fields::new(fields)) else {
        return OauthError::InvalidRequest.into_response();
    };
    let client = Client::of(&headers, &fields);
    let revoked = shared.store.change(move |account| -> Result<Option<String>, Refusal> {
        let record = client?.authenticate(account)?.clone();
        let token = fields.get("token").ok_or((OauthError::InvalidRequest, None))?;
        Ok(account.revoke_refresh_token(token, &record))
    });
    match revoked.await {
        Ok(Ok(family)) => {
            if let Some(family) = family {
                shared.consents.withdraw(family);
            }
            // A token that is not known counts as revoked (RFC 7009, section 2.2).
            StatusCode::OK.into_response()
        }
        Ok(Err((error, _))) => error.into_response(),
        Err(error) => error_response::failure(&error),
    }
}

/// Checks a request against the account, and notes it in the audit trail.
fn check_and_note<R>(
    account: &mut Account,
    request: AuditedRequest,
    now: OffsetDateTime,
    rules: impl FnOnce(&mut Account, &mut AuditEntry) -> Result<R, Refusal>,
) -> Result<R, OauthError> {
    let mut entry = AuditEntry::refused(now, request);
    let outcome = rules(account, &mut entry).map_err(|(error, detail)| {
        entry.detail = detail;
        error
    });
    entry.granted = outcome.is_ok();
    // A request that cannot be read leaves no line, as with client credentials.
    if entry.granted || entry.detail.is_some() {
        account.note(entry);
    }
    outcome
}

type Made =
    Result<Result<(Authorization, Option<String>), OauthError>, crate::store::StateFileError>;

async fn answer(
    shared: &SharedState,
    made: Made,
    now: OffsetDateTime,
    lifetime: Option<Duration>,
) -> Response {
    match made {
        Ok(Ok((authorization, refresh))) => {
            granted(shared, authorization, refresh, now, lifetime).await
        }
        Ok(Err(refusal)) => refusal.into_response(),
        Err(error) => error_response::failure(&error),
    }
}

/// Checks a code and returns what it stands for.
fn redeem(
    account: &Account,
    record: &Integration,
    waiting: Option<Option<AuthorizationCode>>,
    fields: &Fields,
) -> Result<Authorization, Refusal> {
    check_record(account, record)?;
    let waiting = waiting.ok_or((OauthError::InvalidRequest, None))?;
    let redirect_uri = fields.get("redirect_uri").ok_or((OauthError::InvalidRequest, None))?;
    let verifier = fields.get("code_verifier");
    if !verifier.is_none_or(is_verifier) {
        return Err(refused(OauthError::InvalidRequest, AuditDetail::InvalidRequest));
    }
    let code = waiting.ok_or(refused(OauthError::InvalidGrant, AuditDetail::InvalidGrant))?;
    if code.authorization.client_id != record.consumer_key {
        return Err(refused(OauthError::InvalidGrant, AuditDetail::ClientIdMismatch));
    }
    if !code.was_sent_to(redirect_uri) {
        return Err(refused(OauthError::InvalidGrant, AuditDetail::InvalidRedirectURI));
    }
    if !code.is_verified_by(verifier) {
        return Err(refused(OauthError::InvalidGrant, AuditDetail::InvalidGrant));
    }
    check_login(account, &code.authorization)?;
    Ok(code.authorization)
}

fn check_record(account: &Account, record: &Integration) -> Result<(), Refusal> {
    if !account.features.oauth2 {
        return Err(refused(OauthError::InvalidClient, AuditDetail::FeatureDisabled));
    }
    if !record.is_enabled() {
        return Err(refused(OauthError::InvalidClient, AuditDetail::IntegrationBlocked));
    }
    if !record.settings.authorization_code {
        return Err(refused(OauthError::UnauthorizedClient, AuditDetail::InvalidIntegration));
    }
    Ok(())
}

fn check_login(account: &Account, authorization: &Authorization) -> Result<(), Refusal> {
    match account.login(authorization.entity, authorization.role) {
        Some(_) => Ok(()),
        None => Err(refused(OauthError::InvalidGrant, AuditDetail::EntityOrRoleDisabled)),
    }
}

/// A verifier has 43 to 128 unreserved characters (RFC 7636, section 4.1).
fn is_verifier(verifier: &str) -> bool {
    (43..=128).contains(&verifier.len())
        && verifier.chars().all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c))
}

/// The client as the request names it. A public client has no secret.
struct Client {
    id: String,
    secret: Option<String>,
}

impl Client {
    /// From Basic, or for a public client from `client_id` in the body; never from both.
    fn of(headers: &HeaderMap, fields: &Fields) -> Result<Self, Refusal> {
        let malformed = (OauthError::InvalidRequest, None);
        // A secret in the body is not documented.
        if fields.get("client_secret").is_some() {
            return Err(malformed);
        }
        match (headers.get(AUTHORIZATION), fields.get("client_id")) {
            (None, Some(id)) => Ok(Self { id: id.to_owned(), secret: None }),
            (Some(header), None) => {
                let encoded = header.to_str().ok().and_then(|text| text.strip_prefix("Basic "));
                let decoded = encoded.and_then(|text| Base64::decode_vec(text.trim()).ok());
                let pair =
                    decoded.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or(malformed)?;
                let (id, secret) = pair.split_once(':').unwrap_or((&pair, ""));
                let secret = (!secret.is_empty()).then(|| secret.to_owned());
                Ok(Self { id: id.to_owned(), secret })
            }
            _ => Err(malformed),
        }
    }

    fn authenticate<'a>(&self, account: &'a Account) -> Result<&'a Integration, Refusal> {
        let failed = refused(OauthError::InvalidClient, AuditDetail::ClientAuthenticationFailed);
        let record = account
            .integration_of_client(&self.id)
            .ok_or(refused(OauthError::InvalidClient, AuditDetail::UnknownIntegration))?;
        match &self.secret {
            Some(secret) if record.has_secret(secret) => Ok(record),
            None if record.settings.public_client => Ok(record),
            _ => Err(failed),
        }
    }
}
