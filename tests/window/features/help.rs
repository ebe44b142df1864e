//! Help: the four questions, the words, and the real places of this computer.

use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::keyboard::press;

#[tokio::test]
async fn help_answers_by_keyboard_passes_axe_and_opens_the_folder_that_it_names() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    press(&window, "#rail-help").await;
    window.see("main[data-screen='help'][aria-busy='false']").await;
    passes(&window, "help").await;
    press(&window, "#help-private-key summary").await;
    window.read("#help-private-key", "In this computer’s keychain").await;
    press(&window, "#help-api-secrets summary").await;
    window.read("#help-api-secrets", "If it’s lost or leaked").await;
    passes(&window, "help with answers").await;

    let data = desktop.data_folder().display().to_string();
    window.read("main", &data).await;
    press(&window, "[data-act='open-place'][data-place='data']").await;
    assert_eq!(desktop.browser.next_page(), data);
}
