//! A backup before `age` and `tar`: whoever has the key opens it without Certdesk, and Certdesk opens what `age` writes.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use certdesk_core::backup::{Archive, Chosen, Computer, Opening, Protection, collect, save};
use certdesk_core::connection::{Connection, Credential};
use certdesk_core::guides::api_secret::BankBook;
use certdesk_core::guides::pro_record::ProRecords;
use certdesk_core::guides::tba_plan::TbaPlans;
use certdesk_core::removed::RemovedConnections;
use certdesk_core::store::Store;
use certdesk_core::vault::{EntryName, KeyFiles, Vault, VaultPlace, keep};
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use netsuite_keys::secret::{Passphrase, Secret};
use serde_json::Value;
use time::macros::datetime;

use crate::programs::{agreed, ask};

#[test]
fn age_and_tar_open_a_backup_and_openssl_uses_the_key_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let public = age_key(&at("key.txt"));
    let file = at("backup.age");
    let name = backup(folder.path(), &public, &file);

    let tar = at("backup.tar");
    run("age", &["--decrypt", "-i", path(&at("key.txt")), "-o", path(&tar), path(&file)]);
    let opened = at("opened");
    fs::create_dir(&opened).unwrap();
    run("tar", &["-xf", path(&tar), "-C", path(&opened)]);
    let key = opened.join("keys").join(format!("{name}.pem"));
    let ours = run("openssl", &["pkey", "-pubout", "-in", path(&key)]);
    let document = only_file(&opened.join("connections"));
    let document: Value = serde_json::from_slice(&fs::read(document).unwrap()).unwrap();
    let certificate = document["connection"]["credentials"][0]["certificate"].as_str().unwrap();
    let public = at("public.pem");
    fs::write(&public, certificate).unwrap();
    let theirs = run("openssl", &["x509", "-noout", "-pubkey", "-in", path(&public)]);
    assert_eq!(ours, theirs, "the key is the one of the certificate beside it");

    // And back: encrypted anew by age, for another key.
    let other = age_key(&at("other.txt"));
    let again = at("again.age");
    run("age", &["--encrypt", "-r", &other, "-o", path(&again), path(&tar)]);
    let opening = Opening::keys(&Secret::new(fs::read(at("other.txt")).unwrap())).unwrap();
    let archive = Archive::open(&fs::read(&again).unwrap(), &opening).unwrap();
    assert_eq!((archive.items.len(), archive.keys()), (1, 1));
    archive.prove().unwrap();
}

/// One connection with its key, saved for the owner of an age key. Returns the name of the key.
fn backup(folder: &Path, recipient: &str, file: &Path) -> String {
    let now = datetime!(2026-11-21 12:00 UTC);
    let passphrase = Passphrase::entered("correct horse battery".to_owned());
    let vault = Arc::new(KeyFiles::open(&folder.join("keys"), passphrase).unwrap());
    let store = Store::new(folder.join("connections"));
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, now).unwrap();
    let (entry, place) = (EntryName::random(), VaultPlace::KeyFiles);
    keep(&*vault, &entry, &key).unwrap();
    let mut connection = Connection::new("Northwind Traders", false, now).unwrap();
    let made =
        Credential::new(entry.clone(), place, Algorithm::Es256, &certificate, Signature::Pss, now);
    connection.add_credential(made.unwrap());
    store.create(&connection).unwrap();
    let computer = Computer {
        store: &store,
        banks: &BankBook::new(folder.join("api-secrets")),
        pro_records: &ProRecords::new(folder.join("suiteprojects-pro")),
        tba_plans: &TbaPlans::new(folder.join("tba-plans")),
        removed: &RemovedConnections::new(folder.join("removed")),
        vault: &|_| Ok(Arc::clone(&vault) as Arc<dyn Vault>),
    };
    let collected = collect(&computer, &Chosen::Everything, true, "0.1.0", now).unwrap();
    save(&collected.archive, &Protection::recipients(recipient).unwrap(), file).unwrap();
    entry.to_string()
}

/// Lets `age-keygen` make a key, and returns its public half.
fn age_key(file: &Path) -> String {
    run("age-keygen", &["-o", path(file)]);
    run("age-keygen", &["-y", path(file)]).trim().to_owned()
}

/// What a program answers that must succeed.
fn run(program: &str, arguments: &[&str]) -> String {
    agreed(program, &ask(program, arguments))
}

fn only_file(folder: &Path) -> std::path::PathBuf {
    let mut files = fs::read_dir(folder).unwrap();
    let file = files.next().unwrap().unwrap().path();
    assert!(files.next().is_none());
    file
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}
