//! What concerns several connections: which are due, where a leaked key is used, what a refreshed
//! sandbox took, and rotating many at once.

use std::sync::Arc;

use netsuite_client::{Environment, InternalId};
use time::OffsetDateTime;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::connection::{
    Connection, ConnectionId, Credential, CredentialState, Event, LostMapping, VendorState,
    days_left, same_account,
};
use crate::error::{ConnectionError, Error, Result};
use crate::netsuite::access::blocking;
use crate::netsuite::listing::Listing;
use crate::rotation::{self, Dependencies, Due, Plan, Reason, Steps};
use crate::store::Store;

/// So many days before it expires, a certificate is due to be replaced: NetSuite's first email goes
/// out then (facts A.1).
pub const DUE_DAYS: i64 = 60;

/// So many days before a certificate expires, reminders start; so many days after, they end.
pub const REMINDER_DAYS: u16 = 30;

/// Whether a reminder names a certificate that ends then. One that expired longer ago was left so.
#[must_use]
pub fn is_reminded(ends: OffsetDateTime, now: OffsetDateTime) -> bool {
    let days = (ends.to_utc().date() - now.to_utc().date()).whole_days();
    days.unsigned_abs() <= u64::from(REMINDER_DAYS)
}

/// How near the end of the certificate in use is; none while more than two months are left.
#[must_use]
pub fn due(connection: &Connection, now: OffsetDateTime) -> Option<Due> {
    due_until(connection, connection.working_until(), now)
}

/// The same for whoever has read already when the certificate in use ends.
#[must_use]
pub fn due_until(
    connection: &Connection,
    until: Option<OffsetDateTime>,
    now: OffsetDateTime,
) -> Option<Due> {
    connection.working().filter(|working| working.state != CredentialState::Made)?;
    match days_left(until?, now) {
        ..=14 => Some(Due::FourteenDays),
        15..=30 => Some(Due::OneMonth),
        31..=DUE_DAYS => Some(Due::TwoMonths),
        _ => None,
    }
}

/// The certificate in use, and when it expires, where that is at most `within` days away or past.
/// None for a connection whose certificate NetSuite doesn't know yet.
///
/// # Errors
/// What is wrong with the certificate.
pub fn expiring(
    connection: &Connection,
    within: i64,
    now: OffsetDateTime,
) -> Result<Option<(&Credential, OffsetDateTime)>> {
    let working = connection.working().filter(|w| w.state != CredentialState::Made);
    let Some(working) = working else { return Ok(None) };
    let ends = working.ends_at()?;
    Ok((days_left(ends, now) <= within).then_some((working, ends)))
}

/// One use of a key.
#[derive(Clone, Copy, Debug)]
pub struct Use<'a> {
    /// Where.
    pub connection: &'a Connection,
    /// With which certificate.
    pub credential: &'a Credential,
}

/// Every credential, in any of these connections, that has the same key as `leaked`: certificates
/// that carry the same public key. The order is that of the connections.
///
/// # Errors
/// What is wrong with the leaked credential's certificate. Others that cannot be read are no uses.
pub fn uses<'a>(connections: &'a [Connection], leaked: &Credential) -> Result<Vec<Use<'a>>> {
    let leaked = leaked.certificate()?;
    let same = |credential: &&Credential| {
        credential
            .certificate()
            .is_ok_and(|other| other.public_key_der() == leaked.public_key_der())
    };
    let of = |connection: &'a Connection| {
        let credentials = connection.credentials.iter().filter(same);
        credentials.map(move |credential| Use { connection, credential })
    };
    Ok(connections.iter().flat_map(of).collect())
}

/// Whether two connections are of the same integration record, and so share its list and its slots.
#[must_use]
pub fn same_record(one: &Connection, other: &Connection) -> bool {
    let id = |connection: &Connection| connection.integration.client_id.clone();
    same_account(one, other) && id(one).is_some() && id(one) == id(other)
}

/// Takes what a list shows into the connection it was read for, and into every other one of the
/// same integration record. Blocks for the disk.
///
/// # Errors
/// Why the connection's own document cannot be changed. Another one that cannot be changed keeps
/// nobody from anything: the next list tells it.
pub fn settle(store: &Store, connection: &Connection, listing: &Listing) -> Result<()> {
    let settle = |id: &ConnectionId| {
        store.update(id, |connection| {
            listing.settle(connection);
            Ok(())
        })
    };
    settle(&connection.id)?;
    let same = |other: &&Connection| other.id != connection.id && same_record(other, connection);
    for other in store.list()?.connections.iter().filter(same) {
        if let Err(error) = settle(&other.id) {
            tracing::warn!(%error, "a list was not taken into another connection");
        }
    }
    Ok(())
}

