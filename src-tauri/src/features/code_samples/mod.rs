//! Programs with the values of a connection, to copy and to save.

pub(crate) mod commands;
pub(crate) mod view;
