//! Reminders before certificates expire, for the user's calendar.

pub(crate) mod commands;
