//! Signing in by browser as the window calls it: on the practice account and its consent pages, in
//! a data folder whose vault are key files, so that every secret kept is a file one can count.

use std::path::Path;

use crate::person::{Administrator, Record};
use crate::test_app::TestApp;
use crate::token_in_text::holds_token;
use serde_json::{Value, json};
use tauri::async_runtime::block_on;

/// A practice connection whose integration record allows signing in.
struct Case {
    app: TestApp,
    administrator: Administrator,
    record: Record,
    id: Value,
}

impl Case {
    fn public() -> Self {
        Self::new(true)
    }

    fn confidential() -> Self {
        Self::new(false)
    }

    fn new(public_client: bool) -> Self {
        let app = TestApp::new();
        app.does("vault_open_files", json!({ "passphrase": PASSPHRASE }));
        let practice = app.does("practice_start", json!({}));
        let administrator = Administrator::at(practice["address"].as_str().unwrap());
        let scopes = ["rest_webservices", "restlets"];
        let record = administrator.creates_a_record_for_sign_in("Certdesk", public_client, &scopes);
        let record = block_on(record);
        let id = connection(&app, "Northwind Traders", &record);
        Self { app, administrator, record, id }
    }

    fn read(&self) -> Value {
        self.app.does("access_read", json!({ "id": self.id }))
    }

    /// Begins a sign-in and gives the address that the browser was asked to open. Whether a browser
    /// opens on the computer that runs the tests is another matter.
    fn starts(&self, public_client: bool, secret: Option<&str>, stays: bool) -> String {
        starts(&self.app, &self.id, public_client, secret, stays)
    }

    fn allows(&self, authorize_url: &str) -> String {
        block_on(async { self.administrator.opens(authorize_url).await.allow("-5;1000").await })
    }

    fn pastes(&self, address: &str) -> Value {
        self.app.does("sign_in_paste", json!({ "id": self.id, "address": address }))
    }

    fn refuses(&self, address: &str) -> String {
        self.app.fails("sign_in_paste", json!({ "id": self.id, "address": address }))
    }

    /// Signs in as a confidential client that stays signed in.
    fn stays_signed_in(&self) -> Value {
        let url = self.starts(false, Some(&self.record.consumer_secret), true);
        self.pastes(&self.allows(&url))
    }

    fn restarts(self) -> Self {
        let Self { app, administrator: _, record, id } = self;
        app.does("practice_stop", json!({}));
        let app = app.starts_again();
        app.does("vault_open_files", json!({ "passphrase": PASSPHRASE }));
        let practice = app.does("practice_start", json!({}));
        let administrator = Administrator::at(practice["address"].as_str().unwrap());
        Self { app, administrator, record, id }
    }

    fn lists(&self) -> Result<Value, Value> {
        self.app.call("certificate_list", json!({ "id": self.id }))
    }

    /// How many secrets the vault keeps.
    fn secrets(&self) -> usize {
        let files = std::fs::read_dir(self.app.data().join("keys")).unwrap();
        files.filter(|file| file.as_ref().unwrap().path().extension().unwrap() == "sealed").count()
    }

    fn document(&self) -> Value {
        let path = self.document_path();
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    }

    fn document_path(&self) -> std::path::PathBuf {
        let name = format!("{}.connection.json", self.id.as_str().unwrap());
        self.app.data().join("connections").join(name)
    }
}

fn connection(app: &TestApp, name: &str, record: &Record) -> Value {
    let connection = app.does("connection_create", json!({ "name": name, "practice": true }));
    let id = connection["id"].clone();
    app.changes(&id, json!({ "kind": "target", "target": "alumio" }));
    app.changes(&id, json!({ "kind": "account", "text": "TSTDRV1000001" }));
    let scopes = ["rest_webservices"];
    app.changes(&id, json!({ "kind": "integration", "name": "Certdesk", "scopes": scopes }));
    app.changes(&id, json!({ "kind": "client-id", "text": record.consumer_key }));
    id
}

