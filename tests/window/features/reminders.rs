//! Reminders: turned on in Help, shown by the real notification program, clicked.

use crate::expiring::connection;
use crate::support::desktop::{Desktop, certdesk};
use certdesk_core::store::Store;
use test_support::{Notifications, Running, until};

#[tokio::test]
async fn a_clicked_reminder_shows_its_connections_in_the_window_that_is_open() {
    let desktop = Desktop::new();
    let store = Store::new(desktop.data_folder().join("connections"));
    for (name, days_left) in [("Northwind Traders", 12), ("Larkspur", 200)] {
        store.create(&connection(name, days_left)).expect("a connection");
    }
    let notifications = Notifications::start(&desktop.session, &desktop.folders, &desktop.display);
    let window = desktop.open().await;
    window.go("#/help").await;
    window.click("#reminders-switch").await;
    window.see("#reminders-switch:checked").await;
    let entries = desktop.folders.all().join("config/autostart");
    assert!(entries.join("app.certdesk.reminders.desktop").is_file());

    let mut look = Running::start(desktop.command(&certdesk()).arg("--remind"), "certdesk");
    notifications.until_displayed(1);
    notifications.click();
    window.see("#show-reminded:checked").await;
    let board = window.text("#board").await;
    assert!(board.contains("Northwind Traders") && !board.contains("Larkspur"), "{board}");
    let ended = until("the look ends", || look.ended());
    assert!(ended.success(), "{ended}");

    window.go("#/help").await;
    window
        .read("section[aria-labelledby='help-reminders']", "1 certificate due. Notification shown.")
        .await;
    window.click("#reminders-switch").await;
    window.see("#reminders-switch:not(:checked)").await;
    assert!(!entries.join("app.certdesk.reminders.desktop").exists());
}
