//! A restore that ends before its end: by its user, by a killed process, by a disk that is full or cannot be written.
//! Whoever does it again has everything once.

use std::env;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use age::secrecy::ExposeSecret as _;

use super::*;

#[test]
fn a_restore_that_ends_at_any_point_is_gone_on_with_or_undone() {
    let (mac, connection) = mac();
    mac.connection("Blue Harbor");
    let archive = mac.collect(true);
    for killed_at in 0.. {
        let other = Laptop::new(VaultPlace::SecretService);
        let passed = Mutex::new(0);
        let kill = |_| {
            let mut passed = passed.lock().unwrap();
            *passed += 1;
            if *passed > killed_at { Err(Error::Cancelled) } else { Ok(()) }
        };
        if other.restore(&archive, &kill).is_ok() {
            assert!(killed_at >= 10, "every point was tried");
            break;
        }
        let undone = killed_at % 2 == 0;
        assert_eq!(unfinished(&other.restores).unwrap().unwrap().path, "a.age");
        if undone {
            other.with(|computer| discard(&other.restores, computer)).unwrap();
            let used = other.store.list().unwrap().connections.len();
            let banks = other.banks.list().unwrap().documents.len();
            assert_eq!(other.entries(), used + banks, "no secret is left that nothing refers to");
            assert!(unfinished(&other.restores).unwrap().is_none());
        }
        other.restore(&archive, &going).unwrap();
        assert_eq!(other.relations(&archive), [Relation::Same; 4]);
        assert_eq!(other.entries(), 3, "nothing is stored twice");
        assert_eq!(other.removed.list().unwrap().documents.len(), 0);
        let history = other.store.read(&connection.id).unwrap().history;
        assert_eq!(history.len(), connection.history.len() + 1);
    }
}

#[test]
fn a_process_that_is_killed_at_any_point_of_a_restore_loses_nothing_and_doubles_nothing() {
    let (mac, connection) = mac();
    let backup = mac.data.join("backup.age");
    let identity = x25519::Identity::generate();
    let protection = Protection::recipients(&identity.to_public().to_string()).unwrap();
    let archive = mac.collect(true);
    save(&archive, &protection, &backup).unwrap();
    for killed_at in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let ended = Command::new(env::current_exe().unwrap())
            .args(["--exact", PROCESS, "--ignored", "--nocapture"])
            .envs([(FOLDER, folder.path()), (BACKUP, &backup)])
            .env(KEY, identity.to_string().expose_secret())
            .env(KILLED_AT, killed_at.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        let other = Laptop::at(folder.path(), VaultPlace::SecretService);
        if ended.success() {
            assert!(killed_at >= 8, "every point was tried");
            assert_complete(&other, &archive, &connection);
            break;
        }
        assert_eq!(unfinished(&other.restores).unwrap().unwrap().path, "a.age");
        other.restore(&archive, &going).unwrap();
        assert_complete(&other, &archive, &connection);
    }
}

/// The process of the test above: it restores, and at one point nothing of it is left.
#[test]
#[ignore = "started by another test"]
fn process_that_restores() {
    let [folder, backup] = [FOLDER, BACKUP].map(|name| PathBuf::from(env::var_os(name).unwrap()));
    let killed_at: usize = env::var(KILLED_AT).unwrap().parse().unwrap();
    let key = Secret::new(env::var(KEY).unwrap().into_bytes());
    let archive = Archive::open(&fs::read(backup).unwrap(), &Opening::keys(&key).unwrap()).unwrap();
    let other = Laptop::at(&folder, VaultPlace::SecretService);
    let passed = AtomicUsize::new(0);
    let kill = |_| {
        if passed.fetch_add(1, Ordering::SeqCst) == killed_at {
            std::process::abort();
        }
        Ok(())
    };
    other.restore(&archive, &kill).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_disk_that_is_full_or_cannot_be_written_a_restore_stops_and_goes_on_when_it_can() {
    use test_support::SmallDisk;

    let (mac, connection) = mac();
    let archive = mac.collect(true);
    // On a full disk there is nothing left to be written after the last document; what cannot be written can't be tidied up.
    let full = (0..7).map(|stops_at| (true, stops_at));
    for (full, stops_at) in full.chain((0..=8).map(|stops_at| (false, stops_at))) {
        let folder = tempfile::tempdir().unwrap();
        let disk = SmallDisk::mount(&folder.path().join("data"), 256);
        let other = Laptop::at(folder.path(), VaultPlace::SecretService);
        let (passed, seal) = (AtomicUsize::new(0), Mutex::new(None));
        let spoil = |_| {
            if passed.fetch_add(1, Ordering::SeqCst) == stops_at {
                if full {
                    disk.fill();
                } else {
                    *seal.lock().unwrap() = Some(disk.seal());
                }
            }
            Ok(())
        };
        let stopped = other.restore(&archive, &spoil);
        assert!(matches!(stopped, Err(Error::File(_))), "{full} {stops_at}: {stopped:?}");
        if full {
            disk.free();
        }
        drop(seal);
        other.restore(&archive, &going).unwrap();
        assert_complete(&other, &archive, &connection);
    }
}

/// Everything is there, once, and nothing waits.
fn assert_complete(other: &Laptop, archive: &Archive, connection: &Connection) {
    assert!(other.relations(archive).iter().all(|relation| *relation == Relation::Same));
    assert_eq!(other.entries(), archive.secrets.len(), "nothing is stored twice");
    assert!(other.removed.list().unwrap().documents.is_empty());
    let history = other.store.read(&connection.id).unwrap().history;
    assert_eq!(history.len(), connection.history.len() + 1);
    assert!(unfinished(&other.restores).unwrap().is_none());
}

const PROCESS: &str = "backup::tests::interrupted::process_that_restores";
const FOLDER: &str = "CERTDESK_TEST_FOLDER";
const KEY: &str = "CERTDESK_TEST_KEY";
const BACKUP: &str = "CERTDESK_TEST_BACKUP";
const KILLED_AT: &str = "CERTDESK_TEST_KILLED_AT";
