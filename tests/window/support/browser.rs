//! The system's browser, as the app knows it: a program that is given an address. And the way back, by the app's own
//! scheme, which starts the app a second time.

use crate::support::desktop::Desktop;
use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use test_support::{Folders, until};

/// What the app opened in it, oldest first.
pub(crate) struct Browser {
    folder: PathBuf,
    read: AtomicUsize,
}

impl Browser {
    /// Installs it where the app looks first: it notes every address and shows nothing.
    pub(crate) fn install(folders: &Folders) -> Self {
        let folder = folders.all().join("bin");
        fs::create_dir_all(&folder).expect("a folder for programs");
        let program = folder.join("xdg-open");
        let script =
            format!("#!/bin/sh\nprintf '%s\\n' \"$1\" >>'{}'\n", folder.join(OPENED).display());
        fs::write(&program, script).expect("a program");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("its rights");
        Self { folder, read: AtomicUsize::new(0) }
    }

    /// `$PATH` with it in front.
    pub(crate) fn path(&self) -> String {
        let path = std::env::var("PATH").expect("programs can be found");
        format!("{}:{path}", self.folder.display())
    }

    /// Waits for the next page that the app opens.
    pub(crate) fn next_page(&self) -> String {
        let next = self.read.fetch_add(1, Ordering::Relaxed);
        until("the app opens a page in the browser", || {
            let opened = fs::read_to_string(self.folder.join(OPENED)).unwrap_or_default();
            // A line without its end is still being written.
            let mut lines = opened.split_inclusive('\n').filter(|line| line.ends_with('\n'));
            lines.nth(next).map(|line| line.trim_end().to_owned())
        })
    }
}

impl Desktop {
    /// What the system does with an address of the app's scheme: starts the app with it, beside the one that runs.
    /// Returns when that second process has handed it over and ended.
    pub(crate) fn hand_over_to_the_app(&self, address: &str) {
        self.start_second(&[address]);
    }

    /// Starts the app beside the one that runs, and waits until it has ended.
    pub(crate) fn start_second(&self, arguments: &[&str]) {
        let mut command = self.command(&crate::support::desktop::certdesk());
        // A file of its own, so that it is searched for traces like every other.
        let log = File::create(self.folders.all().join("log-second")).expect("a file for the log");
        command.args(arguments).stderr(log.try_clone().expect("the same file")).stdout(log);
        let mut second = test_support::Running::start(&mut command, "certdesk");
        let status = until("the second Certdesk ends", || second.ended());
        assert!(status.success(), "the second Certdesk ends with {status}");
    }
}

const OPENED: &str = "opened";
