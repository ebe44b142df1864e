//! The three sentences that NetSuite and SuiteProjects Pro say of the record (facts E.2), found in
//! whatever was pasted with them.

use serde::{Deserialize, Serialize};

use super::{Heard, RECORD_ID, Situation};
use crate::day::Day;

/// What a text says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Says {
    /// `Certificate "custcertificate_oa_realtime" not found`.
    NotFound,
    /// The same of another certificate, which is none of this guide's.
    OtherNotFound {
        /// Its ID.
        id: String,
    },
    /// `No valid certificate available for real-time import`.
    NoCertificate,
    /// `Current real-time import certificate is valid until <expiry date>`.
    ValidUntil {
        /// The date as it stood there.
        date: String,
        /// Every day that it can mean, the earliest first.
        readings: Vec<Day>,
    },
}

/// A text and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// One of the known sentences.
    Known(Says),
    /// None of them.
    Unknown,
    /// A private key was pasted.
    Secret,
}

/// When a certificate is renewed by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// Its last day.
    pub until: Day,
    /// Days left, none when it has passed.
    pub days_left: i64,
    /// The first day on which SuiteProjects Pro renews it.
    pub from: Day,
    /// The last one.
    pub to: Day,
    /// Where today is.
    pub phase: RenewalPhase,
}

/// Where a day is in the life of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum RenewalPhase {
    /// The renewal is not due yet.
    Before,
    /// It is renewed in these days.
    Due,
    /// It should have been renewed, and is still valid.
    Overdue,
    /// It has ended.
    Ended,
}

impl Said {
    /// Reads what was pasted.
    #[must_use]
    pub fn read(text: &str) -> Self {
        if text.contains("PRIVATE KEY-----") {
            return Self::Secret;
        }
        let plain = one_line(text);
        not_found(&plain)
            .or_else(|| plain.contains(NO_CERTIFICATE).then_some(Says::NoCertificate))
            .or_else(|| valid_until(&plain))
            .map_or(Self::Unknown, Self::Known)
    }
}

impl Heard {
    /// The day on which the certificate ends, once there is one reading of it.
    #[must_use]
    pub fn until(&self) -> Option<Day> {
        let Says::ValidUntil { readings, .. } = &self.says else { return None };
        match readings.as_slice() {
            [only] => Some(*only),
            several => self.valid_until.filter(|chosen| several.contains(chosen)),
        }
    }

    /// What is the matter; none where that cannot be told, or does not concern the record.
    #[must_use]
    pub fn situation(&self, today: Day) -> Option<Situation> {
        match &self.says {
            Says::NotFound => Some(Situation::NotFound),
            Says::NoCertificate => Some(Situation::NoCertificate),
            Says::OtherNotFound { .. } => None,
            Says::ValidUntil { .. } => Some(match Renewal::of(self.until()?, today).phase {
                RenewalPhase::Before | RenewalPhase::Due => Situation::InOrder,
                RenewalPhase::Overdue => Situation::Overdue,
                RenewalPhase::Ended => Situation::Ended,
            }),
        }
    }
}

impl Renewal {
    /// Of a certificate that ends on a day, as seen on another one.
    #[must_use]
    pub fn of(until: Day, today: Day) -> Self {
        let (from, to) = (until.earlier(FIRST_DAYS_BEFORE), until.earlier(LAST_DAYS_BEFORE));
        let phase = match today {
            today if today > until => RenewalPhase::Ended,
            today if today > to => RenewalPhase::Overdue,
            today if today >= from => RenewalPhase::Due,
            _ => RenewalPhase::Before,
        };
        Self { until, days_left: until.days_after(today).max(0), from, to, phase }
    }
}

/// Lower case, straight quotation marks, one blank for any blanks, line breaks and kinds of hyphen.
fn one_line(text: &str) -> String {
    let text: String = text
        .chars()
        .take(MOST_CHARACTERS)
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' => '-',
            '“' | '”' | '„' | '‟' | '«' | '»' => '"',
            c if c.is_control() || c == '\u{a0}' => ' ',
            c => c,
        })
        .collect();
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace("real time", "real-time")
}

fn not_found(plain: &str) -> Option<Says> {
    let start = plain.find(CERTIFICATE)?;
    let rest = &plain[start..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
    let (id, after) = rest.split_at(end);
    if !MISSING.iter().any(|words| after.contains(words)) {
        return None;
    }
    let id = id.chars().take(ID_SHOWN).collect::<String>();
    Some(if id == RECORD_ID { Says::NotFound } else { Says::OtherNotFound { id } })
}

fn valid_until(plain: &str) -> Option<Says> {
    let (_, date) = plain.split_once(VALID_UNTIL)?;
    let date = date.trim().trim_end_matches('.');
    let readings = Day::readings(date);
    Some(Says::ValidUntil { date: date.chars().take(DATE_SHOWN).collect(), readings })
}

const NO_CERTIFICATE: &str = "no valid certificate available for real-time import";
const VALID_UNTIL: &str = "real-time import certificate is valid until";
/// How the IDs of all digital certificates begin.
const CERTIFICATE: &str = "custcertificate";
const MISSING: [&str; 3] = ["not found", "not be found", "does not exist"];
/// A whole page of a health check is shorter.
const MOST_CHARACTERS: usize = 20_000;
const ID_SHOWN: usize = 80;
const DATE_SHOWN: usize = 60;
/// "One to two weeks before" the end.
const FIRST_DAYS_BEFORE: i64 = 14;
const LAST_DAYS_BEFORE: i64 = 7;
