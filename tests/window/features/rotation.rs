//! A rotation in the window: begun, cut off wherever it may be, continued, and ended only on the user's word.

use crate::features::sign_in;
use crate::support::administrator::Administrator;
use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::prepared::{self, InUse};
use crate::support::target_system::Target;
use crate::support::walk;
use crate::support::window::Window;
use serde_json::{Value, json};
use std::path::Path;

#[tokio::test]
async fn a_kill_while_the_upload_is_under_way_loses_nothing_and_sends_nothing_twice() {
    let desktop = Desktop::new();
    let (window, administrator, old) = in_use(&desktop).await;
    // NetSuite takes the certificate, and its answer does not come.
    administrator.fault("upload", "delay-after", "600000").await;
    start(&window).await;
    window.see("#at-work[data-step='uploaded']").await;
    until_mapped(&window, &administrator, 2).await;
    window.kill();

    let (window, administrator) = again(&desktop, &old).await;
    // Nobody presses anything: the list is read as soon as NetSuite can be reached.
    window.see("[data-sheet='hand-over'] .kit-field").await;
    window.see("[data-step='key-stored'][data-state='done']").await;
    window.see("[data-step='uploaded'] [data-note='found-in-list']").await;

    let target = hand_over(&window, &old).await;
    target.fetch_token().await.expect("the new key works while the old one still does");
    assert_eq!(states(&administrator).await, ["Active", "Active"], "nothing is revoked yet");
    switch(&window).await;
    revoke(&window, &old).await;
    window.read("#ended", "uses the new certificate").await;

    let mappings = administrator.mappings().await;
    assert_eq!(mappings.len(), 2, "one upload, whatever was repeated: {mappings:?}");
    assert_eq!(mappings[1], (old.certificate_id.clone(), "Revoked".to_owned()));
    assert_eq!(mappings[0].1, "Active");
    target.fetch_token().await.expect("the new key works without the old one");
    window.click("#open-connection").await;
    window.click("[data-act='test']").await;
    window.see("#test-result #who-am-i").await;
    window.click("#test-decoded summary").await;
    window.read("#decoded-assertion", &mappings[0].0).await;
}

#[tokio::test]
async fn a_kill_between_any_two_steps_finds_the_rotation_where_it_stood() {
    let desktop = Desktop::new();
    let (window, administrator, old) = in_use(&desktop).await;
    // Signed in, so that the new key's proof is the next token request of all.
    window.go(&format!("#/connection/{}/sign-in", old.id)).await;
    sign_in::sign_in(&window, &administrator).await;
    window.see("#signed-in").await;
    prepared::open(&window, &old.id).await;
    administrator.fault("token", "delay-before", "600000").await;
    start(&window).await;
    window.see("#at-work[data-step='proven']").await;
    window.kill();

    let (window, _) = again(&desktop, &old).await;
    window.see("[data-step='uploaded'][data-state='done']").await;
    window.click("#continue").await;
    window.see("[data-sheet='hand-over'] .kit-field").await;
    window.kill();

    let (window, _) = again(&desktop, &old).await;
    window.see("[data-sheet='hand-over'] .kit-field").await;
    hand_over(&window, &old).await;
    window.kill();

    let (window, _) = again(&desktop, &old).await;
    switch(&window).await;
    window.kill();

    let (window, administrator) = again(&desktop, &old).await;
    revoke(&window, &old).await;
    window.see("#ended").await;
    passes(&window, "the end of a rotation").await;
    assert_eq!(states(&administrator).await, ["Active", "Revoked"]);
    window.kill();

    let window = desktop.open().await;
    window.read("tr[data-connection]", "Working").await;
}

#[tokio::test]
async fn a_rotation_that_netsuite_interrupts_says_why_and_goes_on() {
    let desktop = Desktop::new();
    let (window, administrator, old) = in_use(&desktop).await;
    window.click("#rotate").await;
    window.see("main[data-screen='rotate-preview'][aria-busy='false']").await;
    passes(&window, "the preview of a rotation").await;
    prepared::open(&window, &old.id).await;
    // The upload arrives and its answer is lost; then the list does not show it at once.
    administrator.fault("upload", "drop-after", "").await;
    administrator.fault("list", "list-lag", "1").await;
    start(&window).await;
    window.see("[data-sheet='hand-over'] .kit-field, #interrupted").await;
    if window.has("#interrupted").await {
        window.click("#continue").await;
    }
    window.see("[data-sheet='hand-over'] .kit-field").await;
    assert_eq!(administrator.mappings().await.len(), 2);
    passes(&window, "a rotation before the hand-over").await;

    // Given up: the new one is revoked, the old one goes on.
    window.click("#abandon").await;
    window.click("dialog[data-dialog='abandon'] [data-act='confirm']").await;
    window.see("main[data-screen='connection'][aria-busy='false']").await;
    let mappings = administrator.mappings().await;
    assert_eq!(mappings[1], (old.certificate_id.clone(), "Active".to_owned()));
    assert_eq!(mappings[0].1, "Revoked");
    window.until("its key is gone", || async { desktop.session.secrets() == 1 }).await;
    window.click("[data-act='test']").await;
    window.see("#test-result #who-am-i").await;
    window.click("#test-decoded summary").await;
    window.read("#decoded-assertion", &old.certificate_id).await;
}

