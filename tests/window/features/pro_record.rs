//! The record of SuiteProjects Pro: from what somebody sees to a health check that is well.

use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::keyboard::{press, reach, type_into};
use crate::support::window::Window;
use fantoccini::key::Key;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

const NOT_FOUND: &str = "Certificate \"custcertificate_oa_realtime\" not found";
const VALID: &str = "Current real-time import certificate is valid until Dec 31, 2099";

#[tokio::test]
async fn a_deleted_record_is_made_again_with_a_file_in_the_placeholders_place() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    begin(&window, NOT_FOUND).await;
    window.fill("#bundle-import", "3.0").await;
    window.fill("#bundle-integration", "4.0").await;
    go_on(&window, "way").await;
    window.see("#way-by-hand:checked").await;
    window.click("[data-act='take-way']").await;
    at(&window, "restore").await;

    // The file is gone from the File Cabinet.
    let file = desktop.folders.saved().join("openair-certificate.pem");
    window.click("#gone summary").await;
    window.save_as("#make-stand-in", "Save openair-certificate.pem", &file).await;
    window.see("#stand-in").await;
    assert_eq!(fs::metadata(&file).expect("it was saved").permissions().mode() & 0o777, 0o600);
    let key = openssl(&["pkey", "-pubout"], &file);
    assert_eq!(key, openssl(&["x509", "-noout", "-pubkey"], &file), "a pair that belongs together");
    window.open_file("#check-file", "Choose openair-certificate.pem", &file).await;
    window.see("#verdict[data-verdict='pair']").await;
    window.click("label:has(#tick-placeholder-downloaded)").await;
    window.click("label:has(#tick-record-saved)").await;
    // The support text is at hand, for the case that NetSuite refuses the ID.
    window.click("#support summary").await;
    window.read("#support-text", "5530917").await;

    // The laptop's battery ends here.
    saved(&desktop, "record-saved");
    window.kill();
    let window = desktop.open().await;
    window.click("#rail-record").await;
    window.click("[data-account='5530917'] a").await;
    at(&window, "restore").await;
    window.see("#tick-record-saved:checked").await;
    window.fill("#record-id", "custcertificateoa_realtime").await;
    window.click(".step-foot [data-act='continue']").await;
    window.read("#record-id-message", "custcertificate_oa_realtime").await;
    window.fill("#record-id", "custcertificate_oa_realtime").await;
    go_on(&window, "role").await;
    for act in ROLE {
        window.click(&format!("label:has(#tick-{act})")).await;
    }
    go_on(&window, "generate").await;
    generated(&window).await;

    // It did not help: the newest message counts, and what came before it is to be done again.
    window.fill("#pro-text", NOT_FOUND).await;
    window.click("[data-act='read-line']").await;
    at(&window, "way").await;
    window.see("#failed[data-failed='not-found']").await;
    window.click("[data-act='take-way']").await;
    at(&window, "restore").await;
    window.see("#tick-record-saved:not(:checked)").await;
    window.click("label:has(#tick-record-saved)").await;
    window.fill("#record-id", "custcertificate_oa_realtime").await;
    go_on(&window, "generate").await;
    generated(&window).await;
    window.fill("#pro-text", VALID).await;
    window.click("[data-act='read-line']").await;
    window.see("main[data-screen='pro-record-done']").await;
    window.read("main", "Dec 31, 2099").await;
    // The file that stood in holds a private key: it is named, so that it is deleted.
    window.read("main", &file.display().to_string()).await;
}

#[tokio::test]
async fn no_valid_certificate_is_one_press_and_what_failed_is_not_done() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    window.click("#rail-record").await;
    window.see("main[data-screen='pro-records']").await;
    begin_here(&window, "No valid certificate available for real-time import").await;
    at(&window, "generate").await;
    window.until_gone(".step[data-step='bundles']").await;
    generated(&window).await;
    window.fill("#pro-text", NOT_FOUND).await;
    window.click("[data-act='read-line']").await;
    at(&window, "bundles").await;
    window.see("#failed[data-failed='not-found']").await;
    window.read(".step[data-step='says'] .step-summary", "Record not found").await;

    // The laptop's battery ends here.
    window.kill();
    let window = desktop.open().await;
    window.click("#rail-record").await;
    window.read("[data-account='5530917']", "Record not found").await;
    window.click("[data-account='5530917'] a").await;
    at(&window, "bundles").await;
    go_on(&window, "way").await;
    window.see("#way-by-hand:checked").await;
    window.click("[data-act='take-way']").await;
    at(&window, "restore").await;
    window.click("label:has(#tick-record-saved)").await;
    window.fill("#record-id", "custcertificate_oa_realtime").await;
    go_on(&window, "role").await;
    // The health check has shown that both boxes are set.
    window.see("#boxes-seen").await;
    for act in &ROLE[..4] {
        window.click(&format!("label:has(#tick-{act})")).await;
    }
    go_on(&window, "generate").await;
    generated(&window).await;
    window.fill("#pro-text", VALID).await;
    window.click("[data-act='read-line']").await;
    window.see("main[data-screen='pro-record-done']").await;
}

