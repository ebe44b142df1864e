//! The page of the authorization code grant: sign in, choose a role, allow or deny.

use axum::Router;
use axum::extract::{Extension, Form, Query, State};
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};
use serde::Deserialize;
use time::OffsetDateTime;

use super::layout::{Notice, Page, not_saved};
use crate::account::audit::{AuditDetail, AuditEntry, AuditedRequest};
use crate::account::authorization::Authorization;
use crate::account::{ACCOUNT_ID, Account};
use crate::authorization_code::{AuthorizationRefusal, AuthorizationRequest, ValidRequest};
use crate::clock::RequestTime;
use crate::paths;
use crate::random;
use crate::state::SharedState;

pub(crate) fn routes() -> Router<SharedState> {
    Router::new().route(paths::AUTHORIZE, get(show).post(decide))
}

async fn show(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    Query(request): Query<AuthorizationRequest>,
) -> Response {
    let account = shared.store.account();
    match request.check(&account) {
        Ok(valid) => consent_page(&account, &request, &valid, None),
        Err(refusal) => refuse(&shared, now, &request, refusal).await,
    }
}

fn consent_page(
    account: &Account,
    request: &AuthorizationRequest,
    valid: &ValidRequest<'_>,
    notice: Option<&Notice>,
) -> Response {
    let name = &valid.record.settings.name;
    let page = Page { title: "Allow access?", path: "", here: "" };
    let content = html! {
        p.lead { strong { (name) } " wants to use account " code { (ACCOUNT_ID) } " as you." }
        form.card method="post" action=(paths::AUTHORIZE) {
            (hidden_fields(request))
            fieldset {
                legend { "Sign in as" }
                @for (index, (entity, role)) in logins(account).into_iter().enumerate() {
                    @let id = format!("login-{index}");
                    div.tick {
                        input type="radio" id=(id) name="login" value={ (entity.id) ";" (role.id) } checked[index == 0] required;
                        label for=(id) { (entity.name) small { (role.name) } }
                    }
                }
            }
            p { "It will have access to: " (valid.scopes.iter().map(|scope| scope.label()).collect::<Vec<_>>().join(", ")) "." }
            p.hint { "NetSuite’s reply goes to " code { (request.redirect_uri) } }
            div.acts {
                button.primary type="submit" name="decision" value="allow" { "Allow" }
                button type="submit" name="decision" value="deny" formnovalidate { "Deny" }
            }
        }
    };
    let mut answer = page.render(notice, &content).into_response();
    // Browsers hold a form to this list also where its answer redirects to.
    let policy = format!(
        "default-src 'none'; style-src 'self'; form-action 'self' {}; base-uri 'none'; frame-ancestors 'none'",
        policy_source(&request.redirect_uri)
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    answer
}

/// The users and roles that somebody could sign in with.
fn logins(
    account: &Account,
) -> Vec<(&crate::account::roles::Entity, &crate::account::roles::Role)> {
    account
        .entities
        .iter()
        .flat_map(|entity| entity.roles.iter().filter_map(|role| account.login(entity.id, *role)))
        .collect()
}

/// The request as hidden fields of the form; it is checked again when the form is sent.
fn hidden_fields(request: &AuthorizationRequest) -> Markup {
    let fields = [
        ("response_type", Some(request.response_type.as_str())),
        ("client_id", Some(request.client_id.as_str())),
        ("redirect_uri", Some(request.redirect_uri.as_str())),
        ("scope", Some(request.scope.as_str())),
        ("state", Some(request.state.as_str())),
        ("code_challenge", request.code_challenge.as_deref()),
        ("code_challenge_method", request.code_challenge_method.as_deref()),
        ("prompt", request.prompt.as_deref()),
    ];
    html! {
        @for (name, value) in fields {
            @if let Some(value) = value { input type="hidden" name=(name) value=(value); }
        }
    }
}

#[derive(Deserialize)]
struct Decision {
    #[serde(flatten)]
    request: AuthorizationRequest,
    #[serde(default)]
    decision: String,
    #[serde(default)]
    login: String,
}

async fn decide(
    State(shared): State<SharedState>,
    Extension(RequestTime(now)): Extension<RequestTime>,
    Form(Decision { request, decision, login }): Form<Decision>,
) -> Response {
    let account = shared.store.account();
    let valid = match request.check(&account) {
        Ok(valid) => valid,
        Err(refusal) => return refuse(&shared, now, &request, refusal).await,
    };
    if decision != "allow" {
        let denied = AuthorizationRefusal::ByRedirect(
            "access_denied",
            AuditDetail::AuthorizationExplicitlyDenied,
        );
        return refuse(&shared, now, &request, denied).await;
    }
    let chosen = logins(&account)
        .into_iter()
        .find(|(entity, role)| login == format!("{};{}", entity.id, role.id));
    let Some((entity, role)) = chosen else {
        let notice = Notice::Refused("Choose a user and role to sign in as.".to_owned());
        return consent_page(&account, &request, &valid, Some(&notice));
    };

    let mut entry = AuditEntry::refused(now, AuditedRequest::Authorization);
    entry.granted = true;
    entry.application = Some(valid.record.settings.name.clone());
    entry.entity = Some(entity.name.clone());
    entry.role = Some(role.name.clone());
    if let Err(error) = shared.store.change(|account| account.note(entry)).await {
        return not_saved(&error);
    }
    let authorization = Authorization {
        client_id: valid.record.consumer_key.clone(),
        application_id: valid.record.application_id.clone(),
        entity: entity.id,
        role: role.id,
        scopes: valid.scopes,
        family: Some(random::base64url::<12>()),
    };
    let code = shared.consents.issue_code(&request, authorization, now);
    let (role, entity) = (role.id.to_string(), entity.id.to_string());
    redirect(&request.redirect_address(&[
        ("code", &code),
        ("role", &role),
        ("entity", &entity),
        ("company", ACCOUNT_ID),
    ]))
}

async fn refuse(
    shared: &SharedState,
    now: OffsetDateTime,
    request: &AuthorizationRequest,
    refusal: AuthorizationRefusal,
) -> Response {
    let (AuthorizationRefusal::OnPage(detail) | AuthorizationRefusal::ByRedirect(_, detail)) =
        refusal;
    let mut entry = AuditEntry::refused(now, AuditedRequest::Authorization);
    entry.detail = Some(detail);
    let account = shared.store.account();
    entry.application = account
        .integration_of_client(&request.client_id)
        .map(|record| record.settings.name.clone());
    if let Err(error) = shared.store.change(|account| account.note(entry)).await {
        return not_saved(&error);
    }
    match refusal {
        AuthorizationRefusal::ByRedirect(error, _) => {
            redirect(&request.redirect_address(&[("error", error)]))
        }
        AuthorizationRefusal::OnPage(_) => {
            let page = Page { title: "Invalid login attempt", path: "", here: "" };
            let content = html! {
                p { "The account doesn’t know this client or its Redirect URI, so it sends nothing back. "
                    "The " a href=(paths::AUDIT_TRAIL) { "Login Audit Trail" } " shows which." }
            };
            (StatusCode::BAD_REQUEST, page.render(None, &content)).into_response()
        }
    }
}

fn redirect(address: &str) -> Response {
    let local_address = super::redirect_page::local_address(address);
    Redirect::to(local_address.as_deref().unwrap_or(address)).into_response()
}

/// The redirect's origin, or its scheme where that is an application's own, as a source in the Content-Security-Policy.
fn policy_source(redirect_uri: &str) -> String {
    match redirect_uri.split_once("://") {
        Some(("https", rest)) => {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            // Nothing may end the directive.
            format!("https://{}", host.replace([';', ',', '\'', ' '], ""))
        }
        Some((scheme, _)) => format!("{scheme}:"),
        None => String::new(),
    }
}
