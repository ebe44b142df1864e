//! The keyboard on every screen: Ctrl+K goes to whatever has a name or an ID, without a mouse.

use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::prepared;
use crate::support::window::Window;
use fantoccini::key::Key;

#[tokio::test]
async fn ctrl_k_finds_a_connection_by_its_ids_and_takes_an_error_to_its_diagnosis() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let other = prepared::in_use(&window, &administrator, "Larkspur Medical", true).await;
    let ours = prepared::in_use(&window, &administrator, "Süd Handels GmbH", true).await;

    // By a part of the Certificate ID, from another connection's page.
    window.go(&format!("#/connection/{}", other.id)).await;
    window.see("main[data-screen='connection'][aria-busy='false']").await;
    go_to(&window, &ours.certificate_id[4..20]).await;
    window.read("#go-to-count", "1 result").await;
    passes(&window, "go to").await;
    window.press(&Key::Enter.to_string()).await;
    window.until_gone("dialog").await;
    window.read("main[data-screen='connection'] h1", &ours.name).await;

    // By the client ID, and by the name without its accent.
    go_to(&window, &other.record.consumer_key[..12].to_uppercase()).await;
    window.read("#go-to-0", &other.name).await;
    window.press(&Key::Escape.to_string()).await;
    window.until_gone("dialog").await;
    go_to(&window, "gmbh sud").await;
    window.read("#go-to-0", &ours.name).await;
    window.press(&Key::Escape.to_string()).await;
    window.until_gone("dialog").await;

    // An error leads to the diagnosis of the connection that it names.
    let error = format!("401 invalid_client for client {}", ours.record.consumer_key);
    go_to(&window, &error).await;
    window.read("#go-to-0", "named in the text").await;
    window.press(&Key::Enter.to_string()).await;
    window.see("main[data-screen='diagnosis'][aria-busy='false']").await;
    window.read("h1", &ours.name).await;
    window.read("#pasted-found", "Recognized").await;

    // So does an audit code, typed in part.
    go_to(&window, "entityorrole").await;
    window.read("#go-to-0", "EntityOrRoleDisabled").await;
    window.press(&Key::Enter.to_string()).await;
    window.read("#go-to-list", "Find the cause of EntityOrRoleDisabled").await;
    window.press(&Key::Enter.to_string()).await;
    window.until_gone("dialog").await;
    window.read("main[data-screen='diagnosis']", "EntityOrRoleDisabled").await;

    window.press(&Key::F1.to_string()).await;
    window.see("main[data-screen='help'][aria-busy='false']").await;
    window.press(&format!("{}f", Key::Control)).await;
    window.press("scope").await;
    window.read("#help-found", "match").await;
    window.press(&format!("{}n", Key::Control)).await;
    window.see("main[data-screen='new'][aria-busy='false']").await;
}

/// Opens the dialog by keyboard and types.
async fn go_to(window: &Window<'_>, text: &str) {
    window.press(&format!("{}k", Key::Control)).await;
    window.see("dialog[open] #go-to-list:not([hidden])").await;
    window.press(text).await;
    assert_eq!(window.value("#go-to").await, text);
}
