//! Puts every command of the app under Tauri's access control: what is listed here needs a
//! permission of its own in `capabilities/main.json`.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&[
        "account_check",
        "account_parse",
        "app_status",
        "certificate_make",
        "certificate_save",
        "connection_change",
        "connection_create",
        "connection_list",
        "connection_read",
        "connection_remove",
        "key_export",
        "key_search",
        "key_search_cancel",
        "kit_read",
        "netsuite_open",
        "pair_choose",
        "pair_discard",
        "pair_import",
        "pair_unlock",
        "practice_open",
        "practice_start",
        "practice_stop",
        "token_request",
        "vault_check",
        "vault_open_files",
    ]);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
        std::process::exit(1);
    }
}
