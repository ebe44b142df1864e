//! The plan that moves off token-based authentication as the window calls it: from a pasted list to the
//! old token's revocation. With key files, and the practice account where a token is needed.

use crate::practice::InUse;
use crate::test_app::TestApp;
use serde_json::{Value, json};

const TOKENS: &str = "Edit | View\tINTERNAL ID\tTOKEN NAME\tAPPLICATION NAME\tUSER\tROLE\tREVOKED\n\
    Edit | View\t401\tCeligo token\tCeligo\tIntegration, Celigo\tCeligo Role\tNo\n\
    Edit | View\t402\tBoomi token\tBoomi\tUser, Boomi\tBoomi Role\tNo\n\
    Edit | View\t403\tOld token\tOld import\tUser, Old\tOld Role\tYes\n";

#[test]
fn a_pasted_list_of_tokens_becomes_a_plan_that_leads_to_the_set_up_and_survives_a_restart() {
    let app = TestApp::new();
    let paste = json!({ "account": "https://4718203.app.netsuite.com", "text": TOKENS });
    let taken = app.does("tba_plan_paste", paste);
    assert_eq!(
        taken,
        json!({ "accountId": "4718203", "kind": "access-tokens", "added": 2, "known": 0, "revoked": 1 })
    );
    let view = app.does("tba_plan_read", json!({ "account": "4718203" }));
    let of = |change: Value| json!({ "account": "4718203", "entry": view["entries"][0]["id"], "change": change });
    let about = json!({ "kind": "about", "calls": ["restlets"], "target": "celigo" });
    app.does("tba_plan_change", of(about));
    let id = app.does("tba_plan_set_up", of(Value::Null));
    let connection = app.does("connection_read", json!({ "id": id }));
    assert_eq!(
        (&connection["target"]["target"], &connection["scopes"]),
        (&json!("celigo"), &json!(["restlets"]))
    );
    assert_eq!(
        (&connection["account"]["accountId"], &connection["roleName"]),
        (&json!("4718203"), &json!(""))
    );
    let hint = app.does("tba_plan_hint", json!({ "id": id }));
    assert_eq!(
        hint,
        json!({ "name": "Celigo", "user": "Integration, Celigo", "role": "Celigo Role" })
    );

    let app = app.starts_again();
    let view = app.does("tba_plan_read", json!({ "account": "4718203" }));
    assert_eq!(view["entries"][0]["progress"], "setup-started");
    assert_eq!(
        app.fails("tba_plan_change", of(json!({ "kind": "switched", "done": true }))),
        "tba-not-working"
    );
    assert_eq!(
        app.fails("tba_plan_change", of(json!({ "kind": "token-revoked", "done": true }))),
        "tba-not-switched"
    );
    let newer = TOKENS.replace("Boomi Role\tNo", "Boomi Role\tYes");
    app.does("tba_plan_paste", json!({ "account": "4718203", "text": newer }));
    let board = app.does("tba_plan_list", json!({}));
    assert_eq!((&board["plans"][0]["all"], &board["plans"][0]["open"]), (&json!(2), &json!(1)));
    app.does("tba_plan_remove", json!({ "account": "4718203" }));
    assert_eq!(app.fails("tba_plan_read", json!({ "account": "4718203" })), "guide-unknown");
    app.does("tba_plan_restore", json!({}));
    assert_eq!(
        app.does("tba_plan_read", json!({ "account": "4718203" }))["entries"][1]["progress"],
        "revoked"
    );
}

#[test]
fn a_list_with_a_secret_reaches_no_file() {
    let app = TestApp::new();
    let secret = "5f2c9b7e1d3a4860b1c2d3e4f5a6978812ab34cd56ef7890a1b2c3d4e5f60718";
    let text = format!("Application Name\tUser\tToken Secret\nBoomi\tMira\t{secret}\n");
    let paste = json!({ "account": "4718203", "text": text });
    assert_eq!(app.fails("tba_plan_paste", paste), "tba-list-holds-secret");
    assert_eq!(app.does("tba_plan_list", json!({}))["plans"], json!([]));
    assert!(!app.data().join("tba-plans/4718203.tbaPlan.json").exists());
}

#[test]
fn an_integration_is_switched_once_its_connection_has_a_token_and_only_then_loses_the_old_one() {
    let case = InUse::new();
    let (app, account) = (&case.practice.app, "TSTDRV1000001");
    app.does("tba_plan_paste", json!({ "account": account, "text": TOKENS }));
    let view = app.does("tba_plan_read", json!({ "account": account }));
    let of =
        |change| json!({ "account": account, "entry": view["entries"][0]["id"], "change": change });
    let changes = |change| app.does("tba_plan_change", of(change))["entries"][0].clone();
    let switched = || json!({ "kind": "switched", "done": true });
    let revoked = || json!({ "kind": "token-revoked", "done": true });

    assert_eq!(
        app.fails("tba_plan_change", of(switched())),
        "tba-not-working",
        "no connection yet"
    );
    let linked = changes(json!({ "kind": "connection", "connection": case.client.id }));
    assert_eq!(linked["progress"], "works");
    assert_eq!(app.fails("tba_plan_change", of(revoked())), "tba-not-switched");
    assert_eq!(changes(switched())["progress"], "switched");
    let done = changes(revoked());
    assert_eq!(
        (&done["progress"], &done["open"], &done["revoked"]["by"]),
        (&json!("revoked"), &json!(false), &json!("word"))
    );
    // SOAP stays with the old token, whatever else works.
    changes(json!({ "kind": "token-revoked", "done": false }));
    changes(json!({ "kind": "switched", "done": false }));
    changes(json!({ "kind": "about", "calls": ["soap"], "target": null }));
    assert_eq!(app.fails("tba_plan_change", of(switched())), "tba-not-working");
    // So it does with a system that has no M2M, of which no connection can be made.
    let without_m2m = json!({ "kind": "about", "calls": ["restlets"], "target": "airbyte" });
    let waits = changes(without_m2m);
    assert_eq!(
        (&waits["progress"], &waits["target"]),
        (&json!("waits-for-target"), &json!({ "system": "airbyte", "label": "Airbyte" }))
    );
    let set_up = json!({ "account": account, "entry": view["entries"][0]["id"] });
    assert_eq!(app.fails("tba_plan_set_up", set_up), "tba-target-needs-tba");
    assert_eq!(app.fails("tba_plan_change", of(switched())), "tba-not-working");
}
