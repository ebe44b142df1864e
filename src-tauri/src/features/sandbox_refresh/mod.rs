//! A refreshed sandbox: every mapping of the account is gone.

pub(crate) mod commands;
pub(crate) mod view;
