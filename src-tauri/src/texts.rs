//! The texts of the command line, and of a window that can't open. Those of a check's report are in
//! `system_check::sentences`, those of a notification in `reminder::sentences`; all other texts are
//! in `ui/strings`.

use std::path::Path;

use crate::system::NoWindow;

pub(crate) const USAGE: &str = "\
Usage: certdesk [OPTION]...

Without an option, Certdesk opens its window.

  --check             Check this computer. Opens no window and changes nothing.
  --online            With --check: also compare the clock with NetSuite's
                      (rest.netsuite.com).
  --due               List certificates that expire soon. Opens no window, changes nothing,
                      and needs no keychain.
  --days N            With --due: look N days ahead instead of 60.
  --json              With --check or --due: print the report as JSON.
  --register-links    Open certdesk:// links with this program, for your user account. An
                      installed Certdesk doesn't need this: its package registers them.
  --unregister-links  Undo --register-links.
  --version           Print the version.
  --help              Print this text.

Exit status: 0 if all checks passed or the links were changed, 1 if not. With --due: 0 if no
certificate expires soon, 1 if one does, 2 if Certdesk couldn't read everything. 64 for an
unknown option, 69 if the window can't open.
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
/// `--json`, `--online`, or `--days` without what they belong to.
pub(crate) const OPTION_ALONE: &str =
    "Use --online with --check, --days with --due, and --json with either of them.";
/// `--json=yes`.
pub(crate) const UNEXPECTED_VALUE: &str = "Of Certdesk's options, only --days accepts a value.";
/// `--days` without a number.
pub(crate) const DAYS_INVALID: &str = "Use --days with a number of days, such as --days 30.";

/// The system names no folder for data.
pub(crate) const NO_DATA_FOLDER: &str =
    "This system names no folder for Certdesk's data. Run certdesk --check to find out why.";

/// Nobody has used Certdesk as this user.
pub(crate) fn data_folder_missing(folder: &Path) -> String {
    format!("{} doesn't exist. Run this as the user who set up the connections.", folder.display())
}

/// The folder can't be listed.
pub(crate) fn folder_not_read(folder: &Path) -> String {
    format!("Certdesk can't read {}. Check who may open it.", folder.display())
}

/// A connection's document can't be read.
pub(crate) fn document_not_read(path: &str) -> String {
    format!("Certdesk can't read {path}. Open Certdesk to see why.")
}

/// When a certificate expires; `days` is none where it has.
pub(crate) fn expires(days: Option<i64>, day: &str) -> String {
    match days {
        None => format!("certificate expired on {day}"),
        Some(0) => format!("certificate expires today, {day}"),
        Some(1) => format!("certificate expires in 1 day, on {day}"),
        Some(days) => format!("certificate expires in {days} days, on {day}"),
    }
}

/// The last line of `certdesk --due`.
pub(crate) fn due_summary(due: usize, connections: usize, days: u16) -> String {
    let within = if days == 1 { "1 day".to_owned() } else { format!("{days} days") };
    let all = if connections == 1 {
        "1 connection".to_owned()
    } else {
        format!("{connections} connections")
    };
    match due {
        0 => format!("No certificate expires within {within} ({all} checked)."),
        1 => format!("1 certificate expires within {within} or has expired ({all} checked)."),
        _ => format!("{due} certificates expire within {within} or have expired ({all} checked)."),
    }
}

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
