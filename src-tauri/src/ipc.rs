//! What crosses to the window, besides [`crate::Failure`]. No type here has room for a secret.

pub(crate) mod access;
pub(crate) mod connection;
pub(crate) mod status;
