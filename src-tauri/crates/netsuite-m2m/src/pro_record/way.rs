//! Which way leads back to a working certificate: a table of rules, the first that fits counts.

use serde::{Deserialize, Serialize};

use super::bundle::{
    Bundles, IMPORT_BRINGS_RECORD, IMPORT_LEAVES_RECORD, INTEGRATION_MAKES_RECORD,
};
use super::{BundleVersion, ProAct};

/// What is the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProSituation"))]
#[serde(rename_all = "kebab-case")]
pub enum Situation {
    /// NetSuite has no record of that ID.
    NotFound,
    /// There is no valid certificate.
    NoCertificate,
    /// There is one, and it renews itself.
    InOrder,
    /// It should have renewed itself.
    Overdue,
    /// It has ended.
    Ended,
}

/// A way to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProWay"))]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Nothing is to be done.
    Nothing,
    /// Press *Generate new real-time import certificate*.
    Generate,
    /// Update the bundles, then press it.
    Update,
    /// Make the record again by hand, then press it.
    ByHand,
}

/// Why these ways are proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ProReason"))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// SuiteProjects Pro renews it one to two weeks before its end.
    RenewsItself,
    /// The days of the renewal have passed.
    RenewalMissed,
    /// Its validity is over.
    Ended,
    /// Nothing tells that the record is missing.
    NeverGenerated,
    /// 369630 is so old that it has no such record.
    BundleBeforeRecord,
    /// 369637 makes the record by itself.
    MadeByItself,
    /// 369630 is new and 369637 too old to make the record.
    IntegrationTooOld,
    /// 369630 is new; whether 369637 can make the record is not known.
    IntegrationNotKnown,
    /// 369630 brought the record and its placeholder; made once, they do not come back by themselves.
    PlaceholderInBundle,
    /// The versions are not known.
    VersionsNotKnown,
}

/// What the rules say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Why.
    pub reason: Reason,
    /// The ways that are open, the best first.
    pub ways: &'static [Way],
}

impl Situation {
    /// Whether the way depends on the versions of the bundles.
    #[must_use]
    pub const fn asks_for_bundles(self) -> bool {
        matches!(self, Self::NotFound | Self::NoCertificate)
    }
}

/// The first rule that fits.
pub(super) fn propose(situation: Situation, bundles: Option<&Bundles>) -> Proposal {
    let import = import(bundles.and_then(|bundles| bundles.import.as_ref()));
    let integration = integration(bundles.and_then(|bundles| bundles.integration.as_ref()));
    let fits = |rule: &&Rule| {
        rule.situation == situation
            && rule.import.is_none_or(|wanted| wanted == import)
            && rule.integration.is_none_or(|wanted| wanted == integration)
    };
    // The last rule of each situation takes every version; a test goes through all of them.
    let rule = RULES.iter().find(fits).unwrap_or(&RULES[0]);
    Proposal { reason: rule.reason, ways: rule.ways }
}

/// What an update is made of, in its order: 369637 goes first, because the other one needs it.
pub(super) fn updates(bundles: Option<&Bundles>) -> Vec<ProAct> {
    let integration = integration(bundles.and_then(|bundles| bundles.integration.as_ref()));
    let import = import(bundles.and_then(|bundles| bundles.import.as_ref()));
    let mut updates = Vec::new();
    if integration != Integration::MakesRecord {
        updates.push(ProAct::IntegrationUpdated);
    }
    if import != Import::LeavesRecord {
        updates.push(ProAct::ImportUpdated);
    }
    updates
}

/// How far bundle 369630 is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Import {
    NotKnown,
    BeforeRecord,
    BringsRecord,
    LeavesRecord,
}

/// How far bundle 369637 is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Integration {
    NotKnown,
    TooOld,
    MakesRecord,
}

fn import(version: Option<&BundleVersion>) -> Import {
    match version {
        None => Import::NotKnown,
        Some(version) if version.is_at_least(IMPORT_LEAVES_RECORD) => Import::LeavesRecord,
        Some(version) if version.is_at_least(IMPORT_BRINGS_RECORD) => Import::BringsRecord,
        Some(_) => Import::BeforeRecord,
    }
}

fn integration(version: Option<&BundleVersion>) -> Integration {
    match version {
        None => Integration::NotKnown,
        Some(version) if version.is_at_least(INTEGRATION_MAKES_RECORD) => Integration::MakesRecord,
        Some(_) => Integration::TooOld,
    }
}

/// One row; none stands for every version.
struct Rule {
    situation: Situation,
    import: Option<Import>,
    integration: Option<Integration>,
    reason: Reason,
    ways: &'static [Way],
}

const fn rule(
    situation: Situation,
    import: Option<Import>,
    integration: Option<Integration>,
    reason: Reason,
    ways: &'static [Way],
) -> Rule {
    Rule { situation, import, integration, reason, ways }
}

