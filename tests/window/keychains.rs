//! What happens where the keychain is missing, locked, or comes late.

use crate::desk::Desk;
use crate::walk::{self, FIRST, QUICK_KEY};
use test_support::{KEYCHAIN_PASSWORD, Keychain};

#[tokio::test]
async fn without_a_session_bus_the_app_names_it_and_key_files_carry_to_a_proven_token() {
    let desk = Desk::with(Keychain::NoBus);
    let window = desk.open().await;
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
    let (window, _) = walk::start_again(&desk, FIRST).await;
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
    let desk = Desk::with(Keychain::NoService);
    let window = desk.open().await;
    window.see("#vault-callout[data-state='missing']").await;
    window.read("#vault-callout", "No keyring program answers").await;
    let late = desk.session.late_secret_service(&desk.folders);
    window.click("#vault-callout [data-act='check-vault']").await;
    window.until_gone("#vault-callout").await;
    drop(window);
    drop(late);
}

#[tokio::test]
async fn a_keychain_without_a_collection_is_told_from_one_that_is_locked() {
    let desk = Desk::with(Keychain::WithoutCollection);
    let window = desk.open().await;
    window.see("#vault-callout[data-state='missing']").await;
    window.read("#vault-callout", "no default keyring").await;
}

#[tokio::test]
async fn a_locked_keychain_is_told_as_locked_and_opens_with_its_password() {
    let desk = Desk::with(Keychain::Locked);
    let window = desk.open().await;
    // The desktop asks; the person says no first.
    desk.display.focus(PROMPT);
    desk.display.press(&["Escape"]);
    window.see("#vault-callout[data-state='locked']").await;
    window.click("#vault-callout [data-act='check-vault']").await;
    desk.display.focus(PROMPT);
    desk.display.type_text(KEYCHAIN_PASSWORD);
    desk.display.press(&["Return"]);
    window.until_gone("#vault-callout").await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;
}

#[tokio::test]
async fn a_short_or_mistyped_passphrase_sets_up_no_key_files() {
    let desk = Desk::with(Keychain::NoBus);
    let window = desk.open().await;
    window.click("#vault-callout [data-act='open-key-files']").await;
    window.fill("#files-passphrase", "short").await;
    window.fill("#files-again", "short").await;
    window.click("dialog [data-act='confirm']").await;
    window.read("#files-passphrase-message", "12").await;
    window.fill("#files-passphrase", PASSPHRASE).await;
    window.fill("#files-again", "another passphrase").await;
    window.click("dialog [data-act='confirm']").await;
    window.see("#files-again[aria-invalid='true']").await;
    window.click("dialog [data-act='cancel']").await;
    window.see("#vault-callout[data-state='missing']").await;
}

const PASSPHRASE: &str = "a walk along the quay";
const PROMPT: &str = "Unlock|Authentication|keyring|gcr-prompter";