/// What NetSuite said of the slots of a connection's record is true for every connection of that
/// record. Blocks for the disk.
///
/// # Errors
/// Why a document cannot be read or changed; the others are changed all the same.
pub fn share_slots(store: &Store, connection: &Connection) -> Result<()> {
    let Some(seen) = &connection.slots else { return Ok(()) };
    let older = |other: &&Connection| {
        other.id != connection.id
            && same_record(other, connection)
            && other.slots.as_ref().is_none_or(|known| known.at < seen.at)
    };
    let all = store.list()?.connections;
    let mut outcome = Ok(());
    for other in all.iter().filter(older) {
        let shared = store.update(&other.id, |other| {
            other.take_slots(seen.clone());
            Ok(())
        });
        outcome = outcome.and(shared.map(|_| ()));
    }
    outcome
}

/// Whether the account is of a kind that is refreshed: a sandbox, Release Preview, the practice
/// account. A production account never is.
#[must_use]
pub fn is_refreshable(connection: &Connection) -> bool {
    let environment = connection.account.as_ref().map(|account| account.id.environment());
    connection.practice
        || matches!(environment, Some(Environment::Sandbox | Environment::ReleasePreview))
}

/// The account was refreshed: NetSuite has no mapping any more for any connection of the account of
/// connection `id`. Rotations under way end with it. Keys and certificates stay where they are.
/// Blocks for the disk.
///
/// A connection that cannot be changed does not keep the others from it; its failure is given at
/// the end, and the whole may be repeated.
///
/// # Errors
/// [`ConnectionError::AccountNotRefreshable`], [`RotationError::Elsewhere`](crate::error::RotationError::Elsewhere), or
/// why a document cannot be changed.
pub fn mark_refreshed(store: &Store, id: &ConnectionId, now: OffsetDateTime) -> Result<()> {
    let named = store.read(id)?;
    if !is_refreshable(&named) {
        return Err(ConnectionError::AccountNotRefreshable.into());
    }
    let all = store.list()?.connections;
    let outcomes: Vec<_> = all
        .iter()
        .filter(|connection| same_account(connection, &named))
        .map(|connection| {
            rotation::update_unless_driven(store, &connection.id, |connection| {
                lose_mappings(connection, now);
                Ok(())
            })
        })
        .collect();
    outcomes.into_iter().collect()
}

fn lose_mappings(connection: &mut Connection, now: OffsetDateTime) {
    let had_rotation = connection.rotation.take().is_some();
    let mut lost = false;
    for credential in &mut connection.credentials {
        match credential.state {
            CredentialState::Uploaded | CredentialState::Proven | CredentialState::Current => {
                credential.state = CredentialState::Gone;
                lost = true;
            }
            // Made by the rotation that ended just now, and never sent.
            CredentialState::Made if had_rotation => credential.state = CredentialState::Superseded,
            _ => {}
        }
    }
    // Nothing is known of the refreshed account's list before it is read again.
    connection.slots = None;
    for vendors in &mut connection.vendor_certificates {
        if vendors.state(now) == VendorState::Active && vendors.uploaded_at.is_some() {
            vendors.see(VendorState::Gone, None, now);
        }
    }
    if had_rotation {
        connection.note(now, Event::RotationAbandoned);
    }
    if lost {
        let who = connection.last_proof.take().map(|proof| proof.who);
        let said = |text: Option<String>| InternalId::parse(&text?).ok();
        if let Some(who) = who
            && let (Some(role), Some(entity)) = (said(who.role), said(who.entity))
        {
            connection.lost_mapping = Some(LostMapping { role, entity });
        }
        connection.last_refusal = None;
        connection.calls.clear();
        connection.handed_over_at = None;
        connection.note(now, Event::MappingGone);
    }
}

/// Is told how several rotations go.
pub trait Several: Steps {
    /// Nothing more is done for this connection; the others go on.
    fn stopped(&self, id: &ConnectionId, error: Error);
}

/// Rotates several connections, at most `at_once` at a time: each as far as it goes without the
/// user. Those without a rotation begin one as [`Plan::for_connection`] has it. One that fails
/// stops no other. When the caller stops waiting, all stop where they are.
pub async fn rotate<M: Dependencies, S: Several + 'static>(
    store: &Store,
    ids: Vec<ConnectionId>,
    at_once: usize,
    dependencies: &Arc<M>,
    several: &Arc<S>,
) {
    let free = Arc::new(Semaphore::new(at_once.max(1)));
    let mut all = JoinSet::new();
    for id in ids {
        let (free, store) = (Arc::clone(&free), store.clone());
        let (dependencies, several) = (Arc::clone(dependencies), Arc::clone(several));
        all.spawn(async move {
            // Fails only when the semaphore is closed, which nobody does.
            let _turn = free.acquire_owned().await;
            if let Err(error) = rotate_one(&store, &id, &dependencies, &several).await {
                several.stopped(&id, error);
            }
        });
    }
    all.join_all().await;
}

