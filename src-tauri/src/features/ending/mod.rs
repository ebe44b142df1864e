//! The end of a connection.

pub(crate) mod commands;
pub(crate) mod view;
