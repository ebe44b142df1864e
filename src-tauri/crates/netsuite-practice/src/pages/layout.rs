//! What all pages share: the layout with its menu and warning, the security headers, and small parts of forms.

use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{DOCTYPE, Markup, html};

use crate::account::ACCOUNT_ID;
use crate::paths;
use crate::store::StateFileError;

/// A page of the account.
pub(crate) struct Page<'a> {
    /// The heading and the title.
    pub(crate) title: &'a str,
    /// Where NetSuite has it: `Setup > …`. Empty where NetSuite has no such page.
    pub(crate) path: &'a str,
    /// The address of the entry to mark in the menu.
    pub(crate) here: &'a str,
}

/// The result of a form, shown at the top of the page.
pub(crate) enum Notice {
    Done(String),
    Refused(String),
    /// A private key was sent.
    Danger(String),
}

impl Page<'_> {
    pub(crate) fn render(&self, notice: Option<&Notice>, content: &Markup) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.title) " · Practice account" }
                    link rel="stylesheet" href=(paths::STYLE);
                }
                body {
                    a.skip href="#content" { "Skip to content" }
                    header.banner { strong { "Practice account" } ": a simulation on this computer, not NetSuite." }
                    div.layout {
                        nav.menu aria-label="Pages" {
                            p.account { "Account ID " code { (ACCOUNT_ID) } }
                            ul {
                                @for (address, label) in MENU {
                                    li { a href=(address) aria-current=[(self.here == *address).then_some("page")] { (label) } }
                                }
                            }
                        }
                        main #content {
                            @if !self.path.is_empty() { p.path { (self.path) } }
                            h1 { (self.title) }
                            @if let Some(notice) = notice { (notice.render()) }
                            (content)
                        }
                    }
                }
            }
        }
    }
}

impl Notice {
    fn render(&self) -> Markup {
        match self {
            Self::Done(text) => html! { p.notice.done role="status" { (text) } },
            Self::Refused(text) => html! { p.notice.refused role="alert" { (text) } },
            Self::Danger(text) => html! { p.notice.danger role="alert" { strong { (text) } } },
        }
    }
}

/// A tick box with its label and, below, what it means.
pub(crate) fn checkbox(name: &str, label: &str, ticked: bool, hint: &str) -> Markup {
    let id = format!("tick-{name}");
    html! {
        div.tick {
            input type="checkbox" id=(id) name=(name) value="on" checked[ticked];
            label for=(id) { (label) @if !hint.is_empty() { small { (hint) } } }
        }
    }
}

/// A whole Certificate ID in groups of six, because people read it out by phone. A copy has no gaps.
pub(crate) fn certificate_id(id: &str) -> Markup {
    let letters: Vec<_> = id.chars().collect();
    html! { code.sixes { @for group in letters.chunks(6) { span { (group.iter().collect::<String>()) } } } }
}

/// Redirects to the page that shows the result of a form.
pub(crate) fn see_other(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// The page for an address that leads nowhere.
pub(crate) fn not_found() -> Response {
    let page = Page { title: "Page not found", path: "", here: "" };
    let content =
        html! { p { "This record doesn’t exist. " a href=(paths::HOME) { "Open start page" } } };
    (StatusCode::NOT_FOUND, page.render(None, &content)).into_response()
}

/// The page for a change that could not be saved.
pub(crate) fn not_saved(error: &StateFileError) -> Response {
    tracing::error!(
        error = error as &dyn std::error::Error,
        "the practice account could not be saved"
    );
    let page = Page { title: "Not saved", path: "", here: "" };
    let content = html! {
        p { "The practice account couldn’t save its file, so nothing was changed. Free up disk space, then try again." }
    };
    (StatusCode::INTERNAL_SERVER_ERROR, page.render(None, &content)).into_response()
}

/// Adds the security headers to a page.
pub(crate) async fn add_security_headers(mut answer: Response) -> Response {
    let headers = answer.headers_mut();
    for (name, value) in SECURITY_HEADERS {
        // A page may have set a header of its own.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    answer
}

const SECURITY_HEADERS: [(HeaderName, &str); 5] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (CACHE_CONTROL, "no-store"),
    // Not `no-referrer`: it would take the Origin from our own forms.
    (REFERRER_POLICY, "same-origin"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
];

const MENU: &[(&str, &str)] = &[
    (paths::HOME, "Start"),
    (paths::FEATURES, "Enable Features"),
    (paths::ROLES, "Roles and users"),
    (paths::INTEGRATIONS, "Manage Integrations"),
    (paths::DEPLOYMENT, "Script Deployments"),
    (paths::MAPPINGS, "OAuth 2.0 Client Credentials (M2M) Setup"),
    (paths::AUDIT_TRAIL, "Login Audit Trail"),
    (paths::FAULTS, "Simulate failures"),
];
