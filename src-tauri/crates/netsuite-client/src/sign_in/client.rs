//! The client of an integration record, and the secrets that it shows or is given.

use netsuite_keys::secret::Secret;

use crate::client_id::ClientId;
use crate::error::{Error, KeysError, Result, SignInError};

/// As whom a sign-in asks.
#[derive(Debug)]
pub struct Client {
    /// The Consumer Key.
    pub id: ClientId,
    /// None for a public client.
    pub secret: Option<ClientSecret>,
}

/// The Consumer Secret of a confidential client.
#[derive(Debug)]
pub struct ClientSecret(Secret<String>);

/// What renews an access token. A public client's serves once (facts D).
#[derive(Debug)]
pub struct RefreshToken(Secret<String>);

impl Client {
    /// Whether it has no secret.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.secret.is_none()
    }
}

impl ClientSecret {
    /// Reads a pasted secret.
    ///
    /// # Errors
    /// [`SignInError::ClientSecretNeeded`] when it is empty or nothing that NetSuite shows: NetSuite
    /// writes 64 hexadecimal characters, but does not promise to.
    pub fn parse(text: &Secret<String>) -> Result<Self> {
        let text = text.expose().trim();
        let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
        if text.is_empty() || text.len() > LONGEST || !plain {
            return Err(SignInError::ClientSecretNeeded.into());
        }
        Ok(Self(Secret::new(text.to_owned())))
    }
}

impl From<String> for RefreshToken {
    fn from(token: String) -> Self {
        Self(Secret::new(token))
    }
}

macro_rules! kept_as_text {
    ($name:ident) => {
        impl $name {
            /// The secret itself, for a request.
            #[must_use]
            pub fn expose(&self) -> &str {
                self.0.expose()
            }

            /// The secret itself, for the vault.
            #[must_use]
            pub fn to_entry(&self) -> Secret {
                Secret::new(self.expose().as_bytes().to_vec())
            }

            /// What the vault gave back.
            ///
            /// # Errors
            /// [`KeysError::KeyNotReadable`] when it is no text.
            pub fn from_entry(entry: &Secret) -> Result<Self> {
                let text = std::str::from_utf8(entry.expose())
                    .map_err(|_| Error::Keys(KeysError::KeyNotReadable))?;
                Ok(Self(Secret::new(text.to_owned())))
            }
        }
    };
}

kept_as_text!(ClientSecret);
kept_as_text!(RefreshToken);

/// Several times what NetSuite writes.
const LONGEST: usize = 256;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_taken_with_the_blanks_of_a_paste() {
        let pasted = Secret::new(format!("  {}\r\n", "a".repeat(64)));
        assert_eq!(ClientSecret::parse(&pasted).unwrap().expose(), "a".repeat(64));
    }

    #[test]
    fn what_can_be_no_secret_is_refused() {
        for text in [String::new(), " ".into(), "two words".into(), "ä".into(), "a".repeat(257)] {
            let refused = ClientSecret::parse(&Secret::new(text));
            assert!(matches!(refused, Err(Error::SignIn(SignInError::ClientSecretNeeded))));
        }
    }

    #[test]
    fn nothing_prints_them() {
        let secret = ClientSecret::parse(&Secret::new("hidden".to_owned())).unwrap();
        let token = RefreshToken::from("hidden".to_owned());
        assert!(!format!("{secret:?} {token:?}").contains("hidden"));
    }
}
