//! The client credentials grant: from a key to an access token (facts B.1 to B.3).

use std::time::{Duration, Instant};

use netsuite_keys::certificate::CertificateId;
use netsuite_keys::key::{Algorithm, PrivateKey};
use time::OffsetDateTime;

use super::{Granted, NetSuite};
use crate::assertion::{Assertion, Claims, ScopeForm};
use crate::client_id::ClientId;
use crate::error::{Error, Result};
use crate::scope::Scope;

/// What a client credentials token is requested with.
#[derive(Clone, Copy, Debug)]
pub struct TokenRequest<'a> {
    /// The integration record's Consumer Key.
    pub client_id: &'a ClientId,
    /// The Certificate ID that NetSuite gave the certificate.
    pub certificate: &'a CertificateId,
    /// Its private key.
    pub key: &'a PrivateKey,
    /// How assertions are signed; must fit the key.
    pub algorithm: Algorithm,
    /// What the token is for; at least one.
    pub scopes: &'a [Scope],
}

impl NetSuite {
    /// Requests a token, and again where the failure may pass. Each attempt has an assertion of its
    /// own: a `jti` that was seen may be refused.
    ///
    /// With several scopes the array form is sent first and, should NetSuite call that an invalid
    /// scope, the documented comma-separated string once (facts B.2 contradict themselves).
    ///
    /// # Errors
    /// [`Error::TokenRefused`], or what went wrong on the way.
    pub async fn token(
        &self,
        request: TokenRequest<'_>,
        now: OffsetDateTime,
    ) -> Result<(Assertion, Granted)> {
        match self.token_with(request, ScopeForm::Array, now).await {
            Err(Error::TokenRefused(refusal))
                if refusal.error.as_deref() == Some("invalid_scope")
                    && request.scopes.len() > 1 =>
            {
                self.token_with(request, ScopeForm::Commas, now).await
            }
            outcome => outcome,
        }
    }

    async fn token_with(
        &self,
        request: TokenRequest<'_>,
        form: ScopeForm,
        now: OffsetDateTime,
    ) -> Result<(Assertion, Granted)> {
        let started = Instant::now();
        let attempt = async |left: Duration| {
            let assertion = request.sign(self, form, now + started.elapsed())?;
            let granted = self.exchange_assertion(&assertion, left.min(self.limit)).await?;
            Ok((assertion, granted))
        };
        self.retry().repeat(attempt).await
    }
}

impl TokenRequest<'_> {
    fn sign(&self, netsuite: &NetSuite, form: ScopeForm, now: OffsetDateTime) -> Result<Assertion> {
        let scopes: Vec<_> = self.scopes.iter().map(|scope| scope.as_str()).collect();
        let claims = Claims {
            client_id: self.client_id.as_str(),
            audience: &netsuite.token_url(),
            scopes: &scopes,
            scope_form: form,
        };
        Assertion::sign(self.key, self.algorithm, self.certificate, claims, now)
    }
}
