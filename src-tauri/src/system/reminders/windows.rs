//! Windows: a value below the registry's `Run` key of this user, and a toast notification.

use std::path::Path;

use windows::Data::Xml::Dom::XmlDocument;
use windows::UI::Notifications::{ToastNotification, ToastNotificationManager};
use windows::core::HSTRING;
use windows_registry::CURRENT_USER;

use super::{ARGUMENT, Notification, ReminderClick, ReminderProblem};
use crate::system::is_packaged;
use crate::system::platform::program;

/// What a click does: Windows opens the link, also after this program has ended.
pub(crate) const CLICK: ReminderClick = ReminderClick::ShowsThem;

/// Windows shows toasts of programs that a shortcut in the Start menu introduces. Installers make it.
pub(crate) fn problem() -> Option<ReminderProblem> {
    (!is_packaged()).then_some(ReminderProblem::NotInstalled)
}

/// Whether Windows starts this at login. It doesn't if the value is gone, names a program that is
/// gone, or was turned off in Task Manager or Settings.
pub(crate) fn is_on() -> Result<bool, String> {
    let Ok(run) = CURRENT_USER.open(RUN) else { return Ok(false) };
    let disabled = CURRENT_USER.open(APPROVED).and_then(|key| key.get_value(NAME));
    let disabled = disabled.is_ok_and(|state| state.first().is_some_and(|first| first & 1 == 1));
    let command = run.get_string(NAME);
    Ok(command.is_ok_and(|command| starts_a_program(&command)) && !disabled)
}

/// The value outlives a program that another installer has put elsewhere.
fn starts_a_program(command: &str) -> bool {
    Path::new(program(command)).is_file()
}

/// Writes the value.
///
/// Source: <https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys>
pub(crate) fn turn_on() -> Result<(), String> {
    let this = std::env::current_exe().map_err(told)?;
    let run = CURRENT_USER.create(RUN).map_err(told)?;
    run.set_string(NAME, command_of(&this)).map_err(told)?;
    remove(APPROVED)
}

fn command_of(program: &Path) -> String {
    format!("\"{}\" {ARGUMENT}", program.display())
}

/// Deletes the value.
pub(crate) fn turn_off() -> Result<(), String> {
    remove(RUN)?;
    remove(APPROVED)
}

fn remove(path: &str) -> Result<(), String> {
    let Ok(key) = CURRENT_USER.options().read().write().open(path) else { return Ok(()) };
    match key.get_value(NAME) {
        Ok(_) => key.remove_value(NAME).map_err(told),
        Err(_) => Ok(()),
    }
}

/// A notification that is on the screen.
#[derive(Debug)]
pub(crate) struct Shown;

impl Shown {
    /// Windows does this by itself.
    pub(crate) const fn open_when_clicked(self, _: &str) {}
}

/// Shows a notification.
///
/// Source: <https://learn.microsoft.com/windows/apps/design/shell/tiles-and-notifications/toast-schema>
pub(crate) fn show(notification: &Notification, address: &str) -> Result<Shown, String> {
    toast(notification, address).map(|()| Shown).map_err(told)
}

fn toast(notification: &Notification, address: &str) -> windows::core::Result<()> {
    let document = XmlDocument::new()?;
    document.LoadXml(&HSTRING::from(TOAST))?;
    document.DocumentElement()?.SetAttribute(&"launch".into(), &address.into())?;
    let texts = document.GetElementsByTagName(&"text".into())?;
    // As text, not as XML: a client's name may contain anything.
    for (place, text) in (0..).zip([&notification.title, &notification.body]) {
        let text = document.CreateTextNode(&text.into())?;
        texts.Item(place)?.AppendChild(&text)?;
    }
    let toast = ToastNotification::CreateToastNotification(&document)?;
    ToastNotificationManager::CreateToastNotifierWithId(&APP.into())?.Show(&toast)
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
/// Where Windows notes what the user turned off.
const APPROVED: &str = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";
/// `package/after-remove.nsh` deletes it.
const NAME: &str = "Certdesk reminders";
/// What the installers give to the shortcut in the Start menu.
const APP: &str = "app.certdesk";
const TOAST: &str = r#"<toast activationType="protocol"><visual><binding template="ToastGeneric"><text/><text/></binding></visual></toast>"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_starts_its_program_until_that_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("my certdesk.exe");
        let command = command_of(&program);
        assert!(!starts_a_program(&command));
        std::fs::write(&program, "").unwrap();
        assert!(starts_a_program(&command));
    }
}
