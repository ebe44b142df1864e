//! Command-line tools of the user: found by their full path, run without a shell and without a
//! console, with what they read and say held as secrets.

use std::ffi::OsString;
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use certdesk_core::handover::secret_store::{Answer, Tool, ToolProblem};
use netsuite_keys::secret::Secret;
use zeroize::Zeroizing;

use crate::system;

/// Where tools are, and how long they may work.
#[derive(Debug)]
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
    limit: Duration,
    /// One call at a time: two could prompt the user at once.
    pub(crate) in_use: tokio::sync::Mutex<()>,
}

/// A tool that was found.
#[derive(Debug)]
pub(crate) struct FoundTool {
    program: PathBuf,
    /// The folders it was looked for in. It gets them as its own search path, for it may start others.
    search_path: OsString,
    limit: Duration,
}

impl Tools {
    /// The folders of the search path, and those that this system's installers use but leave out of
    /// the search path of programs that aren't started from a terminal.
    pub(crate) fn of_this_computer() -> Self {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let others = system::TOOL_FOLDERS.iter().map(PathBuf::from);
        Self::in_folders(std::env::split_paths(&path).chain(others), LIMIT)
    }

    /// Those in `folders`, which may each work for `limit`. A folder without a full path would be
    /// looked for wherever the app was started, so it is left out.
    pub(crate) fn in_folders(folders: impl Iterator<Item = PathBuf>, limit: Duration) -> Self {
        let folders = folders.filter(|folder| folder.is_absolute()).collect();
        Self { folders, limit, in_use: tokio::sync::Mutex::new(()) }
    }

    /// A tool by the name that is typed in a terminal.
    pub(crate) fn find(&self, name: &str) -> Option<FoundTool> {
        let search_path = std::env::join_paths(&self.folders).ok()?;
        let program = which::which_in_global(name, Some(&search_path)).ok()?.next()?;
        Some(FoundTool { program, search_path, limit: self.limit })
    }
}

impl FoundTool {
    /// Its full path.
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }
}

impl Tool for FoundTool {
    fn call(
        &self,
        arguments: &[String],
        input: Option<&Secret<String>>,
    ) -> Result<Answer, ToolProblem> {
        let end = Instant::now() + self.limit;
        let mut command = Command::new(&self.program);
        command.args(arguments).env("PATH", &self.search_path);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() });
        system::without_console(&mut command);
        let mut child = command.spawn().map_err(|error| {
            tracing::warn!(program = %self.program.display(), %error, "a tool could not be started");
            ToolProblem::NotStarted
        })?;
        if let (Some(mut stdin), Some(input)) = (child.stdin.take(), input) {
            let input = Secret::new(input.expose().clone());
            // Elsewhere, for a tool may answer before it reads. One that reads nothing tells by its
            // own end; the pipe is closed when `stdin` is dropped.
            thread::spawn(move || drop(stdin.write_all(input.expose().as_bytes())));
        }
        let stdout = child.stdout.take().map(|pipe| read(pipe, MOST));
        let stderr = child.stderr.take().map(|pipe| read(pipe, MOST));
        let (Some(stdout), Some(stderr)) = (stdout, stderr) else {
            return Err(stop(&mut child, ToolProblem::NotStarted));
        };
        let answers = received(&stdout, end).and_then(|out| Ok((out, received(&stderr, end)?)));
        let (stdout, stderr) = match answers {
            Ok(answers) => answers,
            Err(problem) => return Err(stop(&mut child, problem)),
        };
        // It has closed both, so it is about to end.
        while Instant::now() < end {
            match child.try_wait() {
                Ok(Some(status)) => {
                    return Ok(Answer { success: status.success(), stdout, stderr });
                }
                Ok(None) => thread::sleep(BETWEEN_LOOKS),
                Err(_) => break,
            }
        }
        Err(stop(&mut child, ToolProblem::TimedOut))
    }
}

/// Reads a pipe to its end on a thread of its own, which nobody waits for: a process that a stopped
/// tool has left behind may hold the pipe open. None for more than `most` bytes.
fn read(mut pipe: impl Read + Send + 'static, most: usize) -> Receiver<Option<Secret>> {
    let (sender, receiver) = sync_channel(1);
    thread::spawn(move || {
        // Never grows, for what it leaves behind when it does isn't wiped.
        let mut bytes = Zeroizing::new(vec![0; most + 1]);
        let mut length = 0;
        while length < bytes.len() {
            match pipe.read(&mut bytes[length..]) {
                Ok(0) => break,
                Ok(count) => length += count,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(_) => break,
            }
        }
        let whole = length <= most;
        bytes.truncate(length);
        // Nobody listens any more when the tool was stopped.
        drop(sender.send(whole.then(|| Secret::from(bytes))));
    });
    receiver
}

fn received(pipe: &Receiver<Option<Secret>>, end: Instant) -> Result<Secret, ToolProblem> {
    match pipe.recv_timeout(end.saturating_duration_since(Instant::now())) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(ToolProblem::AnswerTooLong),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
            Err(ToolProblem::TimedOut)
        }
    }
}

/// Ends a tool that has not ended.
fn stop(child: &mut Child, problem: ToolProblem) -> ToolProblem {
    // One that has ended meanwhile can't be ended again.
    let _ = child.kill();
    let _ = child.wait();
    problem
}

/// Long enough for somebody who is asked for a fingerprint or a password by the tool.
const LIMIT: Duration = Duration::from_secs(120);
/// The list of a large vault of 1Password has some thousand items of some hundred bytes each.
const MOST: usize = 4 * 1024 * 1024;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_tool_is_told_the_folders_it_was_looked_for_in() {
        let folders = ["/usr/bin", "/opt/homebrew/bin"].map(PathBuf::from);
        let env = Tools::in_folders(folders.into_iter(), LIMIT).find("env").unwrap();
        let answer = env.call(&[], None).unwrap();
        let environment = std::str::from_utf8(answer.stdout.expose()).unwrap();
        assert!(environment.lines().any(|line| line == "PATH=/usr/bin:/opt/homebrew/bin"));
    }
}
