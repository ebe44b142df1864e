//! What any Tauri app costs before it does anything: one window, one page, one sentence.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
