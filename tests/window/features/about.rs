//! About: the real check of the real computer and the licenses of the real program, by keyboard.

use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::keyboard::{press, type_into};
use crate::support::window::Window;
use serde_json::json;
use test_support::Keychain;

#[tokio::test]
async fn the_check_runs_by_keyboard_says_what_the_command_line_says_and_leaves_nothing() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let secrets = desktop.session.secrets();
    to_about(&window).await;
    passes(&window, "about").await;
    press(&window, "#run-check").await;
    window.see("#check-results").await;
    window.see("[data-check='keychain'][data-state='ok']").await;
    window.see("[data-check='documents'][data-state='ok']").await;
    passes(&window, "about with a report").await;
    assert_eq!(desktop.session.secrets(), secrets, "the keychain has as many entries as before");
    assert_eq!(scratch(&desktop), [""; 0], "no test document stays");

    let script = "return document.getElementById('copy-report').dataset.copy";
    let copied = window.run(script, vec![]).await;
    let printed =
        desktop.command(&crate::support::desktop::certdesk()).arg("--check").output().unwrap();
    // Free space and the count of bytes may differ by then; the examinations do not.
    assert_eq!(names(copied.as_str().unwrap()), names(&String::from_utf8(printed.stdout).unwrap()));
    press(&window, "#copy-report").await;
    window.see(".toast").await;
}

#[tokio::test]
async fn without_a_keychain_the_window_shows_which_piece_is_missing() {
    let desktop = Desktop::with(Keychain::NoService);
    let window = desktop.open().await;
    to_about(&window).await;
    press(&window, "#run-check").await;
    window.see("#check-results[data-state='failed']").await;
    window.read("[data-check='keychain']", "No keychain program responds.").await;
    window.read("[data-check='keychain']", "Install gnome-keyring or KWallet").await;
    let report = window.invoke("check_run", json!({ "online": false })).await.unwrap();
    assert_eq!(report["report"]["state"], "failed");
}

#[tokio::test]
async fn the_license_of_a_package_is_found_and_unfolded_by_keyboard() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    to_about(&window).await;
    press(&window, "#show-licenses").await;
    window.see("#licenses .license").await;
    type_into(&window, "#license-find", "rustls-webpki").await;
    window.read("#licenses-shown", "1 of ").await;
    press(&window, ".license summary").await;
    window.read(".license[open] .code-text", "Permission to use, copy, modify").await;
    passes(&window, "about with a license").await;
}

async fn to_about(window: &Window<'_>) {
    press(window, "#rail-help").await;
    window.see("main[data-screen='help'][aria-busy='false']").await;
    press(window, "#open-about").await;
    window.see("main[data-screen='about'][aria-busy='false']").await;
}

/// State and name of each line of a report.
fn names(report: &str) -> Vec<String> {
    let lines = report.lines().filter(|line| line.contains("  "));
    lines.map(|line| line.chars().take(27).collect()).collect()
}

/// What a check made in the data folder.
fn scratch(desktop: &Desktop) -> Vec<String> {
    let entries = std::fs::read_dir(desktop.data_folder()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".check")).collect()
}
