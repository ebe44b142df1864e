//! One line of the history, and the hash that the next line carries.
//!
//! The line of an entry is its JSON as stored, without white space between its parts: members in
//! the stored order, UTF-8, and in strings only `"`, `\` and the characters below U+0020 escaped,
//! as `\b`, `\t`, `\n`, `\f`, `\r`, else `\u00xx` with lower-case digits. Its hash is the SHA-256 of
//! these bytes without a line break, in lower-case hexadecimal. `previous`, the first member, is the
//! hash of the line before, or 64 zeros in the first line.
//!
//! A line is kept as it was read. A later version that adds a member to an event thus leaves the
//! lines of earlier versions, and their hashes, as they are.

use aws_lc_rs::digest::{SHA256, digest};
use serde::ser::Error as _;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};
use time::OffsetDateTime;

use super::Event;

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: OffsetDateTime,
    /// What.
    pub event: Event,
    /// As it was read, or will be written.
    stored: Value,
}

impl Entry {
    /// A new entry after the one with the hash `previous`.
    pub(super) fn new(previous: &str, at: OffsetDateTime, event: Event) -> Self {
        let members = Members { previous, at, event: &event };
        // An instant that RFC 3339 can't express leaves null, which is never written.
        let stored = serde_json::to_value(&members).unwrap_or_default();
        Self { at, event, stored }
    }

    /// Reads an entry, whatever stands in it for the hash of the one before: a changed hash is found
    /// when the chain is checked.
    pub(super) fn read(stored: Value) -> serde_json::Result<Self> {
        let Understood { at, event } = Understood::deserialize(&stored)?;
        Ok(Self { at, event, stored })
    }

    /// Puts an entry that was stored without a hash behind the one with the hash `previous`.
    pub(super) fn follow(&mut self, previous: String) {
        let Value::Object(stored) = self.stored.take() else { return };
        let mut members = Map::from_iter([(PREVIOUS.to_owned(), Value::from(previous))]);
        members.extend(stored);
        self.stored = Value::Object(members);
    }

    /// The exact text that is hashed. It has no line break.
    #[must_use]
    pub fn line(&self) -> String {
        self.stored.to_string()
    }

    /// The hash of the line.
    #[must_use]
    pub fn hash(&self) -> String {
        let hash = digest(&SHA256, self.line().as_bytes());
        hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The hash of the line before, as this one has it. None where it was stored without.
    pub(super) fn previous(&self) -> Option<&str> {
        self.stored[PREVIOUS].as_str()
    }
}

/// A new entry as it is stored.
#[derive(Serialize)]
struct Members<'a> {
    previous: &'a str,
    #[serde(with = "time::serde::rfc3339")]
    at: OffsetDateTime,
    event: &'a Event,
}

/// What is understood of a stored entry.
#[derive(Deserialize)]
struct Understood {
    #[serde(with = "time::serde::rfc3339")]
    at: OffsetDateTime,
    event: Event,
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.stored.is_null() {
            return Err(S::Error::custom("an entry that cannot be written"));
        }
        self.stored.serialize(serializer)
    }
}

const PREVIOUS: &str = "previous";
