//! Proves a credential with a real token, and says what was seen on the way.

use netsuite_client::{
    AccessToken, Assertion, ClientId, Decoded, Granted, NetSuite, Scope, TokenRequest, WhoAmI,
};
use netsuite_keys::certificate::Certificate;
use netsuite_keys::key::PrivateKey;
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use crate::check::{Check, Local, RefusedToken};
use crate::connection::{Connection, Credential, Proven};
use crate::error::{Error, KeysError, NetSuiteError, Result};

/// A token was received: what was sent and what came back, without anything that could be used.
#[derive(Clone, Debug)]
pub struct Proof {
    /// For the connection's document.
    pub proven: Proven,
    /// The address posted to.
    pub token_url: String,
    /// The assertion, without its signature.
    pub assertion: Decoded,
    /// The token, without its signature; none when it is not a JWT.
    pub token: Option<Decoded>,
    /// What the token shows.
    pub checks: Vec<Check<Shown>>,
    /// Local clock minus NetSuite's, in seconds.
    pub clock_skew: Option<i64>,
}

/// What a token shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TokenCheckKind"))]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// `kid` was the Certificate ID.
    KidIsCertificateId,
    /// The token names our Client ID.
    TokenNamesClientId,
    /// The token names our account.
    TokenNamesAccount,
    /// All scopes asked for were granted.
    ScopesGranted,
    /// This computer's clock agrees with NetSuite's.
    Clock,
}

/// Requests a token for a credential of a connection.
///
/// # Errors
/// [`ConnectionError::StepNotReady`](crate::error::ConnectionError::StepNotReady) when something is missing; [`Error::TokenRefused`] with the local
/// checks; what went wrong on the way.
pub async fn prove(
    netsuite: &NetSuite,
    connection: &Connection,
    credential: &Credential,
    key: &PrivateKey,
    now: OffsetDateTime,
) -> Result<Proof> {
    Ok(prove_and_use(netsuite, connection, credential, key, now).await?.0)
}

/// The same, with the token, to be used at once.
///
/// # Errors
/// As [`prove`].
pub async fn prove_and_use(
    netsuite: &NetSuite,
    connection: &Connection,
    credential: &Credential,
    key: &PrivateKey,
    now: OffsetDateTime,
) -> Result<(Proof, AccessToken)> {
    let scopes = &connection.integration.scopes;
    let request = Request::new(netsuite, connection, credential, key, scopes, now)?;
    let (assertion, granted) = request.grant().await?;
    Ok((request.proof(&assertion, &granted)?, granted.token))
}

/// Requests a token for some scopes of the connection, to be used.
///
/// # Errors
/// As [`prove`].
pub(crate) async fn token(
    netsuite: &NetSuite,
    connection: &Connection,
    credential: &Credential,
    key: &PrivateKey,
    scopes: &[Scope],
    now: OffsetDateTime,
) -> Result<Granted> {
    let request = Request::new(netsuite, connection, credential, key, scopes, now)?;
    Ok(request.grant().await?.1)
}

struct Request<'a> {
    netsuite: &'a NetSuite,
    connection: &'a Connection,
    credential: &'a Credential,
    key: &'a PrivateKey,
    certificate: Certificate,
    client_id: &'a ClientId,
    scopes: &'a [Scope],
    now: OffsetDateTime,
}

impl<'a> Request<'a> {
    fn new(
        netsuite: &'a NetSuite,
        connection: &'a Connection,
        credential: &'a Credential,
        key: &'a PrivateKey,
        scopes: &'a [Scope],
        now: OffsetDateTime,
    ) -> Result<Self> {
        let client_id = connection.needed_client_id()?;
        let certificate = credential.certificate()?;
        if !key.matches(&certificate) {
            return Err(KeysError::PairDiffers.into());
        }
        Ok(Self { netsuite, connection, credential, key, certificate, client_id, scopes, now })
    }

    async fn grant(&self) -> Result<(Assertion, Granted)> {
        let request = TokenRequest {
            client_id: self.client_id,
            certificate: self.credential.certificate_id(),
            key: self.key,
            algorithm: self.credential.algorithm,
            scopes: self.scopes,
        };
        self.netsuite.token(request, self.now).await.map_err(|error| match error {
            NetSuiteError::TokenRefused(refusal) => {
                let checks = self.local_checks(refusal.clock_skew);
                Error::TokenRefused(Box::new(RefusedToken { refusal: *refusal, checks }))
            }
            other => other.into(),
        })
    }

