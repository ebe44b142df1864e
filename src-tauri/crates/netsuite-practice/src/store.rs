//! Keeps the account in memory, and in a state file when one is given.
//!
//! A change is written (temporary file, fsync, rename) before anybody sees it. A damaged or newer file is
//! refused and left as it is.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use serde::Deserialize;
use thiserror::Error;

use crate::account::Account;

/// Why a state file could not be used.
#[derive(Debug, Error)]
pub enum StateFileError {
    /// It could not be read or written.
    #[error("the state file cannot be read or written")]
    Io(#[source] io::Error),
    /// It is no state file, or parts of it are gone.
    #[error("the state file is damaged")]
    Damaged(#[source] serde_json::Error),
    /// A later version wrote it.
    #[error("the state file has schema version {found}, newer than {known}")]
    Newer {
        /// The version in the file.
        found: u32,
        /// The newest version that can be read.
        known: u32,
    },
}

/// The account and where it is kept.
#[derive(Debug)]
pub(crate) struct AccountStore {
    current: RwLock<Arc<Account>>,
    /// Held while a change is made, so that there is one at a time.
    turn: Mutex<()>,
    file: Option<PathBuf>,
}

impl AccountStore {
    /// Reads the file, or starts a new account where there is none.
    pub(crate) fn open(file: Option<PathBuf>) -> Result<Self, StateFileError> {
        let account = match &file {
            Some(path) => read(path)?,
            None => None,
        };
        let account = account.unwrap_or_else(Account::new);
        Ok(Self { current: RwLock::new(Arc::new(account)), turn: Mutex::new(()), file })
    }

    /// The account as it is now.
    pub(crate) fn account(&self) -> Arc<Account> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the account: on disk first, then for everybody. Blocks; on failure nothing has changed.
    fn change_now<R>(&self, change: impl FnOnce(&mut Account) -> R) -> Result<R, StateFileError> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut draft = Account::clone(&self.account());
        let result = change(&mut draft);
        if let Some(path) = &self.file {
            write(path, &draft)?;
        }
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(draft);
        Ok(result)
    }

    /// [`AccountStore::change_now`] off the async threads. A change once begun is finished, whoever stops waiting.
    pub(crate) async fn change<R: Send + 'static>(
        self: &Arc<Self>,
        change: impl FnOnce(&mut Account) -> R + Send + 'static,
    ) -> Result<R, StateFileError> {
        let store = Arc::clone(self);
        match tokio::task::spawn_blocking(move || store.change_now(change)).await {
            Ok(result) => result,
            Err(stopped) => Err(StateFileError::Io(io::Error::other(stopped))),
        }
    }
}

fn read(path: &Path) -> Result<Option<Account>, StateFileError> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Version {
        schema_version: u32,
    }

    let text = match local_files::read(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StateFileError::Io(error)),
    };
    // The version first: a newer document need not have today's fields.
    let Version { schema_version: found } =
        serde_json::from_slice(&text).map_err(StateFileError::Damaged)?;
    if found > Account::SCHEMA_VERSION {
        return Err(StateFileError::Newer { found, known: Account::SCHEMA_VERSION });
    }
    serde_json::from_slice(&text).map(Some).map_err(StateFileError::Damaged)
}

fn write(path: &Path, account: &Account) -> Result<(), StateFileError> {
    let text =
        serde_json::to_vec_pretty(account).map_err(|error| StateFileError::Io(error.into()))?;
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(StateFileError::Io)?;
    }
    local_files::replace(path, &text).map_err(StateFileError::Io)
}
