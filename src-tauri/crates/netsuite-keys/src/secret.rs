//! Values that must not be seen: key material, passphrases, tokens, assertions.
//!
//! Their memory is wiped when they are dropped, `Debug` shows nothing of them, and they neither
//! display nor serialise. The one way to the value is a call named `expose`, so that every exposure
//! is visible in a review.

use std::fmt;

use serde::{Deserialize, Deserializer};
use zeroize::{Zeroize, Zeroizing};

use crate::{Error, Result};

/// A value that is wiped on drop and that no formatting shows. Bytes unless said otherwise.
pub struct Secret<T: Zeroize = Vec<u8>>(Zeroizing<T>);

impl<T: Zeroize> Secret<T> {
    /// Takes over a value. The caller must not keep a copy.
    pub fn new(value: T) -> Self {
        Self(Zeroizing::new(value))
    }

    /// The value itself.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize + AsRef<[u8]>> Secret<T> {
    /// Whether both hold the same bytes, in time that depends on the length only.
    pub fn equals(&self, other: &Self) -> bool {
        aws_lc_rs::constant_time::verify_slices_are_equal(
            self.expose().as_ref(),
            other.expose().as_ref(),
        )
        .is_ok()
    }
}

impl<T: Zeroize> From<T> for Secret<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Zeroize> From<Zeroizing<T>> for Secret<T> {
    fn from(value: Zeroizing<T>) -> Self {
        Self(value)
    }
}

impl<T: Zeroize> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// Reading one from a message.
impl<'de> Deserialize<'de> for Secret<String> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

/// What opens an encrypted private key.
pub struct Passphrase(Secret<String>);

impl Passphrase {
    /// A passphrase chosen now, to protect something new: at least [`Passphrase::LEAST`] characters.
    pub fn chosen(text: String) -> Result<Self> {
        let passphrase = Self::entered(text);
        if passphrase.expose().chars().count() < Self::LEAST {
            return Err(Error::PassphraseTooShort { least: Self::LEAST });
        }
        Ok(passphrase)
    }

    /// A passphrase chosen earlier, here or elsewhere, of any length.
    pub fn entered(text: String) -> Self {
        Self(Secret::new(text))
    }

    /// The passphrase itself.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }

    /// Characters a chosen passphrase has at least. An encrypted file can be attacked offline, so
    /// this is above the eight that NIST SP 800-63B asks where a server counts the attempts.
    pub const LEAST: usize = 12;
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// As [`Passphrase::entered`]: reading one from a message is not yet choosing one.
impl<'de> Deserialize<'de> for Passphrase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::entered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_shown_by_debug() {
        let secret = Secret::new(b"hidden".to_vec());
        let passphrase = Passphrase::entered("hidden".to_owned());
        assert_eq!(format!("{secret:?} {passphrase:?}"), "Secret(…) Passphrase(…)");
    }

    #[test]
    fn equal_secrets_are_recognised_and_different_ones_are_not() {
        let secret = Secret::new(b"hidden".to_vec());
        assert!(secret.equals(&Secret::new(b"hidden".to_vec())));
        assert!(!secret.equals(&Secret::new(b"hiddex".to_vec())));
        assert!(!secret.equals(&Secret::new(b"hidden!".to_vec())));
    }

    #[test]
    fn a_chosen_passphrase_counts_characters_not_bytes() {
        let refused = Passphrase::chosen("äöüäöüäöüäö".to_owned());
        assert!(matches!(refused, Err(Error::PassphraseTooShort { least: 12 })));
        assert!(Passphrase::chosen("äöüäöüäöüäöü".to_owned()).is_ok());
    }

    #[test]
    fn an_entered_passphrase_may_be_short() {
        assert_eq!(Passphrase::entered("abc".to_owned()).expose(), "abc");
    }
}
