//! Puts every command of the app under Tauri's access control: what is listed here needs a
//! permission of its own in `capabilities/main.json`. And tells the app which commit it is built from.

#[path = "src/commands/names.rs"]
mod names;

use std::path::Path;
use std::process::Command;

use names::COMMANDS;

fn main() {
    name_commit();
    let manifest = tauri_build::AppManifest::new().commands(&COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
        std::process::exit(1);
    }
}

/// `CERTDESK_COMMIT` for the app: from the variable of that name where there is one, as in a build
/// of released sources without their history, else from git. Without both it is not set.
fn name_commit() {
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
