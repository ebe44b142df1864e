//! NetSuite's list of certificates: whose each one is, what may be revoked from here, and what may not.

use crate::features::rotation::confirm_revocation;
use crate::features::sign_in;
use crate::support::administrator::Administrator;
use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::prepared::{self, InUse};
use crate::support::window::Window;
use std::path::{Path, PathBuf};
use std::process::Command;

#[tokio::test]
async fn the_list_tells_ours_from_others_and_revokes_only_what_can_be_spared() {
    let desktop = Desktop::new();
    let (window, administrator, ours) = in_use(&desktop).await;
    let foreign = certificate(&desktop, "Somebody else");
    let foreign = administrator.map_certificate(&foreign, &ours.application).await;
    window.click("#certificates-link").await;
    window.see("#list-title").await;
    let [our_row, foreign_row] = [&ours.certificate_id, &foreign].map(|id| row(id));
    window.see(&format!("{our_row}[data-state='active'][data-holder='ours']")).await;
    window.see(&format!("{foreign_row}[data-state='active'][data-holder='unknown']")).await;
    window.read(&our_row, &ours.name).await;
    window.read("#shown", "2").await;
    passes(&window, "the list of certificates").await;

    // Searched, filtered, and all of it again.
    window.fill("#search", &foreign[..10].to_lowercase()).await;
    window.until_gone(&our_row).await;
    assert!(window.has(&foreign_row).await);
    window.fill("#search", "no such thing").await;
    window.click("#show-all").await;
    window.see(&our_row).await;
    window.click("label:has(#state-revoked)").await;
    window.see("#show-all").await;
    window.click("#show-all").await;
    window.click("#sort-until").await;
    window.see("th[aria-sort] #sort-until").await;

    // Asked with a token of that very certificate.
    press_revoke(&window, &ours.certificate_id).await;
    window.see("dialog[data-dialog='revoke-guarded'] [data-guard='revokes-itself']").await;
    window.click("dialog [data-act='confirm']").await;
    window.see("main[data-screen='sign-in'][aria-busy='false']").await;
    sign_in::sign_in(&window, &administrator).await;
    window.click("#sign-in-go-on").await;
    window.see("#list-title").await;

    // Asked by somebody who has signed in: it is still the last one that works.
    press_revoke(&window, &ours.certificate_id).await;
    window.see("dialog[data-dialog='revoke-guarded'] [data-guard='revokes-last']").await;
    window.click("dialog [data-act='cancel']").await;
    window.until_gone("dialog").await;

    press_revoke(&window, &foreign).await;
    confirm_revocation(&window, "revoke", &foreign).await;
    window.see(&format!("{foreign_row}[data-state='revoked']")).await;
    let mappings = administrator.mappings().await;
    assert_eq!(mappings[0], (foreign, "Revoked".to_owned()));
    assert_eq!(mappings[1], (ours.certificate_id, "Active".to_owned()));
}

#[tokio::test]
async fn a_certificate_whose_key_a_vendor_holds_is_uploaded_after_its_fingerprint_was_compared() {
    let desktop = Desktop::new();
    let (window, administrator, ours) = in_use(&desktop).await;
    let file = certificate(&desktop, "Larkspur Tax Engine");
    window.go(&format!("#/connection/{}/certificates/upload", ours.id)).await;
    window.see("main[data-screen='certificate-upload'][aria-busy='false']").await;

    // A private key is refused, whatever the file is called.
    window.open_file("#vendor-choose", DIALOG, &file.with_extension("key")).await;
    window.see("#vendor-problems .callout").await;
    window.open_file("#vendor-choose", DIALOG, &file).await;
    window.see("#fingerprint").await;
    let shown: String = window.text("#fingerprint").await.split_whitespace().collect();
    assert_eq!(shown.to_uppercase(), fingerprint(&file), "as the vendor reads it out");

    window.fill("#vendor-name", "Larkspur Tax").await;
    window.click("#vendor-upload").await;
    window.see("#fingerprint-compared-message:not(:empty)").await;
    assert_eq!(administrator.mappings().await.len(), 1, "not before it was compared");
    window.click("label:has(#fingerprint-compared)").await;
    sign_in::choose_mapping(&window).await;
    window.click("#vendor-upload").await;
    window.see("#upload-outcome").await;
    let uploaded = administrator.mappings().await[0].0.clone();
    window.read("#upload-outcome", &uploaded[..6]).await;
    window.click("[data-act='open-certificates']").await;
    window.see(&format!("{}[data-holder='vendor']", row(&uploaded))).await;
    window.read(&row(&uploaded), "Larkspur Tax").await;
}

#[tokio::test]
async fn a_lost_answer_to_an_upload_is_settled_by_the_list() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let connection = prepared::connection(&window, &administrator, "Northwind Traders", true).await;
    prepared::make_certificate(&window, &connection).await;
    window.go(&format!("#/connection/{}/certificates/upload", connection.id)).await;
    sign_in::sign_in(&window, &administrator).await;
    window.see("#upload-certificate").await;
    sign_in::choose_mapping(&window).await;
    administrator.fault("upload", "drop-after", "").await;
    window.click("#upload-certificate").await;
    window.see("#upload-outcome [data-found-in-list]").await;
    assert_eq!(administrator.mappings().await.len(), 1);
}

async fn in_use(desktop: &Desktop) -> (Window<'_>, Administrator, InUse) {
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let ours = prepared::in_use(&window, &administrator, "Kestrel Logistics", true).await;
    (window, administrator, ours)
}

async fn press_revoke(window: &Window<'_>, certificate_id: &str) {
    window.click(&format!("{} [data-act='revoke']", row(certificate_id))).await;
}

fn row(certificate_id: &str) -> String {
    format!("tr[data-certificate='{certificate_id}']")
}

/// A certificate that OpenSSL made, and its key beside it with the ending `.key`.
fn certificate(desktop: &Desktop, subject: &str) -> PathBuf {
    let file = desktop.folders.saved().join(format!("{}.pem", subject.replace(' ', "-")));
    let output = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"])
        .args(["-sha256", "-noenc", "-days", "300", "-subj", &format!("/CN={subject}"), "-out"])
        .arg(&file)
        .arg("-keyout")
        .arg(file.with_extension("key"))
        .output()
        .expect("openssl is installed (Debian: openssl)");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    file
}

/// SHA-256 in hex, by OpenSSL.
fn fingerprint(file: &Path) -> String {
    let output = Command::new("openssl")
        .args(["x509", "-noout", "-fingerprint", "-sha256", "-in"])
        .arg(file)
        .output()
        .expect("openssl is installed (Debian: openssl)");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let (_, hex) = text.trim().split_once('=').expect("a fingerprint");
    hex.replace(':', "")
}

const DIALOG: &str = "Choose a vendor";
