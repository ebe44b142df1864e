//! A backup in the window: everything of one computer is saved, restored on another, and goes on there.

use crate::features::rotation;
use crate::support::axe::passes;
use crate::support::desktop::Desktop;
use crate::support::prepared;
use crate::support::traces::Traces;
use crate::support::walk;
use crate::support::window::Window;
use crate::support::wiretap;
use crate::whole_app::taint::nowhere;
use std::fs;
use std::path::Path;

#[tokio::test]
async fn what_one_computer_saved_another_restores_and_rotates() {
    let (one, two) = (Desktop::new(), Desktop::new());
    let file = one.folders.saved().join("everything.age");
    let window = one.open().await;
    let administrator = prepared::practice(&window).await;
    let old = prepared::in_use(&window, &administrator, "Kestrel Logistics", true).await;
    window.go("#/backup").await;
    save(&window, &file).await;
    window.read("#saved", "tested 1 private key").await;
    passes(&window, "a saved backup").await;
    window.kill();

    // NetSuite is one and the same, whoever asks it.
    fs::create_dir_all(two.data_folder()).expect("a folder of the test");
    let practice = "practice-account.json";
    fs::copy(one.data_folder().join(practice), two.data_folder().join(practice))
        .expect("the first computer wrote it");
    let window = two.open().await;
    prepared::practice(&window).await;
    restore(&window, &file).await;
    assert_eq!(two.session.secrets(), 1, "its key is in this keychain");
    passes(&window, "a restored backup").await;

    prepared::open(&window, &old.id).await;
    rotation::start(&window).await;
    window.see("[data-sheet='hand-over'] .kit-field").await;
    let target = rotation::hand_over(&window, &old).await;
    target.fetch_token().await.expect("the new key works");
    rotation::switch(&window).await;
    rotation::revoke(&window, &old).await;
    window.read("#ended", "uses the new certificate").await;
    // What is in the file is older now, and nothing is set back without a word.
    window.go("#/backup").await;
    open(&window, &file).await;
    window.read("[data-item]", "The one here is newer").await;
    assert!(!window.has("[data-take]:checked").await);
}

#[tokio::test]
async fn a_damaged_connection_is_restored_from_the_backup_that_the_board_leads_to() {
    let desktop = Desktop::new();
    let file = desktop.folders.saved().join("everything.age");
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let connection = prepared::in_use(&window, &administrator, "Kestrel Logistics", true).await;
    window.go("#/backup").await;
    save(&window, &file).await;
    window.kill();

    // As a disk that was full leaves it: half of it.
    let connections = desktop.data_folder().join("connections");
    let document = connections.join(format!("{}.connection.json", connection.id));
    let whole = fs::read(&document).expect("the document of the connection");
    let half = &whole[..whole.len() / 2];
    fs::write(&document, half).expect("a file of the test");
    let window = desktop.open().await;
    prepared::practice(&window).await;
    window.read("main", "Certdesk can’t open 1 connection").await;
    window.click("#restore-unreadable").await;
    open(&window, &file).await;
    window.read("[data-item]", "The damaged file stays beside it").await;
    passes(&window, "a backup beside a damaged connection").await;
    window.click("#restore").await;
    window.read("#restored", "Every private key was tested").await;
    let aside = connections.join(format!("{}.connection.json.damaged", connection.id));
    assert_eq!(fs::read(aside).expect("it stays"), half);
    prepared::open(&window, &connection.id).await;
    window.click("[data-act='test']").await;
    window.see("#test-result #who-am-i").await;
    walk::to_board(&window).await;
    assert!(!window.has("#restore-unreadable").await);
}

#[tokio::test]
async fn a_key_that_is_saved_and_restored_is_nowhere_but_in_the_file_and_the_keychain() {
    let (mut one, mut two) = (Desktop::new(), Desktop::new());
    for desktop in [&mut one, &mut two] {
        desktop.set("CERTDESK_LOG", "trace");
    }
    let (key, certificate) = super::file_doctor::pair(&one.folders.saved(), "kestrel");
    let traces = Traces::of_key(&key);
    let file = one.folders.saved().join("everything.age");
    let window = one.open().await;
    wiretap::start(&window).await;
    super::file_doctor::choose(&window, &key).await;
    super::file_doctor::choose(&window, &certificate).await;
    window.click("[data-act='bring-pair']").await;
    window.fill("#bring-name", "Kestrel Logistics").await;
    window.click("[data-act='import']").await;
    walk::at_step(&window, "target").await;
    window.go("#/backup").await;
    save(&window, &file).await;
    window.read("#saved", "tested 1 private key").await;
    nowhere(&window, &traces, &[&key]).await;
    window.kill();

    let copy = two.folders.saved().join("kestrel.key");
    fs::copy(&key, &copy).expect("a file of the test");
    let window = two.open().await;
    wiretap::start(&window).await;
    restore(&window, &file).await;
    assert_eq!(two.session.secrets(), 1, "it is in the keychain");
    nowhere(&window, &traces, &[&key, &copy]).await;
}

async fn save(window: &Window<'_>, file: &Path) {
    for field in ["#backup-passphrase", "#backup-repeat"] {
        window.fill(field, PASSPHRASE).await;
    }
    window.save_as("#save-backup", "Save backup", file).await;
    window.see("#saved").await;
}

async fn open(window: &Window<'_>, file: &Path) {
    window.open_file("#choose-backup", "Choose backup", file).await;
    window.fill("#file-passphrase", PASSPHRASE).await;
    window.click("#open-backup").await;
    window.see("#contents").await;
}

async fn restore(window: &Window<'_>, file: &Path) {
    window.go("#/backup").await;
    open(window, file).await;
    window.read("[data-item]", "Not here yet").await;
    window.click("#restore").await;
    window.read("#restored", "Every private key was tested").await;
}

const PASSPHRASE: &str = "correct horse battery staple";
