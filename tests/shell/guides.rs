//! The guides as their window calls them: the real wiring, permissions and documents, without a window.

use crate::test_app::{KEYCHAIN, TestApp, needs_a_keychain};
use serde_json::{Value, json};

const NOT_FOUND: &str = "Certificate \"custcertificate_oa_realtime\" not found";

fn change(app: &TestApp, change: Value) -> Value {
    app.does("pro_record_change", json!({ "account": "5530917", "change": change }))
}

fn open_step(view: &Value) -> Value {
    let steps = view["steps"].as_array().unwrap();
    steps
        .iter()
        .find(|step| step["state"] == "open")
        .map_or(Value::Null, |step| step["step"].clone())
}

#[test]
fn a_record_is_brought_back_by_hand_and_goes_on_after_a_restart() {
    let app = TestApp::new();
    assert_eq!(app.does("pro_message_read", json!({ "text": NOT_FOUND }))["kind"], "not-found");
    let begin =
        json!({ "account": "https://5530917.app.netsuite.com/app/center", "text": NOT_FOUND });
    let view = app.does("pro_record_begin", begin);
    assert_eq!((&view["accountId"], open_step(&view)), (&json!("5530917"), json!("bundles")));
    let bundles = json!({ "kind": "bundles", "import": "3.0", "integration": "" });
    let view = change(&app, bundles);
    assert_eq!(view["ways"], json!(["by-hand", "update"]));
    change(&app, json!({ "kind": "way", "way": "by-hand" }));
    change(&app, json!({ "kind": "act", "act": "record-saved", "done": true }));

    let app = app.starts_again();
    let view = app.does("pro_record_read", json!({ "account": "5530917" }));
    assert_eq!((open_step(&view), &view["way"]), (json!("restore"), &json!("by-hand")));
    assert_eq!(view["acts"], json!(["record-saved"]));
    let id = json!({ "kind": "record-id", "text": "custcertificate_oa_realtime" });
    assert_eq!(open_step(&change(&app, id)), "role");
    let text = "Current real-time import certificate is valid until 2099-12-31";
    let view = change(&app, json!({ "kind": "check", "text": text }));
    assert_eq!((open_step(&view), &view["proven"]), (Value::Null, &json!(true)));
    let board = app.does("pro_record_list", json!({}));
    assert_eq!(board["records"][0]["openStep"], Value::Null);
    app.does("pro_record_remove", json!({ "account": "5530917" }));
    assert_eq!(app.fails("pro_record_read", json!({ "account": "5530917" })), "guide-unknown");
}

#[test]
fn no_valid_certificate_is_one_press_and_not_found_afterwards_is_the_newest_fact() {
    let app = TestApp::new();
    let none = "No valid certificate available for real-time import";
    let view = app.does("pro_record_begin", json!({ "account": "5530917", "text": none }));
    let steps: Vec<_> = view["steps"].as_array().unwrap().iter().map(|one| &one["step"]).collect();
    assert_eq!(steps, ["says", "generate", "check"]);
    let generated = json!({ "kind": "act", "act": "generated", "done": true });
    assert_eq!(open_step(&change(&app, generated)), "check");
    let view = change(&app, json!({ "kind": "check", "text": NOT_FOUND }));
    assert_eq!((open_step(&view), &view["failed"]), (json!("bundles"), &json!(true)));
    assert_eq!(view["heard"]["said"]["kind"], "not-found");
    assert_eq!(view["acts"], json!([]), "a press that did not help is not done");
    let app = app.starts_again();
    let board = app.does("pro_record_list", json!({}));
    assert_eq!(board["records"][0]["situation"], "not-found");
}

#[test]
fn what_cannot_be_understood_is_refused_and_begins_nothing() {
    let app = TestApp::new();
    let begin = |account: &str, text: &str| {
        app.fails("pro_record_begin", json!({ "account": account, "text": text }))
    };
    assert_eq!(begin("evil.com/", NOT_FOUND), "account-id-invalid");
    assert_eq!(begin("5530917", "INVALID_LOGIN"), "health-check-unknown");
    assert_eq!(begin("5530917", "-----BEGIN PRIVATE KEY-----"), "paste-is-secret");
    assert_eq!(app.does("pro_record_list", json!({}))["records"], json!([]));
}

