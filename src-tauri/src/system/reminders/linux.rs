//! Linux: an entry for XDG autostart, and the desktop's notification program on the session bus.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use gtk::gio::DesktopAppInfo;
use gtk::gio::prelude::AppInfoExt as _;
use zbus::MatchRule;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;
use zbus::zvariant::Value;

use super::{ARGUMENT, Notification, ReminderClick, ReminderProblem};
use crate::system::platform::{quoted, told};

/// What a click does.
pub(crate) const CLICK: ReminderClick = ReminderClick::ShowsThemForMinutes;

/// What keeps reminders from this session.
pub(crate) fn problem() -> Option<ReminderProblem> {
    let answers = Connection::session().is_ok_and(|bus| has_notifications(&bus));
    (!answers).then_some(ReminderProblem::NoNotifications)
}

/// Whether the desktop starts this at login. It doesn't if the entry is gone, was turned off in the
/// desktop's settings, or names a program that is gone.
pub(crate) fn is_on() -> Result<bool, String> {
    Ok(is_started(&entry()))
}

/// Writes the entry.
///
/// Source: <https://specifications.freedesktop.org/autostart-spec/latest/>
pub(crate) fn turn_on() -> Result<(), String> {
    turn_on_at(&entry(), &this_program()?)
}

/// Deletes the entry.
pub(crate) fn turn_off() -> Result<(), String> {
    remove_entry(&entry())
}

fn entry() -> PathBuf {
    gtk::glib::user_config_dir().join("autostart").join(ENTRY)
}

/// An AppImage runs a program inside it, which is gone after the run.
fn this_program() -> Result<PathBuf, String> {
    let image = std::env::var_os("APPIMAGE").map(PathBuf::from);
    image.map_or_else(|| std::env::current_exe().map_err(told), Ok)
}

fn is_started(entry: &Path) -> bool {
    // None, too, where the program of `TryExec` is gone.
    let Some(entry) = DesktopAppInfo::from_filename(entry) else { return false };
    let disabled = entry.has_key(ENABLED) && !entry.boolean(ENABLED);
    !entry.is_hidden() && !disabled && entry.commandline().is_some()
}

/// GLib, which most desktops start entries with, finds no program whose path has a percent sign.
fn turn_on_at(entry: &Path, program: &Path) -> Result<(), String> {
    write_entry(entry, program)?;
    if is_started(entry) {
        return Ok(());
    }
    remove_entry(entry)?;
    Err("desktops can't start a program from this path".to_owned())
}

fn write_entry(entry: &Path, program: &Path) -> Result<(), String> {
    let text = entry_text(program).ok_or("the path of this program can't be written")?;
    if let Some(folder) = entry.parent() {
        std::fs::create_dir_all(folder).map_err(told)?;
    }
    local_files::replace(entry, text.as_bytes()).map_err(told)
}

fn remove_entry(entry: &Path) -> Result<(), String> {
    match local_files::remove(entry) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(told(error)),
        _ => Ok(()),
    }
}

/// With `TryExec`, desktops pass the entry over once the program is gone: a package can't delete it
/// from home folders.
fn entry_text(program: &Path) -> Option<String> {
    let program = program.to_str().filter(|path| !path.contains(['\n', '\r']))?;
    let (tried, run) = (program.replace('\\', r"\\"), quoted(program));
    Some(format!(
        "[Desktop Entry]\nType=Application\nName=Certdesk reminders\nComment=Checks once which certificates expire soon\nTryExec={tried}\nExec=\"{run}\" {ARGUMENT}\nIcon={ICON}\nTerminal=false\nNoDisplay=true\n"
    ))
}

/// A notification that is on the screen.
#[derive(Debug)]
pub(crate) struct Shown {
    id: u32,
    bus: Connection,
    signals: MessageIterator,
}

/// Shows a notification.
///
/// Source: <https://specifications.freedesktop.org/notification-spec/latest/>
pub(crate) fn show(notification: &Notification, _: &str) -> Result<Shown, String> {
    let bus = Connection::session().map_err(told)?;
    wait_for_notifications(&bus)?;
    let rule = MatchRule::builder().msg_type(Type::Signal).interface(INTERFACE).map_err(told)?;
    // Before the notification is there: a click can't come too early.
    let signals = MessageIterator::for_match_rule(rule.build(), &bus, None).map_err(told)?;
    let can: Vec<String> = call(&bus, "GetCapabilities", &())?;
    let can = |name: &str| can.iter().any(|one| one == name);
    let body = &notification.body;
    let body = if can("body-markup") { escaped(body) } else { body.clone() };
    let actions: &[&str] = if can("actions") { &[CLICKED, "Open Certdesk"] } else { &[] };
    // No name of a desktop entry: GNOME would take the notification away when this program ends.
    let hints = HashMap::from([("urgency", Value::U8(NORMAL))]);
    let title = notification.title.as_str();
    let arguments = ("Certdesk", 0_u32, ICON, title, body.as_str(), actions, hints, -1_i32);
    let id = call(&bus, "Notify", &arguments)?;
    Ok(Shown { id, bus, signals })
}

/// A text in the markup of the specification, which not every program reads as XML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

