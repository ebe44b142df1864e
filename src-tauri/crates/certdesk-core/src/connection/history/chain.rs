//! The history as a hash chain: each entry carries the hash of the one before, and the document the
//! hash of the last. What was changed, removed or put in between by another hand is found and shown.
//! It is never refused, and a new entry never covers it up.
//!
//! A chain doesn't show that somebody has written all of it anew, with new hashes, or cut it off at
//! the end. That shows only to somebody who has kept an earlier end.

use std::ops::Deref;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use time::OffsetDateTime;

use super::{Entry, Event};

/// What was done, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    entries: Vec<Entry>,
    /// The hash of the last entry. None for a history that was stored before there was a chain.
    end: Option<String>,
}

/// What the chain says of a history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Since when it has been kept. None before it has begun.
    pub since: Option<OffsetDateTime>,
    /// How many entries were written before that, and put into the chain later.
    pub earlier: usize,
    /// Where entries don't follow each other.
    pub gaps: Vec<Gap>,
}

/// Two neighbors in the stored history that don't follow each other: the first one was changed, or
/// entries between them were removed, added or moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The index of the first one; none where the gap is before all entries.
    pub after: Option<usize>,
    /// The index of the second one; none where the gap is after all entries.
    pub before: Option<usize>,
}

impl History {
    /// Adds an entry. After a gap at the end it follows what should be there, so the gap stays.
    pub(in crate::connection) fn add(&mut self, at: OffsetDateTime, event: Event) {
        self.start_chain(at);
        self.push(at, event);
    }

    /// Puts entries from before there was a chain into one, and an entry behind them that says when
    /// that was done. A chain that has begun stays as it is.
    pub(crate) fn start_chain(&mut self, at: OffsetDateTime) {
        if self.end.is_some() {
            return;
        }
        let mut end = BEFORE_THE_FIRST.to_owned();
        for entry in &mut self.entries {
            entry.follow(end);
            end = entry.hash();
        }
        self.end = Some(end);
        if !self.entries.is_empty() {
            self.push(at, Event::ChainStarted);
        }
    }

    fn push(&mut self, at: OffsetDateTime, event: Event) {
        let previous = self.end.take().unwrap_or_else(|| BEFORE_THE_FIRST.to_owned());
        let entry = Entry::new(&previous, at, event);
        self.end = Some(entry.hash());
        self.entries.push(entry);
    }

    /// The hash of the last entry, as it is stored.
    #[must_use]
    pub fn end(&self) -> Option<&str> {
        self.end.as_deref()
    }

    /// Checks the chain.
    #[must_use]
    pub fn chain(&self) -> Chain {
        let Some(end) = &self.end else {
            return Chain { since: None, earlier: self.len(), gaps: Vec::new() };
        };
        let begun = self.iter().position(|entry| entry.event == Event::ChainStarted);
        let earlier = begun.unwrap_or(0);
        Chain { since: self.get(earlier).map(|entry| entry.at), earlier, gaps: self.gaps(end) }
    }

    fn gaps(&self, end: &str) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let mut before = BEFORE_THE_FIRST.to_owned();
        for (place, entry) in self.iter().enumerate() {
            if entry.previous() != Some(&before) {
                gaps.push(Gap { after: place.checked_sub(1), before: Some(place) });
            }
            before = entry.hash();
        }
        if end != before {
            gaps.push(Gap { after: self.len().checked_sub(1), before: None });
        }
        gaps
    }
}

impl Deref for History {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        &self.entries
    }
}

/// As it is stored.
#[derive(Serialize)]
struct Stored<'a> {
    entries: &'a [Entry],
    end: &'a str,
}

impl Serialize for History {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.end {
            Some(end) => Stored { entries: &self.entries, end }.serialize(serializer),
            None => self.entries.serialize(serializer),
        }
    }
}

/// Up to schema 5 a history is stored as its entries alone. Whatever is stored as the end, even
/// nothing, is read: what isn't the hash of the last entry is a gap.
impl<'de> Deserialize<'de> for History {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (entries, end) = match Value::deserialize(deserializer)? {
            Value::Object(mut members) => {
                let end = members.remove("end").unwrap_or_default();
                let entries =
                    members.remove("entries").unwrap_or_else(|| Vec::<Value>::new().into());
                if let Some(other) = members.keys().next() {
                    return Err(D::Error::unknown_field(other, &["entries", "end"]));
                }
                (entries, Some(end.as_str().unwrap_or_default().to_owned()))
            }
            entries => (entries, None),
        };
        let entries = Vec::<Value>::deserialize(entries).map_err(D::Error::custom)?;
        let entries = entries.into_iter().map(Entry::read).collect::<Result<Vec<_>, _>>();
        let entries = entries.map_err(D::Error::custom)?;
        // No version wrote hashes without their end.
        let hashed = entries.iter().any(|entry| entry.previous().is_some());
        Ok(Self { end: end.or_else(|| hashed.then(String::new)), entries })
    }
}

/// What the first entry has in place of a hash.
const BEFORE_THE_FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

#[cfg(test)]
mod tests;
