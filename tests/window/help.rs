//! Help: the four questions, the words, and the real places of this computer.

use crate::accessibility::{passes, press};
use crate::desk::Desk;

#[tokio::test]
async fn help_answers_by_keyboard_passes_axe_and_opens_the_folder_that_it_names() {
    let desk = Desk::new();
    let window = desk.open().await;
    press(&window, "#rail-help").await;
    window.see("main[data-screen='help'][aria-busy='false']").await;
    passes(&window, "help").await;
    press(&window, "#help-private-key summary").await;
    window.read("#help-private-key", "In this computer’s keychain").await;
    press(&window, "#help-api-secrets summary").await;
    window.read("#help-api-secrets", "If it’s lost or leaked").await;
    passes(&window, "help with answers").await;

    let data = desk.data_folder().display().to_string();
    window.read("main", &data).await;
    press(&window, "[data-act='open-place'][data-place='data']").await;
    assert_eq!(desk.browser.next_page(), data);
}
