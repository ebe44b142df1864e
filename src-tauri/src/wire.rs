//! What crosses to the window, besides [`crate::Failure`]. No type here has room for a secret.

pub(crate) mod access;
pub(crate) mod administrator;
pub(crate) mod api_secret;
pub(crate) mod board;
pub(crate) mod connection;
pub(crate) mod diagnosis;
pub(crate) mod doctor;
pub(crate) mod ending;
pub(crate) mod finder;
pub(crate) mod go_to;
pub(crate) mod kit;
pub(crate) mod license;
pub(crate) mod listing;
pub(crate) mod pair;
pub(crate) mod pro_record;
pub(crate) mod proof;
pub(crate) mod rotation;
pub(crate) mod status;
mod typescript;

pub use typescript::typescript;
