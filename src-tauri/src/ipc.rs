//! What crosses to the window for several features, besides [`crate::Failure`]. No type here has room for a secret.
//! What a single feature shows is in its `view`.

pub(crate) mod access;
pub(crate) mod connection;
pub(crate) mod connection_status;
pub(crate) mod credential;
pub(crate) mod files;
pub(crate) mod hash_chain;
pub(crate) mod known_account;
pub(crate) mod notice;
pub(crate) mod practice;
pub(crate) mod rotation;
pub(crate) mod slots;
pub(crate) mod target;
pub(crate) mod test_call;
pub(crate) mod vault;
