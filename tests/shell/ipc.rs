//! Every command as the window calls it: the real wiring, the real permissions, a real
//! keychain and the practice account, without a window.

#[path = "../../src-tauri/src/command_names.rs"]
mod names;

use crate::person::Administrator;
use crate::test_app::{KEYCHAIN, OWN_ORIGIN, TestApp, call, needs_a_keychain, window};
use names::COMMANDS;
use serde_json::{Value, json};

/// A practice connection with everything but its key.
struct Prepared {
    id: Value,
    administrator: Administrator,
    record: crate::person::Record,
}

fn prepare(app: &TestApp) -> Prepared {
    let practice = app.does("practice_start", json!({}));
    let administrator = Administrator::at(practice["address"].as_str().unwrap());
    let record =
        tauri::async_runtime::block_on(administrator.creates_an_integration_record("Alumio M2M"));
    let connection =
        app.does("connection_create", json!({ "name": "Northwind Traders", "practice": true }));
    let id = connection["id"].clone();
    app.changes(&id, json!({ "kind": "target", "target": "alumio" }));
    app.changes(&id, json!({ "kind": "account", "text": practice["accountId"] }));
    app.changes(&id, json!({ "kind": "role", "roleName": "Integration", "entityName": "Robot" }));
    let scopes = ["restlets", "rest_webservices"];
    app.changes(&id, json!({ "kind": "integration", "name": "Alumio M2M", "scopes": scopes }));
    app.changes(&id, json!({ "kind": "client-id", "text": record.consumer_key }));
    Prepared { id, administrator, record }
}

fn make(app: &TestApp, id: &Value, key_type: &str, algorithm: &str) -> Value {
    needs_a_keychain();
    app.does("vault_check", json!({}));
    app.does(
        "certificate_make",
        json!({ "id": id, "request": {
            "keyType": key_type, "algorithm": algorithm, "days": 730,
            "subject": "Northwind Traders - practice - Alumio", "signature": "pss",
        }}),
    )
}

#[test]
fn from_nothing_to_a_token_that_is_handed_over() {
    let app = TestApp::new();
    let Prepared { id, administrator, record } = prepare(&app);
    let made = make(&app, &id, "rsa-3072", "PS256");
    let credential = &made["credentials"][0];
    assert_eq!(credential["state"], "made");
    assert_eq!(credential["keyStore"], KEYCHAIN);
    // Back-dated by some minutes: shortly after midnight it is one day less.
    assert!([729, 730].contains(&credential["daysLeft"].as_i64().unwrap()), "{credential}");

    let pem = credential["certificatePem"].as_str().unwrap();
    let shown = tauri::async_runtime::block_on(administrator.maps_a_certificate(&record, pem));
    assert_eq!(credential["certificateId"], shown, "the Certificate ID was predicted");
    let credential_id = &made["credential"];
    let confirmation = json!({
        "kind": "certificate-id", "credentialId": credential_id, "text": shown, "accept": false
    });
    assert_eq!(app.changes(&id, confirmation)["credentials"][0]["state"], "uploaded");

    let proof = app.does("token_request", json!({ "id": id, "credentialId": credential_id }));
    assert_eq!(proof["summary"]["account"], "TSTDRV1000001");
    assert!(proof["assertion"]["claims"].as_str().unwrap().contains(&record.consumer_key));
    assert!(proof["checks"].as_array().unwrap().iter().all(|check| check["passed"] == true));

    let kit = app.does("kit_read", json!({ "id": id }));
    assert_eq!(kit["where"], json!(["Clients", "HTTP Authentications", "New"]));
    let fields: Vec<_> =
        kit["fields"].as_array().unwrap().iter().map(|f| f["label"].clone()).collect();
    assert_eq!(
        fields,
        [
            "Settings",
            "Provider",
            "JWT algorithm",
            "Certificate ID",
            "Consumer Key",
            "Scopes",
            "Authentication URL",
            "Private key"
        ]
    );
    let code = app.does("code_sample_list", json!({ "id": id }));
    assert_eq!([&code["keyFile"], &code["keySaved"]], [&json!("private.pem"), &json!(false)]);
    let samples = code["samples"].as_array().unwrap();
    assert!(samples.len() > 9, "{code}");
    for sample in samples {
        let code = sample["code"].as_str().unwrap();
        assert!(code.contains(&record.consumer_key) && code.contains(&shown), "{code}");
        assert!(!code.contains("PRIVATE KEY-"), "{code}");
    }
    let done = app.changes(&id, json!({ "kind": "handed-over" }));
    assert_eq!(done["status"]["kind"], "in-order");
    assert_eq!(done["credentials"][0]["state"], "current");

    let board = app.does("connection_list", json!({}));
    assert_eq!(board["connections"][0]["nextAct"], "test");
    assert_eq!(board["connections"][0]["needsYou"], false);
    app.does("connection_remove", json!({ "id": id, "typed": "Northwind Traders" }));
}

