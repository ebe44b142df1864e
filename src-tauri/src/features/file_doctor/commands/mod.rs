//! The commands of this feature, by what they work on.

pub(crate) mod certificate_id_lookup;
pub(crate) mod files;
