//! Replacing a certificate.

pub(crate) mod commands;
pub(crate) mod due;
mod host;
pub(crate) mod view;
