//! Backups, files for colleagues, and connections that were removed.

pub(crate) mod commands;
pub(crate) mod view;
