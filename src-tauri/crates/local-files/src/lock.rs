//! One process at a time.

use std::fs::{File, OpenOptions, TryLockError, create_dir_all};
use std::io;
use std::path::Path;

/// A lock on a file of its own. Dropping it, or the end of the process, however that comes about,
/// releases it. The file is empty and stays.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Lock {
    /// Waits until nobody else holds the lock. Creates the file and its folder where they don't
    /// exist yet.
    ///
    /// # Errors
    /// The system's own, where the file can't be created or locked.
    pub fn wait(path: &Path) -> io::Result<Self> {
        let file = open(path)?;
        file.lock()?;
        Ok(Self { file })
    }

    /// The same without waiting: `None` while somebody else holds the lock.
    ///
    /// # Errors
    /// As [`Lock::wait`].
    pub fn try_take(path: &Path) -> io::Result<Option<Self>> {
        let file = open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing alone does not release it where another thread starts a program at this moment:
        // on Unix that program holds the file open, too, until it runs.
        if let Err(error) = self.file.unlock() {
            debug_assert!(false, "a lock that is held can be released: {error}");
        }
    }
}

/// Windows locks only a handle that may read or write the file's data (LockFileEx); one that may
/// only append is refused.
fn open(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        create_dir_all(folder)?;
    }
    OpenOptions::new().create(true).truncate(false).write(true).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_held_once_and_is_free_after_it_was_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("not yet").join("lock");
        let held = Lock::wait(&path).unwrap();
        assert!(Lock::try_take(&path).unwrap().is_none());
        drop(held);
        assert!(Lock::try_take(&path).unwrap().is_some());
    }

    #[test]
    fn a_lock_in_a_folder_that_cannot_be_created_is_a_failure() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a file");
        std::fs::write(&file, "").unwrap();
        assert!(Lock::try_take(&file.join("lock")).is_err());
    }
}
