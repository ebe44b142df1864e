//! One process, and one act of it, works on a rotation at a time.

use std::fs::{File, TryLockError};

use crate::connection::ConnectionId;
use crate::error::{Error, Result};
use crate::store::Store;

/// Held while a rotation is driven; ends with the process that holds it, however that ends.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes it, or fails with [`Error::RotationElsewhere`] at once. Blocks only for the disk.
    pub(super) fn take(store: &Store, id: &ConnectionId) -> Result<Self> {
        let file = store.rotation_lock(id)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::RotationElsewhere),
            Err(TryLockError::Error(source)) => {
                Err(Error::FileNotWritten { path: store.rotation_lock_path(id), source })
            }
        }
    }
}

/// Whether this or another process works on the connection's rotation at the moment.
#[must_use]
pub fn is_driven(store: &Store, id: &ConnectionId) -> bool {
    store.rotation_lock_path(id).exists()
        && matches!(Lock::take(store, id), Err(Error::RotationElsewhere))
}
