//! A private key goes into secret stores by their command-line tools, as the window asks for it. The
//! tools are stand-ins that note what they are called with; the key must be nowhere but in what they
//! read.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[allow(dead_code, reason = "each test uses what it needs")]
mod test_app;

use std::cell::RefCell;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tauri::test::mock_builder;
use test_app::{OWN_ORIGIN, TestApp, call, content, window};
use tracing_subscriber::EnvFilter;

/// The app, a connection with a key, and a folder of stand-ins.
struct Case {
    app: TestApp,
    tools: tempfile::TempDir,
    id: Value,
    credential: Value,
    /// All that the window was told.
    told: RefCell<String>,
}

impl Case {
    fn with(tools: &[&str]) -> Self {
        Self::within(tools, Duration::from_secs(60))
    }

    fn within(names: &[&str], limit: Duration) -> Self {
        start_log();
        let tools = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        for name in names {
            let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
            // A copy could still be open for writing in a process that another test starts.
            fs::hard_link(env!("CARGO_BIN_EXE_stand-in-tool"), tools.path().join(file)).unwrap();
        }
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let app = certdesk_lib::builder(mock_builder()).build(certdesk_lib::context()).unwrap();
        let keys = data.join("keys");
        // Cargo names its folders without a drive.
        let path = vec![PathBuf::from("not-absolute"), std::path::absolute(tools.path()).unwrap()];
        certdesk_lib::open_state_with_tools(&app, data, keys, path, limit);
        let window = window(&app, "main");
        let app = TestApp { tauri: app, window, folder };
        app.does("vault_open_files", json!({ "passphrase": "a quiet harbour" }));
        let made = app.does("connection_create", json!({ "name": "Northwind", "practice": false }));
        let id = made["id"].clone();
        for change in [
            json!({ "kind": "target", "target": "other" }),
            json!({ "kind": "account", "text": "4718203" }),
            json!({ "kind": "integration", "name": "Northwind", "scopes": ["rest_webservices"] }),
            json!({ "kind": "client-id", "text": "0123456789abcdef".repeat(4) }),
        ] {
            app.changes(&id, change);
        }
        let request = json!({
            "keyType": "p-256", "algorithm": "ES256", "days": 730, "subject": "Northwind",
            "signature": "plain",
        });
        let made = app.does("certificate_make", json!({ "id": id, "request": request }));
        let credential = made["credentials"][0]["id"].clone();
        Self { app, tools, id, credential, told: RefCell::default() }
    }

    fn calls(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let answer = self.app.call(command, arguments);
        let (Ok(said) | Err(said)) = &answer;
        self.told.borrow_mut().push_str(&said.to_string());
        answer
    }

    fn list(&self) -> Value {
        self.calls("secret_store_list", json!({ "id": self.id })).unwrap()
    }

    fn preview(&self, place: &Value) -> Result<Value, Value> {
        self.calls("secret_store_preview", json!({ "place": place }))
    }

    fn puts(&self, place: &Value, found: &Value) -> Result<Value, Value> {
        self.puts_as(place, found, "pkcs8-lines")
    }

    fn puts_as(&self, place: &Value, found: &Value, form: &str) -> Result<Value, Value> {
        let arguments = json!({
            "id": self.id, "credentialId": self.credential, "place": place, "form": form,
            "found": found,
        });
        self.calls("secret_store_put", arguments)
    }

    /// The preview, and what follows when the user agrees to it.
    fn agrees(&self, place: &Value) -> Result<Value, Value> {
        let preview = self.preview(place).unwrap();
        self.puts(place, &preview["found"])
    }

    fn behaves(&self, how: &str) {
        fs::write(self.tools.path().join("behavior"), how).unwrap();
    }

    fn has(&self, state: &Value) {
        fs::write(self.tools.path().join("state.json"), state.to_string()).unwrap();
    }

    fn state(&self) -> Value {
        read(&self.tools.path().join("state.json"))
    }

