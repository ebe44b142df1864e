//! A desktop that exists for one test: folders of its own, a display, a session bus, a Secret Service, notifications.
//!
//! Nothing here knows Certdesk. Programs are the real ones (Xvfb, dbus-daemon, gnome-keyring, dunst); where one is missing, the
//! panic names the Debian package that brings it, because a test that silently goes without proves nothing.
//!
//! Linux only: elsewhere the crate is empty.

#![cfg(target_os = "linux")]
// Tests say what they expect; a broken expectation is the failure.
#![allow(clippy::expect_used)]

mod display;
mod folders;
mod keychain;
mod notifications;
mod process;
mod small_disk;

pub use display::Display;
pub use folders::Folders;
pub use keychain::{KEYCHAIN_PASSWORD, Keychain, Session};
pub use notifications::Notifications;
pub use process::{Running, descendants};
pub use small_disk::{MemoryStick, Seal, SmallDisk};

use std::time::{Duration, Instant};

/// How long anything that runs on this computer may take before a test gives up on it.
///
/// Generous, because it only bounds failures: every wait ends with the event it waits for.
pub const PATIENCE: Duration = Duration::from_secs(90);

/// Asks again until there is an answer; panics with `what` when [`PATIENCE`] is over.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < deadline, "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
