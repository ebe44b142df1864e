//! The certificates endpoint and rotations as the window calls them: on the practice account, in a
//! data folder whose vault are key files.

use crate::practice::{Client, Practice};
use serde_json::{Value, json};
use tauri::async_runtime::block_on;

impl Practice {
    fn lists(&self, client: &Client) -> Value {
        self.app.does("certificate_list", json!({ "id": client.id }))
    }

    /// What the list says of the certificates, by their IDs.
    fn state_of(&self, client: &Client, certificate_id: &Value) -> Value {
        let list = self.lists(client);
        let rows = list["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["certificateId"] == *certificate_id);
        row.map(|row| row["state"].clone()).unwrap_or_default()
    }

    /// Another connection of the same integration record.
    fn joins(&self, client: &Client, name: &str) -> Client {
        let made = self.app.does("connection_create", json!({ "name": name, "practice": true }));
        for change in [
            json!({ "kind": "target", "target": "other" }),
            json!({ "kind": "account", "text": "TSTDRV1000001" }),
            json!({ "kind": "client-id", "text": client.record.consumer_key }),
        ] {
            self.app.changes(&made["id"], change);
        }
        Client { id: made["id"].clone(), record: client.record.clone() }
    }

    fn slots(&self, client: &Client) -> Value {
        self.reads(client)["slots"]["active"].clone()
    }

    fn acts(&self, command: &str, client: &Client) -> Value {
        self.app.does(command, json!({ "id": client.id }))
    }

    fn continues(&self, client: &Client) -> Value {
        let arguments = json!({ "id": client.id, "onStep": "__CHANNEL__:7" });
        self.app.does("rotation_continue", arguments)
    }

    fn plans(&self, client: &Client, reason: &str, order: &str) -> Value {
        let preview = self.acts("rotation_preview", client);
        let plan = json!({
            "reason": reason, "order": order, "way": "endpoint", "keyType": preview["keyType"],
            "algorithm": preview["algorithm"], "signature": preview["signature"],
            "days": preview["days"], "subject": preview["subject"], "role": null, "entity": null,
        });
        self.app.does("rotation_start", json!({ "id": client.id, "plan": plan }))
    }

    /// The certificate in use.
    fn current(&self, client: &Client) -> Value {
        let view = self.reads(client);
        let credentials = view["credentials"].as_array().unwrap().clone();
        let found =
            credentials.into_iter().find(|credential| credential["id"] == view["credential"]);
        found.unwrap()["certificateId"].clone()
    }
}

fn last_six(certificate_id: &Value) -> String {
    let id = certificate_id.as_str().unwrap();
    id[id.len() - 6..].to_owned()
}

#[test]
fn a_certificate_is_uploaded_for_the_user_after_a_sign_in() {
    let case = Practice::new();
    let client = case.prepares("Northwind Traders");
    let credential = case.reads(&client)["credentials"][0].clone();
    let asked = json!({ "id": client.id, "credentialId": credential["id"] });
    assert_eq!(case.app.fails("certificate_upload_preview", asked.clone()), "sign-in-needed");

    case.signs_in(&client);
    let preview = case.app.does("certificate_upload_preview", asked);
    assert_eq!((&preview["ready"], &preview["entity"]), (&json!(true), &json!("-5")), "{preview}");
    let roles = json!([{ "id": "3", "name": null, "fit": "administrator" }]);
    assert_eq!(preview["knownRoles"], roles, "who signed in is a choice, and is no proposal");
    let send = |administrator| {
        json!({
            "id": client.id, "credentialId": credential["id"],
            "mapping": {
                "role": preview["role"], "entity": preview["entity"],
                "another": false, "administrator": administrator,
            },
        })
    };
    assert_eq!(case.app.fails("certificate_upload", send(false)), "acts-as-administrator");
    let send = send(true);
    let outcome = case.app.does("certificate_upload", send.clone());
    assert_eq!(outcome["certificateId"], credential["certificateId"]);
    assert_eq!(outcome["asPredicted"], true);
    assert_eq!(outcome["connection"]["credentials"][0]["state"], "uploaded");
    assert_eq!(case.state_of(&client, &credential["certificateId"]), "active");
    assert_eq!(case.app.fails("certificate_upload", send), "certificate-already-listed");
    assert_eq!(case.reads(&client)["slots"]["active"], 1);
}

#[test]
fn names_are_netsuites_own_and_an_administrator_is_told() {
    let case = Practice::new();
    let client = case.prepares("Northwind Traders");
    let role = json!({ "kind": "role", "roleName": "Certdesk Practice Integration", "entityName": "Integration User" });
    case.app.changes(&client.id, role);
    case.signs_in(&client);
    let credential = case.reads(&client)["credentials"][0].clone();
    let mapping = json!({ "role": "3", "entity": "-5", "another": false, "administrator": true });
    let send = json!({ "id": client.id, "credentialId": credential["id"], "mapping": mapping });
    case.app.does("certificate_upload", send);
    let identity = case.reads(&client)["identity"].clone();
    assert_eq!((&identity["entity"]["id"], &identity["wrong"]), (&Value::Null, &json!(false)));

    let proven = json!({ "id": client.id, "credentialId": credential["id"] });
    case.app.does("token_request", proven);
    let identity = case.reads(&client)["identity"].clone();
    assert_eq!(identity["entity"]["name"], Value::Null, "no typed name beside NetSuite's ID");
    assert_eq!(identity["role"]["fit"], "administrator", "no list is needed for that");
    let identity = case.app.does("identity_look", json!({ "id": client.id }))["identity"].clone();
    assert_eq!(identity["entity"]["name"], "Practice Administrator");
    assert_eq!(identity["entity"]["fit"], "differs");
    assert_eq!(identity["wrong"], true);
}

#[test]
fn a_second_connection_of_the_account_has_step_3_from_the_first() {
    let case = Practice::new();
    let first = case.prepares("Northwind Traders");
    let role = json!({ "kind": "role", "roleName": "Certdesk Practice Integration", "entityName": "Integration User" });
    case.app.changes(&first.id, role);
    let unticked = json!({ "kind": "tick", "tick": "feature-oauth2", "done": false });
    case.app.changes(&first.id, unticked);
    let second = case.prepares("Contoso");
    let view = case.reads(&second);
    assert_eq!(view["roleTakenFrom"], "Northwind Traders");
    assert_eq!(view["entityName"], "Integration User");
    assert_eq!(
        view["steps"][2]["state"], "unconfirmed",
        "what is not ticked there is not ticked here"
    );
}

#[test]
fn the_message_for_the_administrator_has_the_values_and_the_certificate() {
    let case = Practice::new();
    let bare = case.app.does("connection_create", json!({ "name": "Contoso", "practice": false }))
        ["id"]
        .clone();
    for change in [
        json!({ "kind": "target", "target": "other" }),
        json!({ "kind": "account", "text": "4718203" }),
        json!({ "kind": "client-id", "text": "2".repeat(64) }),
    ] {
        case.app.changes(&bare, change);
    }
    case.makes_a_pair(&bare, "Contoso");
    let made =
        case.app.does("connection_read", json!({ "id": bare }))["credentials"][0]["id"].clone();
    let without_a_role = json!({ "id": bare, "credentialId": made });
    assert_eq!(case.app.fails("upload_request_read", without_a_role), "step-not-ready");

    let client = case.prepares("Northwind Traders");
    let credential = case.reads(&client)["credentials"][0].clone();
    let asked = json!({ "id": client.id, "credentialId": credential["id"] });
    let role = json!({ "kind": "role", "roleName": "Certdesk Practice Integration", "entityName": "Integration User" });
    case.app.changes(&client.id, role);
    let message = case.app.does("upload_request_read", asked)["text"].clone();
    let text = message.as_str().unwrap();
    for part in ["Entity: Integration User", "Application: Northwind Traders", "practice account"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(text.contains(credential["certificatePem"].as_str().unwrap()), "{text}");
    let request = json!({ "vendor": "Celigo", "entityName": "Celigo", "roleName": "Celigo" });
    let vendors = json!({ "id": client.id, "request": request });
    assert_eq!(case.app.fails("vendor_request_read", vendors), "certificate-missing");
}

#[test]
fn a_rotation_keeps_the_old_certificate_until_the_user_lets_it_go() {
    let case = Practice::new();
    let client = case.sets_up("Northwind Traders");
    let old = case.current(&client);
    assert_eq!(case.plans(&client, "renewal", "replace-first")["rotation"]["next"], "continue");
    let proven = case.continues(&client);
    let new = proven["rotation"]["new"]["certificateId"].clone();
    assert_eq!(proven["rotation"]["next"], "hand-over");
    assert_eq!(case.current(&client), old, "the target still has the old one");
    let kit = json!({ "id": client.id, "credentialId": proven["rotation"]["new"]["credentialId"] });
    let kit = case.app.does("kit_read", kit).to_string();
    assert!(kit.contains(new.as_str().unwrap()), "the kit is the new one's: {kit}");

    case.acts("rotation_hand_over", &client);
    case.acts("rotation_switch", &client);
    assert_eq!(case.current(&client), new);
    assert_eq!(case.state_of(&client, &old), "active", "only the user's own word revokes it");
    let wrong = json!({ "id": client.id, "typed": "abcdef" });
    assert_eq!(case.app.fails("rotation_revoke_old", wrong), "confirmation-differs");
    let typed = json!({ "id": client.id, "typed": last_six(&old) });
    let ended = case.app.does("rotation_revoke_old", typed);
    assert_eq!(ended["rotation"], Value::Null);
    assert_eq!(case.state_of(&client, &old), "revoked");
    assert_eq!(case.state_of(&client, &new), "active");
}

#[test]
fn a_rotation_given_up_leaves_no_trace_at_netsuite_and_the_old_certificate_in_use() {
    let case = Practice::new();
    let client = case.sets_up("Northwind Traders");
    let old = case.current(&client);
    case.plans(&client, "renewal", "replace-first");
    let new = case.continues(&client)["rotation"]["new"]["certificateId"].clone();
    let view = case.acts("rotation_abandon", &client);
    assert_eq!((&view["rotation"], &case.current(&client)), (&Value::Null, &old));
    assert_eq!(case.state_of(&client, &new), "revoked");
    assert_eq!(case.state_of(&client, &old), "active");
}

#[test]
fn the_certificate_that_the_token_came_from_is_not_revoked() {
    let case = Practice::new();
    let client = case.sets_up("Northwind Traders");
    let old = case.current(&client);
    let revoke = |command| {
        let id = &client.id;
        let typed = last_six(&old);
        case.app.fails(command, json!({ "id": id, "certificateId": old, "typed": typed }))
    };
    // Only its own token could be used.
    assert_eq!(revoke("certificate_revoke"), "sign-in-needed");
    assert_eq!(revoke("leak_revoke"), "sign-in-needed");
    case.signs_in(&client);
    assert_eq!(revoke("certificate_revoke"), "revokes-last");
    assert_eq!(case.state_of(&client, &old), "active");
}

#[test]
fn a_leaked_key_is_shut_out_at_once_where_the_user_wants_it() {
    let case = Practice::new();
    let client = case.sets_up("Northwind Traders");
    let view = case.reads(&client);
    let (old, credential) = (case.current(&client), view["credential"].clone());
    let asked = json!({ "id": client.id, "credentialId": credential });
    let leak = case.app.does("leak_read", asked.clone());
    assert_eq!(leak["uses"].as_array().unwrap().len(), 1);
    assert_eq!(leak["revokeObstacle"]["kind"], "revokes-itself");

    case.signs_in(&client);
    assert_eq!(case.app.does("leak_read", asked)["revokeObstacle"], Value::Null);
    let typed = json!({ "id": client.id, "certificateId": old, "typed": last_six(&old) });
    case.app.does("leak_revoke", typed);
    assert_eq!(case.state_of(&client, &old), "revoked");
    case.plans(&client, "leak", "replace-first");
    let proven = case.continues(&client);
    assert_eq!(proven["rotation"]["next"], "hand-over", "{}", proven["rotation"]);
}

#[test]
fn after_a_refresh_several_connections_are_made_anew_after_one_sign_in() {
    let case = Practice::new();
    let clients = [case.sets_up("Northwind Traders"), case.sets_up("Kestrel Logistics")];
    let account = case.acts("account_refreshed", &clients[0]);
    let all = account["connections"].as_array().unwrap();
    assert!(all.iter().all(|one| one["gone"] == true), "{account}");
    assert_eq!(case.reads(&clients[1])["status"]["kind"], "mapping-gone");

    case.signs_in(&clients[0]);
    let ids = clients.iter().map(|client| &client.id).collect::<Vec<_>>();
    case.app.does("rotations_run", json!({ "ids": ids, "onStep": "__CHANNEL__:8" }));
    for client in &clients {
        let view = case.reads(client);
        assert_eq!(view["rotation"]["reason"], "sandbox-refreshed");
        assert_eq!(view["rotation"]["next"], "hand-over", "{}", view["rotation"]);
    }
}

#[test]
fn only_what_runs_out_within_two_months_is_due() {
    let case = Practice::new();
    case.sets_up("Northwind Traders");
    assert_eq!(case.app.does("due_list", json!({})), json!([]));
}

#[test]
fn board_page_list_and_rotation_show_the_same_slots_and_days_for_every_connection_of_a_record() {
    let case = Practice::new();
    let client = case.sets_up("Northwind Traders");
    let sibling = case.joins(&client, "Northwind webshop");
    case.lists(&client);
    assert_eq!(case.slots(&sibling), json!(1), "the list of one is the list of the other");

    case.plans(&client, "renewal", "replace-first");
    let proven = case.continues(&client);
    let rotation = &proven["rotation"];
    assert_eq!(rotation["slots"]["active"], 2, "the new one is counted at once: {rotation}");
    assert_eq!((case.slots(&client), case.slots(&sibling)), (json!(2), json!(2)));
    let board = case.app.does("connection_list", json!({}));
    for one in board["connections"].as_array().unwrap() {
        assert_eq!(one["slots"]["active"], 2, "{one}");
    }
    let list = case.lists(&client);
    assert_eq!(list["slots"]["active"], 2);
    let view = case.reads(&client);
    for credential in view["credentials"].as_array().unwrap() {
        let rows = list["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["certificateId"] == credential["certificateId"]);
        assert_eq!(row.unwrap()["daysLeft"], credential["daysLeft"], "{credential}");
    }

    case.acts("rotation_hand_over", &client);
    case.acts("rotation_switch", &client);
    let old = rotation["old"]["certificateId"].clone();
    let typed = json!({ "id": client.id, "typed": last_six(&old) });
    case.app.does("rotation_revoke_old", typed);
    assert_eq!((case.slots(&client), case.slots(&sibling)), (json!(1), json!(1)));
}

#[test]
fn a_leak_ends_with_the_truth_about_the_certificate_that_was_revoked() {
    let case = Practice::new();
    let client = case.sets_up("Northwind Traders");
    let old = case.current(&client);
    case.signs_in(&client);
    let typed = json!({ "id": client.id, "certificateId": old, "typed": last_six(&old) });
    case.app.does("leak_revoke", typed);
    let preview = case.acts("rotation_preview", &client);
    assert_eq!(preview["old"], Value::Null);
    assert_eq!(preview["replaced"]["certificateId"], old, "{preview}");
    case.plans(&client, "leak", "revoke-first");
    let rotation = case.continues(&client)["rotation"].clone();
    assert_eq!(rotation["replaced"]["certificateId"], old, "{rotation}");
    assert_eq!(rotation["replaced"]["state"], "revoked");
    assert_eq!(rotation["replaced"]["revoked"]["by"], "list");
}

#[test]
fn a_connection_ends_with_its_last_certificate_revoked_and_a_short_word_typed() {
    let case = Practice::new();
    let name = "Nederlandse Vereniging van Groothandelaren";
    let client = case.sets_up(name);
    let old = case.current(&client);
    let asked = json!({ "id": client.id });
    let ending = case.app.does("ending_read", asked.clone());
    assert_eq!(ending["certificates"][0]["certificateId"], old);
    assert_eq!(ending["certificates"][0]["obstacle"]["kind"], "revokes-itself");
    case.signs_in(&client);
    assert_eq!(case.app.does("ending_read", asked)["certificates"][0]["obstacle"], Value::Null);
    let revoke = json!({ "id": client.id, "certificateId": old, "typed": last_six(&old) });
    let ended = case.app.does("ending_revoke", revoke);
    assert_eq!(ended["certificates"], json!([]));
    assert_eq!(ended["connection"]["credentials"][0]["revoked"]["by"], "list");
    assert_eq!(case.state_of(&client, &old), "revoked");
    let phrase = ended["connection"]["removalPhrase"].clone();
    assert_eq!(phrase, "TSTDRV1000001");
    let wrong = json!({ "id": client.id, "typed": name });
    assert_eq!(case.app.fails("connection_remove", wrong), "name-differs");
    case.app.does("connection_remove", json!({ "id": client.id, "typed": phrase }));
}

#[test]
fn a_refused_token_asks_for_its_cause_and_a_revoked_certificate_for_no_test() {
    let case = Practice::new();
    let client = case.sets_up("Northwind Traders");
    let old = case.current(&client);
    block_on(case.administrator.revokes_a_certificate(old.as_str().unwrap()));
    let credential = case.reads(&client)["credential"].clone();
    let asked = json!({ "id": client.id, "credentialId": credential });
    assert_eq!(case.app.fails("token_request", asked), "token-refused");
    assert_eq!(case.reads(&client)["nextAct"], "find-cause");
    // Whoever signs in and reads the list is told what it was.
    case.signs_in(&client);
    case.lists(&client);
    let view = case.reads(&client);
    assert_eq!(view["credentials"][0]["state"], "revoked", "{view}");
    assert_eq!(view["status"]["kind"], "revoked", "not “being set up”");
    assert_eq!(view["nextAct"], "rotate");
}
