//! Everything the commands work with, made once at the start.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use netsuite_m2m::connection::{Connection, ConnectionId};
use netsuite_m2m::netsuite::{NetSuite, Origin};
use netsuite_m2m::setup::Step;
use netsuite_m2m::store::Store;
use netsuite_m2m::{Error, Result};
use tokio::task::spawn_blocking;

use crate::commands::pair::ChosenPair;
use crate::failure::Failure;
use crate::practice::PracticeAccount;
use crate::searches::Searches;
use crate::vaults::Vaults;

/// The state behind the commands.
pub(crate) struct Desk {
    pub(crate) data: PathBuf,
    pub(crate) store: Store,
    pub(crate) vaults: Vaults,
    pub(crate) practice: PracticeAccount,
    pub(crate) searches: Searches,
    pub(crate) chosen_pair: Mutex<Option<ChosenPair>>,
    /// One native dialog at a time: on Linux they are not modal to the window.
    pub(crate) dialog: tokio::sync::Mutex<()>,
    /// Held while this process lives; the process that holds it may tidy up.
    first_process: Option<File>,
}

impl Desk {
    /// Opens the data folder. A folder that cannot be used shows in the first command that needs it.
    pub(crate) fn open(data: PathBuf) -> Self {
        Self {
            store: Store::new(data.join("connections")),
            vaults: Vaults::new(data.join("keys")),
            practice: PracticeAccount::new(data.join("practice-account.json")),
            searches: Searches::default(),
            chosen_pair: Mutex::new(None),
            dialog: tokio::sync::Mutex::new(()),
            first_process: lock_process(&data),
            data,
        }
    }

    /// Deletes keys that an earlier process stored and did not finish with. Needs a working vault.
    pub(crate) fn tidy_up(&self) {
        if self.first_process.is_none() {
            return;
        }
        let Ok(contents) = self.store.list() else {
            return;
        };
        for connection in contents.connections {
            if connection.pending_keys.is_empty() {
                continue;
            }
            let Ok(vault) = self.vaults.for_new_keys() else {
                return;
            };
            for name in connection.pending_keys {
                let tidied = vault.delete(&name).and_then(|()| {
                    self.store.update(&connection.id, |connection| {
                        connection.pending_keys.retain(|pending| *pending != name);
                        Ok(())
                    })
                });
                if let Err(error) = tidied {
                    tracing::warn!(%error, entry = %name, "an unfinished key could not be removed");
                }
            }
        }
    }

    /// The account a connection speaks to.
    pub(crate) async fn origin(&self, connection: &Connection) -> Result<Origin> {
        let account = connection.account.as_ref();
        let account = account.ok_or(Error::StepNotReady { step: Step::Account })?.id.clone();
        if connection.practice {
            let address = self.practice.address().await.ok_or(Error::PracticeNotRunning)?;
            let origin = Origin::practice(address, account);
            origin.ok_or(Error::Unexpected("the practice account is not on this computer"))
        } else {
            Ok(Origin::NetSuite(account))
        }
    }

    /// A client of the account a connection speaks to.
    pub(crate) async fn netsuite(&self, connection: &Connection) -> Result<NetSuite> {
        NetSuite::new(self.origin(connection).await?)
    }

    /// Changes one document, off the threads that serve the window.
    pub(crate) async fn update<T: Send + 'static>(
        &self,
        id: &ConnectionId,
        change: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<(Connection, T), Failure> {
        let (store, id) = (self.store.clone(), id.clone());
        blocking(move || store.update(&id, change)).await
    }

    /// Reads one document.
    pub(crate) async fn read(&self, id: &ConnectionId) -> Result<Connection, Failure> {
        let (store, id) = (self.store.clone(), id.clone());
        blocking(move || store.read(&id)).await
    }
}

/// Runs what may block, such as files, keychain and arithmetic, where it blocks nobody.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T, Failure> {
    match spawn_blocking(work).await {
        Ok(outcome) => Ok(outcome?),
        Err(_) => Err(Error::Unexpected("work on another thread ended early").into()),
    }
}

fn lock_process(data: &Path) -> Option<File> {
    std::fs::create_dir_all(data).ok()?;
    let file = File::options().create(true).append(true).open(data.join("process.lock")).ok()?;
    file.try_lock().ok()?;
    Some(file)
}
