//! What a target asks for, and the client handout.

pub(crate) mod commands;
pub(crate) mod view;
