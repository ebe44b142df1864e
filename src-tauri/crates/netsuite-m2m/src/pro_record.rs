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
mod says;
mod stand_in;
mod way;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::account::AccountId;
use crate::connection::SavedFile;
use crate::day::Day;
use crate::documents::{Document, Documents};
use crate::error::Error;

pub use bundle::{BundleVersion, Bundles};
pub use change::ProChange;
pub use placeholder::{Placeholder, PlaceholderVerdict, look_at};
pub use says::{Renewal, RenewalPhase, Said, Says};
pub use stand_in::{STAND_IN_DAYS, stand_in};
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
    /// What the health check said at the end.
    pub check: Option<Heard>,
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
        }
    }

    /// What is the matter, as far as what was pasted tells.
    #[must_use]
    pub fn situation(&self, today: Day) -> Option<Situation> {
        self.heard.as_ref().and_then(|heard| heard.situation(today))
    }

    /// The ways that the rules propose, once they can be told.
    #[must_use]
    pub fn proposal(&self, today: Day) -> Option<Proposal> {
        let situation = self.situation(today)?;
        if situation.asks_for_bundles() && self.bundles.is_none() {
            return None;
        }
        Some(way::propose(situation, self.bundles.as_ref()))
    }

    /// The way that is gone: the chosen one, or the only one that is proposed.
    #[must_use]
    pub fn current_way(&self, today: Day) -> Option<Way> {
        let proposal = self.proposal(today)?;
        match proposal.ways {
            [only] => Some(*only),
            several => self.way.filter(|way| several.contains(way)),
        }
    }

    /// The steps that this account needs, each with whether it is done. Derived from what is true:
    /// a health check that says that all is well makes every step done.
    #[must_use]
    pub fn steps(&self, today: Day) -> Vec<(ProStep, bool)> {
        let situation = self.situation(today);
        let way = self.current_way(today);
        let proven = self.is_proven(today);
        let mut steps = vec![(ProStep::Says, situation.is_some())];
        if way == Some(Way::Nothing) {
            return steps;
        }
        if situation.is_none_or(Situation::asks_for_bundles) {
            steps.push((ProStep::Bundles, self.bundles.is_some()));
        }
        if self.proposal(today).is_none_or(|proposal| proposal.ways.len() > 1) {
            steps.push((ProStep::Way, proven || way.is_some()));
        }
        if way.is_none_or(|way| matches!(way, Way::ByHand | Way::Update)) {
            steps.push((ProStep::Restore, proven || self.is_restored(way)));
        }
        let role = ROLE.iter().all(|act| self.acts.contains(act));
        steps.push((ProStep::Role, proven || role));
        steps.push((ProStep::Generate, proven || self.acts.contains(&ProAct::Generated)));
        steps.push((ProStep::Check, proven));
        steps
    }

    /// The first step that is not done; none when nothing is left to do.
    #[must_use]
    pub fn open_step(&self, today: Day) -> Option<ProStep> {
        self.steps(today).into_iter().find(|(_, done)| !done).map(|(step, _)| step)
    }

    /// Whether the health check at the end told of a valid certificate that was generated.
    #[must_use]
    pub fn is_proven(&self, today: Day) -> bool {
        let in_order = |check: &Heard| check.situation(today) == Some(Situation::InOrder);
        self.check.as_ref().is_some_and(in_order) && !self.checked_stand_in()
    }

    /// Whether the health check at the end names the last day of the file that was made in the
    /// placeholder's place: *Generate* has not replaced it then.
    #[must_use]
    pub fn checked_stand_in(&self) -> bool {
        let (Some(made), Some(until)) =
            (&self.stand_in, self.check.as_ref().and_then(Heard::until))
        else {
            return false;
        };
        let days = until.days_after(Day::of(made.at));
        // The day may be told in another zone.
        (days - i64::from(STAND_IN_DAYS)).abs() <= 1
    }

    /// Which bundles are to be updated, in the order that they need.
    #[must_use]
    pub fn updates(&self) -> Vec<ProAct> {
        way::updates(self.bundles.as_ref())
    }

    fn is_restored(&self, way: Option<Way>) -> bool {
        match way {
            Some(Way::ByHand) => {
                self.acts.contains(&ProAct::RecordSaved)
                    && self.record_id.as_deref() == Some(RECORD_ID)
            }
            Some(Way::Update) => self.updates().iter().all(|act| self.acts.contains(act)),
            Some(Way::Generate | Way::Nothing) => true,
            None => false,
        }
    }
}

impl Document for ProRecord {
    const KIND: &'static str = "proRecord";
    const SCHEMA: u32 = 1;

    fn file_stem(&self) -> &str {
        self.account.as_str()
    }

    fn unknown() -> Error {
        Error::GuideUnknown
    }
}

/// The ID that SuiteProjects Pro looks for.
pub const RECORD_ID: &str = "custcertificate_oa_realtime";
/// Permissions and boxes that every bundle version asks for.
const ROLE: [ProAct; 6] = [
    ProAct::PermissionOidc,
    ProAct::PermissionApplications,
    ProAct::PermissionOauth2Login,
    ProAct::PermissionCertificates,
    ProAct::BoxIntegration,
    ProAct::BoxOauth2,
];

#[cfg(test)]
mod tests;
