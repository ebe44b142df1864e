//! The sentences that the Rust side says itself, on the command line and where a window cannot open. Those of the
//! report of a check are in `system_check::sentences`; all other text is in `ui/strings`.

use crate::system::NoWindow;

pub(crate) const USAGE: &str = "\
Usage: certdesk [OPTION]...

Without an option, Certdesk opens its window.

  --check             Check this computer without opening a window. Nothing is changed.
  --online            With --check: also compare the clock with NetSuite's (rest.netsuite.com).
  --json              With --check: print the report as JSON.
  --register-links    Open certdesk:// links with this program, for your user account. Only for
                      a program that wasn't installed: a package registers them itself.
  --unregister-links  Undo that.
  --version           Print the version.
  --help              Print this text.

Exit status: 0 if no check failed and the links were changed, 1 if not, 64 if an option
isn't known, 69 if the window can't be opened.
";

/// `certdesk --version`.
pub(crate) fn version(commit: Option<&str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    match commit {
        Some(commit) => format!("Certdesk {version} ({commit})"),
        None => format!("Certdesk {version} (commit unknown)"),
    }
}

/// An option nobody knows, by its name.
pub(crate) fn unknown_option(option: &str) -> String {
    format!("Certdesk doesn't know the option {option}.")
}

/// Something that is not an option. It is not repeated: it may be an address with a sign-in code.
pub(crate) const UNEXPECTED_ARGUMENT: &str = "Certdesk doesn't take this argument.";
/// `--json` or `--online` by itself.
pub(crate) const CHECK_MISSING: &str = "Use --json and --online together with --check.";
/// `--json=yes`.
pub(crate) const UNEXPECTED_VALUE: &str = "Certdesk's options don't take a value.";

/// `--register-links` worked.
pub(crate) const LINKS_REGISTERED: &str =
    "certdesk:// links open this program now. To undo this, use certdesk --unregister-links.";
/// `--unregister-links` worked.
pub(crate) const LINKS_UNREGISTERED: &str = "certdesk:// links no longer open this program.";
/// Either of them in an installed program.
pub(crate) const LINKS_OF_A_PACKAGE: &str =
    "this program came from a package, which registers the links itself";

/// Why the links were not changed.
pub(crate) fn links_not_changed(detail: &str) -> String {
    format!("Certdesk couldn't change which program opens certdesk:// links: {detail}.")
}

/// What is missing for a window.
pub(crate) const fn no_window(missing: NoWindow) -> &'static str {
    match missing {
        NoWindow::Display => {
            "Certdesk can't open its window because no display answers: start it from a graphical desktop session."
        }
        NoWindow::WebView => {
            "Certdesk can't open its window because the Microsoft Edge WebView2 Runtime isn't installed: get it from https://developer.microsoft.com/microsoft-edge/webview2/ and start Certdesk again."
        }
    }
}

/// Anything else, in the system's words.
pub(crate) fn window_failed(detail: &str) -> String {
    format!("Certdesk can't open its window: {detail}.")
}