    /// What the tools were called with, in order.
    fn noted(&self) -> Vec<Value> {
        let calls = fs::read_dir(self.tools.path().join("calls"));
        let mut files: Vec<_> =
            calls.into_iter().flatten().map(|file| file.unwrap().path()).collect();
        // Not one that is being written.
        files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
        files.sort();
        files.iter().map(|file| read(file)).collect()
    }

    /// The events of the history that tell of a key for a store.
    fn history(&self) -> Vec<Value> {
        let view = self.app.does("connection_read", json!({ "id": self.id }));
        let events = view["history"].as_array().unwrap().iter().map(|entry| entry["event"].clone());
        let kinds = ["key-storing-started", "key-not-stored", "key-stored"];
        events.filter(|event| kinds.iter().any(|kind| event["kind"] == *kind)).collect()
    }

    /// The stores that the page of a leaked key names.
    fn stored_in(&self) -> Value {
        let asked = json!({ "id": self.id, "credentialId": self.credential });
        self.calls("leak_read", asked).unwrap()["uses"][0]["storedIn"].clone()
    }

    /// The tool has read the key, and the key is nowhere else.
    #[track_caller]
    fn the_key_was_given_on_standard_input_alone(&self) {
        let noted = self.noted();
        let read: Vec<&str> = noted.iter().filter_map(|call| call["read"].as_str()).collect();
        let key = *read.first().expect("a tool read the key");
        let parts = parts(key);
        assert!(parts.len() > 20, "a key has many parts");
        for call in &noted {
            let shown = json!([call["arguments"], call["environment"]]).to_string();
            assert_no_part(&parts, &shown, "the arguments and the environment of a tool");
        }
        assert_no_part(&parts, &self.told.borrow(), "what the window was told");
        assert_no_part(&parts, &log(), "the log");
        let read = self.app.does("connection_read", json!({ "id": self.id })).to_string();
        assert_no_part(&parts, &read, "the connection");
        for file in files(self.app.folder.path()) {
            let text = String::from_utf8_lossy(&content(&file)).into_owned();
            assert_no_part(&parts, &text, &file.display().to_string());
        }
    }
}

/// Sixteen characters each of what is secret in a key, as it is written but without line breaks. The
/// public key is in there as well, and the window has that in the certificate.
fn parts(key: &str) -> Vec<String> {
    let lines = key.replace("\\n", "\n");
    let body: String = lines.lines().filter(|line| !line.starts_with("-----")).collect();
    // A scalar of 32 bytes, behind 36 bytes of PKCS#8 and 7 of SEC1; as base64 of a PEM, all is secret.
    let first = match &lines {
        lines if lines.starts_with("-----BEGIN PRIVATE KEY-----") => 48,
        lines if lines.starts_with("-----BEGIN EC PRIVATE KEY-----") => 10,
        _ => 40,
    };
    assert!(body.len() > 100, "a private key: {} characters", body.len());
    (first..first + 40 - 16).map(|at| body[at..at + 16].to_owned()).collect()
}

