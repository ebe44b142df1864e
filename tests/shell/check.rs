//! `certdesk --check` where something is missing, and where nothing is; `certdesk --due`; and a start
//! without a display. The real program, in the folders and the session of an invented user.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::expiring::connection;
use certdesk_core::store::Store;
use serde_json::{Value, json};
use test_support::{Display, Folders, Keychain, Session, SmallDisk};

const PROGRAM: &str = env!("CARGO_BIN_EXE_certdesk");

/// A user with a login session.
struct User {
    // Dropped in this order: the session before the folders that it writes to.
    session: Session,
    folders: Folders,
}

/// A report and the program's exit status.
struct Checked {
    code: Option<i32>,
    report: Value,
    text: String,
}

impl User {
    fn with(keychain: Keychain) -> Self {
        let folders = Folders::new();
        // Nothing is shown: no keychain here asks for a password.
        Self { session: Session::start(keychain, &folders, ""), folders }
    }

    /// Makes this Certdesk the program for its links, as a package does.
    fn install(&self) -> &Self {
        let applications = self.folders.data().join("applications");
        fs::create_dir_all(&applications).unwrap();
        let entry = format!(
            "[Desktop Entry]\nType=Application\nName=Certdesk\nExec={PROGRAM} %u\nMimeType=x-scheme-handler/certdesk;\n"
        );
        fs::write(applications.join("certdesk.desktop"), entry).unwrap();
        let chosen = "[Default Applications]\nx-scheme-handler/certdesk=certdesk.desktop\n";
        fs::write(self.folders.all().join("config").join("mimeapps.list"), chosen).unwrap();
        self
    }

    fn data_folder(&self) -> PathBuf {
        self.folders.data().join("app.certdesk")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        self.folders.apply(&mut command);
        self.session.apply(&mut command).args(arguments);
        for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY", "no_proxy"]
        {
            command.env_remove(name);
        }
        command
    }

    fn check(&self) -> Checked {
        let run = |arguments: &[&str]| self.command(arguments).output().unwrap();
        let (json, text) = (run(&["--check", "--json"]), run(&["--check"]));
        assert_eq!(json.status.code(), text.status.code(), "both forms end alike");
        Checked { code: json.status.code(), report: report(&json), text: stdout(&text) }
    }
}

impl Checked {
    #[track_caller]
    fn line(&self, check: &str) -> &Value {
        line(&self.report, check)
    }

    #[track_caller]
    fn says(&self, check: &str, state: &str, words: &str) {
        let line = self.line(check);
        assert_eq!(line["state"], state, "{line}");
        let said = format!("{} {}", line["detail"].as_str().unwrap(), line["remedy"]);
        assert!(said.contains(words), "{said}");
        assert!(self.text.contains(words), "{}", self.text);
    }
}

fn report(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

#[track_caller]
fn line<'r>(report: &'r Value, check: &str) -> &'r Value {
    let lines = report["lines"].as_array().unwrap();
    lines.iter().find(|line| line["check"] == check).unwrap_or_else(|| panic!("{check}: {report}"))
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Every path below a folder with what it holds, so that two looks can be compared.
fn everything(folder: &Path) -> Vec<(PathBuf, Option<Vec<u8>>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.push((path.clone(), None));
            found.extend(everything(&path));
        } else {
            found.push((path.clone(), Some(fs::read(&path).unwrap())));
        }
    }
    found.sort();
    found
}

#[test]
fn on_a_healthy_computer_every_line_is_ok_and_nothing_is_left_behind() {
    let user = User::with(Keychain::Unlocked);
    user.install();
    let secrets = user.session.secrets();
    let checked = user.check();
    let lines = checked.report["lines"].as_array().unwrap();
    assert!(lines.iter().all(|line| line["state"] == "ok"), "{:#}", checked.report);
    assert_eq!((checked.code, &checked.report["state"]), (Some(0), &Value::from("ok")));
    assert!(checked.text.ends_with("\n\nNo problems found.\n"), "{}", checked.text);
    checked.says("keychain", "ok", "RSA-4096");
    checked.says("links", "ok", "Opened by this Certdesk");
    assert!(!user.data_folder().exists(), "the data folder was not there before");
    assert_eq!(user.session.secrets(), secrets, "the keychain has as many entries as before");

    fs::create_dir_all(user.data_folder().join("connections")).unwrap();
    fs::write(user.data_folder().join("connections/a.connection.json"), "{}").unwrap();
    let before = everything(&user.data_folder());
    assert_eq!(user.check().code, Some(0));
    assert_eq!(everything(&user.data_folder()), before);
}

