//! What a sign-in ends in: an access token with what it says, and a way to renew and to end it.

use time::{Duration, OffsetDateTime};

use super::Tokens;
use super::client::{Client, RefreshToken};
use crate::account::AccountId;
use crate::client_id::ClientId;
use crate::endpoints::{InternalId, NetSuite};
use crate::error::{Error, Result, SignInError};
use crate::token::{AccessToken, WhoAmI};

/// Somebody is signed in, for an hour at most. Lives in memory only.
#[derive(Debug)]
pub struct Session {
    /// The access token.
    pub token: AccessToken,
    /// Until when it can be used.
    pub expires_at: OffsetDateTime,
    /// What the token says; empty when it cannot be read.
    pub who: WhoAmI,
    /// Internal ID of the role, from the token, or else from the redirect.
    pub role: Option<InternalId>,
    /// Internal ID of the entity, likewise; may be negative.
    pub entity: Option<InternalId>,
    /// The account signed in to.
    pub company: AccountId,
    /// The client signed in as.
    pub client_id: ClientId,
    /// What renews it, if NetSuite gave one. The caller keeps it, or drops it.
    pub refresh: Option<RefreshToken>,
}

impl Session {
    /// Renews a sign-in with its refresh token.
    ///
    /// A public client's refresh token serves once: the answer brings the next one, and the caller
    /// must have it in the vault before it lets go of the old one's entry. Where the answer is
    /// lost, or the process ends before the new one is stored, the old one is used up and no other
    /// is known: the next attempt ends in [`SignInError::Ended`] and the person signs in again.
    /// A confidential client's serves for days, and [`Session::refresh`] is none then: the old one
    /// stays in use.
    ///
    /// # Errors
    /// [`SignInError::Ended`] when NetSuite no longer takes it, [`SignInError::ClientNotAuthenticated`],
    /// or what went wrong on the way.
    pub async fn renew(
        netsuite: &NetSuite,
        client: Client,
        token: &RefreshToken,
        now: OffsetDateTime,
    ) -> Result<Self> {
        let tokens = netsuite.refresh(&client, token).await?;
        Self::open(tokens, netsuite.account().clone(), client.id, (None, None), now)
    }

    /// Ends a sign-in at NetSuite: its refresh token, and the access tokens that came with it
    /// (facts B.7). One that NetSuite does not know any more counts as ended.
    ///
    /// # Errors
    /// [`SignInError::ClientNotAuthenticated`], or what went wrong on the way.
    pub async fn revoke(netsuite: &NetSuite, client: &Client, token: &RefreshToken) -> Result<()> {
        netsuite.revoke(client, token).await
    }

    /// Whether the token is used up, or will be before a request with it has arrived.
    #[must_use]
    pub fn is_over(&self, now: OffsetDateTime) -> bool {
        self.expires_at - MARGIN <= now
    }

    /// `named` are role and entity of the redirect. It passed through the browser; the token came
    /// from NetSuite itself and is believed first.
    pub(super) fn open(
        tokens: Tokens,
        company: AccountId,
        client_id: ClientId,
        named: (Option<InternalId>, Option<InternalId>),
        now: OffsetDateTime,
    ) -> Result<Self> {
        let decoded = tokens.access.decode();
        let who = decoded.map(|token| WhoAmI::read(&token.claims)).unwrap_or_default();
        let other = who.account.as_deref().and_then(|account| AccountId::parse(account).ok());
        if let Some(other) = other.filter(|account| *account != company) {
            let (company, expected) = (other.to_string(), company.to_string());
            return Err(Error::SignIn(SignInError::OtherAccount { company, expected }));
        }
        let id = |text: &Option<String>| InternalId::parse(text.as_deref()?).ok();
        Ok(Self {
            token: tokens.access,
            expires_at: now + tokens.expires_in,
            role: id(&who.role).or(named.0),
            entity: id(&who.entity).or(named.1),
            who,
            company,
            client_id,
            refresh: tokens.refresh,
        })
    }
}

/// A request may take this long to arrive.
const MARGIN: Duration = Duration::minutes(1);
