//! A leaked key: one line to its revocation, or a replacement first; everything that uses it is named.

use crate::features::rotation;
use crate::features::sign_in;
use crate::support::administrator::INTEGRATION_USER;
use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::prepared;
use crate::support::target_system::Target;
use crate::support::walk;
use crate::support::window::Window;

#[tokio::test]
async fn revoking_first_shuts_the_key_out_at_once_and_then_replaces_it() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let old = prepared::in_use(&window, &administrator, "Kestrel Logistics", true).await;
    let leaked = leaked(&window, &old).await;
    leaked.fetch_token().await.expect("whoever has the key can fetch tokens");

    prepared::open(&window, &old.id).await;
    window.click("#leak").await;
    window.see("main[data-screen='leak'][aria-busy='false']").await;
    passes(&window, "the uses of a leaked key").await;
    window.read("main", "leaked.pem").await;
    // Not with a token of that very certificate: the sign-in is asked for in place, and then the
    // revocation goes on by itself.
    window.click("#revoke-now").await;
    window.see("#revoke-sign-in").await;
    passes(&window, "the sign-in before a revocation").await;
    let page = sign_in::start(&window).await;
    let address = administrator.allow(&page, INTEGRATION_USER).await;
    window.fill("#landed-address", &address).await;
    window.click("[data-act='sign-in-paste']").await;
    window.see("dialog[data-dialog='revoke-leaked']").await;
    rotation::confirm_revocation(&window, "revoke-leaked", &old.certificate_id).await;
    window.see("#revoked").await;
    leaked.fetch_token().await.expect_err("the key is shut out");
    window.read("main", "60 minutes").await;

    window.click("#replace").await;
    rotation::start_here(&window).await;
    window.see("[data-sheet='hand-over'] .kit-field").await;
    let target = rotation::hand_over(&window, &old).await;
    target.fetch_token().await.expect("the new key works");
    window.click("#switched").await;
    window.see("#ended").await;
    window.read("#ended", "Revoked today at").await;
    walk::to_board(&window).await;
    window.read("tr[data-connection]", "Working").await;
}

#[tokio::test]
async fn replacing_first_keeps_the_other_system_going_until_the_old_one_is_revoked() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let old = prepared::in_use(&window, &administrator, "Kestrel Logistics", true).await;
    let leaked = leaked(&window, &old).await;
    prepared::open(&window, &old.id).await;
    window.click("#leak").await;
    window.click("#replace").await;
    rotation::start_here(&window).await;
    window.see("[data-sheet='hand-over'] .kit-field").await;
    let target = rotation::hand_over(&window, &old).await;
    leaked.fetch_token().await.expect("no outage before the switch");
    rotation::switch(&window).await;
    rotation::revoke(&window, &old).await;
    window.see("#ended").await;
    leaked.fetch_token().await.expect_err("the leaked key is shut out");
    target.fetch_token().await.expect("the new one works");
}

/// What somebody has who got hold of the exported file.
async fn leaked(window: &Window<'_>, old: &prepared::InUse) -> Target {
    window.click("[data-act='hand-over']").await;
    walk::at_step(window, "hand-over").await;
    let file = window.desktop.folders.saved().join("leaked.pem");
    walk::export_key(window, &file).await;
    Target::takes(window, &old.credential_id, &old.id, file).await
}
