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
    /// There is one, and it is not overdue.
    InOrder,
    /// It should have been renewed by now.
    Overdue,
    /// It has ended.
    Ended,
    /// The record holds the file that was made in the placeholder's place.
    StandIn,
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
    /// It is valid, and its renewal is not overdue.
    Valid,
    /// The days of the renewal have passed.
    RenewalMissed,
    /// Its validity is over.
    Ended,
    /// There is none, or none that is valid, and *Generate* is the documented answer.
    NoneValid,
    /// *Generate* was pressed and no valid certificate came of it.
    GenerateFailed,
    /// The file in the placeholder's place is still there: *Generate* replaces it.
    StandInLeft,
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
    /// With these versions *Generate* makes the record, and it did not.
    NotMadeByItself,
    /// *Generate* was pressed, and the record is not found: it is not made by itself here.
    NotMadeByGenerate,
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
    /// Whether the way depends on the versions of the bundles: where the record is missing, or
    /// where *Generate* alone did not help.
    #[must_use]
    pub const fn asks_for_bundles(self, has_generate_failed: bool) -> bool {
        match self {
            Self::NotFound => true,
            Self::NoCertificate | Self::Overdue | Self::Ended => has_generate_failed,
            Self::InOrder | Self::StandIn => false,
        }
    }
}

/// The first rule that fits.
pub(super) fn propose(situation: Situation, failed: bool, bundles: Option<&Bundles>) -> Proposal {
    let import = import(bundles.and_then(|bundles| bundles.import.as_ref()));
    let integration = integration(bundles.and_then(|bundles| bundles.integration.as_ref()));
    let fits = |rule: &&Rule| {
        rule.situations.contains(&situation)
            && (rule.failed.is_none() || rule.failed == Some(failed))
            && rule.import.is_none_or(|wanted| wanted == import)
            && rule.integration.is_none_or(|wanted| wanted == integration)
    };
    // Every situation has a rule that fits whatever else is so; a test goes through all of them.
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

/// One row; none stands for every version, and for whether *Generate* has failed or not.
struct Rule {
    situations: &'static [Situation],
    failed: Option<bool>,
    import: Option<Import>,
    integration: Option<Integration>,
    reason: Reason,
    ways: &'static [Way],
}

const fn rule(
    situations: &'static [Situation],
    failed: Option<bool>,
    (import, integration): (Option<Import>, Option<Integration>),
    reason: Reason,
    ways: &'static [Way],
) -> Rule {
    Rule { situations, failed, import, integration, reason, ways }
}

const RULES: [Rule; 15] = {
    use Import::{BeforeRecord, BringsRecord, LeavesRecord};
    use Integration::{MakesRecord, TooOld};
    use Reason::{
        BundleBeforeRecord, GenerateFailed, IntegrationNotKnown, IntegrationTooOld, MadeByItself,
        NoneValid, NotMadeByGenerate, NotMadeByItself, PlaceholderInBundle, RenewalMissed,
        StandInLeft, Valid, VersionsNotKnown,
    };
    use Situation::{Ended, InOrder, NoCertificate, NotFound, Overdue, StandIn};
    use Way::{ByHand, Generate, Nothing, Update};
    const ANY: (Option<Import>, Option<Integration>) = (None, None);
    const MAKES: (Option<Import>, Option<Integration>) = (Some(LeavesRecord), Some(MakesRecord));
    const TO_UPDATE: (Option<Import>, Option<Integration>) = (Some(LeavesRecord), Some(TooOld));
    const INVALID: &[Situation] = &[NoCertificate, Overdue, Ended];
    [
        rule(&[NotFound], Some(false), MAKES, MadeByItself, &[Generate, ByHand]),
        rule(&[NotFound], Some(true), MAKES, NotMadeByItself, &[ByHand, Generate]),
        rule(&[NotFound], None, TO_UPDATE, IntegrationTooOld, &[Update, ByHand]),
        rule(
            &[NotFound],
            Some(false),
            (Some(LeavesRecord), None),
            IntegrationNotKnown,
            &[Generate, Update, ByHand],
        ),
        rule(&[NotFound], None, (Some(BringsRecord), None), PlaceholderInBundle, &[ByHand, Update]),
        rule(&[NotFound], None, (Some(BeforeRecord), None), BundleBeforeRecord, &[Update]),
        rule(&[NotFound], Some(false), ANY, VersionsNotKnown, &[Generate, ByHand, Update]),
        rule(&[NotFound], Some(true), ANY, NotMadeByGenerate, &[ByHand, Update]),
        rule(INVALID, Some(true), (Some(BeforeRecord), None), BundleBeforeRecord, &[Update]),
        rule(INVALID, Some(true), ANY, GenerateFailed, &[Generate, Update, ByHand]),
        rule(&[NoCertificate], None, ANY, NoneValid, &[Generate]),
        rule(&[Overdue], None, ANY, RenewalMissed, &[Generate]),
        rule(&[Ended], None, ANY, Reason::Ended, &[Generate]),
        rule(&[StandIn], None, ANY, StandInLeft, &[Generate]),
        rule(&[InOrder], None, ANY, Valid, &[Nothing]),
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
        propose(situation, false, Some(&bundles(import, integration))).ways[0]
    }

    #[test]
    fn every_situation_and_every_version_has_a_rule_of_its_own_situation() {
        use Situation::{Ended, InOrder, NoCertificate, NotFound, Overdue, StandIn};
        for situation in [NotFound, NoCertificate, InOrder, Overdue, Ended, StandIn] {
            for failed in [false, true] {
                let last = |rule: &&Rule| {
                    rule.situations.contains(&situation)
                        && rule.failed.is_none_or(|wanted| wanted == failed)
                        && rule.import.is_none()
                        && rule.integration.is_none()
                };
                assert!(RULES.iter().any(|rule| last(&rule)), "{situation:?}, failed: {failed}");
                for (import, integration) in
                    VERSIONS.iter().flat_map(|a| VERSIONS.iter().map(move |b| (*a, *b)))
                {
                    let bundles = bundles(import, integration);
                    let proposal = propose(situation, failed, Some(&bundles));
                    assert!(!proposal.ways.is_empty());
                    // What has just failed is not advised again where the record is missing.
                    let again = failed && situation == NotFound;
                    assert!(
                        !again || proposal.ways[0] != Way::Generate,
                        "{import:?} {integration:?}"
                    );
                }
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
        let proposal = propose(Situation::NotFound, false, Some(&old));
        assert_eq!(proposal.ways, [Way::ByHand, Way::Update]);
        assert_eq!(updates(Some(&old)), [ProAct::IntegrationUpdated, ProAct::ImportUpdated]);
    }

    #[test]
    fn before_version_3_there_is_no_record_to_make() {
        for (situation, failed) in [
            (Situation::NotFound, false),
            (Situation::NotFound, true),
            (Situation::NoCertificate, true),
        ] {
            let proposal = propose(situation, failed, Some(&bundles(Some("2.9"), Some("6.0"))));
            assert_eq!(proposal.ways, [Way::Update]);
        }
    }

    #[test]
    fn a_certificate_that_is_merely_missing_is_generated_first() {
        let only = propose(Situation::NoCertificate, false, None);
        assert_eq!(only.ways, [Way::Generate], "one press, and nothing to choose");
        assert_eq!(first(Situation::NoCertificate, Some("3.0"), None), Way::Generate);
        assert_eq!(first(Situation::NoCertificate, None, None), Way::Generate);
        assert_eq!(first(Situation::Ended, None, None), Way::Generate);
        assert_eq!(first(Situation::InOrder, None, None), Way::Nothing);
    }
}
