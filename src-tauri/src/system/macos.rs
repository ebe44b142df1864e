//! macOS: the system verifies certificates, and Launch Services reads the links from the bundle.

use std::collections::HashMap;
use std::process::Command;
use std::sync::Arc;

use certdesk_core::Error;
use certdesk_core::error::VaultError;
use certdesk_core::vault::VaultPlace;
use keyring_core::{CredentialStore, Error as KeychainError};
use security_framework::base::Error as SecurityError;

use super::{LinkHandler, NoWindow, TrustStore, common_keychain_error};
use crate::ipc::vault::VaultStatus;

/// What shows the window's pages.
pub(crate) const WEB_VIEW: &str = "WebKit";
/// Who verifies TLS certificates, when it is not Certdesk with [`trust_store`].
pub(crate) const VERIFIES_CERTIFICATES: Option<&str> = Some("macOS");
/// Homebrew's on both kinds of processors, and the one of other installers. Finder starts programs with a
/// shorter search path than a terminal does.
///
/// Source: <https://docs.brew.sh/Installation>
pub(crate) const TOOL_FOLDERS: &[&str] = &["/opt/homebrew/bin", "/usr/local/bin"];
/// What registers the app's links.
pub(crate) const LINKS: &str = "app bundle";

/// A session without a window server cannot start the app at all.
pub(crate) const fn window_can_open() -> Result<(), NoWindow> {
    Ok(())
}

/// Only where a window program has no console.
pub(crate) const fn show_message(_: &str) {}

/// Only where a window program has no console.
pub(crate) const fn attach_console() {}

/// Only where a program opens a console of its own.
pub(crate) const fn without_console(_: &mut Command) {}

/// The system's name and version.
pub(crate) fn name() -> String {
    let version = Command::new("/usr/bin/sw_vers").arg("-productVersion").output();
    let version = version.ok().and_then(|output| String::from_utf8(output.stdout).ok());
    format!("macOS {}", version.unwrap_or_default().trim()).trim_end().to_owned()
}

/// Certificates are verified by Security.framework, which reads no list into this process.
pub(crate) const fn trust_store() -> Option<TrustStore> {
    None
}

/// Launch Services registers what the bundle declares when the bundle is first seen.
pub(crate) fn link_handler(scheme: &str) -> Result<LinkHandler, String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let declaration = this.parent().and_then(|folder| folder.parent());
    let declaration = declaration.map(|contents| contents.join("Info.plist"));
    let declared = declaration.and_then(|path| std::fs::read_to_string(path).ok());
    let declares =
        declared.is_some_and(|text| text.contains(&format!("<string>{scheme}</string>")));
    Ok(if declares { LinkHandler::This } else { LinkHandler::None })
}

/// Launch Services knows no program outside of a bundle.
pub(crate) fn register_links(_: &str) -> Result<(), String> {
    Err("macOS opens links only with an app bundle".to_owned())
}

/// Nothing was ever registered.
pub(crate) const fn unregister_links(_: &str) -> Result<(), String> {
    Ok(())
}

/// Nothing ever is.
pub(crate) const fn links_are_registered_here(_: &str) -> bool {
    false
}

/// Which keychain this system has.
pub(crate) const KEYCHAIN: VaultPlace = VaultPlace::MacosKeychain;

/// Connects to the keychain. May block, and may let the system prompt the user.
pub(crate) fn keychain() -> Result<Arc<CredentialStore>, KeychainError> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

/// The login keychain is a file of this computer, and iCloud doesn't carry it.
pub(crate) const fn entry_modifiers() -> Option<HashMap<&'static str, &'static str>> {
    None
}

/// What an error of the keychain means for an entry.
pub(crate) fn keychain_error(error: &KeychainError) -> Error {
    common_keychain_error(error).unwrap_or(Error::Vault(match (error, security_status(error)) {
        (KeychainError::NoStorageAccess(_), _) | (_, Some(USER_CANCELED | AUTH_FAILED)) => {
            VaultError::Denied
        }
        (_, Some(INTERACTION_NOT_ALLOWED)) => VaultError::Locked,
        _ => VaultError::Unavailable,
    }))
}

/// What an error of the keychain means for the keychain.
pub(crate) fn keychain_status(error: &KeychainError) -> VaultStatus {
    match (error, security_status(error)) {
        (KeychainError::NoStorageAccess(_), _)
        | (_, Some(USER_CANCELED | AUTH_FAILED | INTERACTION_NOT_ALLOWED)) => VaultStatus::Locked,
        _ => VaultStatus::Broken { detail: error.to_string() },
    }
}

/// The status of Security.framework where the store doesn't say what it means.
///
/// Source: <https://developer.apple.com/documentation/security/security-framework-result-codes>
fn security_status(error: &KeychainError) -> Option<i32> {
    match error {
        KeychainError::PlatformFailure(cause) => {
            cause.downcast_ref::<SecurityError>().map(|error| error.code())
        }
        _ => None,
    }
}

/// The user canceled the prompt.
const USER_CANCELED: i32 = -128;
/// The password was wrong.
const AUTH_FAILED: i32 = -25293;
/// The keychain is locked, and no prompt may be shown, as over SSH.
const INTERACTION_NOT_ALLOWED: i32 = -25308;
