//! Issues and checks access tokens, with a key that lives only as long as the server.

use std::sync::{Arc, Mutex, PoisonError};

use aws_lc_rs::error::Unspecified;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use serde_json::{Value, json};
use time::{Duration, OffsetDateTime};

use crate::account::ACCOUNT_ID;
use crate::account::authorization::Authorization;
use crate::account::integration::Scope;
use crate::jws::{self, Jws};
use crate::random;

/// Why an access token is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TokenRefusal {
    /// It was not issued here, or before the last start.
    Signature,
    Expired,
}

/// Issues the tokens. Its key is made when it is first needed and kept in memory.
#[derive(Debug)]
pub(crate) struct Issuer {
    kid: String,
    key: Mutex<Option<Arc<KeyPair>>>,
}

impl Issuer {
    pub(crate) fn new() -> Self {
        Self { kid: random::base64url::<32>(), key: Mutex::default() }
    }

    /// Makes the key now, on a thread that may block, so that the first token need not wait for it.
    pub(crate) fn prepare(self: &Arc<Self>) {
        let issuer = Arc::clone(self);
        tokio::task::spawn_blocking(move || issuer.key().map(drop));
    }

    /// Issues a token that is valid for this time. Blocks.
    pub(crate) fn issue(
        &self,
        authorization: &Authorization,
        now: OffsetDateTime,
        lives: Duration,
    ) -> Result<String, Unspecified> {
        let iat = now.unix_timestamp();
        // The shape of Oracle's samples (section_158255317571); `oit` is explained nowhere, the samples show a time.
        let claims = json!({
            "sub": format!("{};{}", authorization.role, authorization.entity),
            "aud": [format!("{};{ACCOUNT_ID}", authorization.application_id), authorization.client_id],
            "scope": authorization.scopes.iter().map(|scope| scope.value()).collect::<Vec<_>>(),
            "iss": "https://system.netsuite.com",
            "oit": iat,
            "exp": iat + lives.whole_seconds(),
            "iat": iat,
            "jti": identifier(authorization.family.as_deref()),
        });
        jws::sign(&*self.key()?, &self.kid, &claims)
    }

    /// Checks a token and returns what it stands for. Blocks.
    pub(crate) fn check(
        &self,
        token: &str,
        now: OffsetDateTime,
    ) -> Result<Authorization, TokenRefusal> {
        let key = self.key().map_err(|_| TokenRefusal::Signature)?;
        let jws =
            Jws::parse(token).filter(|jws| jws.is_ours(&key)).ok_or(TokenRefusal::Signature)?;
        let expires = jws.claims.get("exp").and_then(Value::as_i64).unwrap_or(i64::MIN);
        if expires <= now.unix_timestamp() {
            return Err(TokenRefusal::Expired);
        }
        // Signed by us, so it has our shape.
        read(&jws).ok_or(TokenRefusal::Signature)
    }

    fn key(&self) -> Result<Arc<KeyPair>, Unspecified> {
        let mut key = self.key.lock().unwrap_or_else(PoisonError::into_inner);
        match &*key {
            Some(key) => Ok(Arc::clone(key)),
            None => {
                let made = Arc::new(KeyPair::generate(KeySize::Rsa2048)?);
                *key = Some(Arc::clone(&made));
                Ok(made)
            }
        }
    }
}

/// A unique identifier, from which the family can be read back.
fn identifier(family: Option<&str>) -> String {
    let unique = random::base64url::<24>();
    match family {
        Some(family) => format!("{family}.{unique}"),
        None => unique,
    }
}

fn read(jws: &Jws) -> Option<Authorization> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let (role, entity) = jws.claims.get("sub")?.as_str()?.split_once(';')?;
    let audience = jws.claims.get("aud")?.as_array()?;
    let (application_id, _account) = audience.first()?.as_str()?.split_once(';')?;
    Some(Authorization {
        client_id: text(audience.get(1)?)?,
        application_id: application_id.to_owned(),
        entity: entity.parse().ok()?,
        role: role.parse().ok()?,
        family: jws
            .claims
            .get("jti")?
            .as_str()?
            .split_once('.')
            .map(|(family, _)| family.to_owned()),
        scopes: jws
            .claims
            .get("scope")?
            .as_array()?
            .iter()
            .filter_map(|scope| Scope::named(scope.as_str()?))
            .collect(),
    })
}
