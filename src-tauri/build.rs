//! Puts every command of the app under Tauri's access control: what is listed here needs a
//! permission of its own in `capabilities/main.json`.

#[path = "src/commands/names.rs"]
mod names;

use names::COMMANDS;

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
        std::process::exit(1);
    }
}