fn starts(app: &TestApp, id: &Value, public: bool, secret: Option<&str>, stays: bool) -> String {
    let asked = app.call(
        "sign_in_start",
        json!({
            "id": id, "publicClient": public, "clientSecret": secret, "staySignedIn": stays,
            "page": null,
        }),
    );
    if let Err(failure) = asked {
        assert_eq!(failure["kind"], "browser-not-opened", "{failure}");
    }
    let access = app.does("access_read", json!({ "id": id }));
    access["waiting"]["authorizeUrl"].as_str().unwrap().to_owned()
}

#[test]
fn a_public_client_signs_in_by_paste_and_keeps_nothing() {
    let case = Case::public();
    let before = case.read();
    assert_eq!(before["by"], json!({ "kind": "none" }));
    assert_eq!(before["redirectUri"], "certdesk://oauth/callback");
    assert_eq!((&before["publicClient"], &before["waiting"]), (&Value::Null, &Value::Null));

    let url = case.starts(true, None, false);
    let access = case.pastes(&case.allows(&url));
    assert_eq!(access["by"]["kind"], "sign-in");
    assert_eq!(access["by"]["role"], "1000");
    assert_eq!(access["by"]["entity"], "-5");
    assert_eq!(access["by"]["account"], "TSTDRV1000001");
    assert_eq!(access["by"]["scopes"], json!(["rest_webservices"]));
    assert_eq!(access["by"]["ofAnotherRecord"], false);
    assert_eq!(access["publicClient"], true);
    assert_eq!(access["waiting"], Value::Null);
    assert_eq!(access["staysSignedIn"], false);
    assert_eq!(case.secrets(), 0);
    let history = &case.document()["connection"]["history"];
    let last = &history["entries"].as_array().unwrap().last().unwrap()["event"];
    assert_eq!(*last, json!({ "kind": "signed-in", "role": "1000", "entity": "-5" }));
    assert_eq!(case.lists().unwrap()["rows"], json!([]));

    let ended = case.app.does("sign_in_end", json!({ "id": case.id }));
    assert_eq!(ended["by"], json!({ "kind": "none" }));
    assert_eq!(case.lists().unwrap_err()["kind"], "sign-in-needed");
}

#[test]
fn a_confidential_client_is_asked_for_its_secret_once() {
    let case = Case::confidential();
    let start = |secret: Value| json!({ "id": case.id, "publicClient": false, "clientSecret": secret, "staySignedIn": false, "page": null });
    assert_eq!(case.app.fails("sign_in_start", start(Value::Null)), "client-secret-needed");
    assert_eq!(case.app.fails("sign_in_start", start(json!(" "))), "client-secret-needed");

    let url = case.starts(false, Some("wrong"), false);
    let address = case.allows(&url);
    assert_eq!(case.refuses(&address), "client-not-authenticated");
    assert_eq!(case.secrets(), 0, "a secret that NetSuite does not take is not kept");

    let url = case.starts(false, Some(&format!(" {}\n", case.record.consumer_secret)), false);
    let access = case.pastes(&case.allows(&url));
    assert_eq!((&access["hasClientSecret"], case.secrets()), (&json!(true), 1));

    let url = case.starts(false, None, false);
    assert_eq!(case.pastes(&case.allows(&url))["by"]["kind"], "sign-in", "with the one kept");
    let access = case.app.does("client_secret_forget", json!({ "id": case.id }));
    assert_eq!((&access["hasClientSecret"], case.secrets()), (&json!(false), 0));
    assert_eq!(case.app.fails("sign_in_start", start(Value::Null)), "client-secret-needed");
}

#[test]
fn whoever_stays_signed_in_is_so_after_a_restart_until_they_end_it() {
    let case = Case::confidential();
    let access = case.stays_signed_in();
    assert_eq!(access["staysSignedIn"], true);
    assert_eq!(case.secrets(), 2, "Client Secret and refresh token");

    let case = case.restarts();
    let access = case.read();
    assert_eq!((&access["by"]["kind"], &access["by"]["role"]), (&json!("sign-in"), &Value::Null));
    case.lists().unwrap();
    assert_eq!(case.read()["by"]["role"], "1000", "renewed by the request");

    let ended = case.app.does("sign_in_end", json!({ "id": case.id }));
    assert_eq!(ended["by"], json!({ "kind": "none" }));
    assert_eq!((&ended["staysSignedIn"], &ended["hasClientSecret"]), (&json!(false), &json!(true)));
    assert_eq!(case.secrets(), 1);
    assert_eq!(case.document()["connection"]["pendingKeys"], json!([]));
}

