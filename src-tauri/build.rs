//! Puts every command of the app under Tauri's access control.
fn main() {
    tauri_build::build();
}