async fn rotate_one<M: Dependencies, S: Several + 'static>(
    store: &Store,
    id: &ConnectionId,
    dependencies: &Arc<M>,
    several: &Arc<S>,
) -> Result<()> {
    let (begun, named, now) = (store.clone(), id.clone(), dependencies.now());
    blocking(move || {
        let connection = begun.read(&named)?;
        if connection.rotation.is_some() {
            return Ok(());
        }
        let gone = crate::setup::mapping_gone(&connection);
        let reason = if gone { Reason::SandboxRefreshed } else { Reason::Renewal };
        let plan = Plan::for_connection(&connection, reason)?;
        rotation::start(&begun, &named, plan, now).map(|_| ())
    })
    .await?;
    let steps: Arc<dyn Steps> = Arc::clone(several) as Arc<dyn Steps>;
    rotation::run(store, id, dependencies, &steps).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use time::Duration;

    use super::*;
    use crate::connection::Change;
    use crate::vault::{EntryName, VaultPlace};
    use netsuite_keys::certificate::{Certificate, Signature, Subject};
    use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};

    const NOW: OffsetDateTime = time::macros::datetime!(2026-11-21 12:00 UTC);

    fn key() -> PrivateKey {
        PrivateKey::generate(KeyType::P256, &Search::new()).unwrap()
    }

    fn connection(account: &str, key: &PrivateKey, days: u32) -> Connection {
        let mut connection = Connection::new("Northwind Traders", false, NOW).unwrap();
        connection.change(Change::Account { text: account.into() }, NOW).unwrap();
        let subject = Subject::new("Northwind Traders").unwrap();
        let certificate = Certificate::issue(key, &subject, days, Signature::Pss, NOW).unwrap();
        let (name, place) = (EntryName::random(), VaultPlace::KeyFiles);
        let made =
            Credential::new(name, place, Algorithm::Es256, &certificate, Signature::Pss, NOW);
        let mut made = made.unwrap();
        made.state = CredentialState::Current;
        connection.add_credential(made);
        connection
    }

    #[test]
    fn a_certificate_is_due_at_the_days_on_which_netsuite_mails() {
        let connection = connection("4718203", &key(), 365);
        let until = connection.working().unwrap().certificate().unwrap().not_after();
        let left = |days: i64| due(&connection, until - Duration::days(days));
        assert_eq!(left(61), None);
        assert_eq!(left(60), Some(Due::TwoMonths));
        assert_eq!(left(30), Some(Due::OneMonth));
        assert_eq!(left(14), Some(Due::FourteenDays));
        assert_eq!(left(-3), Some(Due::FourteenDays), "over is due, too");
    }

    #[test]
    fn a_certificate_is_expiring_from_the_asked_day_on() {
        let mut connection = connection("4718203", &key(), 365);
        let until = connection.working().unwrap().ends_at().unwrap();
        let found = |connection: &Connection, within, left| {
            let now = until - Duration::days(left);
            expiring(connection, within, now).unwrap().map(|(_, ends)| ends)
        };
        assert_eq!(found(&connection, 30, 31), None);
        assert_eq!(found(&connection, 30, 30), Some(until));
        assert_eq!(found(&connection, 0, 1), None);
        assert_eq!(found(&connection, 0, -3), Some(until), "an expired certificate counts");
        connection.credentials[0].state = CredentialState::Made;
        assert_eq!(found(&connection, 30, 1), None, "NetSuite does not know it");
    }

    #[test]
    fn a_leaked_key_is_found_under_every_certificate_that_carries_it() {
        let (leaked, other) = (key(), key());
        let all = [
            connection("4718203", &leaked, 365),
            connection("4718203", &other, 365),
            connection("4718203_SB1", &leaked, 730),
        ];
        let found = uses(&all, all[0].working().unwrap()).unwrap();
        let found: Vec<_> = found.iter().map(|found| &found.connection.id).collect();
        assert_eq!(found, [&all[0].id, &all[2].id]);
    }

    #[test]
    fn a_refresh_takes_the_mappings_of_that_account_and_of_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path());
        let sandbox = connection("4718203_SB1", &key(), 365);
        let same = connection("4718203-sb1", &key(), 365);
        let production = connection("4718203", &key(), 365);
        for connection in [&sandbox, &same, &production] {
            store.create(connection).unwrap();
        }
        assert!(mark_refreshed(&store, &production.id, NOW).is_err());
        mark_refreshed(&store, &sandbox.id, NOW).unwrap();
        let state = |id| store.read(id).unwrap().credentials[0].state;
        assert_eq!(state(&sandbox.id), CredentialState::Gone);
        assert_eq!(state(&same.id), CredentialState::Gone);
        assert_eq!(state(&production.id), CredentialState::Current);
        assert!(crate::setup::mapping_gone(&store.read(&same.id).unwrap()));
    }
}
