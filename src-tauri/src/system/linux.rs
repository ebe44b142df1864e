//! Linux: GTK, the trust store's files, desktop entries.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use certdesk_core::Error;
use certdesk_core::error::VaultError;
use certdesk_core::vault::VaultPlace;
use gtk::gio::prelude::AppInfoExt as _;
use gtk::gio::{AppInfo, DesktopAppInfo};
use keyring_core::{CredentialStore, Error as KeychainError};
use secret_service::Error as ServiceError;

use super::{LinkHandler, NoWindow, TrustStore, common_keychain_error, same_file};
use crate::ipc::vault::{MissingPiece, VaultStatus};

/// What shows the window's pages.
pub(crate) const WEB_VIEW: &str = "WebKitGTK";
/// Who verifies TLS certificates, when it is not Certdesk with [`trust_store`].
pub(crate) const VERIFIES_CERTIFICATES: Option<&str> = None;
/// The search path of a desktop session has them all.
pub(crate) const TOOL_FOLDERS: &[&str] = &[];
/// What registers the app's links.
pub(crate) const LINKS: &str = "package";

/// Tauri would panic without a display. GTK is started here instead; Tauri finds it started.
pub(crate) fn window_can_open() -> Result<(), NoWindow> {
    gtk::init().map_err(|_| NoWindow::Display)
}

/// Only where a window program has no console.
pub(crate) const fn show_message(_: &str) {}

/// Only where a window program has no console.
pub(crate) const fn attach_console() {}

/// Only where a program opens a console of its own.
pub(crate) const fn without_console(_: &mut Command) {}

/// The distribution's name and version.
pub(crate) fn name() -> String {
    let read = |path: &str| std::fs::read_to_string(path).ok();
    let release = read("/etc/os-release").or_else(|| read("/usr/lib/os-release"));
    let name = release.as_deref().and_then(pretty_name);
    name.unwrap_or_else(|| std::env::consts::OS.to_owned())
}

/// Source: <https://www.freedesktop.org/software/systemd/man/latest/os-release.html>
fn pretty_name(release: &str) -> Option<String> {
    let value = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    let value = value.trim().trim_matches(['"', '\'']);
    (!value.is_empty()).then(|| value.to_owned())
}

/// Reads the same certificates as each HTTP client does: reqwest's verifier calls this function.
pub(crate) fn trust_store() -> Option<TrustStore> {
    let found = rustls_native_certs::load_native_certs();
    let file = std::env::var_os("SSL_CERT_FILE").map(PathBuf::from);
    let folders = std::env::var_os("SSL_CERT_DIR");
    let chosen = file.is_some() || folders.is_some();
    let sources = if chosen {
        let folders = folders.iter().flat_map(std::env::split_paths);
        file.into_iter().chain(folders.filter(|folder| !folder.as_os_str().is_empty())).collect()
    } else {
        let found = openssl_probe::probe();
        found.cert_file.into_iter().chain(found.cert_dir).collect()
    };
    let errors = found.errors.iter().map(ToString::to_string).collect();
    Some(TrustStore { roots: found.certs.len(), sources, chosen, errors })
}

/// As browsers ask: the default application of the scheme. The plugin for links asks for the file
/// that it writes itself, which a package does not use.
pub(crate) fn link_handler(scheme: &str) -> Result<LinkHandler, String> {
    let Some(handler) = AppInfo::default_for_uri_scheme(scheme) else {
        return Ok(LinkHandler::None);
    };
    let program = on_search_path(program_of(&handler));
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    // An AppImage runs a program inside it; the desktop entry names the image.
    let image = std::env::var_os("APPIMAGE").map(PathBuf::from);
    let is_this =
        same_file(&program, &this) || image.is_some_and(|image| same_file(&program, &image));
    Ok(if is_this { LinkHandler::This } else { LinkHandler::Other(shown(&program)) })
}

