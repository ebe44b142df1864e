//! The file doctor as the window calls it: what crosses, what does not, and what a pair becomes.

use std::path::{Path, PathBuf};

use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{KeyType, PrivateKey, Search};
use serde_json::{Value, json};
use tauri::async_runtime::block_on;
use time::OffsetDateTime;

use crate::person::Administrator;
use crate::test_app::{TestApp, needs_a_keychain};

#[test]
fn a_pair_that_was_dropped_is_told_as_one_and_becomes_a_connection() {
    needs_a_keychain();
    let app = TestApp::new();
    app.does("vault_check", json!({}));
    app.does("file_doctor_open", json!({}));
    let view = drops(&app, &["certificate-p-384.pem", "key-p-384-sec1.pem"]);
    let files: Vec<&Value> = view["files"].as_array().unwrap().iter().collect();
    assert_eq!(files[0]["items"][0]["kind"], "certificate");
    assert_eq!(files[1]["items"][0]["key"]["keyType"], "p-384");
    let case = &view["cases"][0];
    assert_eq!(case["pair"], true);

    let pair = app.does("file_doctor_bring", json!({ "files": case["files"] }));
    assert_eq!(pair["problems"], json!([]));
    assert_eq!(pair["certificateId"], files[0]["items"][0]["certificate"]["certificateId"]);
    let made = app.does("pair_import", json!({ "name": "Larkspur Medical" }));
    assert_eq!(made["credentials"][0]["certificateId"], pair["certificateId"]);
    app.does("connection_remove", json!({ "id": made["id"], "typed": "Larkspur Medical" }));
}

#[test]
fn no_answer_carries_a_private_key() {
    let app = TestApp::new();
    app.does("file_doctor_open", json!({}));
    let names = ["key-rsa-4096-pkcs8.pem", "pair-p-256.pem", "key-p-521-opens.pem"];
    let view = drops(&app, &names);
    let file = view["files"][2]["file"].clone();
    let opened = app.does("file_doctor_unlock", json!({ "file": file, "passphrase": "changeit" }));
    assert_eq!(opened["files"][2]["items"][0]["kind"], "private-key");
    let said = opened.to_string();
    for name in names {
        let text = std::fs::read_to_string(corpus(name)).unwrap();
        let (_, key) = text.split_once("PRIVATE KEY-----").unwrap();
        let (key, _) = key.split_once("-----END").unwrap();
        for line in key.split_whitespace() {
            assert!(!said.contains(line), "{name}: {line}");
        }
    }
}

#[test]
fn a_passphrase_that_opens_nothing_is_told_and_the_file_stays() {
    let app = TestApp::new();
    app.does("file_doctor_open", json!({}));
    for name in ["key-rsa-3072-locked.pem", "store-locked.p12"] {
        let view = drops(&app, &[name]);
        let file = view["files"][0]["file"].clone();
        assert_eq!(view["files"][0]["needsPassphrase"], true);
        let wrong = json!({ "file": file, "passphrase": "not this one" });
        assert_eq!(app.fails("file_doctor_unlock", wrong), "passphrase-wrong");
        let view = app.does("file_doctor_remove", json!({ "files": [file] }));
        assert_eq!(view["files"], json!([]));
    }
}

#[test]
fn a_private_key_is_not_taken_by_pasting_and_a_certificate_is() {
    let app = TestApp::new();
    app.does("file_doctor_open", json!({}));
    for name in
        ["key-p-256-pkcs8.pem", "key-p-256-locked.pem", "node-jwk-private.json", "putty-2.ppk"]
    {
        let text = std::fs::read_to_string(corpus(name)).unwrap();
        let pasted = json!({ "name": "Pasted text 1", "text": text });
        assert_eq!(app.fails("file_doctor_paste", pasted), "is-private-key", "{name}");
    }
    let text = std::fs::read_to_string(corpus("certificate-rsa-4096.pem")).unwrap();
    let view = app.does("file_doctor_paste", json!({ "name": "Pasted text 1", "text": text }));
    assert_eq!(view["files"][0]["name"], "Pasted text 1");
    assert_eq!(view["files"][0]["verdict"], "accepted");
}

#[test]
fn the_rules_of_a_target_are_looked_at_once_it_is_named() {
    let app = TestApp::new();
    app.does("file_doctor_open", json!({}));
    drops(&app, &["certificate-p-256.pem"]);
    let checks = |view: &Value| view["files"][0]["items"][0]["checks"].clone();
    let aimed = app.does("file_doctor_aim", json!({ "target": "suitecloud-cli" }));
    let refused = json!({ "check": "target-key", "outcome": "failed", "detail": "SuiteCloud CLI" });
    assert!(checks(&aimed).as_array().unwrap().contains(&refused), "{}", checks(&aimed));
    let anything = app.does("file_doctor_aim", json!({ "target": null }));
    assert!(!checks(&anything).to_string().contains("target-key"));
}

