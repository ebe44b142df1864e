//! Signing in by browser: the authorization code grant with PKCE (facts D).
//!
//! A [`SignIn`] is begun, its address is opened in the browser, and the browser comes back with a
//! [`Callback`] by the app's own scheme or by paste, from the scheme's address or from a web page
//! ([`RedirectPage`]). What comes back is believed in this order: its
//! `state`, its `error`, its `company`; only then is its code sent to NetSuite, once. Sign-ins live
//! in memory: whoever ends the app in the middle begins anew.
//!
//! Nothing here opens a browser, and nothing here is stored.

mod authorization;
mod callback;
mod client;
mod redirect;
mod session;

use time::OffsetDateTime;

use crate::account::AccountId;
use crate::endpoints::NetSuite;
use crate::error::{Result, SignInError};
use crate::scope::Scope;
use authorization::{Consent, Tokens};
pub use callback::Callback;
pub use callback::plain;
pub use client::{Client, ClientSecret, RefreshToken};
pub use redirect::{REDIRECT_URI, RedirectPage};
pub use session::Session;

/// A sign-in that waits for the browser.
///
/// It is consumed by its answer, so that no code is ever sent twice.
#[derive(Debug)]
pub struct SignIn {
    account: AccountId,
    client: Client,
    page: Option<RedirectPage>,
    consent: Consent,
    since: OffsetDateTime,
}

impl SignIn {
    /// Begins a sign-in to the account that `netsuite` speaks to; the answer comes by the app's own
    /// scheme.
    ///
    /// # Errors
    /// None that a caller can cause.
    pub fn begin(netsuite: &NetSuite, client: Client, now: OffsetDateTime) -> Result<Self> {
        Self::begin_at(netsuite, client, None, now)
    }

    /// The same, where the answer may come to a web page. NetSuite compares the address with the
    /// Redirect URIs of the integration record, character by character.
    ///
    /// # Errors
    /// None that a caller can cause.
    pub fn begin_at(
        netsuite: &NetSuite,
        client: Client,
        page: Option<RedirectPage>,
        now: OffsetDateTime,
    ) -> Result<Self> {
        let redirect = page.as_ref().map_or(REDIRECT_URI, RedirectPage::as_str);
        let consent = netsuite.ask_for_consent(&client, redirect, &SCOPES)?;
        Ok(Self { account: netsuite.account().clone(), client, page, consent, since: now })
    }

    /// What the browser is to open. It holds no secret.
    #[must_use]
    pub fn authorize_url(&self) -> &str {
        &self.consent.url
    }

    /// When it was begun.
    #[must_use]
    pub const fn since(&self) -> OffsetDateTime {
        self.since
    }

    /// The account signed in to.
    #[must_use]
    pub const fn account(&self) -> &AccountId {
        &self.account
    }

    /// The client signed in as.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// The page that the answer comes to; none where it comes by the app's own scheme.
    #[must_use]
    pub const fn page(&self) -> Option<&RedirectPage> {
        self.page.as_ref()
    }

    /// Whether a callback answers this sign-in, in time that tells nothing about the state.
    #[must_use]
    pub fn is_answered_by(&self, callback: &Callback) -> bool {
        callback.state.as_ref().is_some_and(|state| state.equals(&self.consent.state))
    }

    /// Takes the answer, and exchanges its code for tokens. Whatever comes of it, this sign-in is
    /// over.
    ///
    /// # Errors
    /// [`SignInError::StateDiffers`], [`SignInError::Denied`], [`SignInError::Refused`],
    /// [`SignInError::ValuesInvalid`] and [`SignInError::OtherAccount`] before anything is sent;
    /// [`SignInError::CodeRefused`], [`SignInError::ClientNotAuthenticated`], or what went wrong on the
    /// way. Where the answer to the code was lost, the code counts as used.
    pub async fn finish(
        self,
        netsuite: &NetSuite,
        callback: Callback,
        now: OffsetDateTime,
    ) -> Result<Session> {
        if !self.is_answered_by(&callback) {
            return Err(SignInError::StateDiffers.into());
        }
        let allowed = callback.allowed_for(&self.account)?;
        let Self { account, client, consent, .. } = self;
        let tokens = netsuite.exchange_code(&client, &allowed.code, consent).await?;
        let named = (allowed.role, allowed.entity);
        Session::open(tokens, account, client.id, named, now)
    }
}

/// The certificates endpoint asks for this scope (facts C). No other is asked for: each would have
/// to be ticked on the record, and none is used.
const SCOPES: [Scope; 1] = [Scope::RestWebservices];
