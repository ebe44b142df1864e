//! A client assertion of another system, read as NetSuite would: what it says, and who signed it.
//!
//! It is a secret for as long as it lives, so nothing of it is kept but these signs.

use base64ct::{Base64UrlUnpadded, Encoding as _};
use netsuite_keys::certificate::{Certificate, Padding};
use netsuite_keys::key::{Algorithm, KeyType};
use serde_json::Value;
use time::OffsetDateTime;

use super::sign::{Observed, Sign};
use super::text::{plain_host, shortened};
use crate::connection::{Connection, Credential};
use crate::error::NetSuiteError;

/// A compact JWT, taken apart.
pub(super) struct Compact<'a> {
    signed: &'a str,
    header: Value,
    claims: Value,
    signature: Vec<u8>,
}

/// What stands beside an assertion in a pasted text, or is known of the connection.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    /// The address that it was posted to, else the connection's own.
    pub(super) posted_to: Option<&'a str>,
    /// When NetSuite answered, by its own clock.
    pub(super) answered: Option<OffsetDateTime>,
    /// When a log says that something happened, by whatever clock it has.
    pub(super) logged: Option<OffsetDateTime>,
}

impl<'a> Compact<'a> {
    /// The first JWT in a text that looks like a client assertion rather than an access token.
    pub(super) fn find(text: &'a str) -> Option<Self> {
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
        words.filter_map(Self::parse).find(|jwt| jwt.claims["sub"].is_null())
    }

    fn parse(word: &'a str) -> Option<Self> {
        let (signed, signature) = word.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        let json = |part: &str| {
            serde_json::from_slice::<Value>(&Base64UrlUnpadded::decode_vec(part).ok()?).ok()
        };
        let (header, claims) = (json(header)?, json(claims)?);
        let signature = Base64UrlUnpadded::decode_vec(signature).ok()?;
        (header.is_object() && claims.is_object()).then_some(Self {
            signed,
            header,
            claims,
            signature,
        })
    }

    /// What it shows beside what the connection says.
    pub(super) fn signs(
        &self,
        connection: &Connection,
        credential: Option<&Credential>,
        beside: Beside<'_>,
        now: OffsetDateTime,
    ) -> Vec<Observed> {
        let mut signs = vec![self.issuer(connection)];
        signs.extend(self.audience(beside.posted_to));
        signs.extend(self.times(beside, now));
        signs.push(self.scope(connection));
        let algorithm = self.header["alg"].as_str().unwrap_or_default();
        let named = KeyType::ALL.iter().flat_map(|kind| kind.algorithms());
        let Some(algorithm) = named.copied().find(|one| one.name() == algorithm) else {
            signs.push(Sign::AlgorithmNotListed.with(shortened(algorithm)));
            signs.extend(credential.map(|credential| self.kid(credential)));
            return signs;
        };
        let Some(credential) = credential else {
            signs.push(self.kid_alone().unwrap_or(Sign::AlgorithmFits.with(algorithm)));
            return signs;
        };
        signs.push(self.kid(credential));
        if algorithm.fits(credential.key_type) {
            signs.push(Sign::AlgorithmFits.with(algorithm));
            let certificate = credential.certificate().ok();
            signs.extend(certificate.and_then(|c| self.signature(algorithm, credential, &c)));
        } else {
            signs.push(Sign::AlgorithmNotForKey.with(algorithm));
        }
        signs
    }

    fn issuer(&self, connection: &Connection) -> Observed {
        let iss = self.claims["iss"].as_str().unwrap_or_default();
        if matches!(
            netsuite_client::ClientId::parse(iss),
            Err(NetSuiteError::ClientIdIsApplicationId)
        ) {
            return Sign::IssuerIsApplicationId.with(shortened(iss));
        }
        let ours = connection.integration.client_id.as_ref();
        let fits = ours.is_some_and(|ours| ours.as_str().eq_ignore_ascii_case(iss));
        if fits { Sign::IssuerFits } else { Sign::IssuerDiffers }.with(shortened(iss))
    }

    fn audience(&self, posted_to: Option<&str>) -> Option<Observed> {
        let aud = self.claims["aud"].as_str().unwrap_or_default();
        let sign = if aud == posted_to? { Sign::AudienceFits } else { Sign::AudienceDiffers };
        Some(sign.with(plain_host(aud)))
    }

