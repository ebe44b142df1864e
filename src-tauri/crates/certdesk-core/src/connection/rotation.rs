//! What a connection's document holds of a rotation under way: the plan, and a journal of what
//! became true. [`crate::rotation`] acts on it.

mod journal;

use netsuite_client::InternalId;
use netsuite_keys::certificate::{CertificateId, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::{CredentialId, Proven};
use crate::vault::{EntryName, VaultPlace};
pub use journal::{Dated, Fact, Note};

/// A rotation under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rotation {
    /// What the user wants.
    pub plan: Plan,
    /// The credential that is replaced; none when none is in use.
    pub old: Option<CredentialId>,
    /// Only the target can ask for a token: there is no step at which Certdesk does.
    #[serde(default)]
    pub by_target: bool,
    /// What became true, oldest first. Never empty.
    journal: Vec<Dated>,
    /// How the last act failed, if nothing has become true since.
    pub last_failure: Option<Failed>,
    /// It came here with a backup, or went to a colleague: another computer has it, too. Nothing is
    /// done until the user has said that it goes on here.
    #[serde(default)]
    pub may_run_elsewhere: bool,
}

/// How an act failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Failed {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What kind of failure, in the words of [`Dependencies::kind_of`](crate::rotation::Dependencies::kind_of). Details are not kept.
    pub kind: String,
}

/// What becomes true on the way, in the usual order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "RotationStep"))]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The new key is in the vault, was read back and has signed; its certificate is made.
    KeyStored,
    /// NetSuite lists the new certificate.
    Uploaded,
    /// NetSuite has issued a token for it.
    Proven,
    /// The target was given the new values.
    HandedOver,
    /// The user has said that the target uses them.
    Switched,
    /// NetSuite lists the old certificate as revoked.
    OldRevoked,
}

/// What the next act is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// [`run`](crate::rotation::run): nothing of the user is needed.
    Continue,
    /// Let somebody upload the new certificate by hand, then [`uploaded_by_hand`](crate::rotation::uploaded_by_hand).
    UploadByHand,
    /// Give the target the values, then [`hand_over`](crate::rotation::hand_over).
    HandOver,
    /// The target uses them: [`switch`](crate::rotation::switch).
    Switch,
    /// [`revoke_old`](crate::rotation::revoke_old) or, after the switch, [`leave_old`](crate::rotation::leave_old).
    RevokeOld,
}

/// Why a certificate is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "RotationReason"))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It runs out, or the user wants another.
    Renewal,
    /// The sandbox was refreshed: its mapping is gone.
    SandboxRefreshed,
    /// Its key is in wrong hands.
    Leak,
}

/// When the old certificate goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "RotationOrder"))]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// After the switch, on the user's word. No outage.
    ReplaceFirst,
    /// Before anything else. Whoever has the key is shut out, and so is the target until it has the
    /// new one.
    RevokeFirst,
}

/// Who uploads the new certificate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "RotationWay"))]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Certdesk, through the certificates endpoint.
    #[default]
    Endpoint,
    /// An Administrator, on NetSuite's own page. NetSuite's list is not read.
    ByHand,
}

/// What the user wants of a rotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// Why.
    pub reason: Reason,
    /// When the old certificate goes.
    pub order: Order,
    /// Who uploads the new one.
    #[serde(default)]
    pub way: Way,
    /// The kind of the new key.
    pub key_type: KeyType,
    /// How assertions are signed with it.
    pub algorithm: Algorithm,
    /// How its certificate is signed.
    pub signature: Signature,
    /// How many days the certificate is valid.
    pub days: u32,
    /// What it is called.
    pub subject: Subject,
    /// The role of the mapping; where none is given, that of the old one.
    pub role: Option<InternalId>,
    /// The entity of the mapping; where none is given, that of the old one.
    pub entity: Option<InternalId>,
}

impl Rotation {
    /// A rotation of which nothing has been done.
    pub(crate) fn planned(
        plan: Plan,
        old: Option<CredentialId>,
        by_target: bool,
        at: OffsetDateTime,
    ) -> Self {
        let journal = vec![Dated { at, fact: Fact::Planned }];
        Self { plan, old, by_target, journal, last_failure: None, may_run_elsewhere: false }
    }

    /// When it was planned.
    #[must_use]
    pub fn started_at(&self) -> OffsetDateTime {
        self.journal.first().map_or(OffsetDateTime::UNIX_EPOCH, |first| first.at)
    }

    /// What became true, oldest first.
    #[must_use]
    pub fn journal(&self) -> &[Dated] {
        &self.journal
    }

    /// What is true now.
    #[must_use]
    pub fn reached(&self) -> &Fact {
        self.journal.last().map_or(&Fact::Planned, |last| &last.fact)
    }

    /// The new credential, once its key is stored.
    #[must_use]
    pub fn new_credential(&self) -> Option<&CredentialId> {
        self.this_pair().iter().find_map(|dated| match &dated.fact {
            Fact::KeyStored { credential } => Some(credential),
            _ => None,
        })
    }

