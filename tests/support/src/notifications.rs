//! A desktop's notification program, and a person who clicks.

use crate::{Display, Folders, Running, Session, until};
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// dunst, the real program, on a session's bus and a display.
#[derive(Debug)]
pub struct Notifications<'s> {
    session: &'s Session,
    log: PathBuf,
    _dunst: Running,
}

impl<'s> Notifications<'s> {
    /// Starts it, and waits until it answers.
    pub fn start(session: &'s Session, folders: &Folders, display: &Display) -> Self {
        let config = folders.all().join("dunstrc");
        // Nothing goes away by itself while a test looks at it.
        fs::write(&config, "[global]\ntimeout = 0\n[urgency_normal]\ntimeout = 0\n")
            .expect("its configuration");
        let log = folders.all().join("notifications");
        let printed = File::create(&log).expect("a file for what it shows");
        let mut command = Command::new("dunst");
        command.arg("-conf").arg(&config).arg("-print");
        folders.apply(&mut command);
        session.apply(&mut command).env("DISPLAY", display.name());
        command.stdout(printed).stderr(Stdio::null());
        let dunst = Running::start(&mut command, "dunst");
        let notifications = Self { session, log, _dunst: dunst };
        until("a notification program on the bus", || notifications.displayed());
        notifications
    }

    /// How many are on the display now; none while the program doesn't answer.
    pub fn displayed(&self) -> Option<u32> {
        let answer = self.ask(&[
            "org.freedesktop.DBus.Properties.Get",
            "string:org.dunstproject.cmd0",
            "string:displayedLength",
        ]);
        answer.rsplit_once("uint32")?.1.trim().parse().ok()
    }

    /// Waits until so many are on the display.
    pub fn until_displayed(&self, count: u32) {
        until(&format!("{count} notifications"), || (self.displayed()? == count).then_some(()));
    }

    /// The title and text of each that was shown so far.
    pub fn all(&self) -> Vec<(String, String)> {
        let log = fs::read_to_string(&self.log).expect("what it showed");
        let values = |name: &str| -> Vec<String> {
            let start = format!("\t{name}: '");
            let lines =
                log.lines().filter_map(|line| line.strip_prefix(&start)?.strip_suffix('\''));
            lines.map(str::to_owned).collect()
        };
        values("summary").into_iter().zip(values("body")).collect()
    }

    /// Clicks the newest.
    pub fn click(&self) {
        self.ask(&["org.dunstproject.cmd0.NotificationAction", "uint32:0"]);
    }

    /// Closes all without a click on them.
    pub fn close_all(&self) {
        self.ask(&["org.dunstproject.cmd0.NotificationCloseAll"]);
    }

    fn ask(&self, what: &[&str]) -> String {
        let place = ["--dest=org.freedesktop.Notifications", "/org/freedesktop/Notifications"];
        self.session.dbus_send(&[&place, what].concat())
    }
}
