//! One invented user's folders.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The folders of a user who exists for one test: home, data, temporary files, a place to save to. Deleted when dropped.
#[derive(Debug)]
pub struct Folders(TempDir);

impl Folders {
    /// Makes them, empty, for the owner only.
    pub fn new() -> Self {
        let folders = Self(TempDir::with_prefix("certdesk-").expect("a folder for the test"));
        for name in ["home", "data", "config", "cache", "run", "tmp", "saved"] {
            let path = folders.0.path().join(name);
            fs::create_dir(&path).expect("a folder for the test");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).expect("its rights");
        }
        folders
    }

    /// Everything this user can have written.
    pub fn all(&self) -> &Path {
        self.0.path()
    }

    /// `$XDG_DATA_HOME`: programs keep their documents below it, the Secret Service its collections.
    pub fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    /// `$TMPDIR`.
    pub fn temporary(&self) -> PathBuf {
        self.0.path().join("tmp")
    }

    /// Where the test's person saves files to.
    pub fn saved(&self) -> PathBuf {
        self.0.path().join("saved")
    }

    /// Lets `command` live in these folders, without this session's bus and display.
    pub fn apply<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let path = |name: &str| self.0.path().join(name);
        for inherited in [
            "DBUS_SESSION_BUS_ADDRESS",
            "DISPLAY",
            "GNOME_KEYRING_CONTROL",
            "WAYLAND_DISPLAY",
            "XDG_CURRENT_DESKTOP",
        ] {
            command.env_remove(inherited);
        }
        command
            .env("HOME", path("home"))
            .env("TMPDIR", path("tmp"))
            .env("XDG_CACHE_HOME", path("cache"))
            .env("XDG_CONFIG_HOME", path("config"))
            .env("XDG_DATA_HOME", path("data"))
            .env("XDG_RUNTIME_DIR", path("run"))
            .env("LC_ALL", "C.UTF-8")
    }
}

impl Default for Folders {
    fn default() -> Self {
        Self::new()
    }
}
