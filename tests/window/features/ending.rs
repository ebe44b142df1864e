//! A connection ends: its last certificate is revoked, who uses it is told, it leaves this computer.

use crate::features::rotation;
use crate::features::sign_in;
use crate::support::administrator::INTEGRATION_USER;
use crate::support::desktop::Desktop;
use crate::support::prepared;

#[tokio::test]
async fn a_client_that_leaves_is_revoked_told_and_removed() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let old = prepared::in_use(&window, &administrator, "Kestrel Logistics", true).await;
    prepared::open(&window, &old.id).await;
    window.click("#end").await;
    window.see("main[data-screen='end'][aria-busy='false']").await;
    window.read("#tell-text", &format!("{} is still active", old.certificate_id)).await;

    // Its own token cannot revoke its last certificate: somebody signs in, on this very page.
    window.click("#ending-certificates [data-act='revoke']").await;
    window.see("#revoke-sign-in").await;
    let page = sign_in::start(&window).await;
    let address = administrator.allow(&page, INTEGRATION_USER).await;
    window.fill("#landed-address", &address).await;
    window.click("[data-act='sign-in-paste']").await;
    window.see("dialog[data-dialog='revoke-ending']").await;
    rotation::confirm_revocation(&window, "revoke-ending", &old.certificate_id).await;
    window.see("#none-active").await;
    window.read("#tell-text", &format!("{} was revoked", old.certificate_id)).await;
    let mappings = administrator.mappings().await;
    assert_eq!(mappings[0], (old.certificate_id, "Revoked".to_owned()));

    window.click("#remove").await;
    window.fill("#typed", "Kestrel Logistics").await;
    window.click("dialog [data-act='confirm']").await;
    window.see("main[data-screen='connections-empty'][aria-busy='false']").await;
}
