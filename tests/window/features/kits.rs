//! Targets: found, chosen, followed by the walk, and handed the values that let them fetch a token. And the same by hand a
//! year later.

use crate::features::rotation;
use crate::support::desktop::Desktop;
use crate::support::prepared::{self, InUse};
use crate::support::target_system::Target;
use crate::support::walk;
use crate::support::window::Window;
use std::path::Path;

#[tokio::test]
async fn a_target_decides_the_walk_and_fetches_a_token_with_what_its_kit_says() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    find_target(&window, "snap", "snaplogic").await;
    window.read("#target-chosen", "EC P-256, ES256").await;
    walk::choose_target(&window, "snaplogic").await;
    walk::name_account(&window).await;
    walk::note_role(&window).await;
    window.see("#scope-rest_webservices:checked").await;
    window.see("#scope-restlets:not(:checked)").await;
    walk::note_integration(&window, &administrator).await;
    window.see("[name='key-choice'][value='p-256 ES256']:checked").await;
    walk::make_certificate(&window, None).await;
    walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
    window.click("[data-act='go-on']").await;
    window.see(".kit-field").await;

    let target = takes(&window, &desktop).await;
    target.fetch_token().await.expect("the values are enough");
    let sheet = desktop.folders.saved().join("sheet.html");
    save_sheet(&window, &sheet).await;
    window.click("[data-act='hand-over-done']").await;
    window.see("main[data-screen='setup-finished']").await;
    let sheet = std::fs::read_to_string(sheet).expect("it was saved");
    assert!(sheet.contains("NetSuite access for SnapLogic") && sheet.contains("Valid until"));
    assert!(!sheet.contains("PRIVATE KEY-"), "nothing secret is on it");
}

#[tokio::test]
async fn a_target_whose_fields_were_not_seen_says_so_and_still_gets_all_it_needs() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "boomi", &administrator).await;
    walk::make_certificate(&window, Some(walk::QUICK_KEY)).await;
    walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
    window.click("[data-act='go-on']").await;
    window.read("#kit-unseen", "Other values it needs").await;
    takes(&window, &desktop).await.fetch_token().await.expect("the values are enough");
}

#[tokio::test]
async fn a_pair_is_renewed_by_hand_and_the_old_one_works_until_the_end() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let old = prepared::in_use(&window, &administrator, "Kestrel Logistics", true).await;
    window.click("#rotate").await;
    window.click("label:has(#rotate-way-by-hand)").await;
    window.read("main", "Certdesk Practice Integration").await;
    rotation::start_here(&window).await;
    let public = desktop.folders.saved().join("renewed.pem");
    window.save_as("#save-pem", "Save public.pem", &public).await;
    window.read("[data-sheet='upload-by-hand']", "renewed.pem").await;
    let new_id = administrator.map_certificate(&public, &old.application).await;
    window.kill();

    // Found again where it stood, from the board.
    let window = desktop.open().await;
    walk::continue_with(&window, &old.name).await;
    window.click("[data-act='start-practice']").await;
    window.fill("#certificate-id", &new_id).await;
    window.click("[data-act='confirm-id']").await;
    window.read("#renewal", "both the private key and the Certificate ID").await;
    let target = rotation::hand_over(&window, &old).await;
    target.fetch_token().await.expect("the new key works while the old one still does");
    rotation::switch(&window).await;
    window.click("#leave-old").await;
    window.see("#ended").await;
    assert_eq!(new_id, current(&window, &old).await);
}

/// Step 1: types a part of its name.
async fn find_target(window: &Window<'_>, part: &str, target: &str) {
    walk::at_step(window, "target").await;
    window.fill("#find-target", part).await;
    window.until_gone("#target-alumio").await;
    window.click(&format!("label:has(#target-{target})")).await;
}

/// Step 8: the key is saved, and the other system takes the values.
async fn takes(window: &Window<'_>, desktop: &Desktop) -> Target {
    let key = desktop.folders.saved().join(format!("private-{}.pem", window.next()));
    walk::export_key(window, &key).await;
    let hash = window.run("return location.hash.split('/')[2]", vec![]).await;
    let id = hash.as_str().expect("the address names the connection").to_owned();
    let view = prepared::view(window, &id).await;
    let credential = view["credential"].as_str().expect("one is in use").to_owned();
    Target::takes(window, &credential, &id, key).await
}

async fn save_sheet(window: &Window<'_>, to: &Path) {
    window.save_as("#save-sheet", "Save client handout", to).await;
    window.see(".toast").await;
}

/// The Certificate ID that the connection uses.
async fn current(window: &Window<'_>, of: &InUse) -> String {
    let view = prepared::view(window, &of.id).await;
    let credentials = view["credentials"].as_array().expect("credentials").clone();
    let used = credentials.iter().find(|one| one["id"] == view["credential"]).expect("one in use");
    used["certificateId"].as_str().expect("an ID").to_owned()
}
