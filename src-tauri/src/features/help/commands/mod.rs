//! The commands of this feature, by what they work on.

pub(crate) mod about;
pub(crate) mod licenses;
pub(crate) mod places;
