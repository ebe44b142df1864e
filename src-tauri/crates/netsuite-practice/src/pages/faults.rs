//! "Misbehave": the faults, as forms for a person and as JSON for a program.
//!
//! NetSuite has no such page.

use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use maud::{Markup, html};
use serde::Deserialize;

use super::layout::{Notice, Page, not_saved, see_other};
use crate::account::Account;
use crate::faults::{Endpoint, Fault, Lasts, Misbehaviour};
use crate::paths;
use crate::state::SharedState;

pub(crate) fn routes() -> Router<SharedState> {
    Router::new()
        .route(paths::FAULTS, get(show).post(add))
        .route(paths::SET_FAULT, post(set))
        .route(paths::FAULTS_JSON, get(all))
        .route(paths::CLEAR_FAULTS, post(clear))
        .route(paths::REFRESH_SANDBOX, post(refresh_sandbox))
}

#[derive(Deserialize)]
struct Parameters {
    done: Option<String>,
}

async fn show(State(shared): State<SharedState>, Query(parameters): Query<Parameters>) -> Markup {
    let notice = match parameters.done.as_deref() {
        Some("set") => Some("The fault is set."),
        Some("cleared") => Some("Nothing goes wrong any more."),
        Some("refreshed") => Some("The sandbox is refreshed: all mappings are gone."),
        _ => None,
    };
    page(&shared, notice.map(|text| Notice::Done(text.to_owned())).as_ref())
}

fn page(shared: &SharedState, notice: Option<&Notice>) -> Markup {
    let set = shared.faults.all();
    let page = Page { title: "Misbehave", path: "", here: paths::FAULTS };
    let content = html! {
        p.lead { "Networks and servers fail. Choose how this one shall, and see what your client makes of it." }
        h2 { "Set now" }
        @if set.is_empty() {
            p.empty { "Nothing goes wrong." }
        } @else {
            ul.set {
                @for fault in &set {
                    li {
                        (endpoint_label(fault.endpoint)) ": " strong { (label(&fault.misbehaviour)) } " "
                        (detail(&fault.misbehaviour)) " – " (lasts_label(fault.lasts))
                    }
                }
            }
            form.acts method="post" action=(paths::CLEAR_FAULTS) { button type="submit" { "Clear all" } }
        }
        h2 { "Set another" }
        form.card method="post" action=(paths::SET_FAULT) {
            div.field {
                label for="endpoint" { "Where" }
                select id="endpoint" name="endpoint" {
                    @for (endpoint, value) in ENDPOINTS { option value=(value) { (endpoint_label(*endpoint)) } }
                }
            }
            div.field {
                label for="kind" { "What" }
                select id="kind" name="kind" {
                    @for group in [Group::Before, Group::After, Group::OnTop] {
                        optgroup label=(group.label()) {
                            @for kind in kinds().iter().filter(|kind| kind.group == group) {
                                option value=(kind.value) { (kind.label) }
                            }
                        }
                    }
                }
            }
            div.field {
                label for="amount" { "How much" }
                input type="number" id="amount" name="amount" aria-describedby="amount-hint";
                small #amount-hint { "Milliseconds, seconds, minutes, days or lists, where the choice above says so. A clock can also go behind: -600." }
            }
            div.field {
                label for="text" { "Text" }
                input type="text" id="text" name="text" autocomplete="off" aria-describedby="text-hint";
                small #text-hint { "The address of a redirect, or what another Certificate ID shall begin with." }
            }
            div.field {
                label for="lasts" { "How long" }
                select id="lasts" name="lasts" {
                    option value="once" { (lasts_label(Lasts::Once)) }
                    option value="sticky" { (lasts_label(Lasts::Sticky)) }
                }
            }
            div.acts { button.primary type="submit" { "Set" } }
        }
        h2 { "Sandbox refresh" }
        form.card method="post" action=(paths::REFRESH_SANDBOX) {
            p { "A refresh clears the OAuth 2.0 Client Credentials (M2M) Setup: every mapping is gone, and its certificate may be uploaded again." }
            div.acts { button.danger type="submit" { "Refresh the sandbox" } }
        }
    };
    page.render(notice, &content)
}

async fn all(State(shared): State<SharedState>) -> Json<Vec<Fault>> {
    Json(shared.faults.all())
}

