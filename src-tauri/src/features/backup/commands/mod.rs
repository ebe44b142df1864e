//! Saving and restoring backups, and what was removed.

pub(crate) mod removed;
pub(crate) mod restore;
pub(crate) mod save;