impl Shown {
    /// Waits for a click, for some minutes, and then opens an address of the app.
    pub(crate) fn open_when_clicked(self, address: &str) {
        let (bus, id) = (self.bus.clone(), self.id);
        if !self.wait_for_click() {
            return;
        }
        // Most desktops have done so already.
        if let Err(detail) = call::<_, ()>(&bus, "CloseNotification", &(id,)) {
            tracing::debug!(%detail, "the notification was not closed");
        }
        let started = this_program()
            .and_then(|program| Command::new(program).arg(address).spawn().map_err(told));
        if let Err(error) = started {
            tracing::warn!(%error, "Certdesk was not opened");
        }
    }

    fn wait_for_click(self) -> bool {
        let (sender, clicked) = mpsc::channel();
        // It ends with this process, if nothing happens to the notification.
        std::thread::spawn(move || {
            let end = self.signals.flatten().find_map(|signal| is_click(&signal, self.id));
            let _ = sender.send(end.unwrap_or_default());
        });
        clicked.recv_timeout(WAITS_FOR_CLICK).unwrap_or_default()
    }
}

/// Whether a signal says that the notification was clicked; none where it says something else.
fn is_click(signal: &zbus::Message, notification: u32) -> Option<bool> {
    let header = signal.header();
    let body = signal.body();
    match header.member()?.as_str() {
        "ActionInvoked" => {
            let (id, action): (u32, String) = body.deserialize().ok()?;
            (id == notification).then_some(action == CLICKED)
        }
        "NotificationClosed" => {
            let (id, _): (u32, u32) = body.deserialize().ok()?;
            (id == notification).then_some(false)
        }
        _ => None,
    }
}

/// At login, the notification program may start after this one.
fn wait_for_notifications(bus: &Connection) -> Result<(), String> {
    let patience = Instant::now() + WAITS_FOR_DESKTOP;
    while !has_notifications(bus) {
        if Instant::now() > patience {
            return Err("no program shows notifications".to_owned());
        }
        std::thread::sleep(Duration::from_millis(500));
    }
    Ok(())
}

/// Whether a program shows notifications, or starts when somebody wants to.
fn has_notifications(bus: &Connection) -> bool {
    let Ok(asked) = DBusProxy::new(bus) else { return false };
    let running = asked.list_names().unwrap_or_default();
    let startable = asked.list_activatable_names().unwrap_or_default();
    running.into_iter().chain(startable).any(|name| name.as_str() == SERVICE)
}

fn call<A, B>(bus: &Connection, method: &str, arguments: &A) -> Result<B, String>
where
    A: serde::Serialize + zbus::zvariant::DynamicType,
    B: for<'d> zbus::zvariant::DynamicDeserialize<'d>,
{
    let answer = bus.call_method(Some(SERVICE), PATH, Some(INTERFACE), method, arguments);
    answer.map_err(told)?.body().deserialize().map_err(told)
}

/// A name that no package uses.
const ENTRY: &str = "app.certdesk.reminders.desktop";
/// The icon that the packages install.
const ICON: &str = "certdesk";
/// GNOME's key for an entry that was turned off.
const ENABLED: &str = "X-GNOME-Autostart-enabled";

const SERVICE: &str = "org.freedesktop.Notifications";
const INTERFACE: &str = SERVICE;
const PATH: &str = "/org/freedesktop/Notifications";
/// What the specification calls a click on the notification itself.
const CLICKED: &str = "default";
/// Neither low nor critical.
const NORMAL: u8 = 1;

/// The window says how long this is.
const WAITS_FOR_CLICK: Duration = Duration::from_secs(5 * 60);
const WAITS_FOR_DESKTOP: Duration = Duration::from_secs(15);

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use test_support::{Display, Folders, Keychain, Notifications, Session};
    use zbus::blocking::connection::Builder;

    use super::*;

    #[test]
    fn an_entry_starts_its_program_until_that_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("my \"tools\" for $5 & more").join("certdesk");
        fs::create_dir(program.parent().unwrap()).unwrap();
        fs::write(&program, "#!/bin/sh\n").unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
        let entry = folder.path().join("autostart").join(ENTRY);
        assert!(!is_started(&entry));
        turn_on_at(&entry, &program).unwrap();
        assert!(is_started(&entry));

        let text = fs::read_to_string(&entry).unwrap();
        for off in ["Hidden=true", "X-GNOME-Autostart-enabled=false"] {
            fs::write(&entry, format!("{text}{off}\n")).unwrap();
            assert!(!is_started(&entry), "{off}");
        }
        fs::write(&entry, &text).unwrap();
        fs::remove_file(&program).unwrap();
        assert!(!is_started(&entry), "desktops pass it over");
        remove_entry(&entry).unwrap();
        remove_entry(&entry).unwrap();
        assert!(!entry.exists());
    }

    #[test]
    fn a_program_that_shows_notifications_is_found_on_the_bus() {
        let folders = Folders::new();
        let session = Session::start(Keychain::NoService, &folders, "");
        let bus = || Builder::address(session.address().unwrap()).unwrap().build().unwrap();
        assert!(!has_notifications(&bus()));
        let display = Display::start();
        let _program = Notifications::start(&session, &folders, &display);
        assert!(has_notifications(&bus()));
    }

    #[test]
    fn a_path_that_no_desktop_starts_a_program_from_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let entry = folder.path().join(ENTRY);
        for program in ["/a\nHidden=true", "/100%/certdesk", "/nonexistent/certdesk"] {
            assert!(turn_on_at(&entry, Path::new(program)).is_err(), "{program}");
            assert!(!entry.exists(), "{program}");
        }
    }
}