#[test]
fn a_public_clients_next_refresh_token_takes_the_place_of_the_used_one() {
    let case = Case::public();
    let url = case.starts(true, None, true);
    case.pastes(&case.allows(&url));
    let mut case = case;
    let mut entries = Vec::new();
    for _ in 0..3 {
        case = case.restarts();
        case.lists().unwrap();
        let document = case.document();
        assert_eq!(document["connection"]["pendingKeys"], json!([]));
        entries.push(document["connection"]["integration"]["refreshToken"]["entry"].clone());
        assert_eq!(case.secrets(), 1, "the used one is deleted");
    }
    assert!(entries[0] != entries[1] && entries[1] != entries[2], "no entry is overwritten");
}

#[test]
fn a_sign_in_that_netsuite_no_longer_renews_has_ended() {
    let case = Case::public();
    let url = case.starts(true, None, true);
    case.pastes(&case.allows(&url));
    // As a process leaves it that is killed between the renewal and the storing of the next token:
    // the one in the vault has been used.
    let left = tempfile::tempdir().unwrap();
    crate::test_app::copy(&case.app.data(), left.path());
    let case = case.restarts();
    case.lists().unwrap();
    let path = case.document_path();
    std::fs::copy(left.path().join("connections").join(path.file_name().unwrap()), &path).unwrap();
    crate::test_app::copy(&left.path().join("keys"), &case.app.data().join("keys"));

    let case = case.restarts();
    assert_eq!(case.lists().unwrap_err()["kind"], "sign-in-ended");
    let access = case.read();
    assert_eq!((&access["by"]["kind"], &access["staysSignedIn"]), (&json!("none"), &json!(false)));
    let url = case.starts(true, None, true);
    assert_eq!(case.pastes(&case.allows(&url))["by"]["kind"], "sign-in");
}

#[test]
fn the_browser_may_come_back_by_itself() {
    let case = Case::public();
    let url = case.starts(true, None, false);
    let address = case.allows(&url);
    let foreign = address.replacen("state=", "state=x", 1);
    certdesk_lib::browser_came_back(case.app.tauri.handle(), &foreign);
    certdesk_lib::browser_came_back(case.app.tauri.handle(), "certdesk://evil/callback?code=1");
    certdesk_lib::browser_came_back(case.app.tauri.handle(), &address);
    while case.read()["by"]["kind"] != "sign-in" {
        std::thread::yield_now();
    }
    assert_eq!(case.refuses(&address), "sign-in-not-asked", "a second time");
}

#[test]
fn every_address_that_is_not_the_answer_is_refused() {
    let case = Case::public();
    let sound = "certdesk://oauth/callback?state=s&code=c&company=TSTDRV1000001";
    assert_eq!(case.refuses(sound), "sign-in-not-asked");
    let url = case.starts(true, None, false);
    assert_eq!(case.refuses(sound), "sign-in-state-differs");
    assert_eq!(case.refuses("https://evil.example/?state=s&code=c"), "sign-in-address-elsewhere");
    assert_eq!(case.refuses(&url), "sign-in-address-of-net-suite", "the page before Allow");
    assert_eq!(case.refuses("certdesk://oauth/callback"), "sign-in-address-invalid");
    let address = case.allows(&url);
    let other = address.replace("TSTDRV1000001", "4718203");
    assert_eq!(case.refuses(&other), "sign-in-other-account");
    assert_eq!(case.refuses(&address), "sign-in-not-asked", "that sign-in is over");

    let url = case.starts(true, None, false);
    let hostile = case.allows(&url).replace("TSTDRV1000001", "evil.com%2F");
    assert_eq!(case.refuses(&hostile), "sign-in-values-invalid");
    let url = case.starts(true, None, false);
    let denied = block_on(async { case.administrator.opens(&url).await.deny().await });
    assert_eq!(case.refuses(&denied), "sign-in-denied");
    assert_eq!(case.read()["waiting"], Value::Null);
}