#[test]
fn without_a_keychain_it_is_said_which_piece_is_missing_and_how_to_get_it() {
    for (keychain, words) in [
        (Keychain::NoBus, "There's no session bus, so Certdesk can't reach a keychain."),
        (Keychain::NoService, "No keychain program responds."),
        (Keychain::WithoutCollection, "The keychain program has no default keyring."),
    ] {
        let user = User::with(keychain);
        let checked = user.check();
        checked.says("keychain", "failed", words);
        assert_eq!(checked.code, Some(1), "{keychain:?}");
        checked.says("documents", "ok", "written, locked, read, and removed");
        assert!(!user.data_folder().exists());
    }
}

#[test]
fn where_key_files_are_in_use_no_keychain_is_needed() {
    let user = User::with(Keychain::NoBus);
    let keys = user.data_folder().join("keys");
    fs::create_dir_all(&keys).unwrap();
    fs::write(keys.join("check.p8"), "").unwrap();
    let checked = user.check();
    checked.says("keychain", "ok", "private keys are in encrypted key files");
    assert_eq!(checked.code, Some(0), "{:#}", checked.report);
}

#[test]
fn a_data_folder_that_cannot_be_written_is_said_once_and_left_as_it_is() {
    let user = User::with(Keychain::Unlocked);
    let disk = SmallDisk::mount(&user.data_folder(), 128 * 1024);
    fs::write(user.data_folder().join("a.json"), "{}").unwrap();
    let before = everything(&user.data_folder());
    let sealed = disk.seal();
    let checked = user.check();
    checked.says(
        "data-folder",
        "failed",
        &format!("Certdesk can't write to {}.", user.data_folder().display()),
    );
    checked.says("documents", "failed", "Fix the data folder first.");
    checked.says("keychain", "ok", "RSA-4096");
    assert_eq!(checked.code, Some(1));
    drop(sealed);
    assert_eq!(everything(&user.data_folder()), before);
    drop(disk);
}

#[test]
fn on_a_full_disk_the_test_document_is_not_saved_and_leaves_nothing() {
    let user = User::with(Keychain::Unlocked);
    let disk = SmallDisk::mount(&user.data_folder(), 4096);
    disk.fill();
    let before = everything(&user.data_folder());
    let checked = user.check();
    checked.says("documents", "failed", "A test document wasn't saved: the disk is full.");
    checked.says("data-folder", "warning", "Free up disk space: Certdesk needs at least 50 MB.");
    assert_eq!(checked.code, Some(1));
    assert_eq!(everything(&user.data_folder()).len(), before.len());
    disk.free();
    // 4 MB: enough to work, and little enough to say so.
    let checked = user.check();
    checked.says("documents", "ok", "written, locked, read, and removed");
    checked.says("data-folder", "warning", "4 MB free");
    assert_eq!(checked.code, Some(0), "a warning is no failure");
    drop(disk);
}

#[test]
fn neither_the_user_s_name_nor_a_password_is_in_the_report() {
    let user = User::with(Keychain::Unlocked);
    let home = user.folders.all().join("mira.keller");
    fs::create_dir(&home).unwrap();
    let mut command = user.command(&["--check", "--json"]);
    command
        .env("HOME", &home)
        .env("USER", "mira.keller")
        .env("LOGNAME", "mira.keller")
        .env_remove("XDG_DATA_HOME")
        .env("HTTPS_PROXY", "http://mira.keller:open-sesame@proxy.example:3128");
    let output = command.output().unwrap();
    let said = stdout(&output);
    assert!(!said.contains("mira"), "{said}");
    assert!(!said.contains("sesame"), "{said}");
    let report = report(&output);
    let folder = line(&report, "data-folder")["detail"].as_str().unwrap().to_owned();
    assert!(
        folder.starts_with("~/.local/share/app.certdesk (not created yet), writable, "),
        "{folder}"
    );
    let proxy = "http://proxy.example:3128 with a user name and password, from HTTPS_PROXY";
    assert_eq!(line(&report, "proxy")["detail"], proxy);
    assert!(!home.join(".local").exists(), "no folder above the data folder stays either");
}

