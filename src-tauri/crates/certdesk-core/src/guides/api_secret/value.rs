//! The value of a secret, while it is in memory: looked at, compared, never written by this module.

use netsuite_keys::secret::Secret;
use serde::Serialize;

use super::SecretKind;
use crate::error::{ApiSecretError, Error, Result};

/// What can be said of a value without showing any of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "SecretValueReport"))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Characters, as NetSuite counts them up to its limit.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub characters: usize,
    /// Lines. More than one can only come from a file.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub lines: usize,
    /// A blank, a tab or a line break at the beginning or the end, which is easily copied along.
    pub blank_at_edge: bool,
    /// A character that cannot be seen.
    pub invisible: bool,
}

/// Takes a value in, once it was typed the same way twice.
///
/// # Errors
/// [`ApiSecretError::ValueEmpty`], [`ApiSecretError::ValuesDiffer`], [`ApiSecretError::ValueTooLong`], or
/// [`ApiSecretError::PreferencesLength`].
pub fn take(kind: SecretKind, value: &Secret<String>, again: &Secret<String>) -> Result<Report> {
    if !value.equals(again) {
        return Err(ApiSecretError::ValuesDiffer.into());
    }
    check(kind, value)
}

/// Looks at a value.
///
/// # Errors
/// As [`take`], but for the comparison.
pub fn check(kind: SecretKind, value: &Secret<String>) -> Result<Report> {
    let text = value.expose();
    let characters = text.chars().count();
    if characters == 0 {
        return Err(ApiSecretError::ValueEmpty.into());
    }
    if characters > MOST_CHARACTERS {
        return Err(Error::ApiSecret(ApiSecretError::ValueTooLong {
            most: MOST_CHARACTERS,
            length: characters,
        }));
    }
    if kind == SecretKind::Preferences && characters != PREFERENCES_CHARACTERS {
        return Err(Error::ApiSecret(ApiSecretError::PreferencesLength {
            needed: PREFERENCES_CHARACTERS,
            length: characters,
        }));
    }
    Ok(Report {
        characters,
        lines: text.trim_end_matches(['\r', '\n']).lines().count().max(1),
        blank_at_edge: text.trim().len() != text.len(),
        invisible: text.chars().any(is_invisible),
    })
}

/// Whether a text that others may read has the value in it.
#[must_use]
pub fn is_in(value: &Secret<String>, text: &str) -> bool {
    let value = value.expose().trim();
    value.chars().count() >= TOLD_FROM_CHANCE && text.to_lowercase().contains(&value.to_lowercase())
}

/// Control characters but for line breaks and tabs, and the ones that editors and chats slip in.
fn is_invisible(c: char) -> bool {
    let format = matches!(
        c,
        '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}' | '\u{feff}'
    );
    format || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

/// Oracle's limit. An older page of the SuiteCloud Development Framework says 4,000.
pub const MOST_CHARACTERS: usize = 1_000_000;
/// The preferences secret of banks in Brazil has exactly so many.
pub const PREFERENCES_CHARACTERS: usize = 32;
/// Shorter values stand in many names by chance.
const TOLD_FROM_CHANCE: usize = 5;
