//! The record of SuiteProjects Pro, as its screen shows it.

use certdesk_core::connection::Connection;
use certdesk_core::day::Day;
use certdesk_core::files::documents::Found;
use certdesk_core::guides::pro_record::{
    BundleVersion, Heard, PlaceholderVerdict, ProAct, ProRecord, ProStep, Reason, Renewal,
    RenewalPhase, Said, Says, Situation, Way,
};
use netsuite_client::Environment;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::ipc::files::{SavedFile, UnreadableDocument};
use crate::ipc::known_account::KnownAccount;

/// Everything that was begun.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ProBoard {
    /// The last one changed first.
    records: Vec<ProSummary>,
    unreadable: Vec<UnreadableDocument>,
    /// Accounts of the connections, to choose from.
    accounts: Vec<KnownAccount>,
}

/// One account's record in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProSummary {
    account_id: String,
    environment: Environment,
    client: String,
    situation: Option<Situation>,
    /// Null when nothing is left to do.
    open_step: Option<ProStep>,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    changed_at: OffsetDateTime,
}

/// One account's record.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProRecordView {
    account_id: String,
    environment: Environment,
    client: String,
    /// The newest message.
    heard: Option<ProHeard>,
    situation: Option<Situation>,
    /// *Generate* was pressed and did not help, and nothing was done since.
    failed: bool,
    bundles: Option<ProBundles>,
    /// Null until the ways can be told.
    reason: Option<Reason>,
    /// The best first.
    ways: Vec<Way>,
    way: Option<Way>,
    /// Which bundles are to be updated, in their order.
    updates: Vec<ProAct>,
    /// What was ticked off and still counts.
    acts: Vec<ProAct>,
    /// Both boxes are set, as the health check's line shows.
    boxes_seen: bool,
    /// Whether bundle 369630 asks for the permission SuiteApp Marketplace; null when it is not known.
    marketplace: Option<bool>,
    placeholder: Option<PlaceholderView>,
    stand_in: Option<SavedFile>,
    record_id: Option<String>,
    /// A valid certificate was told of after something was done for it.
    proven: bool,
    steps: Vec<ProStepView>,
}

/// One step.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ProStepView {
    step: ProStep,
    #[ts(type = "\"done\" | \"open\" | \"ahead\"")]
    state: &'static str,
}

/// The versions of the bundles, as they were entered.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ProBundles {
    import: Option<String>,
    integration: Option<String>,
}

/// A file that was looked at.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PlaceholderView {
    name: String,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    verdict: PlaceholderVerdict,
}

/// Something that was pasted and kept.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ProHeard {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    said: ProSaid,
}

/// What a text says.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(crate) enum ProSaid {
    NotFound,
    OtherNotFound {
        id: String,
    },
    NoCertificate,
    ValidUntil {
        /// As it stood there.
        date: String,
        /// Every day that it can mean; none when it names no day.
        readings: Vec<RenewalView>,
        /// The only one, or the one that was chosen.
        until: Option<RenewalView>,
    },
    /// None of the known sentences.
    Unknown,
    /// A private key.
    Secret,
}

/// When a certificate ends and renews itself. Days are written `2026-12-31`.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RenewalView {
    #[ts(type = "string")]
    day: Day,
    #[ts(type = "number")]
    days_left: i64,
    #[ts(type = "string")]
    from: Day,
    #[ts(type = "string")]
    to: Day,
    phase: RenewalPhase,
}

impl ProBoard {
    pub(crate) fn new(mut found: Found<ProRecord>, connections: &[Connection], today: Day) -> Self {
        found.documents.sort_by_key(|record| std::cmp::Reverse(record.changed_at));
        Self {
            records: found.documents.iter().map(|record| ProSummary::new(record, today)).collect(),
            unreadable: found.unreadable.iter().filter_map(UnreadableDocument::new).collect(),
            accounts: KnownAccount::all(connections),
        }
    }
}

impl ProSummary {
    fn new(record: &ProRecord, today: Day) -> Self {
        Self {
            account_id: record.account.to_string(),
            environment: record.account.environment(),
            client: record.client.clone(),
            situation: record.situation(today),
            open_step: record.open_step(today),
            changed_at: record.changed_at,
        }
    }
}

impl ProRecordView {
    pub(crate) fn new(record: &ProRecord, today: Day) -> Self {
        let proposal = record.proposal(today);
        let open = record.open_step(today);
        let step = |(step, done): (ProStep, bool)| ProStepView {
            step,
            state: match done {
                true => "done",
                false if Some(step) == open => "open",
                false => "ahead",
            },
        };
        let import = record.bundles.as_ref().and_then(|bundles| bundles.import.as_ref());
        let version = |version: &BundleVersion| version.as_str().to_owned();
        Self {
            account_id: record.account.to_string(),
            environment: record.account.environment(),
            client: record.client.clone(),
            heard: record.newest().map(|heard| ProHeard::new(heard, today)),
            situation: record.situation(today),
            failed: record.has_just_failed(today),
            bundles: record.bundles.as_ref().map(|bundles| ProBundles {
                import: bundles.import.as_ref().map(version),
                integration: bundles.integration.as_ref().map(version),
            }),
            reason: proposal.as_ref().map(|proposal| proposal.reason),
            ways: proposal.map(|proposal| proposal.ways.to_vec()).unwrap_or_default(),
            way: record.current_way(today),
            updates: record.updates(),
            acts: record.acts_that_count(today),
            boxes_seen: record.are_boxes_seen(),
            marketplace: import.map(|import| import.is_at_least(MARKETPLACE_SINCE)),
            placeholder: record.placeholder.as_ref().map(|file| PlaceholderView {
                name: file.name.clone(),
                at: file.at,
                verdict: file.verdict,
            }),
            stand_in: record.stand_in.clone().map(SavedFile::from),
            record_id: record.current_record_id(today).map(ToOwned::to_owned),
            proven: record.is_proven(today),
            steps: record.steps(today).into_iter().map(step).collect(),
        }
    }
}

impl ProHeard {
    fn new(heard: &Heard, today: Day) -> Self {
        let mut said = ProSaid::of_sentence(heard.says.clone(), today);
        if let ProSaid::ValidUntil { until, .. } = &mut said {
            *until = heard.until().map(|until| RenewalView::new(until, today));
        }
        Self { at: heard.at, said }
    }
}

impl ProSaid {
    pub(crate) fn new(said: Said, today: Day) -> Self {
        match said {
            Said::Known(says) => Self::of_sentence(says, today),
            Said::Unknown => Self::Unknown,
            Said::Secret => Self::Secret,
        }
    }

    fn of_sentence(says: Says, today: Day) -> Self {
        match says {
            Says::NotFound => Self::NotFound,
            Says::OtherNotFound { id } => Self::OtherNotFound { id },
            Says::NoCertificate => Self::NoCertificate,
            Says::ValidUntil { date, readings } => {
                let readings: Vec<_> =
                    readings.into_iter().map(|day| RenewalView::new(day, today)).collect();
                let until = match readings.as_slice() {
                    [only] => Some(only.clone()),
                    _ => None,
                };
                Self::ValidUntil { date, readings, until }
            }
        }
    }
}

impl RenewalView {
    fn new(until: Day, today: Day) -> Self {
        let Renewal { until, days_left, from, to, phase } = Renewal::of(until, today);
        Self { day: until, days_left, from, to, phase }
    }
}

/// Bundle 369630 asks for the permission from this version on.
const MARKETPLACE_SINCE: (u32, u32) = (4, 3);
