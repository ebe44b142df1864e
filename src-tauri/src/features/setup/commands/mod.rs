//! The commands of this feature, by what they work on.

pub(crate) mod account;
pub(crate) mod certificate;
pub(crate) mod key;
pub(crate) mod pair;
pub(crate) mod token;
