//! What happens where the keychain is missing, locked, or comes late.

use crate::support::desktop::Desktop;
use crate::support::walk::{self, FIRST, QUICK_KEY};
use test_support::{KEYCHAIN_PASSWORD, Keychain};

#[tokio::test]
async fn without_a_session_bus_the_app_names_it_and_key_files_carry_to_a_proven_token() {
    let desktop = Desktop::with(Keychain::NoBus);
    let window = desktop.open().await;
    window.see("#vault-callout[data-state='missing']").await;
    window.read("#vault-callout", "session bus").await;

    walk::open_key_files(&window, PASSPHRASE).await;
    window.until_gone("#vault-callout").await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;
    walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
    window.quit().await;

    // After a restart they are locked, and a wrong passphrase opens nothing.
    let (window, _) = walk::start_again(&desktop, FIRST).await;
    window.see("#vault-callout[data-state='key-files-locked']").await;
    window.click("#vault-callout [data-act='open-key-files']").await;
    window.fill("#files-passphrase", "not the passphrase").await;
    window.click("dialog [data-act='confirm']").await;
    window.read("dialog", "Wrong passphrase").await;
    window.fill("#files-passphrase", PASSPHRASE).await;
    window.click("dialog [data-act='confirm']").await;
    window.until_gone("dialog").await;
    window.until_gone("#vault-callout").await;
    window.click("[data-act='hand-over-done']").await;
    window.click("[data-act='open-connection']").await;
    window.click("[data-act='test']").await;
    window.see("#test-result #who-am-i").await;
}

#[tokio::test]
async fn a_secret_service_that_comes_late_is_found_by_looking_again() {
    let desktop = Desktop::with(Keychain::NoService);
    let window = desktop.open().await;
    window.see("#vault-callout[data-state='missing']").await;
    window.read("#vault-callout", "No keychain program responds").await;
    let late = desktop.session.late_secret_service(&desktop.folders);
    window.click("#vault-callout [data-act='check-vault']").await;
    window.until_gone("#vault-callout").await;
    drop(window);
    drop(late);
}

#[tokio::test]
async fn a_keychain_without_a_collection_is_told_from_one_that_is_locked() {
    let desktop = Desktop::with(Keychain::WithoutCollection);
    let window = desktop.open().await;
    window.see("#vault-callout[data-state='missing']").await;
    window.read("#vault-callout", "no default keyring").await;
}

#[tokio::test]
async fn a_locked_keychain_is_told_as_locked_and_opens_with_its_password() {
    let desktop = Desktop::with(Keychain::Locked);
    let window = desktop.open().await;
    // The desktop asks; the person says no first.
    desktop.display.focus(PROMPT);
    desktop.display.press(&["Escape"]);
    window.see("#vault-callout[data-state='locked']").await;
    window
        .click_and_answer("#vault-callout [data-act='check-vault']", || {
            desktop.display.focus(PROMPT);
            desktop.display.type_text(KEYCHAIN_PASSWORD);
            desktop.display.press(&["Return"]);
        })
        .await;
    window.until_gone("#vault-callout").await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;
}

#[tokio::test]
async fn a_short_or_mistyped_passphrase_sets_up_no_key_files() {
    let desktop = Desktop::with(Keychain::NoBus);
    let window = desktop.open().await;
    window.click("#vault-callout [data-act='open-key-files']").await;
    window.fill("#files-passphrase", "short").await;
    window.fill("#files-again", "short").await;
    window.click("dialog [data-act='confirm']").await;
    window.read("#files-passphrase-message", "too short").await;
    window.fill("#files-passphrase", PASSPHRASE).await;
    window.fill("#files-again", "another passphrase").await;
    window.click("dialog [data-act='confirm']").await;
    window.see("#files-again[aria-invalid='true']").await;
    window.click("dialog [data-act='cancel']").await;
    window.see("#vault-callout[data-state='missing']").await;
}

const PASSPHRASE: &str = "a walk along the quay";
const PROMPT: &str = "Unlock|Authentication|keyring|gcr-prompter";