/// Takes a [`Fault`] as JSON, as programs send it.
async fn add(State(shared): State<SharedState>, Json(fault): Json<Fault>) -> Response {
    match shared.faults.add(fault) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(unfit) => (StatusCode::UNPROCESSABLE_ENTITY, format!("{unfit}\n")).into_response(),
    }
}

/// Takes the form of the page.
async fn set(State(shared): State<SharedState>, Form(entered): Form<Entered>) -> Response {
    match entered.fault().map(|fault| shared.faults.add(fault)) {
        Some(Ok(())) => see_other(&format!("{}?done=set", paths::FAULTS)),
        Some(Err(_)) => refused(
            &shared,
            "This cannot happen there. Lists, uploads and tokens have faults of their own.",
        ),
        None => refused(&shared, "The amount or the text is missing, or does not fit the choice."),
    }
}

fn refused(shared: &SharedState, text: &str) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page(shared, Some(&Notice::Refused(text.to_owned()))))
        .into_response()
}

async fn clear(State(shared): State<SharedState>) -> Response {
    shared.faults.clear();
    see_other(&format!("{}?done=cleared", paths::FAULTS))
}

async fn refresh_sandbox(State(shared): State<SharedState>) -> Response {
    match shared.store.change(Account::refresh_sandbox).await {
        Ok(()) => see_other(&format!("{}?done=refreshed", paths::FAULTS)),
        Err(error) => not_saved(&error),
    }
}

#[derive(Deserialize)]
struct Entered {
    endpoint: Endpoint,
    kind: String,
    lasts: Lasts,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    text: String,
}

impl Entered {
    /// The fault that the form describes.
    fn fault(self) -> Option<Fault> {
        let number = || self.amount.trim().parse().ok();
        let misbehaviour = match kinds().into_iter().find(|kind| kind.value == self.kind)?.example {
            Misbehaviour::ClockOff { .. } => {
                Misbehaviour::ClockOff { seconds: self.amount.trim().parse().ok()? }
            }
            Misbehaviour::TooManyRequests { .. } => {
                Misbehaviour::TooManyRequests { retry_after: number()? }
            }
            Misbehaviour::DelayBefore { .. } => {
                Misbehaviour::DelayBefore { milliseconds: number()? }
            }
            Misbehaviour::DelayAfter { .. } => Misbehaviour::DelayAfter { milliseconds: number()? },
            Misbehaviour::ListLag { .. } => Misbehaviour::ListLag { lists: number()? },
            Misbehaviour::DateShortened { .. } => Misbehaviour::DateShortened { days: number()? },
            Misbehaviour::RefuseAfterUpload { .. } => {
                Misbehaviour::RefuseAfterUpload { minutes: number()? }
            }
            Misbehaviour::ShortLivedToken { .. } => {
                Misbehaviour::ShortLivedToken { seconds: number()? }
            }
            Misbehaviour::Redirect { .. } if self.text.is_empty() => return None,
            Misbehaviour::Redirect { .. } => Misbehaviour::Redirect { to: self.text },
            Misbehaviour::OtherCertificateId { .. } => {
                Misbehaviour::OtherCertificateId { prefix: self.text }
            }
            plain => plain,
        };
        Some(Fault { endpoint: self.endpoint, misbehaviour, lasts: self.lasts })
    }
}

/// A choice of the pop-up list "What".
struct Kind {
    group: Group,
    value: &'static str,
    label: &'static str,
    example: Misbehaviour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Before,
    After,
    OnTop,
}

impl Group {
    fn label(self) -> &'static str {
        match self {
            Self::Before => "Instead of processing the request",
            Self::After => "After processing the request",
            Self::OnTop => "Besides",
        }
    }
}

