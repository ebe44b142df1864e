//! API secrets of a bank: the pair, the value that goes nowhere, the hour that survives a restart.

use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::keyboard::{press, reach, type_into};
use crate::support::traces::Traces;
use crate::support::window::Window;
use crate::whole_app::taint;
use std::collections::hash_map::RandomState;
use std::fs;
use std::hash::{BuildHasher, Hasher};
use std::os::unix::fs::PermissionsExt;

#[tokio::test]
async fn a_typed_value_is_in_no_file_and_in_no_document_until_the_user_saves_it() {
    let mut desktop = Desktop::new();
    desktop.set("CERTDESK_LOG", "trace");
    let window = desktop.open().await;
    begin(&window, "First Harbour Bank").await;
    // Made here: what stands in a source stands in what a compiler writes as well.
    let random = || RandomState::new().build_hasher().finish();
    let value = format!("{:016x}{:016x}{:016x}", random(), random(), random());
    let traces = Traces::of(&[value.as_bytes().to_vec()]);

    names_saved(&window).await;
    window.click("#value-part-client-secret summary").await;
    window.fill("#value-client-secret", &value).await;
    window.fill("#again-client-secret", "something else").await;
    window.click("#hold-value-client-secret").await;
    window.read("#again-client-secret-message", "don’t match").await;
    window.fill("#again-client-secret", &value).await;
    window.click("#hold-value-client-secret").await;
    window.read("[data-secret='client-secret'] [data-held]", "Characters: 48 ").await;
    assert!(!taint::page(&window).await.contains(&value), "the page has let go of it");
    // Where others can read it, it is refused.
    window.click(".step[data-step='names'] [data-act='change-step']").await;
    window.fill("#name-client-id", &format!("Bank {value}")).await;
    window.click("#save-names").await;
    window.read(".step-sheet > [data-failure]", "the value itself").await;
    window.fill("#name-client-id", "First Harbour Bank client ID").await;
    names_saved(&window).await;
    changed(&window).await;
    window.see("#save-value-client-secret").await;
    taint::not_written(&window, &traces, &[]);

    // On request it becomes a file, for its owner alone.
    let file = desktop.folders.saved().join("client-secret.txt");
    window.save_as("#save-value-client-secret", "Save client-secret.txt", &file).await;
    window.read("[data-secret='client-secret']", &file.display().to_string()).await;
    assert_eq!(fs::read_to_string(&file).expect("it was saved"), value);
    assert_eq!(fs::metadata(&file).expect("it was saved").permissions().mode() & 0o777, 0o600);
    taint::not_written(&window, &traces, &[&file]);

    // And an entry of the keychain.
    assert_eq!(desktop.session.secrets(), 0);
    window.click("#keep-value-client-secret").await;
    window.see("[data-secret='client-secret'] [data-kept]").await;
    assert_eq!(desktop.session.secrets(), 1);
    window.click("#delete-value-client-secret").await;
    window.until_gone("[data-secret='client-secret'] [data-kept]").await;
    assert_eq!(desktop.session.secrets(), 0);

    // Leaving the page lets go of it.
    window.click("#rail-secrets").await;
    window.see("main[data-screen='api-secrets']").await;
    window.click("[data-bank] a").await;
    window.see("main[data-screen='bank']").await;
    window.click(".step[data-step='create'] [data-act='change-step']").await;
    window.click("#value-part-client-secret summary").await;
    window.see("#hold-value-client-secret").await;
}

#[tokio::test]
async fn several_lines_come_from_a_file_and_go_into_one() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    begin(&window, "First Harbour Bank").await;
    let given = desktop.folders.saved().join("from-the-bank.txt");
    fs::write(&given, "-----BEGIN BANK SECRET-----\nq7Vd2m\nKx9PzL\n-----END BANK SECRET-----\n")
        .expect("a file of the test");
    names_saved(&window).await;
    window.click("#value-part-client-id summary").await;
    window.open_file("#choose-value-client-id", "Choose the file with the value", &given).await;
    let told = window.read("[data-secret='client-id'] [data-held]", "Lines: 4").await;
    assert!(told.contains("save a file here, then load it in NetSuite"), "{told}");
    let file = desktop.folders.saved().join("client-id.txt");
    window.save_as("#save-value-client-id", "Save client-id.txt", &file).await;
    window.read("[data-secret='client-id']", &file.display().to_string()).await;
    assert_eq!(fs::read(&file).expect("saved"), fs::read(&given).expect("given"));
}

