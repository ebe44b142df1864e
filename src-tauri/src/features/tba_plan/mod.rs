//! The plan that moves an account's integrations off token-based authentication.

pub(crate) mod commands;
pub(crate) mod view;
