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
pub(super) struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Zeroizing<Vec<u8>>,
    /// The middle of the request's time on the way, for comparing clocks.
    at: OffsetDateTime,
}

impl Answer {
    /// Reads an answer to its end, but never past the limit.
    pub(super) async fn read(
        mut response: Response,
        host: String,
        sent: OffsetDateTime,
    ) -> Result<Self> {
        let received = OffsetDateTime::now_utc();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        if response.status().is_redirection() {
            let to = text(&headers, LOCATION.as_str()).map(|location| host_of(&location));
            return Err(Error::Redirected { host, to });
        }
        let mut body = Zeroizing::new(Vec::new());
        while let Some(part) = response.chunk().await.map_err(|error| not_sent(&error, &host))? {
            if (body.len() + part.len()) as u64 > LIMIT {
                return Err(Error::AnswerTooLarge { host, limit: LIMIT });
            }
            body.extend_from_slice(&part);
        }
        Ok(Self { status, headers, body, at: sent + (received - sent) / 2 })
    }

    pub(super) const fn status(&self) -> u16 {
        self.status
    }

    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// A string member of a JSON object; none when the body is anything else.
    pub(super) fn member(&self, name: &str) -> Option<String> {
        let body: Value = serde_json::from_slice(&self.body).ok()?;
        body.get(name)?.as_str().map(str::to_owned)
    }

    /// Local clock minus the answer's `Date`, in seconds.
    pub(super) fn clock_skew(&self) -> Option<i64> {
        let date = text(&self.headers, DATE.as_str())?;
        let theirs = OffsetDateTime::from(httpdate::parse_http_date(&date).ok()?);
        Some((self.at - theirs).whole_seconds())
    }

    /// The documented JSON of a successful answer.
    pub(super) fn json<T: DeserializeOwned>(self) -> Result<T> {
        let status = self.status;
        match status {
            429 => {
                let retry_after = text(&self.headers, RETRY_AFTER.as_str());
                return Err(Error::TooManyRequests {
                    retry_after: retry_after.and_then(|seconds| seconds.trim().parse().ok()),
                });
            }
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
        Err(Error::AnswerNotJson { status, html: self.is_html(), excerpt: self.excerpt() })
    }

    fn is_html(&self) -> bool {
        let start = self.body.trim_ascii_start();
        let opens =
            |tag: &[u8]| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag));
        text(&self.headers, CONTENT_TYPE.as_str()).is_some_and(|kind| kind.contains("text/html"))
            || opens(b"<!doctype html")
            || opens(b"<html")
    }

    /// The first characters of a body that is not what we asked for. One that could hold a token
    /// is not shown at all.
    fn excerpt(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        if text.contains("token") {
            return String::new();
        }
        text.chars().filter(|c| !c.is_control()).take(EXCERPT).collect()
    }
}

/// Why a request got no answer.
pub(super) fn not_sent(error: &reqwest::Error, host: &str) -> Error {
    let host = host.to_owned();
    if error.is_timeout() {
        return Error::TimedOut { host };
    }
    let detail = innermost(error);
    if is_tls(error) { Error::TlsFailed { host, detail } } else { Error::Offline { host, detail } }
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

/// The largest documented answer, a list of certificates, is far below this. Bytes.
const LIMIT: u64 = 1024 * 1024;
/// Characters of a wrong answer that are shown.
const EXCERPT: usize = 160;
