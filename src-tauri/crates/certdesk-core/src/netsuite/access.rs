//! What the certificates endpoint is asked with.

use netsuite_client::sign_in::Session;
use netsuite_client::{AccessToken, Listed, NetSuite, Scope, WhoAmI};
use netsuite_keys::certificate::CertificateId;
use netsuite_keys::key::PrivateKey;
use time::OffsetDateTime;

use crate::connection::{Connection, ConnectionId, Credential};
use crate::error::{Error, NetSuiteError, Result};
use crate::netsuite::proof;
use crate::store::Store;

/// Everything an act at the certificates endpoint works with.
#[derive(Clone, Copy, Debug)]
pub struct Acting<'a> {
    /// The account.
    pub netsuite: &'a NetSuite,
    /// Where what was done is kept.
    pub store: &'a Store,
    /// What NetSuite is asked with.
    pub bearer: &'a Bearer,
    /// When the act begins.
    pub now: OffsetDateTime,
}

/// An access token, and what is known of it.
#[derive(Debug)]
pub struct Bearer {
    /// The token.
    pub token: AccessToken,
    /// The certificate it was requested with; none for a sign-in. With that one revoked, nobody
    /// may be left who can upload another.
    pub came_from: Option<CertificateId>,
    /// Who NetSuite says the bearer is.
    pub who: WhoAmI,
}

impl Bearer {
    /// The token of a sign-in for one request. The session keeps its own.
    #[must_use]
    pub fn of_session(session: &Session) -> Self {
        let token = AccessToken::from(session.token.expose().to_owned());
        Self { token, came_from: None, who: session.who.clone() }
    }

    /// Requests a token with a credential of the connection, for this one purpose: of the record's
    /// scopes only REST web services is asked for, which the endpoint needs (facts C).
    ///
    /// # Errors
    /// [`NetSuiteError::ScopeMissing`] when the integration record, or the token, lacks that scope; else as
    /// [`proof::prove`].
    pub async fn by_certificate(
        netsuite: &NetSuite,
        connection: &Connection,
        credential: &Credential,
        key: &PrivateKey,
        now: OffsetDateTime,
    ) -> Result<Self> {
        if !connection.integration.scopes.contains(&Scope::RestWebservices) {
            return Err(NetSuiteError::ScopeMissing.into());
        }
        let scopes = [Scope::RestWebservices];
        let granted = proof::token(netsuite, connection, credential, key, &scopes, now).await?;
        let who = granted.token.decode().map(|token| WhoAmI::read(&token.claims));
        let bearer = Self {
            token: granted.token,
            came_from: Some(credential.certificate_id().clone()),
            who: who.unwrap_or_default(),
        };
        if bearer.has_scope() == Some(false) {
            return Err(NetSuiteError::ScopeMissing.into());
        }
        Ok(bearer)
    }

    /// Whether the token is good for REST web services; none where it does not say.
    #[must_use]
    pub fn has_scope(&self) -> Option<bool> {
        let scopes = &self.who.scopes;
        let wanted = Scope::RestWebservices.as_str();
        (!scopes.is_empty()).then(|| scopes.iter().any(|scope| scope == wanted))
    }

    /// Whether the token belongs to the connection's account; none where one of the two is not
    /// known.
    #[must_use]
    pub fn has_account(&self, connection: &Connection) -> Option<bool> {
        let (named, account) = (self.who.account.as_ref()?, connection.account.as_ref()?);
        Some(named.replace('-', "_").eq_ignore_ascii_case(account.id.as_str()))
    }
}

impl Acting<'_> {
    /// Lists the certificates of the connection's integration record.
    pub(crate) async fn list(&self, connection: &Connection) -> Result<Listed> {
        Ok(self
            .netsuite
            .list_certificates(&self.bearer.token, connection.needed_client_id()?)
            .await?)
    }

    /// As [`Store::update`], where it blocks nobody.
    pub(crate) async fn update<T: Send + 'static>(
        &self,
        id: &ConnectionId,
        change: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<(Connection, T)> {
        let (store, id) = (self.store.clone(), id.clone());
        blocking(move || store.update(&id, change)).await
    }

    /// As [`Store::read`], where it blocks nobody.
    pub(crate) async fn read(&self, id: &ConnectionId) -> Result<Connection> {
        let (store, id) = (self.store.clone(), id.clone());
        blocking(move || store.read(&id)).await
    }
}

/// Runs what reads and writes files where it blocks nobody.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    match tokio::task::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        Err(_) => Err(Error::Unexpected("work on another thread ended early")),
    }
}
