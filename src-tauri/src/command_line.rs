//! What the command line asks for. It is read before anything else: a check must not open a window,
//! wake the Certdesk that runs, or deal with an address.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use certdesk_core::portfolio::DUE_DAYS;
use time::OffsetDateTime;

use crate::due::{self, DueReport};
use crate::link_registration::{self, SCHEME};
use crate::system_check::{self, Scope, State};
use crate::{system, texts};

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The window, perhaps with an address that the browser came back with.
    Window,
    Check {
        json: bool,
        online: bool,
    },
    /// Which certificates expire within so many days.
    Due {
        json: bool,
        days: u16,
    },
    /// To show what expires soon in a notification, as at login.
    Remind,
    /// This program is to open the app's links, or no longer.
    Links {
        open: bool,
    },
    Version,
    Help,
}

/// Reads the arguments, without the program's own name.
///
/// # Errors
/// The sentence that says what is wrong with them. It repeats nothing but an option's name.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Asked, String> {
    let arguments: Vec<_> = arguments.into_iter().collect();
    // As the system hands an address over: alone.
    if let [only] = arguments.as_slice()
        && only.to_str().is_some_and(is_address)
    {
        return Ok(Asked::Window);
    }
    let mut parser = lexopt::Parser::from_args(arguments);
    let (mut asked, mut json, mut online, mut days) = (None, false, false, None);
    while let Some(argument) = parser.next().map_err(|_| texts::UNEXPECTED_VALUE)? {
        match argument {
            lexopt::Arg::Long("check") => asked = asked.or(Some(Word::Check)),
            lexopt::Arg::Long("due") => asked = asked.or(Some(Word::Due)),
            lexopt::Arg::Long("remind") => asked = asked.or(Some(Word::Remind)),
            lexopt::Arg::Long("days") => days = Some(number(&mut parser)?),
            lexopt::Arg::Long("register-links") => asked = asked.or(Some(Word::Links(true))),
            lexopt::Arg::Long("unregister-links") => asked = asked.or(Some(Word::Links(false))),
            lexopt::Arg::Long("version") | lexopt::Arg::Short('V') => asked = Some(Word::Version),
            lexopt::Arg::Long("help") | lexopt::Arg::Short('h') => asked = Some(Word::Help),
            lexopt::Arg::Long("json") => json = true,
            lexopt::Arg::Long("online") => online = true,
            lexopt::Arg::Long(option) => {
                return Err(texts::unknown_option(&format!("--{option}")));
            }
            lexopt::Arg::Short(option) => {
                return Err(texts::unknown_option(&format!("-{option}")));
            }
            lexopt::Arg::Value(_) => return Err(texts::UNEXPECTED_ARGUMENT.to_owned()),
        }
    }
    let alone = Err(texts::OPTION_ALONE.to_owned());
    match asked {
        Some(Word::Version) => Ok(Asked::Version),
        Some(Word::Help) => Ok(Asked::Help),
        Some(Word::Check) if days.is_none() => Ok(Asked::Check { json, online }),
        Some(Word::Due) if !online => Ok(Asked::Due { json, days: days.unwrap_or(DAYS) }),
        Some(Word::Check | Word::Due) => alone,
        _ if json || online || days.is_some() => alone,
        Some(Word::Remind) => Ok(Asked::Remind),
        Some(Word::Links(open)) => Ok(Asked::Links { open }),
        None => Ok(Asked::Window),
    }
}

