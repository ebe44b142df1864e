//! What concerns several connections.

pub(crate) mod commands;
