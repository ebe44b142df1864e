//! What survives a restart, and what a state file may not be.

use std::fs;
use std::path::{Path, PathBuf};

use netsuite_practice::{Options, Practice, StartError, StateFileError};
use serde_json::json;
use tempfile::TempDir;

use crate::site::{BASE, Pair, Site};

fn state_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("practice").join("account.json");
    (folder, file)
}

async fn start_error(file: &Path) -> StartError {
    let options = Options { state_file: Some(file.to_owned()), ..Options::default() };
    Practice::start(options).await.expect_err("the file is refused")
}

#[tokio::test]
async fn a_connection_goes_on_working_after_a_restart_on_another_port() {
    let (_folder, file) = state_file();
    let pair = Pair::p256();
    let first = Site::open_in(&file).await;
    let (record, id) = first.mapped(&pair).await;
    first.access_token(&record, &id, &pair).await;
    first.practice.stop().await;

    let kept = fs::read_to_string(&file).unwrap();
    assert!(!kept.contains("127.0.0.1"), "the address is kept nowhere: it changes");
    assert!(!kept.contains(&record.consumer_secret), "the secret is kept nowhere");

    let second = Site::open_in(&file).await;
    assert_eq!(second.practice.audit().len(), 1, "the audit trail is still there");
    second.access_token(&record, &id, &pair).await;
}

#[tokio::test]
async fn a_token_of_the_last_run_does_not_count() {
    let (_folder, file) = state_file();
    let pair = Pair::p256();
    let first = Site::open_in(&file).await;
    let (record, id) = first.mapped(&pair).await;
    let token = first.access_token(&record, &id, &pair).await;
    first.practice.stop().await;

    let second = Site::open_in(&file).await;
    let path = format!("{BASE}/clients/{}/certificates", record.consumer_key);
    let answer = second.http.get(second.url(&path)).bearer_auth(token).send().await.unwrap();
    assert_eq!(answer.status(), 401);
}

#[tokio::test]
async fn without_a_state_file_every_start_is_a_new_account() {
    let first = Site::open().await;
    first.mapped(&Pair::p256()).await;
    first.practice.stop().await;
    assert!(
        Site::open()
            .await
            .get("/app/common/integration/integrapplist.nl")
            .await
            .text
            .contains("No integration records yet")
    );
}

#[tokio::test]
async fn a_damaged_state_file_is_refused_and_left_as_it_is() {
    let (_folder, file) = state_file();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    for text in ["", "{", "[]", r#"{"schemaVersion":1}"#] {
        fs::write(&file, text).unwrap();
        let error = start_error(&file).await;
        assert!(matches!(error, StartError::StateFile(StateFileError::Damaged(_))), "{error:?}");
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
}

#[tokio::test]
async fn a_newer_state_file_is_refused_and_left_as_it_is() {
    let (_folder, file) = state_file();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let text = json!({ "schemaVersion": 99, "unheardOf": true }).to_string();
    fs::write(&file, &text).unwrap();
    let error = start_error(&file).await;
    assert!(
        matches!(error, StartError::StateFile(StateFileError::Newer { found: 99, .. })),
        "{error:?}"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}

#[tokio::test]
async fn a_change_that_cannot_be_kept_is_not_made() {
    let (_folder, file) = state_file();
    let site = Site::open_in(&file).await;
    site.record(crate::site::M2M).await;
    // A file in place of the folder: nothing can be written any more, not even by root.
    fs::remove_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file.parent().unwrap(), "").unwrap();

    let answer = site.post("/app/common/integration/integrapp.nl", &[("name", "Lost")]).await;
    assert_eq!(answer.status, 500);
    assert!(answer.text.contains("nothing was changed"));
    assert!(!site.get("/app/common/integration/integrapplist.nl").await.text.contains("Lost"));
}

#[tokio::test]
async fn stopping_frees_the_port_and_ends_open_connections() {
    let site = Site::open().await;
    site.get("/").await;
    let address = site.practice.address();
    site.practice.stop().await;
    let again =
        Practice::start(Options { port: address.port(), ..Options::default() }).await.unwrap();
    assert_eq!(again.address(), address);
}

#[tokio::test]
async fn dropping_the_handle_ends_the_server() {
    let site = Site::open().await;
    let url = site.url("/");
    let address = site.practice.address();
    drop(site.practice);
    // The server ends on its own time; a new one can have the port once it has.
    loop {
        match Practice::start(Options { port: address.port(), ..Options::default() }).await {
            Ok(next) => break next.stop().await,
            Err(StartError::Bind(_)) => tokio::task::yield_now().await,
            Err(other) => panic!("{other:?}"),
        }
    }
    assert!(site.http.get(url).send().await.is_err());
}

#[tokio::test]
async fn it_listens_on_the_loopback_address_only() {
    let site = Site::open().await;
    assert!(site.practice.address().ip().is_loopback());
    assert_eq!(
        site.practice.origin(),
        format!("http://127.0.0.1:{}", site.practice.address().port())
    );
    assert_eq!(site.practice.account_id(), "TSTDRV1000001");
}
