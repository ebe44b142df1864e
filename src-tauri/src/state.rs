//! Everything the commands work with, made once at the start.

pub(crate) mod access;
pub(crate) mod api_secret_values;
pub(crate) mod browser_sessions;
pub(crate) mod chosen_backup;
pub(crate) mod chosen_pair;
pub(crate) mod first_read;
pub(crate) mod key_generation;
pub(crate) mod notices;
pub(crate) mod practice_server;
pub(crate) mod recent_failures;
pub(crate) mod removed_guides;
pub(crate) mod stored_secrets;
pub(crate) mod vaults;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use certdesk_core::backup::Restores;
use certdesk_core::connection::{Connection, ConnectionId, VaultEntry};
use certdesk_core::error::ConnectionError;
use certdesk_core::guides::api_secret::{BankBook, BankSecretsId};
use certdesk_core::guides::pro_record::ProRecords;
use certdesk_core::guides::tba_plan::TbaPlans;
use certdesk_core::removed::RemovedConnections;
use certdesk_core::setup::Step;
use certdesk_core::store::{Contents, Store};
use certdesk_core::vault::{EntryName, KeyFiles};
use certdesk_core::{Error, Result};
use local_files::Lock;
use netsuite_client::{NetSuite, Origin};
use netsuite_keys::certificate::Certificate;
use tauri::{AppHandle, Manager as _, Runtime, State};
use time::OffsetDateTime;
use tokio::task::spawn_blocking;

use crate::state::api_secret_values::ApiSecretValues;
use crate::state::browser_sessions::BrowserSessions;
use crate::state::chosen_backup::ChosenBackup;
use crate::state::chosen_pair::ChosenPair;
use crate::state::first_read::FirstRead;
use crate::state::key_generation::KeyGeneration;
use crate::state::notices::Notices;
use crate::state::practice_server::PracticeAccount;
use crate::state::recent_failures::RecentFailures;
use crate::state::removed_guides::RemovedGuides;
use crate::state::vaults::Vaults;

/// The state behind the commands.
pub(crate) struct AppState {
    pub(crate) data: PathBuf,
    pub(crate) store: Store,
    pub(crate) pro_records: ProRecords,
    pub(crate) banks: BankBook,
    pub(crate) tba_plans: TbaPlans,
    pub(crate) removed: RemovedConnections,
    pub(crate) restores: Restores,
    chosen_backup: Mutex<Option<ChosenBackup>>,
    removed_guides: Mutex<RemovedGuides>,
    pub(crate) api_secret_values: ApiSecretValues,
    pub(crate) vaults: Arc<Vaults>,
    pub(crate) practice: PracticeAccount,
    pub(crate) key_generation: KeyGeneration,
    pub(crate) browser_sessions: BrowserSessions,
    pub(crate) notices: Notices,
    pub(crate) recent_failures: RecentFailures,
    pub(crate) chosen_pair: Mutex<Option<ChosenPair>>,
    /// A vendor's certificate that was chosen for a connection and not sent yet.
    pub(crate) vendor_certificate: Mutex<Option<(ConnectionId, Certificate)>>,
    /// The one of a message for the administrator: for which connection, and its file's name.
    pub(crate) vendor_request: Mutex<Option<(ConnectionId, String, Certificate)>>,
    /// The calendar file that was saved last, for the one who opens it.
    pub(crate) saved_calendar: Mutex<Option<PathBuf>>,
    /// One native dialog at a time: on Linux they are not modal to the window.
    pub(crate) dialog: tokio::sync::Mutex<()>,
    /// Held while this process lives; the process that holds it may tidy up.
    first_process: Option<Lock>,
    /// The connections as the first look found them.
    first_read: OnceLock<FirstRead>,
    /// What earlier processes left of values of API secrets, as the first look found it.
    unfinished_values: OnceLock<Vec<(BankSecretsId, EntryName)>>,
}

impl AppState {
    /// Opens the data folder. A folder that cannot be used shows in the first command that needs it.
    pub(crate) fn open(data: PathBuf, keys: PathBuf) -> Self {
        Self {
            store: Store::new(data.join("connections")),
            banks: BankBook::new(data.join("api-secrets")),
            removed: RemovedConnections::new(data.join("removed")),
            restores: Restores::new(data.join("restores")),
            chosen_backup: Mutex::default(),
            removed_guides: Mutex::default(),
            api_secret_values: ApiSecretValues::default(),
            pro_records: ProRecords::new(data.join("suiteprojects-pro")),
            tba_plans: TbaPlans::new(data.join("tba-plans")),
            vaults: Arc::new(Vaults::new(key_folder(&data.join("keys"), keys))),
            practice: PracticeAccount::new(data.join("practice-account.json")),
            key_generation: KeyGeneration::default(),
            browser_sessions: BrowserSessions::default(),
            notices: Notices::default(),
            recent_failures: RecentFailures::default(),
            chosen_pair: Mutex::new(None),
            vendor_request: Mutex::default(),
            vendor_certificate: Mutex::new(None),
            saved_calendar: Mutex::default(),
            dialog: tokio::sync::Mutex::new(()),
            first_process: Lock::try_take(&data.join("process.lock")).ok().flatten(),
            first_read: OnceLock::new(),
            unfinished_values: OnceLock::new(),
            data,
        }
    }

