//! Names and IDs of API secrets: what others can read, and what NetSuite takes (facts G).
//!
//! Oracle documents "no spaces or special characters" for an ID and neither its character set nor
//! its length. The rule here is the cautious one, `^_[a-z0-9_]+$`; length is only warned of.

use serde::Serialize;

use super::{BankSecrets, PREFIX, SecretKind};
use crate::day::Day;
use crate::error::DayError;

/// What is to be said of an ID.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "SecretIdNote"))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum IdNote {
    /// Nothing was entered.
    Empty,
    /// `custsecret` was typed, which NetSuite adds itself.
    Prefixed {
        /// What to type.
        proposal: String,
    },
    /// It does not begin with an underscore.
    NoUnderscore {
        /// What to type.
        proposal: String,
    },
    /// It has blanks.
    Blank {
        /// What to type.
        proposal: String,
    },
    /// It has capital letters.
    Capital {
        /// What to type.
        proposal: String,
    },
    /// It has other characters than letters, digits and underscores.
    Special {
        /// Which, each once.
        characters: String,
        /// What to type.
        proposal: String,
    },
    /// Nothing but underscores.
    NoName,
    /// Another secret of the account has it.
    Taken {
        /// Whose.
        bank: String,
    },
    /// It is long. A warning only.
    Long {
        /// Characters, without what NetSuite adds.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        length: usize,
    },
}

/// What is to be said of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "SecretNameNote"))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum NameNote {
    /// Nothing was entered.
    Empty,
    /// A word that goes before something sensitive.
    Word {
        /// Which.
        word: String,
    },
    /// A long number, as an account has.
    Number,
    /// An address of mail.
    Mail,
    /// A part that looks like a key or a password.
    Value,
}

/// What is to be said of a last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "SecretDayNote"))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum DayNote {
    /// It names no day.
    Invalid,
    /// Day and month can be exchanged.
    Unclear {
        /// What it can mean, `2026-12-31`.
        #[cfg_attr(feature = "ts", ts(type = "string[]"))]
        readings: Vec<Day>,
    },
    /// One day.
    Day {
        /// Which, `2026-12-31`.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        day: Day,
        /// Days left; negative when it has passed.
        #[cfg_attr(feature = "ts", ts(type = "number"))]
        days_left: i64,
    },
}

impl IdNote {
    /// Whether the ID cannot be used like this.
    #[must_use]
    pub const fn refuses(&self) -> bool {
        !matches!(self, Self::Long { .. })
    }
}