#[test]
fn a_calendar_without_a_certificate_is_refused_before_a_file_is_chosen() {
    let app = TestApp::new();
    let new = json!({ "name": "Northwind Traders", "practice": false });
    let id = app.does("connection_create", new)["id"].clone();
    assert_eq!(app.fails("calendar_save", json!({ "id": id })), "nothing-to-remind");
    assert_eq!(app.fails("calendar_save", json!({ "id": null })), "nothing-to-remind");
    let nobody = json!({ "id": "0".repeat(id.as_str().unwrap().len()) });
    assert_eq!(app.fails("calendar_save", nobody), "connection-unknown");
    assert_eq!(app.fails("calendar_open", json!({})), "unexpected", "nothing was saved");
}

#[test]
fn a_connection_is_where_it_was_after_a_restart_and_so_is_the_practice_account() {
    let app = TestApp::new();
    let Prepared { id, administrator, record } = prepare(&app);
    let made = make(&app, &id, "p-256", "ES256");
    let pem = made["credentials"][0]["certificatePem"].as_str().unwrap();
    tauri::async_runtime::block_on(administrator.maps_a_certificate(&record, pem));
    app.does("practice_stop", json!({}));
    let app = app.starts_again();

    let read = app.does("connection_read", json!({ "id": id }));
    assert_eq!(read["credentials"], made["credentials"]);
    let request = json!({ "id": id, "credentialId": made["credential"] });
    assert_eq!(app.fails("token_request", request.clone()), "practice-not-running");
    app.does("practice_start", json!({}));
    app.does("token_request", request);
    app.does("connection_remove", json!({ "id": id, "typed": "Northwind Traders" }));
}

#[test]
fn a_token_refused_is_remembered_with_what_netsuite_said() {
    let app = TestApp::new();
    let Prepared { id, .. } = prepare(&app);
    let made = make(&app, &id, "p-384", "ES384");
    let request = json!({ "id": id, "credentialId": made["credential"] });
    let failure = app.call("token_request", request).unwrap_err();
    assert_eq!(failure["kind"], "token-refused");
    assert!(failure["checks"].as_array().unwrap().iter().all(|check| check["passed"] == true));
    let read = app.does("connection_read", json!({ "id": id }));
    assert_eq!(read["lastRefusal"]["reason"], failure["error"]);
    app.does("connection_remove", json!({ "id": id, "typed": "Northwind Traders" }));
}

#[test]
fn wrong_pastes_are_recognised_for_what_they_are() {
    let app = TestApp::new();
    let connection =
        app.does("connection_create", json!({ "name": "Northwind", "practice": false }));
    let id = &connection["id"];
    let client_id = |text: &str| app.refuses(id, json!({ "kind": "client-id", "text": text }));
    assert_eq!(client_id("E2398DC1-3A25-4F07-A648-7E57CFEEE7B5"), "client-id-is-application-id");
    let secret = format!("CONSUMER SECRET / CLIENT SECRET\n{}", "a".repeat(64));
    assert_eq!(client_id(&secret), "client-id-is-consumer-secret");
    assert_eq!(
        client_id("NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA"),
        "client-id-is-certificate-id"
    );
    assert_eq!(client_id("anything"), "client-id-invalid");
    for text in ["evil.com/", "1@x", "１２３"] {
        assert_eq!(
            app.refuses(id, json!({ "kind": "account", "text": text })),
            "account-id-invalid"
        );
        assert_eq!(app.fails("account_parse", json!({ "text": text })), "account-id-invalid");
    }
    assert_eq!(
        app.fails("connection_create", json!({ "name": " ", "practice": false })),
        "name-empty"
    );
}

