//! What the user says in a rotation, as far as NetSuite is not asked. All of it may block for the
//! disk.

use netsuite_keys::certificate::CertificateId;
use time::OffsetDateTime;

use super::lock;
use super::{Act, Fact, Failed, Plan, Rotation};
use crate::connection::{Connection, ConnectionId, CredentialState, Event};
use crate::error::{ConnectionError, Result, RotationError};
use crate::store::Store;

/// Plans a rotation. Nothing is sent; [`super::run`] comes next or, when the old certificate is to
/// go first, [`super::revoke_old`].
///
/// # Errors
/// [`RotationError::UnderWay`], or what the plan or the connection lacks.
pub fn start(
    store: &Store,
    id: &ConnectionId,
    plan: Plan,
    now: OffsetDateTime,
) -> Result<Connection> {
    let _lock = lock::take(store, id)?;
    let change = |connection: &mut Connection| {
        if connection.rotation.is_some() {
            return Err(RotationError::UnderWay.into());
        }
        plan.fits(connection)?;
        let old = connection.working().map(|working| working.id.clone());
        let by_target = plan.proven_by_target(connection);
        connection.note(now, Event::RotationStarted { reason: plan.reason });
        connection.rotation = Some(Rotation::planned(plan, old, by_target, now));
        Ok(())
    };
    Ok(store.update(id, change)?.0)
}

/// An Administrator has uploaded the new certificate by hand, and `text` is the Certificate ID that
/// NetSuite shows. `accept` insists on one that is not the predicted one. [`super::run`] comes next,
/// or [`hand_over`] where only the target can ask for a token.
///
/// # Errors
/// As [`hand_over`]; [`KeysError::CertificateIdInvalid`](crate::error::KeysError::CertificateIdInvalid), [`ConnectionError::CertificateIdDiffers`].
pub fn uploaded_by_hand(
    store: &Store,
    id: &ConnectionId,
    text: &str,
    accept: bool,
    now: OffsetDateTime,
) -> Result<Connection> {
    let entered = CertificateId::parse(text)?;
    at(store, id, Act::UploadByHand, |connection, mut rotation| {
        let new = rotation.new_credential().ok_or(ConnectionError::CredentialUnknown)?.clone();
        connection.confirm_certificate_id(&new, entered.clone(), accept, now)?;
        let predicted = connection.credential(&new)?.predicted_id.clone();
        rotation.record(
            now,
            Fact::Uploaded {
                predicted: (predicted != entered).then_some(predicted),
                certificate_id: entered,
                shortened_to: None,
                found_in_list: false,
            },
        );
        Ok(Some(rotation))
    })
}

/// The target was given the new values. [`switch`] comes next.
///
/// # Errors
/// [`RotationError::Missing`], [`RotationError::NotThere`], [`RotationError::Elsewhere`].
pub fn hand_over(store: &Store, id: &ConnectionId, now: OffsetDateTime) -> Result<Connection> {
    at(store, id, Act::HandOver, |connection, mut rotation| {
        rotation.record(now, Fact::HandedOver);
        connection.handed_over_at = Some(now);
        if let Some(target) = connection.target {
            connection.note(now, Event::HandedOver { target });
        }
        Ok(Some(rotation))
    })
}

/// The target uses the new certificate: it becomes the connection's own, in one write. Where no old
/// one is left to be revoked, the rotation ends with it.
///
/// # Errors
/// As [`hand_over`].
pub fn switch(store: &Store, id: &ConnectionId, now: OffsetDateTime) -> Result<Connection> {
    at(store, id, Act::Switch, |connection, mut rotation| {
        let new = rotation.new_credential().ok_or(ConnectionError::CredentialUnknown)?.clone();
        for credential in &mut connection.credentials {
            if credential.id == new {
                credential.state = CredentialState::Current;
            } else if credential.in_use() {
                credential.state = CredentialState::Superseded;
            }
        }
        if let Some(proof) = rotation.proof() {
            connection.last_proof = Some(proof.clone());
        }
        connection.last_refusal = None;
        let certificate_id = connection.credential(&new)?.certificate_id().clone();
        connection.note(now, Event::Switched { certificate_id });
        rotation.record(now, Fact::Switched);
        Ok(super::unless_over(rotation, connection, now))
    })
}