#[track_caller]
fn assert_no_part(parts: &[String], text: &str, place: &str) {
    let text: String = text.replace("\\n", "").split_whitespace().collect();
    // Not the text: it has a key.
    assert!(
        !parts.iter().any(|part| text.contains(part.as_str())),
        "a part of the key is in {place}"
    );
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn vault(store: &str) -> Value {
    json!({
        "store": store, "address": "https://vault.example.com:8200", "namespace": "",
        "mount": "secret", "path": "netsuite/northwind", "field": "private_key",
    })
}

fn azure() -> Value {
    json!({ "store": "azure-key-vault", "vault": "kv-northwind", "name": "netsuite-northwind" })
}

fn aws() -> Value {
    json!({
        "store": "aws-secrets-manager", "name": "netsuite/northwind", "region": "eu-central-1",
        "profile": "",
    })
}

fn one_password() -> Value {
    json!({ "store": "one-password", "vault": "Client keys", "title": "Northwind key" })
}

/// Each store that can be used on this system, with its tool and a place in it.
fn stores() -> Vec<(&'static str, Value)> {
    let mut stores =
        vec![("vault", vault("vault")), ("bao", vault("open-bao")), ("op", one_password())];
    if cfg!(unix) {
        stores.extend([("az", azure()), ("aws", aws())]);
    }
    stores
}

#[test]
fn a_key_is_stored_read_back_and_compared_in_every_store() {
    for (tool, place) in stores() {
        let case = Case::with(&[tool]);
        let preview = case.preview(&place).unwrap();
        assert_eq!(preview["found"], json!({ "kind": "nothing" }), "{tool}");
        let view = case.puts(&place, &preview["found"]).unwrap();
        assert_eq!(view["id"], case.id);

        // Look for the preview; look again, store, read back: as it was shown.
        let noted = case.noted();
        let lines: Vec<String> = noted.iter().map(|call| call["arguments"].to_string()).collect();
        let shown = preview["commands"].as_array().unwrap();
        let steps: Vec<&Value> = shown.iter().map(|command| &command["step"]).collect();
        let looks = usize::from(tool == "aws") + 1;
        assert_eq!(steps, ["settings", "look", "store", "read-back"][2 - looks..], "{tool}");
        assert_eq!(lines.len(), 2 * looks + 2, "{tool}: {lines:#?}");
        assert_eq!(lines[..looks], lines[looks..2 * looks], "{tool}");
        for (command, call) in shown.iter().zip(&noted[looks..]) {
            let line = command["line"].as_str().unwrap();
            let program = std::path::absolute(case.tools.path().join(tool)).unwrap();
            assert!(line.trim_start_matches('"').starts_with(program.to_str().unwrap()), "{line}");
            for argument in call["arguments"].as_array().unwrap() {
                assert!(line.contains(argument.as_str().unwrap()), "{argument} in {line}");
            }
        }
        let read: Vec<bool> = noted.iter().map(|call| call["read"].is_string()).collect();
        assert!(read.iter().enumerate().all(|(at, read)| *read == (at == 2 * looks)), "{tool}");
        let key = noted[2 * looks]["read"].as_str().unwrap();
        assert!(key.starts_with("-----BEGIN PRIVATE KEY-----\n"), "{tool}");
        case.the_key_was_given_on_standard_input_alone();

        let [started, stored] = &case.history()[..] else { panic!("two events") };
        assert_eq!(
            (&started["kind"], &stored["compared"]),
            (&json!("key-storing-started"), &json!(true))
        );
        for event in [started, stored] {
            assert_eq!(
                (&event["store"], &event["location"]),
                (&place["store"], &preview["location"]),
                "{tool}"
            );
        }
    }
}

#[test]
fn the_page_of_a_leaked_key_names_the_stores_that_have_it() {
    let case = Case::with(&["vault", "op"]);
    for place in [vault("vault"), one_password()] {
        case.agrees(&place).unwrap();
        fs::remove_file(case.tools.path().join("state.json")).unwrap();
    }
    // Once more in the same place.
    case.agrees(&vault("vault")).unwrap();
    assert_eq!(
        case.stored_in(),
        json!([
            {
                "store": "vault",
                "location": "secret/netsuite/northwind, field private_key, at https://vault.example.com:8200",
            },
            { "store": "one-password", "location": "document Northwind key in vault Client keys" },
        ])
    );
    case.the_key_was_given_on_standard_input_alone();
}

#[test]
fn every_form_of_the_key_comes_back_as_it_was_given() {
    for form in ["pkcs8-one-line", "pkcs8-base64", "traditional"] {
        for (tool, place) in stores() {
            let case = Case::with(&[tool]);
            let found = case.preview(&place).unwrap()["found"].clone();
            case.puts_as(&place, &found, form).unwrap();
            case.the_key_was_given_on_standard_input_alone();
        }
    }
}

#[test]
fn only_tools_that_are_here_are_offered_by_their_full_path() {
    let case = Case::with(&["bao", "op"]);
    let list = case.list();
    let offered: Vec<&Value> =
        list.as_array().unwrap().iter().map(|store| &store["store"]).collect();
    assert_eq!(offered, ["open-bao", "one-password"]);
    let program = Path::new(list[0]["program"].as_str().unwrap()).to_owned();
    let folder = std::path::absolute(case.tools.path()).unwrap();
    assert!(program.is_absolute() && program.starts_with(folder), "{list}");
    assert_eq!(list[0]["proposed"]["path"], "netsuite/northwind");
    for place in [vault("vault"), azure(), aws()] {
        let failure = case.preview(&place).unwrap_err();
        assert_eq!(failure["kind"], "secret-store-tool-missing", "{failure}");
        let failure = case.puts(&place, &json!({ "kind": "nothing" })).unwrap_err();
        assert_eq!(failure["kind"], "secret-store-tool-missing", "{failure}");
    }
    assert_eq!(Case::with(&[]).list(), json!([]));
    assert_eq!(case.noted(), [json!(null); 0]);
}

#[cfg(windows)]
#[test]
fn tools_that_need_a_file_for_the_secret_are_not_offered_on_windows() {
    assert_eq!(Case::with(&["az", "aws"]).list(), json!([]));
}

#[test]
fn what_is_there_gets_a_new_version_only_after_it_was_shown() {
    let versioned = stores().into_iter().filter(|(tool, _)| *tool != "op");
    for (tool, place) in versioned {
        let case = Case::with(&[tool]);
        case.has(&json!({ "version": 3, "fields": { "user": "mira", "value": "a", "private_key": "a" } }));
        let failure = case.puts(&place, &json!({ "kind": "nothing" })).unwrap_err();
        assert_eq!(failure["kind"], "secret-store-changed", "{tool}: {failure}");
        assert_eq!(case.state()["version"], 3, "{tool}");
        assert_eq!(case.history(), [json!(null); 0]);

        let preview = case.preview(&place).unwrap();
        assert_eq!(preview["found"]["kind"], "versions", "{tool}: {preview}");
        assert!(preview["found"]["version"].as_str().unwrap().ends_with('3'), "{tool}: {preview}");
        case.puts(&place, &preview["found"]).unwrap();
        let state = case.state();
        assert_eq!(
            (&state["version"], &state["fields"]["user"]),
            (&json!(4), &json!("mira")),
            "{tool}"
        );
        case.the_key_was_given_on_standard_input_alone();
        assert_eq!(case.history()[1]["kind"], "key-stored");
    }
}

#[test]
fn a_version_that_came_meanwhile_is_not_written_over() {
    for (tool, place) in stores().into_iter().filter(|(tool, _)| *tool != "op") {
        let case = Case::with(&[tool]);
        case.has(&json!({ "version": 3, "fields": {} }));
        let found = case.preview(&place).unwrap()["found"].clone();
        case.has(&json!({ "version": 4, "fields": {} }));
        let failure = case.puts(&place, &found).unwrap_err();
        assert_eq!(failure["kind"], "secret-store-changed", "{tool}: {failure}");
        assert_eq!(case.state()["version"], 4, "{tool}");
    }
}

#[test]
fn a_title_that_is_taken_in_one_password_is_left_alone() {
    let case = Case::with(&["op"]);
    case.has(&json!({ "version": 1, "title": "northwind KEY", "fields": {} }));
    let preview = case.preview(&one_password()).unwrap();
    assert_eq!(preview["found"], json!({ "kind": "taken" }));
    assert_eq!(preview["commands"].as_array().unwrap().len(), 1, "{preview}");
    let failure = case.puts(&one_password(), &preview["found"]).unwrap_err();
    assert_eq!(failure["kind"], "secret-store-occupied", "{failure}");
    assert!(case.noted().iter().all(|call| call["read"].is_null()));
}

/// `how` the tool behaves, at which step that shows, and as what.
#[track_caller]
fn assert_fails(case: &Case, how: &str, place: &Value, step: &str, problem: &str) -> Value {
    case.behaves(how);
    let failure = match case.preview(place) {
        Err(failure) => failure,
        Ok(preview) => case.puts(place, &preview["found"]).unwrap_err(),
    };
    assert_eq!(failure["kind"], "secret-store-tool-failed", "{how}: {failure}");
    assert_eq!(
        (&failure["step"], &failure["problem"]),
        (&json!(step), &json!(problem)),
        "{failure}"
    );
    failure
}

#[test]
fn a_tool_without_a_sign_in_or_a_permission_says_so_and_is_given_no_key() {
    for (tool, place) in stores() {
        let case = Case::with(&[tool]);
        for (how, problem) in [("not-signed-in", "not-signed-in"), ("denied", "denied")] {
            let failure = assert_fails(&case, how, &place, "look", problem);
            assert_eq!(failure["tool"], tool);
            assert!(failure["detail"].is_string(), "its own words: {failure}");
        }
        assert!(case.noted().iter().all(|call| call["read"].is_null()), "{tool}");
    }
}

#[cfg(unix)]
#[test]
fn a_tool_that_records_what_it_sends_is_given_no_key() {
    let case = Case::with(&["aws"]);
    let preview = case.preview(&aws()).unwrap();
    case.behaves("records");
    for refused in [case.preview(&aws()), case.puts(&aws(), &preview["found"])] {
        let failure = refused.unwrap_err();
        assert_eq!(failure["kind"], "secret-store-tool-records");
        assert_eq!(failure["tool"], "aws");
    }
    assert!(case.noted().iter().all(|call| call["read"].is_null()));
    assert_eq!(case.history(), [json!(null); 0]);
}

#[test]
fn a_refused_store_is_in_the_history_as_not_stored_and_not_named_when_the_key_leaks() {
    for (tool, place) in stores() {
        let case = Case::with(&[tool]);
        let failure = assert_fails(&case, "denied-at-store", &place, "store", "denied");
        assert!(failure["detail"].is_string(), "{failure}");
        assert_eq!(case.history()[1]["kind"], "key-not-stored");
        assert_eq!(case.stored_in(), json!([]));
        case.the_key_was_given_on_standard_input_alone();
    }
}

#[test]
fn a_store_whose_answer_was_lost_is_named_when_the_key_leaks() {
    for (tool, place) in stores() {
        let case = Case::with(&[tool]);
        assert_fails(&case, "stores-and-loses-the-answer", &place, "store", "other");
        assert_eq!(case.history()[1]["compared"], false, "{tool}");
        assert_eq!(case.stored_in().as_array().unwrap().len(), 1, "{tool}");
    }
}

#[test]
fn a_store_that_is_refused_later_is_named_for_the_key_that_it_got_before() {
    let case = Case::with(&["vault"]);
    case.agrees(&vault("vault")).unwrap();
    assert_fails(&case, "denied-at-store", &vault("vault"), "store", "denied");
    assert_eq!(case.stored_in()[0]["store"], "vault");
}

#[test]
fn a_store_is_known_before_its_tool_has_the_key_so_that_an_end_of_certdesk_hides_none() {
    let case = Case::with(&["vault"]);
    let found = case.preview(&vault("vault")).unwrap()["found"].clone();
    case.behaves("waits-at-store");
    let window = case.app.window.clone();
    let arguments = json!({
        "id": case.id, "credentialId": case.credential, "place": vault("vault"),
        "form": "pkcs8-lines", "found": found,
    });
    let storing =
        std::thread::spawn(move || call(&window, OWN_ORIGIN, "secret_store_put", arguments));
    let begun = Instant::now();
    while case.noted().iter().all(|call| call["read"].is_null()) {
        assert!(begun.elapsed() < Duration::from_secs(60), "the tool reads the key");
        std::thread::sleep(Duration::from_millis(20));
    }
    // What another start would find, if Certdesk were ended now.
    let [started] = &case.history()[..] else { panic!("one event") };
    assert_eq!(started["kind"], "key-storing-started");
    assert_eq!(case.stored_in()[0]["store"], "vault");
    fs::write(case.tools.path().join("go"), "").unwrap();
    storing.join().unwrap().unwrap();
    assert_eq!(case.history()[1]["compared"], true);
    assert_eq!(case.stored_in().as_array().unwrap().len(), 1);
    case.the_key_was_given_on_standard_input_alone();
}

#[test]
fn a_tool_that_repeats_the_key_is_not_quoted() {
    for (tool, place) in stores() {
        let case = Case::with(&[tool]);
        let failure = assert_fails(&case, "repeats-the-key", &place, "store", "other");
        assert_eq!(failure["detail"], Value::Null, "{tool}");
        case.the_key_was_given_on_standard_input_alone();
    }
}

#[test]
fn a_value_that_comes_back_differently_is_in_the_history_as_not_confirmed() {
    for (tool, place) in stores() {
        let case = Case::with(&[tool]);
        case.behaves("another-value");
        let failure = case.agrees(&place).unwrap_err();
        assert_eq!(failure["kind"], "secret-store-read-back-differs", "{failure}");
        assert_eq!(case.history()[1]["compared"], false, "{tool}");
        case.the_key_was_given_on_standard_input_alone();
    }
}

#[test]
fn a_key_that_cannot_be_read_back_is_in_the_history_as_not_confirmed() {
    for (tool, place) in stores() {
        let case = Case::with(&[tool]);
        let failure = assert_fails(&case, "denied-at-read-back", &place, "read-back", "denied");
        assert_eq!(failure["detail"], Value::Null, "what it says then is never shown: {failure}");
        assert_eq!(case.history()[1]["compared"], false, "{tool}");
        case.the_key_was_given_on_standard_input_alone();
    }
}

#[test]
fn a_tool_that_hangs_is_ended_in_time() {
    let case = Case::within(&["vault"], Duration::from_secs(2));
    let begun = Instant::now();
    assert_fails(&case, "hangs", &vault("vault"), "look", "timed-out");
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    assert_eq!(case.history(), [json!(null); 0]);

    assert_fails(&case, "hangs-at-store", &vault("vault"), "store", "timed-out");
    assert_eq!(case.history()[1]["compared"], false, "it may have been stored");
    case.the_key_was_given_on_standard_input_alone();
}

#[test]
fn a_tool_that_says_too_much_is_ended() {
    let case = Case::with(&["vault"]);
    assert_fails(&case, "floods", &vault("vault"), "look", "answer-too-long");
}

#[test]
fn a_value_that_could_be_read_as_something_else_is_refused_before_a_tool_is_called() {
    let case = Case::with(&["vault", "bao", "az", "aws", "op"]);
    let mut option = vault("vault");
    option["path"] = json!("-output-curl-string");
    let failure = case.preview(&option).unwrap_err();
    assert_eq!(failure, json!({ "kind": "secret-store-field-refused", "field": "path" }));
    let mut empty = vault("open-bao");
    empty["address"] = json!("  ");
    let failure = case.puts(&empty, &json!({ "kind": "nothing" })).unwrap_err();
    assert_eq!(failure, json!({ "kind": "secret-store-field-empty", "field": "address" }));
    assert_eq!(case.noted(), [json!(null); 0]);
}

/// Everything that is logged in this process.
static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Log;

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn start_log() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let all = EnvFilter::new("trace");
        tracing_subscriber::fmt().with_env_filter(all).with_writer(|| Log).init();
    });
}

fn log() -> String {
    String::from_utf8_lossy(&LOG.lock().unwrap()).into_owned()
}
