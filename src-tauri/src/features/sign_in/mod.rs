//! Signing in by browser.

pub(crate) mod commands;
