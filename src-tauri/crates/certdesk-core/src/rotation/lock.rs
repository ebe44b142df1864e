//! One process, and one act of it, works on a rotation at a time.

use std::time::Duration;

use local_files::Lock;

use crate::connection::ConnectionId;
use crate::error::{Error, FileError, Result, RotationError};
use crate::store::Store;

/// Takes the lock that is held while a rotation is driven, or fails with
/// [`RotationError::Elsewhere`]. Whoever asks [`is_driven`] holds it for a moment, too, hence a few
/// attempts.
pub(super) fn take(store: &Store, id: &ConnectionId) -> Result<Lock> {
    for _ in 0..ATTEMPTS {
        if let Some(lock) = try_take(store, id)? {
            return Ok(lock);
        }
        std::thread::sleep(BETWEEN_ATTEMPTS);
    }
    Err(RotationError::Elsewhere.into())
}

/// Whether this or another process works on the connection's rotation at the moment.
#[must_use]
pub fn is_driven(store: &Store, id: &ConnectionId) -> bool {
    store.rotation_lock_path(id).exists() && matches!(try_take(store, id), Ok(None))
}

fn try_take(store: &Store, id: &ConnectionId) -> Result<Option<Lock>> {
    let path = store.rotation_lock_path(id);
    Lock::try_take(&path).map_err(|source| Error::File(FileError::NotWritten { path, source }))
}

const ATTEMPTS: u32 = 5;
const BETWEEN_ATTEMPTS: Duration = Duration::from_millis(20);
