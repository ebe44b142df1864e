//! A private key goes into a secret store by the user's own command-line tool, and nowhere else. The tool is a stand-in
//! that notes what it is called with.

use crate::support::axe::passes;
use crate::support::desktop::{Desktop, built};
use crate::support::prepared;
use crate::support::traces::Traces;
use crate::support::walk;
use crate::support::wiretap;
use crate::whole_app::taint;
use serde_json::Value;
use std::fs;
use std::path::Path;

#[tokio::test]
async fn a_key_goes_into_a_secret_store_on_standard_input_and_is_nowhere_else() {
    // Beside the user's folders, which are searched for the key; below /tmp only where the whole tree is.
    let tools = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    // A copy could still be open for writing in a process that another test starts.
    fs::hard_link(built("stand-in-tool"), tools.path().join("vault")).expect("a stand-in");
    let mut desktop = Desktop::new();
    let path = format!("{}:{}", tools.path().display(), desktop.browser.path());
    desktop.set("PATH", &path);
    desktop.set("CERTDESK_LOG", "trace");
    desktop.set("VAULT_ADDR", "https://vault.northwind.example:8200");
    let window = desktop.open().await;
    let administrator = prepared::practice(&window).await;
    let connection = prepared::in_use(&window, &administrator, "Northwind Traders", false).await;
    wiretap::start(&window).await;

    prepared::open(&window, &connection.id).await;
    window.click("#secret-stores-link").await;
    window.read("main", "Anyone who can read this secret in HashiCorp Vault").await;
    window.click("#preview").await;
    window.see("#commands").await;
    let shown = window.read("main", "private_key=-").await;
    passes(&window, "the commands of a secret store").await;
    assert!(calls(tools.path()).iter().all(|call| call["read"].is_null()), "no key until agreed");
    window.click("#put").await;
    window.see("#stored").await;

    let calls = calls(tools.path());
    let given: Vec<&str> = calls.iter().filter_map(|call| call["read"].as_str()).collect();
    let [key] = given[..] else { panic!("given once: {calls:#?}") };
    let plain = desktop.folders.saved().join("given.pem");
    fs::write(&plain, key).expect("a file of the test");
    let traces = Traces::of_key(&plain);
    for call in &calls {
        for told in [&call["arguments"], &call["environment"]] {
            assert!(!traces.are_in(told.to_string().as_bytes()), "{told}");
        }
    }
    for argument in calls.iter().flat_map(|call| call["arguments"].as_array().expect("a list")) {
        assert!(shown.contains(argument.as_str().expect("a text")), "{argument} in {shown}");
    }
    prepared::open(&window, &connection.id).await;
    let evidence = taint::save_evidence(&window).await;
    assert!(evidence.contains("\"kind\":\"key-stored\""), "it says where the key is: {evidence}");
    taint::nowhere(&window, &traces, &[&plain, tools.path()]).await;
    walk::to_board(&window).await;
}

/// What the stand-in was called with, in order.
fn calls(tools: &Path) -> Vec<Value> {
    let files = fs::read_dir(tools.join("calls")).expect("it was called");
    let mut files: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    files.sort();
    let read = |file| fs::read_to_string(file).expect("a note of the stand-in");
    files.iter().map(|file| serde_json::from_str(&read(file)).expect("JSON")).collect()
}
