//! Reminders for a calendar before two readers: icalendar for Python and ical.js for Node.

use certdesk_core::calendar;
use certdesk_core::connection::{Change, Connection, Credential, CredentialState, Event};
use certdesk_core::day::Day;
use certdesk_core::target::Target;
use certdesk_core::vault::{EntryName, VaultPlace};
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::macros::datetime;

use crate::programs::{agreed, ask_with_input, installed};
use crate::words;

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

/// Names with everything that the format escapes or folds.
const CLIENTS: [(&str, &str, u32); 3] = [
    ("Northwind Traders", "alumio", 730),
    ("Süd, Handels; GmbH \\ Co: \"Łódź\"", "suitecloud-cli", 90),
    ("株式会社ノースウィンド・トレーダーズ・ホールディングス東京本社 (統括)", "other", 365),
];

fn credential(days: u32) -> Credential {
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let certificate = Certificate::issue(&key, &subject, days, Signature::Pss, NOW).unwrap();
    let (entry, place) = (EntryName::random(), VaultPlace::SecretService);
    let mut made =
        Credential::new(entry, place, Algorithm::Es256, &certificate, Signature::Pss, NOW).unwrap();
    made.arrived(&made.predicted_id.clone());
    made.state = CredentialState::Current;
    made
}

fn connections() -> Vec<Connection> {
    let made = CLIENTS.map(|(name, target, days)| {
        let mut connection = Connection::new(name, false, NOW).unwrap();
        connection.change(Change::Account { text: "4718203_SB1".into() }, NOW).unwrap();
        let target = Target::named(target).unwrap();
        connection.change(Change::Target { target }, NOW).unwrap();
        connection.add_credential(credential(days));
        connection
    });
    made.into()
}

/// As a confirmed switch leaves it.
fn rotate(connection: &mut Connection) {
    connection.credentials[0].state = CredentialState::Superseded;
    let new = credential(730);
    let certificate_id = new.certificate_id().clone();
    connection.credentials.push(new);
    connection.note(NOW, Event::Switched { certificate_id });
}

/// What both readers find, which must be the same.
fn read(document: &str) -> Vec<Value> {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let python = installed("python/bin/python");
    let folder = installed("node_modules/ical.js").parent().unwrap().parent().unwrap().to_owned();
    let [by_python, by_node] = [
        ask_with_input(python, words![format!("{here}reminders.py")], document.as_bytes()),
        ask_with_input("node", words![format!("{here}reminders.mjs"), folder], document.as_bytes()),
    ]
    .map(|answer| serde_json::from_str::<Vec<Value>>(&agreed("calendar", &answer)).unwrap());
    assert_eq!(by_python, by_node, "both readers understand the same");
    by_python
}

#[test]
fn both_readers_find_each_certificates_days_and_alarms() {
    let connections = connections();
    let events = read(&calendar::of_all(&connections, NOW).unwrap());
    assert_eq!(events.len(), 12);
    for (connection, events) in connections.iter().zip(events.chunks(4)) {
        let ends = Day::of(connection.working().unwrap().ends_at().unwrap());
        for (event, days) in events.iter().zip([60, 30, 14, 0]) {
            let day = ends.earlier(days);
            assert_eq!(event["start"], day.to_string());
            assert_eq!(event["end"], day.next().to_string());
            assert_eq!(event["status"], "CONFIRMED");
            let summary = event["summary"].as_str().unwrap();
            assert!(summary.starts_with(&format!("{}: ", connection.name)), "{summary}");
            let description = event["description"].as_str().unwrap();
            let client = format!("\n\nClient: {}\nTarget system: ", connection.name);
            assert!(description.contains(&client), "{description}");
            assert!(!description.contains("PRIVATE") && !description.contains("BEGIN"));
            // 9 a.m. on the day before.
            let alarm = json!([{ "action": "DISPLAY", "seconds": -15 * 3600, "text": summary }]);
            assert_eq!(event["alarms"], alarm);
        }
    }
    let mut uids: Vec<_> = events.iter().map(|event| event["uid"].as_str().unwrap()).collect();
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), 12);
}

#[test]
fn after_a_rotation_both_readers_find_the_old_events_canceled() {
    let mut connections = connections();
    let before = read(&calendar::of_all(&connections, NOW).unwrap());
    rotate(&mut connections[0]);
    let after = read(&calendar::of_all(&connections, NOW).unwrap());
    assert_eq!(after.len(), 16);
    for old in &before {
        let same: Vec<_> = after.iter().filter(|event| event["uid"] == old["uid"]).collect();
        let [same] = same[..] else { panic!("{} is there once", old["uid"]) };
        assert_eq!((&same["start"], &same["end"]), (&old["start"], &old["end"]));
        if before[..4].contains(old) {
            assert_eq!((&same["status"], &same["alarms"]), (&json!("CANCELLED"), &json!([])));
            assert!(same["sequence"].as_u64() > old["sequence"].as_u64());
        } else {
            assert_eq!(same, old, "other connections stay as they are");
        }
    }
    let new = after.iter().filter(|event| before.iter().all(|old| old["uid"] != event["uid"]));
    assert!(new.clone().all(|event| event["status"] == "CONFIRMED"));
    assert_eq!(new.count(), 4);
}
