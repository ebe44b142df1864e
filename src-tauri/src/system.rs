//! What differs by operating system: the keychain, the window's needs, the console, the folders of tools, the trust store,
//! the program that opens `certdesk://` links, and reminders. Nothing else in this crate asks for the system.
//! Files, their rights and locks are the crate `local-files`.

pub(crate) mod reminders;

use std::path::{Path, PathBuf};

use certdesk_core::Error;
use certdesk_core::error::{KeysError, VaultError};
use keyring_core::Error as KeychainError;

#[cfg_attr(all(unix, not(target_os = "macos")), path = "system/linux.rs")]
#[cfg_attr(target_os = "macos", path = "system/macos.rs")]
#[cfg_attr(windows, path = "system/windows.rs")]
mod platform;

pub(crate) use platform::{
    KEYCHAIN, LINKS, TOOL_FOLDERS, VERIFIES_CERTIFICATES, WEB_VIEW, attach_console,
    entry_modifiers, keychain, keychain_error, keychain_status, link_handler,
    links_are_registered_here, name, register_links, show_message, trust_store, unregister_links,
    window_can_open, without_console,
};

/// What is missing for a window.
#[allow(dead_code, reason = "each system can lack one of them")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoWindow {
    /// No display answers.
    Display,
    /// The WebView2 Runtime is not installed.
    WebView,
}

/// Who opens the links of a scheme.
#[allow(dead_code, reason = "macOS names no other program")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LinkHandler {
    /// This program.
    This,
    /// Another one, or another copy of this one.
    Other(String),
    /// Nobody.
    None,
}

/// Whether this program came from a package, which registers the links itself. A bundle's program
/// says so; one that `cargo` built does not. On macOS every program counts as packaged.
pub(crate) fn is_packaged() -> bool {
    tauri::utils::platform::bundle_type().is_some()
}

/// The root certificates of a system that leaves verifying to the program.
#[allow(dead_code, reason = "Windows and macOS verify themselves")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TrustStore {
    /// How many were read.
    pub(crate) roots: usize,
    /// Where they were read from.
    pub(crate) sources: Vec<PathBuf>,
    /// Whether an environment variable names the places.
    pub(crate) chosen: bool,
    /// What could not be read.
    pub(crate) errors: Vec<String>,
}

/// Whether two paths name the same file, as far as that can be found out.
#[allow(dead_code, reason = "macOS compares no programs")]
fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// What the errors of every system's store mean.
fn common_keychain_error(error: &KeychainError) -> Option<Error> {
    match error {
        KeychainError::NoEntry => Some(Error::Vault(VaultError::KeyMissing)),
        KeychainError::TooLong(_, limit) => {
            Some(Error::Vault(VaultError::EntryTooLong { limit: u64::from(*limit) }))
        }
        KeychainError::BadDataFormat(..) | KeychainError::BadEncoding(_) => {
            Some(Error::Keys(KeysError::KeyNotReadable))
        }
        _ => None,
    }
}
