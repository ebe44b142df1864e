//! A rotation under way, as several screens show it.

use certdesk_core::Result;
use certdesk_core::connection::{
    Connection, Credential, CredentialId, CredentialState as Reached, days_left,
};
use certdesk_core::rotation::{Act, Note, Order, Reason, Rotation, Step, Waits, Way, settles_at};
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use super::credential::{CredentialState, RevokedView};
use super::slots::SlotsSeen;

/// A rotation under way.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RotationView {
    pub(crate) reason: Reason,
    pub(crate) order: Order,
    pub(crate) way: Way,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) started_at: OffsetDateTime,
    pub(crate) old: Option<RotationSide>,
    /// Where `old` is null: the certificate that was in use before.
    pub(crate) replaced: Option<ReplacedView>,
    /// Null until its key is stored.
    pub(crate) new: Option<RotationSide>,
    /// In the order of this rotation.
    pub(crate) steps: Vec<RotationStepView>,
    /// What can be done next; null when another process is at it.
    pub(crate) next: Option<RotationAct>,
    /// It came here with a backup, or went to a colleague: nothing is done until the user has said that
    /// it goes on here.
    pub(crate) may_run_elsewhere: bool,
    pub(crate) can_abandon: bool,
    /// It can end with the old certificate left to run out.
    pub(crate) can_leave_old: bool,
    /// It is being given up: the next act goes on with that.
    pub(crate) abandoning: bool,
    /// An upload was announced and its outcome is not known yet: the list will say.
    pub(crate) unsettled: bool,
    /// When its outcome is known at the latest; null while none is open.
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    pub(crate) settles_at: Option<OffsetDateTime>,
    /// Of the integration record, as NetSuite said last.
    pub(crate) slots: Option<SlotsSeen>,
    /// The last act ended with this, and nothing since.
    pub(crate) last_failure: Option<LastRotationFailure>,
}

/// One of the two certificates.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RotationSide {
    #[ts(type = "string")]
    pub(crate) credential_id: CredentialId,
    pub(crate) certificate_id: String,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) valid_until: OffsetDateTime,
    #[ts(type = "number")]
    pub(crate) days_left: i64,
    /// NetSuite lists it as revoked, or the user said that an Administrator revoked it.
    pub(crate) revoked: bool,
}

/// A certificate that was in use and is not any more, although nothing has taken its place.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReplacedView {
    pub(crate) certificate_id: String,
    /// Revoked, or gone with a refresh of the sandbox.
    pub(crate) state: CredentialState,
    /// Null where it is not revoked, or where nobody knows since when.
    pub(crate) revoked: Option<RevokedView>,
}

impl ReplacedView {
    /// Nothing where a certificate is in use.
    pub(crate) fn of(
        connection: &Connection,
        old: bool,
        new: Option<&CredentialId>,
    ) -> Option<Self> {
        let credential = connection.taken_away(new).filter(|_| !old)?;
        Some(Self {
            certificate_id: credential.certificate_id().to_string(),
            state: CredentialState::new(credential.state, false),
            revoked: RevokedView::of(connection, credential),
        })
    }
}

