//! Each finding of a check as a line: what was found, and what to do when it is not ok.

use std::path::{Path, PathBuf};

use certdesk_core::Error;
use certdesk_core::error::NetSuiteError;
use certdesk_core::vault::VaultPlace;

use crate::ipc::vault::{MissingPiece, VaultStatus};
use crate::system::{self, LinkHandler, TrustStore};
use crate::system_check::{Examination, Finding, Line, Reached, Refused, State};

/// The line of a finding.
pub(crate) fn line(finding: &Finding) -> Line {
    let (state, detail, remedy) = match said(finding) {
        Said::Ok(detail) => (State::Ok, detail, None),
        Said::Warning(detail, remedy) => (State::Warning, detail, Some(remedy)),
        Said::Failed(detail, remedy) => (State::Failed, detail, Some(remedy)),
    };
    let check = examination(finding);
    Line { check, name: name(check), state, detail, remedy }
}

/// The word for a state, in the text form.
pub(crate) const fn state(state: State) -> &'static str {
    match state {
        State::Ok => "ok",
        State::Warning => "warning",
        State::Failed => "failed",
    }
}

/// The last line of the text form.
pub(crate) fn summary(failed: usize, warnings: usize) -> String {
    let checks = |count: usize| format!("{count} check{}", if count == 1 { "" } else { "s" });
    let warned = format!("{warnings} warning{}", if warnings == 1 { "" } else { "s" });
    match (failed, warnings) {
        (0, 0) => "No problems found.".to_owned(),
        (0, _) => format!("No checks failed, {warned}."),
        (_, 0) => format!("{} failed.", checks(failed)),
        (..) => format!("{} failed, {warned}.", checks(failed)),
    }
}

/// A state with its sentences: the detail, and what to do.
enum Said {
    Ok(String),
    Warning(String, String),
    Failed(String, String),
}

fn ok(detail: impl Into<String>) -> Said {
    Said::Ok(detail.into())
}

fn warning(detail: impl Into<String>, remedy: impl Into<String>) -> Said {
    Said::Warning(detail.into(), remedy.into())
}

fn failed(detail: impl Into<String>, remedy: impl Into<String>) -> Said {
    Said::Failed(detail.into(), remedy.into())
}

const fn name(check: Examination) -> &'static str {
    match check {
        Examination::Check => "Check",
        Examination::Version => "Version",
        Examination::System => "System",
        Examination::DataFolder => "Data folder",
        Examination::Documents => "Documents",
        Examination::Keychain => "Keychain",
        Examination::WebView => "Web view",
        Examination::TrustStore => "Trust store",
        Examination::Proxy => "Proxy",
        Examination::Links => "certdesk:// links",
        Examination::Clock => "Clock",
    }
}

const fn examination(finding: &Finding) -> Examination {
    match finding {
        Finding::Interrupted => Examination::Check,
        Finding::Version { .. } => Examination::Version,
        Finding::System { .. } => Examination::System,
        Finding::FolderUnknown | Finding::Folder { .. } | Finding::FolderRefused { .. } => {
            Examination::DataFolder
        }
        Finding::Documents
        | Finding::DocumentsSkipped
        | Finding::DocumentsRefused(_)
        | Finding::DocumentsDiffer => Examination::Documents,
        Finding::Keychain { .. }
        | Finding::KeyFiles
        | Finding::KeychainUnusable(_)
        | Finding::KeychainTooSmall { .. }
        | Finding::KeychainRefused
        | Finding::KeychainDiffers
        | Finding::KeychainSilent { .. } => Examination::Keychain,
        Finding::WebView { .. } | Finding::WebViewMissing => Examination::WebView,
        Finding::TrustStore(_) => Examination::TrustStore,
        Finding::NoProxy
        | Finding::ProxyExcluded { .. }
        | Finding::Proxy { .. }
        | Finding::ProxyIgnored { .. }
        | Finding::ProxySocks { .. } => Examination::Proxy,
        Finding::Clock(_) => Examination::Clock,
        Finding::Links(_) => Examination::Links,
    }
}

