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
use crate::account::roles::{Permission, Role};
use crate::error_response;
use crate::state::SharedState;

/// The user behind an accepted access token.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) entity: i64,
    pub(crate) is_administrator: bool,
    pub(crate) role: Role,
}

/// What a token is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    RestWebServices,
    Restlets,
}

/// Why a request with an access token is refused, and what the audit trail says.
enum Refusal {
    /// Status 401, whatever the reason.
    InvalidLogin(Option<AuditDetail>),
    /// Status 403, with what is missing.
    Forbidden(&'static str, Option<AuditDetail>),
    /// Status 400: the role can't use REST web services at all.
    RoleMayNot,
    /// Status 401, with the code that RESTlets give a Web Services Only role.
    WebServicesOnly,
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
    authorize_for(shared, headers, Service::RestWebServices, Some(permission), now).await
}

/// Checks that the token allows a service, and that its role has what the service needs.
pub(crate) async fn authorize_for(
    shared: &SharedState,
    headers: &HeaderMap,
    service: Service,
    permission: Option<Permission>,
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
            let account = shared.store.account();
            match check(&account, &authorization, service, permission, &mut entry) {
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
        // As reported by <https://improvado.io/docs/oracle-netsuite-troubleshooting>.
        Refusal::RoleMayNot => error_response::problem(
            StatusCode::BAD_REQUEST,
            "USER_ERROR",
            "Your current role does not have permission to perform this action.",
        ),
        // The code is documented (Oracle, chapter_1529417663), the status isn't.
        Refusal::WebServicesOnly => error_response::restlet(
            StatusCode::UNAUTHORIZED,
            "INVALID_LOGIN_CREDENTIALS",
            "The role can be used for web services only.",
        ),
    };
    match shared.store.change(|account| account.note(entry)).await {
        Ok(()) => Err(answer),
        Err(error) => Err(error_response::failure(&error)),
    }
}

fn check(
    account: &Account,
    authorization: &Authorization,
    service: Service,
    permission: Option<Permission>,
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
    match service {
        Service::RestWebServices => check_web_services(account, authorization, role, permission)?,
        Service::Restlets => check_restlets(account, authorization, role)?,
    }
    Ok(Caller { entity: entity.id, is_administrator: role.is_administrator(), role: role.clone() })
}

fn check_web_services(
    account: &Account,
    authorization: &Authorization,
    role: &Role,
    permission: Option<Permission>,
) -> Result<(), Refusal> {
    if !account.features.rest_web_services {
        let text = "REST Web Services feature is disabled.";
        return Err(Refusal::Forbidden(text, Some(AuditDetail::FeatureDisabled)));
    }
    if !authorization.scopes.contains(&Scope::RestWebservices) {
        let text = "The scope rest_webservices is missing.";
        return Err(Refusal::Forbidden(text, Some(AuditDetail::ScopeMismatched)));
    }
    if !role.allows(Permission::RestWebServices) {
        // Reported for the record service only.
        return Err(match permission {
            Some(_) => Refusal::Forbidden("The permission REST Web Services is missing.", None),
            None => Refusal::RoleMayNot,
        });
    }
    if permission.is_some_and(|permission| !role.allows(permission)) {
        let text = "Permission violation: the role lacks a permission for this request.";
        return Err(Refusal::Forbidden(text, None));
    }
    Ok(())
}

/// Both features of SuiteScript are needed for OAuth 2.0 with RESTlets (Oracle, section_157771482304).
fn check_restlets(
    account: &Account,
    authorization: &Authorization,
    role: &Role,
) -> Result<(), Refusal> {
    if !(account.features.client_suitescript && account.features.server_suitescript) {
        // What the trail says then isn't documented.
        return Err(Refusal::InvalidLogin(None));
    }
    if !authorization.scopes.contains(&Scope::Restlets) {
        return Err(Refusal::InvalidLogin(Some(AuditDetail::ScopeMismatched)));
    }
    if role.web_services_only {
        return Err(Refusal::WebServicesOnly);
    }
    Ok(())
}
