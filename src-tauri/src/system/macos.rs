//! macOS: the system verifies certificates, and Launch Services reads the links from the bundle.

use std::process::Command;

use super::{LinkHandler, NoWindow, TrustStore};

/// What shows the window's pages.
pub(crate) const WEB_VIEW: &str = "WebKit";
/// Who verifies TLS certificates, when it is not Certdesk with [`trust_store`].
pub(crate) const VERIFIES_CERTIFICATES: Option<&str> = Some("macOS");
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
