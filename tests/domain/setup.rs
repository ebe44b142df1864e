//! The set-up looks, it does not count.

use certdesk_core::Error;
use certdesk_core::connection::{
    Change, Connection, Credential, CredentialId, CredentialState, Proven, Refused, Tick,
};
use certdesk_core::error::{ConnectionError, NetSuiteError};
use certdesk_core::setup::{self, Status, Step};
use certdesk_core::target::Target;
use certdesk_core::vault::{EntryName, VaultPlace};
use netsuite_client::{AccountId, Scope, WhoAmI};
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

fn connection() -> Connection {
    Connection::new("Northwind Traders", false, NOW).unwrap()
}

fn credential(days: u32) -> Credential {
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let certificate = Certificate::issue(&key, &subject, days, Signature::Pss, NOW).unwrap();
    let (name, place) = (EntryName::random(), VaultPlace::SecretService);
    Credential::new(name, place, Algorithm::Es256, &certificate, Signature::Pss, NOW).unwrap()
}

fn add(connection: &mut Connection, days: u32) -> CredentialId {
    let credential = credential(days);
    let id = credential.id.clone();
    connection.add_credential(credential);
    id
}

fn proven(credential: &CredentialId) -> Proven {
    let (at, expires_at) = (NOW, NOW + Duration::HOUR);
    Proven { at, expires_at, credential: credential.clone(), who: WhoAmI::default() }
}

/// Everything up to the proof, for a certificate of so many days.
fn finished(days: u32) -> Connection {
    let mut connection = connection();
    for change in [
        Change::Target { target: Target::named("alumio").unwrap() },
        Change::Account { text: "4718203".into() },
        Change::Role { role_name: "Alumio Integration".into(), entity_name: "Alumio".into() },
        Change::Integration { name: "Alumio M2M".into(), scopes: vec![Scope::RestWebservices] },
        Change::ClientId { text: "2".repeat(64) },
    ] {
        connection.change(change, NOW).unwrap();
    }
    let id = add(&mut connection, days);
    connection.record_proof(proven(&id)).unwrap();
    connection.change(Change::HandedOver, NOW).unwrap();
    connection
}

#[test]
fn a_new_connection_stands_at_its_first_step() {
    assert_eq!(setup::open_step(&connection()), Some(Step::Target));
}

#[test]
fn the_first_step_that_is_not_done_is_open_whatever_comes_after_it() {
    let mut connection = connection();
    add(&mut connection, 730);
    assert_eq!(setup::open_step(&connection), Some(Step::Target));
    assert!(setup::done(&connection, Step::Key));
}

#[test]
fn a_token_proves_the_steps_that_were_done_elsewhere() {
    let mut connection = connection();
    let id = add(&mut connection, 730);
    assert!(!setup::done(&connection, Step::Role) && !setup::done(&connection, Step::Upload));
    connection.record_proof(proven(&id)).unwrap();
    assert!(setup::done(&connection, Step::Role) && setup::done(&connection, Step::Upload));
}

#[test]
fn a_finished_set_up_is_in_order_until_the_first_mail_of_netsuite() {
    assert_eq!(setup::open_step(&finished(730)), None);
    assert_eq!(setup::status(&finished(730), NOW), Status::InOrder);
    assert_eq!(setup::status(&finished(62), NOW), Status::InOrder);
    assert_eq!(setup::status(&finished(60), NOW), Status::RunsOutSoon);
    assert_eq!(setup::status(&finished(60), NOW + Duration::days(60)), Status::Expired);
}

#[test]
fn a_refusal_shows_until_the_next_token() {
    let mut connection = finished(730);
    let id = connection.working().unwrap().id.clone();
    let refused = Refused { at: NOW, reason: "invalid_client".into() };
    connection.record_refusal(&id, refused).unwrap();
    assert_eq!(setup::status(&connection, NOW), Status::TokenRefused { at: NOW });
    connection.record_proof(proven(&id)).unwrap();
    assert_eq!(setup::status(&connection, NOW), Status::InOrder);
}

