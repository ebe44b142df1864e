//! The commands of this feature, by what they work on.

pub(crate) mod files;
pub(crate) mod id_lookup;
