//! JSON Web Tokens. Header and claims are shown, nothing in them is believed: the signature is not
//! looked at. A token may open an account, so it is shown shortened.

use crate::certificate::CertificateId;
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::OffsetDateTime;

use super::{Form, Item, Kind, Looked, Outcome, Verdict};

/// What a token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenFacts {
    /// What it is for.
    pub purpose: TokenUse,
    /// Its beginning and its end.
    pub shown: String,
    /// The header as indented JSON, shortened where it is long.
    pub header: String,
    /// The claims as indented JSON, shortened where they are long.
    pub claims: String,
    /// When it runs out.
    pub expires: Option<OffsetDateTime>,
}

/// What a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum TokenUse {
    /// What a client sends to NetSuite to get an access token.
    ClientAssertion,
    /// What NetSuite answers with.
    AccessToken,
    /// Anything else.
    Other,
}

/// Reads a token in compact form, with or without `Bearer` before it.
pub(super) fn token(text: &str, now: OffsetDateTime) -> Option<Item> {
    let compact = text.strip_prefix("Authorization:").unwrap_or(text).trim();
    let compact = compact.strip_prefix("Bearer ").unwrap_or(compact).trim();
    let parts: Vec<&str> = compact.split('.').collect();
    let (header, claims) = match parts.as_slice() {
        [header, claims, _] => (part(header)?, part(claims)?),
        // Encrypted: only the header can be read.
        [header, _, _, _, _] => (part(header)?, Value::Null),
        _ => return None,
    };
    if !header.is_object() || header["alg"].as_str().is_none() {
        return None;
    }
    let purpose = purpose(&claims);
    let mut item = Item::new(Kind::Token, Form::Plain, Verdict::Private);
    let expires = instant(&claims["exp"]);
    if purpose == TokenUse::ClientAssertion {
        look(&mut item, &header, &claims, now);
    } else if let Some(expires) = expires {
        let outcome = if expires > now { Outcome::Passed } else { Outcome::Attention };
        item.check(Looked::TokenTime, outcome, "");
    }
    if item.checks.iter().any(|check| check.outcome == Outcome::Failed) {
        item.verdict = Verdict::Refused;
    }
    item.token = Some(TokenFacts {
        purpose,
        shown: shortened(compact),
        header: pretty(&header),
        claims: if claims.is_null() { String::new() } else { pretty(&claims) },
        expires,
    });
    Some(item)
}

/// What NetSuite looks at in a client assertion (facts A.2, B.1).
fn look(item: &mut Item, header: &Value, claims: &Value, now: OffsetDateTime) {
    let mut look = |check, holds: bool, detail: &str| {
        let outcome = if holds { Outcome::Passed } else { Outcome::Failed };
        item.check(check, outcome, detail.chars().take(80).collect::<String>());
    };
    let algorithm = header["alg"].as_str().unwrap_or_default();
    look(Looked::TokenAlgorithm, ALGORITHMS.contains(&algorithm), algorithm);
    let kid = header["kid"].as_str().unwrap_or_default();
    look(Looked::TokenKid, CertificateId::parse(kid).is_ok(), kid);
    let issuer = claims["iss"].as_str().unwrap_or_default();
    look(Looked::TokenIssuer, is_consumer_key(issuer), issuer);
    let (issued, expires) = (instant(&claims["iat"]), instant(&claims["exp"]));
    let holds = matches!((issued, expires), (Some(issued), Some(expires))
        if expires > now && expires > issued && expires - issued <= LONGEST);
    let seconds = match (issued, expires) {
        (Some(issued), Some(expires)) => (expires - issued).whole_seconds().to_string(),
        _ => String::new(),
    };
    look(Looked::TokenTime, holds, &seconds);
}

fn purpose(claims: &Value) -> TokenUse {
    let audience = match &claims["aud"] {
        Value::String(text) => text.clone(),
        Value::Array(several) => {
            several.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    };
    match () {
        () if audience.contains("/services/rest/auth/oauth2/") => TokenUse::ClientAssertion,
        () if names_role_and_account(claims) => TokenUse::AccessToken,
        () => TokenUse::Other,
    }
}

/// 64 hexadecimal characters in all of Oracle's samples.
fn is_consumer_key(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `sub` is `role;entity`, and one of `aud` is `application;account` (facts B.3).
fn names_role_and_account(claims: &Value) -> bool {
    let pair = |text: &str| text.split(';').filter(|part| !part.trim().is_empty()).count() == 2;
    let audience = match &claims["aud"] {
        Value::String(text) => pair(text),
        Value::Array(several) => several.iter().filter_map(Value::as_str).any(pair),
        _ => false,
    };
    audience && claims["sub"].as_str().is_some_and(pair)
}

fn part(text: &str) -> Option<Value> {
    serde_json::from_slice(&Base64UrlUnpadded::decode_vec(text.trim_end_matches('=')).ok()?).ok()
}

fn instant(value: &Value) -> Option<OffsetDateTime> {
    let seconds = value.as_i64().or_else(|| value.as_f64().map(|seconds| seconds as i64))?;
    OffsetDateTime::from_unix_timestamp(seconds).ok()
}

fn pretty(value: &Value) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// The signature stays out: without it nobody can use the token.
fn shortened(compact: &str) -> String {
    let shown: String = compact.chars().take(12).collect();
    format!("{shown}…")
}

const ALGORITHMS: [&str; 6] = ["PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
/// NetSuite's limit, "less than 60 minutes" (facts B.1).
const LONGEST: time::Duration = time::Duration::hours(1);
const SHOWN: usize = 4000;
