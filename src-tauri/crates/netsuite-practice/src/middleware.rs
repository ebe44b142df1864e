//! What every request passes first: it is refused when it comes from another site, recorded, and answered wrongly
//! when a fault is set.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{CONTENT_TYPE, DATE, HOST, LOCATION, ORIGIN, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Response};
use time::OffsetDateTime;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

use crate::clock::RequestTime;
use crate::error_response::{self, OauthError};
use crate::faults::{Endpoint, Misbehaviour, RequestFaults};
use crate::listener::Disconnect;
use crate::paths;
use crate::state::SharedState;

/// The middleware around everything.
pub(crate) async fn receive(
    State(shared): State<SharedState>,
    ConnectInfo(disconnect): ConnectInfo<Disconnect>,
    mut request: Request,
    next: Next,
) -> Response {
    if let Some(refusal) = refuse_foreign(&shared, &request) {
        return refusal;
    }
    let pending = shared.requests.record(request.method(), request.uri().path());
    let endpoint = Endpoint::of(request.method(), request.uri().path());
    let faults = endpoint.map(|endpoint| shared.faults.take(endpoint)).unwrap_or_default();
    let now = shared.clock.now().saturating_add(faults.clock_off);
    request.extensions_mut().insert(RequestTime(now));
    request.extensions_mut().insert(faults.clone());

    // A task of its own: a client that hangs up does not stop what a server has begun.
    let answered = tokio::spawn(async move {
        let answer = process(shared, faults, endpoint, request, next).await;
        drop(pending);
        answer
    });
    let mut answer = match answered.await {
        Ok(Some(answer)) => answer,
        Ok(None) => {
            disconnect.now();
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    if let Some(date) = http_date(now) {
        answer.headers_mut().insert(DATE, date);
    }
    answer
}

/// Processes the request with its faults; `None` means no answer at all.
async fn process(
    shared: SharedState,
    faults: RequestFaults,
    endpoint: Option<Endpoint>,
    request: Request,
    next: Next,
) -> Option<Response> {
    tokio::time::sleep(faults.delay_before).await;
    if faults.sandbox_wiped
        && let Err(error) = shared.store.change(crate::account::Account::refresh_sandbox).await
    {
        return Some(error_response::failure(&error));
    }
    if let Some(spoil) = &faults.spoil
        && let Some(instead) = answer_instead(spoil, endpoint)
    {
        tokio::time::sleep(faults.delay_after).await;
        return instead.ok();
    }
    let answer = next.run(request).await;
    tokio::time::sleep(faults.delay_after).await;
    match faults.spoil {
        Some(spoil) => spoil_answer(&spoil, answer).await,
        None => Some(answer),
    }
}

/// The connection ends without an answer.
struct NoAnswer;

/// The answer in place of processing; `None` when the request is to be processed.
fn answer_instead(
    spoil: &Misbehaviour,
    endpoint: Option<Endpoint>,
) -> Option<Result<Response, NoAnswer>> {
    let token = endpoint == Some(Endpoint::Token);
    Some(Ok(match spoil {
        Misbehaviour::DropBefore => return Some(Err(NoAnswer)),
        Misbehaviour::Html => Html(LOGIN_PAGE).into_response(),
        Misbehaviour::Unauthorized if token => OauthError::InvalidClient.into_response(),
        Misbehaviour::Unauthorized => error_response::invalid_login(),
        Misbehaviour::Forbidden => error_response::problem(
            StatusCode::FORBIDDEN,
            "INSUFFICIENT_PERMISSION",
            "Permission violation.",
        ),
        Misbehaviour::TooManyRequests { retry_after } => {
            let text = "Concurrency limit exceeded. Request blocked.";
            let mut answer = error_response::problem(
                StatusCode::TOO_MANY_REQUESTS,
                "CONCURRENCY_LIMIT_EXCEEDED",
                text,
            );
            answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from(*retry_after));
            answer
        }
        Misbehaviour::ServerError => server_error(),
        Misbehaviour::Redirect { to } => {
            let mut answer = StatusCode::FOUND.into_response();
            if let Ok(to) = HeaderValue::from_str(to) {
                answer.headers_mut().insert(LOCATION, to);
            }
            answer
        }
        _ => return None,
    }))
}

/// Spoils the answer after processing.
async fn spoil_answer(spoil: &Misbehaviour, answer: Response) -> Option<Response> {
    let spoil: fn(Bytes) -> Vec<u8> = match spoil {
        Misbehaviour::DropAfter => return None,
        Misbehaviour::ServerErrorAfter => return Some(server_error()),
        Misbehaviour::TruncatedJson => |body| body[..body.len() / 2].to_vec(),
        Misbehaviour::EmptyBody => |_| Vec::new(),
        Misbehaviour::Oversize => |body| [&vec![b' '; OVERSIZE], body.as_ref()].concat(),
        _ => return Some(answer),
    };
    let (mut parts, body) = answer.into_parts();
    let body = to_bytes(body, usize::MAX).await.ok()?;
    parts.headers.remove(axum::http::header::CONTENT_LENGTH);
    Some(Response::from_parts(parts, Body::from(spoil(body))))
}

fn server_error() -> Response {
    error_response::problem(
        StatusCode::INTERNAL_SERVER_ERROR,
        "UNEXPECTED_ERROR",
        "An unexpected error occurred.",
    )
}

/// Refuses what does not come from this machine's own pages and programs.
///
/// A foreign name that resolves to 127.0.0.1 shows in `Host` (DNS rebinding). A form on a foreign page
/// shows in `Origin` and `Sec-Fetch-Site`; browsers send at least one of them with every POST.
fn refuse_foreign(shared: &SharedState, request: &Request) -> Option<Response> {
    let headers = request.headers();
    if single_value(headers, &HOST) != Some(shared.host()) {
        return Some(
            (StatusCode::MISDIRECTED_REQUEST, "This server doesn't answer for that host.\n")
                .into_response(),
        );
    }
    let changes_nothing = matches!(*request.method(), Method::GET | Method::HEAD);
    if changes_nothing || is_interface(request.uri().path()) {
        return None;
    }
    let same_site = match (
        single_value(headers, &ORIGIN),
        headers.get("sec-fetch-site").map(HeaderValue::as_bytes),
    ) {
        (Some(origin), None) => origin == shared.origin,
        (Some(origin), Some(site)) => origin == shared.origin && site == b"same-origin",
        (None, Some(site)) => site == b"same-origin",
        // No browser sends JSON to a foreign site without asking first, and nobody answers that question here.
        (None, None) => headers.get(CONTENT_TYPE).is_some_and(|kind| kind == "application/json"),
    };
    let text = "This form wasn't sent from the practice account's own pages.\n";
    (!same_site).then(|| (StatusCode::FORBIDDEN, text).into_response())
}

/// The paths of the endpoints. Programs call them, and each authenticates its caller itself.
fn is_interface(path: &str) -> bool {
    path.starts_with("/services/") || path.starts_with("/rest/") || path == paths::RESTLET
}

fn single_value<'a>(headers: &'a HeaderMap, name: &axum::http::HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

impl Endpoint {
    fn of(method: &Method, path: &str) -> Option<Self> {
        if path == paths::DATACENTER_URLS {
            return (method == Method::GET).then_some(Self::Datacenterurls);
        }
        if path.starts_with(paths::RECORDS) || path == paths::SUITEQL || path == paths::RESTLET {
            return Some(Self::Call);
        }
        let rest = path.strip_prefix(paths::OAUTH2)?;
        if rest == "/token" {
            return (method == Method::POST).then_some(Self::Token);
        }
        let (_client, rest) = rest.strip_prefix("/clients/")?.split_once("/certificates")?;
        match (method, rest) {
            (&Method::GET, "") => Some(Self::List),
            (&Method::POST, "") => Some(Self::Upload),
            (&Method::POST, _) => Some(Self::Revoke),
            _ => None,
        }
    }
}

fn http_date(time: OffsetDateTime) -> Option<HeaderValue> {
    HeaderValue::from_str(&time.to_offset(time::UtcOffset::UTC).format(HTTP_DATE).ok()?).ok()
}

/// The format of `Date` (RFC 9110, section 5.6.7).
const HTTP_DATE: &[BorrowedFormatItem<'static>] = format_description!(
    "[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT"
);

const OVERSIZE: usize = 2 * 1024 * 1024;

const LOGIN_PAGE: &str = "<!doctype html><html lang=\"en\"><head><title>Login</title></head>\
    <body><h1>Login</h1><form method=\"post\"><label>Email <input name=\"email\"></label></form></body></html>";
