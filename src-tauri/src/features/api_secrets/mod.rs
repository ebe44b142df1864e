//! The API secrets of banks.

pub(crate) mod commands;
pub(crate) mod view;
