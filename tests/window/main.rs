//! End to end: the real binary, its real window, a real keychain, the practice account, and a person's hands.
//!
//! Every test has a desktop of its own (folders, display, session bus, Secret Service; see `test-support`), starts the
//! app through WebKitWebDriver, clicks and types as a person would, and answers native dialogs with xdotool.
//!
//! Linux only: elsewhere no driver reaches the window.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "../shell/expiring/mod.rs"]
mod expiring;
mod features;
mod support;
mod whole_app;
