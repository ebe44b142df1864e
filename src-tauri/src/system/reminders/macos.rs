//! macOS: a launch agent of this user, and a notification in the name of the installed app.

use std::path::{Path, PathBuf};

use mac_notification_sys::{send_notification, set_application};
use plist::Value;
use rustix::fs::{StatVfsMountFlags, statvfs};

use super::{ARGUMENT, Notification, ReminderClick, ReminderProblem};

/// macOS opens the app by itself, and tells a program that has ended nothing.
pub(crate) const CLICK: ReminderClick = ReminderClick::Unknown;

/// A notification needs the app bundle in whose name it is shown, and the launch agent a bundle that
/// is still there at the next login.
pub(crate) fn problem() -> Option<ReminderProblem> {
    let this = std::env::current_exe().ok();
    let contents = this.as_deref().and_then(|this| this.parent()?.parent());
    let installed = contents.is_some_and(|contents| {
        contents.join("Info.plist").is_file() && !is_on_read_only_volume(contents)
    });
    (!installed).then_some(ReminderProblem::NotInstalled)
}

/// A disk image is one, and so is the random folder from which macOS runs an app that was downloaded
/// and not moved. Both are gone later.
fn is_on_read_only_volume(path: &Path) -> bool {
    statvfs(path).is_ok_and(|volume| volume.f_flag.contains(StatVfsMountFlags::RDONLY))
}

/// Whether macOS starts this at login. What is turned off in System Settings can't be read.
pub(crate) fn is_on() -> Result<bool, String> {
    Ok(starts_a_program(&agent()?))
}

/// Writes the launch agent, which macOS reads at the next login.
///
/// Source: the manual page launchd.plist(5).
pub(crate) fn turn_on() -> Result<(), String> {
    let agent = agent()?;
    let this = std::env::current_exe().map_err(told)?;
    let this = this.to_str().ok_or("the path of this program can't be written")?;
    if let Some(folder) = agent.parent() {
        std::fs::create_dir_all(folder).map_err(told)?;
    }
    let mut text = Vec::new();
    plist::to_writer_xml(&mut text, &description(this)).map_err(told)?;
    local_files::replace(&agent, &text).map_err(told)
}

/// Deletes the launch agent.
pub(crate) fn turn_off() -> Result<(), String> {
    match local_files::remove(&agent()?) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(told(error)),
        _ => Ok(()),
    }
}

fn agent() -> Result<PathBuf, String> {
    let home = dirs::home_dir().ok_or("this system names no home folder")?;
    Ok(home.join("Library/LaunchAgents").join(format!("{LABEL}.plist")))
}

fn description(program: &str) -> Value {
    let mut agent = plist::Dictionary::new();
    agent.insert("Label".to_owned(), Value::from(LABEL));
    agent.insert(
        ARGUMENTS.to_owned(),
        Value::Array(vec![Value::from(program), Value::from(ARGUMENT)]),
    );
    agent.insert("RunAtLoad".to_owned(), Value::from(true));
    // Shown in System Settings under the app's own name and icon.
    agent.insert("AssociatedBundleIdentifiers".to_owned(), Value::from(APP));
    Value::Dictionary(agent)
}

fn starts_a_program(agent: &Path) -> bool {
    let agent = Value::from_file(agent).ok();
    let arguments = agent.as_ref().and_then(|agent| agent.as_dictionary()?.get(ARGUMENTS));
    let program = arguments.and_then(|all| all.as_array()?.first()?.as_string());
    program.is_some_and(|program| Path::new(program).is_file())
}

/// A notification that is on the screen.
#[derive(Debug)]
pub(crate) struct Shown;

impl Shown {
    /// macOS opens the app without an address.
    pub(crate) const fn open_when_clicked(self, _: &str) {}
}

/// Shows a notification.
pub(crate) fn show(notification: &Notification, _: &str) -> Result<Shown, String> {
    set_application(APP).map_err(told)?;
    let shown = send_notification(&notification.title, None, &notification.body, None);
    shown.map(|_| Shown).map_err(told)
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

const APP: &str = "app.certdesk";
const LABEL: &str = "app.certdesk.reminders";
const ARGUMENTS: &str = "ProgramArguments";
