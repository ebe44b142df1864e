//! The app itself: its status, and NetSuite in the browser.

pub(crate) mod commands;
pub(crate) mod view;
