//! The authorization code grant, refresh tokens and their revocation, as requests (facts D, B.7).
//!
//! The `oauth2` crate writes addresses, forms and client authentication. They go out through the
//! client that all requests go through, with its TLS and its limits, and what comes back is judged
//! as every answer is before the crate reads it. Copies of a secret that these two make for the way
//! are not wiped.

use std::pin::Pin;
use std::time::Duration;

use netsuite_keys::secret::Secret;
use oauth2::basic::{BasicClient, BasicRequestTokenError, BasicTokenResponse, BasicTokenType};
use oauth2::http::{HeaderValue, StatusCode};
use oauth2::{
    AuthUrl, AuthorizationCode, CsrfToken, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, TokenResponse as _,
    TokenUrl,
};
use reqwest::header::{ACCEPT, AUTHORIZATION};
use serde_json::Value;

use super::{Client, RefreshToken, plain};
use crate::endpoints::{DEFAULT_EXPIRES_IN, NetSuite};
use crate::error::{Error, Result, SignInError};
use crate::scope::Scope;
use crate::token::AccessToken;

/// A request for consent, and what its answer is checked with.
#[derive(Debug)]
pub(crate) struct Consent {
    /// What the browser opens.
    pub(crate) url: String,
    /// 43 characters; NetSuite asks for 22 to 1024.
    pub(crate) state: Secret<String>,
    /// PKCE (RFC 7636): shows that the code goes to whom it was asked by.
    pub(crate) verifier: Secret<String>,
    /// Named again when the code is exchanged.
    redirect: String,
}

/// What a code or a refresh token was exchanged for.
#[derive(Debug)]
pub(crate) struct Tokens {
    pub(crate) access: AccessToken,
    pub(crate) expires_in: Duration,
    pub(crate) refresh: Option<RefreshToken>,
}

impl NetSuite {
    /// The address of the consent page.
    ///
    /// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158081944642.html>
    pub(crate) fn ask_for_consent(
        &self,
        client: &Client,
        redirect: &str,
        scopes: &[Scope],
    ) -> Result<Consent> {
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (url, state) = self
            .oauth(client)?
            .set_redirect_uri(redirect_url(redirect)?)
            .authorize_url(|| CsrfToken::new_random_len(STATE))
            .add_scopes(scopes.iter().map(|scope| oauth2::Scope::new(scope.as_str().to_owned())))
            .set_pkce_challenge(challenge)
            .url();
        Ok(Consent {
            url: url.into(),
            state: Secret::new(state.into_secret()),
            verifier: Secret::new(verifier.into_secret()),
            redirect: redirect.to_owned(),
        })
    }

    /// Exchanges a code. Sent once: a second time would be refused, and end the first.
    ///
    /// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158081952044.html>
    pub(crate) async fn exchange_code(
        &self,
        client: &Client,
        code: &Secret<String>,
        consent: Consent,
    ) -> Result<Tokens> {
        let verifier = PkceCodeVerifier::new(consent.verifier.expose().clone());
        let answer = self
            .oauth(client)?
            .set_redirect_uri(redirect_url(&consent.redirect)?)
            .exchange_code(AuthorizationCode::new(code.expose().clone()))
            .set_pkce_verifier(verifier)
            .request_async(&self.asking())
            .await;
        answer.map_err(|refusal| refused(refusal, client, code_refused)).and_then(|a| tokens(&a))
    }

    /// Exchanges a refresh token.
    ///
    /// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158082518856.html>
    pub(crate) async fn refresh(&self, client: &Client, token: &RefreshToken) -> Result<Tokens> {
        let token = oauth2::RefreshToken::new(token.expose().to_owned());
        let oauth = self.oauth(client)?;
        let request = oauth.exchange_refresh_token(&token);
        let answer = request.request_async(&self.asking()).await;
        let ended = |_: &str| Error::SignIn(SignInError::Ended);
        answer.map_err(|refusal| refused(refusal, client, ended)).and_then(|answer| tokens(&answer))
    }

    /// Revokes a refresh token and its access tokens. A token that NetSuite does not know counts as
    /// revoked (RFC 7009, section 2.2).
    ///
    /// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_161071224088.html>
    pub(crate) async fn revoke(&self, client: &Client, token: &RefreshToken) -> Result<()> {
        let url = self.origin.revoke_url();
        let mut form = vec![("token", token.expose())];
        let mut request = self.http.post(&url).header(ACCEPT, "application/json");
        match &client.secret {
            Some(secret) => request = request.basic_auth(client.id.as_str(), Some(secret.expose())),
            None => form.push(("client_id", client.id.as_str())),
        }
        let answer = self.send(request.form(&form), &url).await?;
        match answer.member("error").as_deref() {
            _ if answer.is_success() => Ok(()),
            Some("invalid_grant") => Ok(()),
            Some("invalid_client") => Err(not_authenticated(client)),
            _ => Err(answer.json::<Value>().err().unwrap_or(Error::Unexpected("no refusal"))),
        }
    }

