//! The walk as a consultant goes it: step by step, by clicking and typing, with an administrator on the other side.

use crate::support::administrator::{Administrator, NewRecord};
use crate::support::desktop::Desktop;
use crate::support::window::Window;
use std::path::Path;

/// First start: the practice account is begun on the empty board. Ends in front of step 1.
pub(crate) async fn begin_practice(window: &Window<'_>) -> Administrator {
    window.see("main[data-screen='connections-empty']").await;
    another_practice(window).await
}

/// Begins one more practice connection, from whatever the board shows. Ends in front of step 1.
pub(crate) async fn another_practice(window: &Window<'_>) -> Administrator {
    window.click("[data-act='try-practice']").await;
    at_step(window, "target").await;
    administrator(window).await
}

/// Whoever acts on the pages whose address the window shows.
pub(crate) async fn administrator(window: &Window<'_>) -> Administrator {
    let bar = window.read("#practice-bar", "127.0.0.1:").await;
    let from = bar.find("127.0.0.1:").expect("just read");
    let port: String =
        bar[from + "127.0.0.1:".len()..].chars().take_while(char::is_ascii_digit).collect();
    Administrator::at(&format!("http://127.0.0.1:{port}"))
}

/// Waits until a step is the open one.
pub(crate) async fn at_step(window: &Window<'_>, step: &str) {
    window.see(&format!("main[data-screen='setup-{step}'][aria-busy='false']")).await;
}

/// Step 1.
pub(crate) async fn choose_target(window: &Window<'_>, target: &str) {
    at_step(window, "target").await;
    window.click(&format!("label:has(#target-{target})")).await;
    window.click("[data-act='continue']").await;
    window.see("main[data-screen='setup-account'][aria-busy='false'], main[data-screen='setup-integration'][aria-busy='false']").await;
}

/// Opens a step that is done: on the practice account steps 2 and 3 are from the start.
pub(crate) async fn open_done_step(window: &Window<'_>, step: &str) {
    window
        .see(&format!("[data-step='{step}']:is([data-state='done'], [data-state='unconfirmed'])"))
        .await;
    window.click(&format!("[data-act='change-step'][data-step='{step}']")).await;
    at_step(window, step).await;
}

/// Step 2, with the practice account's ID that the field holds; the account is asked whether it exists.
pub(crate) async fn name_account(window: &Window<'_>) {
    if !window.has("main[data-screen='setup-account']").await {
        open_done_step(window, "account").await;
    }
    window.read("[data-fact='account-id']", "TSTDRV").await;
    window.click("[data-act='check']").await;
    window.see(ROLE_OR_AFTER).await;
}

/// Step 3: everything ticked, role and entity named. A second connection of the account has it from
/// the first, and stands in front of step 4.
pub(crate) async fn note_role(window: &Window<'_>) {
    window.see(ROLE_OR_AFTER).await;
    if window.has("main[data-screen='setup-integration']").await {
        if window.text("[data-step='role']").await.contains("as for") {
            return;
        }
        open_done_step(window, "role").await;
    }
    let ticks = window
        .run(
            "return [...document.querySelectorAll('[data-tick]:not(:checked)')].map(e => e.id)",
            vec![],
        )
        .await;
    for tick in ticks.as_array().expect("the ticks of the step") {
        let id = tick.as_str().expect("an id");
        window.click(&format!("label:has(#{id})")).await;
    }
    window.fill("#role-name", "Certdesk Practice Integration").await;
    window.fill("#entity-name", "Integration User").await;
    window.click("[data-act='continue']").await;
    at_step(window, "integration").await;
}

/// Step 4: the administrator makes the record and reads out the Consumer Key.
pub(crate) async fn note_integration(
    window: &Window<'_>,
    administrator: &Administrator,
) -> NewRecord {
    at_step(window, "integration").await;
    let application = format!("Alumio M2M {}", window.next());
    window.fill("#integration-name", &application).await;
    let record = administrator.make_integration(&application).await;
    window.fill("#client-id", &record.consumer_key).await;
    window.click("[data-act='continue']").await;
    record
}

/// Steps 1 to 4. Ends in front of step 5.
pub(crate) async fn up_to_key(
    window: &Window<'_>,
    target: &str,
    administrator: &Administrator,
) -> NewRecord {
    choose_target(window, target).await;
    name_account(window).await;
    note_role(window).await;
    let record = note_integration(window, administrator).await;
    at_step(window, "key").await;
    record
}

/// Step 5, with the pair that the step proposes, or another: `p-256 ES256`.
pub(crate) async fn make_certificate(window: &Window<'_>, other: Option<&str>) {
    at_step(window, "key").await;
    if let Some(pair) = other {
        choose_key(window, pair).await;
    }
    window.click("[data-act='make-certificate']").await;
    at_step(window, "upload").await;
}

