//! A login session: a bus, and what may be wrong with the keychain on it.

use crate::{Folders, Running, until};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// What a session has for keeping secrets.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Keychain {
    /// The collection "login" exists and is open.
    Unlocked,
    /// It exists and is closed; the desktop asks for [`KEYCHAIN_PASSWORD`] when somebody wants in.
    Locked,
    /// A Secret Service runs, but no collection was ever made.
    WithoutCollection,
    /// There is a session bus, and nothing on it keeps secrets.
    NoService,
    /// There is no session bus.
    NoBus,
}

/// What unlocks the collection of [`Keychain::Locked`].
pub const KEYCHAIN_PASSWORD: &str = "throw-away";

/// A session bus with the keychain asked for. Ends with everything on it when dropped.
#[derive(Debug)]
pub struct Session {
    address: Option<String>,
    // Dropped in this order: the service before its bus.
    _keyring: Option<Running>,
    _bus: Option<Running>,
}

impl Session {
    /// Starts the session of `folders`' user; prompts appear on `display`.
    pub fn start(keychain: Keychain, folders: &Folders, display: &str) -> Self {
        if keychain == Keychain::NoBus {
            return Self { address: None, _keyring: None, _bus: None };
        }
        let (bus, address) = start_bus(folders, display);
        let mut session = Self { address: Some(address), _keyring: None, _bus: Some(bus) };
        match keychain {
            Keychain::NoBus | Keychain::NoService => {}
            Keychain::Unlocked => {
                session._keyring = Some(session.secret_service(folders, Some(KEYCHAIN_PASSWORD)))
            }
            Keychain::WithoutCollection => {
                session._keyring = Some(session.secret_service(folders, None))
            }
            Keychain::Locked => {
                session._keyring = Some(session.secret_service(folders, Some(KEYCHAIN_PASSWORD)));
                session.lock();
            }
        }
        session
    }

    /// Lets `command` find this session's bus.
    pub fn apply<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        match &self.address {
            Some(address) => command.env("DBUS_SESSION_BUS_ADDRESS", address),
            None => command.env_remove("DBUS_SESSION_BUS_ADDRESS"),
        }
    }

    /// Where the bus is, if there is one.
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    /// Closes the collection "login".
    pub fn lock(&self) {
        let answer = self.dbus_send(&[
            "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets",
            "org.freedesktop.Secret.Service.Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login",
        ]);
        assert!(answer.contains("collection/login"), "the collection did not lock: {answer}");
    }

    /// A Secret Service comes up late, as when somebody starts it by hand. It runs as long as what is returned.
    pub fn late_secret_service(&self, folders: &Folders) -> Running {
        self.secret_service(folders, Some(KEYCHAIN_PASSWORD))
    }

    /// How many secrets the collection "login" holds.
    pub fn secrets(&self) -> usize {
        let answer = self.dbus_send(&[
            "--dest=org.freedesktop.secrets",
            "/org/freedesktop/secrets/collection/login",
            "org.freedesktop.DBus.Properties.Get",
            "string:org.freedesktop.Secret.Collection",
            "string:Items",
        ]);
        assert!(answer.contains('['), "the collection cannot be read: {answer}");
        answer.matches("/collection/login/").count()
    }

    /// What the collection "login" keeps for a program's user name, read as any other program of this session could.
    pub fn secret(&self, service: &str, user: &str) -> Option<Vec<u8>> {
        let mut command = Command::new("secret-tool");
        command.args(["lookup", "service", service, "username", user]);
        let output = self
            .apply(&mut command)
            .output()
            .expect("secret-tool is installed (Debian: libsecret-tools)");
        output.status.success().then_some(output.stdout)
    }

    fn secret_service(&self, folders: &Folders, password: Option<&str>) -> Running {
        let mut command = Command::new("gnome-keyring-daemon");
        command.args(["--foreground", "--components=secrets"]);
        if password.is_some() {
            command.arg("--unlock");
        }
        folders.apply(&mut command);
        self.apply(&mut command).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let (keyring, stdin) = Running::start_with_input(&mut command, "gnome-keyring");
        let mut stdin = stdin;
        stdin.write_all(password.unwrap_or_default().as_bytes()).expect("the password goes in");
        drop(stdin);
        until("a Secret Service on the bus", || {
            let answer = self.dbus_send(&[
                "--dest=org.freedesktop.DBus",
                "/",
                "org.freedesktop.DBus.NameHasOwner",
                "string:org.freedesktop.secrets",
            ]);
            answer.contains("true").then_some(())
        });
        keyring
    }

    pub(crate) fn dbus_send(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("dbus-send");
        command.args(["--session", "--print-reply=literal"]).args(arguments);
        let output =
            self.apply(&mut command).output().expect("dbus-send is installed (Debian: dbus-bin)");
        format!(
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        )
    }
}

/// Starts a bus that can activate nothing but the keychain's own prompter: no second Secret Service comes up by itself.
fn start_bus(folders: &Folders, display: &str) -> (Running, String) {
    let activatable = folders.all().join("services");
    fs::create_dir_all(&activatable).expect("a folder for the bus");
    let prompter = "org.gnome.keyring.SystemPrompter.service";
    let installed = Path::new("/usr/share/dbus-1/services").join(prompter);
    fs::copy(&installed, activatable.join(prompter))
        .expect("the prompter is installed (Debian: gcr)");
    let config = folders.all().join("bus.conf");
    fs::write(&config, bus_config(&activatable)).expect("the bus's configuration");

    let (read, write) = std::io::pipe().expect("a pipe");
    let mut command = Command::new("dbus-daemon");
    command.arg(format!("--config-file={}", config.display())).args([
        "--nofork",
        "--nopidfile",
        "--print-address=1",
    ]);
    folders
        .apply(&mut command)
        .env("DISPLAY", display)
        .stdout(Stdio::from(write))
        .stderr(Stdio::null());
    let bus = Running::start(&mut command, "dbus-daemon");
    drop(command);
    let mut address = String::new();
    BufReader::new(read).read_line(&mut address).expect("the bus tells its address");
    assert!(!address.trim().is_empty(), "the bus ended before it had an address");
    (bus, address.trim().to_owned())
}

fn bus_config(activatable: &Path) -> String {
    format!(
        r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#,
        activatable.display()
    )
}
