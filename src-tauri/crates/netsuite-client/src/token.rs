//! Access tokens, and what NetSuite writes into them.
//!
//! The token itself is a secret. Its claims say who NetSuite takes us for. They are read, never
//! verified: whoever sends us the token over verified TLS could write anything into it anyway.

use base64ct::{Base64UrlUnpadded, Encoding as _};
use netsuite_keys::secret::Secret;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// A bearer token: a secret that opens the API for an hour.
#[derive(Debug)]
pub struct AccessToken(Secret<String>);

/// The readable halves of a JWT, as indented JSON, without the signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The JOSE header.
    pub header: Value,
    /// The claims.
    pub claims: Value,
}

/// Who NetSuite says the bearer is.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158255317571.html>
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhoAmI {
    /// Internal ID of the role.
    pub role: Option<String>,
    /// Internal ID of the entity; may be negative.
    pub entity: Option<String>,
    /// The account the token belongs to.
    pub account: Option<String>,
    /// The Application ID of the integration record.
    pub application_id: Option<String>,
    /// The Client ID the token was issued to.
    pub client_id: Option<String>,
    /// The scopes granted.
    pub scopes: Vec<String>,
}

impl AccessToken {
    /// The token, for an `Authorization` header.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose()
    }

    /// Header and claims; none when the token is not a JWT.
    #[must_use]
    pub fn decode(&self) -> Option<Decoded> {
        let mut parts = self.expose().split('.');
        let (header, claims) = (json(parts.next()?)?, json(parts.next()?)?);
        (parts.next().is_some() && claims.is_object()).then_some(Decoded { header, claims })
    }
}

impl From<String> for AccessToken {
    fn from(token: String) -> Self {
        Self(Secret::new(token))
    }
}

impl<'de> Deserialize<'de> for AccessToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

impl Decoded {
    /// Header and claims as they were signed.
    #[must_use]
    pub fn from_json(header: &str, claims: &str) -> Option<Self> {
        let (header, claims) = (serde_json::from_str(header), serde_json::from_str(claims));
        Some(Self { header: header.ok()?, claims: claims.ok()? })
    }
}

impl WhoAmI {
    /// Reads the claims of a token. What is missing or of another shape stays unknown: Oracle's
    /// own samples differ among themselves.
    #[must_use]
    pub fn read(claims: &Value) -> Self {
        let mut who = Self { scopes: scopes(&claims["scope"]), ..Self::default() };
        // `role;entity`. An older sample has five parts; then neither is known.
        if let Some((role, entity)) = claims["sub"].as_str().and_then(|sub| sub.split_once(';'))
            && !entity.contains(';')
        {
            (who.role, who.entity) = (known(role), known(entity));
        }
        for audience in strings(&claims["aud"]) {
            match audience.split_once(';') {
                Some((application, account)) => {
                    (who.application_id, who.account) = (known(application), known(account));
                }
                None => who.client_id = known(&audience),
            }
        }
        who
    }
}

fn json(part: &str) -> Option<Value> {
    serde_json::from_slice(&Base64UrlUnpadded::decode_vec(part).ok()?).ok()
}

/// An array, or one string with commas or blanks (facts B.2).
fn scopes(value: &Value) -> Vec<String> {
    strings(value)
        .iter()
        .flat_map(|text| text.split([',', ' ']))
        .filter(|scope| !scope.is_empty())
        .map(str::to_ascii_lowercase)
        .collect()
}

fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

fn known(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_documented_token_says_who_it_is() {
        let who = WhoAmI::read(&json!({
            "sub": "3;-5",
            "aud": ["E2398DC1-3A25-4F07-A648-7E57CFEEE7B5;4718203", "2800a860"],
            "scope": ["restlets", "rest_webservices"],
        }));
        assert_eq!(who.role.as_deref(), Some("3"));
        assert_eq!(who.entity.as_deref(), Some("-5"));
        assert_eq!(who.account.as_deref(), Some("4718203"));
        assert_eq!(who.application_id.as_deref(), Some("E2398DC1-3A25-4F07-A648-7E57CFEEE7B5"));
        assert_eq!(who.client_id.as_deref(), Some("2800a860"));
        assert_eq!(who.scopes, ["restlets", "rest_webservices"]);
    }

    #[test]
    fn what_an_older_token_does_not_say_stays_unknown() {
        let who = WhoAmI::read(
            &json!({ "sub": "4030059;0;3;7;N", "scope": "RESTLETS,rest_webservices" }),
        );
        assert_eq!((who.role, who.entity, who.account), (None, None, None));
        assert_eq!(who.scopes, ["restlets", "rest_webservices"]);
        assert_eq!(WhoAmI::read(&Value::Null), WhoAmI::default());
    }

    #[test]
    fn an_opaque_token_is_taken_and_not_decoded() {
        for text in ["opaque", "a.b", "bm90anNvbg.bm90anNvbg.x", ""] {
            assert!(AccessToken::from(text.to_owned()).decode().is_none(), "{text}");
        }
    }

    #[test]
    fn a_token_does_not_print_itself() {
        let token = AccessToken::from("eyJhbGciOi.secret.part".to_owned());
        assert!(!format!("{token:?}").contains("eyJ"));
    }
}
