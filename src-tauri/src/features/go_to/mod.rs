//! Finding a connection by an ID, an audit code or an error.

pub(crate) mod commands;
pub(crate) mod view;
