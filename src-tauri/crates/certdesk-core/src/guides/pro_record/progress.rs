//! How far the record is: what is the matter, which way leads on, which steps are done.
//!
//! All of it is derived from facts, the newest first. A message that something is wrong undoes
//! every act before it: what was done did not help. An act is done only if it is newer than what
//! it depends on.

use time::OffsetDateTime;

use super::way::{self, Proposal, Situation, Way};
use super::{Heard, ProAct, ProRecord, ProStep, RECORD_ID, STAND_IN_DAYS, Says};
use crate::day::Day;

impl ProRecord {
    /// What was said last.
    #[must_use]
    pub fn newest(&self) -> Option<&Heard> {
        self.check.as_ref().or(self.heard.as_ref())
    }

    /// What is the matter, as far as the newest message tells that can tell it.
    #[must_use]
    pub fn situation(&self, today: Day) -> Option<Situation> {
        self.situation_in(self.telling(today)?, today)
    }

    /// Whether *Generate* was pressed and what was said afterwards shows that it did not help.
    #[must_use]
    pub fn has_generate_failed(&self, today: Day) -> bool {
        let Some(told) = self.telling(today) else { return false };
        // A date that was good when it was read and has passed since tells of no failure.
        let was = self.situation_in(told, Day::of(told.at));
        let mut pressed = [self.times.tried, self.generated_at()].into_iter().flatten();
        was != Some(Situation::InOrder) && pressed.any(|at| at < told.at)
    }

    /// The same, as long as nothing else was entered or done since.
    #[must_use]
    pub fn has_just_failed(&self, today: Day) -> bool {
        let told = self.telling(today).map(|told| told.at);
        self.has_generate_failed(today) && self.times.last() < told
    }

    /// The ways that the rules propose, once they can be told.
    #[must_use]
    pub fn proposal(&self, today: Day) -> Option<Proposal> {
        let situation = self.situation(today)?;
        let failed = self.has_generate_failed(today);
        if situation.asks_for_bundles(failed) && !self.are_bundles_current(today) {
            return None;
        }
        Some(way::propose(situation, failed, self.bundles.as_ref()))
    }

    /// The way that is gone: the only one that is proposed, or the one that was chosen since.
    #[must_use]
    pub fn current_way(&self, today: Day) -> Option<Way> {
        let proposal = self.proposal(today)?;
        let is_since = self.at(self.times.way) >= self.told_at(today);
        match proposal.ways {
            [only] => Some(*only),
            several => self.way.filter(|way| is_since && several.contains(way)),
        }
    }

    /// The steps that this account needs, each with whether it is done.
    #[must_use]
    pub fn steps(&self, today: Day) -> Vec<(ProStep, bool)> {
        let Some(situation) = self.situation(today) else {
            return [ProStep::Says, ProStep::Generate, ProStep::Check]
                .map(|step| (step, false))
                .into();
        };
        let mut steps = vec![(ProStep::Says, true)];
        if situation == Situation::InOrder {
            if self.is_proven(today) {
                steps.extend(self.steps_gone().into_iter().map(|step| (step, true)));
            }
            return steps;
        }
        let failed = self.has_generate_failed(today);
        let way = self.current_way(today);
        if situation.asks_for_bundles(failed) {
            steps.push((ProStep::Bundles, self.are_bundles_current(today)));
        }
        let proposal = self.proposal(today);
        if proposal.is_none_or(|proposal| proposal.ways.len() > 1) {
            steps.push((ProStep::Way, way.is_some()));
        }
        if way.is_none_or(|way| matches!(way, Way::ByHand | Way::Update)) {
            steps.push((ProStep::Restore, self.restored_at(today).is_some()));
        }
        // One press comes first where nothing else is known to be missing.
        if situation == Situation::NotFound || failed {
            steps.push((ProStep::Role, self.is_role_ready()));
        }
        steps.push((ProStep::Generate, self.is_generated(today)));
        steps.push((ProStep::Check, false));
        steps
    }

    /// The first step that is not done; none when nothing is left to do.
    #[must_use]
    pub fn open_step(&self, today: Day) -> Option<ProStep> {
        self.steps(today).into_iter().find(|(_, done)| !done).map(|(step, _)| step)
    }

    /// Whether a health check after the first message told of a valid certificate.
    #[must_use]
    pub fn is_proven(&self, today: Day) -> bool {
        self.check.is_some() && self.situation(today) == Some(Situation::InOrder)
    }

    /// What was ticked off and still counts.
    #[must_use]
    pub fn acts_that_count(&self, today: Day) -> Vec<ProAct> {
        let told = self.told_at(today);
        let counts = |act: &ProAct| match act {
            ProAct::RecordSaved => self.act_at(*act) >= told,
            ProAct::IntegrationUpdated | ProAct::ImportUpdated => self.is_updated(*act, today),
            ProAct::Generated => self.is_generated(today) || self.is_proven(today),
            _ => true,
        };
        self.acts.iter().copied().filter(counts).collect()
    }

    /// The ID that NetSuite showed, unless the record was not found since.
    #[must_use]
    pub fn current_record_id(&self, today: Day) -> Option<&str> {
        let counts = self.at(self.times.record_id) >= self.told_at(today);
        self.record_id.as_deref().filter(|_| counts)
    }

