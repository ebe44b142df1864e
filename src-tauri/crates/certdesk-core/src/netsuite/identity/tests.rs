use netsuite_client::{Named, WhoAmI};
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use super::*;
use crate::connection::{Change, Credential, Proven};
use crate::vault::{EntryName, VaultPlace};

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

/// A connection whose last token named a role and an entity.
fn proven(role: &str, entity: &str) -> Connection {
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind").unwrap();
    let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, NOW).unwrap();
    let (entry, place) = (EntryName::random(), VaultPlace::KeyFiles);
    let pair =
        Credential::new(entry, place, Algorithm::Es256, &certificate, Signature::Pss, NOW).unwrap();
    let credential = pair.id.clone();
    let mut connection = Connection::new("Northwind Traders", false, NOW).unwrap();
    let expected = Change::Role {
        role_name: "Alumio Integration".into(),
        entity_name: "Integration User".into(),
    };
    connection.change(Change::Account { text: "4718203".into() }, NOW).unwrap();
    connection.change(expected, NOW).unwrap();
    connection.add_credential(pair);
    let who = WhoAmI {
        role: Some(role.to_owned()),
        entity: Some(entity.to_owned()),
        ..WhoAmI::default()
    };
    let expires_at = NOW + Duration::HOUR;
    connection.record_proof(Proven { at: NOW, expires_at, credential, who }).unwrap();
    connection
}

fn named(id: i64, name: &str) -> Named {
    Named { id: InternalId::from(id), name: Some(name.to_owned()) }
}

#[test]
fn a_typed_name_is_never_paired_with_the_id_of_a_token() {
    let identity = Identity::of(&proven("1042", "17"));
    assert_eq!(identity.role.id.as_deref(), Some("1042"));
    assert_eq!((identity.role.name, identity.role.fit), (None, Fit::Unnamed));
    assert_eq!(identity.role.expected.as_deref(), Some("Alumio Integration"));
    assert_eq!((identity.entity.name, identity.entity.fit), (None, Fit::Unnamed));
}

#[test]
fn names_that_netsuite_gave_for_the_ids_are_compared_with_the_expected_ones() {
    let mut connection = proven("1042", "-5");
    let roles = [named(1042, "alumio  integration "), named(3, "Administrator")];
    assert!(connection.names.learn(&roles, &[named(-5, "Practice Administrator")]));
    let identity = Identity::of(&connection);
    assert_eq!(identity.role.fit, Fit::Agrees);
    assert_eq!(identity.entity.name.as_deref(), Some("Practice Administrator"));
    assert_eq!(identity.entity.fit, Fit::Differs);
    assert!(identity.is_wrong() && !identity.lacks_a_name());
}

#[test]
fn administrator_is_told_even_where_it_was_expected_and_no_list_was_read() {
    let mut connection = proven("3", "-5");
    let expected =
        Change::Role { role_name: "Administrator".into(), entity_name: "Mira Lindqvist".into() };
    connection.change(expected, NOW).unwrap();
    let role = Identity::of(&connection).role;
    assert_eq!(role.name.as_deref(), Some("Administrator"));
    assert_eq!(role.fit, Fit::Administrator);
}

#[test]
fn before_a_token_of_the_certificate_in_use_nobody_is_named() {
    let mut connection = proven("1042", "17");
    connection.names.learn(&[named(1042, "Alumio Integration")], &[named(17, "Integration User")]);
    assert_eq!(Identity::of(&connection).role.fit, Fit::Agrees);
    connection.last_proof = None;
    let identity = Identity::of(&connection);
    assert_eq!((identity.role.id, identity.role.name), (None, None));
    assert_eq!(identity.role.fit, Fit::NotSaid);
}

#[test]
fn a_name_that_netsuite_has_changed_takes_the_place_of_the_one_before() {
    let mut names = Names::default();
    assert!(names.learn(&[named(1042, "Alumio")], &[]));
    assert!(!names.learn(&[named(1042, "Alumio")], &[]));
    assert!(names.learn(&[named(1042, "Alumio Integration")], &[]));
    assert_eq!(given(&names.roles, InternalId::from(1042)), Some("Alumio Integration"));
    assert_eq!(names.roles.len(), 1);
}

#[test]
fn names_are_shared_within_an_account_and_not_beyond_it() {
    let (mut here, mut same, mut other) =
        (proven("1042", "17"), proven("1042", "17"), proven("1042", "17"));
    here.names.learn(&[named(1042, "Alumio Integration")], &[]);
    same.names.learn(&[named(1055, "Payroll Export")], &[named(17, "Integration User")]);
    other.change(Change::Account { text: "4718203_SB1".into() }, NOW).unwrap();
    other.names.learn(&[named(1077, "Of the sandbox")], &[]);
    let known = Names::in_account(&here, &[same, other]);
    let ids: Vec<_> = known.roles.iter().map(|one| one.id.value()).collect();
    assert_eq!(ids, [1042, 1055]);
    assert_eq!(known.entities.len(), 1);
}