#[test]
fn a_sign_in_that_ends_on_a_web_page_is_finished_with_its_address_and_remembers_the_page() {
    let page = netsuite_practice::REDIRECT_PAGE;
    let app = TestApp::new();
    app.does("vault_open_files", json!({ "passphrase": PASSPHRASE }));
    let practice = app.does("practice_start", json!({}));
    let administrator = Administrator::at(practice["address"].as_str().unwrap());
    let scopes = ["rest_webservices"];
    let record = administrator.creates_a_record_that_answers_to(page, "Page", true, &scopes);
    let record = block_on(record);
    let id = connection(&app, "Northwind Traders", &record);
    let case = Case { app, administrator, record, id };
    assert_eq!((&case.read()["page"], &case.read()["practicePage"]), (&Value::Null, &json!(page)));

    let start = |page: &str| {
        json!({
            "id": case.id, "publicClient": true, "clientSecret": null, "staySignedIn": false,
            "page": page,
        })
    };
    assert_eq!(
        case.app.fails("sign_in_start", start("http://localhost/")),
        "redirect-page-not-https"
    );
    assert_eq!(case.app.fails("sign_in_start", start("localhost")), "redirect-page-invalid");
    assert_eq!(case.read()["waiting"], Value::Null, "nothing was begun");
    if let Err(failure) = case.app.call("sign_in_start", start(page)) {
        assert_eq!(failure["kind"], "browser-not-opened", "{failure}");
    }
    let access = case.read();
    assert_eq!((&access["redirectUri"], &access["page"]), (&json!(page), &json!(page)));
    assert_eq!(access["appRedirectUri"], "certdesk://oauth/callback");
    assert_eq!(access["waiting"]["page"], page);

    let url = access["waiting"]["authorizeUrl"].as_str().unwrap().to_owned();
    let address = block_on(case.administrator.copies_the_address_shown_at(&case.allows(&url)));
    assert!(address.starts_with(&format!("{page}?")), "{address}");
    assert_eq!(case.refuses(&format!("{page}?state=s&code=c")), "sign-in-state-differs");
    assert_eq!(case.pastes(&address)["by"]["kind"], "sign-in");
    assert_eq!(case.document()["connection"]["integration"]["redirectPage"], page);
}

#[test]
fn a_sign_in_can_be_cancelled_and_begun_again() {
    let case = Case::public();
    let id = json!({ "id": case.id });
    assert_eq!(case.app.fails("sign_in_open", id.clone()), "sign-in-not-asked");
    let first = case.starts(true, None, false);
    let cancelled = case.app.does("sign_in_cancel", id);
    assert_eq!(cancelled["waiting"], Value::Null);
    let late = case.allows(&first);
    assert_eq!(case.refuses(&late), "sign-in-not-asked");
    let second = case.starts(true, None, false);
    assert_eq!(case.refuses(&late), "sign-in-state-differs");
    assert_eq!(case.pastes(&case.allows(&second))["by"]["kind"], "sign-in");
}

#[test]
fn a_sign_in_asks_for_account_and_consumer_key_first() {
    let app = TestApp::new();
    let connection = app.does("connection_create", json!({ "name": "N", "practice": false }));
    let start = json!({
        "id": connection["id"], "publicClient": true, "clientSecret": null, "staySignedIn": false,
        "page": null
    });
    let failure = app.call("sign_in_start", start.clone()).unwrap_err();
    assert_eq!(failure, json!({ "kind": "step-not-ready", "step": "account" }));
    app.changes(&connection["id"], json!({ "kind": "account", "text": "4718203" }));
    let failure = app.call("sign_in_start", start).unwrap_err();
    assert_eq!(failure, json!({ "kind": "step-not-ready", "step": "integration" }));
}