    /// Whether a line of the health check was seen, which is shown only when both boxes are set.
    #[must_use]
    pub fn are_boxes_seen(&self) -> bool {
        let mut heard = self.heard.iter().chain(&self.check);
        heard.any(|heard| matches!(heard.says, Says::NoCertificate | Says::ValidUntil { .. }))
    }

    /// Which bundles are to be updated, in the order that they need.
    #[must_use]
    pub fn updates(&self) -> Vec<ProAct> {
        way::updates(self.bundles.as_ref())
    }

    /// When *Generate* was pressed last.
    pub(super) fn generated_at(&self) -> Option<OffsetDateTime> {
        self.acts.contains(&ProAct::Generated).then(|| self.act_at(ProAct::Generated))
    }

    /// The newest message that tells what is the matter.
    fn telling(&self, today: Day) -> Option<&Heard> {
        let mut heard = [&self.check, &self.heard].into_iter().flatten();
        heard.find(|heard| heard.situation(today).is_some())
    }

    fn situation_in(&self, heard: &Heard, today: Day) -> Option<Situation> {
        if self.names_stand_in(heard) { Some(Situation::StandIn) } else { heard.situation(today) }
    }

    /// Whether a message names the last day of the file that was made in the placeholder's place.
    fn names_stand_in(&self, heard: &Heard) -> bool {
        let (Some(made), Some(until)) = (&self.stand_in, heard.until()) else { return false };
        let days = until.days_after(Day::of(made.at));
        // The day may be told in another zone.
        heard.at >= made.at && (days - i64::from(STAND_IN_DAYS)).abs() <= 1
    }

    fn told_at(&self, today: Day) -> OffsetDateTime {
        self.telling(today).map_or(self.begun_at, |told| told.at)
    }

    /// Versions that were entered before an update which did not help are those of before.
    fn are_bundles_current(&self, today: Day) -> bool {
        let updates = [ProAct::IntegrationUpdated, ProAct::ImportUpdated];
        let updated = updates.into_iter().filter(|act| self.acts.contains(act));
        let updated = updated.map(|act| self.act_at(act)).max();
        let is_stale = updated.is_some_and(|updated| {
            updated > self.at(self.times.bundles) && self.told_at(today) > updated
        });
        self.bundles.is_some() && !is_stale
    }

    /// When the record was made again, or the bundles were updated, if that is whole.
    fn restored_at(&self, today: Day) -> Option<OffsetDateTime> {
        match self.current_way(today)? {
            Way::ByHand => {
                let counts = self.is_done_since(ProAct::RecordSaved, self.told_at(today));
                let is_same = self.current_record_id(today) == Some(RECORD_ID);
                (counts && is_same).then(|| self.act_at(ProAct::RecordSaved))
            }
            Way::Update => {
                let updates = self.updates();
                let whole = updates.iter().all(|act| self.is_updated(*act, today));
                let last = updates.into_iter().map(|act| self.act_at(act)).max();
                whole.then(|| last.unwrap_or(self.begun_at))
            }
            Way::Generate | Way::Nothing => Some(self.begun_at),
        }
    }

    fn is_updated(&self, act: ProAct, today: Day) -> bool {
        self.is_done_since(act, self.told_at(today).max(self.at(self.times.bundles)))
    }

    fn is_generated(&self, today: Day) -> bool {
        let restored = self.restored_at(today);
        let since = |restored: OffsetDateTime| restored.max(self.told_at(today));
        restored.is_some_and(|at| self.is_done_since(ProAct::Generated, since(at)))
    }

    fn is_role_ready(&self) -> bool {
        let boxes = self.are_boxes_seen() || BOXES.iter().all(|act| self.acts.contains(act));
        boxes && PERMISSIONS.iter().all(|act| self.acts.contains(act))
    }

    /// The steps that were gone on the way to a certificate that is valid now.
    fn steps_gone(&self) -> Vec<ProStep> {
        let mut steps = Vec::new();
        if self.bundles.is_some() {
            steps.push(ProStep::Bundles);
        }
        if let Some(way) = self.way {
            steps.push(ProStep::Way);
            if matches!(way, Way::ByHand | Way::Update) {
                steps.push(ProStep::Restore);
            }
        }
        if self.is_role_ready() {
            steps.push(ProStep::Role);
        }
        steps.extend([ProStep::Generate, ProStep::Check]);
        steps
    }

    fn is_done_since(&self, act: ProAct, since: OffsetDateTime) -> bool {
        self.acts.contains(&act) && self.act_at(act) >= since
    }

    fn act_at(&self, act: ProAct) -> OffsetDateTime {
        self.at(self.times.acts.get(&act).map(|stamp| stamp.0))
    }

    /// A document of schema 1 does not say when: it was after the first message, and before any
    /// later one that tells of trouble.
    fn at(&self, time: Option<OffsetDateTime>) -> OffsetDateTime {
        time.or_else(|| self.heard.as_ref().map(|heard| heard.at)).unwrap_or(self.begun_at)
    }
}

/// Permissions of the role that every bundle version asks for.
const PERMISSIONS: [ProAct; 4] = [
    ProAct::PermissionOidc,
    ProAct::PermissionApplications,
    ProAct::PermissionOauth2Login,
    ProAct::PermissionCertificates,
];
const BOXES: [ProAct; 2] = [ProAct::BoxIntegration, ProAct::BoxOauth2];
