//! What an administrator is asked to do by hand.

pub(crate) mod commands;
pub(crate) mod view;
