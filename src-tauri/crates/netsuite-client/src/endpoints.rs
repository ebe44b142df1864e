//! The NetSuite endpoints this app speaks to, and the answers they may give.

mod answer;
mod calls;
mod certificates;
mod internal_id;
mod origin;
mod read;
mod refused;
mod retry;
mod token_request;

use std::time::Duration;

use reqwest::header::{ACCEPT, USER_AGENT};
use reqwest::{Client, redirect};
use serde::Deserialize;
use serde_json::Value;
use time::OffsetDateTime;

use crate::account::AccountId;
use crate::assertion::Assertion;
use crate::error::{Error, Refusal, Result};
use crate::token::AccessToken;
use answer::Answer;
pub use calls::{ReadAnswer, ReadOutcome, ReadRefusal};
pub use certificates::{CertificateState, Listed, ListedCertificate, Named, Uploaded};
pub use internal_id::InternalId;
pub use origin::host_of;
pub use origin::{EndpointHost, Origin};
pub use read::{Query, Read, RecordType, RestletUrl};
pub use retry::RetryPolicy;
pub use token_request::TokenRequest;

/// A client of one account's endpoints.
///
/// TLS is verified against the system's trust store, the system's proxy is used, redirects are
/// refused, times and sizes are bounded.
#[derive(Clone, Debug)]
pub struct NetSuite {
    pub(crate) http: Client,
    pub(crate) origin: Origin,
    retry: RetryPolicy,
    /// For one request and its answer.
    limit: Duration,
    user_agent: &'static str,
}

/// What requests say of who sends them, unless the program gives its own name.
const USER_AGENT_OF_THIS_CRATE: &str =
    concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));

/// A token, and the clock of the host that issued it.
#[derive(Debug)]
pub struct Granted {
    /// The token.
    pub token: AccessToken,
    /// How long it can be used, from now.
    pub expires_in: time::Duration,
    /// Local clock minus the answer's `Date`, in seconds; positive when this computer is ahead.
    pub clock_skew: Option<i64>,
}

/// What `datacenterurls` said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountAnswer {
    /// Whether it knows the account; none where it answered with addresses, but none of them names
    /// the account.
    pub known: Option<bool>,
    /// As in [`Granted`].
    pub clock_skew: Option<i64>,
}

impl NetSuite {
    /// A client of the account behind `origin`.
    ///
    /// # Errors
    /// [`Error::Unexpected`] when the TLS stack cannot start.
    pub fn new(origin: Origin) -> Result<Self> {
        let mut http = Client::builder()
            .redirect(redirect::Policy::none())
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            .referer(false);
        if origin.is_practice() {
            // A proxy must never see what stays on this computer. Without TLS no trust store is read,
            // which takes longer than the requests.
            http = http.no_proxy().tls_certs_only([]);
        } else {
            http = http.https_only(true);
        }
        let http = http.build().map_err(|_| Error::Unexpected("the HTTP client does not start"))?;
        let user_agent = USER_AGENT_OF_THIS_CRATE;
        Ok(Self { http, origin, retry: RetryPolicy::USUAL, limit: WHOLE, user_agent })
    }

    /// The same client with the program's own name and version in each request, such as
    /// `"Example/1.2"` (RFC 9110, section 10.1.5).
    #[must_use]
    pub const fn with_user_agent(mut self, user_agent: &'static str) -> Self {
        self.user_agent = user_agent;
        self
    }

    /// The same client with other pauses between attempts.
    #[must_use]
    pub const fn with_retry(mut self, retry: RetryPolicy) -> Self {
        self.retry = retry;
        self
    }

    /// The same client with less time for each request: for tests of lost answers.
    #[must_use]
    pub const fn with_time_limit(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// How often, and after which pauses, this client repeats what may be repeated.
    #[must_use]
    pub const fn retry(&self) -> RetryPolicy {
        self.retry
    }

    /// Whose endpoints these are.
    #[must_use]
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// The account spoken to.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        self.origin.account()
    }

    /// The address that assertions are made for and posted to.
    #[must_use]
    pub fn token_url(&self) -> String {
        self.origin.token_url()
    }

    /// Exchanges a client assertion for an access token (facts B.1 to B.3). One attempt;
    /// [`NetSuite::token`] signs another assertion for each.
    ///
    /// # Errors
    /// [`Error::TokenRefused`], or what went wrong on the way.
    pub async fn request_token(&self, assertion: &Assertion) -> Result<Granted> {
        self.exchange_assertion(assertion, self.limit).await
    }

