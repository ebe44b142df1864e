//! Replacing a certificate.

pub(crate) mod commands;
pub(crate) mod host;
pub(crate) mod view;
