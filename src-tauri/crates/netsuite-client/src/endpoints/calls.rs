//! One documented read with a token: what a person does to see whether an integration works.
//!
//! Every request here is a GET, or a query that only reads. Oracle documents the shape of a refusal
//! (<https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_156570709583.html>), and of
//! its codes hardly any, so the status and NetSuite's own words are kept.

use std::time::Duration;

use reqwest::RequestBuilder;
use reqwest::header::{ACCEPT, HeaderValue};
use serde_json::{Value, json};

use super::NetSuite;
use super::answer::Answer;
use super::read::Read;
use super::refused::Words;
use crate::error::{Error, Result};
use crate::token::AccessToken;

/// What came of a read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOutcome {
    /// NetSuite answered as documented.
    Works(ReadAnswer),
    /// NetSuite refused.
    Refused(ReadRefusal),
}

/// An answer as documented. Nothing of the data in it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAnswer {
    /// The host that answered.
    pub host: String,
    /// How many records or rows there are, where the answer says so.
    pub rows: Option<u64>,
}

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadRefusal {
    /// The host that refused.
    pub host: String,
    /// The HTTP status.
    pub status: u16,
    /// `o:errorCode`, or the code of a RESTlet's error.
    pub code: Option<String>,
    /// NetSuite's own words: control characters removed, shortened.
    pub detail: String,
}

impl NetSuite {
    /// Makes one read with a token, again where the failure may pass. A RESTlet is called once:
    /// whether it only reads is up to its script.
    ///
    /// # Errors
    /// [`Error::Redirected`] where another data center is named, [`Error::TooManyRequests`],
    /// [`Error::ServerFailed`], or what went wrong on the way. A refusal is an outcome.
    pub async fn read(&self, token: &AccessToken, read: &Read) -> Result<ReadOutcome> {
        if matches!(read, Read::Restlet { .. }) {
            return self.read_once(token, read, LONGEST).await;
        }
        self.retry.repeat(async |left| self.read_once(token, read, left).await).await
    }

    async fn read_once(
        &self,
        token: &AccessToken,
        read: &Read,
        left: Duration,
    ) -> Result<ReadOutcome> {
        let url = match read {
            Read::Metadata { record } => self.origin.metadata_url(record.as_str()),
            Read::Record { record } => self.origin.records_url(record.as_str()),
            Read::Query { .. } => self.origin.suiteql_url(),
            Read::Restlet { url } => {
                // It was parsed for one account; the token of another must not go there.
                if !self.origin.is_restlet(url.as_url()) {
                    let expected = self.origin.restlets_host();
                    return Err(Error::RestletElsewhere { expected });
                }
                url.as_url().to_string()
            }
        };
        let limit = left.min(self.limit).min(LONGEST);
        let request = self.request(read, &url).bearer_auth(token.expose()).timeout(limit);
        let answer = self.send_for(request, &url, MOST).await?;
        outcome(answer, token, read)
    }

    fn request(&self, read: &Read, url: &str) -> RequestBuilder {
        match read {
            // H/section_1545129726.html
            Read::Metadata { .. } => self.http.get(url).header(ACCEPT, "application/schema+json"),
            Read::Record { .. } | Read::Restlet { .. } => {
                self.http.get(url).header(ACCEPT, "application/json")
            }
            // H/section_157909186990.html
            Read::Query { query } => self
                .http
                .post(url)
                .header(ACCEPT, "application/json")
                .header("Prefer", HeaderValue::from_static("transient"))
                .json(&json!({ "q": query.as_str() })),
        }
    }
}

fn outcome(answer: Answer, token: &AccessToken, read: &Read) -> Result<ReadOutcome> {
    let (host, status) = (answer.host().to_owned(), answer.status());
    if answer.is_success() {
        // What a script answers is up to the script, as long as it is no sign-in page.
        if matches!(read, Read::Restlet { .. }) && !answer.is_html() {
            return Ok(ReadOutcome::Works(ReadAnswer { host, rows: None }));
        }
        let body: Value = answer.json()?;
        let rows = body["totalResults"].as_u64().or_else(|| body["count"].as_u64());
        return Ok(ReadOutcome::Works(ReadAnswer { host, rows }));
    }
    let words = Words::of(&answer, token);
    let busy = matches!(
        words.code.as_deref(),
        Some("SSS_REQUEST_LIMIT_EXCEEDED" | "CONCURRENCY_LIMIT_EXCEEDED")
    );
    match status {
        429 => Err(Error::TooManyRequests { retry_after: answer.retry_after() }),
        _ if busy => Err(Error::TooManyRequests { retry_after: answer.retry_after() }),
        500.. => Err(Error::ServerFailed { status, error: words.code }),
        _ => Ok(ReadOutcome::Refused(ReadRefusal {
            host,
            status,
            code: words.code,
            detail: words.detail,
        })),
    }
}

/// The metadata of a record with many custom fields has some hundred kilobytes. Bytes.
const MOST: u64 = 8 * 1024 * 1024;
/// Longer than that nobody waits for a test.
const LONGEST: Duration = Duration::from_secs(20);
