//! A leaked key: everything that it touches, and its revocation.

pub(crate) mod commands;
pub(crate) mod view;
