//! "Go to" as the window calls it: every ID leads to its connection, and a text is told apart from
//! an error without being kept. On the practice account, with key files.

use crate::practice::Practice;
use crate::test_app::TestApp;
use serde_json::{Value, json};

fn recognised(app: &TestApp, text: &str) -> Value {
    app.does("go_to_recognise", json!({ "text": text }))
}

#[test]
fn every_id_leads_to_its_connection() {
    let practice = Practice::new();
    let client = practice.sets_up("Northwind Traders");
    let certificate_id = practice.reads(&client)["credentials"][0]["certificateId"].clone();
    let index = practice.app.does("go_to_index", json!({}));
    let of = &index["connections"][0];
    assert_eq!(of["id"], client.id);
    assert_eq!(of["clientId"], client.record.consumer_key);
    assert_eq!(of["certificateIds"], json!([certificate_id]));
    assert_eq!(of["listedIds"], json!([]), "what is its own is not named twice");
    let codes = index["auditCodes"].as_array().unwrap();
    assert!(codes.contains(&json!("MissingKey")) && codes.len() > 20, "{codes:?}");
}

#[test]
fn a_certificate_that_is_not_ours_leads_to_the_connection_whose_list_shows_it() {
    let practice = Practice::new();
    let client = practice.sets_up("Northwind Traders");
    practice.signs_in(&client);
    let other = practice.prepares("Larkspur Medical");
    let pem = practice.reads(&other)["credentials"][0]["certificatePem"].clone();
    let mapped = practice.administrator.maps_a_certificate(&client.record, pem.as_str().unwrap());
    let foreign = tauri::async_runtime::block_on(mapped);
    practice.app.does("certificate_list", json!({ "id": client.id }));
    let index = practice.app.does("go_to_index", json!({}));
    let connections = index["connections"].as_array().unwrap();
    let of = connections.iter().find(|one| one["id"] == client.id).unwrap();
    assert_eq!(of["listedIds"], json!([foreign]));
}

#[test]
fn an_error_is_told_from_any_other_text() {
    let app = TestApp::new();
    let answer = "HTTP/1.1 401 Unauthorized {\"error\": \"invalid_client\"}";
    assert_eq!(recognised(&app, answer)["recognised"], true);
    let code = recognised(&app, "Detail: missingkey (client credentials)");
    assert_eq!(code["code"], "MissingKey");
    assert_eq!(code["recognised"], true);
    for text in ["", "Northwind Traders", "the cat sat on the mat"] {
        assert_eq!(recognised(&app, text)["recognised"], false, "{text}");
    }
}

#[test]
fn a_pasted_key_is_told_and_does_not_come_back() {
    let app = TestApp::new();
    let text = "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----";
    let answer = recognised(&app, text);
    assert_eq!(answer["privateKey"], true);
    assert!(!answer.to_string().contains("MIGHAgEA"), "{answer}");
}
