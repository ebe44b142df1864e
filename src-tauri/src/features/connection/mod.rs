//! One connection: make, read, change and remove it.

pub(crate) mod commands;
pub(crate) mod history;
pub(crate) mod identity;
