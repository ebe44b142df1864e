//! NetSuite's number for a role or an entity.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{Error, Result};

/// An internal ID: a whole number, negative for some of NetSuite's own records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct InternalId(i64);

impl InternalId {
    /// A number that NetSuite gave.
    #[must_use]
    pub const fn new(number: i64) -> Self {
        Self(number)
    }

    /// Reads an ID as typed, or as a token names it.
    ///
    /// # Errors
    /// [`Error::InternalIdInvalid`].
    pub fn parse(text: &str) -> Result<Self> {
        let text = text.trim();
        let digits = text.strip_prefix('-').unwrap_or(text);
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Error::InternalIdInvalid);
        }
        text.parse().map(Self).map_err(|_| Error::InternalIdInvalid)
    }

    /// The number.
    #[must_use]
    pub const fn value(self) -> i64 {
        self.0
    }
}

impl From<i64> for InternalId {
    fn from(number: i64) -> Self {
        Self(number)
    }
}

impl fmt::Display for InternalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for InternalId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::parse(text)
    }
}

impl TryFrom<String> for InternalId {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        Self::parse(&text)
    }
}

impl From<InternalId> for String {
    fn from(id: InternalId) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_owner_has_a_negative_id() {
        assert_eq!(InternalId::parse(" -5 ").unwrap().value(), -5);
        assert_eq!(InternalId::parse("1000").unwrap().to_string(), "1000");
    }

    #[test]
    fn anything_but_a_whole_number_is_refused() {
        for text in ["", "-", "+5", "1.0", "3;4", "1000/revoke", "99999999999999999999", "٣"] {
            let refused = InternalId::parse(text);
            assert!(matches!(refused, Err(Error::InternalIdInvalid)), "{text}: {refused:?}");
        }
    }
}
