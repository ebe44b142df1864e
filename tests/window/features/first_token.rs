//! From the first start to a proven token, as the guide promises it.

use crate::support::desktop::Desktop;
use crate::support::walk;

#[tokio::test]
async fn a_consultant_comes_from_nothing_to_a_proven_token() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "alumio", &administrator).await;
    walk::make_certificate(&window, None).await;
    let certificate_id = walk::upload(&window, &administrator).await;
    walk::prove(&window).await;

    window.read("[data-fact='account']", "TSTDRV1000001").await;
    window.read("[data-fact='entity']", "Integration User").await;
    window.read("[data-fact='role']", "Certdesk Practice Integration").await;
    window.read("#decoded-assertion", &certificate_id).await;
    window.see("#decoded-token").await;
    assert!(!window.has(".checks [data-tone='danger']").await, "{}", window.text(".checks").await);
    assert!(administrator.audit_trail().await.contains("Success"), "NetSuite's side saw the login");

    walk::hand_over(&window).await;
    walk::to_board(&window).await;
    window.read("tr[data-connection]", "Working").await;
}

/// Acts outside the window: opening two pages of NetSuite, copying the name of the record, confirming one dialog; on the
/// record its name, the grant, two scopes, Save and copying the Consumer Key; on the mapping the file, Save and copying
/// the Certificate ID.
const OUTSIDE: usize = 4 + 6 + 3;

#[tokio::test]
async fn the_first_practice_token_takes_23_acts_at_most() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::choose_target(&window, "alumio").await;
    walk::at_step(&window, "integration").await;
    let name = window.value("#integration-name").await;
    let record = administrator.make_integration(&name).await;
    window.fill("#client-id", &record.consumer_key).await;
    window.click("[data-act='continue']").await;
    walk::make_certificate(&window, None).await;
    walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
    let acts = window.acts() + OUTSIDE;
    assert!(acts <= 23, "it takes {acts} acts");
}