#[test]
fn the_trust_store_is_the_one_that_the_variables_name() {
    let user = User::with(Keychain::NoBus);
    let empty = user.folders.saved().join("empty.pem");
    fs::write(&empty, "").unwrap();
    let mut command = user.command(&["--check", "--json"]);
    let output = command.env("SSL_CERT_FILE", &empty).env_remove("SSL_CERT_DIR").output().unwrap();
    let report = report(&output);
    let store = line(&report, "trust-store");
    assert_eq!(store["state"], "failed");
    let detail = store["detail"].as_str().unwrap();
    assert!(
        detail.contains("There are no root certificates in") && detail.contains("empty.pem"),
        "{detail}"
    );
    assert_eq!(store["remedy"], "Correct or remove SSL_CERT_FILE and SSL_CERT_DIR.");
}

#[test]
fn links_that_another_program_opens_are_a_warning() {
    let user = User::with(Keychain::Unlocked);
    user.install();
    let other = user.folders.saved().join("certdesk");
    fs::write(&other, "#!/bin/sh\n").unwrap();
    fs::set_permissions(&other, fs::Permissions::from_mode(0o755)).unwrap();
    let entry = user.folders.data().join("applications/certdesk.desktop");
    let text = fs::read_to_string(&entry).unwrap().replace(PROGRAM, other.to_str().unwrap());
    fs::write(&entry, text).unwrap();
    let checked = user.check();
    checked.says(
        "links",
        "warning",
        &format!("Opened by {}, not by this Certdesk.", other.display()),
    );
    assert_eq!(checked.code, Some(0));
    fs::remove_file(&entry).unwrap();
    user.check().says("links", "warning", "No program opens them.");
}

#[test]
fn only_an_online_check_asks_netsuite_and_says_when_it_cannot_be_reached() {
    // A proxy of this computer that reads one request and hangs up: nothing goes further than this.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = std::thread::spawn(move || {
        let (mut connection, _) = listener.accept().unwrap();
        let mut request = [0; 64];
        let length = connection.read(&mut request).unwrap();
        connection.write_all(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n").unwrap();
        String::from_utf8_lossy(&request[..length]).into_owned()
    });
    let user = User::with(Keychain::Unlocked);
    let offline =
        user.command(&["--check", "--json"]).env("HTTPS_PROXY", &address).output().unwrap();
    assert_eq!(report(&offline)["online"], false);
    assert!(!asked.is_finished(), "without --online nobody is asked");
    let online = user
        .command(&["--check", "--json", "--online"])
        .env("HTTPS_PROXY", &address)
        .output()
        .unwrap();
    assert!(asked.join().unwrap().starts_with("CONNECT rest.netsuite.com:443"));
    let report = report(&online);
    assert_eq!(report["online"], true);
    let clock = line(&report, "clock");
    assert_eq!(clock["state"], "failed", "{clock}");
    assert!(clock["detail"].as_str().unwrap().starts_with("rest.netsuite.com "), "{clock}");
    assert_eq!(clock["remedy"], "Check the network connection and the proxy.");
    assert_eq!(online.status.code(), Some(1));
}

#[test]
fn a_start_without_a_display_ends_with_one_sentence() {
    let user = User::with(Keychain::Unlocked);
    for display in [None, Some(":4711")] {
        let mut command = user.command(&[]);
        if let Some(display) = display {
            command.env("DISPLAY", display);
        }
        let output = command.env("RUST_BACKTRACE", "1").output().unwrap();
        assert_eq!(output.status.code(), Some(69), "{}", stderr(&output));
        assert_eq!(
            stderr(&output),
            "Certdesk can't open its window without a display. Start it in a graphical desktop session.\n"
        );
        assert!(!user.data_folder().exists(), "nothing was begun");
    }
}

