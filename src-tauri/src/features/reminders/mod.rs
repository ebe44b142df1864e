//! Reminders at login: whether they are on, and what the last look found.

pub(crate) mod commands;
pub(crate) mod view;