    async fn exchange_assertion(&self, assertion: &Assertion, limit: Duration) -> Result<Granted> {
        let url = self.token_url();
        let form = [
            ("grant_type", "client_credentials"),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", assertion.expose_compact()),
        ];
        let request = self.http.post(&url).header(ACCEPT, "application/json").form(&form);
        let answer = self.send(request.timeout(limit), &url).await?;
        let clock_skew = answer.clock_skew();
        if !answer.is_success()
            && let Some(error) = answer.member("error")
        {
            return Err(Error::TokenRefused(Box::new(Refusal {
                status: answer.status(),
                error: Some(error),
                description: answer.member("error_description"),
                token_url: url,
                clock_skew,
            })));
        }
        let status = answer.status();
        let body: TokenBody = answer.json()?;
        if !body.token_type.eq_ignore_ascii_case("bearer") || body.access_token.expose().is_empty()
        {
            return Err(Error::AnswerNotJson { status, html: false, excerpt: String::new() });
        }
        Ok(Granted {
            token: body.access_token,
            expires_in: time::Duration::seconds(body.expires_in.seconds()),
            clock_skew,
        })
    }

    /// Whether NetSuite knows the account: `datacenterurls` answers without a login (facts B.6). None
    /// where its answer names other hosts than the account's, which Oracle doesn't explain.
    ///
    /// # Errors
    /// What went wrong on the way. An account that is not known is an answer, not a failure.
    pub async fn knows_account(&self) -> Result<Option<bool>> {
        Ok(self.ask_for_account().await?.known)
    }

    /// The same, with the clock of the host that answered.
    ///
    /// # Errors
    /// As [`NetSuite::knows_account`].
    pub async fn ask_for_account(&self) -> Result<AccountAnswer> {
        let url = self.origin.data_center_urls();
        let answer =
            self.send(self.http.get(&url).header(ACCEPT, "application/json"), &url).await?;
        let clock_skew = answer.clock_skew();
        if matches!(answer.status(), 400 | 404) {
            return Ok(AccountAnswer { known: Some(false), clock_skew });
        }
        let body: Value = answer.json()?;
        Ok(AccountAnswer { known: names_account(&body, &self.origin), clock_skew })
    }

    /// Local clock minus that of the host of `datacenterurls`, in seconds, whatever else that host
    /// answers. `None` when its answer has no date.
    ///
    /// # Errors
    /// What went wrong on the way.
    pub async fn clock_skew(&self) -> Result<Option<i64>> {
        let url = self.origin.data_center_urls();
        Ok(self.send(self.http.get(&url), &url).await?.clock_skew())
    }

    pub(crate) async fn send(&self, request: reqwest::RequestBuilder, url: &str) -> Result<Answer> {
        self.send_for(request, url, LIMIT).await
    }

    /// Sends a request whose answer may have as many bytes.
    async fn send_for(
        &self,
        request: reqwest::RequestBuilder,
        url: &str,
        limit: u64,
    ) -> Result<Answer> {
        let host = host_of(url);
        let request = request.header(USER_AGENT, self.user_agent);
        let sent = OffsetDateTime::now_utc();
        let response = request.send().await.map_err(|error| answer::not_sent(&error, &host))?;
        Answer::read(response, host, sent, limit).await
    }
}

/// Oracle documents the addresses of the account's own domains; the members' names have changed over
/// the years, so one address that names the account is enough. Without any address the account isn't
/// known; what addresses that name no account mean isn't documented.
fn names_account(body: &Value, origin: &Origin) -> Option<bool> {
    let members = body.as_object().into_iter().flatten();
    let addresses: Vec<_> = members
        .filter_map(|(_, value)| value.as_str())
        .filter(|text| text.starts_with("http"))
        .collect();
    if addresses.iter().any(|address| origin.is_at(address)) {
        return Some(true);
    }
    addresses.is_empty().then_some(false)
}

/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162790605110.html>
#[derive(Deserialize)]
struct TokenBody {
    access_token: AccessToken,
    token_type: String,
    expires_in: Seconds,
}

/// Oracle's samples show a number; a string of digits means the same.
#[derive(Deserialize)]
#[serde(untagged)]
enum Seconds {
    Number(i64),
    Text(String),
}

impl Seconds {
    fn seconds(&self) -> i64 {
        match self {
            Self::Number(seconds) => *seconds,
            Self::Text(text) => text.trim().parse().unwrap_or(DEFAULT_EXPIRES_IN),
        }
    }
}

/// The answers to single questions stay far below this. Bytes.
const LIMIT: u64 = 1024 * 1024;
const CONNECT: Duration = Duration::from_secs(10);
const WHOLE: Duration = Duration::from_secs(30);
/// `expires_in` is always 3600 (facts B.3).
pub(crate) const DEFAULT_EXPIRES_IN: i64 = 3600;
