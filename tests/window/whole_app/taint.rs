//! A private key is in the vault and in the file that the user chose, and nowhere else.
//!
//! A known key goes through every flow. Then its traces are looked for in all traffic between page and Rust, in the page,
//! in the memory of the web view, in the log at its most talkative, in every file of this user and in the temporary
//! folder. Each place is also shown to be searched: something public that belongs there is found by the same search.

use crate::support::desktop::Desktop;
use crate::support::traces::Traces;
use crate::support::walk::{self, QUICK_KEY};
use crate::support::window::Window;
use crate::support::wiretap;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::Command;
use test_support::Keychain;

#[tokio::test]
async fn a_key_made_here_is_nowhere_but_in_the_vault_and_in_the_chosen_file() {
    let mut desktop = Desktop::new();
    desktop.set("CERTDESK_LOG", "trace");
    made_proven_and_exported(&desktop, "other", QUICK_KEY).await;
}

#[tokio::test]
async fn an_rsa_key_kept_in_key_files_is_nowhere_but_there_and_in_the_chosen_file() {
    let mut desktop = Desktop::with(Keychain::NoBus);
    desktop.set("CERTDESK_LOG", "trace");
    made_proven_and_exported(&desktop, "alumio", "rsa-3072 PS256").await;
}

#[tokio::test]
async fn a_key_brought_along_is_nowhere_but_in_the_vault_and_in_its_own_files() {
    let mut desktop = Desktop::new();
    desktop.set("CERTDESK_LOG", "trace");
    let saved = desktop.folders.saved();
    let [key, certificate, protected] =
        ["key.pem", "certificate.pem", "pair.pem"].map(|name| saved.join(name));
    openssl(
        &[
            "req",
            "-x509",
            "-newkey",
            "rsa:3072",
            "-noenc",
            "-days",
            "700",
            "-subj",
            "/CN=Kestrel Logistics",
        ],
        &[("-keyout", &key), ("-out", &certificate)],
    );
    openssl(
        &["pkcs8", "-topk8", "-v2", "aes-256-cbc", "-passout", "pass:along the quay"],
        &[("-in", &key), ("-out", &protected)],
    );
    let mut pair = fs::read(&protected).expect("openssl wrote it");
    pair.extend(fs::read(&certificate).expect("openssl wrote it"));
    fs::write(&protected, pair).expect("a file of the test");
    let traces = Traces::of_key(&key);

    let window = desktop.open().await;
    wiretap::start(&window).await;
    // A key without its certificate goes no further.
    window.open_file("[data-act='choose-pair']", DIALOG, &key).await;
    window.read("#pair", "The certificate is missing").await;
    // Both in one file, the key under a passphrase.
    window.open_file("#choose-pair", DIALOG, &protected).await;
    window.fill("#pair-passphrase", "not the quay").await;
    window.click("[data-act='unlock']").await;
    window.read("#pair", "Wrong passphrase").await;
    window.fill("#pair-passphrase", "along the quay").await;
    window.click("[data-act='unlock']").await;
    window.fill("#bring-name", "Kestrel Logistics").await;
    window.click("[data-act='import']").await;
    walk::at_step(&window, "target").await;
    assert_eq!(desktop.session.secrets(), 1, "it is in the keychain");

    nowhere(&window, &traces, &[&key]).await;
}

async fn made_proven_and_exported(desktop: &Desktop, target: &str, key: &str) {
    let window = desktop.open().await;
    wiretap::start(&window).await;
    if window.has("#vault-callout").await {
        walk::open_key_files(&window, "a walk along the quay").await;
    }
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, target, &administrator).await;
    walk::make_certificate(&window, Some(key)).await;
    walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
    window.click("[data-act='go-on']").await;
    let plain = desktop.folders.saved().join("private.pem");
    walk::export_key(&window, &plain).await;
    let traces = Traces::of_key(&plain);

    // Once more, protected: that file holds no trace.
    let protected = desktop.folders.saved().join("protected.pem");
    window.click("#export-key").await;
    window.click("label:has(#form-passphrase)").await;
    window.fill("#export-passphrase", "along the quay").await;
    window.fill("#export-again", "along the quay").await;
    window.save_as("dialog [data-act='confirm']", "Save private.pem", &protected).await;
    window.until_gone("dialog").await;
    let text = fs::read_to_string(&protected).expect("it was saved");
    assert!(text.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"), "{text}");

    window.click("[data-act='hand-over-done']").await;
    window.click("[data-act='open-connection']").await;
    save_and_run_sample_code(&window).await;
    window.click("[data-act='test']").await;
    window.see("#test-result #who-am-i").await;
    let evidence = save_evidence(&window).await;
    assert!(
        evidence.contains("\"kind\":\"key-exported\""),
        "it says where the key went: {evidence}"
    );
    // The details show the certificate in the page, in the very form that a key would have.
    window.click("[data-act='details']").await;
    window.see("dialog[data-dialog='credential'] .pem").await;

    let certificate = fs::read_dir(desktop.folders.saved())
        .expect("the folder")
        .flatten()
        .map(|file| file.path());
    let certificate = certificate
        .into_iter()
        .find(|path| path.to_string_lossy().contains("public-"))
        .expect("saved");
    let marker = public_bytes(&certificate);
    let page = page(&window).await;
    assert!(marker.are_in(page.as_bytes()), "the search of the page finds the certificate");
    let heard = wiretap::heard(&window).await;
    assert!(marker.are_in(heard.as_bytes()), "the search of the traffic finds the certificate");
    let documents = marker.in_files(&desktop.data_folder(), &[]);
    assert!(!documents.is_empty(), "the search of the data folder finds the certificate");
    nowhere(&window, &traces, &[&plain]).await;
}