/// Checks this computer and prints the report. Fails when one of the examinations does.
pub(crate) fn check(scope: Scope, json: bool) -> ExitCode {
    let report = tauri::async_runtime::block_on(system_check::run(scope));
    if json {
        // Numbers, texts and lists: there is nothing in it that JSON cannot say.
        print(&format!("{}\n", serde_json::to_string_pretty(&report).unwrap_or_default()));
    } else {
        print(&report.to_string());
    }
    if report.state == State::Failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Prints which certificates in a data folder expire within so many days. The exit status says the
/// same, for whoever runs it by itself.
pub(crate) fn due(data: Option<&Path>, days: u16, json: bool) -> ExitCode {
    let report = DueReport::read(data, days, OffsetDateTime::now_utc());
    if json {
        // Numbers, texts and lists: there is nothing in it that JSON cannot say.
        print(&format!("{}\n", serde_json::to_string_pretty(&report).unwrap_or_default()));
    } else {
        print(&report.text());
    }
    match report.state {
        due::State::NothingDue => ExitCode::SUCCESS,
        due::State::Due => ExitCode::FAILURE,
        due::State::Failed => ExitCode::from(NOT_READ),
    }
}

/// Makes this program open the app's links, or takes that back. Says what came of it.
pub(crate) fn links(open: bool) -> ExitCode {
    let changed =
        if open { link_registration::register() } else { link_registration::unregister() };
    match changed {
        Ok(()) => {
            let said = if open { texts::LINKS_REGISTERED } else { texts::LINKS_UNREGISTERED };
            print(&format!("{said}\n"));
            ExitCode::SUCCESS
        }
        Err(detail) => {
            complain(&format!("{}\n", texts::links_not_changed(&detail)));
            ExitCode::FAILURE
        }
    }
}

/// Prints to standard output. Whoever closes it early, as `head` does, has read enough.
pub(crate) fn print(text: &str) {
    system::attach_console();
    let mut output = std::io::stdout().lock();
    let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

/// Says what is wrong with the arguments, and what they may be.
pub(crate) fn refuse(mistake: &str) -> ExitCode {
    complain(&format!("{mistake}\n\n{}", texts::USAGE));
    ExitCode::from(USAGE)
}

/// Says why there is no window, where the person who started the app can see it.
pub(crate) fn no_window(sentence: &str) -> ExitCode {
    complain(&format!("{sentence}\n"));
    system::show_message(sentence);
    ExitCode::from(UNAVAILABLE)
}

fn complain(text: &str) {
    system::attach_console();
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// The value of `--days`. It is not repeated where it is no number.
fn number(parser: &mut lexopt::Parser) -> Result<u16, String> {
    let value = parser.value().ok().and_then(|value| value.into_string().ok());
    value.and_then(|value| value.parse().ok()).ok_or_else(|| texts::DAYS_INVALID.to_owned())
}

enum Word {
    Check,
    Due,
    Remind,
    Links(bool),
    Version,
    Help,
}

fn is_address(argument: &str) -> bool {
    argument.split_once(':').is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case(SCHEME))
}

/// As the board counts: a certificate is due when NetSuite's first email about it goes out.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "60")]
const DAYS: u16 = DUE_DAYS as u16;

/// Something couldn't be looked at.
const NOT_READ: u8 = 2;
/// `EX_USAGE` and `EX_UNAVAILABLE` of sysexits.h.
const USAGE: u8 = 64;
const UNAVAILABLE: u8 = 69;

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> Result<Asked, String> {
        read(arguments.iter().map(OsString::from))
    }

    #[test]
    fn without_options_and_for_an_address_the_window_is_asked_for() {
        for arguments in [&[][..], &["certdesk://oauth/callback?state=s&code=c"], &["CERTDESK:x"]] {
            assert_eq!(asked(arguments), Ok(Asked::Window), "{arguments:?}");
        }
    }

    #[test]
    fn a_check_takes_its_options_in_any_order() {
        assert_eq!(asked(&["--check"]), Ok(Asked::Check { json: false, online: false }));
        let both = Ok(Asked::Check { json: true, online: true });
        assert_eq!(asked(&["--online", "--check", "--json"]), both);
        assert_eq!(asked(&["--register-links"]), Ok(Asked::Links { open: true }));
        assert_eq!(asked(&["--unregister-links"]), Ok(Asked::Links { open: false }));
        assert!(asked(&["--register-links", "--json"]).is_err());
        assert_eq!(asked(&["--version"]), Ok(Asked::Version));
        assert_eq!(asked(&["--check", "--help"]), Ok(Asked::Help));
    }

    #[test]
    fn due_looks_sixty_days_ahead_or_as_far_as_it_is_told() {
        assert_eq!(asked(&["--due"]), Ok(Asked::Due { json: false, days: 60 }));
        let month = Ok(Asked::Due { json: true, days: 30 });
        assert_eq!(asked(&["--due", "--days", "30", "--json"]), month);
        assert_eq!(asked(&["--json", "--days=30", "--due"]), month);
        for arguments in [
            &["--due", "--online"][..],
            &["--days", "30"],
            &["--check", "--days", "30"],
            &["--register-links", "--days", "30"],
            &["--due", "--days"],
            &["--due", "--days", "-1"],
            &["--due", "--days", "certdesk://oauth/callback?code=c0de"],
            &["--due=30"],
        ] {
            let mistake = asked(arguments).expect_err("refused");
            assert!(!mistake.contains("c0de"), "{mistake}");
        }
    }

    #[test]
    fn a_reminder_takes_no_options() {
        assert_eq!(asked(&["--remind"]), Ok(Asked::Remind));
        for more in ["--json", "--online", "--days=30"] {
            assert!(asked(&["--remind", more]).is_err(), "{more}");
        }
    }

    #[test]
    fn what_nobody_knows_is_refused_and_an_address_is_not_repeated() {
        assert!(asked(&["--chek"]).unwrap_err().contains("--chek"));
        assert!(asked(&["-x"]).unwrap_err().contains("-x"));
        for arguments in [
            &["--json"][..],
            &["--online"],
            &["--check=yes"],
            &["--json=certdesk://oauth/callback?code=c0de", "--check"],
            &["certdesk://oauth/callback?code=c0de", "more"],
            &["--check", "certdesk://oauth/callback?code=c0de"],
            &["file.pem"],
        ] {
            let mistake = asked(arguments).expect_err("refused");
            assert!(!mistake.contains("c0de") && !mistake.contains("file"), "{mistake}");
        }
    }
}
