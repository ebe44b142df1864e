//! The vault that stores private keys.

pub(crate) mod commands;
