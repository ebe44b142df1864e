//! Setup > Integration > Manage Integrations: the list, and the record.

use std::sync::PoisonError;

use axum::Router;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use serde::Deserialize;

use super::layout::{Notice, Page, checkbox, not_found, not_saved, see_other};
use crate::account::integration::{
    FreshCredentials, Integration, Scope, Settings, State as RecordState,
};
use crate::paths;
use crate::state::SharedState;

const MENU_PATH: &str = "Setup > Integration > Manage Integrations";

pub(crate) fn routes() -> Router<SharedState> {
    Router::new()
        .route(paths::INTEGRATIONS, get(list))
        .route(paths::INTEGRATION, get(show).post(save))
        .route(paths::RESET_CREDENTIALS, post(reset))
}

#[derive(Deserialize)]
struct Parameters {
    id: Option<i64>,
    saved: Option<String>,
}

async fn list(State(shared): State<SharedState>) -> Markup {
    let account = shared.store.account();
    let page = Page { title: "Integrations", path: MENU_PATH, here: paths::INTEGRATIONS };
    let content = html! {
        p.acts { a.button.primary href=(paths::NEW_INTEGRATION) { "New" } }
        @if account.integrations.is_empty() {
            p.empty { "No integration records yet." }
        } @else {
            div.table tabindex="0" role="region" aria-label="Integrations" {
                table {
                    thead { tr { th scope="col" { "Name" } th scope="col" { "State" } th scope="col" { "Application ID" } th scope="col" { "Grants" } } }
                    tbody {
                        @for record in &account.integrations {
                            tr {
                                td { a href=(address(record.id)) { (record.settings.name) } }
                                td { (state_label(record.settings.state)) }
                                td { code { (record.application_id) } }
                                td { (grants(&record.settings)) }
                            }
                        }
                    }
                }
            }
        }
    };
    page.render(None, &content)
}

async fn show(State(shared): State<SharedState>, Query(parameters): Query<Parameters>) -> Response {
    let Some(id) = parameters.id else {
        let page = Page {
            title: "New integration",
            path: "Setup > Integration > Manage Integrations > New",
            here: paths::INTEGRATIONS,
        };
        return page.render(None, &form(None, &blank())).into_response();
    };
    let account = shared.store.account();
    let Some(record) = account.integration(id) else {
        return not_found();
    };
    // Taken, so a second look does not show it again.
    let fresh = shared.fresh.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
    let page = Page { title: &record.settings.name, path: MENU_PATH, here: paths::INTEGRATIONS };
    let notice = parameters.saved.map(|_| Notice::Done("Record saved.".to_owned()));
    let content = html! {
        @if let Some(fresh) = &fresh { (credentials(fresh)) }
        dl.facts { dt { "Application ID" } dd { code { (record.application_id) } " (not the Consumer Key)" } }
        (form(Some(record), &record.settings))
        form.card method="post" action=(paths::RESET_CREDENTIALS) {
            input type="hidden" name="id" value=(record.id);
            h2 { "Reset Credentials" }
            p.hint { "Creates a new Consumer Key and Consumer Secret. The old ones stop working at once, even for certificates already uploaded." }
            div.acts { button.danger type="submit" { "Reset Credentials" } }
        }
    };
    page.render(notice.as_ref(), &content).into_response()
}