/// The old certificate is left to run out: the rotation ends.
///
/// # Errors
/// As [`hand_over`].
pub fn leave_old(store: &Store, id: &ConnectionId, now: OffsetDateTime) -> Result<Connection> {
    change(store, id, |connection, rotation| {
        if !rotation.can_leave_old() {
            return Err(RotationError::NotThere.into());
        }
        connection.note(now, Event::RotationEnded { old_kept: true });
        Ok(None)
    })
}

/// The user has said that the rotation goes on here, and on no other computer.
///
/// # Errors
/// [`RotationError::Missing`], [`RotationError::Elsewhere`].
pub fn go_on_here(store: &Store, id: &ConnectionId) -> Result<Connection> {
    let _lock = lock::take(store, id)?;
    let change = |connection: &mut Connection| {
        let rotation = connection.rotation.as_mut().ok_or(RotationError::Missing)?;
        rotation.may_run_elsewhere = false;
        Ok(())
    };
    Ok(store.update(id, change)?.0)
}

/// Records how an act failed that [`super::run`] and its kin did not do themselves, such as a
/// rotation that could not be continued because nobody was signed in. A rotation that has ended
/// meanwhile is left alone.
///
/// # Errors
/// As [`Store::update`].
pub fn record_failure(
    store: &Store,
    id: &ConnectionId,
    kind: &str,
    now: OffsetDateTime,
) -> Result<Connection> {
    let change = |connection: &mut Connection| {
        if let Some(rotation) = &mut connection.rotation {
            rotation.last_failure = Some(Failed { at: now, kind: kind.to_owned() });
        }
        Ok(())
    };
    Ok(store.update(id, change)?.0)
}

/// Changes a connection while nobody drives its rotation, which may end with the change or become
/// another.
///
/// # Errors
/// [`RotationError::Elsewhere`] while somebody does, and as [`Store::update`].
pub(crate) fn update_unless_driven(
    store: &Store,
    id: &ConnectionId,
    change: impl FnOnce(&mut Connection) -> Result<()>,
) -> Result<()> {
    unless_driven(store, id, || store.update(id, change).map(|_| ()))
}

/// Does what ends or replaces a connection's rotation while nobody drives it.
///
/// # Errors
/// [`RotationError::Elsewhere`] while somebody does, and those of the work.
pub(crate) fn unless_driven<T>(
    store: &Store,
    id: &ConnectionId,
    work: impl FnOnce() -> Result<T>,
) -> Result<T> {
    let _lock = lock::take(store, id)?;
    work()
}

fn at(
    store: &Store,
    id: &ConnectionId,
    act: Act,
    work: impl FnOnce(&mut Connection, Rotation) -> Result<Option<Rotation>>,
) -> Result<Connection> {
    change(store, id, |connection, rotation| {
        if rotation.next() != act || rotation.is_abandoning() {
            return Err(RotationError::NotThere.into());
        }
        work(connection, rotation)
    })
}

/// One change of connection and rotation; a rotation that is not given back is over.
fn change(
    store: &Store,
    id: &ConnectionId,
    work: impl FnOnce(&mut Connection, Rotation) -> Result<Option<Rotation>>,
) -> Result<Connection> {
    let _lock = lock::take(store, id)?;
    let change = |connection: &mut Connection| {
        connection.rotation_here()?;
        let rotation = connection.rotation.take().ok_or(RotationError::Missing)?;
        connection.rotation = work(connection, rotation)?;
        Ok(())
    };
    Ok(store.update(id, change)?.0)
}
