//! Reminders: the entry at login, and what `certdesk --remind` shows. The real program and a real notification program,
//! in the folders and the session of an invented user.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use crate::expiring::connection;
use crate::test_app::TestApp;
use certdesk_core::store::Store;
use local_files::Lock;
use serde_json::{Value, json};
use test_support::{Display, Folders, Keychain, Notifications, Session};
use time::{Duration, OffsetDateTime};

/// A user with a login session whose connections expire.
struct User {
    // Dropped in this order: the session before the folders that it writes to.
    session: Session,
    display: Display,
    folders: Folders,
}

impl User {
    fn new(connections: &[(&str, i64)]) -> Self {
        let folders = Folders::new();
        let user = Self {
            session: Session::start(Keychain::NoService, &folders, ""),
            display: Display::start(),
            folders,
        };
        fs::create_dir_all(user.data()).unwrap();
        let store = Store::new(user.data().join("connections"));
        for (name, days_left) in connections {
            store.create(&connection(name, *days_left)).unwrap();
        }
        user
    }

    fn data(&self) -> PathBuf {
        self.folders.data().join("app.certdesk")
    }

    fn notifications(&self) -> Notifications<'_> {
        Notifications::start(&self.session, &self.folders, &self.display)
    }

    /// Without a display of its own: what a click opens says that it has none.
    fn log_in(&self) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_certdesk"));
        self.folders.apply(&mut command);
        self.session.apply(&mut command).arg("--remind");
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    fn record(&self) -> PathBuf {
        self.data().join("reminders.json")
    }

    fn last_look(&self) -> Value {
        let record: Value = serde_json::from_slice(&fs::read(self.record()).unwrap()).unwrap();
        record["lastLook"].clone()
    }

    /// The look that showed a notification, once it is written down and lets go of the document: that comes after the
    /// notification is on the screen.
    fn look_that_showed(&self) -> Value {
        test_support::until("the look is written down", || {
            let _free = Lock::try_take(&self.data().join("reminders.lock")).unwrap()?;
            let record: Value = serde_json::from_slice(&fs::read(self.record()).ok()?).ok()?;
            (record["lastLook"]["notified"] == "shown").then(|| record["lastLook"].clone())
        })
    }

    /// As if the last notification had been shown a day earlier.
    fn a_day_passes(&self) {
        let mut record: Value = serde_json::from_slice(&fs::read(self.record()).unwrap()).unwrap();
        let format = &time::format_description::well_known::Rfc3339;
        let earlier = (OffsetDateTime::now_utc() - Duration::days(1)).format(format).unwrap();
        record["shownAt"] = json!(earlier);
        fs::write(self.record(), record.to_string()).unwrap();
    }
}

/// Ends by itself, and has nothing to say on the command line.
#[track_caller]
fn ends_quietly(look: Child) {
    let output = look.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!((stdout(&output), stderr(&output)), (String::new(), String::new()));
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn two_logins_on_one_day_show_one_notification_and_the_next_day_shows_another() {
    let user = User::new(&[("Northwind Traders", 12), ("Larkspur", 200)]);
    let notifications = user.notifications();
    let first = user.log_in();
    notifications.until_displayed(1);
    user.look_that_showed();
    ends_quietly(user.log_in());
    assert_eq!(user.last_look()["notified"], "earlier");
    assert_eq!(notifications.displayed(), Some(1));
    notifications.close_all();
    ends_quietly(first);

    user.a_day_passes();
    let next = user.log_in();
    notifications.until_displayed(1);
    user.look_that_showed();
    notifications.close_all();
    ends_quietly(next);
    let all = notifications.all();
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].0, "Certificate for Northwind Traders expires in 12 days");
    assert!(all[0].1.starts_with("Alumio can't get tokens after "), "{all:?}");
    assert_eq!(all[1], all[0]);
}

#[test]
fn several_certificates_are_counted_and_the_first_is_named() {
    let user =
        User::new(&[("Smith & Sons <b>", 3), ("Larkspur", 20), ("Kestrel", 40), ("Old", -90)]);
    let notifications = user.notifications();
    let look = user.log_in();
    notifications.until_displayed(1);
    let all = notifications.all();
    assert_eq!(all[0].0, "2 certificates expire within 30 days");
    let escaped = "The first is for Smith &amp; Sons &lt;b&gt;. It expires on ";
    assert!(all[0].1.starts_with(escaped), "{all:?}");
    assert_eq!(user.look_that_showed()["due"], 2);
    notifications.close_all();
    ends_quietly(look);
}