#[test]
fn connections_of_one_account_use_each_others_sign_in() {
    let case = Case::public();
    let same = connection(&case.app, "Northwind, same record", &case.record);
    let scopes = ["rest_webservices"];
    let another = case.administrator.creates_a_record_for_sign_in("Other", true, &scopes);
    let other = connection(&case.app, "Northwind, other record", &block_on(another));
    let url = case.starts(true, None, false);
    case.pastes(&case.allows(&url));
    for (id, of_another_record) in [(&same, false), (&other, true)] {
        let access = case.app.does("access_read", json!({ "id": id }));
        assert_eq!(access["by"]["kind"], "sign-in");
        assert_eq!(access["by"]["ofAnotherRecord"], of_another_record);
    }
    case.app.does("sign_in_end", json!({ "id": other }));
    assert_eq!(case.read()["by"], json!({ "kind": "none" }), "it was the same session");
}

#[test]
fn another_client_and_a_removed_connection_leave_no_secret_behind() {
    let case = Case::confidential();
    case.stays_signed_in();
    case.app.changes(&case.id, json!({ "kind": "client-id", "text": "b".repeat(64) }));
    assert_eq!(case.secrets(), 0);
    assert_eq!(case.document()["connection"]["pendingKeys"], json!([]));
    assert_eq!(case.read()["publicClient"], Value::Null);

    let key = case.record.consumer_key.clone();
    case.app.changes(&case.id, json!({ "kind": "client-id", "text": key }));
    case.stays_signed_in();
    assert_eq!(case.secrets(), 2);
    let removed =
        case.app.does("connection_remove", json!({ "id": case.id, "typed": "Northwind Traders" }));
    assert_eq!(case.secrets(), 1, "nobody is signed in, and the Client Secret can come back");
    case.app.does("removed_delete", json!({ "id": removed }));
    assert_eq!(case.secrets(), 0);
}

#[test]
fn a_secret_cut_off_by_a_kill_is_removed_at_the_next_start() {
    let case = Case::confidential();
    case.stays_signed_in();
    let mut document = case.document();
    // Written, and not yet taken into the document.
    let integration = &mut document["connection"]["integration"];
    let entry = integration["refreshToken"].take()["entry"].clone();
    document["connection"]["pendingKeys"] = json!([entry]);
    std::fs::write(case.document_path(), serde_json::to_vec(&document).unwrap()).unwrap();
    let case = case.restarts();
    assert_eq!(case.secrets(), 1, "only the Client Secret is left");
    assert_eq!(case.document()["connection"]["pendingKeys"], json!([]));
}

#[test]
fn nothing_secret_lies_in_the_data_folder_in_clear() {
    let case = Case::confidential();
    let url = case.starts(false, Some(&case.record.consumer_secret), true);
    let address = case.allows(&url);
    let code = address.split("code=").nth(1).unwrap().split('&').next().unwrap();
    case.pastes(&address);
    case.lists().unwrap();
    let secrets = [case.record.consumer_secret.as_str(), code];
    every_file(&case.app.data(), &mut |path, content| {
        for secret in secrets {
            let found = content.windows(secret.len()).any(|part| part == secret.as_bytes());
            assert!(!found, "{} holds {secret}", path.display());
        }
        let text = String::from_utf8_lossy(content);
        assert!(!holds_token(&text), "{} holds a token", path.display());
    });
}

#[test]
fn an_installed_certdesk_is_given_the_address_of_its_scheme() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let config: Value = serde_json::from_str(&read("tauri.conf.json")).unwrap();
    assert_eq!(config["plugins"]["deep-link"]["desktop"]["schemes"], json!(["certdesk"]));
    let config: Value = serde_json::from_str(&read("tauri.linux.conf.json")).unwrap();
    for package in ["deb", "rpm"] {
        let entry = config["bundle"]["linux"][package]["desktopTemplate"].as_str().unwrap();
        let entry = read(entry);
        assert!(entry.contains("\nExec={{exec}} %u\n"), "without it the address is lost");
        assert!(entry.contains("\nMimeType={{mime_type}};\n"));
    }
}

fn every_file(folder: &Path, look: &mut impl FnMut(&Path, &[u8])) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            every_file(&path, look);
        } else {
            look(&path, &crate::test_app::content(&path));
        }
    }
}

const PASSPHRASE: &str = "correct horse battery";
