//! Every screen passes axe in the real window, light and dark; the whole walk works by keyboard alone.

use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::keyboard::{self, press, reach, type_into};
use crate::support::walk::{self, FIRST, QUICK_KEY};
use fantoccini::key::Key;
use test_support::Keychain;

#[tokio::test]
async fn every_screen_passes_axe_light_and_dark() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    window.see("main[data-screen='connections-empty']").await;
    passes(&window, "the empty board").await;
    window.click("[data-act='set-up']").await;
    window.see("main[data-screen='new']").await;
    passes(&window, "a new connection").await;
    walk::to_board(&window).await;
    let administrator = walk::begin_practice(&window).await;
    passes(&window, "step 1").await;
    walk::choose_target(&window, "alumio").await;
    walk::open_done_step(&window, "account").await;
    passes(&window, "step 2").await;
    walk::name_account(&window).await;
    walk::open_done_step(&window, "role").await;
    passes(&window, "step 3").await;
    window.click("[data-act='leave-change']").await;
    walk::note_role(&window).await;
    passes(&window, "step 4").await;
    window.fill("#client-id", "no key").await;
    window.click("[data-act='continue']").await;
    window.see("#client-id[aria-invalid='true']").await;
    passes(&window, "step 4 with a wrong paste").await;
    walk::note_integration(&window, &administrator).await;
    walk::at_step(&window, "key").await;
    passes(&window, "step 5").await;
    walk::make_certificate(&window, Some("rsa-3072 PS256")).await;
    passes(&window, "step 6").await;
    walk::upload(&window, &administrator).await;
    passes(&window, "step 7").await;
    administrator
        .misbehave(&[
            ("endpoint", "token"),
            ("kind", "unauthorized"),
            ("amount", ""),
            ("text", ""),
            ("lasts", "once"),
        ])
        .await;
    window.click("#request-token").await;
    window.see("#refusal").await;
    passes(&window, "a refused token").await;
    window.click("[data-act='request-token'], .step-foot [data-act='try-again']").await;
    window.see("#who-am-i").await;
    passes(&window, "a proven token").await;
    window.click("[data-act='go-on']").await;
    window.see(".kit-field").await;
    passes(&window, "step 8").await;
    window.click("#export-key").await;
    window.see("dialog[open]").await;
    passes(&window, "the question before a private key is saved").await;
    window.click("dialog [data-act='cancel']").await;
    window.click("[data-act='hand-over-done']").await;
    window.see("main[data-screen='setup-finished']").await;
    passes(&window, "the end of the walk").await;
    window.click("[data-act='open-connection']").await;
    window.see("main[data-screen='connection']").await;
    passes(&window, "the connection").await;
    window.click("#end").await;
    window.see("main[data-screen='end'][aria-busy='false']").await;
    passes(&window, "the end of a connection").await;
    window.click("[data-act='remove']").await;
    window.see("dialog[open]").await;
    passes(&window, "the question before a connection is removed").await;
    window.click("dialog [data-act='cancel']").await;
    walk::to_board(&window).await;
    passes(&window, "the board").await;
}

#[tokio::test]
async fn the_screens_of_a_missing_keychain_pass_axe() {
    let desktop = Desktop::with(Keychain::NoService);
    let window = desktop.open().await;
    window.see("#vault-callout").await;
    passes(&window, "the board without a keychain").await;
    window.click("[data-act='open-key-files']").await;
    window.see("dialog[open]").await;
    passes(&window, "the question before key files").await;
}

#[tokio::test]
async fn the_walk_can_be_gone_by_keyboard_alone() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    window.see("main[data-screen='connections-empty']").await;
    press(&window, "[data-act='try-practice']").await;
    walk::at_step(&window, "target").await;
    let administrator = walk::administrator(&window).await;

    reach(&window, "[name='target']").await;
    while !window.has("#target-other:checked").await {
        window.press(&Key::Down.to_string()).await;
    }
    press(&window, "[data-act='continue']").await;
    walk::at_step(&window, "integration").await;
    press(&window, "[data-act='change-step'][data-step='account']").await;
    walk::at_step(&window, "account").await;
    window.read("[data-fact='account-id']", "TSTDRV").await;
    press(&window, "[data-act='check']").await;
    walk::at_step(&window, "integration").await;
    press(&window, "[data-act='change-step'][data-step='role']").await;
    walk::at_step(&window, "role").await;
    for tick in ["feature-oauth2", "permission-manage-certificates"] {
        reach(&window, &format!("#tick-{tick}")).await;
        window.press(" ").await;
        window.see(&format!("#tick-{tick}:not(:checked)")).await;
        window.press(" ").await;
        window.see(&format!("#tick-{tick}:checked")).await;
    }
    assert_eq!(window.value("#role-name").await, "Certdesk Practice Integration", "filled in");
    assert_eq!(window.value("#entity-name").await, "Integration User", "filled in");
    press(&window, "[data-act='continue']").await;
    walk::at_step(&window, "integration").await;
    let record = administrator.make_integration("Kestrel M2M").await;
    type_into(&window, "#client-id", &record.consumer_key).await;
    press(&window, "[data-act='continue']").await;
    walk::at_step(&window, "key").await;
    reach(&window, "[name='key-choice']").await;
    while !window.has(&format!("[name='key-choice'][value='{QUICK_KEY}']:checked")).await {
        window.press(&Key::Down.to_string()).await;
    }
    press(&window, "[data-act='make-certificate']").await;
    walk::at_step(&window, "upload").await;
    let file = desktop.folders.saved().join("public.pem");
    keyboard::save_as(&window, "#save-pem", "Save public.pem", &file).await;
    window.read(".step-sheet", "public.pem").await;
    let id = administrator.map_certificate(&file, "Kestrel M2M").await;
    type_into(&window, "#certificate-id", &id).await;
    press(&window, ".step-foot [data-act='continue']").await;
    walk::at_step(&window, "prove").await;
    press(&window, "#request-token").await;
    window.see("#who-am-i").await;
    press(&window, "[data-act='go-on']").await;
    window.see(".kit-field").await;
    press(&window, "[data-act='hand-over-done']").await;
    window.see("main[data-screen='setup-finished']").await;
    press(&window, "#rail-connections").await;
    window.read(".cell-name", FIRST).await;
}
