//! The texts of the command line, and of a window that can't open. Those of a check's report are in
//! `system_check::sentences`; all other texts are in `ui/strings`.

use crate::system::NoWindow;

pub(crate) const USAGE: &str = "\
Usage: certdesk [OPTION]...

Without an option, Certdesk opens its window.

  --check             Check this computer. Opens no window and changes nothing.
  --online            With --check: also compare the clock with NetSuite's
                      (rest.netsuite.com).
  --json              With --check: print the report as JSON.
  --register-links    Open certdesk:// links with this program, for your user account. An
                      installed Certdesk doesn't need this: its package registers them.
  --unregister-links  Undo --register-links.
  --version           Print the version.
  --help              Print this text.

Exit status: 0 if all checks passed or the links were changed, 1 if not, 64 for an unknown
option, 69 if the window can't open.
";

/// `certdesk --version`.
pub(crate) fn version(commit: Option<&str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    match commit {
        Some(commit) => format!("Certdesk {version} ({commit})"),
        None => format!("Certdesk {version} (commit unknown)"),
    }
}

/// An unknown option, by its name.
pub(crate) fn unknown_option(option: &str) -> String {
    format!("Certdesk doesn't know the option {option}.")
}

/// Something that is not an option. It is not repeated: it may be an address with a sign-in code.
pub(crate) const UNEXPECTED_ARGUMENT: &str = "Certdesk doesn't accept this argument.";
/// `--json` or `--online` by itself.
pub(crate) const CHECK_MISSING: &str = "Use --json and --online together with --check.";
/// `--json=yes`.
pub(crate) const UNEXPECTED_VALUE: &str = "Certdesk's options don't accept values.";

/// `--register-links` worked.
pub(crate) const LINKS_REGISTERED: &str =
    "certdesk:// links now open this program. To undo this, run certdesk --unregister-links.";
/// `--unregister-links` worked.
pub(crate) const LINKS_UNREGISTERED: &str = "certdesk:// links no longer open this program.";
/// Either of them in an installed program.
pub(crate) const LINKS_OF_A_PACKAGE: &str =
    "this program is from a package, which registers the links itself";

/// Why the links were not changed.
pub(crate) fn links_not_changed(detail: &str) -> String {
    format!("Certdesk couldn't change which program opens certdesk:// links: {detail}.")
}

/// What is missing for a window.
pub(crate) const fn no_window(missing: NoWindow) -> &'static str {
    match missing {
        NoWindow::Display => {
            "Certdesk can't open its window without a display. Start it in a graphical desktop session."
        }
        NoWindow::WebView => {
            "Certdesk can't open its window without the Microsoft Edge WebView2 Runtime. Install it from https://developer.microsoft.com/microsoft-edge/webview2/, then start Certdesk again."
        }
    }
}

/// Anything else, in the system's words.
pub(crate) fn window_failed(detail: &str) -> String {
    format!("Certdesk can't open its window: {detail}.")
}