fn said(finding: &Finding) -> Said {
    match finding {
        Finding::Interrupted => failed("The check ended early.", "Run it again."),
        Finding::Version { commit } => ok(match commit {
            Some(commit) => format!("Certdesk {VERSION}, commit {commit}"),
            None => format!("Certdesk {VERSION}, commit unknown"),
        }),
        Finding::System { name, architecture } => ok(format!("{name}, {architecture}")),
        Finding::FolderUnknown => failed(
            "The system has no folder for application data.",
            "Set HOME to your home folder.",
        ),
        Finding::Folder { path, made, free } => folder(path, *made, *free),
        Finding::FolderRefused { path, why } => folder_refused(path, why),
        Finding::Documents => ok("A test document was written, locked, read, and removed."),
        Finding::DocumentsSkipped => {
            failed("Not checked: there's no folder to write to.", "Fix the data folder first.")
        }
        Finding::DocumentsRefused(why) => documents_refused(why),
        Finding::DocumentsDiffer => failed(
            "A test document had different content when it was read back.",
            "Check the disk for errors, or use another disk.",
        ),
        Finding::Keychain { place } => ok(format!(
            "{}: a test entry the size of an RSA-4096 key was stored, read, and deleted.",
            keychain_name(*place)
        )),
        Finding::KeyFiles => ok("Not in use: private keys are in encrypted key files."),
        Finding::KeychainUnusable(status) => keychain_unusable(status),
        Finding::KeychainTooSmall { limit } => failed(
            format!(
                "The keychain accepts at most {limit} bytes in one entry, too few for an RSA-4096 key."
            ),
            "Use EC keys or encrypted key files.",
        ),
        Finding::KeychainRefused => failed(
            "The keychain is available but didn't store, read, and delete a test entry.",
            SIGN_IN_AGAIN,
        ),
        Finding::KeychainDiffers => {
            failed("The keychain returned a different value than it was given.", SIGN_IN_AGAIN)
        }
        Finding::KeychainSilent { seconds } => failed(
            format!("The keychain didn't answer within {seconds} seconds."),
            "If the system asks for your password, enter it, then run the check again.",
        ),
        Finding::WebView { version } => ok(format!("{} {version}", system::WEB_VIEW)),
        Finding::WebViewMissing => failed(
            format!("{} isn't installed.", system::WEB_VIEW),
            "Install it from https://developer.microsoft.com/microsoft-edge/webview2/.",
        ),
        Finding::TrustStore(store) => trust_store(store.as_ref()),
        Finding::NoProxy => ok("None: Certdesk connects to NetSuite directly."),
        Finding::ProxyExcluded { variable } => {
            ok(format!("None: {variable} is set, but NO_PROXY excludes netsuite.com."))
        }
        Finding::Proxy { address, variable, signs_in } => ok(format!(
            "{address}{}, from {}",
            if *signs_in { " with a user name and password" } else { "" },
            origin(*variable)
        )),
        Finding::ProxyIgnored { variable } => warning(
            format!("{variable} isn't a proxy address, so Certdesk ignores it."),
            "Set it to an address such as http://proxy.example:3128, or remove it.",
        ),
        Finding::ProxySocks { variable } => failed(
            format!(
                "A SOCKS proxy is set (from {}). Certdesk doesn't support SOCKS.",
                origin(*variable)
            ),
            "Set an HTTP proxy instead.",
        ),
        Finding::Clock(reached) => clock(reached),
        Finding::Links(handler) => links(handler.as_ref()),
    }
}

fn folder(path: &Path, made: bool, free: Option<u64>) -> Said {
    let space =
        free.map_or_else(|| "free space unknown".to_owned(), |free| format!("{} free", size(free)));
    let not_yet = if made { " (not created yet)" } else { "" };
    let detail = format!("{}{not_yet}, writable, {space}", path.display());
    match free {
        Some(free) if free < LEAST_FREE => warning(
            detail,
            format!("Free up disk space: Certdesk needs at least {}.", size(LEAST_FREE)),
        ),
        _ => ok(detail),
    }
}

fn folder_refused(path: &Path, why: &Refused) -> Said {
    let path = path.display();
    match why {
        Refused::Full => failed(format!("The disk of {path} is full."), FREE_SPACE),
        Refused::ReadOnly => failed(
            format!("Certdesk can't write to {path}."),
            "Give your user account permission to write there, then run the check again.",
        ),
        Refused::Other(detail) => failed(
            format!("Certdesk can't use {path}: {detail}."),
            "Check that this is a folder on a working disk, then run the check again.",
        ),
    }
}

fn documents_refused(why: &Refused) -> Said {
    match why {
        Refused::Full => failed("A test document wasn't saved: the disk is full.", FREE_SPACE),
        Refused::ReadOnly => failed(
            "A test document wasn't saved: Certdesk can't write to the folder.",
            "Give your user account permission to write there, then run the check again.",
        ),
        Refused::Other(detail) => failed(
            format!("A test document wasn't written, locked, read, and removed: {detail}."),
            "If the data folder is on a network drive, move it to a local disk.",
        ),
    }
}

const fn keychain_name(place: VaultPlace) -> &'static str {
    match place {
        VaultPlace::SecretService => "System keychain",
        VaultPlace::MacosKeychain => "macOS Keychain",
        VaultPlace::WindowsCredentialManager => "Windows Credential Manager",
        VaultPlace::KeyFiles => "Key files",
    }
}