    /// With a secret the client shows it by Basic; without one it names itself in the body.
    fn oauth(&self, client: &Client) -> Result<Oauth> {
        let unread = |_| UNREAD;
        let oauth = BasicClient::new(oauth2::ClientId::new(client.id.to_string()))
            .set_auth_uri(AuthUrl::new(self.origin.authorize_url()).map_err(unread)?)
            .set_token_uri(TokenUrl::new(self.origin.token_url()).map_err(unread)?);
        Ok(match &client.secret {
            Some(secret) => {
                oauth.set_client_secret(oauth2::ClientSecret::new(secret.expose().to_owned()))
            }
            None => oauth,
        })
    }

    /// [`NetSuite::ask`] as the crate takes it. Owned: with a borrow the compiler cannot see that
    /// the whole request may move between threads.
    fn asking(&self) -> impl Fn(HttpRequest) -> Asking + Send + Sync + use<> {
        let netsuite = self.clone();
        move |request| {
            let netsuite = netsuite.clone();
            Box::pin(async move { netsuite.ask(request).await })
        }
    }

    /// Sends what the crate wrote to the token endpoint, and to no other address.
    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse> {
        let url = self.token_url();
        let (mut parts, body) = request.into_parts();
        if let Some(authorization) = parts.headers.get_mut(AUTHORIZATION) {
            authorization.set_sensitive(true);
        }
        let request = self.http.post(&url).headers(parts.headers).body(body);
        let (success, mut body) = self.send(request, &url).await?.json_or_refusal()?;
        // The crate reads numbers only.
        if let Some(seconds) = body["expires_in"].as_str().map(|text| text.trim().parse::<u64>()) {
            body["expires_in"] = seconds.unwrap_or(DEFAULT_EXPIRES_IN.unsigned_abs()).into();
        }
        let mut answer = HttpResponse::new(body.to_string().into_bytes());
        *answer.status_mut() = if success { StatusCode::OK } else { StatusCode::BAD_REQUEST };
        answer.headers_mut().insert("content-type", HeaderValue::from_static("application/json"));
        Ok(answer)
    }
}

/// NetSuite compares it character by character; the crate keeps it as it is.
fn redirect_url(redirect: &str) -> Result<RedirectUrl> {
    RedirectUrl::new(redirect.to_owned()).map_err(|_| UNREAD)
}

type Asking = Pin<Box<dyn Future<Output = Result<HttpResponse>> + Send>>;

/// With an address for consent and one for tokens.
type Oauth = BasicClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

fn tokens(answer: &BasicTokenResponse) -> Result<Tokens> {
    let access = answer.access_token().secret();
    if access.is_empty() || *answer.token_type() != BasicTokenType::Bearer {
        return Err(NOT_DOCUMENTED);
    }
    let default = Duration::from_secs(DEFAULT_EXPIRES_IN.unsigned_abs());
    Ok(Tokens {
        access: AccessToken::from(access.clone()),
        expires_in: answer.expires_in().unwrap_or(default),
        refresh: answer.refresh_token().map(|token| RefreshToken::from(token.secret().clone())),
    })
}

/// What a refusal means; `otherwise` for all that is not about the client.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_158521832417.html>
fn refused(
    refusal: BasicRequestTokenError<Error>,
    client: &Client,
    otherwise: impl FnOnce(&str) -> Error,
) -> Error {
    match refusal {
        RequestTokenError::Request(error) => error,
        RequestTokenError::ServerResponse(answer) => match answer.error().as_ref() {
            "invalid_client" => not_authenticated(client),
            error => otherwise(error),
        },
        // The body is JSON, or `ask` had refused it; so its members are not the documented ones.
        RequestTokenError::Parse(..) | RequestTokenError::Other(_) => NOT_DOCUMENTED,
    }
}

fn code_refused(error: &str) -> Error {
    Error::SignIn(SignInError::CodeRefused { error: plain(error) })
}

fn not_authenticated(client: &Client) -> Error {
    Error::SignIn(SignInError::ClientNotAuthenticated { public_client: client.is_public() })
}

/// JSON without the documented members. It could hold a token, so nothing of it is shown.
const NOT_DOCUMENTED: Error =
    Error::AnswerNotJson { status: 200, html: false, excerpt: String::new() };
const UNREAD: Error = Error::Unexpected("an address that was built here cannot be read");
/// Random bytes of a state.
const STATE: u32 = 32;
