//! Putting a private key into a secret store by the tool of the user.

pub(crate) mod commands;
pub(crate) mod view;