#[tokio::test]
async fn a_lost_upload_names_the_moment_at_which_it_is_known_and_the_rotation_then_continues_by_itself()
 {
    let desktop = Desktop::new();
    let (window, administrator, old) = in_use(&desktop).await;
    // The upload never arrives, and no answer says so.
    administrator.fault("upload", "drop-before", "").await;
    start(&window).await;
    window.read("#interrupted", "Upload not confirmed").await;
    window.read("#interrupted", "We’ll know by").await;
    window.read("#interrupted", "keeps working with the old certificate").await;
    passes(&window, "a rotation whose upload had no answer").await;
    let until = prepared::view(&window, &old.id).await["rotation"]["settlesAt"].clone();
    let shown = "return document.querySelector('#interrupted [data-settles]').dateTime";
    assert_eq!(window.run(shown, vec![]).await, until);
    window.kill();

    // All the time that a request may take passes while Certdesk is closed.
    let document =
        desktop.data_folder().join("connections").join(format!("{}.connection.json", old.id));
    announced_long_ago(&document);
    let (window, administrator) = again(&desktop, &old).await;
    window.see("[data-sheet='hand-over'] .kit-field").await;
    assert_eq!(
        states(&administrator).await,
        ["Active", "Active"],
        "one upload arrived, of another pair"
    );
    assert!(!window.has("#interrupted").await);
    window
        .until("the key that was never uploaded is gone", || async {
            desktop.session.secrets() == 2
        })
        .await;
}

/// Moves the announcement of an upload, and what came of it, into the past: to the journal it is as if the clock had moved on.
fn announced_long_ago(document: &Path) {
    let text = std::fs::read_to_string(document).expect("the connection's document");
    let mut written: Value = serde_json::from_str(&text).expect("JSON");
    let rotation = &mut written["connection"]["rotation"];
    rotation["lastFailure"]["at"] = json!("2020-01-01T09:00:30Z");
    let journal = rotation["journal"].as_array_mut().expect("what became true");
    let announced = journal.iter_mut().find(|dated| dated["fact"]["kind"] == "upload-announced");
    announced.expect("an announced upload")["at"] = json!("2020-01-01T09:00:00Z");
    std::fs::write(document, written.to_string()).expect("a document of the test");
}

/// A connection in use, and its page.
async fn in_use(desktop: &Desktop) -> (Window<'_>, Administrator, InUse) {
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let old = prepared::in_use(&window, &administrator, NAME, true).await;
    (window, administrator, old)
}

/// Presses Rotate on the connection's page, and begins.
pub(crate) async fn start(window: &Window<'_>) {
    window.click("#rotate").await;
    start_here(window).await;
}

/// Begins on the preview's page.
pub(crate) async fn start_here(window: &Window<'_>) {
    window.see("main[data-screen='rotate-preview'][aria-busy='false']").await;
    window.click("#start").await;
    window.see("main[data-screen='rotate']").await;
}

/// The app starts once more; the board says that a rotation waits, and leads there.
async fn again<'d>(desktop: &'d Desktop, old: &InUse) -> (Window<'d>, Administrator) {
    let window = desktop.open().await;
    walk::continue_with(&window, &old.name).await;
    window.see("main[data-screen^='rotate'][aria-busy='false'], main[data-screen='connection'][aria-busy='false']").await;
    window.click("[data-act='start-practice']").await;
    let administrator = walk::administrator(&window).await;
    if window.has("main[data-screen='connection']").await {
        window.click("#rotate").await;
    }
    (window, administrator)
}

/// Saves the new private key and gives the values to the other system.
pub(crate) async fn hand_over(window: &Window<'_>, old: &InUse) -> Target {
    let key = window.desktop.folders.saved().join(format!("private-{}.pem", window.next()));
    walk::export_key(window, &key).await;
    let view = prepared::view(window, &old.id).await;
    let new = view["rotation"]["new"]["credentialId"].as_str().expect("a new one").to_owned();
    let target = Target::takes(window, &new, &old.id, key).await;
    window.click("#handed-over").await;
    window.see("[data-sheet='switch']").await;
    target
}

/// Says that the other system uses the new one.
pub(crate) async fn switch(window: &Window<'_>) {
    window.click("#switched").await;
    window.see("[data-sheet='revoke-old']").await;
}

/// Revokes the old one, with its last six characters typed.
pub(crate) async fn revoke(window: &Window<'_>, old: &InUse) {
    window.click("#revoke-old").await;
    confirm_revocation(window, "revoke-old", &old.certificate_id).await;
}

/// Types the last six characters into the dialog; nothing else lets it go on.
pub(crate) async fn confirm_revocation(window: &Window<'_>, dialog: &str, certificate_id: &str) {
    let confirm = format!("dialog[data-dialog='{dialog}'] [data-act='confirm']");
    window.see(&format!("{confirm}[disabled]")).await;
    window.fill("#typed", "nothing").await;
    assert!(
        window.has(&format!("{confirm}[disabled]")).await,
        "the wrong characters are not taken"
    );
    window.fill("#typed", &certificate_id[certificate_id.len() - 6..]).await;
    window.click(&confirm).await;
    window.until_gone("dialog").await;
}

async fn until_mapped(window: &Window<'_>, administrator: &Administrator, count: usize) {
    let what = format!("NetSuite holds {count} certificates");
    window.until(&what, || async { administrator.mappings().await.len() == count }).await;
}

async fn states(administrator: &Administrator) -> Vec<String> {
    administrator.mappings().await.into_iter().map(|(_, state)| state).collect()
}

const NAME: &str = "Kestrel Logistics";