#[test]
fn nothing_is_shown_where_nothing_expires() {
    let user = User::new(&[("Northwind Traders", 31), ("Old", -31)]);
    let notifications = user.notifications();
    ends_quietly(user.log_in());
    assert_eq!(notifications.displayed(), Some(0));
    let look = user.last_look();
    assert_eq!((&look["notified"], &look["due"]), (&json!("not-needed"), &json!(0)));
}

#[test]
fn what_cannot_be_read_is_said_once_a_day_too() {
    let user = User::new(&[]);
    fs::create_dir_all(user.data().join("connections")).unwrap();
    fs::write(user.data().join("connections/a.connection.json"), "{").unwrap();
    let notifications = user.notifications();
    let look = user.log_in();
    notifications.until_displayed(1);
    user.look_that_showed();
    ends_quietly(user.log_in());
    let expected = ("Certdesk can't read 1 connection".into(), "Open Certdesk to see why.".into());
    assert_eq!(notifications.all(), [expected]);
    assert_eq!(user.last_look()["complete"], false);
    notifications.close_all();
    ends_quietly(look);
}

#[test]
fn a_damaged_document_of_the_last_look_does_not_keep_a_reminder_away() {
    let user = User::new(&[("Northwind Traders", 0)]);
    fs::write(user.record(), "{\"shownAt\": 7").unwrap();
    let notifications = user.notifications();
    let look = user.log_in();
    notifications.until_displayed(1);
    assert_eq!(notifications.all()[0].0, "Certificate for Northwind Traders expires today");
    user.look_that_showed();
    notifications.close_all();
    ends_quietly(look);
}

#[test]
fn a_click_on_the_notification_opens_the_app() {
    let user = User::new(&[("Northwind Traders", -2)]);
    let notifications = user.notifications();
    let look = user.log_in();
    notifications.until_displayed(1);
    assert_eq!(notifications.all()[0].0, "Certificate for Northwind Traders has expired");
    notifications.click();
    let output = look.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let said = "Certdesk can't open its window without a display. Start it in a graphical desktop session.\n";
    assert_eq!(stderr(&output), said, "the app was started, and has no display here");
    assert_eq!(notifications.displayed(), Some(0));
}

#[test]
fn a_notification_program_that_starts_after_the_look_is_waited_for() {
    let user = User::new(&[("Northwind Traders", 5)]);
    let look = user.log_in();
    let notifications = user.notifications();
    notifications.until_displayed(1);
    notifications.close_all();
    ends_quietly(look);
}

#[test]
fn where_nothing_shows_notifications_the_look_fails_and_the_next_one_tries_again() {
    let user = User::new(&[("Northwind Traders", 5)]);
    let output = user.log_in().wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(user.last_look()["notified"], "failed");
    let notifications = user.notifications();
    let look = user.log_in();
    notifications.until_displayed(1);
    notifications.close_all();
    ends_quietly(look);
}

/// In the session of `tests/support/with-secret-service.sh`, whose folders are thrown away.
#[test]
fn the_switch_writes_the_entry_and_shows_what_the_system_has() {
    assert!(
        std::env::var_os("CERTDESK_TEST_SESSION").is_some(),
        "run this under tests/support/with-secret-service.sh, as `make test` does"
    );
    let config = std::env::var_os("XDG_CONFIG_HOME").unwrap();
    let entry = Path::new(&config).join("autostart/app.certdesk.reminders.desktop");
    let app = TestApp::new();
    let read = || app.does("reminders_read", json!({}));
    let switch = |on: bool| app.does("reminders_switch", json!({ "on": on }));
    assert_eq!((&read()["on"], &read()["turnedOnAt"]), (&json!(false), &Value::Null));

    let on = switch(true);
    assert_eq!(on["on"], true);
    assert!(on["turnedOnAt"].is_string(), "{on}");
    let text = fs::read_to_string(&entry).unwrap();
    let this = std::env::current_exe().unwrap();
    let this = this.display();
    assert!(text.contains(&format!("\nTryExec={this}\nExec=\"{this}\" --remind\n")), "{text}");
    assert_eq!(switch(true)["on"], true, "a second time");

    fs::remove_file(&entry).unwrap();
    assert_eq!((&read()["on"], &read()["turnedOnAt"]), (&json!(false), &Value::Null));

    switch(true);
    fs::write(&entry, text + "X-GNOME-Autostart-enabled=false\n").unwrap();
    assert_eq!(read()["on"], false, "turned off in the desktop's settings");
    assert_eq!(switch(true)["on"], true);

    assert_eq!(switch(false)["on"], false);
    assert!(!entry.exists());
    assert_eq!(switch(false)["on"], false, "a second time");
}
