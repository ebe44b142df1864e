//! The file doctor: files chosen in the system's dialog are told for what they are, saved in other forms, made a
//! connection of; and the Certificate ID of a key is found without its certificate.

use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::keyboard::{self, press, type_into};
use crate::support::traces::Traces;
use crate::support::walk;
use crate::support::window::Window;
use crate::support::wiretap;
use crate::whole_app::taint::{nowhere, openssl};
use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[tokio::test]
async fn a_pair_is_told_saved_in_other_forms_and_brought_and_its_key_is_nowhere_else() {
    let mut desktop = Desktop::new();
    desktop.set("CERTDESK_LOG", "trace");
    let saved = desktop.folders.saved();
    let (key, certificate) = pair(&saved, "kestrel");
    let protected = saved.join("protected.pem");
    openssl(
        &["pkcs8", "-topk8", "-v2", "aes-256-cbc", "-passout", "pass:along the quay"],
        &[("-in", &key), ("-out", &protected)],
    );
    let traces = Traces::of_key(&key);

    let window = desktop.open().await;
    wiretap::start(&window).await;
    choose(&window, &protected).await;
    window.read(".doctor-case", "Encrypted private key").await;
    window.fill("input[type='password']", "not the quay").await;
    window.click("[data-act='unlock']").await;
    window.see("input[type='password'][aria-invalid='true']").await;
    window.fill("input[type='password']", "along the quay").await;
    window.click("[data-act='unlock']").await;
    window.see("[data-kind='private-key']").await;
    choose(&window, &certificate).await;
    window.read(".doctor-case", "Matching pair").await;

    let store = saved.join("key-and-certificate.p12");
    convert(&window, "pkcs12", Some("a walk by the sea"), &store).await;
    let plain = saved.join("plain.pem");
    convert(&window, "pkcs8", None, &plain).await;
    let opened = Command::new("openssl")
        .args(["pkcs12", "-nocerts", "-noenc", "-passin", "pass:a walk by the sea", "-in"])
        .arg(&store)
        .output()
        .expect("openssl is installed (Debian: openssl)");
    let text = fs::read_to_string(&plain).expect("it was saved");
    assert!(String::from_utf8_lossy(&opened.stdout).ends_with(&text), "both hold the same key");

    window.click("[data-act='bring-pair']").await;
    window.fill("#bring-name", "Kestrel Logistics").await;
    window.click("[data-act='import']").await;
    walk::at_step(&window, "target").await;
    assert_eq!(desktop.session.secrets(), 1, "it is in the keychain");
    nowhere(&window, &traces, &[&key, &plain]).await;
}

#[tokio::test]
async fn a_key_that_a_form_has_changed_is_repaired_saved_and_becomes_a_connection() {
    let mut desktop = Desktop::new();
    desktop.set("CERTDESK_LOG", "trace");
    let saved = desktop.folders.saved();
    let (key, certificate) = pair(&saved, "kestrel");
    let traces = Traces::of_key(&key);
    let text = fs::read_to_string(&key).expect("openssl wrote it");
    let changed = saved.join("environment.json");
    let form = json!({ "key": "PRIVATE_KEY", "value": text.trim().replace('\n', "n") });
    fs::write(&changed, form.to_string()).expect("a file of the test");

    let window = desktop.open().await;
    wiretap::start(&window).await;
    choose(&window, &changed).await;
    window.read("[data-repaired]", "Line breaks had become the letter n").await;
    let repaired = saved.join("environment-repaired.pem");
    let title = "Save environment-repaired.pem";
    window.save_as("[data-act='save-repaired']", title, &repaired).await;
    let check = Command::new("openssl")
        .args(["pkey", "-noout", "-in"])
        .arg(&repaired)
        .output()
        .expect("openssl is installed (Debian: openssl)");
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    assert_eq!(fs::read_to_string(&changed).expect("it is still there"), form.to_string());

    choose(&window, &certificate).await;
    window.read(".doctor-case", "Matching pair").await;
    window.click("[data-act='bring-pair']").await;
    window.read("#pair", "Repaired: Line breaks had become the letter n").await;
    window.fill("#bring-name", "Kestrel Logistics").await;
    window.click("[data-act='import']").await;
    walk::at_step(&window, "target").await;
    assert_eq!(desktop.session.secrets(), 1, "it is in the keychain");
    nowhere(&window, &traces, &[&key, &changed, &repaired]).await;
}