fn keychain_unusable(status: &VaultStatus) -> Said {
    match status {
        VaultStatus::Missing { piece: MissingPiece::SessionBus, .. } => failed(
            "There's no session bus, so Certdesk can't reach a keychain.",
            "Install dbus-user-session and gnome-keyring, then sign out and in again.",
        ),
        VaultStatus::Missing { piece: MissingPiece::SecretService, .. } => failed(
            "No keychain program responds.",
            "Install gnome-keyring or KWallet, then sign out and in again.",
        ),
        VaultStatus::Missing { piece: MissingPiece::Collection, .. } => failed(
            "The keychain program has no default keyring.",
            "Open Passwords and Keys (package seahorse), create a keyring, and set it as the default.",
        ),
        VaultStatus::Locked | VaultStatus::KeyFilesLocked => failed(
            "The keychain is locked.",
            "Unlock it with your sign-in password, then run the check again.",
        ),
        VaultStatus::Broken { detail } => {
            failed(format!("The keychain doesn't work: {detail}."), SIGN_IN_AGAIN)
        }
        VaultStatus::Checking | VaultStatus::Ready { .. } => {
            failed("The keychain couldn't be checked.", "Run the check again.")
        }
    }
}

fn trust_store(store: Option<&TrustStore>) -> Said {
    let Some(TrustStore { roots, sources, chosen, errors }) = store else {
        let system = system::VERIFIES_CERTIFICATES.unwrap_or("the system");
        return ok(format!("Server certificates are verified by {system}."));
    };
    let sources = list(sources);
    let set = if *chosen { " (set by SSL_CERT_FILE or SSL_CERT_DIR)" } else { "" };
    let repair = || {
        if *chosen {
            "Correct or remove SSL_CERT_FILE and SSL_CERT_DIR."
        } else {
            "Install or repair the package ca-certificates."
        }
    };
    match (roots, errors.first()) {
        (0, _) if sources.is_empty() => failed(
            "No root certificates were found, so Certdesk can't connect to NetSuite.",
            repair(),
        ),
        (0, _) => failed(
            format!(
                "There are no root certificates in {sources}{set}, so Certdesk can't connect to NetSuite."
            ),
            repair(),
        ),
        (_, None) => ok(format!("{roots} root certificates from {sources}{set}")),
        (_, Some(error)) => warning(
            format!(
                "{roots} root certificates from {sources}{set}. Not everything could be read: {error}."
            ),
            repair(),
        ),
    }
}

fn clock(reached: &Reached) -> Said {
    match reached {
        Reached::Agrees { skew: 0 } => ok("This computer's clock matches NetSuite's."),
        Reached::Agrees { skew } => ok(format!("This computer's clock is {}.", off(*skew))),
        Reached::Differs { skew } => failed(
            format!(
                "This computer's clock is {}. NetSuite may refuse token requests because of this.",
                off(*skew)
            ),
            "Set the date and time automatically in the system settings.",
        ),
        Reached::Undated => warning(
            "NetSuite's reply has no date to compare with.",
            "Compare the clock with a reliable time source.",
        ),
        Reached::Failed(error) => not_reached(error),
    }
}

fn not_reached(error: &Error) -> Said {
    match error {
        Error::NetSuite(NetSuiteError::Offline { host, detail }) => failed(
            format!("{host} can't be reached: {detail}."),
            "Check the network connection and the proxy.",
        ),
        Error::NetSuite(NetSuiteError::TimedOut { host }) => failed(
            format!("{host} didn't reply in time."),
            "Check the network connection and the proxy.",
        ),
        Error::NetSuite(NetSuiteError::TlsFailed { host, detail }) => failed(
            format!("The secure connection to {host} failed: {detail}."),
            "If your network inspects TLS traffic, add its root certificate to the system's trust store.",
        ),
        Error::NetSuite(NetSuiteError::Redirected { host, .. }) => failed(
            format!("{host} redirected the request, and Certdesk doesn't follow redirects."),
            "If this network has a sign-in page, sign in there, then run the check again.",
        ),
        error => failed(
            format!("NetSuite's clock couldn't be read: {error}."),
            "Run the check again later.",
        ),
    }
}

/// The way that needs no program for the links.
const BY_PAGE: &str = "sign in with a web page of your own and paste its address";

fn links(handler: Result<&LinkHandler, &String>) -> Said {
    let installer = system::LINKS;
    match handler {
        Ok(LinkHandler::This) => ok("Opened by this Certdesk."),
        Ok(LinkHandler::Other(program)) => warning(
            format!("Opened by {program}, not by this Certdesk."),
            if system::is_packaged() {
                format!("Use that copy, or install this one from its {installer}.")
            } else {
                "Use that copy, or run certdesk --register-links.".to_owned()
            },
        ),
        Ok(LinkHandler::None) => warning(
            "No program opens them.",
            if system::is_packaged() {
                format!("Install Certdesk from its {installer}. Until then, {BY_PAGE}.")
            } else {
                format!("Run certdesk --register-links. Until then, {BY_PAGE}.")
            },
        ),
        Err(detail) => warning(
            format!("Certdesk couldn't find out which program opens them: {detail}."),
            format!("If signing in doesn't return to Certdesk, {BY_PAGE}."),
        ),
    }
}

