//! Certdesk is started again while it runs: whoever did that gets the window that is open, and nothing else happens.

use crate::begun;
use crate::desk::Desk;
use test_support::until;

#[tokio::test]
async fn a_second_start_by_hand_brings_the_open_window_back_into_sight() {
    let desk = Desk::new();
    let window = desk.open().await;
    begun::practice(&window).await;
    desk.display.minimise(TITLE);
    assert_eq!(desk.display.window(TITLE), None, "it is out of sight");
    desk.start_second(&[]);
    until("the window is in sight", || desk.display.window(TITLE));
    assert!(!window.has("#notice").await, "{}", window.text("#notice").await);
}

const TITLE: &str = "Certdesk$";
