//! This program: its version, what it runs on, what shows its window, who opens its links.

use super::Finding;
use crate::system;

/// The commit this was built from, see `build.rs`.
pub(crate) const COMMIT: Option<&str> = option_env!("CERTDESK_COMMIT");

pub(crate) fn version() -> Finding {
    Finding::Version { commit: COMMIT }
}

pub(crate) fn system() -> Finding {
    Finding::System { name: system::name(), architecture: std::env::consts::ARCH }
}

pub(crate) fn web_view() -> Finding {
    match tauri::webview_version() {
        Ok(version) => Finding::WebView { version },
        Err(_) => Finding::WebViewMissing,
    }
}

pub(crate) fn links() -> Finding {
    Finding::Links(system::link_handler(crate::link_registration::SCHEME))
}
