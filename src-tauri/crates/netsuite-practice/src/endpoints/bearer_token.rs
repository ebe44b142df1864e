//! Checks the access token of a request (RFC 6750) and the permissions of its role.
//!
//! Documented are the headers of the refusals (Oracle, subsect_158521885412), the permissions
//! (section_157771510070) and the scope. The status for a missing permission or scope is not.

use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use time::OffsetDateTime;

use crate::access_token::TokenRefusal;
use crate::account::Account;
use crate::account::audit::{AuditDetail, AuditEntry, AuditedRequest};
use crate::account::authorization::Authorization;
use crate::account::integration::Scope;
use crate::account::roles::Permission;
use crate::error_response;
use crate::state::SharedState;

/// The user behind an accepted access token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Caller {
    pub(crate) entity: i64,
    pub(crate) is_administrator: bool,
}

/// Why a request with an access token is refused, and what the audit trail says.
enum Refusal {
    /// Status 401, whatever the reason.
    InvalidLogin(Option<AuditDetail>),
    /// Status 403, with what is missing.
    Forbidden(&'static str, Option<AuditDetail>),
}

impl Caller {
    /// Whether the caller may change mappings of this user.
    ///
    /// The permission speaks of own certificates. Whether NetSuite lets a user who is no administrator
    /// touch those of others is not documented; here it does not.
    pub(crate) fn may_act_for(&self, entity: i64) -> bool {
        self.is_administrator || self.entity == entity
    }
}

/// Checks that the token allows REST web services and that its role has this permission too.
pub(crate) async fn authorize(
    shared: &SharedState,
    headers: &HeaderMap,
    permission: Permission,
    now: OffsetDateTime,
) -> Result<Caller, Response> {
    let Some(header) = headers.get(AUTHORIZATION) else {
        return Err(error_response::invalid_login());
    };
    let token = header.to_str().ok().and_then(|text| text.split_once(' '));
    let Some((_, token)) = token.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")) else {
        return Err(error_response::malformed_authorization());
    };

    let token = token.trim().to_owned();
    let issuer = shared.issuer.clone();
    let checked = tokio::task::spawn_blocking(move || issuer.check(&token, now));
    // A stopped task means that the server ends.
    let checked = checked.await.unwrap_or(Err(TokenRefusal::Signature));

    let mut entry = AuditEntry::refused(now, AuditedRequest::AccessToken);
    let refusal = match checked {
        Ok(authorization) if shared.consents.is_withdrawn(&authorization) => {
            Refusal::InvalidLogin(Some(AuditDetail::TokenBlocked))
        }
        Ok(authorization) => {
            match check_permissions(&shared.store.account(), &authorization, permission, &mut entry)
            {
                Ok(caller) => return Ok(caller),
                Err(refusal) => refusal,
            }
        }
        Err(TokenRefusal::Signature) => Refusal::InvalidLogin(Some(AuditDetail::InvalidSignature)),
        Err(TokenRefusal::Expired) => Refusal::InvalidLogin(Some(AuditDetail::AccessTokenExpired)),
    };
    let answer = match refusal {
        Refusal::InvalidLogin(detail) => {
            entry.detail = detail;
            error_response::invalid_login()
        }
        Refusal::Forbidden(text, detail) => {
            entry.detail = detail;
            error_response::problem(StatusCode::FORBIDDEN, "INSUFFICIENT_PERMISSION", text)
        }
    };
    match shared.store.change(|account| account.note(entry)).await {
        Ok(()) => Err(answer),
        Err(error) => Err(error_response::failure(&error)),
    }
}

fn check_permissions(
    account: &Account,
    authorization: &Authorization,
    permission: Permission,
    entry: &mut AuditEntry,
) -> Result<Caller, Refusal> {
    let login = |detail| Refusal::InvalidLogin(Some(detail));
    entry.entity = account.entity(authorization.entity).map(|entity| entity.name.clone());
    entry.role = account.role(authorization.role).map(|role| role.name.clone());
    if !account.features.oauth2 {
        return Err(login(AuditDetail::FeatureDisabled));
    }
    let record = account
        .integration_of_client(&authorization.client_id)
        .ok_or(login(AuditDetail::InvalidIntegration))?;
    entry.application = Some(record.settings.name.clone());
    if !record.is_enabled() {
        return Err(login(AuditDetail::IntegrationBlocked));
    }
    let (entity, role) = account
        .login(authorization.entity, authorization.role)
        .ok_or(login(AuditDetail::EntityOrRoleDisabled))?;
    // No code is documented for this one.
    if !role.allows(Permission::LogInUsingOauth2AccessTokens) {
        return Err(Refusal::InvalidLogin(None));
    }
    if !account.features.rest_web_services {
        return Err(Refusal::Forbidden(
            "The feature REST Web Services is off.",
            Some(AuditDetail::FeatureDisabled),
        ));
    }
    if !authorization.scopes.contains(&Scope::RestWebservices) {
        return Err(Refusal::Forbidden(
            "The scope rest_webservices is missing.",
            Some(AuditDetail::ScopeMismatched),
        ));
    }
    if !role.allows(Permission::RestWebServices) {
        return Err(Refusal::Forbidden("The permission REST Web Services is missing.", None));
    }
    if !role.allows(permission) {
        return Err(Refusal::Forbidden(
            "Permission violation: the role lacks a permission for this request.",
            None,
        ));
    }
    Ok(Caller { entity: entity.id, is_administrator: role.is_administrator() })
}