/// GIO's own `executable` leaves the quotes of a path in place, and ends at its first space.
fn program_of(entry: &AppInfo) -> PathBuf {
    let line = entry.commandline();
    let parsed = line.and_then(|line| gtk::glib::shell_parse_argv(line.as_os_str()).ok());
    let program = parsed.and_then(|words| words.into_iter().next());
    program.map_or_else(|| entry.executable(), PathBuf::from)
}

/// Makes this program the user's own choice for the scheme: a desktop entry of the user, and the
/// default for the scheme in `mimeapps.list`, which GIO writes.
///
/// Source: <https://specifications.freedesktop.org/desktop-entry-spec/latest/> and
/// <https://specifications.freedesktop.org/mime-apps-spec/latest/>
pub(crate) fn register_links(scheme: &str) -> Result<(), String> {
    let this = std::env::current_exe().map_err(told)?;
    let place = own_entry();
    let text = desktop_entry(&this, scheme).ok_or("the path of this program can't be written")?;
    if let Some(folder) = place.parent() {
        std::fs::create_dir_all(folder).map_err(told)?;
    }
    local_files::replace(&place, text.as_bytes()).map_err(told)?;
    let entry = DesktopAppInfo::from_filename(&place);
    let chosen = entry
        .ok_or_else(|| "the path of this program can't be used in a desktop entry".to_owned())
        .and_then(|entry| entry.set_as_default_for_type(&content_type(scheme)).map_err(told));
    if chosen.is_err() {
        // An entry that nothing names would be offered all the same.
        std::fs::remove_file(&place).map_err(told)?;
    }
    chosen
}

/// Takes back what [`register_links`] wrote, and nothing else: a package's entry serves again.
pub(crate) fn unregister_links(scheme: &str) -> Result<(), String> {
    if links_are_registered_here(scheme) {
        // Nothing but Certdesk opens this scheme, so no other choice of the user's is lost.
        AppInfo::reset_type_associations(&content_type(scheme));
        std::fs::remove_file(own_entry()).map_err(told)?;
    }
    Ok(())
}

/// Whether [`register_links`] has been here.
pub(crate) fn links_are_registered_here(_: &str) -> bool {
    own_entry().exists()
}

fn own_entry() -> PathBuf {
    gtk::glib::user_data_dir().join("applications").join(OWN_ENTRY)
}

fn content_type(scheme: &str) -> String {
    format!("x-scheme-handler/{scheme}")
}

fn desktop_entry(program: &Path, scheme: &str) -> Option<String> {
    let program = program.to_str().filter(|path| !path.contains(['\n', '\r']))?;
    let quoted = quoted(program);
    let kind = content_type(scheme);
    Some(format!(
        "[Desktop Entry]\nType=Application\nName=Certdesk (not installed)\nExec=\"{quoted}\" %u\nTerminal=false\nNoDisplay=true\nMimeType={kind};\n"
    ))
}

/// A program as it is written between the quotes of an entry's `Exec`.
pub(super) fn quoted(program: &str) -> String {
    let mut quoted = String::new();
    for character in program.chars() {
        match character {
            // Twice: for the quotes, and for the value of an entry.
            '\\' => quoted.push_str("\\\\\\\\"),
            '"' | '`' | '$' => {
                quoted.push_str("\\\\");
                quoted.push(character);
            }
            '%' => quoted.push_str("%%"),
            other => quoted.push(other),
        }
    }
    quoted
}

pub(super) fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

/// Desktop entries name programs of the search path without their folder.
fn on_search_path(program: PathBuf) -> PathBuf {
    if program.components().count() > 1 {
        return program;
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders).map(|folder| folder.join(&program));
    found.into_iter().find(|path| path.is_file()).unwrap_or(program)
}

/// Not a name that a package uses.
const OWN_ENTRY: &str = "app.certdesk.not-installed.desktop";

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Which keychain this system has.
pub(crate) const KEYCHAIN: VaultPlace = VaultPlace::SecretService;

/// Connects to the keychain. May block, and may let the system prompt the user.
pub(crate) fn keychain() -> Result<Arc<CredentialStore>, KeychainError> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