fn credentials(fresh: &FreshCredentials) -> Markup {
    html! {
        section.card.once aria-labelledby="credentials" {
            h2 #credentials { "Consumer Key / Client ID and Consumer Secret / Client Secret" }
            p { "Shown only once: copy the Consumer Key before you leave this page. Client credentials don’t need the secret." }
            dl.facts {
                dt { "Consumer Key / Client ID" } dd { code #consumer-key { (fresh.consumer_key) } }
                dt { "Consumer Secret / Client Secret" } dd { code #consumer-secret { (*fresh.consumer_secret) } }
            }
        }
    }
}

fn form(record: Option<&Integration>, settings: &Settings) -> Markup {
    html! {
        form.card method="post" action=(paths::INTEGRATION) {
            @if let Some(record) = record { input type="hidden" name="id" value=(record.id); }
            div.field {
                label for="name" { "Name" }
                input type="text" id="name" name="name" value=(settings.name) required maxlength="80" autocomplete="off" autofocus[record.is_none()];
            }
            div.field {
                label for="description" { "Description" }
                input type="text" id="description" name="description" value=(settings.description) maxlength="200" autocomplete="off";
            }
            div.field {
                label for="state" { "State" }
                select id="state" name="state" {
                    @for state in [RecordState::Enabled, RecordState::Blocked] {
                        option value=(state_label(state)) selected[settings.state == state] { (state_label(state)) }
                    }
                }
            }
            fieldset {
                legend { "Token-based Authentication" }
                (checkbox("tba", "Token-Based Authentication", settings.tba, "Clear both for client credentials. They have no effect in the practice account."))
                (checkbox("tba_authorization_flow", "TBA: Authorization Flow", settings.tba_authorization_flow, ""))
            }
            fieldset {
                legend { "OAuth 2.0" }
                (checkbox("authorization_code", "Authorization Code Grant", settings.authorization_code, "For signing in with the browser."))
                (checkbox("public_client", "Public Client", settings.public_client, ""))
                div.field {
                    label for="redirect_uris" { "Redirect URI" }
                    textarea id="redirect_uris" name="redirect_uris" rows="2" spellcheck="false" aria-describedby="redirect-hint" {
                        (settings.redirect_uris.join("\n"))
                    }
                    small #redirect-hint { "One per line: https or an application’s own scheme. The practice account itself shows the page " code { (super::redirect_page::REDIRECT_PAGE) } }
                }
                (checkbox("client_credentials", "Client Credentials (Machine to Machine) Grant", settings.client_credentials, "Required before you can map a certificate to this record."))
            }
            fieldset {
                legend { "Scope" }
                @for scope in Scope::ALL {
                    (checkbox(scope.value(), scope.label(), settings.scopes.contains(&scope), scope.value()))
                }
            }
            div.acts { button.primary type="submit" { "Save" } }
        }
    }
}

/// A new record as NetSuite offers it: with token-based authentication checked, which the guides have you clear.
fn blank() -> Settings {
    Settings {
        name: String::new(),
        description: String::new(),
        state: RecordState::Enabled,
        client_credentials: false,
        authorization_code: false,
        public_client: false,
        redirect_uris: Vec::new(),
        scopes: [].into(),
        tba: true,
        tba_authorization_flow: true,
    }
}

#[derive(Deserialize)]
struct Entered {
    id: Option<i64>,
    #[serde(default)]
    name: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    redirect_uris: String,
    client_credentials: Option<String>,
    authorization_code: Option<String>,
    public_client: Option<String>,
    tba: Option<String>,
    tba_authorization_flow: Option<String>,
    restlets: Option<String>,
    rest_webservices: Option<String>,
    suite_analytics: Option<String>,
}

impl Entered {
    fn settings(&self) -> Settings {
        let scopes = [
            (Scope::Restlets, &self.restlets),
            (Scope::RestWebservices, &self.rest_webservices),
            (Scope::SuiteAnalytics, &self.suite_analytics),
        ];
        Settings {
            name: self.name.trim().to_owned(),
            description: self.description.trim().to_owned(),
            state: if self.state == state_label(RecordState::Blocked) {
                RecordState::Blocked
            } else {
                RecordState::Enabled
            },
            client_credentials: self.client_credentials.is_some(),
            authorization_code: self.authorization_code.is_some(),
            public_client: self.public_client.is_some(),
            redirect_uris: self
                .redirect_uris
                .lines()
                .map(str::trim)
                .filter(|uri| !uri.is_empty())
                .map(str::to_owned)
                .collect(),
            scopes: scopes
                .into_iter()
                .filter(|(_, ticked)| ticked.is_some())
                .map(|(scope, _)| scope)
                .collect(),
            tba: self.tba.is_some(),
            tba_authorization_flow: self.tba_authorization_flow.is_some(),
        }
    }
}

/// What keeps a record from being saved. NetSuite's own wording is not documented.
fn validation_error(settings: &Settings) -> Option<&'static str> {
    let oauth = settings.client_credentials || settings.authorization_code;
    if settings.name.is_empty() {
        Some("Enter a name for the record.")
    } else if oauth && settings.scopes.is_empty() {
        Some("Check at least one scope: without one, there’s no token.")
    } else if settings.authorization_code && settings.redirect_uris.is_empty() {
        Some("Enter a Redirect URI, or clear Authorization Code Grant.")
    } else if !settings.redirect_uris.iter().all(|uri| is_redirect_uri(uri)) {
        Some(
            "A Redirect URI starts with https:// or an application’s own scheme, such as certdesk://. http:// isn’t supported.",
        )
    } else {
        None
    }
}

/// `https://…` or another scheme than `http` (Oracle, section_157771733782).
fn is_redirect_uri(uri: &str) -> bool {
    let Some((scheme, rest)) = uri.split_once("://") else {
        return false;
    };
    let names = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let plain = rest.chars().all(|c| c.is_ascii_graphic());
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(names)
        && !["http", "javascript", "data", "file"].contains(&scheme.to_ascii_lowercase().as_str())
        && plain
        && !rest.is_empty()
}

async fn save(State(shared): State<SharedState>, Form(entered): Form<Entered>) -> Response {
    let settings = entered.settings();
    if let Some(error) = validation_error(&settings) {
        let account = shared.store.account();
        let record = entered.id.and_then(|id| account.integration(id));
        let page = Page { title: "Integration", path: MENU_PATH, here: paths::INTEGRATIONS };
        let answer =
            page.render(Some(&Notice::Refused(error.to_owned())), &form(record, &settings));
        return (StatusCode::UNPROCESSABLE_ENTITY, answer).into_response();
    }
    let Some(id) = entered.id else {
        return match shared.store.change(move |account| account.add_integration(settings)).await {
            Ok((id, fresh)) => show_once(&shared, id, fresh),
            Err(error) => not_saved(&error),
        };
    };
    match shared.store.change(move |account| account.set_integration(id, settings)).await {
        Ok(true) => see_other(&format!("{}&saved=1", address(id))),
        Ok(false) => not_found(),
        Err(error) => not_saved(&error),
    }
}

#[derive(Deserialize)]
struct Chosen {
    id: i64,
}

async fn reset(State(shared): State<SharedState>, Form(Chosen { id }): Form<Chosen>) -> Response {
    match shared.store.change(move |account| account.reset_credentials(id)).await {
        Ok(Some(fresh)) => show_once(&shared, id, fresh),
        Ok(None) => not_found(),
        Err(error) => not_saved(&error),
    }
}

/// Redirects, so that reloading the page does not make a second record.
fn show_once(shared: &SharedState, id: i64, fresh: FreshCredentials) -> Response {
    shared.fresh.lock().unwrap_or_else(PoisonError::into_inner).insert(id, fresh);
    see_other(&format!("{}&saved=1", address(id)))
}

fn address(id: i64) -> String {
    format!("{}?id={id}", paths::INTEGRATION)
}

fn state_label(state: RecordState) -> &'static str {
    match state {
        RecordState::Enabled => "Enabled",
        RecordState::Blocked => "Blocked",
    }
}

fn grants(settings: &Settings) -> String {
    let all = [
        (settings.client_credentials, "Client Credentials (M2M)"),
        (settings.authorization_code, "Authorization Code"),
    ];
    all.iter().filter(|(ticked, _)| *ticked).map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_uri_is_https_or_an_applications_own_scheme() {
        assert!(is_redirect_uri("https://example.com/callback"));
        assert!(is_redirect_uri("certdesk://oauth/callback"));
        for uri in [
            "http://127.0.0.1:8000/",
            "HTTP://x/",
            "javascript://x",
            "data://x",
            "callback",
            "https://",
            "https://a b",
        ] {
            assert!(!is_redirect_uri(uri), "{uri}");
        }
    }
}
