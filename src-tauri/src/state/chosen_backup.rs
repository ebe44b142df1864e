//! The backup that was chosen to be restored, until it is or its page is left.

use std::path::PathBuf;
use std::sync::{MutexGuard, PoisonError};

use certdesk_core::backup::Archive;
use netsuite_keys::secret::Secret;

use crate::state::AppState;

/// A file that is a backup and, once it was opened, what is in it.
pub(crate) struct ChosenBackup {
    pub(crate) path: PathBuf,
    pub(crate) name: String,
    pub(crate) file: Secret,
    pub(crate) archive: Option<Archive>,
}

impl AppState {
    /// The chosen backup, if one is.
    pub(crate) fn chosen_backup(&self) -> MutexGuard<'_, Option<ChosenBackup>> {
        // It is only ever replaced as a whole.
        self.chosen_backup.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