impl RotationView {
    /// As the document has it.
    pub(crate) fn new(
        connection: &Connection,
        rotation: &Rotation,
        now: OffsetDateTime,
    ) -> Result<Self> {
        let side = |id: Option<&CredentialId>| {
            id.map(|id| RotationSide::new(connection.credential(id)?, now)).transpose()
        };
        let steps = rotation.steps();
        let next = steps.iter().position(|(_, at)| at.is_none());
        let view = |(index, (step, at)): (usize, (Step, Option<OffsetDateTime>))| {
            let state = match at {
                Some(_) => "done",
                None if Some(index) == next => "next",
                None => "later",
            };
            let notes = rotation.notes(step).into_iter().map(RotationNote::from).collect();
            RotationStepView { step, state, at, notes }
        };
        Ok(Self {
            reason: rotation.plan.reason,
            order: rotation.plan.order,
            way: rotation.plan.way,
            started_at: rotation.started_at(),
            old: side(rotation.old.as_ref())?,
            replaced: ReplacedView::of(
                connection,
                rotation.old.is_some(),
                rotation.new_credential(),
            ),
            new: side(rotation.new_credential())?,
            steps: steps.into_iter().enumerate().map(view).collect(),
            next: Some(rotation.next().into()),
            may_run_elsewhere: rotation.may_run_elsewhere,
            can_abandon: rotation.can_abandon(),
            can_leave_old: rotation.can_leave_old(),
            abandoning: rotation.is_abandoning(),
            unsettled: rotation.is_unsettled(),
            settles_at: settles_at(rotation, Waits::default()),
            slots: connection.slots.clone().map(SlotsSeen::from),
            last_failure: rotation
                .last_failure
                .as_ref()
                .map(|failed| LastRotationFailure { at: failed.at, kind: failed.kind.clone() }),
        })
    }

    /// Of a connection that may have none.
    pub(crate) fn of(connection: &Connection, now: OffsetDateTime) -> Result<Option<Self>> {
        let rotation = connection.rotation.as_ref();
        rotation.map(|rotation| Self::new(connection, rotation, now)).transpose()
    }
}

impl RotationSide {
    pub(crate) fn new(credential: &Credential, now: OffsetDateTime) -> Result<Self> {
        let until = credential.ends_at()?;
        Ok(Self {
            credential_id: credential.id.clone(),
            certificate_id: credential.certificate_id().to_string(),
            valid_until: until,
            days_left: days_left(until, now),
            revoked: credential.state == Reached::Revoked,
        })
    }
}

impl From<Note> for RotationNote {
    fn from(note: Note) -> Self {
        match note {
            Note::FoundInList => Self::FoundInList,
            Note::OtherId { predicted } => Self::OtherId { predicted: predicted.to_string() },
            Note::DateShortened { valid_until } => {
                Self::DateShortened { valid_until: valid_until.to_string() }
            }
            Note::WasRevoked => Self::WasRevoked,
        }
    }
}

/// One line of what is true.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct RotationStepView {
    pub(crate) step: Step,
    #[ts(type = "\"done\" | \"next\" | \"later\"")]
    pub(crate) state: &'static str,
    /// When it became true.
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    pub(crate) at: Option<OffsetDateTime>,
    /// What else is true of it.
    pub(crate) notes: Vec<RotationNote>,
}

/// What else is true of a step.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(crate) enum RotationNote {
    /// The answer to the upload was lost; the list shows that it arrived. It was not sent again.
    FoundInList,
    /// NetSuite gave another Certificate ID than predicted.
    OtherId { predicted: String },
    /// NetSuite ends the certificate earlier than it says itself. `YYYY-MM-DD`.
    DateShortened { valid_until: String },
    /// It was revoked already.
    WasRevoked,
}

/// What the next press of the button does.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RotationAct {
    /// `rotation_continue`: whatever Certdesk can do without the user.
    Continue,
    /// Let somebody upload the certificate by hand, then `rotation_uploaded`.
    UploadByHand,
    /// Give the target the values, then `rotation_hand_over`.
    HandOver,
    /// The target uses them: `rotation_switch`.
    Switch,
    /// `rotation_revoke_old`, or `rotation_leave_old`.
    RevokeOld,
}

impl From<Act> for RotationAct {
    fn from(act: Act) -> Self {
        match act {
            Act::Continue => Self::Continue,
            Act::UploadByHand => Self::UploadByHand,
            Act::HandOver => Self::HandOver,
            Act::Switch => Self::Switch,
            Act::RevokeOld => Self::RevokeOld,
        }
    }
}

/// How the last act failed.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct LastRotationFailure {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) at: OffsetDateTime,
    /// The `kind` of a failure; its details are not kept.
    #[ts(type = "Failure[\"kind\"]")]
    pub(crate) kind: String,
}
