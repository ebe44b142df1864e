//! Puts every command of the app under Tauri's access control: what is listed here needs a
//! permission of its own in `capabilities/main.json`. Collects the licenses of what is linked in.
//! Tells the app which commit it is built from.

#[path = "build/commit.rs"]
mod commit;
#[path = "build/licenses.rs"]
mod licenses;
#[path = "src/command_names.rs"]
mod names;

use names::COMMANDS;

fn main() {
    commit::name();
    let manifest = tauri_build::AppManifest::new().commands(&COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        fail(&format!("{error:#}"));
    }
    if let Err(error) = licenses::write() {
        fail(&format!("the licenses cannot be collected: {error}"));
    }
}

fn fail(why: &str) -> ! {
    println!("cargo::error={why}");
    std::process::exit(1)
}
