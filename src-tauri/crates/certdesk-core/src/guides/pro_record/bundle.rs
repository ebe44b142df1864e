//! The two bundles that decide how the record comes into being, and their versions.
//!
//! Source: SuiteProjects Pro's bundle history (facts E.2).

use serde::{Deserialize, Serialize};

use crate::error::{Error, ProRecordError, Result};

/// A bundle's version, such as `4.02`, as NetSuite shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BundleVersion {
    text: String,
    number: (u32, u32),
}

/// The versions in one account; none where it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Bundles {
    /// Of bundle 369630 (legacy ID 12610).
    pub import: Option<BundleVersion>,
    /// Of bundle 369637, *SRP Integration* (legacy ID 2851).
    pub integration: Option<BundleVersion>,
}

impl BundleVersion {
    /// Reads a version as typed: `4.02`, `v4.02`, `Version 4.02`, `4,02`.
    ///
    /// # Errors
    /// [`ProRecordError::BundleVersionInvalid`]; [`ProRecordError::BundleVersionUnclear`] for `4.1`, which would be
    /// an older one than 4.02 as 4.01 and a newer one as 4.10.
    pub fn parse(text: &str) -> Result<Self> {
        let shown = || text.trim().chars().take(SHOWN).collect::<String>();
        let lower = text.trim().to_ascii_lowercase();
        let bare =
            lower.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == ':' || c == ' ');
        let bare = bare.replace(',', ".");
        let mut parts = bare.split('.');
        let mut next = || {
            let part = parts.next().unwrap_or("0");
            let plain = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            plain.then_some(part)
        };
        let invalid = || Error::ProRecord(ProRecordError::BundleVersionInvalid { text: shown() });
        let (major, minor) = (next().ok_or_else(invalid)?, next().ok_or_else(invalid)?);
        let further = bare.split('.').skip(2).all(|part| part.bytes().all(|b| b.is_ascii_digit()));
        let number = |part: &str| part.parse::<u32>().map_err(|_| invalid());
        let version = (number(major)?, number(minor)?);
        if !further || version == (0, 0) {
            return Err(invalid());
        }
        let as_decimal = (version.0, version.1 * 10);
        let unclear = |least: (u32, u32)| (version >= least) != (as_decimal >= least);
        if minor.len() == 1 && LEASTS.into_iter().any(unclear) {
            return Err(Error::ProRecord(ProRecordError::BundleVersionUnclear { text: shown() }));
        }
        Ok(Self { text: bare, number: version })
    }

    /// Whether it is that version or a later one.
    #[must_use]
    pub fn is_at_least(&self, version: (u32, u32)) -> bool {
        self.number >= version
    }

    /// As NetSuite shows it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl TryFrom<String> for BundleVersion {
    type Error = Error;
    fn try_from(text: String) -> Result<Self> {
        Self::parse(&text)
    }
}

impl From<BundleVersion> for String {
    fn from(version: BundleVersion) -> Self {
        version.text
    }
}

/// 369630 brings the record and its placeholder from here on.
pub(super) const IMPORT_BRINGS_RECORD: (u32, u32) = (3, 0);
/// 369630 no longer brings them: the RESTlet of 369637 makes the record.
pub(super) const IMPORT_LEAVES_RECORD: (u32, u32) = (4, 2);
/// What the RESTlet of 369637 needs for it.
pub(super) const INTEGRATION_MAKES_RECORD: (u32, u32) = (5, 2);
const LEASTS: [(u32, u32); 3] =
    [IMPORT_BRINGS_RECORD, IMPORT_LEAVES_RECORD, INTEGRATION_MAKES_RECORD];
const SHOWN: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_in_the_forms_people_type() {
        for text in ["4.02", " v4.02", "Version 4.02", "version: 4.02", "4,02", "4.02.1"] {
            let version = BundleVersion::parse(text).unwrap();
            assert!(version.is_at_least((4, 2)) && !version.is_at_least((4, 3)), "{text}");
        }
        assert!(BundleVersion::parse("5").unwrap().is_at_least((4, 2)));
        assert_eq!(BundleVersion::parse("Version 3.0").unwrap().as_str(), "3.0");
    }

    #[test]
    fn what_is_no_version_is_refused() {
        for text in ["", "latest", "4.x", "369630 is 4.02", "4..02", "0", "12345.1", "４.02"] {
            let refused = BundleVersion::parse(text);
            assert!(
                matches!(
                    refused,
                    Err(Error::ProRecord(ProRecordError::BundleVersionInvalid { .. }))
                ),
                "{text}"
            );
        }
    }

    #[test]
    fn a_version_that_could_be_older_or_newer_is_asked_for_again() {
        for text in ["4.1", "5.1"] {
            let refused = BundleVersion::parse(text);
            assert!(
                matches!(
                    refused,
                    Err(Error::ProRecord(ProRecordError::BundleVersionUnclear { .. }))
                ),
                "{text}"
            );
        }
        for text in ["4.01", "4.10", "4.2", "3.1", "4.0"] {
            assert!(BundleVersion::parse(text).is_ok(), "{text}");
        }
    }
}
