//! A full disk and a folder that cannot be written: a sentence each, and nothing is lost.

use crate::support::desktop::Desktop;
use crate::support::walk::{self, FIRST, QUICK_KEY};
use test_support::{MemoryStick, SmallDisk};

#[tokio::test]
async fn on_a_full_disk_nothing_is_lost_and_the_walk_goes_on_when_there_is_room() {
    let desktop = Desktop::new();
    let disk = SmallDisk::mount(&desktop.data_folder(), 4096);
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::choose_target(&window, "other").await;
    walk::name_account(&window).await;

    walk::open_done_step(&window, "role").await;
    disk.fill();
    window.fill("#role-name", "Certdesk Practice Integration").await;
    window.fill("#entity-name", "Integration User").await;
    window.click("[data-act='continue']").await;
    window.read("[data-failure]", "The disk is full").await;
    assert_eq!(
        window.value("#role-name").await,
        "Certdesk Practice Integration",
        "what was typed stays"
    );
    disk.free();
    walk::note_role(&window).await;
    walk::note_integration(&window, &administrator).await;

    walk::at_step(&window, "key").await;
    disk.fill();
    walk::choose_key(&window, QUICK_KEY).await;
    window.click("[data-act='make-certificate']").await;
    window.read("[data-failure]", "The disk is full").await;
    assert_eq!(
        desktop.session.secrets(),
        0,
        "no key stays behind for a certificate that was not made"
    );
    window.kill();
    // Even the start has no room now; what was done before is still there.
    let window = desktop.open().await;
    window.read(".cell-name", FIRST).await;
    window.kill();
    disk.free();

    let (window, administrator) = walk::start_again(&desktop, FIRST).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;
    walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
    drop(window);
    drop(disk);
}

#[tokio::test]
async fn a_data_folder_that_cannot_be_written_is_told_and_nothing_is_lost() {
    let desktop = Desktop::new();
    let disk = SmallDisk::mount(&desktop.data_folder(), 4096);
    let window = desktop.open().await;
    walk::begin_practice(&window).await;
    walk::choose_target(&window, "other").await;
    walk::open_done_step(&window, "account").await;
    let sealed = disk.seal();
    window.click("[data-act='skip-check']").await;
    window.read("[data-failure]", "Certdesk can’t write to this folder").await;
    drop(sealed);
    walk::name_account(&window).await;
    drop(window);
    drop(disk);
}

#[tokio::test]
async fn a_certificate_is_not_saved_where_there_is_no_room_or_no_right_and_can_be_saved_elsewhere()
{
    let desktop = Desktop::new();
    let full = SmallDisk::mount(&desktop.folders.saved().join("full"), 64);
    full.fill();
    let sealed_disk = SmallDisk::mount(&desktop.folders.saved().join("sealed"), 64);
    let sealed = sealed_disk.seal();
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;
    for (folder, told) in
        [("full", "The disk is full"), ("sealed", "Certdesk can’t write to this folder")]
    {
        let path = desktop.folders.saved().join(folder).join("public.pem");
        window.save_as("#save-pem", "Save public.pem", &path).await;
        window.read("[data-failure]", told).await;
        assert!(!path.exists(), "no half a file stays in {folder}");
    }
    walk::save_certificate(&window, &desktop.folders.saved().join("public.pem")).await;
    drop(window);
    drop((sealed, sealed_disk, full));
}

#[tokio::test]
async fn a_private_key_is_not_saved_where_others_could_read_it_unless_it_is_encrypted() {
    let desktop = Desktop::new();
    let stick = desktop.folders.saved().join("stick");
    let volume = MemoryStick::mount(&stick, &desktop.folders.saved().join("stick.img"));
    let window = desktop.open().await;
    let administrator = walk::begin_practice(&window).await;
    walk::up_to_key(&window, "other", &administrator).await;
    walk::make_certificate(&window, Some(QUICK_KEY)).await;
    walk::upload(&window, &administrator).await;
    walk::prove(&window).await;
    window.click("[data-act='go-on']").await;

    let path = stick.join("private.pem");
    window.click("#export-key").await;
    window
        .save_as("dialog[data-dialog='export-key'] [data-act='confirm']", "Save private.pem", &path)
        .await;
    window.read("dialog [data-failure]", "Others could read this file").await;
    assert!(!path.exists(), "nothing of the key stays on the volume");

    window.click("#form-passphrase").await;
    window.fill("#export-passphrase", "a walk along the quay").await;
    window.fill("#export-again", "a walk along the quay").await;
    window
        .save_as("dialog[data-dialog='export-key'] [data-act='confirm']", "Save private.pem", &path)
        .await;
    window.until_gone("dialog[data-dialog='export-key']").await;
    let saved = std::fs::read_to_string(&path).expect("an encrypted key may lie there");
    assert!(saved.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"), "{}", saved.len());
    drop(window);
    drop(volume);
}