#[test]
fn a_document_of_a_newer_version_is_told_and_left_as_it_is() {
    let app = TestApp::new();
    let begin = json!({ "account": "5530917", "text": NOT_FOUND });
    app.does("pro_record_begin", begin.clone());
    let file = app.data().join("suiteprojects-pro/5530917.proRecord.json");
    let newer = std::fs::read_to_string(&file)
        .unwrap()
        .replace("\"schemaVersion\": 2", "\"schemaVersion\": 3");
    std::fs::write(&file, &newer).unwrap();
    assert_eq!(app.fails("pro_record_begin", begin), "document-newer");
    assert_eq!(app.fails("pro_record_read", json!({ "account": "5530917" })), "document-newer");
    let board = app.does("pro_record_list", json!({}));
    assert_eq!(board["unreadable"][0]["reason"], "newer");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), newer);
}

/// As a bank gives it; nothing else in these tests looks like it.
const VALUE: &str = "q7Vd2mKx9PzLw0aB-gull-over-the-harbour";

fn bank(app: &TestApp) -> Value {
    app.does("api_secret_begin", json!({ "account": "5530917", "bank": "First Harbour Bank" }))
}

fn hold(app: &TestApp, id: &Value, value: &str, again: &str) -> Result<Value, Value> {
    let of = json!({ "id": id, "kind": "client-secret", "value": value, "again": again });
    app.call("api_secret_value_hold", of)
}

fn alter(app: &TestApp, id: &Value, change: Value) -> Value {
    app.does("api_secret_change", json!({ "id": id, "change": change }))
}

#[test]
fn a_pair_is_begun_named_and_entered_on_several_bank_connections() {
    let app = TestApp::new();
    let view = bank(&app);
    let id = &view["id"];
    assert_eq!(view["secrets"][1]["wholeId"], "custsecret_first_harbour_bank_client_secret");
    let entry = |name: &str, script_id: &str, ends_on: &str| json!([{ "secret": "client-id", "name": name, "scriptId": script_id, "endsOn": ends_on }]);
    let check = json!({ "id": id, "secrets": entry("Bank pin", "FHB id", "03/04/2027") });
    let notes = app.does("api_secret_check", check);
    assert_eq!(notes[0]["name"][0], json!({ "kind": "word", "word": "pin" }));
    let kinds: Vec<_> =
        notes[0]["id"].as_array().unwrap().iter().map(|note| &note["kind"]).collect();
    assert_eq!(kinds, ["no-underscore", "blank", "capital"]);
    assert_eq!(notes[0]["day"]["readings"], json!(["2027-03-04", "2027-04-03"]));
    let rename = |script_id: &str| json!({ "kind": "names", "secrets": entry("FHB client ID", script_id, "") });
    let taken = json!({ "id": id, "change": rename("_first_harbour_bank_client_secret") });
    assert_eq!(app.fails("api_secret_change", taken), "secret-id-refused");
    assert_eq!(view["steps"][0]["state"], "open");
    let renamed = alter(&app, id, rename("_fhb_client_id"));
    assert_eq!(renamed["steps"][1], json!({ "step": "create", "state": "open" }));
    for name in ["EUR accounts", "USD accounts"] {
        alter(&app, id, json!({ "kind": "add-connection", "name": name }));
    }
    alter(&app, id, json!({ "kind": "entered", "name": "EUR accounts", "done": true }));
    let app = app.starts_again();
    let board = app.does("api_secret_list", json!({}));
    assert_eq!(board["banks"][0]["entered"], 1);
    assert_eq!(board["banks"][0]["connections"], 2);
}

#[test]
fn the_hour_of_a_change_ends_at_the_same_instant_after_a_restart() {
    let app = TestApp::new();
    let id = bank(&app)["id"].clone();
    let changed = alter(&app, &id, json!({ "kind": "changed" }));
    assert!(changed["overlap"]["until"].is_string());
    let withdrawn = json!({ "id": id, "change": { "kind": "old-withdrawn" } });
    assert_eq!(app.fails("api_secret_change", withdrawn), "overlap-lasts");
    let app = app.starts_again();
    let read = app.does("api_secret_read", json!({ "id": id }));
    assert_eq!(read["overlap"], changed["overlap"]);
}

