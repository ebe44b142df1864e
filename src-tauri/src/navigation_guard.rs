//! The window shows Certdesk's own pages and nothing else. Whatever is dropped on it, or sits in a
//! link, leads nowhere: another page in the app's window could pass for it.

use tauri::Runtime;
use tauri::Url;
use tauri::plugin::{self, TauriPlugin};

/// Refuses every other address.
pub(crate) fn own_pages_only<R: Runtime>() -> TauriPlugin<R> {
    plugin::Builder::new("pages").on_navigation(|_, address| is_own_page(address)).build()
}

/// Tauri's own scheme; on Windows it is a host, for WebView2 knows no schemes of an app.
fn is_own_page(address: &Url) -> bool {
    match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        "http" | "https" => address.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_apps_own_pages_are_shown() {
        for (address, ours) in [
            ("tauri://localhost/index.html#/new", true),
            ("http://tauri.localhost/index.html", true),
            ("https://tauri.localhost/index.html", true),
            ("http://127.0.0.1:4711/", false),
            ("https://tauri.localhost.example/", false),
            ("https://system.netsuite.com/", false),
            ("file:///home/mira/page.html", false),
            ("data:text/html,hello", false),
            ("about:blank", false),
        ] {
            assert_eq!(is_own_page(&address.parse().unwrap()), ours, "{address}");
        }
    }
}
