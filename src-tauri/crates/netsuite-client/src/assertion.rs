//! The client assertion: a short-lived JWT by which a connection shows that it holds its key.
//!
//! What goes into it is Oracle's "Token Endpoint and Access Token for OAuth 2.0 Client Credentials
//! Flow"
//! <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162755359851.html>.
//! Asking for a token with it is [`crate::NetSuite`]'s task.

use base64ct::{Base64UrlUnpadded, Encoding};
use jsonwebtoken::EncodingKey;
use netsuite_keys::certificate::CertificateId;
use netsuite_keys::key::{Algorithm, PrivateKey};
use netsuite_keys::secret::Secret;
use pkcs8::PrivateKeyInfoRef;
use serde::Serialize;
use time::{Duration, OffsetDateTime};
use zeroize::Zeroizing;

use crate::error::KeysError;
use crate::{Error, Result};

/// A signed client assertion. Whoever has the compact form can ask for a token until it expires.
#[derive(Debug)]
pub struct Assertion {
    /// The header as it was signed.
    pub header_json: String,
    /// The claims as they were signed.
    pub claims_json: String,
    compact: Secret<String>,
}

/// How several scopes are written. Oracle's table says a string with commas, its sample shows an
/// array; one scope alone is always a plain string.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScopeForm {
    /// `["restlets","rest_webservices"]`
    #[default]
    Array,
    /// `"restlets,rest_webservices"`
    Commas,
}

/// Whom an assertion speaks for, to whom, and for what.
#[derive(Clone, Copy, Debug)]
pub struct Claims<'a> {
    /// The integration record's Consumer Key, which becomes `iss`.
    pub client_id: &'a str,
    /// The exact URL that the assertion will be posted to, which becomes `aud`.
    pub audience: &'a str,
    /// The scopes, as NetSuite spells them.
    pub scopes: &'a [&'a str],
    /// How several scopes are written.
    pub scope_form: ScopeForm,
}

impl Assertion {
    /// Signs an assertion that is valid for five minutes from `now`.
    ///
    /// Fails with [`KeysError::AlgorithmNotForKey`] if key and algorithm do not fit each other.
    pub fn sign(
        key: &PrivateKey,
        algorithm: Algorithm,
        certificate: &CertificateId,
        claims: Claims<'_>,
        now: OffsetDateTime,
    ) -> Result<Self> {
        if !algorithm.fits(key.key_type()) {
            return Err(KeysError::AlgorithmNotForKey.into());
        }
        let claims = Payload::new(claims, now)?;
        let compact = match joined(algorithm) {
            Some(joined) => {
                let mut header = jsonwebtoken::Header::new(joined);
                header.kid = Some(certificate.to_string());
                jsonwebtoken::encode(&header, &claims, &encoding_key(key)?)
                    .map_err(|_| Error::Keys(KeysError::KeyNotReadable))?
            }
            None => sign_es512(key, certificate, &claims)?,
        };
        Self::from_compact(compact)
    }

    /// The form that is sent, three parts joined by dots (RFC 7515, 3.1).
    pub fn expose_compact(&self) -> &str {
        self.compact.expose()
    }

    fn from_compact(compact: String) -> Result<Self> {
        let unexpected = Error::Unexpected("assertion not in three parts");
        let compact = Secret::new(compact);
        let mut parts = compact.expose().split('.').map(|part| {
            let json = Base64UrlUnpadded::decode_vec(part).ok()?;
            String::from_utf8(json).ok()
        });
        let (Some(Some(header_json)), Some(Some(claims_json))) = (parts.next(), parts.next())
        else {
            return Err(unexpected);
        };
        drop(parts);
        Ok(Self { header_json, claims_json, compact })
    }
}

/// The claims in the order in which they are written.
#[derive(Serialize)]
struct Payload<'a> {
    iss: &'a str,
    scope: ScopeClaim<'a>,
    aud: &'a str,
    iat: i64,
    exp: i64,
    jti: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ScopeClaim<'a> {
    One(String),
    Several(&'a [&'a str]),
}

impl<'a> Payload<'a> {
    fn new(claims: Claims<'a>, now: OffsetDateTime) -> Result<Self> {
        let mut jti = [0; 16];
        getrandom::fill(&mut jti)
            .map_err(|_| Error::Unexpected("no random numbers from the system"))?;
        let scope = match (claims.scopes, claims.scope_form) {
            ([], _) => return Err(Error::ScopesEmpty),
            ([one], _) => ScopeClaim::One((*one).to_owned()),
            (several, ScopeForm::Array) => ScopeClaim::Several(several),
            (several, ScopeForm::Commas) => ScopeClaim::One(several.join(",")),
        };
        Ok(Self {
            iss: claims.client_id,
            scope,
            aud: claims.audience,
            iat: (now - BACKDATED).unix_timestamp(),
            exp: (now + LIFETIME).unix_timestamp(),
            jti: Base64UrlUnpadded::encode_string(&jti),
        })
    }
}

/// The algorithm in jsonwebtoken's terms. It has no ES512.
fn joined(algorithm: Algorithm) -> Option<jsonwebtoken::Algorithm> {
    match algorithm {
        Algorithm::Ps256 => Some(jsonwebtoken::Algorithm::PS256),
        Algorithm::Ps384 => Some(jsonwebtoken::Algorithm::PS384),
        Algorithm::Ps512 => Some(jsonwebtoken::Algorithm::PS512),
        Algorithm::Es256 => Some(jsonwebtoken::Algorithm::ES256),
        Algorithm::Es384 => Some(jsonwebtoken::Algorithm::ES384),
        Algorithm::Es512 => None,
    }
}

/// jsonwebtoken takes RSA keys as PKCS#1 and EC keys as PKCS#8; it wipes its copy.
fn encoding_key(key: &PrivateKey) -> Result<EncodingKey> {
    let pkcs8 = key.expose_pkcs8_der().expose();
    if !key.key_type().is_rsa() {
        return Ok(EncodingKey::from_ec_der(pkcs8));
    }
    let info = PrivateKeyInfoRef::try_from(pkcs8.as_slice())
        .map_err(|_| Error::Keys(KeysError::KeyNotReadable))?;
    Ok(EncodingKey::from_rsa_der(info.private_key.as_bytes()))
}

fn sign_es512(key: &PrivateKey, kid: &CertificateId, claims: &Payload<'_>) -> Result<String> {
    #[derive(Serialize)]
    struct Header<'a> {
        typ: &'a str,
        alg: Algorithm,
        kid: &'a CertificateId,
    }
    let header = Header { typ: "JWT", alg: Algorithm::Es512, kid };
    let unexpected = |_| Error::Unexpected("claims not written as JSON");
    let header = serde_json::to_vec(&header).map_err(unexpected)?;
    let claims = serde_json::to_vec(claims).map_err(unexpected)?;
    let mut compact = Zeroizing::new(format!(
        "{}.{}",
        Base64UrlUnpadded::encode_string(&header),
        Base64UrlUnpadded::encode_string(&claims)
    ));
    let signature = key.sign(Algorithm::Es512, compact.as_bytes())?;
    compact.push('.');
    compact.push_str(&Base64UrlUnpadded::encode_string(&signature));
    Ok(std::mem::take(&mut compact))
}

/// How long an assertion is valid. NetSuite asks for less than 60 minutes; five leave room for a
/// slow clock and little for misuse.
pub const LIFETIME: Duration = Duration::seconds(300);
// An assertion from the future is refused (`TokenNotAcceptable`), and clocks differ by seconds.
const BACKDATED: Duration = Duration::seconds(5);

#[cfg(test)]
mod tests;