#[tokio::test]
async fn every_text_is_answered_and_an_ambiguous_date_is_asked_about() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    window.click("#rail-record").await;
    window.see("main[data-screen='pro-records']").await;
    for (text, said, words) in [
        (VALID, "valid-until", "if the upgraded version"),
        ("No valid certificate available for real-time import", "no-certificate", "no valid"),
        (
            "Certificate \"custcertificate_sftp\" not found",
            "other-not-found",
            "another certificate",
        ),
        ("-----BEGIN PRIVATE KEY-----", "secret", "private key"),
        ("INVALID_LOGIN", "unknown", "doesn’t recognize"),
    ] {
        window.fill("#pro-text", text).await;
        window.see(&format!("#pro-said [data-said='{said}']")).await;
        let told = window.text("#pro-said").await.to_lowercase();
        assert!(told.contains(words), "{text}: {told}");
    }
    window.fill("#pro-account", "5530917").await;
    window.click("#begin").await;
    window.read("#pro-text-message", "doesn’t recognize").await;

    begin_here(&window, "Current real-time import certificate is valid until 03/04/2098").await;
    at(&window, "says").await;
    window.click("label:has(#reading-2098-04-03)").await;
    window.click("[data-act='read-line']").await;
    window.see("main[data-screen='pro-record-done']").await;
    window.read("main", "Apr 3, 2098").await;
}

#[tokio::test]
async fn the_record_can_be_brought_back_by_keyboard_alone_and_every_step_passes_axe() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    press(&window, "#rail-record").await;
    window.see("main[data-screen='pro-records']").await;
    type_into(&window, "#pro-text", NOT_FOUND).await;
    window.see("#pro-said [data-said='not-found']").await;
    type_into(&window, "#pro-account", "5530917").await;
    passes(&window, "what is seen").await;
    press(&window, "#begin").await;
    at(&window, "bundles").await;
    type_into(&window, "#bundle-import", "3.0").await;
    passes(&window, "the bundle versions").await;
    press(&window, ".step-foot [data-act='continue']").await;
    at(&window, "way").await;
    passes(&window, "the ways").await;
    reach(&window, "[name='way']").await;
    window.press(&Key::Down.to_string()).await;
    window.see("#way-update:checked").await;
    press(&window, "[data-act='take-way']").await;
    at(&window, "restore").await;
    passes(&window, "the update").await;
    for act in ["integration-updated", "import-updated"] {
        tick(&window, act).await;
    }
    press(&window, ".step-foot [data-act='continue']").await;
    at(&window, "role").await;
    passes(&window, "the role").await;
    for act in ROLE {
        tick(&window, act).await;
    }
    press(&window, ".step-foot [data-act='continue']").await;
    at(&window, "generate").await;
    passes(&window, "generate").await;
    press(&window, "#generated").await;
    at(&window, "check").await;
    type_into(&window, "#pro-text", VALID).await;
    passes(&window, "the health check").await;
    press(&window, "[data-act='read-line']").await;
    window.see("main[data-screen='pro-record-done']").await;
    passes(&window, "the end").await;
}

const ROLE: [&str; 6] = [
    "permission-oidc",
    "permission-applications",
    "permission-oauth2-login",
    "permission-certificates",
    "box-integration",
    "box-oauth2",
];

async fn begin(window: &Window<'_>, text: &str) {
    window.click("#rail-record").await;
    window.see("main[data-screen='pro-records']").await;
    begin_here(window, text).await;
    at(window, "bundles").await;
}

async fn begin_here(window: &Window<'_>, text: &str) {
    window.fill("#pro-text", text).await;
    window.see("#pro-said [data-said]").await;
    window.fill("#pro-account", "https://5530917.app.netsuite.com/app/center/card.nl").await;
    window.click("#begin").await;
}

async fn at(window: &Window<'_>, step: &str) {
    window.see(&format!("main[data-screen='pro-record-{step}'][aria-busy='false']")).await;
}

async fn go_on(window: &Window<'_>, to: &str) {
    window.click(".step-foot [data-act='continue']").await;
    at(window, to).await;
}

async fn generated(window: &Window<'_>) {
    window.click("#generated").await;
    at(window, "check").await;
}

async fn tick(window: &Window<'_>, act: &str) {
    reach(window, &format!("#tick-{act}")).await;
    window.press(" ").await;
    window.see(&format!("#tick-{act}:checked")).await;
}

/// Waits until a box is in the document: a person sees it ticked a little sooner.
fn saved(desktop: &Desktop, act: &str) {
    let document = desktop.data_folder().join("suiteprojects-pro/5530917.proRecord.json");
    test_support::until("the box is kept", || {
        fs::read_to_string(&document).is_ok_and(|text| text.contains(act)).then_some(())
    });
}

fn openssl(arguments: &[&str], file: &Path) -> Vec<u8> {
    let output = Command::new("openssl").args(arguments).arg("-in").arg(file).output();
    let output = output.expect("openssl is installed (Debian: openssl)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}