fn origin(variable: Option<&'static str>) -> &'static str {
    variable.unwrap_or("the system settings")
}

/// `a, b, and c`.
fn list(paths: &[PathBuf]) -> String {
    let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        [most @ .., last] => format!("{}, and {last}", most.join(", ")),
    }
}

/// `5 minutes fast`, `42 seconds slow`.
fn off(skew: i64) -> String {
    let (seconds, side) = (skew.unsigned_abs(), if skew > 0 { "fast" } else { "slow" });
    let (count, unit) = match seconds {
        0..120 => (seconds, "second"),
        120..7200 => (seconds / 60, "minute"),
        7200..172_800 => (seconds / 3600, "hour"),
        _ => (seconds / 86_400, "day"),
    };
    format!("{count} {unit}{} {side}", if count == 1 { "" } else { "s" })
}

/// Decimal units, as file managers show them.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        1_000_000..10_000_000_000 => format!("{} MB", bytes / 1_000_000),
        _ => format!("{} GB", bytes / 1_000_000_000),
    }
}

const VERSION: &str = env!("CARGO_PKG_VERSION");
const FREE_SPACE: &str = "Free up disk space, then run the check again.";
const SIGN_IN_AGAIN: &str = "Sign out and in again, then run the check again.";
/// Bytes. All documents of a thousand connections need less.
const LEAST_FREE: u64 = 50_000_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_times_are_said_as_people_say_them() {
        assert_eq!(size(0), "0 bytes");
        assert_eq!(size(49_999_999), "49 MB");
        assert_eq!(size(75_300_000_000), "75 GB");
        assert_eq!(off(1), "1 second fast");
        assert_eq!(off(-300), "5 minutes slow");
        assert_eq!(off(7_300), "2 hours fast");
        assert_eq!(off(-400_000), "4 days slow");
    }

    #[test]
    fn the_summary_counts_what_needs_attention() {
        assert_eq!(summary(0, 0), "No problems found.");
        assert_eq!(summary(0, 1), "No checks failed, 1 warning.");
        assert_eq!(summary(2, 0), "2 checks failed.");
        assert_eq!(summary(1, 2), "1 check failed, 2 warnings.");
    }

    #[test]
    fn a_disk_with_little_room_is_a_warning_and_one_with_enough_is_not() {
        let folder = |free| {
            let path = PathBuf::from("/data/app.certdesk");
            line(&Finding::Folder { path, made: false, free: Some(free) })
        };
        assert_eq!(folder(LEAST_FREE).state, State::Ok);
        let little = folder(LEAST_FREE - 1);
        assert_eq!(little.state, State::Warning);
        assert_eq!(little.detail, "/data/app.certdesk, writable, 49 MB free");
        assert_eq!(little.remedy.unwrap(), "Free up disk space: Certdesk needs at least 50 MB.");
    }

    #[test]
    fn whatever_is_not_ok_says_what_to_do() {
        let store = |roots, errors: &[&str]| {
            let errors = errors.iter().map(ToString::to_string).collect();
            Finding::TrustStore(Some(TrustStore { roots, sources: vec![], chosen: false, errors }))
        };
        let findings = [
            Finding::Interrupted,
            Finding::FolderUnknown,
            Finding::DocumentsSkipped,
            Finding::DocumentsDiffer,
            Finding::KeychainRefused,
            Finding::KeychainDiffers,
            Finding::KeychainSilent { seconds: 60 },
            Finding::WebViewMissing,
            store(0, &[]),
            store(140, &["unreadable"]),
            Finding::ProxySocks { variable: None },
            Finding::Clock(Reached::Differs { skew: 300 }),
            Finding::Clock(Reached::Undated),
            Finding::Clock(Reached::Failed(Error::NetSuite(NetSuiteError::TimedOut {
                host: "rest.netsuite.com".into(),
            }))),
            Finding::Links(Ok(LinkHandler::None)),
            Finding::Links(Err("no answer".into())),
        ];
        for finding in findings {
            let line = line(&finding);
            assert_ne!(line.state, State::Ok, "{finding:?}");
            assert!(line.remedy.is_some_and(|remedy| remedy.ends_with('.')), "{finding:?}");
            assert!(!line.detail.is_empty(), "{finding:?}");
        }
    }
}
