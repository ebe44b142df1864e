//! All connections at a glance.

pub(crate) mod view;
