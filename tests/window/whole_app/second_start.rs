//! Certdesk is started again while it runs: whoever did that gets the window that is open, and nothing else happens.

use crate::support::desktop::Desktop;
use crate::support::prepared;
use test_support::until;

#[tokio::test]
async fn a_second_start_by_hand_brings_the_open_window_back_into_sight() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    prepared::practice(&window).await;
    desktop.display.minimise(TITLE);
    assert_eq!(desktop.display.window(TITLE), None, "it is out of sight");
    desktop.start_second(&[]);
    until("the window is in sight", || desktop.display.window(TITLE));
    assert!(!window.has("#notice").await, "{}", window.text("#notice").await);
}

const TITLE: &str = "Certdesk$";