#[test]
fn a_second_pair_takes_the_place_of_one_that_never_reached_netsuite() {
    let mut connection = connection();
    let first = add(&mut connection, 730);
    let second = add(&mut connection, 730);
    assert_eq!(connection.working().unwrap().id, second);
    assert_eq!(connection.credential(&first).unwrap().state, CredentialState::Superseded);
}

#[test]
fn a_second_pair_leaves_one_that_works_as_it_is() {
    let mut connection = finished(730);
    let current = connection.working().unwrap().id.clone();
    add(&mut connection, 730);
    assert_eq!(connection.credential(&current).unwrap().state, CredentialState::Current);
}

#[test]
fn another_account_has_other_records_and_mappings() {
    let mut connection = finished(730);
    connection.change(Change::Account { text: "4718203-sb1".into() }, NOW).unwrap();
    assert_eq!(connection.integration.client_id, None);
    assert!(connection.working().is_none() && connection.last_proof.is_none());
    assert_eq!(setup::open_step(&connection), Some(Step::Integration));
}

#[test]
fn the_same_account_in_another_form_changes_nothing() {
    let mut connection = finished(730);
    let before = serde_json::to_value(&connection).unwrap();
    let text = "https://4718203.app.netsuite.com/app/center/card.nl".into();
    connection.change(Change::Account { text }, NOW).unwrap();
    assert_eq!(serde_json::to_value(&connection).unwrap(), before);
}