    /// The vault entries that earlier processes did not finish with. Looked for once, before this
    /// process has any of its own under way.
    pub(crate) fn unfinished(&self) -> &[(ConnectionId, EntryName)] {
        self.first_read().unfinished()
    }

    /// All connections, and the documents that cannot be read. Blocks for the disk.
    pub(crate) fn contents(&self) -> Result<Contents> {
        self.first_read().take().map_or_else(|| self.store.list(), Ok)
    }

    pub(crate) fn first_read(&self) -> &FirstRead {
        self.first_read.get_or_init(|| FirstRead::of(&self.store))
    }

    /// The same, of values of API secrets.
    pub(crate) fn unfinished_values(&self) -> &[(BankSecretsId, EntryName)] {
        self.unfinished_values.get_or_init(|| {
            let banks = self.banks.list().map(|found| found.documents).unwrap_or_default();
            let pending = banks.into_iter().flat_map(|bank| {
                bank.pending_entries.into_iter().map(move |name| (bank.id.clone(), name))
            });
            pending.collect()
        })
    }

    /// Deletes them. Needs a working vault.
    pub(crate) fn tidy_up(&self) {
        if self.first_process.is_none() {
            return;
        }
        for (id, name) in self.unfinished() {
            let read = self.store.read(id);
            if !read.is_ok_and(|connection| connection.pending_keys.contains(name)) {
                continue;
            }
            let Ok(vault) = self.vaults.for_new_keys() else {
                return;
            };
            let tidied = vault.delete(name).and_then(|()| {
                self.store.update(id, |connection| {
                    connection.entry_is_gone(name);
                    Ok(())
                })
            });
            if let Err(error) = tidied {
                tracing::warn!(%error, entry = %name, "an unfinished entry could not be removed");
            }
        }
        self.delete_outdated();
        for (id, name) in self.unfinished_values() {
            let Ok(vault) = self.vaults.for_new_keys() else {
                return;
            };
            let read = self.banks.read(id.as_str());
            if read.is_ok_and(|bank| bank.pending_entries.contains(name)) {
                let kept = VaultEntry { entry: name.clone(), place: vault.place() };
                api_secret_values::delete_entries(&self.vaults, &self.banks, id, Some(kept));
            }
        }
    }

    /// Deletes keys and connections that were retired or removed long enough ago. One whose keychain doesn't open stays until
    /// the next start.
    fn delete_outdated(&self) {
        if let Err(error) = self.retire_keys() {
            tracing::warn!(%error, "keys that nothing needs could not be deleted yet");
        }
        let outdated = self.removed.outdated(OffsetDateTime::now_utc()).unwrap_or_default();
        for id in outdated {
            if let Err(error) = self.delete_removed(&id) {
                tracing::warn!(%error, "a connection that was removed could not be deleted yet");
            }
        }
    }

    /// The account a connection speaks to.
    pub(crate) async fn origin(&self, connection: &Connection) -> Result<Origin> {
        let account = connection.account.as_ref();
        let account = account
            .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Account }))?
            .id
            .clone();
        if connection.practice {
            let address =
                self.practice.address().await.ok_or(ConnectionError::PracticeNotRunning)?;
            let origin = Origin::practice(address, account);
            origin.ok_or(Error::Unexpected("the practice account is not on this computer"))
        } else {
            Ok(Origin::NetSuite(account))
        }
    }

    /// A client of the account a connection speaks to.
    pub(crate) async fn netsuite(&self, connection: &Connection) -> Result<NetSuite> {
        certdesk_core::netsuite::client(self.origin(connection).await?)
    }

    /// Changes one document, off the threads that serve the window.
    pub(crate) async fn update<T: Send + 'static>(
        &self,
        id: &ConnectionId,
        change: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<(Connection, T)> {
        let (store, id) = (self.store.clone(), id.clone());
        blocking(move || store.update(&id, change)).await
    }

    /// All connections.
    pub(crate) async fn connections(&self) -> Result<Vec<Connection>> {
        let store = self.store.clone();
        Ok(blocking(move || store.list()).await?.connections)
    }

    /// Reads one document.
    pub(crate) async fn read(&self, id: &ConnectionId) -> Result<Connection> {
        let (store, id) = (self.store.clone(), id.clone());
        blocking(move || store.read(&id)).await
    }
}

/// Where key files are: `wanted`, once those of an earlier version have been moved there.
fn key_folder(earlier: &Path, wanted: PathBuf) -> PathBuf {
    match KeyFiles::move_to(&wanted, earlier) {
        Ok(()) => wanted,
        Err(error) => {
            tracing::warn!(%error, "the key files stay where they were until the next start");
            earlier.to_owned()
        }
    }
}

/// The state that the app manages.
pub(crate) fn state_of<R: Runtime>(app: &AppHandle<R>) -> State<'_, AppState> {
    app.state::<AppState>()
}

/// Runs what may block, such as files, keychain and arithmetic, where it blocks nobody.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T> + Send + 'static,
) -> Result<T> {
    let outcome = spawn_blocking(work).await;
    outcome.map_err(|_| Error::Unexpected("work on another thread ended early"))?
}
