//! The certificate record that signs real-time record import of SuiteProjects Pro: what NetSuite
//! says of it, which way leads back to a working one, and how far somebody has come on it.
//!
//! It is one of NetSuite's *digital certificates*, another store than that of M2M mappings (facts
//! E.1). Certdesk cannot see that page of NetSuite: whatever is done there is ticked by the user.
//!
//! Source: <https://docs.oracle.com/en/cloud/saas/netsuite-suiteprojects-pro/online-help/article_0124073449.html>

mod bundle;
mod change;
mod placeholder;
mod progress;
mod says;
mod stand_in;
mod times;
mod way;

use netsuite_client::AccountId;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::connection::SavedFile;
use crate::day::Day;
use crate::error::{DocumentError, Error};
use crate::files::documents::{Document, Documents};
pub use bundle::{BundleVersion, Bundles};
pub use change::ProChange;
pub use placeholder::{Placeholder, PlaceholderVerdict, look_at};
pub use says::{Renewal, RenewalPhase, Said, Says};
pub use stand_in::{STAND_IN_DAYS, stand_in};
pub use times::Times;
pub use way::{Proposal, Reason, Situation, Way};

/// The documents of all accounts.
pub type ProRecords = Documents<ProRecord>;

/// How far the restoring of one account's record has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProRecord {
    /// The account; there is one document for each.
    pub account: AccountId,
    /// The client, as the user calls it.
    pub client: String,
    /// When it was begun.
    #[serde(with = "time::serde::rfc3339")]
    pub begun_at: OffsetDateTime,
    /// When it was changed last.
    #[serde(with = "time::serde::rfc3339")]
    pub changed_at: OffsetDateTime,
    /// What NetSuite or SuiteProjects Pro said first.
    pub heard: Option<Heard>,
    /// The versions of the bundles.
    pub bundles: Option<Bundles>,
    /// The way that the user chose among those proposed.
    pub way: Option<Way>,
    /// What was ticked off.
    pub acts: Vec<ProAct>,
    /// What the downloaded file was found to be.
    pub placeholder: Option<Placeholder>,
    /// The file that was made in its place.
    pub stand_in: Option<SavedFile>,
    /// The ID that NetSuite showed after Save.
    pub record_id: Option<String>,
    /// What was said last, when that is another message than the first.
    pub check: Option<Heard>,
    /// When each of these was entered or done. Documents of schema 1 have no times.
    #[serde(default)]
    pub times: Times,
}

/// Something that was pasted, as far as it was understood. The text itself is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Heard {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What it says.
    pub says: Says,
    /// The reading that the user chose of a date with several.
    pub valid_until: Option<Day>,
}

/// What a person does in NetSuite or SuiteProjects Pro (facts E.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ProAct {
    /// The placeholder is downloaded from the File Cabinet.
    PlaceholderDownloaded,
    /// The certificate record is saved.
    RecordSaved,
    /// Bundle 369637, *SRP Integration*, is updated.
    IntegrationUpdated,
    /// Bundle 369630 is updated.
    ImportUpdated,
    /// Permission *OIDC Provider Setup*.
    PermissionOidc,
    /// Permission *OAuth 2.0 Authorized Applications Management*.
    PermissionApplications,
    /// Permission *Log in using OAuth 2.0 Access Tokens*.
    #[serde(rename = "permission-oauth2-login")]
    PermissionOauth2Login,
    /// Permission *Certificate Management*.
    PermissionCertificates,
    /// Permission *SuiteApp Marketplace*, from bundle 4.03 on.
    PermissionMarketplace,
    /// Single sign-on or real-time integration is on.
    BoxIntegration,
    /// *Use OAuth 2.0 for NetSuite Single Sign-On Integration and Real-Time Record Import*.
    #[serde(rename = "box-oauth2")]
    BoxOauth2,
    /// *Generate new real-time import certificate* was pressed.
    Generated,
}

/// The steps, in order. Which of them an account needs, [`ProRecord::steps`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ProStep {
    /// What NetSuite or SuiteProjects Pro says.
    Says,
    /// The versions of the bundles.
    Bundles,
    /// One of several ways is chosen.
    Way,
    /// The record is made again, or the bundles are updated.
    Restore,
    /// The role and the boxes.
    Role,
    /// *Generate* is pressed.
    Generate,
    /// The health check is read again.
    Check,
}

impl ProRecord {
    /// Nothing is known yet.
    #[must_use]
    pub fn new(account: AccountId, now: OffsetDateTime) -> Self {
        Self {
            account,
            client: String::new(),
            begun_at: now,
            changed_at: now,
            heard: None,
            bundles: None,
            way: None,
            acts: Vec::new(),
            placeholder: None,
            stand_in: None,
            record_id: None,
            check: None,
            times: Times::default(),
        }
    }
}

impl Document for ProRecord {
    const KIND: &'static str = "proRecord";
    const SCHEMA: u32 = 2;

    fn file_stem(&self) -> &str {
        self.account.as_str()
    }

    fn unknown() -> Error {
        Error::Document(DocumentError::GuideUnknown)
    }
}

/// The ID that SuiteProjects Pro looks for.
pub const RECORD_ID: &str = "custcertificate_oa_realtime";
#[cfg(test)]
mod tests;