    /// The steps of this rotation in its order, each with the moment at which it became true.
    #[must_use]
    pub fn steps(&self) -> Vec<(Step, Option<OffsetDateTime>)> {
        let mut steps =
            vec![Step::KeyStored, Step::Uploaded, Step::Proven, Step::HandedOver, Step::Switched];
        steps.retain(|step| *step != Step::Proven || !self.by_target);
        if self.old.is_some() {
            match self.plan.order {
                Order::ReplaceFirst => steps.push(Step::OldRevoked),
                Order::RevokeFirst => steps.insert(0, Step::OldRevoked),
            }
        }
        steps.into_iter().map(|step| (step, self.became_true(step))).collect()
    }

    /// What else is true of a step.
    #[must_use]
    pub fn notes(&self, step: Step) -> Vec<Note> {
        self.dated(step).map(|dated| dated.fact.notes()).unwrap_or_default()
    }

    /// What can be done next.
    #[must_use]
    pub fn next(&self) -> Act {
        let first = self.plan.order == Order::RevokeFirst && self.old.is_some();
        match self.reached() {
            Fact::Planned if first => Act::RevokeOld,
            Fact::KeyStored { .. } if self.plan.way == Way::ByHand => Act::UploadByHand,
            Fact::Uploaded { .. } if self.by_target => Act::HandOver,
            Fact::Proven { .. } => Act::HandOver,
            Fact::HandedOver => Act::Switch,
            Fact::Switched | Fact::RevokeAnnounced { .. } => Act::RevokeOld,
            _ => Act::Continue,
        }
    }

    /// Whether it can be given up: as long as the target may still use the old certificate.
    #[must_use]
    pub fn can_abandon(&self) -> bool {
        self.became_true(Step::Switched).is_none()
    }

    /// Whether it can end with the old certificate left to run out.
    #[must_use]
    pub fn can_leave_old(&self) -> bool {
        matches!(self.reached(), Fact::Switched | Fact::RevokeAnnounced { .. })
            && self.became_true(Step::Switched).is_some()
    }

    /// Whether it is being given up, which is only to be continued.
    #[must_use]
    pub fn is_abandoning(&self) -> bool {
        self.journal.iter().any(|dated| matches!(dated.fact, Fact::AbandonAnnounced))
    }

    /// Whether an upload was announced and its outcome is not known.
    #[must_use]
    pub fn is_unsettled(&self) -> bool {
        self.this_pair().iter().fold(false, |unsettled, dated| match dated.fact {
            Fact::UploadAnnounced { .. } => true,
            Fact::UploadRefused | Fact::Uploaded { .. } | Fact::NewRevoked { .. } => false,
            _ => unsettled,
        })
    }

    /// Whether NetSuite may list the new certificate as active.
    pub(crate) fn may_be_listed(&self) -> bool {
        self.is_unsettled()
            || (self.became_true(Step::Uploaded).is_some()
                && !matches!(self.reached(), Fact::NewRevoked { .. }))
    }

    /// All vault entries that were named for new keys.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&EntryName, VaultPlace)> {
        self.journal.iter().filter_map(|dated| match &dated.fact {
            Fact::KeyNamed { key, place } => Some((key, *place)),
            _ => None,
        })
    }

    /// Names the vault of another computer in place of this one's.
    pub(crate) fn move_to(&mut self, vault: VaultPlace) {
        for dated in &mut self.journal {
            if let Fact::KeyNamed { place, .. } = &mut dated.fact {
                *place = vault;
            }
        }
    }

    /// Names the vault of this computer that each key is in, where `place_of` knows.
    pub(crate) fn place_keys(&mut self, place_of: &dyn Fn(&EntryName) -> Option<VaultPlace>) {
        for dated in &mut self.journal {
            if let Fact::KeyNamed { key, place } = &mut dated.fact {
                *place = place_of(key).unwrap_or(*place);
            }
        }
    }

    /// The mapping that was announced for the pair in hand, and what the list showed before.
    pub(crate) fn announced(&self) -> Option<((InternalId, InternalId), &[CertificateId])> {
        self.this_pair().iter().rev().find_map(|dated| match &dated.fact {
            Fact::UploadAnnounced { role, entity, listed } => Some(((*role, *entity), &listed[..])),
            _ => None,
        })
    }

    pub(crate) fn became_true(&self, step: Step) -> Option<OffsetDateTime> {
        self.dated(step).map(|dated| dated.at)
    }

    fn dated(&self, step: Step) -> Option<&Dated> {
        // Revoking first comes before any pair.
        let all = if step == Step::OldRevoked { &self.journal[..] } else { self.this_pair() };
        all.iter().rev().find(|dated| dated.fact.step() == Some(step))
    }

    /// What was recorded of the pair in hand: all after the last one that was given up.
    fn this_pair(&self) -> &[Dated] {
        let lost = self.journal.iter().rposition(|dated| matches!(dated.fact, Fact::UploadLost));
        &self.journal[lost.map_or(0, |lost| lost + 1)..]
    }

    /// What the token for the new certificate showed.
    pub(crate) fn proof(&self) -> Option<&Proven> {
        self.this_pair().iter().rev().find_map(|dated| match &dated.fact {
            Fact::Proven { proof } => Some(proof),
            _ => None,
        })
    }

    /// Records what became true.
    pub(crate) fn record(&mut self, at: OffsetDateTime, fact: Fact) {
        self.journal.push(Dated { at, fact });
        self.last_failure = None;
    }
}
