//! "Simulate failures": the faults, as forms for a person and as JSON for a program.
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
        Some("set") => Some("Fault set."),
        Some("cleared") => Some("All faults cleared."),
        Some("refreshed") => Some("Sandbox refreshed: all mappings are gone."),
        _ => None,
    };
    page(&shared, notice.map(|text| Notice::Done(text.to_owned())).as_ref())
}

fn page(shared: &SharedState, notice: Option<&Notice>) -> Markup {
    let set = shared.faults.all();
    let page = Page { title: "Simulate failures", path: "", here: paths::FAULTS };
    let content = html! {
        p.lead { "Make this account fail like a real network or server, and see how your client reacts." }
        h2 { "Active faults" }
        @if set.is_empty() {
            p.empty { "No faults." }
        } @else {
            ul.set {
                @for fault in &set {
                    li {
                        (endpoint_label(fault.endpoint)) ": " strong { (label(&fault.misbehaviour)) }
                        (detail(&fault.misbehaviour)) ", " (lasts_label(fault.lasts).to_lowercase())
                    }
                }
            }
            form.acts method="post" action=(paths::CLEAR_FAULTS) { button type="submit" { "Clear all faults" } }
        }
        h2 { "Add a fault" }
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
                label for="amount" { "Amount" }
                input type="number" id="amount" name="amount" aria-describedby="amount-hint";
                small #amount-hint { "Milliseconds, seconds, minutes, days, or lists, as the choice above says. A negative number sets the clock back: -600." }
            }
            div.field {
                label for="text" { "Text" }
                input type="text" id="text" name="text" autocomplete="off" aria-describedby="text-hint";
                small #text-hint { "The redirect’s address, or the start of the other Certificate ID." }
            }
            div.field {
                label for="lasts" { "Duration" }
                select id="lasts" name="lasts" {
                    option value="once" { (lasts_label(Lasts::Once)) }
                    option value="sticky" { (lasts_label(Lasts::Sticky)) }
                }
            }
            div.acts { button.primary type="submit" { "Add fault" } }
        }
        h2 { "Sandbox refresh" }
        form.card method="post" action=(paths::REFRESH_SANDBOX) {
            p { "A refresh clears the OAuth 2.0 Client Credentials (M2M) Setup: it removes every mapping, and the certificates can be uploaded again." }
            div.acts { button.danger type="submit" { "Refresh sandbox" } }
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
            "This fault doesn’t apply there. Lists, uploads, and tokens have their own faults.",
        ),
        None => refused(&shared, "The amount or text is missing, or doesn’t match the choice."),
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
            Self::OnTop => "In addition",
        }
    }
}

#[rustfmt::skip] // One line a choice.
fn kinds() -> Vec<Kind> {
    use Group::{After, Before, OnTop};
    use Misbehaviour as M;
    let kind = |group, value, label, example| Kind { group, value, label, example };
    vec![
        kind(Before, "drop-before", "Connection drops", M::DropBefore),
        kind(Before, "html", "HTML page", M::Html),
        kind(Before, "unauthorized", "401", M::Unauthorized),
        kind(Before, "forbidden", "403", M::Forbidden),
        kind(Before, "too-many-requests", "429, retry after (seconds)", M::TooManyRequests { retry_after: 0 }),
        kind(Before, "server-error", "500", M::ServerError),
        kind(Before, "redirect", "Redirect to another address (text)", M::Redirect { to: String::new() }),
        kind(After, "drop-after", "Connection drops", M::DropAfter),
        kind(After, "server-error-after", "500", M::ServerErrorAfter),
        kind(After, "truncated-json", "Half the reply", M::TruncatedJson),
        kind(After, "empty-body", "Empty reply", M::EmptyBody),
        kind(After, "oversize", "Reply of 2 MB", M::Oversize),
        kind(OnTop, "delay-before", "Wait before processing (milliseconds)", M::DelayBefore { milliseconds: 0 }),
        kind(OnTop, "delay-after", "Wait after processing (milliseconds)", M::DelayAfter { milliseconds: 0 }),
        kind(OnTop, "clock-off", "Clock off (seconds)", M::ClockOff { seconds: 0 }),
        kind(OnTop, "sandbox-wiped", "Sandbox refreshed just before", M::SandboxWiped),
        kind(OnTop, "list-lag", "List: changes missing (number of lists)", M::ListLag { lists: 0 }),
        kind(OnTop, "duplicate-rows", "List: every row twice", M::DuplicateRows),
        kind(OnTop, "random-order", "List: random order", M::RandomOrder),
        kind(OnTop, "date-shortened", "Upload: validity shortened (days)", M::DateShortened { days: 0 }),
        kind(OnTop, "other-certificate-id", "Upload: another Certificate ID (text: its start)", M::OtherCertificateId { prefix: String::new() }),
        kind(OnTop, "slots-full", "Upload: five certificates already active", M::SlotsFull),
        kind(OnTop, "old-upload-answer", "Upload: reply in the 2023 format", M::OldUploadAnswer),
        kind(OnTop, "refuse-after-upload", "Token: refused after an upload (minutes)", M::RefuseAfterUpload { minutes: 0 }),
        kind(OnTop, "short-lived-token", "Token: short-lived (seconds)", M::ShortLivedToken { seconds: 0 }),
    ]
}

/// The choice that a fault was made from.
fn label(misbehaviour: &Misbehaviour) -> &'static str {
    let same =
        |kind: &Kind| std::mem::discriminant(&kind.example) == std::mem::discriminant(misbehaviour);
    kinds().into_iter().find(same).map_or("", |kind| kind.label)
}

/// The amount or the text, to follow the label.
fn detail(misbehaviour: &Misbehaviour) -> String {
    match misbehaviour {
        Misbehaviour::TooManyRequests { retry_after: amount }
        | Misbehaviour::DelayBefore { milliseconds: amount }
        | Misbehaviour::DelayAfter { milliseconds: amount }
        | Misbehaviour::ListLag { lists: amount }
        | Misbehaviour::DateShortened { days: amount }
        | Misbehaviour::RefuseAfterUpload { minutes: amount }
        | Misbehaviour::ShortLivedToken { seconds: amount } => format!(": {amount}"),
        Misbehaviour::ClockOff { seconds } => format!(": {seconds}"),
        Misbehaviour::Redirect { to: text } | Misbehaviour::OtherCertificateId { prefix: text }
            if !text.is_empty() =>
        {
            format!(": {text}")
        }
        _ => String::new(),
    }
}

fn endpoint_label(endpoint: Endpoint) -> &'static str {
    match endpoint {
        Endpoint::Any => "Every request",
        Endpoint::Token => "Token request",
        Endpoint::List => "Certificate list",
        Endpoint::Upload => "Upload by the endpoint",
        Endpoint::Revoke => "Revocation by the endpoint",
        Endpoint::Datacenterurls => "Account ID check",
        Endpoint::Call => "Call with a token",
    }
}

fn lasts_label(lasts: Lasts) -> &'static str {
    match lasts {
        Lasts::Once => "Once",
        Lasts::Sticky => "Until cleared",
    }
}

const ENDPOINTS: &[(Endpoint, &str)] = &[
    (Endpoint::Token, "token"),
    (Endpoint::List, "list"),
    (Endpoint::Upload, "upload"),
    (Endpoint::Revoke, "revoke"),
    (Endpoint::Datacenterurls, "datacenterurls"),
    (Endpoint::Call, "call"),
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
