//! Evidence for an auditor: what was recorded about a connection, as files.

pub(crate) mod commands;