#[tokio::test]
async fn the_hour_after_a_change_goes_on_after_a_crash_and_says_when_the_old_ones_may_go() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    begin(&window, "First Harbour Bank").await;
    names_saved(&window).await;
    changed(&window).await;
    let told = window.read("#overlap", "Keep the old credentials active until").await;
    assert!(told.contains("60 minutes left"), "{told}");
    let until = told.lines().next().expect("a title").to_owned();
    window.kill();
    let window = desktop.open().await;
    window.click("#rail-secrets").await;
    window.read("main", "Keep old credentials until").await;
    window.click("[data-bank] a").await;
    window.read("#overlap", &until).await;
    window.quit().await;

    // Two hours later, as the document tells it.
    let folder = desktop.data_folder().join("api-secrets");
    let document = fs::read_dir(&folder).expect("it was kept").flatten().map(|file| file.path());
    let document =
        document.into_iter().find(|path| path.extension().is_some_and(|end| end == "json"));
    let document = document.expect("one bank");
    let text = fs::read_to_string(&document).expect("it was kept");
    let start = text.find("\"changedAt\": \"").expect("the change") + "\"changedAt\": \"".len();
    let earlier = format!("{}2020-01-01{}", &text[..start], &text[start + 10..]);
    fs::write(&document, earlier).expect("the test's own desktop");
    let window = desktop.open().await;
    window.click("#rail-secrets").await;
    window.read("main", "Withdraw old credentials").await;
    window.click("[data-bank] a").await;
    window.see("[data-overlap='over']").await;
    window.click("#withdrawn").await;
    window.until_gone("[data-overlap]").await;
}

#[tokio::test]
async fn a_pair_can_be_set_up_by_keyboard_alone_and_every_part_passes_axe() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    press(&window, "#rail-secrets").await;
    window.see("main[data-screen='api-secrets']").await;
    passes(&window, "no bank yet").await;
    type_into(&window, "#bank", "First Harbour Bank").await;
    type_into(&window, "#bank-account", "5530917").await;
    press(&window, "#begin").await;
    window.see("main[data-screen='bank'][aria-busy='false']").await;
    type_into(&window, "#id-client-id", "FHB id").await;
    window.see("[data-act='use-id']").await;
    passes(&window, "a wrong ID").await;
    press(&window, "[data-act='use-id']").await;
    assert_eq!(window.value("#id-client-id").await, "_fhb_id");
    tick(&window, "#tick-brazil").await;
    window.read("main", "Never change the preferences password").await;
    press(&window, "#save-names").await;
    window.read("[data-secret='client-id'] .facts", "custsecret_fhb_id").await;
    press(&window, "#value-part-preferences summary").await;
    type_into(&window, "#value-preferences", "too short").await;
    type_into(&window, "#again-preferences", "too short").await;
    press(&window, "#hold-value-preferences").await;
    window.read("#value-preferences-message", "32").await;
    passes(&window, "a Brazilian bank").await;
    for kind in ["client-id", "client-secret", "preferences"] {
        tick(&window, &format!("#created-{kind}")).await;
    }
    press(&window, "#save-created").await;
    window.read(".step-sheet .copy-field-value", "custsecret_fhb_id").await;
    type_into(&window, "#bank-connection", "EUR accounts").await;
    press(&window, "[data-act='add-connection']").await;
    tick(&window, "#entered-0").await;
    press(&window, "#changed").await;
    window.see("[data-overlap='lasts']").await;
    passes(&window, "the hour after a change").await;
    press(&window, "#rail-secrets").await;
    window.read("main", "IDs entered on 1 of 1").await;
    passes(&window, "the banks").await;
}

async fn names_saved(window: &Window<'_>) {
    window.click("#save-names").await;
    window.see(".step[data-step='create'][aria-current='step']").await;
}

/// Both secrets exist in NetSuite, and got new values just now.
async fn changed(window: &Window<'_>) {
    for kind in ["client-id", "client-secret"] {
        window.click(&format!("label:has(#created-{kind})")).await;
        window.see(&format!("#created-{kind}:checked")).await;
    }
    window.click("#changed").await;
    window.see("[data-overlap='lasts']").await;
}

async fn tick(window: &Window<'_>, css: &str) {
    reach(window, css).await;
    window.press(" ").await;
    window.see(&format!("{css}:checked")).await;
}

async fn begin(window: &Window<'_>, bank: &str) {
    window.click("#rail-secrets").await;
    window.see("main[data-screen='api-secrets']").await;
    window.fill("#bank", bank).await;
    window.fill("#bank-account", "5530917").await;
    window.click("#begin").await;
    window.see("main[data-screen='bank'][aria-busy='false']").await;
}
