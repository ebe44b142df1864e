//! The app without its window, a module for each feature: its commands as the page calls them, and its program as a
//! terminal does.
//!
//! One program for all: each of its own would be linked with everything below it again.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[cfg(target_os = "linux")]
mod check;
mod command_line;
mod diagnosis;
mod doctor;
#[cfg(target_os = "linux")]
mod expiring;
mod go_to;
mod guides;
mod ipc;
#[path = "../domain/person/mod.rs"]
#[allow(dead_code, reason = "the domain and the judges use the rest")]
mod person;
mod practice;
#[cfg(target_os = "linux")]
mod reminders;
mod rotation;
mod sign_in;
mod tba_plan;
mod test_app;
mod test_call;
#[path = "../domain/token_in_text/mod.rs"]
mod token_in_text;
mod types;
