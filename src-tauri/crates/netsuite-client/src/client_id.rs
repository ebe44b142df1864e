//! The Client ID, which NetSuite's pages call Consumer Key, and what is pasted in its place.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// The Consumer Key of an integration record: 64 hexadecimal characters in all of Oracle's samples.
///
/// It is public: it names the integration record as `iss` of each assertion.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ClientId(String);

impl ClientId {
    /// Reads a pasted Consumer Key.
    ///
    /// # Errors
    /// Names what was pasted instead where its shape tells: the Application ID is a UUID, a
    /// Certificate ID has 43 characters of base64url.
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        if is_uuid(text) {
            return Err(Error::ClientIdIsApplicationId);
        }
        if text.len() == LENGTH && text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Ok(Self(text.to_ascii_lowercase()));
        }
        if text.len() == CERTIFICATE_ID_LENGTH && text.bytes().all(is_base64url) {
            return Err(Error::ClientIdIsCertificateId);
        }
        Err(Error::ClientIdInvalid)
    }

    /// Reads what was copied from the page that shows Consumer Key and Consumer Secret together.
    ///
    /// # Errors
    /// [`Error::ClientIdIsConsumerSecret`] when a line says that it is the secret and none the key.
    pub fn find(text: &str) -> Result<Self> {
        let mut secret = false;
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
        let mut label = String::new();
        while let Some(line) = lines.next() {
            let lower = line.to_ascii_lowercase();
            // "CONSUMER KEY / CLIENT ID" above or before the value, as on NetSuite's page.
            let value = line.rsplit([' ', ':', '\t']).next().unwrap_or(line);
            if is_secret_label(&lower) || (is_secret_label(&label) && Self::parse(line).is_ok()) {
                secret = true;
            } else if let Ok(found) = Self::parse(value) {
                return Ok(found);
            } else if lines.peek().is_none() && !secret {
                return Self::parse(line);
            }
            label = lower;
        }
        Err(if secret { Error::ClientIdIsConsumerSecret } else { Error::ClientIdInvalid })
    }

    /// As it goes into `iss`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for ClientId {
    type Error = Error;
    fn try_from(text: String) -> Result<Self> {
        Self::parse(&text)
    }
}

impl From<ClientId> for String {
    fn from(id: ClientId) -> Self {
        id.0
    }
}

fn is_secret_label(lower: &str) -> bool {
    lower.contains("secret")
}

/// 8-4-4-4-12 hexadecimal characters.
fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn is_base64url(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

const LENGTH: usize = 64;
const CERTIFICATE_ID_LENGTH: usize = 43;

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "2800a860377cd3a58956125ad000ca374fc308f11e155155fde1aeb24efe98ec";

    #[test]
    fn a_consumer_key_is_taken_with_the_blanks_of_a_paste() {
        assert_eq!(ClientId::find(&format!("  {KEY}\r\n")).unwrap().as_str(), KEY);
        assert_eq!(
            ClientId::find(&format!("CONSUMER KEY / CLIENT ID\n{KEY}")).unwrap().as_str(),
            KEY
        );
        assert_eq!(ClientId::find(&format!("Client ID: {KEY}")).unwrap().as_str(), KEY);
    }

    #[test]
    fn the_application_id_is_recognised_by_its_shape() {
        let pasted = ClientId::find("E2398DC1-3A25-4F07-A648-7E57CFEEE7B5");
        assert!(matches!(pasted, Err(Error::ClientIdIsApplicationId)));
    }

    #[test]
    fn the_consumer_secret_is_recognised_by_its_label() {
        for text in [
            format!("CONSUMER SECRET / CLIENT SECRET\n{KEY}"),
            format!("Consumer Secret: {KEY}"),
            format!("client secret {KEY}"),
        ] {
            assert!(
                matches!(ClientId::find(&text), Err(Error::ClientIdIsConsumerSecret)),
                "{text}"
            );
        }
    }

    #[test]
    fn key_and_secret_copied_together_give_the_key() {
        let other = KEY.replace('a', "b");
        let text =
            format!("CONSUMER KEY / CLIENT ID\n{KEY}\nCONSUMER SECRET / CLIENT SECRET\n{other}");
        assert_eq!(ClientId::find(&text).unwrap().as_str(), KEY);
        let text =
            format!("CONSUMER SECRET / CLIENT SECRET\n{other}\nCONSUMER KEY / CLIENT ID\n{KEY}");
        assert_eq!(ClientId::find(&text).unwrap().as_str(), KEY);
    }

    #[test]
    fn a_certificate_id_is_recognised_by_its_shape() {
        let pasted = ClientId::find("NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA");
        assert!(matches!(pasted, Err(Error::ClientIdIsCertificateId)));
    }

    #[test]
    fn anything_else_is_not_a_consumer_key() {
        for text in ["", "abc", &KEY[1..], "<script>", &format!("{KEY}0")] {
            assert!(matches!(ClientId::find(text), Err(Error::ClientIdInvalid)), "{text}");
        }
    }
}