#[test]
fn a_value_in_memory_is_measured_and_is_in_no_answer_and_in_no_file() {
    let app = TestApp::new();
    let view = bank(&app);
    let id = &view["id"];
    let refused = hold(&app, id, VALUE, "something else").unwrap_err();
    assert_eq!(refused["kind"], "values-differ");
    let held = hold(&app, id, VALUE, VALUE).unwrap();
    assert_eq!(held["secrets"][1]["held"]["characters"], VALUE.len());
    // Neither a name nor a choice nor a connection takes it in.
    for change in [
        json!({ "kind": "bank", "name": format!("Bank {VALUE}") }),
        json!({ "kind": "add-connection", "name": VALUE.to_uppercase() }),
        json!({ "kind": "names", "secrets": [{ "secret": "client-id", "name": format!("x {VALUE}"), "scriptId": "_x", "endsOn": "" }] }),
        json!({ "kind": "names", "secrets": [{ "secret": "client-id", "name": "x", "scriptId": "_x", "endsOn": VALUE }] }),
        json!({ "kind": "choices", "choices": {
            "owners": VALUE, "forSuiteApp": false, "suiteApp": "", "testAccounts": "",
            "employees": "", "allScripts": false, "scripts": "", "allDomains": false, "domains": "",
        }}),
    ] {
        let request = json!({ "id": id, "change": change });
        assert_eq!(app.fails("api_secret_change", request), "text-holds-value", "{change}");
    }
    alter(&app, id, json!({ "kind": "changed" }));
    for command in ["api_secret_read", "api_secret_list"] {
        let answer = app.does(command, json!({ "id": id })).to_string();
        assert!(!answer.contains(VALUE), "{command} gives it back");
    }
    assert!(files_with(&app.data(), "First Harbour").len() == 1, "the search finds what is there");
    assert_eq!(files_with(&app.data(), VALUE), Vec::<std::path::PathBuf>::new());
    // A bank that already has the value in its name does not get it.
    let named = app
        .does("api_secret_begin", json!({ "account": "5530917", "bank": format!("Bank {VALUE}") }));
    assert_eq!(hold(&app, &named["id"], VALUE, VALUE).unwrap_err()["kind"], "text-holds-value");

    app.does("api_secret_values_discard", json!({}));
    let read = app.does("api_secret_read", json!({ "id": id }));
    assert_eq!(read["secrets"][1]["held"], Value::Null);
    let keep = json!({ "id": id, "kind": "client-secret" });
    assert_eq!(app.fails("api_secret_value_keep", keep), "value-missing");
}

#[test]
fn a_value_is_kept_in_the_vault_only_on_request_and_is_gone_with_its_bank() {
    needs_a_keychain();
    let app = TestApp::new();
    app.does("vault_check", json!({}));
    let id = bank(&app)["id"].clone();
    hold(&app, &id, VALUE, VALUE).unwrap();
    let of = json!({ "id": id, "kind": "client-secret" });
    let kept = app.does("api_secret_value_keep", of.clone());
    assert_eq!(kept["secrets"][1]["kept"], KEYCHAIN);
    assert_eq!(files_with(&app.data(), VALUE), Vec::<std::path::PathBuf>::new());
    // A second one takes its place.
    hold(&app, &id, "another value of it", "another value of it").unwrap();
    app.does("api_secret_value_keep", of.clone());
    let deleted = app.does("api_secret_value_delete", of);
    assert_eq!(deleted["secrets"][1]["kept"], Value::Null);
    let document = std::fs::read_to_string(&files_with(&app.data(), "First Harbour")[0]).unwrap();
    assert!(document.contains("\"pendingEntries\": []"), "nothing stays in the vault: {document}");
    app.does("api_secret_remove", json!({ "id": id }));
    assert_eq!(app.fails("api_secret_read", json!({ "id": id })), "guide-unknown");
}

