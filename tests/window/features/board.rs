//! Several connections side by side.

use crate::support::desktop::Desktop;
use crate::support::walk::{self, FIRST, QUICK_KEY};

#[tokio::test]
async fn two_connections_stand_side_by_side_and_neither_disturbs_the_other() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;

    // The second overtakes the first.
    walk::to_board(&window).await;
    walk::another_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;
    let second = walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
    walk::hand_over(&window).await;

    walk::continue_with(&window, FIRST).await;
    walk::make_certificate(&window, None).await;
    let first = walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
    assert_ne!(first, second, "each has a key of its own");
    assert_eq!(desktop.session.secrets(), 2, "both are in the keychain");

    // The first is still open at its last step; the second is done and tests well.
    walk::continue_with(&window, &format!("{FIRST} 2")).await;
    window.see("main[data-screen='connection']").await;
    window.click("[data-act='test']").await;
    window.see("#test-result #who-am-i").await;
    window.click("#test-decoded summary").await;
    window.read("#decoded-assertion", &second).await;
    walk::to_board(&window).await;
    let board = window.text("tr[data-connection]").await;
    assert!(board.contains("Working"), "{board}");
    assert!(board.contains("Step 8"), "{board}");
}

#[tokio::test]
async fn a_removed_connection_can_be_brought_back_until_it_is_deleted_with_its_key_and_leaves_the_others()
 {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;
    walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
    walk::to_board(&window).await;
    walk::another_practice(&window).await;
    walk::to_board(&window).await;
    assert_eq!(desktop.session.secrets(), 1);

    remove(&window, FIRST).await;
    let board = window.text(".cell-name").await;
    assert_eq!(board.trim(), format!("{FIRST} 2"));
    assert_eq!(desktop.session.secrets(), 1, "it can be brought back");

    window.go("#/backup").await;
    window.click("[data-act='bring-back']").await;
    window.until_gone("[data-removed-item]").await;
    walk::to_board(&window).await;
    assert!(window.text(".cell-name").await.lines().any(|name| name == FIRST));
    remove(&window, FIRST).await;

    window.go("#/backup").await;
    window.click("[data-act='delete-removed']").await;
    window.click("dialog[data-dialog='delete-removed'] [data-act='confirm']").await;
    window.until("its key is gone", || async { desktop.session.secrets() == 0 }).await;
    window.until_gone("[data-removed-item]").await;
}

async fn remove(window: &crate::support::window::Window<'_>, name: &str) {
    window
        .click(&format!("tr:nth-child(n) a.cell-name[href*='{}']", id_of(window, name).await))
        .await;
    if window.has("main[data-screen^='setup']").await {
        window.click("#back").await;
    }
    window.see("main[data-screen='connection']").await;
    window.click("#end").await;
    window.click("[data-act='remove']").await;
    let confirm = "dialog[data-dialog='remove'] [data-act='confirm']";
    assert!(window.has(&format!("{confirm}[disabled]")).await, "not before the name is typed");
    window.fill("#typed", name).await;
    window.click(confirm).await;
    window.see("main[data-screen='connections'][aria-busy='false']").await;
}

async fn id_of(window: &crate::support::window::Window<'_>, name: &str) -> String {
    let script = "return [...document.querySelectorAll('tr[data-connection]')]
        .find(row => row.querySelector('.cell-name').textContent === arguments[0]).dataset.connection";
    window.run(script, vec![name.into()]).await.as_str().expect("on the board").to_owned()
}
