//! Windows: WebView2, the console that a window program does not have, the registry.

use std::collections::HashMap;
use std::os::windows::io::AsRawHandle as _;
use std::os::windows::process::CommandExt as _;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use certdesk_core::Error;
use certdesk_core::error::VaultError;
use certdesk_core::vault::VaultPlace;
use keyring_core::{CredentialStore, Error as KeychainError};
use rfd::{MessageDialog, MessageLevel};
use windows_registry::{CLASSES_ROOT, CURRENT_USER};
use windows_version::OsVersion;
use winsafe::{AttachConsole, PidParent};

use super::{LinkHandler, NoWindow, TrustStore, common_keychain_error, same_file};
use crate::ipc::vault::VaultStatus;

/// What shows the window's pages.
pub(crate) const WEB_VIEW: &str = "Microsoft Edge WebView2";
/// Who verifies TLS certificates, when it is not Certdesk with [`trust_store`].
pub(crate) const VERIFIES_CERTIFICATES: Option<&str> = Some("Windows");
/// The search path is the same wherever a program is started from.
pub(crate) const TOOL_FOLDERS: &[&str] = &[];
/// What registers the app's links.
pub(crate) const LINKS: &str = "installer";

/// Tauri would end without a word where the runtime is missing.
pub(crate) fn window_can_open() -> Result<(), NoWindow> {
    tauri::webview_version().map(drop).map_err(|_| NoWindow::WebView)
}

/// Whoever started the app from the Start menu has no console to read.
pub(crate) fn show_message(text: &str) {
    MessageDialog::new()
        .set_level(MessageLevel::Error)
        .set_title("Certdesk")
        .set_description(text)
        .show();
}

/// A window program has no console, even when it was started from one: it takes part in that one.
/// Output that was redirected stays redirected.
pub(crate) fn attach_console() {
    if std::io::stdout().as_raw_handle().is_null() {
        // Without a console, as from the Start menu, nobody reads the output anyway.
        let _ = AttachConsole(PidParent::Parent);
    }
}

/// A console program started by a window program would open a console window.
///
/// Source: <https://learn.microsoft.com/en-us/windows/win32/procthread/process-creation-flags>
pub(crate) fn without_console(command: &mut Command) {
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

/// The system's name and build.
pub(crate) fn name() -> String {
    let version = OsVersion::current();
    // Windows 11 still calls itself 10; its builds begin here.
    let name = if version.major == 10 && version.build >= 22_000 { 11 } else { version.major };
    format!("Windows {name} (build {})", version.build)
}

/// Certificates are verified by Windows, which fetches roots when it needs them.
pub(crate) const fn trust_store() -> Option<TrustStore> {
    None
}

/// What the installer wrote, for this user or for all of them.
pub(crate) fn link_handler(scheme: &str) -> Result<LinkHandler, String> {
    let Ok(key) = CLASSES_ROOT.open(format!("{scheme}\\shell\\open\\command")) else {
        return Ok(LinkHandler::None);
    };
    let command = key.get_string("").map_err(|error| error.to_string())?;
    let program = program(&command);
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let is_this = same_file(Path::new(program), &this);
    Ok(if is_this { LinkHandler::This } else { LinkHandler::Other(program.to_owned()) })
}

/// Makes this program open the scheme's links for this user, as the installer does.
///
/// Source: <https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa767914(v=vs.85)>
pub(crate) fn register_links(scheme: &str) -> Result<(), String> {
    let this = std::env::current_exe().map_err(told)?;
    let class = CURRENT_USER.create(class_of(scheme)).map_err(told)?;
    class.set_string("", format!("URL:{scheme}")).map_err(told)?;
    class.set_string("URL Protocol", "").map_err(told)?;
    let command = class.create("shell\\open\\command").map_err(told)?;
    command.set_string("", format!("\"{}\" \"%1\"", this.display())).map_err(told)
}

/// Takes back what [`register_links`] wrote, and nothing that names another program.
pub(crate) fn unregister_links(scheme: &str) -> Result<(), String> {
    if links_are_registered_here(scheme) {
        CURRENT_USER.remove_tree(class_of(scheme)).map_err(told)?;
    }
    Ok(())
}

/// Whether this user's own choice for the scheme is this program.
pub(crate) fn links_are_registered_here(scheme: &str) -> bool {
    let command = CURRENT_USER.open(format!("{}\\shell\\open\\command", class_of(scheme)));
    let command = command.and_then(|key| key.get_string(""));
    match (command, std::env::current_exe()) {
        (Ok(command), Ok(this)) => same_file(Path::new(program(&command)), &this),
        _ => false,
    }
}

fn class_of(scheme: &str) -> String {
    format!("Software\\Classes\\{scheme}")
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// The program of `"C:\…\certdesk.exe" "%1"`.
pub(super) fn program(command: &str) -> &str {
    match command.trim().strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap_or(quoted),
        None => command.split_whitespace().next().unwrap_or(command),
    }
}

/// Which keychain this system has.
pub(crate) const KEYCHAIN: VaultPlace = VaultPlace::WindowsCredentialManager;

/// Connects to the keychain. May block, and may let the system prompt the user.
pub(crate) fn keychain() -> Result<Arc<CredentialStore>, KeychainError> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// The store's default, `Enterprise`, lets an entry roam with the profile of a domain user.
pub(crate) fn entry_modifiers() -> Option<HashMap<&'static str, &'static str>> {
    Some(HashMap::from([("persistence", "Local")]))
}

/// What an error of the keychain means for an entry.
pub(crate) fn keychain_error(error: &KeychainError) -> Error {
    common_keychain_error(error).unwrap_or(match error {
        KeychainError::NoStorageAccess(_) => Error::Vault(VaultError::Denied),
        _ => Error::Vault(VaultError::Unavailable),
    })
}

/// What an error of the keychain means for the keychain.
pub(crate) fn keychain_status(error: &KeychainError) -> VaultStatus {
    VaultStatus::Broken { detail: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_of_a_command_is_found_with_and_without_quotes() {
        let quoted = r#""C:\Program Files\Certdesk\certdesk.exe" "%1""#;
        assert_eq!(program(quoted), r"C:\Program Files\Certdesk\certdesk.exe");
        assert_eq!(program(r"C:\Tools\certdesk.exe %1"), r"C:\Tools\certdesk.exe");
    }
}
