//! End to end: the real binary, its real window, a real keychain, the practice account, and a person's hands.
//!
//! Every test has a desktop of its own (folders, display, session bus, Secret Service; see `test-support`), starts the
//! app through WebKitWebDriver, clicks and types as a person would, and answers native dialogs with xdotool.
//!
//! Linux only: elsewhere no driver reaches the window.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

// The desk, and who sits at it.
mod administrator;
mod begun;
mod browser;
mod desk;
mod target;
mod traces;
mod walk;
#[allow(dead_code)] // The pictures need more of it.
mod window;
mod wiretap;

// What has to hold.
mod about;
mod accessibility;
mod administrator_page;
mod certificates;
mod diagnosis;
mod disks;
mod doctor;
mod ending;
mod first_token;
mod help;
mod keychains;
mod kits;
mod leak;
mod leaving;
mod pastes;
mod policy;
mod record;
mod refreshed;
mod rotation;
mod second_start;
mod secrets;
mod secrets_guide;
mod several;
mod shortcuts;
mod sign_in;
mod taint;
mod window_place;
