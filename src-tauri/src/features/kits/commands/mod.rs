//! The commands of this feature, by what they work on.

pub(crate) mod kit;
pub(crate) mod sheet;