#[tokio::test]
async fn the_certificate_id_of_a_key_is_found_by_trials_that_are_announced() {
    let desktop = Desktop::new();
    let saved = desktop.folders.saved();
    let [(_, another), (key, own)] = ["another", "own"].map(|name| pair(&saved, name));
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    let mut ids = Vec::new();
    for certificate in [&another, &own] {
        ids.push(administrator.map_certificate(certificate, "Alumio M2M").await);
    }

    choose(&window, &key).await;
    window.click("[data-act='find-id']").await;
    window.click("#find-look").await;
    window.read(".id-lookup .callout", "You aren’t signed in").await;
    window.click("label:has(#id-lookup-source-paste)").await;
    window.fill("#id-lookup-ids", &ids.join(" Certdesk Practice Integration, ")).await;
    window.click("#find-look").await;
    window.read(".id-lookup", "Login Audit Trail").await;
    passes(&window, "what is announced").await;
    window.click_until("#find-try", "#find-stop").await;
    window.read(".id-lookup", "NetSuite accepted the key").await;
    assert_eq!(
        window.text(".id-lookup .copy-field-value").await.replace(char::is_whitespace, ""),
        ids[1]
    );
    assert_eq!(administrator.audit_trail().await.matches("SignatureValidation").count(), 1);

    // With its certificate beside it, nobody has to be asked.
    choose(&window, &own).await;
    window.read(".doctor-case", "Matching pair").await;
    assert!(!window.has("[data-act='find-id']").await);
}

#[tokio::test]
async fn the_table_can_be_used_by_keyboard_alone_and_every_part_passes_axe() {
    let desktop = Desktop::new();
    let (key, certificate) = pair(&desktop.folders.saved(), "kestrel");
    let window = desktop.open().await;
    press(&window, "#rail-doctor").await;
    window.see("main[data-screen='doctor'][aria-busy='false']").await;
    passes(&window, "the empty table").await;
    keyboard::open_file(&window, "#choose-files", CHOOSE, &key).await;
    window.read(".doctor-case", "kestrel.key").await;
    passes(&window, "a key alone").await;
    press(&window, "[data-act='find-id']").await;
    window.read(".id-lookup", "needs an integration record").await;
    passes(&window, "no record to try it at").await;
    press(&window, "[data-act='find-close']").await;
    window.until_gone(".id-lookup").await;

    keyboard::open_file(&window, "#choose-files", CHOOSE, &certificate).await;
    window.read(".doctor-case", "Matching pair").await;
    passes(&window, "a pair").await;
    press(&window, "[data-act='convert']").await;
    window.see("dialog[data-dialog='convert']").await;
    passes(&window, "the question of the form").await;
    window.press(&Key::Escape.to_string()).await;
    window.until_gone("dialog").await;

    press(&window, "#doctor-paste summary").await;
    type_into(&window, "#doctor-text", "q7Vd2mB1xR9tK4wZ8nL3yH6cJ0pF5sGaUeQiOoTr2Mk").await;
    press(&window, "#examine-text").await;
    window.read(".doctor-cases", "Add the certificate’s file").await;
    press(&window, "#clear-table").await;
    window.until_gone(".doctor-case").await;
}

pub(super) async fn choose(window: &Window<'_>, file: &Path) {
    if !window.has("main[data-screen='doctor']").await {
        window.click("#rail-doctor").await;
    }
    let name = file.file_name().expect("a file").to_string_lossy().into_owned();
    window.open_file("#choose-files", CHOOSE, file).await;
    window.read(".doctor-cases", &name).await;
}

async fn convert(window: &Window<'_>, form: &str, passphrase: Option<&str>, to: &Path) {
    window.click("[data-act='convert']").await;
    window.click(&format!("label:has(#form-{form})")).await;
    if let Some(passphrase) = passphrase {
        window.fill("#convert-passphrase", passphrase).await;
        window.fill("#convert-again", passphrase).await;
    }
    let name = if form == "pkcs12" { "key-and-certificate.p12" } else { "private.pem" };
    window.save_as("dialog [data-act='confirm']", &format!("Save {name}"), to).await;
    window.until_gone("dialog").await;
}

/// A private key and its certificate, as files.
pub(super) fn pair(folder: &Path, name: &str) -> (PathBuf, PathBuf) {
    let [key, certificate] = ["key", "crt"].map(|end| folder.join(format!("{name}.{end}")));
    let curve = "ec_paramgen_curve:P-256";
    openssl(
        &[
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            curve,
            "-noenc",
            "-days",
            "300",
            "-subj",
            "/CN=Kestrel",
        ],
        &[("-keyout", &key), ("-out", &certificate)],
    );
    (key, certificate)
}

const CHOOSE: &str = "Choose files to examine";
