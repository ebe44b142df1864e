//! All connections at a glance.

pub(crate) mod commands;
pub(crate) mod view;