const RULES: [Rule; 11] = {
    use Import::{BeforeRecord, BringsRecord, LeavesRecord};
    use Integration::{MakesRecord, TooOld};
    use Situation::{Ended, InOrder, NoCertificate, NotFound, Overdue};
    use Way::{ByHand, Generate, Nothing, Update};
    [
        rule(
            NotFound,
            Some(LeavesRecord),
            Some(MakesRecord),
            Reason::MadeByItself,
            &[Generate, ByHand],
        ),
        rule(
            NotFound,
            Some(LeavesRecord),
            Some(TooOld),
            Reason::IntegrationTooOld,
            &[Update, ByHand],
        ),
        rule(
            NotFound,
            Some(LeavesRecord),
            None,
            Reason::IntegrationNotKnown,
            &[Generate, Update, ByHand],
        ),
        rule(NotFound, Some(BringsRecord), None, Reason::PlaceholderInBundle, &[ByHand, Update]),
        rule(NotFound, Some(BeforeRecord), None, Reason::BundleBeforeRecord, &[Update]),
        rule(NotFound, None, None, Reason::VersionsNotKnown, &[Generate, ByHand, Update]),
        rule(NoCertificate, Some(BeforeRecord), None, Reason::BundleBeforeRecord, &[Update]),
        rule(NoCertificate, None, None, Reason::NeverGenerated, &[Generate, ByHand, Update]),
        rule(InOrder, None, None, Reason::RenewsItself, &[Nothing]),
        rule(Overdue, None, None, Reason::RenewalMissed, &[Generate]),
        rule(Ended, None, None, Reason::Ended, &[Generate]),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    const VERSIONS: [Option<&str>; 8] = [
        None,
        Some("2.9"),
        Some("3.0"),
        Some("4.01"),
        Some("4.02"),
        Some("4.03"),
        Some("5.02"),
        Some("6.0"),
    ];

    fn bundles(import: Option<&str>, integration: Option<&str>) -> Bundles {
        let version = |text: Option<&str>| text.map(|text| BundleVersion::parse(text).unwrap());
        Bundles { import: version(import), integration: version(integration) }
    }

    fn first(situation: Situation, import: Option<&str>, integration: Option<&str>) -> Way {
        propose(situation, Some(&bundles(import, integration))).ways[0]
    }

    #[test]
    fn every_situation_and_every_version_has_a_rule_of_its_own_situation() {
        use Situation::{Ended, InOrder, NoCertificate, NotFound, Overdue};
        for situation in [NotFound, NoCertificate, InOrder, Overdue, Ended] {
            let last = RULES.iter().rfind(|rule| rule.situation == situation).unwrap();
            assert!(last.import.is_none() && last.integration.is_none(), "{situation:?}");
            for (import, integration) in
                VERSIONS.iter().flat_map(|a| VERSIONS.iter().map(move |b| (*a, *b)))
            {
                let proposal = propose(situation, Some(&bundles(import, integration)));
                assert!(!proposal.ways.is_empty());
            }
        }
    }

    #[test]
    fn with_both_bundles_new_enough_generate_alone_makes_the_record() {
        assert_eq!(first(Situation::NotFound, Some("4.02"), Some("5.02")), Way::Generate);
        assert_eq!(first(Situation::NotFound, Some("4.03"), Some("6.0")), Way::Generate);
    }

    #[test]
    fn a_new_369630_beside_an_old_369637_asks_for_the_update_of_the_latter_alone() {
        assert_eq!(first(Situation::NotFound, Some("4.02"), Some("4.03")), Way::Update);
        let old = bundles(Some("4.02"), Some("4.03"));
        assert_eq!(updates(Some(&old)), [ProAct::IntegrationUpdated]);
    }

    #[test]
    fn an_older_369630_is_repaired_by_hand_or_by_the_update_369637_first() {
        let old = bundles(Some("3.0"), Some("4.0"));
        let proposal = propose(Situation::NotFound, Some(&old));
        assert_eq!(proposal.ways, [Way::ByHand, Way::Update]);
        assert_eq!(updates(Some(&old)), [ProAct::IntegrationUpdated, ProAct::ImportUpdated]);
    }

    #[test]
    fn before_version_3_there_is_no_record_to_make() {
        for situation in [Situation::NotFound, Situation::NoCertificate] {
            let proposal = propose(situation, Some(&bundles(Some("2.9"), Some("6.0"))));
            assert_eq!(proposal.ways, [Way::Update]);
        }
    }

    #[test]
    fn a_certificate_that_is_merely_missing_is_generated_first() {
        assert_eq!(first(Situation::NoCertificate, Some("3.0"), None), Way::Generate);
        assert_eq!(first(Situation::NoCertificate, None, None), Way::Generate);
        assert_eq!(first(Situation::Ended, None, None), Way::Generate);
        assert_eq!(first(Situation::InOrder, None, None), Way::Nothing);
    }
}
