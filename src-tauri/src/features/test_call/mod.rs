//! Test calls: one documented read with a fresh token, and what a refusal means.

pub(crate) mod commands;
pub(crate) mod token;
pub(crate) mod view;
