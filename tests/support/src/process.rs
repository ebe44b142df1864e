//! Child processes that cannot outlive their test.

use std::fs;
use std::io::ErrorKind;
use std::process::{Child, ChildStdin, Command, ExitStatus};

/// A child process; killed and waited for when dropped.
#[derive(Debug)]
pub struct Running(Child);

impl Running {
    /// Starts `command`. Panics with the Debian package when the program is not installed.
    pub fn start(command: &mut Command, debian_package: &str) -> Self {
        match command.spawn() {
            Ok(child) => Self(child),
            Err(e) if e.kind() == ErrorKind::NotFound => {
                panic!("{:?} is not installed (Debian: {debian_package})", command.get_program())
            }
            Err(e) => panic!("{:?} does not start: {e}", command.get_program()),
        }
    }

    /// The same, for a command whose standard input is piped; returns its writing end.
    pub fn start_with_input(command: &mut Command, debian_package: &str) -> (Self, ChildStdin) {
        let mut running = Self::start(command, debian_package);
        let input = running.0.stdin.take().expect("the command pipes its standard input");
        (running, input)
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.ended().is_none()
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.0.try_wait().expect("a child of ours")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only when it is gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The process ids below `id`, parents before children.
pub fn descendants(id: u32) -> Vec<u32> {
    let mut found = Vec::new();
    let tasks = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    for task in tasks {
        let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
        for child in children.split_whitespace().filter_map(|id| id.parse().ok()) {
            found.push(child);
            found.extend(descendants(child));
        }
    }
    found
}
