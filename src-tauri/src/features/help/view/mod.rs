//! The types of this feature that cross to the window.

pub(crate) mod about;
pub(crate) mod license;
pub(crate) mod places;
