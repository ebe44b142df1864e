//! What this Certdesk is, which licenses it contains, and where its files are.

pub(crate) mod commands;
pub(crate) mod licenses;
pub(crate) mod view;
