//! Which program opens the app's own scheme, `certdesk:`, and how this program registers itself for it.
//!
//! The installers register the scheme, and an AppImage, which has no installer, registers itself.
//! A build that was not installed registers nothing by itself, for that is written into the user's
//! home and outlives the build: `make run` asks for it (`--register-links`), and About does and
//! takes it back. Without it NetSuite sends the browser to a web page, and its address is pasted
//! (`sign_in_paste`).

use crate::ipc::access::{LinkOpener, LinksView};
use crate::{system, texts};

/// As `tauri.conf.json` declares it.
pub(crate) const SCHEME: &str = "certdesk";

/// Which program opens the scheme's links, and what can be done about it here.
pub(crate) fn view() -> LinksView {
    let registered = system::links_are_registered_here(SCHEME);
    LinksView {
        opened_by: match system::link_handler(SCHEME) {
            Ok(system::LinkHandler::This) => LinkOpener::This,
            Ok(system::LinkHandler::Other(program)) => LinkOpener::Other { program },
            Ok(system::LinkHandler::None) => LinkOpener::None,
            Err(_) => LinkOpener::Unknown,
        },
        can_register: !system::is_packaged(),
        can_unregister: registered && !system::is_packaged(),
    }
}

/// Makes this program open the scheme's links, for this user.
///
/// # Errors
/// In words. A package registers the links itself.
pub(crate) fn register() -> Result<(), String> {
    if system::is_packaged() {
        return Err(texts::LINKS_OF_A_PACKAGE.to_owned());
    }
    system::register_links(SCHEME)
}

/// Takes that back.
///
/// # Errors
/// In words. A package registers the links itself.
pub(crate) fn unregister() -> Result<(), String> {
    if system::is_packaged() {
        return Err(texts::LINKS_OF_A_PACKAGE.to_owned());
    }
    system::unregister_links(SCHEME)
}