    fn proof(&self, assertion: &Assertion, granted: &Granted) -> Result<Proof> {
        let token = granted.token.decode();
        let claims = token.as_ref().map(|token| &token.claims);
        let who = claims.map(WhoAmI::read).unwrap_or_default();
        Ok(Proof {
            checks: self.shown(&who, granted.clock_skew),
            proven: Proven {
                at: self.now,
                expires_at: self.now + granted.expires_in,
                credential: self.credential.id.clone(),
                who,
            },
            token_url: self.netsuite.token_url(),
            assertion: Decoded::from_json(&assertion.header_json, &assertion.claims_json)
                .ok_or(Error::Unexpected("the assertion is not JSON"))?,
            token,
            clock_skew: granted.clock_skew,
        })
    }

    fn scopes(&self) -> Vec<&'static str> {
        self.scopes.iter().map(|scope| scope.as_str()).collect()
    }

    /// Only what the token says something about.
    fn shown(&self, who: &WhoAmI, clock_skew: Option<i64>) -> Vec<Check<Shown>> {
        let kid = self.credential.certificate_id();
        let mut checks = vec![Check {
            check: Shown::KidIsCertificateId,
            passed: *kid == self.credential.predicted_id,
            detail: kid.to_string(),
        }];
        if let Some(client_id) = &who.client_id {
            let passed = client_id.eq_ignore_ascii_case(self.client_id.as_str());
            checks.push(Check {
                check: Shown::TokenNamesClientId,
                passed,
                detail: client_id.clone(),
            });
        }
        if let (Some(named), Some(account)) = (&who.account, &self.connection.account) {
            let passed = named.replace('-', "_").eq_ignore_ascii_case(account.id.as_str());
            checks.push(Check { check: Shown::TokenNamesAccount, passed, detail: named.clone() });
        }
        if !who.scopes.is_empty() {
            let passed = self.scopes().iter().all(|scope| who.scopes.iter().any(|s| s == scope));
            checks.push(Check {
                check: Shown::ScopesGranted,
                passed,
                detail: who.scopes.join(", "),
            });
        }
        checks.extend(clock(Shown::Clock, clock_skew));
        checks
    }

    fn local_checks(&self, clock_skew: Option<i64>) -> Vec<Check<Local>> {
        let (credential, certificate) = (self.credential, &self.certificate);
        let check = |check, passed, detail: String| Check { check, passed, detail };
        // By NetSuite's clock; and a wrong one here comes first, for a new key pair would not help.
        let now = self.now - Duration::seconds(clock_skew.unwrap_or(0));
        let valid = certificate.not_before() <= now && now < certificate.not_after();
        let mut checks = vec![
            check(
                Local::Algorithm,
                credential.algorithm.fits(self.key.key_type()),
                credential.algorithm.to_string(),
            ),
            check(Local::Pair, self.key.matches(certificate), String::new()),
            check(
                Local::CertificateId,
                self.connection.certificate_id_fits(credential),
                credential.certificate_id().to_string(),
            ),
        ];
        checks.extend(clock(Local::Clock, clock_skew));
        checks.extend([
            check(Local::Validity, valid, certificate.not_after().date().to_string()),
            check(Local::ClientId, true, self.client_id.to_string()),
            check(Local::Scope, !self.scopes().is_empty(), self.scopes().join(", ")),
        ]);
        checks
    }
}

/// NetSuite does not say how much it forgives. An assertion lives five minutes, so a clock a minute
/// off still leaves it valid on both sides.
fn clock<T>(check: T, skew: Option<i64>) -> Option<Check<T>> {
    let skew = skew?;
    let passed = skew.abs() <= CLOCK_TOLERANCE.whole_seconds();
    Some(Check { check, passed, detail: skew.to_string() })
}

/// How far this computer's clock may be from NetSuite's before Certdesk calls it wrong.
pub const CLOCK_TOLERANCE: Duration = Duration::seconds(60);
