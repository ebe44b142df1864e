//! The types of this feature that cross to the window.

pub(crate) mod certificate;
pub(crate) mod key;
pub(crate) mod pair;
pub(crate) mod proof;
