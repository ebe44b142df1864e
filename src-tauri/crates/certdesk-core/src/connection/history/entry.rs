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
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
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
    previous: Option<String>,
    line: String,
}

impl Entry {
    /// A new entry after the one with the hash `previous`.
    pub(super) fn new(previous: String, at: OffsetDateTime, event: Event) -> Self {
        let members = Members { previous: &previous, at, event: &event };
        // An instant that RFC 3339 can't express leaves an empty line, which is never written.
        let line = serde_json::to_string(&members).unwrap_or_default();
        Self { at, event, previous: Some(previous), line }
    }

    /// Puts an entry that was stored without a hash behind the one with the hash `previous`.
    pub(super) fn follow(&mut self, previous: String) {
        let Ok(Value::Object(stored)) = serde_json::from_str(&self.line) else { return };
        let mut members = Map::from_iter([(PREVIOUS.to_owned(), Value::from(previous.clone()))]);
        members.extend(stored);
        self.line = Value::Object(members).to_string();
        self.previous = Some(previous);
    }

    /// The exact text that is hashed. It has no line break.
    #[must_use]
    pub fn line(&self) -> &str {
        &self.line
    }

    /// The hash of the line.
    #[must_use]
    pub fn hash(&self) -> String {
        let hash = digest(&SHA256, self.line.as_bytes());
        hash.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The hash of the line before, as this one has it. None where it was stored without.
    pub(super) fn previous(&self) -> Option<&str> {
        self.previous.as_deref()
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
        let stored: Value = serde_json::from_str(&self.line).map_err(serde::ser::Error::custom)?;
        stored.serialize(serializer)
    }
}

/// Reads whatever stands for the hash before: a changed one is found when the chain is checked.
impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = Value::deserialize(deserializer)?;
        let Understood { at, event } =
            Understood::deserialize(&stored).map_err(D::Error::custom)?;
        let previous = stored[PREVIOUS].as_str().map(str::to_owned);
        Ok(Self { at, event, previous, line: stored.to_string() })
    }
}

const PREVIOUS: &str = "previous";
