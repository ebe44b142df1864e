//! The guides as their window calls them: the real wiring, permissions and documents, without a window.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[allow(dead_code, reason = "each test uses what it needs")]
mod desk;

use desk::Desk;
use serde_json::{Value, json};

const NOT_FOUND: &str = "Certificate \"custcertificate_oa_realtime\" not found";

fn change(desk: &Desk, change: Value) -> Value {
    desk.does("pro_record_change", json!({ "account": "5530917", "change": change }))
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
    let desk = Desk::new();
    assert_eq!(desk.does("pro_message_read", json!({ "text": NOT_FOUND }))["kind"], "not-found");
    let begin =
        json!({ "account": "https://5530917.app.netsuite.com/app/center", "text": NOT_FOUND });
    let view = desk.does("pro_record_begin", begin);
    assert_eq!((&view["accountId"], open_step(&view)), (&json!("5530917"), json!("bundles")));
    let bundles = json!({ "kind": "bundles", "import": "3.0", "integration": "" });
    let view = change(&desk, bundles);
    assert_eq!(view["ways"], json!(["by-hand", "update"]));
    change(&desk, json!({ "kind": "way", "way": "by-hand" }));
    change(&desk, json!({ "kind": "act", "act": "record-saved", "done": true }));

    let desk = desk.starts_again();
    let view = desk.does("pro_record_read", json!({ "account": "5530917" }));
    assert_eq!((open_step(&view), &view["way"]), (json!("restore"), &json!("by-hand")));
    assert_eq!(view["acts"], json!(["record-saved"]));
    let id = json!({ "kind": "record-id", "text": "custcertificate_oa_realtime" });
    assert_eq!(open_step(&change(&desk, id)), "role");
    let text = "Current real-time import certificate is valid until 2099-12-31";
    let view = change(&desk, json!({ "kind": "check", "text": text }));
    assert_eq!(open_step(&view), Value::Null);
    let board = desk.does("pro_record_list", json!({}));
    assert_eq!(board["records"][0]["openStep"], Value::Null);
    desk.does("pro_record_remove", json!({ "account": "5530917" }));
    assert_eq!(desk.fails("pro_record_read", json!({ "account": "5530917" })), "guide-unknown");
}

#[test]
fn what_cannot_be_understood_is_refused_and_begins_nothing() {
    let desk = Desk::new();
    let begin = |account: &str, text: &str| {
        desk.fails("pro_record_begin", json!({ "account": account, "text": text }))
    };
    assert_eq!(begin("evil.com/", NOT_FOUND), "account-id-invalid");
    assert_eq!(begin("5530917", "INVALID_LOGIN"), "health-check-unknown");
    assert_eq!(begin("5530917", "-----BEGIN PRIVATE KEY-----"), "paste-is-secret");
    assert_eq!(desk.does("pro_record_list", json!({}))["records"], json!([]));
}

#[test]
fn a_document_of_a_newer_version_is_told_and_left_as_it_is() {
    let desk = Desk::new();
    let begin = json!({ "account": "5530917", "text": NOT_FOUND });
    desk.does("pro_record_begin", begin.clone());
    let file = desk.data().join("suiteprojects-pro/5530917.proRecord.json");
    let newer = std::fs::read_to_string(&file)
        .unwrap()
        .replace("\"schemaVersion\": 1", "\"schemaVersion\": 2");
    std::fs::write(&file, &newer).unwrap();
    assert_eq!(desk.fails("pro_record_begin", begin), "document-newer");
    assert_eq!(desk.fails("pro_record_read", json!({ "account": "5530917" })), "document-newer");
    let board = desk.does("pro_record_list", json!({}));
    assert_eq!(board["unreadable"][0]["reason"], "newer");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), newer);
}