#[test]
fn a_table_that_is_closed_takes_nothing_and_forgets_what_lay_there() {
    let app = TestApp::new();
    certdesk_lib::files_dropped(app.tauri.handle(), vec![corpus("certificate-p-256.pem")]);
    assert_eq!(app.does("file_doctor_read", json!({}))["files"], json!([]));
    app.does("file_doctor_open", json!({}));
    drops(&app, &["certificate-p-256.pem"]);
    app.does("file_doctor_close", json!({}));
    assert_eq!(app.does("file_doctor_read", json!({}))["files"], json!([]));
}

#[test]
fn the_id_of_a_key_is_found_offline_or_by_trials_of_ids_that_were_laid_out() {
    let app = TestApp::new();
    let practice = app.does("practice_start", json!({}));
    let administrator = Administrator::at(practice["address"].as_str().unwrap());
    let record = block_on(administrator.creates_an_integration_record("Larkspur M2M"));
    let made = json!({ "name": "Larkspur Medical", "practice": true });
    let id = app.does("connection_create", made)["id"].clone();
    assert_eq!(app.does("certificate_id_records", json!({})), json!([]), "no Consumer Key yet");
    app.changes(&id, json!({ "kind": "account", "text": practice["accountId"] }));
    let scopes = json!(["restlets"]);
    app.changes(&id, json!({ "kind": "integration", "name": "Larkspur M2M", "scopes": scopes }));
    app.changes(&id, json!({ "kind": "client-id", "text": record.consumer_key }));
    assert_eq!(app.does("certificate_id_records", json!({}))[0]["connectionId"], id);

    let [(_, other), (key, own)] = [(); 2].map(|()| pair());
    for certificate in [&other, &own] {
        block_on(administrator.maps_a_certificate(&record, &certificate.to_pem()));
    }
    let file = |name: &str, content: &str| {
        let path = app.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    };
    let on_table = |paths: Vec<PathBuf>| {
        let most = paths.len();
        certdesk_lib::files_dropped(app.tauri.handle(), paths);
        lies_there(&app, most)["files"][0]["file"].clone()
    };
    let looks = |number: &Value, pasted: &Value| {
        let of = json!({ "file": number, "item": 0, "id": id, "pasted": pasted });
        app.call("certificate_id_look_up", of)
    };
    let tries = |id: &str| app.call("certificate_id_try", json!({ "certificateId": id }));

    app.does("file_doctor_open", json!({}));
    let key_file = file("private.pem", &key.to_pem());
    let number = on_table(vec![key_file.clone()]);
    let refused = looks(&number, &Value::Null).unwrap_err();
    assert_eq!(refused["kind"], "sign-in-needed", "the list is NetSuite's");
    let (other, own_id) = (other.id().to_string(), own.id().to_string());
    let copied = json!(format!("{other}  Integration\n{own_id}  Integration"));
    let laid_out = looks(&number, &copied).unwrap();
    assert_eq!(laid_out["found"], Value::Null);
    assert_eq!(laid_out["candidates"][1]["certificateId"], own_id);
    assert_eq!(tries(&other).unwrap(), false);
    assert!(tries(&other).is_err(), "once is enough");
    let again = looks(&number, &copied).unwrap();
    assert_eq!(again["candidates"].as_array().unwrap().len(), 1, "refused once, not offered again");
    assert_eq!(tries(&own_id).unwrap(), true);

    app.does("file_doctor_open", json!({}));
    assert!(tries(&own_id).is_err(), "with the table, the trials are cleared");
    let number = on_table(vec![key_file, file("public.pem", &own.to_pem())]);
    let found = looks(&number, &copied).unwrap();
    assert_eq!(found["found"]["certificateId"], own_id);
    assert_eq!(found["candidates"], json!([]));
}

fn pair() -> (PrivateKey, Certificate) {
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Larkspur Medical").unwrap();
    let now = OffsetDateTime::now_utc();
    let issued = Certificate::issue(&key, &subject, 365, Signature::Pss, now).unwrap();
    (key, issued)
}

/// Drops files of the corpus and waits until all of them lie there.
fn drops(app: &TestApp, names: &[&str]) -> Value {
    let paths = names.iter().map(|name| corpus(name)).collect();
    certdesk_lib::files_dropped(app.tauri.handle(), paths);
    lies_there(app, names.len())
}

/// The table, as soon as that many files lie there.
fn lies_there(app: &TestApp, files: usize) -> Value {
    loop {
        let view = app.does("file_doctor_read", json!({}));
        if view["files"].as_array().unwrap().len() == files {
            return view;
        }
        std::thread::yield_now();
    }
}

fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/doctor/corpus").join(name)
}
