//! A practice account with its ledger on the disk.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use certdesk_core::connection::ConnectionId;
use certdesk_core::rotation::{self, Plan, Reason};
use certdesk_core::store::Store;
use netsuite_practice::{Clock, Endpoint, Fault, Lasts, Misbehaviour, Options, Practice};
use serde::Deserialize;
use tempfile::TempDir;
use time::{Duration, OffsetDateTime};
use tokio::runtime::Runtime;

use crate::person::{Administrator, Record};
use crate::rotating::{self, PracticeDependencies};

/// A practice account and whoever administers it.
pub(crate) struct Site {
    runtime: Runtime,
    pub(crate) practice: Practice,
    clock: Clock,
    administrator: Administrator,
    folder: TempDir,
}

/// One connection there, in use and with a rotation planned.
pub(crate) struct Desk {
    pub(crate) record: Record,
    pub(crate) store: Store,
    pub(crate) store_folder: PathBuf,
    pub(crate) vault: PathBuf,
    pub(crate) id: ConnectionId,
    pub(crate) dependencies: PracticeDependencies,
}

/// One mapping, as the ledger has it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Mapping {
    pub(crate) certificate_id: String,
    pub(crate) thumbprint: String,
    integration: i64,
    revoked: bool,
}

impl Mapping {
    pub(crate) fn is_active(&self) -> bool {
        !self.revoked
    }
}

impl Site {
    pub(crate) fn open() -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        // A kill leaves what was written whether or not it has reached a disk: memory will do.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            tempfile::tempdir_in(memory).unwrap()
        } else {
            tempfile::tempdir().unwrap()
        };
        let clock = Clock::system();
        let state_file = Some(folder.path().join("account.json"));
        let options = Options { state_file, clock: clock.clone(), port: 0 };
        let practice = runtime.block_on(Practice::start(options)).unwrap();
        let administrator = Administrator::at(&practice.origin());
        Self { runtime, practice, clock, administrator, folder }
    }

    /// A connection in use, with a rotation planned.
    pub(crate) fn desk(&self) -> Desk {
        let record = self.runtime.block_on(rotating::record(&self.administrator, "Certdesk"));
        let folder = self.folder.path().join(&record.id);
        let (store_folder, vault) = (folder.join("connections"), folder.join("vault"));
        let store = Store::new(&store_folder);
        let (address, account) = (self.practice.address(), self.practice.account_id());
        let dependencies = PracticeDependencies::new(address, account, &vault);
        let (practice, person) = (&self.practice, &self.administrator);
        let in_use = rotating::in_use(practice, person, &record, &store, &dependencies);
        let id = self.runtime.block_on(in_use);
        let plan = Plan::for_connection(&store.read(&id).unwrap(), Reason::Renewal).unwrap();
        rotation::start(&store, &id, plan, OffsetDateTime::now_utc()).unwrap();
        Desk { record, store, store_folder, vault, id, dependencies }
    }

    /// A token of somebody who signs in by browser.
    pub(crate) fn sign_in(&self, desk: &Desk) -> String {
        let netsuite = desk.dependencies.client().unwrap();
        self.runtime.block_on(rotating::sign_in(&self.administrator, &desk.record, &netsuite))
    }

    /// Somebody revokes a certificate on the account's page.
    pub(crate) fn revokes_by_hand(&self, certificate_id: &str) {
        self.runtime.block_on(self.administrator.revokes_a_certificate(certificate_id));
    }

    pub(crate) fn misbehaves(&self, endpoint: Endpoint, misbehaviour: Misbehaviour, lasts: Lasts) {
        self.practice.faults().add(Fault { endpoint, misbehaviour, lasts }).unwrap();
    }

    pub(crate) fn waits(&self, time: Duration) {
        self.clock.advance(time);
    }

    /// Waits until everything that was sent has arrived and is processed, also what its sender gave up.
    pub(crate) fn settles(&self) {
        self.runtime.block_on(async {
            // By a connection of its own: those made before it are taken before it.
            let home = self.administrator.knocks().await;
            assert!(home.is_success(), "the practice account answers {home}");
            self.practice.settle().await;
        });
    }

    /// How often this came for the record.
    pub(crate) fn requests(&self, desk: &Desk, endpoint: Endpoint) -> usize {
        let certificates = format!("/clients/{}/certificates", desk.record.consumer_key);
        let here = |method: &str, path: &str| match endpoint {
            Endpoint::Token => path.ends_with("/token"),
            Endpoint::List => method == "GET" && path.ends_with(&certificates),
            Endpoint::Upload => method == "POST" && path.ends_with(&certificates),
            _ => method == "POST" && path.contains(&certificates) && path.ends_with("/revoke"),
        };
        self.practice.requests().iter().filter(|r| here(&r.method, &r.path)).count()
    }

    /// The Certificate IDs that tokens were issued for.
    pub(crate) fn tokens(&self) -> HashSet<String> {
        let granted = self.practice.audit().into_iter().filter(|entry| entry.granted);
        granted.filter_map(|entry| entry.certificate_id).collect()
    }

    /// The record's mappings now, oldest first.
    pub(crate) fn mappings(&self, desk: &Desk) -> Vec<Mapping> {
        #[derive(Deserialize)]
        struct Ledger {
            mappings: Vec<Mapping>,
        }
        let text = std::fs::read(self.folder.path().join("account.json")).unwrap();
        let mut ledger: Ledger = serde_json::from_slice(&text).unwrap();
        ledger.mappings.retain(|mapping| mapping.integration.to_string() == desk.record.id);
        ledger.mappings
    }
}