/// Saves the sample code of the connection that is shown beside its key, and gets a token with it.
async fn save_and_run_sample_code(window: &Window<'_>) {
    let folder = window.desktop.folders.saved();
    let program = folder.join("netsuite-token.sh");
    window.click("#code-samples-link").await;
    window.see("#code").await;
    let choose = "const language = document.getElementById('language'); language.value = 'bash';
        language.dispatchEvent(new Event('change', { bubbles: true }))";
    window.run(choose, vec![]).await;
    window.read("#code", "#!/usr/bin/env bash").await;
    window.save_as("#save-code", "Save sample code", &program).await;
    let output = Command::new("bash").arg(&program).current_dir(&folder).output().expect("bash");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("Access token received"), "{said}");
    window.click("#back").await;
    window.see("main[data-screen='connection']").await;
}

/// Saves the evidence of the connection that is shown, page and JSON, among the files that are searched.
/// Gives the JSON.
pub(crate) async fn save_evidence(window: &Window<'_>) -> String {
    let page = window.desktop.folders.saved().join("evidence.html");
    window.save_as("#save-evidence", "Save evidence", &page).await;
    let text = fs::read_to_string(&page).expect("the page was saved");
    assert!(text.contains("SHA-256 fingerprint"), "{text}");
    fs::read_to_string(page.with_extension("json")).expect("the JSON was saved")
}

/// Looks for a key in every place. `allowed` are the files that the user chose, and folders that are not the app's.
pub(crate) async fn nowhere(window: &Window<'_>, traces: &Traces, allowed: &[&Path]) {
    assert!(
        !traces.in_files(&window.desktop.folders.saved(), &[]).is_empty(),
        "the search finds the key where it may be"
    );
    not_with_the_page(window, traces).await;
    not_written(window, traces, allowed);
}

/// Looks in the page, in its traffic with Rust, and in the memory of the web view.
pub(crate) async fn not_with_the_page(window: &Window<'_>, traces: &Traces) {
    assert!(!traces.are_in(page(window).await.as_bytes()), "a secret is in the page");

    let control = "control-of-the-wiretap";
    let _refused = window.invoke("account_parse", json!({ "text": control })).await;
    let heard = wiretap::heard(window).await;
    assert!(heard.contains(control), "the wiretap hears what leaves the page");
    assert!(heard.contains("in {"), "the wiretap hears what comes back");
    assert!(!traces.are_in(heard.as_bytes()), "a secret crossed between Rust and the page");

    let held: Vec<u8> = (0..64).map(|n: u8| n.wrapping_mul(91).wrapping_add(3)).collect();
    let hex: String = held.iter().map(|byte| format!("{byte:02x}")).collect();
    window.run("window.held = arguments[0]", vec![json!(hex)]).await;
    let control = Traces::of(&[held]);
    let view: Vec<u32> = window.processes().into_iter().filter(|id| is_web_view(*id)).collect();
    assert!(!view.is_empty(), "the web view has processes of its own");
    assert!(
        view.iter().any(|id| control.are_in_memory_of(*id)),
        "the search of the memory finds what the page holds"
    );
    for id in view {
        assert!(!traces.are_in_memory_of(id), "a secret is in the memory of the web view");
    }
}

/// Looks in the log, in every file of this user, and in the temporary folder.
pub(crate) fn not_written(window: &Window<'_>, traces: &Traces, allowed: &[&Path]) {
    let desktop = window.desktop;
    let log = window.log();
    assert!(log.contains("TRACE") || log.contains("DEBUG"), "the log is at its most talkative");
    let line = log.lines().find(|line| traces.are_in(line.as_bytes()));
    assert!(line.is_none(), "a secret is in the log: {line:?}");

    let found = traces.in_files(desktop.folders.all(), allowed);
    assert!(found.is_empty(), "a secret is in {found:?}");
    let found = traces.in_files_since(desktop.since, Path::new("/tmp"), allowed);
    assert!(found.is_empty(), "a secret is in {found:?}");
}

pub(crate) async fn page(window: &Window<'_>) -> String {
    let script = "return document.documentElement.outerHTML + document.documentElement.textContent +
        [...document.querySelectorAll('input, select, textarea')].map(field => field.value).join('\\n')";
    window.run(script, vec![]).await.as_str().expect("a page").to_owned()
}

/// The traces of a certificate's bytes, which are everybody's to see.
fn public_bytes(certificate: &Path) -> Traces {
    let output =
        Command::new("openssl").args(["x509", "-outform", "DER", "-in"]).arg(certificate).output();
    Traces::of(&[output.expect("openssl is installed (Debian: openssl)").stdout])
}

fn is_web_view(process: u32) -> bool {
    fs::read_to_string(format!("/proc/{process}/comm")).is_ok_and(|name| name.starts_with("WebKit"))
}

pub(crate) fn openssl(arguments: &[&str], files: &[(&str, &Path)]) {
    let mut command = Command::new("openssl");
    command.args(arguments);
    for (name, file) in files {
        command.arg(name).arg(file);
    }
    let output = command.output().expect("openssl is installed (Debian: openssl)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

const DIALOG: &str = "Choose a private key and its certificate";