impl NameNote {
    /// Whether the name cannot be used like this.
    #[must_use]
    pub const fn refuses(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// What is to be said of an ID for one secret, given all banks that are known.
#[must_use]
pub fn id_notes(id: &str, of: &BankSecrets, kind: SecretKind, all: &[BankSecrets]) -> Vec<IdNote> {
    if id.trim().is_empty() {
        return vec![IdNote::Empty];
    }
    let mut notes = form_notes(id);
    let whole = id.to_ascii_lowercase();
    // NetSuite tells IDs apart by account, whatever bank they are for.
    let others = all.iter().filter(|other| other.account == of.account && other.id != of.id);
    let taken = others.chain([of]).find_map(|bank| {
        let same = |secret: &&super::ApiSecret| {
            (bank.id != of.id || secret.kind != kind)
                && secret.script_id.eq_ignore_ascii_case(&whole)
        };
        bank.secrets.iter().any(|secret| same(&secret)).then(|| bank.bank.clone())
    });
    notes.extend(taken.map(|bank| IdNote::Taken { bank }));
    let length = id.chars().count();
    if length > LONG {
        notes.push(IdNote::Long { length });
    }
    notes
}

/// What is to be said of a last day as it is entered; nothing of an empty one.
#[must_use]
pub fn day_note(text: &str, today: Day) -> Option<DayNote> {
    match one_day(text) {
        Ok(day) => day.map(|day| DayNote::Day { day, days_left: day.days_after(today) }),
        Err(DayError::Unclear { readings }) => Some(DayNote::Unclear { readings }),
        Err(_) => Some(DayNote::Invalid),
    }
}

/// What is to be said of a name.
#[must_use]
pub fn name_notes(name: &str) -> Vec<NameNote> {
    if name.trim().is_empty() {
        return vec![NameNote::Empty];
    }
    let lower = name.to_lowercase();
    let words: Vec<_> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let mut notes = Vec::new();
    if let Some(word) = words.iter().find(|word| SENSITIVE.contains(word)) {
        notes.push(NameNote::Word { word: (*word).to_owned() });
    }
    if name.split_whitespace().any(|part| part.contains('@') && part.contains('.')) {
        notes.push(NameNote::Mail);
    }
    if words.iter().any(|word| word.chars().filter(char::is_ascii_digit).count() >= LONG_NUMBER) {
        notes.push(NameNote::Number);
    } else if name.split_whitespace().any(looks_like_value) {
        notes.push(NameNote::Value);
    }
    notes
}

pub(super) fn proposed_name(kind: SecretKind, bank: &str) -> String {
    let what = match kind {
        SecretKind::ClientId => "client ID",
        SecretKind::ClientSecret => "client secret",
        SecretKind::Preferences => "preferences",
    };
    format!("{bank} {what}")
}

pub(super) fn proposed_id(kind: SecretKind, bank: &str) -> String {
    let ending = match kind {
        SecretKind::ClientId => "client_id",
        SecretKind::ClientSecret => "client_secret",
        SecretKind::Preferences => "preferences",
    };
    let bank: String = plain(bank).trim_matches('_').chars().take(BANK_LENGTH).collect();
    let bank = bank.trim_end_matches('_');
    if bank.is_empty() { format!("_bank_{ending}") } else { format!("_{bank}_{ending}") }
}

/// What stands against the form of an ID, each with what to type instead.
fn form_notes(id: &str) -> Vec<IdNote> {
    let mut notes = Vec::new();
    let proposal = proposal(id);
    if id.trim().to_ascii_lowercase().starts_with(PREFIX) {
        notes.push(IdNote::Prefixed { proposal: proposal.clone() });
    } else if !id.trim().starts_with('_') {
        notes.push(IdNote::NoUnderscore { proposal: proposal.clone() });
    }
    if id.contains(char::is_whitespace) {
        notes.push(IdNote::Blank { proposal: proposal.clone() });
    }
    if id.contains(char::is_uppercase) {
        notes.push(IdNote::Capital { proposal: proposal.clone() });
    }
    let mut characters = String::new();
    for character in id.chars() {
        let plain = character.is_ascii_alphanumeric() || character == '_';
        let told = plain || character.is_whitespace() || character.is_uppercase();
        if !told && !characters.contains(character) {
            characters.push(character);
        }
    }
    if !characters.is_empty() {
        notes.push(IdNote::Special { characters, proposal });
    }
    if notes.is_empty() && id.bytes().all(|byte| byte == b'_') {
        notes.push(IdNote::NoName);
    }
    notes
}

/// The nearest ID that obeys the rule.
fn proposal(id: &str) -> String {
    let plain = plain(id);
    let bare = plain.strip_prefix(PREFIX).unwrap_or(&plain).trim_matches('_');
    if bare.is_empty() { "_bank_client_id".to_owned() } else { format!("_{bare}") }
}

/// Lowercase Latin letters and digits, everything else one underscore. Letters with accents and of
/// other scripts are written in Latin ones.
fn plain(text: &str) -> String {
    slug::slugify(text).replace('-', "_")
}

/// Long, and of letters and digits as no word is.
fn looks_like_value(part: &str) -> bool {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let letters = part.chars().filter(char::is_ascii_alphabetic).count();
    part.chars().count() >= VALUE_LENGTH && digits >= 2 && letters >= 2
}

/// Words after which people write what should not be there.
const SENSITIVE: [&str; 13] = [
    "password", "passwort", "passwd", "pwd", "pin", "tan", "iban", "token", "login", "user",
    "username", "kennwort", "senha",
];
const LONG_NUMBER: usize = 6;
const VALUE_LENGTH: usize = 16;
const BANK_LENGTH: usize = 20;
/// No limit is documented; longer ones are hard to read over the telephone anyway.
const LONG: usize = 40;

pub(super) fn one_day(text: &str) -> Result<Option<Day>, DayError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    match Day::readings(text).as_slice() {
        [day] => Ok(Some(*day)),
        [] => Err(DayError::Invalid),
        several => Err(DayError::Unclear { readings: several.to_vec() }),
    }
}