#[test]
fn a_step_taken_too_early_names_the_one_that_is_missing() {
    let app = TestApp::new();
    let connection =
        app.does("connection_create", json!({ "name": "Northwind", "practice": false }));
    let id = &connection["id"];
    assert_eq!(connection["steps"][0], json!({ "step": "target", "state": "open" }));
    assert_eq!(app.fails("kit_read", json!({ "id": id })), "step-not-ready");
    assert_eq!(app.fails("code_sample_list", json!({ "id": id })), "step-not-ready");
    assert_eq!(app.fails("account_check", json!({ "id": id })), "step-not-ready");
    assert_eq!(app.refuses(id, json!({ "kind": "handed-over" })), "step-not-ready");
}

#[test]
fn the_suitecloud_cli_is_refused_an_ec_key_before_any_wait() {
    let app = TestApp::new();
    let connection =
        app.does("connection_create", json!({ "name": "Northwind", "practice": false }));
    let id = &connection["id"];
    app.changes(id, json!({ "kind": "target", "target": "suitecloud-cli" }));
    let request = json!({
        "keyType": "p-256", "algorithm": "ES256", "days": 730, "subject": "x", "signature": "pss"
    });
    let failure = app.fails("certificate_make", json!({ "id": id, "request": request }));
    assert_eq!(failure, "key-type-not-for-target");
}

#[test]
fn a_document_of_a_newer_version_is_told_with_its_path_and_left_alone() {
    let app = TestApp::new();
    let connection =
        app.does("connection_create", json!({ "name": "Northwind", "practice": false }));
    let id = connection["id"].as_str().unwrap();
    let path = app.data().join("connections").join(format!("{id}.connection.json"));
    std::fs::write(&path, r#"{"schemaVersion":99}"#).unwrap();
    let board = app.does("connection_list", json!({}));
    assert_eq!(board["unreadable"], json!([{ "path": path, "reason": "newer" }]));
    assert_eq!(app.fails("connection_read", json!({ "id": id })), "document-newer");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), r#"{"schemaVersion":99}"#);
}

#[test]
fn a_history_that_was_changed_outside_is_told_and_a_later_change_does_not_cover_it_up() {
    let app = TestApp::new();
    let view =
        app.does("connection_create", json!({ "name": "Northwind Traders", "practice": false }));
    let id = view["id"].clone();
    app.changes(&id, json!({ "kind": "target", "target": "alumio" }));
    let whole = app.changes(&id, json!({ "kind": "account", "text": "4718203" }));
    assert_eq!(whole["hashChain"], json!({ "gaps": [] }));

    let name = format!("connections/{}.connection.json", id.as_str().unwrap());
    let file = app.data().join(name);
    let text = std::fs::read_to_string(&file).unwrap();
    let mut document: Value = serde_json::from_str(&text).unwrap();
    let entries = &mut document["connection"]["history"]["entries"];
    assert_eq!(entries[1]["event"]["target"], "alumio");
    entries[1]["event"]["target"] = "other".into();
    std::fs::write(&file, document.to_string()).unwrap();

    let gaps = json!([{ "after": 1, "before": 2 }]);
    let view = app.does("connection_read", json!({ "id": id }));
    assert_eq!(view["hashChain"]["gaps"], gaps);
    let view = app.changes(&id, json!({ "kind": "account", "text": "4718203_SB1" }));
    assert_eq!((&view["hashChain"]["gaps"], view["history"].as_array().unwrap().len()), (&gaps, 4));
}

#[test]
fn removing_a_connection_asks_for_its_name_and_takes_its_key_along() {
    let app = TestApp::new();
    let Prepared { id, .. } = prepare(&app);
    let made = make(&app, &id, "p-521", "ES512");
    let wrong = json!({ "id": id, "typed": "northwind" });
    assert_eq!(app.fails("connection_remove", wrong), "name-differs");
    app.does("connection_remove", json!({ "id": id, "typed": "Northwind Traders" }));
    assert_eq!(app.fails("connection_read", json!({ "id": id })), "connection-unknown");
    assert_eq!(made["credentials"][0]["keyStore"], KEYCHAIN);
}