    fn times(&self, beside: Beside<'_>, now: OffsetDateTime) -> Vec<Observed> {
        // RFC 7519 allows fractions of a second.
        #[allow(clippy::cast_possible_truncation, reason = "`as` ends at the greatest number")]
        let whole = |value: &Value| Some(value.as_f64()?.floor() as i64);
        let moment = |name: &str| self.claims[name].as_i64().or_else(|| whole(&self.claims[name]));
        let (Some(iat), Some(exp)) = (moment("iat"), moment("exp")) else {
            return vec![Sign::TimesMissing.into()];
        };
        if iat.max(exp) > MILLISECONDS {
            return vec![Sign::TimesInMilliseconds.into()];
        }
        let (lives, now) = (exp.saturating_sub(iat), now.unix_timestamp());
        if lives <= 0 {
            return vec![Sign::AssertionExpired.into()];
        }
        let fits = lives < LONGEST;
        let mut signs =
            vec![if fits { Sign::LifetimeFits } else { Sign::LifetimeTooLong }.with(lives)];
        // It was pasted after it was made: one that is ahead now was further ahead then.
        let ahead = iat.saturating_sub(now);
        signs.extend((ahead > 0).then(|| Sign::IssuedAhead.with(ahead)));
        let in_time = beside.logged.is_some_and(|at| (iat..exp).contains(&at.unix_timestamp()));
        match beside.answered.map(OffsetDateTime::unix_timestamp) {
            Some(at) if exp <= at => signs.push(Sign::AssertionExpired.with(at - exp)),
            None if exp <= now && !in_time => signs.push(Sign::AssertionOld.with(now - exp)),
            _ => {}
        }
        signs
    }

    fn scope(&self, connection: &Connection) -> Observed {
        let texts: Vec<&str> = match &self.claims["scope"] {
            Value::String(text) => text.split(',').collect(),
            Value::Array(items) => items.iter().map(|one| one.as_str().unwrap_or("?")).collect(),
            _ => Vec::new(),
        };
        let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
        let blank = |text: &&str| text.trim().contains([' ', ';', '+', '|']);
        let ours: Vec<_> = connection.integration.scopes.iter().map(|s| s.as_str()).collect();
        let sign = match () {
            () if texts.is_empty() => Sign::ScopeEmpty,
            () if texts.iter().any(blank) => Sign::ScopeSeparator,
            () if texts.iter().all(|text| ours.contains(text)) => Sign::ScopeFits,
            () => Sign::ScopeNotOurs,
        };
        let shown: Vec<_> = texts.iter().take(3).map(|text| shortened(text)).collect();
        sign.with(shown.join(", "))
    }

    fn kid(&self, credential: &Credential) -> Observed {
        self.kid_alone().unwrap_or_else(|| {
            let kid = self.header["kid"].as_str().unwrap_or_default();
            let ours = credential.certificate_id().as_str() == kid;
            if ours { Sign::KidFits } else { Sign::KidDiffers }.with(shortened(kid))
        })
    }

    /// Only whether there is one.
    fn kid_alone(&self) -> Option<Observed> {
        let kid = self.header["kid"].as_str().unwrap_or_default();
        kid.is_empty().then(|| Sign::KidMissing.into())
    }

    /// Whose signature it is. One that is cut off says nothing, and one beside the ID of another
    /// certificate may well be that certificate's.
    fn signature(
        &self,
        algorithm: Algorithm,
        credential: &Credential,
        certificate: &Certificate,
    ) -> Option<Observed> {
        if algorithm.verifies(certificate, self.signed.as_bytes(), &self.signature) {
            return Some(Sign::SignatureFits.into());
        }
        match algorithm.other_padding(certificate, self.signed.as_bytes(), &self.signature) {
            Some(Padding::Pkcs1) => return Some(Sign::SignatureInPkcs1.into()),
            Some(Padding::Salt(bytes)) => return Some(Sign::SignatureSalt.with(bytes)),
            None => {}
        }
        // Raw R and S are of one fixed length (RFC 7518, 3.4), and RSA's of that of the modulus.
        let whole = match credential.key_type {
            KeyType::Rsa3072 => 384,
            KeyType::Rsa4096 => 512,
            KeyType::P256 => 64,
            KeyType::P384 => 96,
            KeyType::P521 => 132,
        };
        let is_whole = self.signature.len() == whole;
        // An ASN.1 SEQUENCE.
        if !is_whole && !credential.key_type.is_rsa() && self.signature.first() == Some(&0x30) {
            return Some(Sign::SignatureInDer.into());
        }
        let differs = self.kid(credential).sign == Sign::KidDiffers;
        (is_whole && !differs).then(|| Sign::SignatureOfAnother.into())
    }
}

/// Seconds; an assertion must live for less (facts B.2).
const LONGEST: i64 = 3600;
/// No moment in seconds is as late as this.
const MILLISECONDS: i64 = 100_000_000_000;
