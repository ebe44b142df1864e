//! The types of this feature that cross to the window.

pub(crate) mod files;
pub(crate) mod id_lookup;
