use std::cell::RefCell;

use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use time::Duration;
use time::macros::datetime;

use super::*;
use crate::connection::{Credential, CredentialState};
use crate::vault::VaultPlace;

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

fn here() -> (tempfile::TempDir, Store, RemovedConnections) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::new(folder.path().join("connections"));
    let removed = RemovedConnections::new(folder.path().join("removed"));
    (folder, store, removed)
}

/// With one certificate that was replaced and one in use.
fn connection(store: &Store) -> Connection {
    let mut connection = Connection::new("Northwind Traders", false, NOW).unwrap();
    for state in [CredentialState::Superseded, CredentialState::Current] {
        let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
        let subject = Subject::new("Northwind Traders").unwrap();
        let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, NOW).unwrap();
        let (entry, place) = (EntryName::random(), VaultPlace::KeyFiles);
        let made =
            Credential::new(entry, place, Algorithm::Es256, &certificate, Signature::Pss, NOW);
        connection.credentials.push(Credential { state, ..made.unwrap() });
    }
    store.create(&connection).unwrap();
    connection
}

#[test]
fn a_removed_connection_is_out_of_sight_comes_back_whole_and_goes_after_thirty_days() {
    let (_folder, store, removed) = here();
    let connection = connection(&store);
    let id = removed.remove(&store, &connection.id, NOW).unwrap();
    assert!(store.list().unwrap().connections.is_empty());
    assert!(removed.outdated(NOW + Duration::days(29)).unwrap().is_empty());
    assert_eq!(removed.outdated(NOW + KEPT_FOR).unwrap(), std::slice::from_ref(&id));

    let back = removed.bring_back(&store, &id, NOW).unwrap();
    assert_eq!(back.credentials.len(), 2);
    assert!(removed.list().unwrap().documents.is_empty());
    assert_eq!(store.read(&connection.id).unwrap().history.len(), connection.history.len() + 2);
}

#[test]
fn a_connection_whose_rotation_is_driven_is_not_removed() {
    let (_folder, store, removed) = here();
    let connection = connection(&store);
    let remove = || removed.remove(&store, &connection.id, NOW);
    let refused = rotation::unless_driven(&store, &connection.id, || Ok(remove())).unwrap();
    assert!(matches!(refused, Err(Error::Connection(ConnectionError::RotationRuns))));
    assert!(removed.list().unwrap().documents.is_empty());
    assert!(store.read(&connection.id).is_ok());
    remove().unwrap();
    let left: Vec<_> = std::fs::read_dir(store.folder()).unwrap().flatten().collect();
    assert!(left.iter().all(|file| !file.file_name().to_string_lossy().contains("rotation")));
}

#[test]
fn what_is_deleted_for_good_takes_its_keys_along_first() {
    let (_folder, store, removed) = here();
    let connection = connection(&store);
    let id = removed.remove(&store, &connection.id, NOW).unwrap();
    let refuse = |_: &VaultEntry| Err(Error::Cancelled);
    let pending = |_: &EntryName| Ok(());
    assert!(removed.delete(&store, &id, &refuse, &pending).is_err());
    assert_eq!(removed.list().unwrap().documents.len(), 1, "its keys are still there");
    let gone = RefCell::new(Vec::new());
    let delete = |kept: &VaultEntry| {
        gone.borrow_mut().push(kept.entry.clone());
        Ok(())
    };
    removed.delete(&store, &id, &delete, &pending).unwrap();
    let keys: Vec<_> = connection.credentials.iter().map(|one| one.key.clone()).collect();
    assert_eq!(gone.into_inner(), keys);
    assert!(removed.list().unwrap().documents.is_empty());
}

#[test]
fn one_that_is_in_its_place_again_is_not_brought_back_over_it() {
    let (_folder, store, removed) = here();
    let connection = connection(&store);
    let id = removed.keep(connection.clone(), Removal::Replaced, NOW).unwrap();
    let again = removed.keep(connection, Removal::Replaced, NOW).unwrap();
    assert_eq!(id, again, "it is taken in once, however often a restore begins");
    let refused = removed.bring_back(&store, &id, NOW);
    assert!(matches!(refused, Err(Error::Connection(ConnectionError::StillHere))));
}

fn gone_meanwhile() -> ConnectionId {
    Connection::new("Removed in between", false, NOW).unwrap().id
}

#[test]
fn the_key_of_a_replaced_certificate_goes_thirty_days_after_it_was_noticed() {
    let (_folder, store, _) = here();
    let connection = connection(&store);
    let gone = RefCell::new(Vec::new());
    let delete = |kept: &VaultEntry| {
        gone.borrow_mut().push(kept.entry.clone());
        Ok(())
    };
    let among = [gone_meanwhile(), connection.id.clone()];
    for days in [0, 29] {
        retire_keys(&store, &among, NOW + Duration::days(days), &delete).unwrap();
        assert!(gone.borrow().is_empty(), "{days} days");
    }
    for days in [30, 31] {
        retire_keys(&store, &among, NOW + Duration::days(days), &delete).unwrap();
        assert_eq!(*gone.borrow(), std::slice::from_ref(&connection.credentials[0].key));
    }
    let told = store.read(&connection.id).unwrap().history.last().unwrap().event.clone();
    let certificate_id = connection.credentials[0].predicted_id.clone();
    assert_eq!(told, Event::KeyDeleted { certificate_id });
}
