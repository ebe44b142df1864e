//! The set-up of a connection: account, key, certificate, token.

pub(crate) mod commands;
pub(crate) mod view;
