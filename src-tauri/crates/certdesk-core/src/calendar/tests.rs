use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use time::macros::{date, datetime};

use super::*;
use crate::connection::{Change, Event as Noted};
use crate::error::Error;
use crate::target::Target;
use crate::vault::{EntryName, VaultPlace};

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

fn credential(state: CredentialState) -> Credential {
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, NOW).unwrap();
    let (name, place) = (EntryName::random(), VaultPlace::KeyFiles);
    let mut made =
        Credential::new(name, place, Algorithm::Es256, &certificate, Signature::Pss, NOW).unwrap();
    if state != CredentialState::Made {
        made.arrived(&made.predicted_id.clone());
    }
    made.state = state;
    made
}

fn connection(name: &str) -> Connection {
    let mut connection = Connection::new(name, false, NOW).unwrap();
    connection.change(Change::Account { text: "4718203".into() }, NOW).unwrap();
    let target = Target::named("alumio").unwrap();
    connection.change(Change::Target { target }, NOW).unwrap();
    connection.add_credential(credential(CredentialState::Current));
    connection
}

/// As the user confirms a switch.
fn rotate(connection: &mut Connection) {
    connection.credentials[0].state = CredentialState::Superseded;
    let new = credential(CredentialState::Current);
    let certificate_id = new.certificate_id().clone();
    connection.credentials.push(new);
    connection.note(NOW, Noted::Switched { certificate_id });
}

/// The unfolded lines of each event.
fn events(document: &str) -> Vec<Vec<String>> {
    let unfolded = document.replace("\r\n ", "");
    let (mut all, mut inside) = (Vec::new(), false);
    for line in unfolded.split("\r\n") {
        match line {
            "BEGIN:VEVENT" => {
                all.push(Vec::new());
                inside = true;
            }
            "END:VEVENT" => inside = false,
            _ if inside => all.last_mut().unwrap().push(line.to_owned()),
            _ => {}
        }
    }
    all
}

fn value<'e>(event: &'e [String], name: &str) -> &'e str {
    let line = event.iter().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.strip_prefix([':', ';']).unwrap_or(line)
}

fn sequence(event: &[String]) -> u32 {
    value(event, "SEQUENCE").parse().unwrap()
}

#[test]
fn a_certificate_has_four_all_day_events_with_alarms() {
    let connection = connection("Northwind Traders");
    let document = of_one(&connection, NOW).unwrap();
    let events = events(&document);
    let ends = Day::of(connection.working().unwrap().ends_at().unwrap());
    for (event, days) in events.iter().zip([60, 30, 14, 0]) {
        let day = ends.earlier(days);
        let written = |day: Day| format!("VALUE=DATE:{}", day.to_string().replace('-', ""));
        assert_eq!(value(event, "DTSTART"), written(day));
        assert_eq!(value(event, "DTEND"), written(day.next()));
        assert_eq!(value(event, "STATUS"), "CONFIRMED");
        assert_eq!(value(event, "TRANSP"), "TRANSPARENT");
        assert_eq!(value(event, "DTSTAMP"), "20261121T120000Z");
        assert!(event.iter().any(|line| line == "TRIGGER:-PT54000S"), "{event:#?}");
    }
    let titles: Vec<_> = events.iter().map(|event| value(event, "SUMMARY")).collect();
    assert_eq!(titles[1], "Northwind Traders: NetSuite certificate for Alumio expires in 30 days");
    assert_eq!(titles[3], "Northwind Traders: NetSuite certificate for Alumio expires today");
    assert_eq!(events.len(), 4);
    assert_eq!(of_one(&connection, NOW).unwrap(), document, "nothing in it is left to chance");
}

#[test]
fn the_text_says_client_system_and_what_to_do_and_holds_no_secret() {
    let connection = connection("Northwind Traders");
    let document = of_one(&connection, NOW).unwrap();
    let credential = &connection.credentials[0];
    let description = events(&document)[0].join("\n");
    for words in [
        "replace the certificate",
        "Client: Northwind Traders\\nTarget system: Alumio\\nAccount ID: 4718203\\n",
        credential.certificate_id().as_str(),
        &Day::of(credential.ends_at().unwrap()).in_words().replace(',', "\\,"),
    ] {
        assert!(description.contains(words), "{words} in {description}");
    }
    let key = serde_json::to_value(&credential.key).unwrap();
    assert!(!document.contains(key.as_str().unwrap()), "not even the name of the vault entry");
    assert!(!document.contains("BEGIN CERTIFICATE"));
}

