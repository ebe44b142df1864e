//! What a target asks for, and the sheet for the client.

pub(crate) mod commands;
pub(crate) mod view;
