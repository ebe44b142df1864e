//! Leaving and coming back, on purpose or by force: nothing is lost.

use crate::support::desktop::Desktop;
use crate::support::walk::{self, FIRST, QUICK_KEY};
use crate::support::window::Window;
use std::time::Duration;

#[tokio::test]
async fn what_was_typed_and_not_yet_saved_is_there_after_a_look_at_the_board() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;

    window.click("label:has(#target-other)").await;
    away_and_back(&window, "target").await;
    window.see("#target-other:checked").await;
    walk::choose_target(&window, "other").await;

    walk::open_done_step(&window, "account").await;
    window.read("[data-fact='account-id']", "TSTDRV").await;
    window.fill("#account-id", "TSTDRV10000").await;
    away_and_back(&window, "integration").await;
    walk::open_done_step(&window, "account").await;
    assert_eq!(window.value("#account-id").await, "TSTDRV10000");
    window.fill("#account-id", "TSTDRV1000001").await;
    walk::name_account(&window).await;

    walk::open_done_step(&window, "role").await;
    window.click("label:has(#tick-feature-oauth2)").await;
    window.see("#tick-feature-oauth2:not(:checked)").await;
    window.fill("#role-name", "Half a ro").await;
    away_and_back(&window, "integration").await;
    walk::open_done_step(&window, "role").await;
    window.see("#tick-feature-oauth2:not(:checked)").await;
    assert_eq!(window.value("#role-name").await, "Half a ro");
    window.click("[data-act='leave-change']").await;
    walk::note_role(&window).await;

    window.fill("#client-id", "0123456789abcdef").await;
    away_and_back(&window, "integration").await;
    assert_eq!(window.value("#client-id").await, "0123456789abcdef");
    walk::note_integration(&window, &administrator).await;

    window.fill("#subject", "Kestrel Logistics, sandbox").await;
    away_and_back(&window, "key").await;
    assert_eq!(window.value("#subject").await, "Kestrel Logistics, sandbox");
    walk::make_certificate(&window, Some(QUICK_KEY)).await;

    window.fill("#certificate-id", "q7Vd2m").await;
    away_and_back(&window, "upload").await;
    assert_eq!(window.value("#certificate-id").await, "q7Vd2m");
    walk::upload(&window, &administrator).await;

    away_and_back(&window, "prove").await;
    walk::prove(&window).await;
    walk::hand_over(&window).await;
}

#[tokio::test]
async fn a_kill_after_any_step_finds_that_step_done() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    walk::begin_practice(&window).await;
    walk::choose_target(&window, "other").await;

    let (window, _) = killed(&desktop, window, "integration").await;
    walk::name_account(&window).await;

    let (window, _) = killed(&desktop, window, "integration").await;
    window.see("[data-step='account'][data-state='done']").await;
    walk::note_role(&window).await;

    let (window, administrator) = killed(&desktop, window, "integration").await;
    window.see("[data-step='role'][data-state='done']").await;
    walk::note_integration(&window, &administrator).await;
    walk::at_step(&window, "key").await;

    let (window, _) = killed(&desktop, window, "key").await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;

    let (window, administrator) = killed(&desktop, window, "upload").await;
    walk::upload(&window, &administrator).await;

    let (window, _) = killed(&desktop, window, "prove").await;
    walk::prove(&window).await;

    let (window, _) = killed(&desktop, window, "hand-over").await;
    window.see(".kit-field").await;
    window.click("[data-act='hand-over-done']").await;
    window.see("main[data-screen='setup-finished']").await;
    window.kill();

    let window = desktop.open().await;
    window.read("tr[data-connection]", "Working").await;
}

#[tokio::test]
async fn a_kill_while_the_certificate_is_made_leaves_no_stray_key_and_the_walk_goes_on() {
    let desktop = Desktop::new();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    walk::choose_key(&window, QUICK_KEY).await;
    window.see("[data-search='found']").await;
    let mut window = window;
    // From "nothing has happened yet" to "it is long done", in steps that fall between any two writes.
    for wait in [0, 4, 8, 12, 16, 20, 25, 30, 40, 50, 70, 100, 150, 250, 500, 2000] {
        let press = "document.querySelector(\"[data-act='make-certificate']\").click()";
        window.run(press, vec![]).await;
        tokio::time::sleep(Duration::from_millis(wait)).await;
        window.kill();
        (window, _) = walk::start_again(&desktop, FIRST).await;
        window.see("main[data-screen='setup-key'][aria-busy='false'], main[data-screen='setup-upload'][aria-busy='false']").await;
        let made = window.has("main[data-screen='setup-upload']").await;
        window
            .until("only keys that a certificate was made for are kept", || async {
                desktop.session.secrets() == usize::from(made)
            })
            .await;
        if made {
            break;
        }
        walk::choose_key(&window, QUICK_KEY).await;
        window.see("[data-search='found']").await;
    }
    let administrator = walk::administrator(&window).await;
    walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
}

async fn away_and_back(window: &Window<'_>, step: &str) {
    walk::continue_with(window, FIRST).await;
    walk::at_step(window, step).await;
}

async fn killed<'d>(
    desktop: &'d Desktop,
    window: Window<'d>,
    step: &str,
) -> (Window<'d>, crate::support::administrator::Administrator) {
    window.kill();
    let again = walk::start_again(desktop, FIRST).await;
    walk::at_step(&again.0, step).await;
    again
}
