use std::fs;

use base64ct::{Base64, Encoding as _};
use netsuite_client::{InternalId, WhoAmI};
use netsuite_keys::certificate::{Certificate, CertificateId, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use serde_json::{Value, json};
use time::Duration;
use time::macros::datetime;

use super::*;
use crate::connection::{
    Change, Credential, CredentialState, GivenName, Holder, Proven, SlotHolder, SlotsSeen,
    VaultEntry,
};
use crate::target::Target;
use crate::vault::{EntryName, VaultPlace};

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

/// A connection that has come all the way, and its key.
fn connection() -> (Connection, PrivateKey) {
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind").unwrap();
    let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, NOW).unwrap();
    let (entry, place) = (EntryName::random(), VaultPlace::SecretService);
    let mut pair =
        Credential::new(entry, place, Algorithm::Es256, &certificate, Signature::Pss, NOW).unwrap();
    pair.arrived(&pair.predicted_id.clone());
    let (credential, certificate_id) = (pair.id.clone(), pair.predicted_id.clone());

    let mut connection = Connection::new("A & B <traders>", false, NOW).unwrap();
    let target = Target::named("alumio").unwrap();
    connection.change(Change::Target { target }, NOW).unwrap();
    connection.change(Change::Account { text: "4718203_SB1".into() }, NOW).unwrap();
    let kept = VaultEntry { entry: EntryName::random_of_secret(), place };
    connection.integration.client_secret = Some(kept);
    connection.add_credential(pair);
    let path = "/home/mira/keys/private.pem".to_owned();
    connection.note(NOW, Event::KeyExported { path, encrypted: true });
    connection.note(NOW, Event::CertificateUploaded { certificate_id, found_in_list: false });
    let who = WhoAmI { role: Some("1042".into()), entity: Some("17".into()), ..WhoAmI::default() };
    let expires_at = NOW + Duration::HOUR;
    connection.record_proof(Proven { at: NOW, expires_at, credential, who }).unwrap();
    connection.names.roles =
        vec![GivenName { id: InternalId::new(1042), name: "Alumio Integration".into() }];
    connection.note(NOW, Event::HandedOver { target });
    (connection, key)
}

/// Both files of a connection's evidence, in a new folder.
fn saved(connection: &mut Connection) -> (String, Value) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("evidence.html");
    save(connection, &path, NOW).unwrap();
    let json = fs::read(json_path(&path)).unwrap();
    (fs::read_to_string(&path).unwrap(), serde_json::from_slice(&json).unwrap())
}

fn has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "{part} is missing:\n{page}");
    }
}

#[test]
fn both_files_say_who_did_what_with_which_certificate_and_which_files() {
    let (mut connection, _) = connection();
    let credential = connection.working().unwrap();
    let fingerprint = credential.certificate().unwrap().fingerprint();
    let id = credential.certificate_id().to_string();
    let end = connection.history.end().unwrap().to_owned();
    let (page, json) = saved(&mut connection);
    has(
        &page,
        &[
            "Evidence for A &amp; B &lt;traders&gt;",
            "As of Nov 21, 2026, 12:00:00. All times are UTC.",
            "4718203_SB1 (sandbox)",
            "<dd>Tested</dd>",
            "Confirmed by NetSuite",
            &fingerprint,
            &id,
            "Private key exported, encrypted: /home/mira/keys/private.pem",
            "<td>Target system configured: Alumio</td>",
            "<td>Internal ID 17</td><td>Alumio Integration (internal ID 1042)</td>",
            "Certdesk hasn’t read the list",
            "the hash chain of the history had no gaps",
            "since the first entry",
            &end,
            "sha256sum",
            "<b>evidence.json</b>",
        ],
    );
    assert!(!page.contains("<script"), "{page}");
    let certificate = &json["certificates"][0];
    assert_eq!(
        (&certificate["certificateId"], &certificate["fingerprintSha256"], &certificate["state"]),
        (&json!(id), &json!(fingerprint), &json!("Tested"))
    );
    assert_eq!(json["connection"]["role"]["name"], "Alumio Integration");
    assert_eq!((&json["history"]["end"], &json["history"]["gaps"]), (&json!(end), &json!([])));
    assert_eq!(json["files"][0]["path"], "/home/mira/keys/private.pem");
    assert_eq!(json["files"][1]["what"], "Target system configured: Alumio");
}

#[test]
fn the_list_is_told_as_of_when_netsuite_showed_it() {
    let (mut connection, _) = connection();
    let certificate_id = CertificateId::predict(b"a vendor's");
    let name = Some("Orbit Payroll B.V.".to_owned());
    let holder = SlotHolder { certificate_id, holder: Holder::Vendor, name };
    connection.slots = Some(SlotsSeen::new(1, vec![holder], NOW - Duration::DAY));
    let (page, json) = saved(&mut connection);
    has(&page, &["on Nov 20, 2026, 12:00:00: 1 of 5 slots", "<td>Orbit Payroll B.V.</td>"]);
    let list = &json["netsuiteList"];
    assert_eq!((&list["asOf"], &list["active"]), (&json!("2026-11-20T12:00:00Z"), &json!(1)));
    assert_eq!(list["certificates"][0]["keyHeldBy"], "Orbit Payroll B.V.");
}