#[test]
fn after_a_rotation_the_old_events_are_canceled_under_their_uids() {
    let mut connection = connection("Northwind Traders");
    let before = events(&of_one(&connection, NOW).unwrap());
    rotate(&mut connection);
    let after = events(&of_one(&connection, NOW).unwrap());
    assert_eq!(after.len(), 8);
    for (old, canceled) in before.iter().zip(&after) {
        assert_eq!(value(old, "UID"), value(canceled, "UID"));
        assert_eq!(value(old, "DTSTART"), value(canceled, "DTSTART"));
        assert_eq!(value(canceled, "STATUS"), "CANCELLED");
        assert!(sequence(canceled) > sequence(old));
        assert!(!canceled.iter().any(|line| line.starts_with("TRIGGER")));
    }
    for new in &after[4..] {
        assert_eq!(value(new, "STATUS"), "CONFIRMED");
        assert!(before.iter().all(|old| value(old, "UID") != value(new, "UID")));
    }
    let later = connection.credentials[0].ends_at().unwrap() + time::Duration::days(1);
    let remaining = events(&of_one(&connection, later).unwrap());
    assert_eq!(remaining.len(), 4, "canceled events that are over are left out");
}

#[test]
fn revoked_and_cleared_certificates_are_canceled_as_well() {
    for (state, words) in
        [(CredentialState::Revoked, "revoked"), (CredentialState::Gone, "no longer mapped")]
    {
        let mut connection = connection("Northwind Traders");
        connection.credentials[0].state = state;
        let events = events(&of_one(&connection, NOW).unwrap());
        assert_eq!(events.len(), 4);
        for event in events {
            assert_eq!(value(&event, "STATUS"), "CANCELLED");
            assert!(value(&event, "SUMMARY").ends_with(words));
        }
    }
}

#[test]
fn a_day_that_netsuite_moves_forward_moves_the_events_and_their_sequence() {
    let mut connection = connection("Northwind Traders");
    let before = events(&of_one(&connection, NOW).unwrap());
    connection.credentials[0].listed_until = Some(date!(2027 - 03 - 31));
    let after = events(&of_one(&connection, NOW).unwrap());
    assert_eq!(value(&after[0], "UID"), value(&before[0], "UID"));
    assert_eq!(value(&after[0], "DTSTART"), "VALUE=DATE:20270130");
    assert_eq!(value(&after[3], "DTSTART"), "VALUE=DATE:20270331");
    assert!(sequence(&after[0]) > sequence(&before[0]));
}

#[test]
fn days_that_have_passed_have_no_alarm() {
    let connection = connection("Northwind Traders");
    let now = connection.working().unwrap().ends_at().unwrap() - time::Duration::days(20);
    let alarms: Vec<_> = events(&of_one(&connection, now).unwrap())
        .iter()
        .map(|event| event.iter().any(|line| line == "BEGIN:VALARM"))
        .collect();
    assert_eq!(alarms, [false, false, true, true]);
}

#[test]
fn without_a_certificate_that_netsuite_knows_there_is_no_document() {
    let nothing = |result: Result<String>| {
        matches!(result, Err(Error::Connection(ConnectionError::NothingToRemind)))
    };
    let mut connection = connection("Northwind Traders");
    connection.credentials[0] = credential(CredentialState::Made);
    assert!(nothing(of_one(&connection, NOW)));
    assert!(nothing(of_all(&[], NOW)));
}

#[test]
fn the_practice_account_is_in_no_calendar_of_all() {
    let (real, mut practice) = (connection("Northwind Traders"), connection("Practice account"));
    practice.practice = true;
    let all = of_all(&[real, practice.clone()], NOW).unwrap();
    assert_eq!(events(&all).len(), 4);
    assert!(!all.contains("Practice account"));
    let one = of_one(&practice, NOW).unwrap().replace("\r\n ", "");
    assert!(one.contains("Account ID: 4718203 (practice account)"));
}

#[test]
fn whatever_a_client_is_called_no_line_is_broken() {
    for name in ["a, b; c\\d", "Süd\u{2028}Handels\tGmbH", &"株式会社 ".repeat(15)] {
        let mut connection = connection("Northwind Traders");
        connection.name = format!("{name}\r\nATTACH:x");
        let document = of_one(&connection, NOW).unwrap();
        assert!(
            document.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n']))
        );
        assert!(!document.split("\r\n").any(|line| line.starts_with("ATTACH")));
        assert_eq!(events(&document).len(), 4);
    }
}
