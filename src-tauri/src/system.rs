//! What differs by system in the shell. Each of the three files has the same items:
//!
//! - `KEYCHAIN`: which keychain this system has.
//! - `keychain`: connects to it. May block, and may let the system prompt the user.
//! - `entry_modifiers`: what an entry is created with so that it stays on this computer.
//! - `keychain_error`, `keychain_status`: what the keychain's own errors mean.
//!
//! Files, their rights and locks are the crate `local-files`.

#[cfg(all(unix, not(target_os = "macos")))]
#[path = "system/linux.rs"]
mod current;
#[cfg(target_os = "macos")]
#[path = "system/macos.rs"]
mod current;
#[cfg(windows)]
#[path = "system/windows.rs"]
mod current;

pub(crate) use current::{KEYCHAIN, entry_modifiers, keychain, keychain_error, keychain_status};
