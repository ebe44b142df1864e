//! What the certificates endpoint is asked with.

use time::OffsetDateTime;

use crate::certificate::CertificateId;
use crate::connection::{Connection, Credential, Scope};
use crate::error::{Error, Result};
use crate::key::PrivateKey;
use crate::netsuite::NetSuite;
use crate::proof;
use crate::token::{AccessToken, WhoAmI};

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
    /// Requests a token with a credential of the connection, for this one purpose: of the record's
    /// scopes only REST web services is asked for, which the endpoint needs (facts C).
    ///
    /// # Errors
    /// [`Error::ScopeMissing`] when the integration record, or the token, lacks that scope; else as
    /// [`proof::prove`].
    pub async fn by_certificate(
        netsuite: &NetSuite,
        connection: &Connection,
        credential: &Credential,
        key: &PrivateKey,
        now: OffsetDateTime,
    ) -> Result<Self> {
        if !connection.integration.scopes.contains(&Scope::RestWebservices) {
            return Err(Error::ScopeMissing);
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
            return Err(Error::ScopeMissing);
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