#[test]
fn the_lists_before_and_after_each_change_are_told_and_none_twice() {
    let (mut connection, _) = connection();
    let [old, new] = ["old", "new"].map(|name| CertificateId::predict(name.as_bytes()));
    let active: [&[&CertificateId]; 5] = [&[&old], &[&old], &[&new, &old], &[&old, &new], &[&new]];
    for (hours, active) in (0..).zip(active) {
        let holder = |id: &&CertificateId| SlotHolder {
            certificate_id: (*id).clone(),
            holder: Holder::Ours,
            name: None,
        };
        let holders = active.iter().map(holder).collect();
        connection.take_slots(SlotsSeen::new(active.len(), holders, NOW + Duration::hours(hours)));
    }
    let (page, json) = saved(&mut connection);
    let lists = json["netsuiteLists"].as_array().unwrap();
    let told = |list: &Value| list["certificateIds"].as_array().unwrap().len();
    assert_eq!(lists.iter().map(told).collect::<Vec<_>>(), [1, 2, 1]);
    assert_eq!(lists[1]["at"], "2026-11-21T14:00:00Z");
    let line = lists[2]["line"].as_u64().unwrap();
    let line = &json["lines"][usize::try_from(line).unwrap() - 1];
    assert_eq!(line["event"]["kind"], "list-changed");
    has(&page, &["Before and after each change", &format!("<div>{new}</div>")]);
}

#[test]
fn a_revoked_certificate_says_since_when_and_who_says_so() {
    let (mut connection, _) = connection();
    connection.credentials[0].state = CredentialState::Revoked;
    let certificate_id = connection.credentials[0].predicted_id.clone();
    connection
        .note(NOW, Event::CertificateRevokedByHand { certificate_id: certificate_id.clone() });
    let (page, json) = saved(&mut connection);
    has(&page, &["<dd>Revoked</dd>", "Nov 21, 2026, 12:00:00, as the user reported"]);
    assert_eq!(json["certificates"][0]["revokedAccordingTo"], "user");
    connection.note(NOW, Event::CertificateRevoked { certificate_id });
    has(&saved(&mut connection).0, &["as NetSuite’s list shows"]);
}

#[test]
fn neither_file_contains_a_secret_or_where_one_is() {
    let (mut connection, key) = connection();
    let (page, json) = saved(&mut connection);
    let pem = key.to_pem();
    let pem = std::str::from_utf8(pem.as_bytes()).unwrap();
    let line = pem.lines().nth(1).unwrap();
    assert!(Base64::decode_vec(line).is_ok() && line.len() > 40);
    let secret = serde_json::to_value(&connection.integration.client_secret).unwrap();
    let secret = secret["entry"].as_str().unwrap();
    for text in [page, json.to_string()] {
        assert!(!text.contains(line) && !text.contains("PRIVATE"), "{text}");
        assert!(!text.contains(connection.credentials[0].key.as_str()), "{text}");
        assert!(!text.contains(secret), "{text}");
    }
}

#[test]
fn a_history_from_before_the_chain_says_since_when_it_has_been_kept() {
    let (made, _) = connection();
    let mut stored = serde_json::to_value(&made).unwrap();
    let mut entries = stored["history"]["entries"].take();
    for entry in entries.as_array_mut().unwrap() {
        entry.as_object_mut().unwrap().remove("previous").unwrap();
    }
    stored["history"] = entries;
    let mut connection: Connection = serde_json::from_value(stored).unwrap();
    assert_eq!(connection.history.end(), None);
    let (page, json) = saved(&mut connection);
    let earlier = made.history.len();
    has(
        &page,
        &[
            "since Nov 21, 2026, 12:00:00, when it added the entries up to number",
            "Hash chain started, earlier entries added to it",
            "had no gaps",
        ],
    );
    assert_eq!(json["history"]["earlierEntries"], earlier);
    assert_eq!(json["history"]["chainSince"], "2026-11-21T12:00:00Z");
    assert_eq!(json["lines"].as_array().unwrap().len(), earlier + 1);
}

#[test]
fn evidence_replaces_evidence_and_no_other_file_beside_it() {
    let (mut connection, _) = connection();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.html");
    let beside = folder.path().join("report.json");
    fs::write(&beside, "{}").unwrap();
    let before = connection.history.clone();
    let refused = save(&mut connection, &path, NOW);
    assert!(
        matches!(&refused, Err(Error::File(FileError::Exists { path })) if *path == beside),
        "{refused:?}"
    );
    assert_eq!((connection.history.clone(), path.exists()), (before, false));
    assert_eq!(fs::read_to_string(&beside).unwrap(), "{}");
    fs::remove_file(&beside).unwrap();
    save(&mut connection, &path, NOW).unwrap();
    let first = fs::read(&beside).unwrap();
    save(&mut connection, &path, NOW).unwrap();
    assert_ne!(fs::read(&beside).unwrap(), first, "it knows of the first one");
}

#[test]
fn the_file_beside_a_page_never_has_the_same_name() {
    for (page, json) in [
        ("a.html", "a.json"),
        ("a.HTM", "a.json"),
        ("a.json", "a.json.json"),
        ("a", "a.json"),
        ("Northwind 1.5", "Northwind 1.5.json"),
    ] {
        assert_eq!(json_path(Path::new(page)), Path::new(json));
    }
}