#[test]
fn a_certificate_id_that_was_not_predicted_is_compared_first_and_believed_when_insisted_on() {
    let mut connection = connection();
    let credential_id = add(&mut connection, 730);
    let text = "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA".to_owned();
    let change = |accept| Change::CertificateId {
        credential_id: credential_id.clone(),
        text: text.clone(),
        accept,
    };
    let expected_id = connection.working().unwrap().predicted_id.to_string();
    match connection.change(change(false), NOW) {
        Err(Error::Connection(ConnectionError::CertificateIdDiffers { expected, entered })) => {
            assert_eq!((expected, entered), (expected_id, text.clone()));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(connection.working().unwrap().state, CredentialState::Made);
    connection.change(change(true), NOW).unwrap();
    assert_eq!(connection.working().unwrap().certificate_id().as_str(), text);
    assert_eq!(connection.working().unwrap().state, CredentialState::Uploaded);
}

#[test]
fn a_certificate_id_is_taken_as_it_is_read_over_the_telephone() {
    let mut connection = connection();
    let credential_id = add(&mut connection, 730);
    let id = connection.working().unwrap().predicted_id.to_string();
    let grouped: Vec<_> = id.as_bytes().chunks(6).map(String::from_utf8_lossy).collect();
    let text = format!(" {}\n", grouped.join(" "));
    connection.change(Change::CertificateId { credential_id, text, accept: false }, NOW).unwrap();
    assert_eq!(connection.working().unwrap().state, CredentialState::Uploaded);
}

#[test]
fn nothing_is_handed_over_before_it_is_proven() {
    let mut connection = connection();
    connection.change(Change::Target { target: Target::named("other").unwrap() }, NOW).unwrap();
    add(&mut connection, 730);
    let refused = connection.change(Change::HandedOver, NOW);
    assert!(matches!(
        refused,
        Err(Error::Connection(ConnectionError::StepNotReady { step: Step::Prove }))
    ));
}

#[test]
fn the_suitecloud_cli_brings_its_application_and_proves_itself() {
    let mut connection = connection();
    for change in [
        Change::Target { target: Target::named("suitecloud-cli").unwrap() },
        Change::Account { text: "4718203".into() },
        Change::Role { role_name: "Developer".into(), entity_name: "Dana Velde".into() },
    ] {
        connection.change(change, NOW).unwrap();
    }
    assert_eq!(setup::open_step(&connection), Some(Step::Integration));
    let name = "SuiteCloud Development Integration".to_owned();
    let scopes = vec![Scope::RestWebservices];
    connection.change(Change::Integration { name, scopes }, NOW).unwrap();
    assert_eq!(setup::open_step(&connection), Some(Step::Key));
    let credential_id = add(&mut connection, 730);
    assert_eq!(setup::open_step(&connection), Some(Step::Upload));
    let text = connection.working().unwrap().predicted_id.to_string();
    connection.change(Change::CertificateId { credential_id, text, accept: false }, NOW).unwrap();
    assert_eq!(setup::open_step(&connection), Some(Step::HandOver));
    connection.change(Change::HandedOver, NOW).unwrap();
    assert_eq!(setup::open_step(&connection), None);
}

#[test]
fn a_consumer_key_that_is_known_has_to_be_proven_for_the_suitecloud_cli_too() {
    let mut connection = finished(730);
    connection
        .change(Change::Target { target: Target::named("suitecloud-cli").unwrap() }, NOW)
        .unwrap();
    let id = add(&mut connection, 730);
    connection.credential_mut(&id).unwrap().state = CredentialState::Uploaded;
    assert_eq!(setup::open_step(&connection), Some(Step::Prove));
    connection.change(Change::ClientId { text: " ".into() }, NOW).unwrap();
    assert_eq!(setup::open_step(&connection), Some(Step::HandOver), "it can be taken back");
}

#[test]
fn a_consumer_key_that_is_needed_cannot_be_taken_back() {
    let mut connection = finished(730);
    let emptied = connection.change(Change::ClientId { text: String::new() }, NOW);
    assert!(matches!(emptied, Err(Error::NetSuite(NetSuiteError::ClientIdInvalid))));
}

#[test]
fn a_box_is_ticked_once_and_can_be_cleared() {
    let mut connection = connection();
    let tick = Tick::PermissionOauth2Login;
    for done in [true, true] {
        connection.change(Change::Tick { tick, done }, NOW).unwrap();
    }
    assert_eq!(connection.ticks, [tick]);
    connection.change(Change::Tick { tick, done: false }, NOW).unwrap();
    assert!(connection.ticks.is_empty());
}

#[test]
fn every_event_of_the_history_survives_its_document() {
    let connection = finished(730);
    let text = serde_json::to_string(&connection).unwrap();
    let read: Connection = serde_json::from_str(&text).unwrap();
    assert_eq!(read.history, connection.history);
    assert!(read.history.len() >= 5);
}

#[test]
fn step_3_with_a_name_and_no_tick_is_not_confirmed_and_keeps_nobody_from_going_on() {
    let mut connection = connection();
    for change in [
        Change::Target { target: Target::named("alumio").unwrap() },
        Change::Account { text: "4718203".into() },
        Change::Role { role_name: "Alumio Integration".into(), entity_name: "Alumio".into() },
    ] {
        connection.change(change, NOW).unwrap();
    }
    assert!(!setup::confirmed(&connection, Step::Role));
    assert_eq!(setup::open_step(&connection), Some(Step::Integration));
    for tick in Tick::ALL {
        assert!(!setup::confirmed(&connection, Step::Role), "before {tick:?}");
        if tick != Tick::PermissionManageCertificates {
            connection.change(Change::Tick { tick, done: true }, NOW).unwrap();
        }
    }
    assert!(setup::confirmed(&connection, Step::Role), "the connection works without it");
}

#[test]
fn what_only_restlets_need_is_not_asked_of_a_connection_without_them() {
    let mut connection = connection();
    let scopes = vec![Scope::RestWebservices];
    connection.change(Change::Integration { name: "Alumio M2M".into(), scopes }, NOW).unwrap();
    for tick in [
        Tick::FeatureRestWebServices,
        Tick::FeatureOauth2,
        Tick::PermissionOauth2Login,
        Tick::PermissionRestWebServices,
        Tick::RoleAssigned,
    ] {
        connection.change(Change::Tick { tick, done: true }, NOW).unwrap();
    }
    assert!(setup::confirmed(&connection, Step::Role));
}

#[test]
fn a_token_confirms_step_3() {
    assert!(setup::confirmed(&finished(730), Step::Role));
}

#[test]
fn a_second_connection_of_an_account_takes_step_3_over() {
    let mut known = finished(730);
    known.change(Change::Tick { tick: Tick::FeatureOauth2, done: true }, NOW).unwrap();
    let mut elsewhere = finished(730);
    elsewhere.change(Change::Account { text: "4718203_SB1".into() }, NOW).unwrap();
    let mut second = connection();
    second.change(Change::Target { target: Target::named("workato").unwrap() }, NOW).unwrap();
    second.change(Change::Account { text: "4718203".into() }, NOW).unwrap();
    second.take_over_role(&[elsewhere.clone(), known.clone()]);
    let role = second.role.clone().unwrap();
    assert_eq!((role.name.as_str(), role.entity.as_str()), ("Alumio Integration", "Alumio"));
    assert_eq!(role.taken_from.as_deref(), Some("Northwind Traders"));
    assert_eq!(second.ticks, [Tick::FeatureOauth2]);
    assert_eq!(setup::open_step(&second), Some(Step::Integration));

    let own = Change::Role { role_name: "Workato".into(), entity_name: "Workato User".into() };
    second.change(own, NOW).unwrap();
    second.take_over_role(&[known]);
    let role = second.role.unwrap();
    assert_eq!((role.name.as_str(), role.taken_from), ("Workato", None), "what was entered stays");

    let mut other = connection();
    other.change(Change::Account { text: "4718203".into() }, NOW).unwrap();
    other.take_over_role(&[elsewhere]);
    assert!(other.role.is_none(), "another account has other roles");
}

#[test]
fn a_refusal_of_another_client_id_is_forgotten_with_it() {
    let mut connection = finished(730);
    let id = connection.credentials[0].id.clone();
    let refused = Refused { at: NOW, reason: "server_error".into() };
    connection.record_refusal(&id, refused.clone()).unwrap();
    let same = connection.integration.client_id.clone().unwrap().to_string();
    connection.change(Change::ClientId { text: same }, NOW).unwrap();
    assert_eq!(connection.last_refusal, Some(refused), "nothing has changed");
    connection.change(Change::ClientId { text: "7".repeat(64) }, NOW).unwrap();
    assert_eq!(connection.last_refusal, None);
}

#[test]
fn a_practice_connection_begins_in_front_of_step_4_and_a_further_one_takes_step_3_over() {
    let practice = |others: &[Connection]| {
        let mut connection = Connection::new("Practice account", true, NOW).unwrap();
        let account = AccountId::parse("TSTDRV1000001").unwrap();
        connection.set_up_for_practice(account, "Integration", "Robot", others, NOW).unwrap();
        connection
            .change(Change::Target { target: Target::named("alumio").unwrap() }, NOW)
            .unwrap();
        connection
    };
    let mut first = practice(&[]);
    assert_eq!(setup::open_step(&first), Some(Step::Integration));
    assert!(setup::confirmed(&first, Step::Role), "every box of step 3 is ticked");
    assert!(first.account.as_ref().unwrap().check.as_ref().unwrap().known);
    let role = first.role.as_ref().unwrap();
    assert_eq!((role.name.as_str(), role.entity.as_str()), ("Integration", "Robot"));

    let other = Change::Role { role_name: "Another".into(), entity_name: "Somebody".into() };
    first.change(other, NOW).unwrap();
    let role = practice(&[first]).role.unwrap();
    assert_eq!(
        (role.name.as_str(), role.taken_from.as_deref()),
        ("Another", Some("Practice account"))
    );
}

#[test]
fn a_name_that_is_too_long_is_called_so_and_a_line_break_is_a_space() {
    let mut connection = connection();
    let role = |entity: &str| Change::Role {
        role_name: "Alumio Integration".into(),
        entity_name: entity.to_owned(),
    };
    let refused = connection.change(role(&"ü".repeat(112)), NOW);
    assert!(
        matches!(
            refused,
            Err(Error::Connection(ConnectionError::NameTooLong { most: 100, length: 112 }))
        ),
        "{refused:?}"
    );
    connection.change(role(&"ü".repeat(100)), NOW).unwrap();
    connection.change(role(" Integration\tUser\n"), NOW).unwrap();
    assert_eq!(connection.role.as_ref().unwrap().entity, "Integration User");
    assert!(matches!(
        connection.change(role(" \n "), NOW),
        Err(Error::Connection(ConnectionError::NameEmpty))
    ));
}