#[test]
fn a_bank_and_a_record_that_were_removed_come_back_but_no_value_that_was_stored() {
    needs_a_keychain();
    let app = TestApp::new();
    app.does("vault_check", json!({}));
    let id = bank(&app)["id"].clone();
    hold(&app, &id, VALUE, VALUE).unwrap();
    app.does("api_secret_value_keep", json!({ "id": id, "kind": "client-secret" }));
    let before = app.does("api_secret_read", json!({ "id": id }));
    app.does("api_secret_remove", json!({ "id": id }));
    app.does("api_secret_restore", json!({}));
    let back = app.does("api_secret_read", json!({ "id": id }));
    assert_eq!(back["bank"], before["bank"]);
    assert_eq!(
        (&before["secrets"][1]["kept"], &back["secrets"][1]["kept"]),
        (&KEYCHAIN.into(), &Value::Null)
    );

    app.does("pro_record_begin", json!({ "account": "5530917", "text": NOT_FOUND }));
    let before = app.does("pro_record_read", json!({ "account": "5530917" }));
    app.does("pro_record_remove", json!({ "account": "5530917" }));
    app.does("pro_record_restore", json!({}));
    assert_eq!(app.does("pro_record_read", json!({ "account": "5530917" })), before);
    // There is nothing more to bring back, and nothing is overwritten.
    app.does("pro_record_restore", json!({}));
    assert_eq!(app.does("pro_record_read", json!({ "account": "5530917" })), before);
}

#[test]
fn a_guide_that_cannot_be_brought_back_now_can_be_later() {
    let app = TestApp::new();
    app.does("pro_record_begin", json!({ "account": "5530917", "text": NOT_FOUND }));
    let before = app.does("pro_record_read", json!({ "account": "5530917" }));
    app.does("pro_record_remove", json!({ "account": "5530917" }));
    let folder = app.data().join("suiteprojects-pro");
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::write(&folder, "in the way").unwrap();
    app.fails("pro_record_restore", json!({}));
    std::fs::remove_file(&folder).unwrap();
    app.does("pro_record_restore", json!({}));
    assert_eq!(app.does("pro_record_read", json!({ "account": "5530917" })), before);
}

#[test]
fn the_places_are_those_that_the_app_writes_to() {
    let app = TestApp::new();
    bank(&app);
    let places = app.does("app_places", json!({}));
    let places = places.as_array().unwrap();
    let place = |kind: &str| places.iter().find(|place| place["kind"] == kind).unwrap();
    assert_eq!(place("data")["path"], app.data().display().to_string());
    assert_eq!(place("banks")["exists"], true);
    assert_eq!(place("key-files")["exists"], false);
}

#[test]
fn everything_that_is_shipped_is_listed_with_its_license() {
    let list = TestApp::new().does("license_list", json!({}));
    let packages = list["packages"].as_array().unwrap();
    let texts = list["texts"].as_array().unwrap();
    let names: Vec<_> = packages.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names[..2], ["Certdesk", "Rust standard library"]);
    assert!(names[2..].is_sorted(), "{names:?}");
    let texts_of = |package: &Value| -> Vec<String> {
        let numbers = package["texts"].as_array().unwrap().iter();
        let text = |number: &Value| &texts[usize::try_from(number.as_u64().unwrap()).unwrap()];
        numbers.map(|number| text(number).as_str().unwrap().to_owned()).collect()
    };
    for name in ["Certdesk", "tauri", "rustls", "aws-lc-rs"] {
        let package = packages.iter().find(|one| one["name"] == name).unwrap();
        assert!(texts_of(package).iter().any(|text| text.len() > 500), "{package}");
    }
    for package in packages {
        assert!(!package["version"].as_str().unwrap().is_empty());
        let names_terms = package["license"].as_str().is_some_and(|license| !license.is_empty());
        assert!(names_terms || !texts_of(package).is_empty(), "{package}");
        assert!(texts_of(package).iter().all(|text| !text.trim().is_empty()), "{package}");
    }
    for name in ["cargo_metadata", "certdesk-core", "serde_derive", "tauri-build"] {
        assert!(!names.contains(&name), "{name} is ours, or only builds the program");
    }
}

/// The files below a folder that hold a text, as it is or in hex.
fn files_with(folder: &std::path::Path, text: &str) -> Vec<std::path::PathBuf> {
    let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_with(&path, text));
        } else {
            let content = String::from_utf8_lossy(&crate::test_app::content(&path)).into_owned();
            if content.contains(text) || content.to_lowercase().contains(&hex) {
                found.push(path);
            }
        }
    }
    found
}
