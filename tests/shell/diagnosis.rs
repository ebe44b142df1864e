//! The diagnosis as the window calls it: what failed here is kept for it, NetSuite is asked on the
//! user's word only, and nothing secret comes back. On the practice account, with key files.

use crate::practice::InUse;
use serde_json::{Value, json};
use tauri::async_runtime::block_on;

const NOTHING: fn() -> Value = || json!({ "pasted": null, "seen": null, "code": null });

fn first(view: &Value) -> &str {
    view["causes"][0]["cause"].as_str().unwrap_or_else(|| panic!("no cause: {view:#}"))
}

fn outcome<'a>(view: &'a Value, check: &str) -> &'a str {
    let checks = view["checks"].as_array().unwrap();
    checks.iter().find(|one| one["check"] == check).unwrap()["outcome"].as_str().unwrap()
}

#[test]
fn while_nothing_has_failed_the_checks_say_so() {
    let case = InUse::new();
    let view = case.diagnosis(NOTHING());
    assert_eq!(view["failure"], Value::Null);
    assert_eq!(view["causes"], json!([]));
    for check in ["pair", "certificate-id", "dates", "algorithm", "client-id", "audience", "scope"]
    {
        assert_eq!(outcome(&view, check), "passed", "{check}");
    }
    assert_eq!(outcome(&view, "account"), "open", "NetSuite is not asked by looking");
}

#[test]
fn a_refusal_is_kept_for_the_diagnosis_until_a_token_is_received() {
    let case = InUse::new();
    block_on(case.practice.administrator.saves_the_role(&crate::person::PERMISSIONS, true));
    case.asks_for_a_token().unwrap_err();
    let view = case.diagnosis(NOTHING());
    assert_eq!(view["failure"]["error"], "invalid_client");
    assert_eq!(view["failure"]["status"], 401);
    assert_eq!(outcome(&view, "clock"), "passed", "its answer told NetSuite's time");
    let code = json!({ "pasted": null, "seen": null, "code": "EntityOrRoleDisabled\n" });
    let settled = case.diagnosis(code);
    assert_eq!(settled["settled"], "EntityOrRoleDisabled");
    assert_eq!(first(&settled), "role-or-entity-inactive");
    let code = json!({ "pasted": null, "seen": null, "code": "Failure" });
    assert_eq!(case.diagnosis(code)["codeUnknown"], true);

    block_on(case.practice.administrator.saves_the_role(&crate::person::PERMISSIONS, false));
    case.asks_for_a_token().unwrap();
    assert_eq!(case.diagnosis(NOTHING())["failure"], Value::Null);
}

#[test]
fn a_refusal_is_remembered_after_a_restart() {
    let case = InUse::new();
    block_on(case.practice.administrator.refreshes_the_sandbox());
    case.asks_for_a_token().unwrap_err();
    let InUse { practice, client, .. } = case;
    let app = practice.app.starts_again();
    let view = app.does("diagnosis_read", json!({ "id": client.id, "told": NOTHING() }));
    assert_eq!(view["failure"]["error"], "invalid_client");
    // The token was a minute old: a refresh is possible, and not what the screen leads with.
    assert_eq!(first(&view), "integration-blocked");
    let causes = view["causes"].as_array().unwrap();
    let refreshed = causes.iter().find(|one| one["cause"] == "sandbox-refreshed").unwrap();
    assert!(refreshed["evidenceAgainst"].to_string().contains("worked-recently"), "{refreshed:#}");
    assert_eq!(outcome(&view, "pair"), "open", "the key files are closed");
}

#[test]
fn whoever_is_signed_in_lets_the_list_decide() {
    let case = InUse::new();
    case.practice.signs_in(&case.client);
    let id = case.credential["certificateId"].as_str().unwrap();
    block_on(case.practice.administrator.revokes(id));
    case.asks_for_a_token().unwrap_err();
    let view = case.diagnosis(NOTHING());
    assert_eq!(view["decided"], false);
    assert_eq!(view["questions"][0], "list", "what can be asked comes first");
    assert_eq!(view["listReadable"], true);
    let tokens =
        |case: &InUse| block_on(case.practice.administrator.reads("/app/setup/loginaudit.nl"));
    let before = tokens(&case).matches("Client credentials").count();
    let told = json!({ "id": case.client.id, "told": NOTHING() });
    let view = case.practice.app.does("diagnosis_ask", told);
    assert_eq!(first(&view), "certificate-revoked");
    assert_eq!(view["causes"][0]["sure"], true);
    assert_eq!(view["decided"], true);
    assert_eq!(view["questions"], json!([]));
    assert_eq!(outcome(&view, "list"), "failed");
    assert_eq!(outcome(&view, "account"), "passed");
    let after = tokens(&case).matches("Client credentials").count();
    assert_eq!(before, after, "no token was requested");
}