#[test]
fn a_search_that_is_cancelled_says_so_and_the_next_one_finds() {
    let app = TestApp::new();
    let Prepared { id, .. } = prepare(&app);
    let arguments = json!({ "id": id, "keyType": "rsa-4096", "onProgress": "__CHANNEL__:7" });
    let window = app.window.clone();
    let search = std::thread::spawn(move || call(&window, OWN_ORIGIN, "key_search", arguments));
    // Until the search is known there is nothing to cancel: cancel until it ends.
    while !search.is_finished() {
        app.does("key_search_cancel", json!({ "id": id }));
        std::thread::yield_now();
    }
    assert_eq!(search.join().unwrap().unwrap(), "cancelled");
    let arguments = json!({ "id": id, "keyType": "p-256", "onProgress": "__CHANNEL__:8" });
    assert_eq!(app.does("key_progress", json!({ "id": id })), json!(null), "asking starts none");
    assert_eq!(app.does("key_search", arguments), "found");
    let progress = json!({ "tested": 0, "primes": 0, "leftOnAverage": 0 });
    assert_eq!(app.does("key_progress", json!({ "id": id })), progress, "no primes are needed");
}

#[test]
fn the_app_says_what_it_is_and_where_its_documents_lie() {
    needs_a_keychain();
    let app = TestApp::new();
    let status = app.does("app_status", json!({}));
    assert_eq!(status["vault"], json!({ "state": "ready", "store": KEYCHAIN }));
    assert_eq!(status["dataFolder"], json!(app.data()));
    assert_eq!(
        status["practice"],
        json!({
            "address": null,
            "accountId": "TSTDRV1000001",
            "roleName": "Certdesk Practice Integration",
            "entityName": "Integration User",
        })
    );
}

#[test]
fn an_unfinished_key_of_an_earlier_process_is_removed_at_the_next_start() {
    needs_a_keychain();
    let app = TestApp::new();
    let Prepared { id, .. } = prepare(&app);
    make(&app, &id, "p-256", "ES256");
    // As a process leaves it that is killed after the key was stored: named, and not yet a credential.
    let path =
        app.data().join("connections").join(format!("{}.connection.json", id.as_str().unwrap()));
    let mut document: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    let key = document["connection"]["credentials"][0]["key"].clone();
    document["connection"]["credentials"] = json!([]);
    document["connection"]["pendingKeys"] = json!([key]);
    std::fs::write(&path, serde_json::to_vec(&document).unwrap()).unwrap();

    let app = app.starts_again();
    let path = app.data().join("connections").join(path.file_name().unwrap());
    app.does("vault_check", json!({}));
    let document: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    assert_eq!(document["connection"]["pendingKeys"], json!([]));
}

#[test]
fn no_command_is_open_to_another_window_or_another_origin() {
    let app = TestApp::new();
    let other = window(&app.tauri, "other");
    for command in COMMANDS {
        let refused = call(&other, OWN_ORIGIN, command, json!({})).unwrap_err();
        assert!(refused.to_string().contains("not allowed"), "{command}: {refused}");
        let refused = call(&app.window, "https://evil.example", command, json!({})).unwrap_err();
        assert!(refused.to_string().contains("not allowed"), "{command}: {refused}");
    }
    for command in [
        "plugin:deep-link|get_current",
        "plugin:window|close",
        "plugin:fs|read_file",
        "plugin:shell|open",
        "no_such",
    ] {
        assert!(app.call(command, json!({})).is_err(), "{command}");
    }
}

#[test]
fn every_permission_of_the_capability_is_one_of_these_commands() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities/main.json");
    let capability: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let expected: Vec<_> =
        COMMANDS.iter().map(|c| format!("allow-{}", c.replace('_', "-"))).collect();
    assert_eq!(capability["permissions"], json!(expected));
    assert_eq!(capability["windows"], json!(["main"]));
}
