//! What a browser sign-in brings is nowhere but in the memory of the app and, where the user wants it kept, in the vault.
//! The key of a rotation is nowhere but in the vault and in the file that the user chose.
//!
//! The Client Secret is typed into the page, so it crosses to Rust: once. It never comes back.

use crate::features::rotation;
use crate::features::sign_in;
use crate::support::administrator::OWNER;
use crate::support::desktop::Desktop;
use crate::support::prepared::{self, InUse};
use crate::support::traces::{Traces, access_tokens_in_memory_of, claims};
use crate::support::walk;
use crate::support::window::Window;
use crate::support::wiretap;
use crate::whole_app::taint::{self, not_with_the_page, not_written};
use serde_json::Value;

#[tokio::test]
async fn tokens_and_the_client_secret_are_nowhere_but_in_memory_and_in_the_vault() {
    let mut desktop = Desktop::new();
    desktop.set("CERTDESK_LOG", "trace");
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let old = prepared::in_use(&window, &administrator, "Larkspur Medical", false).await;
    wiretap::start(&window).await;

    // Somebody signs in who is not the integration's own user, so that the token can be told from all others.
    window.go(&format!("#/connection/{}/sign-in", old.id)).await;
    window.click("label:has(#client-confidential)").await;
    window.click("label:has(#stay-signed-in)").await;
    window.fill("#client-secret", &old.record.consumer_secret).await;
    let page = sign_in::start(&window).await;
    let address = administrator.allow(&page, OWNER).await;
    desktop.hand_over_to_the_app(&address);
    window.see("#signed-in").await;
    let tokens = access_tokens_in_memory_of(window.app());
    let of_owner = tokens.iter().filter_map(|token| claims(token)).find(|c| c.contains("\"3;-5\""));
    assert!(of_owner.is_some(), "the app holds the token of whoever has signed in");
    let [secret, refresh] =
        ["clientSecret", "refreshToken"].map(|kept| kept_secret(&desktop, &old, kept));
    assert_eq!(secret, old.record.consumer_secret, "the vault keeps the Client Secret");
    let code = address.split("code=").nth(1).and_then(|rest| rest.split('&').next());
    let code = code.expect("the answer holds a code").to_owned();

    // All that a session is used for, up to its end.
    window.go(&format!("#/connection/{}/certificates", old.id)).await;
    window.see("#list-title").await;
    window.go(&format!("#/connection/{}", old.id)).await;
    rotation::start(&window).await;
    window.see("[data-sheet='hand-over'] .kit-field").await;
    let target = rotation::hand_over(&window, &old).await;
    rotation::switch(&window).await;
    rotation::revoke(&window, &old).await;
    window.see("#ended").await;
    let more = access_tokens_in_memory_of(window.app());
    window.go(&format!("#/connection/{}", old.id)).await;
    let evidence = taint::save_evidence(&window).await;
    assert!(evidence.contains("\"kind\":\"signed-in\""), "it says who signed in: {evidence}");

    let texts: Vec<Vec<u8>> =
        [tokens, more, vec![refresh, code]].concat().into_iter().map(Vec::from).collect();
    let tokens = Traces::of(&texts);
    not_with_the_page(&window, &tokens).await;
    not_written(&window, &tokens, &[]);
    taint::nowhere(&window, &Traces::of_key(target.key()), &[target.key()]).await;
    crossed_once_and_never_came_back(&window, &secret).await;
    not_written(&window, &Traces::of(&[Vec::from(secret)]), &[]);

    // Signing out leaves the Client Secret alone, and takes the refresh token away.
    window.go(&format!("#/connection/{}/sign-in", old.id)).await;
    window.click("[data-act='sign-in-end']").await;
    window.until_gone("#signed-in").await;
    not_written(&window, &tokens, &[]);
    walk::to_board(&window).await;
}

/// The Client Secret was typed, so the page knows it; Rust never sends it.
async fn crossed_once_and_never_came_back(window: &Window<'_>, secret: &str) {
    let traces = Traces::of(&[Vec::from(secret)]);
    assert!(
        !traces.are_in(taint::page(window).await.as_bytes()),
        "the Client Secret is in the page"
    );
    let heard = wiretap::heard(window).await;
    let crossed: Vec<&str> = heard.lines().filter(|line| traces.are_in(line.as_bytes())).collect();
    assert_eq!(crossed.len(), 1, "{crossed:?}");
    assert!(crossed[0].starts_with("out ") && crossed[0].contains("sign_in_start"), "{crossed:?}");
}

/// What the keychain keeps under the name that the connection's document gives.
fn kept_secret(desktop: &Desktop, connection: &InUse, kept: &str) -> String {
    let file = format!("connections/{}.connection.json", connection.id);
    let document = std::fs::read(desktop.data_folder().join(file)).expect("its document");
    let document: Value = serde_json::from_slice(&document).expect("JSON");
    let entry = &document["connection"]["integration"][kept]["entry"];
    let entry = entry.as_str().unwrap_or_else(|| panic!("no {kept} in {document}"));
    let secret = desktop.session.secret("Certdesk", entry).expect("it is in the keychain");
    String::from_utf8(secret).expect("a text")
}