/// A keyring is a file of this computer anyway.
pub(crate) const fn entry_modifiers() -> Option<HashMap<&'static str, &'static str>> {
    None
}

/// What an error of the keychain means for an entry.
pub(crate) fn keychain_error(error: &KeychainError) -> Error {
    match keychain_status(error) {
        VaultStatus::Locked => Error::Vault(VaultError::Locked),
        _ => common_keychain_error(error).unwrap_or(Error::Vault(VaultError::Unavailable)),
    }
}

/// Which piece is missing. The service's own error tells; its texts are translated.
pub(crate) fn keychain_status(error: &KeychainError) -> VaultStatus {
    let detail = error.to_string();
    let cause = match error {
        KeychainError::PlatformFailure(cause) | KeychainError::NoStorageAccess(cause) => {
            cause.downcast_ref::<ServiceError>()
        }
        _ => None,
    };
    let piece = match cause {
        Some(ServiceError::Locked | ServiceError::Prompt | ServiceError::PromptDisconnected) => {
            return VaultStatus::Locked;
        }
        Some(ServiceError::NoResult) => MissingPiece::Collection,
        Some(ServiceError::Unavailable) => MissingPiece::SecretService,
        Some(ServiceError::Zbus(zbus::Error::MethodError(..)) | ServiceError::ZbusFdo(_)) => {
            MissingPiece::SecretService
        }
        Some(ServiceError::Zbus(_)) => MissingPiece::SessionBus,
        _ => return VaultStatus::Broken { detail },
    };
    VaultStatus::Missing { piece, detail }
}

#[cfg(test)]
mod tests {
    use gtk::glib::prelude::Cast as _;

    use super::*;

    #[test]
    fn the_distribution_is_named_as_it_names_itself() {
        let debian = "NAME=\"Debian GNU/Linux\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n";
        assert_eq!(pretty_name(debian).unwrap(), "Debian GNU/Linux 12 (bookworm)");
        assert_eq!(pretty_name("PRETTY_NAME='Arch Linux'").unwrap(), "Arch Linux");
        assert_eq!(pretty_name("PRETTY_NAME=\nID=x"), None);
        assert_eq!(pretty_name(""), None);
    }

    #[test]
    fn a_desktop_entry_names_the_program_whatever_its_path_holds() {
        let entry = |path: &str| desktop_entry(Path::new(path), "certdesk").unwrap();
        assert!(
            entry("/home/mira/my tools/certdesk")
                .contains("\nExec=\"/home/mira/my tools/certdesk\" %u\n")
        );
        assert!(entry("/a\"b$c`d/100%").contains("\nExec=\"/a\\\\\"b\\\\$c\\\\`d/100%%\" %u\n"));
        assert!(entry("/x").ends_with("\nMimeType=x-scheme-handler/certdesk;\n"));
        assert_eq!(desktop_entry(Path::new("/a\nExec=b"), "certdesk"), None);
    }

    #[test]
    fn the_program_of_a_desktop_entry_is_found_with_quotes_and_spaces_in_its_path() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let tools = folder.path().join("my \"tools\" for $5");
        std::fs::create_dir(&tools).unwrap();
        let program = tools.join("certdesk");
        std::fs::write(&program, "#!/bin/sh\n").unwrap();
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
        let place = folder.path().join("entry.desktop");
        std::fs::write(&place, desktop_entry(&program, "certdesk").unwrap()).unwrap();
        let entry = DesktopAppInfo::from_filename(&place).unwrap();
        assert_eq!(program_of(&entry.upcast()), program);
    }

    #[test]
    fn a_program_without_a_folder_is_found_on_the_search_path() {
        assert!(on_search_path("sh".into()).is_absolute());
        assert_eq!(on_search_path("/opt/certdesk".into()), Path::new("/opt/certdesk"));
        assert_eq!(on_search_path("no-such-program".into()), Path::new("no-such-program"));
    }
}
