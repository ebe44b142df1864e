//! NetSuite's certificates endpoint: list, upload, revoke.

pub(crate) mod commands;
pub(crate) mod endpoint;
pub(crate) mod view;
