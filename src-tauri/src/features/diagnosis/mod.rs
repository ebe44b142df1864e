//! Why something failed.

pub(crate) mod commands;
pub(crate) mod view;