#[test]
fn a_record_that_is_blocked_a_minute_after_a_token_is_found_by_asking() {
    let case = InUse::new();
    case.practice.signs_in(&case.client);
    let fields = [
        ("name", "Alumio M2M"),
        ("state", "Blocked"),
        ("client_credentials", "on"),
        ("restlets", "on"),
        ("rest_webservices", "on"),
    ];
    block_on(case.practice.administrator.saves_the_record(&case.client.record, &fields));
    case.asks_for_a_token().unwrap_err();
    let view = case.diagnosis(NOTHING());
    assert_eq!(first(&view), "integration-blocked");
    assert_eq!(view["decided"], false, "it is a guess so far");
    assert_eq!(view["questions"], json!(["list", "audit-trail"]));
    let told = json!({ "id": case.client.id, "told": NOTHING() });
    let view = case.practice.app.does("diagnosis_ask", told);
    assert_eq!(first(&view), "integration-blocked");
    assert_eq!(outcome(&view, "list"), "failed", "nobody is let in");
    assert_eq!(view["questions"], json!(["audit-trail"]));
    let code = json!({ "pasted": null, "seen": null, "code": "IntegrationBlocked" });
    let view = case.diagnosis(code);
    assert_eq!((first(&view), &view["decided"]), ("integration-blocked", &json!(true)));
    // The list, opened on its own screen, is refused as well: the role is not to blame for that.
    case.practice.app.fails("certificate_list", json!({ "id": case.client.id }));
    let view = case.diagnosis(NOTHING());
    assert_eq!(view["failure"]["doing"], "endpoint");
    let causes = view["causes"].as_array().unwrap();
    let causes: Vec<_> = causes.iter().map(|one| one["cause"].as_str().unwrap()).collect();
    assert!(!causes.contains(&"login-permission-missing"), "{causes:?}");
    assert_eq!(causes[0], "integration-blocked");
}

#[test]
fn a_call_that_is_refused_is_kept_as_well() {
    let case = InUse::new();
    block_on(case.practice.administrator.saves_the_role(&crate::person::PERMISSIONS[..2], false));
    let refused = case.practice.app.fails("certificate_list", json!({ "id": case.client.id }));
    assert_eq!(refused, "permission-missing");
    let view = case.diagnosis(NOTHING());
    assert_eq!(view["failure"]["doing"], "endpoint");
    assert_eq!(first(&view), "manage-permission-missing");
}

#[test]
fn what_the_user_saw_is_a_place_to_start() {
    let case = InUse::new();
    let seen = json!({ "pasted": null, "seen": "application-not-offered", "code": null });
    assert_eq!(first(&case.diagnosis(seen)), "grant-not-ticked");
}

#[test]
fn nothing_of_a_pasted_secret_comes_back() {
    let case = InUse::new();
    let (assertion, lines) = (
        "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6Im90aGVyIn0.\
         eyJpc3MiOiJlMjM5OGRjMS0zYTI1LTRmMDctYTY0OC03ZTU3Y2ZlZWU3YjUiLCJleHAiOjkwMDAsImlhdCI6MX0.\
         c2lnbmF0dXJlLXRoYXQtaXMtbm90LW9uZQ",
        ["MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg", "hiddenlastline=="],
    );
    let text = format!(
        "HTTP/1.1 500\n{{\"error\":\"server_error\"}}\n{assertion}\n-----BEGIN PRIVATE KEY-----\n{}\n{}\n\
         -----END PRIVATE KEY-----\nAuthorization: Bearer hidden-token-of-somebody\nsecret=hiddensecret",
        lines[0], lines[1]
    );
    let view = case.diagnosis(json!({ "pasted": text, "seen": null, "code": null }));
    assert_eq!(first(&view), "algorithm-refused");
    assert!(view["causes"].to_string().contains("application-id-sent"), "both are beyond doubt");
    assert_eq!(view["pasted"]["privateKey"], true);
    assert_eq!(view["pasted"]["assertion"], true);
    let shown = view.to_string();
    for part in
        assertion.split('.').chain(lines).chain(["hidden", &case.client.record.consumer_key])
    {
        assert!(!shown.contains(part), "{part} came back in {shown}");
    }
    // Nor is it kept: the next look knows nothing of it.
    assert_eq!(case.diagnosis(NOTHING())["failure"], Value::Null);
}