#[rustfmt::skip] // One line a choice.
fn kinds() -> Vec<Kind> {
    use Group::{After, Before, OnTop};
    use Misbehaviour as M;
    let kind = |group, value, label, example| Kind { group, value, label, example };
    vec![
        kind(Before, "drop-before", "The connection ends", M::DropBefore),
        kind(Before, "html", "An HTML page", M::Html),
        kind(Before, "unauthorized", "401", M::Unauthorized),
        kind(Before, "forbidden", "403", M::Forbidden),
        kind(Before, "too-many-requests", "429, wait so many seconds", M::TooManyRequests { retry_after: 0 }),
        kind(Before, "server-error", "500", M::ServerError),
        kind(Before, "redirect", "A redirect to another address (text)", M::Redirect { to: String::new() }),
        kind(After, "drop-after", "The connection ends", M::DropAfter),
        kind(After, "server-error-after", "500", M::ServerErrorAfter),
        kind(After, "truncated-json", "Half the answer", M::TruncatedJson),
        kind(After, "empty-body", "An empty answer", M::EmptyBody),
        kind(After, "oversize", "An answer of 2 MB", M::Oversize),
        kind(OnTop, "delay-before", "Wait so many milliseconds, then process", M::DelayBefore { milliseconds: 0 }),
        kind(OnTop, "delay-after", "Process, then wait so many milliseconds", M::DelayAfter { milliseconds: 0 }),
        kind(OnTop, "clock-off", "Clock off by so many seconds", M::ClockOff { seconds: 0 }),
        kind(OnTop, "sandbox-wiped", "The sandbox is refreshed just before", M::SandboxWiped),
        kind(OnTop, "list-lag", "List: changes missing from so many lists", M::ListLag { lists: 0 }),
        kind(OnTop, "duplicate-rows", "List: every row twice", M::DuplicateRows),
        kind(OnTop, "random-order", "List: no order", M::RandomOrder),
        kind(OnTop, "date-shortened", "Upload: ends after so many days", M::DateShortened { days: 0 }),
        kind(OnTop, "other-certificate-id", "Upload: another Certificate ID (text: its beginning)", M::OtherCertificateId { prefix: String::new() }),
        kind(OnTop, "slots-full", "Upload: five are active already", M::SlotsFull),
        kind(OnTop, "old-upload-answer", "Upload: the answer’s shape of 2023", M::OldUploadAnswer),
        kind(OnTop, "refuse-after-upload", "Token: none for so many minutes after an upload", M::RefuseAfterUpload { minutes: 0 }),
        kind(OnTop, "short-lived-token", "Token: lives so many seconds", M::ShortLivedToken { seconds: 0 }),
    ]
}

/// The choice that a fault was made from.
fn label(misbehaviour: &Misbehaviour) -> &'static str {
    let same =
        |kind: &Kind| std::mem::discriminant(&kind.example) == std::mem::discriminant(misbehaviour);
    kinds().into_iter().find(same).map_or("", |kind| kind.label)
}

/// The amount or the text, to stand behind the label.
fn detail(misbehaviour: &Misbehaviour) -> String {
    match misbehaviour {
        Misbehaviour::TooManyRequests { retry_after: amount }
        | Misbehaviour::DelayBefore { milliseconds: amount }
        | Misbehaviour::DelayAfter { milliseconds: amount }
        | Misbehaviour::ListLag { lists: amount }
        | Misbehaviour::DateShortened { days: amount }
        | Misbehaviour::RefuseAfterUpload { minutes: amount }
        | Misbehaviour::ShortLivedToken { seconds: amount } => format!("({amount})"),
        Misbehaviour::ClockOff { seconds } => format!("({seconds})"),
        Misbehaviour::Redirect { to: text } | Misbehaviour::OtherCertificateId { prefix: text }
            if !text.is_empty() =>
        {
            format!("({text})")
        }
        _ => String::new(),
    }
}

fn endpoint_label(endpoint: Endpoint) -> &'static str {
    match endpoint {
        Endpoint::Any => "Every request",
        Endpoint::Token => "Token request",
        Endpoint::List => "List of certificates",
        Endpoint::Upload => "Upload through the endpoint",
        Endpoint::Revoke => "Revocation through the endpoint",
        Endpoint::Datacenterurls => "Check of the account ID",
    }
}

fn lasts_label(lasts: Lasts) -> &'static str {
    match lasts {
        Lasts::Once => "once",
        Lasts::Sticky => "until cleared",
    }
}

const ENDPOINTS: &[(Endpoint, &str)] = &[
    (Endpoint::Token, "token"),
    (Endpoint::List, "list"),
    (Endpoint::Upload, "upload"),
    (Endpoint::Revoke, "revoke"),
    (Endpoint::Datacenterurls, "datacenterurls"),
    (Endpoint::Any, "any"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_of_the_page_bears_the_name_it_has_in_json() {
        for kind in kinds() {
            let json = serde_json::to_value(&kind.example).unwrap();
            assert_eq!(json["kind"], kind.value);
        }
    }

    #[test]
    fn every_place_of_the_page_bears_the_name_it_has_in_json() {
        for (endpoint, value) in ENDPOINTS {
            assert_eq!(serde_json::to_value(endpoint).unwrap(), *value);
        }
    }
}