#[test]
fn an_unknown_option_opens_no_window_on_a_desktop_that_could_show_one() {
    let user = User::with(Keychain::Unlocked);
    let display = Display::start();
    let output = user.command(&["--chek"]).env("DISPLAY", display.name()).output().unwrap();
    assert_eq!(output.status.code(), Some(64));
}

/// Without a session, so without a display and a keychain.
fn due(folders: &Folders, arguments: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    folders.apply(&mut command).env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    command.arg("--due").args(arguments).output().unwrap()
}

#[test]
fn due_says_in_text_json_and_exit_status_what_expires_without_a_display_and_a_keychain() {
    let folders = Folders::new();
    let data = folders.data().join("app.certdesk");
    let store = Store::new(data.join("connections"));
    let mut practice = connection("Practice account", 1);
    practice.practice = true;
    for connection in [connection("Northwind Traders", 40), connection("Larkspur", -3), practice] {
        store.create(&connection).unwrap();
    }
    let before = everything(&data);

    let said = due(&folders, &[]);
    assert_eq!(said.status.code(), Some(1), "{}", stderr(&said));
    let text = stdout(&said);
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[0].starts_with("Larkspur (Alumio, account 4718203): certificate expired on "));
    let soon = "Northwind Traders (Alumio, account 4718203): certificate expires in 40 days, on ";
    assert!(lines[1].starts_with(soon), "{text}");
    let summary = "2 certificates expire within 60 days or have expired (2 connections checked).";
    assert_eq!(lines[3..], [summary]);

    let said = due(&folders, &["--days", "39", "--json"]);
    assert_eq!(said.status.code(), Some(1));
    let found = report(&said);
    assert_eq!((&found["state"], &found["days"]), (&json!("due"), &json!(39)));
    assert_eq!(found["schemaVersion"], 1);
    assert_eq!((&found["connections"], &found["due"][1]), (&json!(2), &Value::Null));
    let first = &found["due"][0];
    assert_eq!((&first["client"], &first["expired"]), (&json!("Larkspur"), &json!(true)));
    assert_eq!(first["certificateId"].as_str().unwrap().len(), 43);
    assert_eq!(everything(&data), before, "nothing was changed");
}

#[test]
fn due_ends_with_0_where_nothing_is_and_with_2_where_something_cannot_be_read() {
    let folders = Folders::new();
    let data = folders.data().join("app.certdesk");
    let nobody = due(&folders, &[]);
    assert_eq!(
        nobody.status.code(),
        Some(2),
        "another user's scheduler is not told that all is well"
    );
    assert!(stdout(&nobody).contains("Run this as the user"), "{}", stdout(&nobody));
    assert!(!data.exists(), "and nothing is made");

    let store = Store::new(data.join("connections"));
    store.create(&connection("Northwind Traders", 61)).unwrap();
    let nothing = due(&folders, &[]);
    assert_eq!(nothing.status.code(), Some(0));
    let sentence = "No certificate expires within 60 days (1 connection checked).\n";
    assert_eq!(stdout(&nothing), sentence);
    assert_eq!(report(&due(&folders, &["--json"]))["state"], "nothing-due");

    let damaged = data.join("connections/x.connection.json");
    fs::write(&damaged, "{").unwrap();
    let unread = due(&folders, &["--days", "90"]);
    assert_eq!(unread.status.code(), Some(2));
    let text = stdout(&unread);
    assert!(text.contains("expires in 61 days"), "what can be read is said all the same: {text}");
    assert!(text.contains(&format!("Certdesk can't read {}.", damaged.display())), "{text}");
    let found = report(&due(&folders, &["--json"]));
    assert_eq!(
        (&found["state"], &found["unreadable"][0]["reason"]),
        (&json!("failed"), &json!("damaged"))
    );
}
