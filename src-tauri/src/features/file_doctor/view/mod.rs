//! The types of this feature that cross to the window.

pub(crate) mod certificate_id_lookup;
pub(crate) mod files;
