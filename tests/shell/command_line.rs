//! What the program says on the command line, on every system. Nothing here opens a window.

use std::process::{Command, Output};

use serde_json::Value;

fn certdesk(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_certdesk")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_version_comes_with_the_commit() {
    let said = certdesk(&["--version"]);
    assert!(said.status.success());
    let line = text(&said.stdout);
    assert!(line.starts_with(concat!("Certdesk ", env!("CARGO_PKG_VERSION"), " (")), "{line}");
    assert_eq!(line.lines().count(), 1);
    assert_eq!(text(&said.stderr), "");
}

#[test]
fn help_names_every_option_and_every_exit_status() {
    let said = certdesk(&["--help"]);
    assert!(said.status.success());
    let usage = text(&said.stdout);
    for word in [
        "--check",
        "--online",
        "--due",
        "--days",
        "--json",
        "--register-links",
        "--unregister-links",
        "--version",
        "--help",
        "0 if",
        "1 if",
        "2 if",
        "64",
        "69",
    ] {
        assert!(usage.contains(word), "{word} in {usage}");
    }
}

#[test]
fn an_option_that_nobody_knows_gets_the_usage_and_64() {
    for arguments in [
        &["--chek"][..],
        &["--check", "--quick"],
        &["-q"],
        &["file.pem"],
        &["--json"],
        &["--days", "30"],
        &["--due", "--days", "soon"],
    ] {
        let said = certdesk(arguments);
        assert_eq!(said.status.code(), Some(64), "{arguments:?}");
        assert!(text(&said.stderr).contains("Usage: certdesk"), "{arguments:?}");
        assert_eq!(text(&said.stdout), "", "{arguments:?}");
    }
}

#[test]
fn an_address_beside_something_else_is_refused_and_not_repeated() {
    let said = certdesk(&["--x", "certdesk://oauth/callback?state=s&code=c0de"]);
    assert_eq!(said.status.code(), Some(64));
    assert!(!text(&said.stderr).contains("c0de"), "{}", text(&said.stderr));
}

#[test]
fn a_check_is_one_object_with_a_line_for_each_examination() {
    let said = certdesk(&["--check", "--json"]);
    let report: Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!(report["schemaVersion"], 1);
    assert_eq!(report["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(report["online"], false);
    let lines = report["lines"].as_array().unwrap();
    let checks: Vec<_> = lines.iter().map(|line| line["check"].as_str().unwrap()).collect();
    let expected = [
        "version",
        "system",
        "data-folder",
        "documents",
        "keychain",
        "web-view",
        "trust-store",
        "proxy",
        "links",
    ];
    assert_eq!(checks, expected);
    for line in lines {
        let ok = line["state"] == "ok";
        assert_eq!(ok, line["remedy"].is_null(), "what to do is said where it is needed: {line}");
    }
    let failed = lines.iter().any(|line| line["state"] == "failed");
    assert_eq!(said.status.code(), Some(i32::from(failed)), "{report}");
    assert_eq!(report["state"] == "failed", failed);
}

/// On Windows the place is the registry of whoever runs the tests, and macOS has none.
#[cfg(target_os = "linux")]
#[test]
fn a_program_that_was_not_installed_opens_the_links_when_it_is_asked_to_and_until_it_is_told_to_stop()
 {
    let home = tempfile::tempdir().unwrap();
    let in_home = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_certdesk"))
            .args(arguments)
            .env("HOME", home.path())
            .env("XDG_DATA_HOME", home.path().join("share"))
            .env("XDG_CONFIG_HOME", home.path().join("config"))
            .env("XDG_DATA_DIRS", home.path().join("nothing"))
            .env("XDG_CONFIG_DIRS", home.path().join("nothing"))
            .output()
            .unwrap()
    };
    let links = || {
        let report = in_home(&["--check", "--json"]).stdout;
        let report: Value = serde_json::from_slice(&report).unwrap();
        let lines = report["lines"].as_array().unwrap().clone();
        lines.into_iter().find(|line| line["check"] == "links").unwrap()
    };
    let none = links();
    assert_eq!(none["state"], "warning");
    assert!(none["remedy"].as_str().unwrap().contains("--register-links"), "{none}");

    let said = in_home(&["--register-links"]);
    assert!(said.status.success(), "{}", text(&said.stderr));
    assert!(text(&said.stdout).contains("--unregister-links"), "says how to undo it");
    assert_eq!(links()["state"], "ok", "{}", links());
    let entry = home.path().join("share/applications/app.certdesk.not-installed.desktop");
    assert!(std::fs::read_to_string(&entry).unwrap().contains(env!("CARGO_BIN_EXE_certdesk")));
    assert!(in_home(&["--register-links"]).status.success(), "a second time");

    let said = in_home(&["--unregister-links"]);
    assert!(said.status.success(), "{}", text(&said.stderr));
    assert!(!entry.exists());
    assert_eq!(links()["detail"], none["detail"]);
    let choices = std::fs::read_to_string(home.path().join("config/mimeapps.list"));
    assert!(!choices.unwrap_or_default().contains("certdesk"), "nothing is left of it");
    assert!(in_home(&["--unregister-links"]).status.success(), "a second time");
}

#[test]
fn the_text_has_the_same_lines() {
    let json: Value = serde_json::from_slice(&certdesk(&["--check", "--json"]).stdout).unwrap();
    let text = text(&certdesk(&["--check"]).stdout);
    for line in json["lines"].as_array().unwrap() {
        let name = line["name"].as_str().unwrap();
        let start = format!("{:<7}  {name}", line["state"].as_str().unwrap());
        let said = text.lines().find(|said| said.starts_with(&start));
        let said = said.unwrap_or_else(|| panic!("{start} in {text}"));
        if let Some(remedy) = line["remedy"].as_str() {
            assert!(said.ends_with(remedy), "{said}");
        }
    }
}
