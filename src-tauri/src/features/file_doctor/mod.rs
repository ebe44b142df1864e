//! The file doctor examines keys and certificates, and looks up which Certificate ID a key belongs to.

pub(crate) mod commands;
pub(crate) mod examined_files;
pub(crate) mod view;
