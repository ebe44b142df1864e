//! A sandbox was refreshed: all its mappings are gone at once. One sign-in brings them back, each with a fresh pair.

use crate::features::rotation;
use crate::features::sign_in;
use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::prepared;
use crate::support::walk;

#[tokio::test]
async fn after_a_refresh_one_sign_in_re_creates_every_mapping_and_says_who_must_be_told() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let first = prepared::in_use(&window, &administrator, "Kestrel Logistics", true).await;
    let second = prepared::in_use(&window, &administrator, "Larkspur Medical", true).await;
    administrator.refresh_sandbox().await;
    assert!(administrator.mappings().await.is_empty(), "as a refresh leaves it");

    prepared::open(&window, &first.id).await;
    window.click("#refreshed").await;
    window.see("main[data-screen='refreshed'][aria-busy='false']").await;
    passes(&window, "a refreshed sandbox").await;
    window.click("#mark").await;
    window.click("dialog[data-dialog='mark-gone'] [data-act='confirm']").await;
    window.see("#tell").await;
    let gone = window.text("main .table-account").await;
    assert_eq!(gone.matches("Mapping missing").count(), 2, "{gone}");
    window.see("#start[disabled]").await;

    window.click("#one-sign-in [data-act='open-sign-in']").await;
    sign_in::sign_in(&window, &administrator).await;
    window.click("#sign-in-go-on").await;
    window.see("main[data-screen='refreshed'][aria-busy='false']").await;
    window.click("#start").await;
    for id in [&first.id, &second.id] {
        window.see(&format!("tr[data-connection='{id}'] [data-line='waits']")).await;
        window
            .read(&format!("[data-tell='{id}']"), "Needs the new private key and Certificate ID")
            .await;
    }
    let mappings = administrator.mappings().await;
    assert_eq!(mappings.len(), 2, "{mappings:?}");
    assert!(mappings.iter().all(|(id, state)| {
        state == "Active" && *id != first.certificate_id && *id != second.certificate_id
    }));

    // Each has its own values to hand over.
    for connection in [&first, &second] {
        window.go(&format!("#/connection/{}/refreshed", connection.id)).await;
        window.click(&format!("[data-tell='{}'] [data-open]", connection.id)).await;
        window.see("[data-sheet='hand-over'] .kit-field").await;
        let target = rotation::hand_over(&window, connection).await;
        target.fetch_token().await.expect("the new values work");
        // Nothing old is left to revoke, so this is the end.
        window.click("#switched").await;
        window.see("#ended").await;
    }
    walk::to_board(&window).await;
    let board = window.text("tr[data-connection]").await;
    assert_eq!(board.matches("Working").count(), 2, "{board}");
}
