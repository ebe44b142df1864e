//! The commit that the app is built from, as the variable `CERTDESK_COMMIT`.

use std::path::Path;
use std::process::Command;

/// Passes the commit on to the app: from the variable of that name where there is one, as in a build
/// of released sources without their history, else from git. Without both it is not set.
pub(crate) fn name() {
    println!("cargo::rerun-if-env-changed={COMMIT}");
    let given = std::env::var(COMMIT).ok().filter(|commit| !commit.trim().is_empty());
    let commit = given.or_else(|| {
        // Every commit and every checkout adds a line to this file.
        if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"])
            && Path::new(&log).exists()
        {
            println!("cargo::rerun-if-changed={log}");
        }
        git(&["rev-parse", "--short=12", "HEAD"])
    });
    if let Some(commit) = commit {
        println!("cargo::rustc-env={COMMIT}={}", commit.trim());
    }
}

/// What git says, if it is installed and these sources are in a repository.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

const COMMIT: &str = "CERTDESK_COMMIT";