/// Step 5: a card where there is one, else the list of all.
pub(crate) async fn choose_key(window: &Window<'_>, pair: &str) {
    let card = format!("label:has([name='key-choice'][value='{pair}'])");
    window.see("label:has([name='key-choice'])").await;
    if !window.has(&card).await {
        window.click("#more-other summary").await;
        window.click(&format!("#key-other option[value='{pair}']")).await;
    }
    window.click(&card).await;
}

/// Step 6, first half: the certificate as a file.
pub(crate) async fn save_certificate(window: &Window<'_>, to: &Path) {
    at_step(window, "upload").await;
    window.save_as("#save-pem", "Save public.pem", to).await;
    window.read(".step-sheet", &file_name(to)).await;
}

/// Step 6: saved, uploaded by the administrator, and the Certificate ID read back. Returns it.
pub(crate) async fn upload(window: &Window<'_>, administrator: &Administrator) -> String {
    let file = window.desktop.folders.saved().join(format!("public-{}.pem", window.next()));
    save_certificate(window, &file).await;
    let script = "return [...document.querySelectorAll('.step-sheet dt')]
        .find(term => term.textContent === 'Application').nextElementSibling.innerText.split('\\n')[0].trim()";
    let application = window.run(script, vec![]).await;
    let id = administrator
        .map_certificate(&file, application.as_str().expect("the step names it"))
        .await;
    window.fill("#certificate-id", &id).await;
    window.click(".step-foot [data-act='continue']").await;
    at_step(window, "prove").await;
    id
}

/// Step 7: one request, and the card that tells who the token is for.
pub(crate) async fn prove(window: &Window<'_>) {
    at_step(window, "prove").await;
    window.click("#request-token").await;
    window.see("#who-am-i").await;
}

/// Step 8: the values are with the other system.
pub(crate) async fn hand_over(window: &Window<'_>) {
    window.click("[data-act='go-on']").await;
    at_step(window, "hand-over").await;
    window.see(".kit-field").await;
    window.click("[data-act='hand-over-done']").await;
    window.see("main[data-screen='setup-finished']").await;
}

/// Saves the private key from step 8 as plain PKCS#8.
pub(crate) async fn export_key(window: &Window<'_>, to: &Path) {
    window.click("#export-key").await;
    window
        .save_as("dialog[data-dialog='export-key'] [data-act='confirm']", "Save private.pem", to)
        .await;
    window.until_gone("dialog").await;
    window.read("[data-kit='private-key']", &file_name(to)).await;
}

/// Answers the missing keychain with key files under a passphrase.
pub(crate) async fn open_key_files(window: &Window<'_>, passphrase: &str) {
    window.click("#vault-callout [data-act='open-key-files']").await;
    window.fill("#files-passphrase", passphrase).await;
    window.fill("#files-again", passphrase).await;
    window.click("dialog [data-act='confirm']").await;
    window.until_gone("dialog").await;
}

/// Back to the board.
pub(crate) async fn to_board(window: &Window<'_>) {
    window.click("#rail-connections").await;
    window.see("main[data-screen^='connections'][aria-busy='false']").await;
}

/// Opens the connection in the board's row whose first cell has this name, by its next act.
pub(crate) async fn continue_with(window: &Window<'_>, name: &str) {
    to_board(window).await;
    let script = "const row = [...document.querySelectorAll('tr[data-connection]')]
            .find(row => row.querySelector('.cell-name').textContent === arguments[0]);
        return row?.dataset.connection ?? null";
    let id = window.run(script, vec![name.into()]).await;
    let id = id.as_str().unwrap_or_else(|| panic!("no connection {name} on the board"));
    window.click(&format!("tr[data-connection='{id}'] [data-act='next-act']")).await;
}

/// Starts the app again, and the practice account with it, and goes on with the connection.
pub(crate) async fn start_again<'d>(
    desktop: &'d Desktop,
    name: &str,
) -> (Window<'d>, Administrator) {
    let window = desktop.open().await;
    continue_with(&window, name).await;
    window.click("[data-act='start-practice']").await;
    let administrator = administrator(&window).await;
    (window, administrator)
}

fn file_name(path: &Path) -> String {
    path.file_name().and_then(|name| name.to_str()).expect("a file with a name").to_owned()
}

const ROLE_OR_AFTER: &str = "main[data-screen='setup-role'][aria-busy='false'], main[data-screen='setup-integration'][aria-busy='false']";
/// What the first practice connection is called.
pub(crate) const FIRST: &str = "Practice account";
/// The quickest key to make.
pub(crate) const QUICK_KEY: &str = "p-256 ES256";
