//! One answer of a host: bounded, read as documented, and turned into the right failure otherwise.

use std::error::Error as _;

use reqwest::Response;
use reqwest::header::{CONTENT_TYPE, DATE, HeaderMap, LOCATION, RETRY_AFTER};
use serde::de::DeserializeOwned;
use serde_json::Value;
use time::OffsetDateTime;
use zeroize::Zeroizing;

use super::origin::host_of;
use crate::error::{Error, Result};

/// Status, headers and body of an answer.
pub(crate) struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Zeroizing<Vec<u8>>,
    host: String,
    /// The middle of the request's time on the way, for comparing clocks.
    at: OffsetDateTime,
}

impl Answer {
    /// Reads an answer to its end, but never past the limit, in bytes.
    pub(super) async fn read(
        mut response: Response,
        host: String,
        sent: OffsetDateTime,
        limit: u64,
    ) -> Result<Self> {
        let received = OffsetDateTime::now_utc();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        if response.status().is_redirection() {
            let to = text(&headers, LOCATION.as_str()).map(|location| host_of(&location));
            return Err(Error::Redirected { host, to });
        }
        let mut body = Zeroizing::new(Vec::new());
        while let Some(part) = response.chunk().await.map_err(|error| not_sent(&error, &host))? {
            if (body.len() + part.len()) as u64 > limit {
                return Err(Error::AnswerTooLarge { host, limit });
            }
            body.extend_from_slice(&part);
        }
        Ok(Self { status, headers, body, host, at: sent + (received - sent) / 2 })
    }

    pub(super) const fn status(&self) -> u16 {
        self.status
    }

    pub(super) fn host(&self) -> &str {
        &self.host
    }

    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// The body, if it is JSON.
    pub(super) fn value(&self) -> Option<Value> {
        serde_json::from_slice(&self.body).ok()
    }

    /// The body as it is. It may hold a secret.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A string member of a JSON object; none when the body is anything else.
    pub(crate) fn member(&self, name: &str) -> Option<String> {
        self.value()?.get(name)?.as_str().map(str::to_owned)
    }

    /// Seconds of `Retry-After`. Its other form, a date, is not read.
    pub(super) fn retry_after(&self) -> Option<u64> {
        text(&self.headers, RETRY_AFTER.as_str())?.trim().parse().ok()
    }

    /// Local clock minus the answer's `Date`, in seconds.
    pub(super) fn clock_skew(&self) -> Option<i64> {
        let date = text(&self.headers, DATE.as_str())?;
        let theirs = OffsetDateTime::from(httpdate::parse_http_date(&date).ok()?);
        Some((self.at - theirs).whole_seconds())
    }

    /// The documented JSON of a successful answer.
    pub(crate) fn json<T: DeserializeOwned>(self) -> Result<T> {
        let status = self.status;
        match status {
            429 => return Err(Error::TooManyRequests { retry_after: self.retry_after() }),
            500.. => {
                return Err(Error::ServerFailed { status, error: self.member("error") });
            }
            _ if self.body.trim_ascii().is_empty() => return Err(Error::AnswerEmpty { status }),
            _ => {}
        }
        if self.is_success()
            && let Ok(value) = serde_json::from_slice(&self.body)
        {
            return Ok(value);
        }
        Err(self.not_json())
    }

    /// A success with its JSON (`true`), or a refusal that names its `error` (`false`).
    pub(crate) fn json_or_refusal(self) -> Result<(bool, Value)> {
        let refused = (400..500).contains(&self.status) && self.status != 429;
        match self.value() {
            Some(body) if refused && body["error"].is_string() => Ok((false, body)),
            _ => self.json().map(|body| (true, body)),
        }
    }

    pub(super) fn is_html(&self) -> bool {
        let start = self.body.trim_ascii_start();
        let opens =
            |tag: &[u8]| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag));
        text(&self.headers, CONTENT_TYPE.as_str()).is_some_and(|kind| kind.contains("text/html"))
            || opens(b"<!doctype html")
            || opens(b"<html")
    }

    fn not_json(&self) -> Error {
        let (status, html) = (self.status, self.is_html());
        Error::AnswerNotJson { status, html, excerpt: self.excerpt() }
    }

    /// The first characters of a body that is not what we asked for. One that could hold a token
    /// is not shown at all.
    fn excerpt(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        if text.contains("token") {
            return String::new();
        }
        shown(&text, EXCERPT)
    }
}

/// Why a request got no answer.
pub(super) fn not_sent(error: &reqwest::Error, host: &str) -> Error {
    let host = host.to_owned();
    if error.is_timeout() {
        return Error::TimedOut { host };
    }
    let detail = innermost(error);
    // Only before anything is sent. A connection that ends later without TLS's farewell was cut.
    if error.is_connect() && is_tls(error) {
        Error::TlsFailed { host, detail }
    } else {
        Error::Offline { host, detail }
    }
}

/// reqwest tells failures of TLS by the type of their cause only; hyper-rustls wraps rustls's
/// error in an I/O error.
fn is_tls(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(current) = cause {
        let text = current.to_string();
        if text.contains("certificate") || text.contains("tls") || text.contains("TLS") {
            return true;
        }
        cause = current.source();
    }
    false
}

fn innermost(error: &reqwest::Error) -> String {
    let mut detail = String::new();
    let mut cause = error.source();
    while let Some(current) = cause {
        detail = current.to_string();
        cause = current.source();
    }
    detail.chars().filter(|c| !c.is_control()).take(EXCERPT).collect()
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.to_owned())
}

/// Characters of a wrong answer that are shown.
const EXCERPT: usize = 160;

/// A text of a host, fit to be shown: no control characters, bounded, and no word as long as a
/// token. A Certificate ID, with a dot after it, is still short enough.
pub(super) fn shown(text: &str, most: usize) -> String {
    let mut shown = String::new();
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if word.is_empty() {
            continue;
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        let long = word.chars().count() > WORD || word.contains("eyJ");
        shown.push_str(if long { "…" } else { word });
        if shown.chars().count() > most {
            return shown.chars().take(most).chain(['…']).collect();
        }
    }
    shown
}

const WORD: usize = 46;
