//! Test calls as the window makes them: after every token, and when the user asks for one. On the
//! practice account, with key files.

use crate::practice::InUse;
use serde_json::{Value, json};
use tauri::async_runtime::block_on;

impl InUse {
    fn tests(&self) -> Value {
        self.asks_for_a_token().unwrap()["call"].clone()
    }

    fn asked(&self, read: Value) -> Value {
        json!({ "id": self.client.id, "credentialId": self.credential["id"], "read": read })
    }

    fn calls(&self, read: Value) -> Value {
        self.practice.app.does("call_test", self.asked(read))
    }

    fn proof(&self, need: &str) -> Value {
        let view = self.practice.reads(&self.client);
        let lines = view["preflight"].as_array().unwrap().clone();
        lines.into_iter().find(|line| line["need"] == need).unwrap()["proof"].clone()
    }

    fn on_the_board(&self) -> Value {
        let board = self.practice.app.does("connection_list", json!({}));
        board["connections"][0]["lastCall"].clone()
    }
}

#[test]
fn a_token_is_followed_by_a_call_that_is_dated_on_the_board() {
    let case = InUse::new();
    let made = case.tests();
    assert_eq!(made["call"]["outcome"], "works", "{made:#}");
    assert_eq!(made["call"]["read"], "metadata");
    assert_eq!(case.on_the_board()["works"], true);
    assert_eq!(case.proof("permission-oauth2-login"), "works");
    assert_eq!(case.proof("permission-rest-web-services"), "works");
    assert_eq!(case.proof("permission-workbook"), "untested");
}

#[test]
fn a_refused_call_names_the_permission_and_is_what_the_diagnosis_shows() {
    let case = InUse::new();
    block_on(case.practice.administrator.saves_the_role(&crate::person::PERMISSIONS[1..], false));
    let made = case.tests();
    assert_eq!(made["call"]["outcome"], "refused", "{made:#}");
    assert_eq!(made["causes"][0]["cause"], "login-permission-missing");
    assert_eq!(case.proof("permission-oauth2-login"), "refused");
    assert_eq!(case.on_the_board()["works"], false);
    let found = case.diagnosis(json!({ "pasted": null, "seen": null, "code": null }));
    assert_eq!(found["failure"]["doing"], "call");
    assert_eq!(found["causes"][0]["cause"], "login-permission-missing");

    block_on(case.practice.administrator.saves_the_role(&crate::person::PERMISSIONS, false));
    assert_eq!(case.tests()["call"]["outcome"], "works");
    assert_eq!(case.proof("permission-oauth2-login"), "works");
}

#[test]
fn a_record_and_a_query_are_read_when_asked_for_and_nothing_of_them_is_kept() {
    let case = InUse::new();
    let record = case.calls(json!({ "kind": "record", "name": "customer" }));
    assert_eq!(record["call"]["outcome"], "works", "{record:#}");
    let query = case.calls(json!({ "kind": "query", "text": "SELECT id FROM customer" }));
    assert_eq!(query["rows"], 1, "{query:#}");
    assert_eq!(case.proof("permission-workbook"), "works");
    assert_eq!(case.proof("permission-record"), "works");
    let stored = case.practice.reads(&case.client).to_string();
    assert!(!stored.contains("\"107\""), "the internal ID of a record that was read");

    block_on(case.practice.administrator.saves_the_role(&crate::person::PERMISSIONS, false));
    let record = case.calls(json!({ "kind": "record", "name": "customer" }));
    assert_eq!(record["causes"][0]["cause"], "record-permission-missing", "{record:#}");
    assert_eq!(case.proof("permission-record"), "refused");
}

#[test]
fn what_could_do_more_than_read_is_never_sent() {
    let case = InUse::new();
    let app = &case.practice.app;
    let refused = |read| app.fails("call_test", case.asked(read));
    let delete = json!({ "kind": "query", "text": "DELETE FROM customer" });
    assert_eq!(refused(delete), "query-not-read");
    assert_eq!(refused(json!({ "kind": "record", "name": "../x" })), "record-type-invalid");
    let elsewhere = "https://example.com/app/site/hosting/restlet.nl?script=1&deploy=1";
    let kind = refused(json!({ "kind": "restlet", "url": elsewhere }));
    assert!(["restlet-elsewhere", "scope-missing"].contains(&kind.as_str()), "{kind}");
}
