//! The window's types are the ones the Rust side writes.

use std::path::Path;

#[test]
fn the_types_of_the_window_are_those_of_the_rust_side() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/types/ipc.d.ts");
    let written = certdesk_lib::typescript();
    if std::env::var_os("CERTDESK_WRITE_TYPES").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap();
    assert!(
        committed == written,
        "ui/types/ipc.d.ts is out of date; write it with CERTDESK_WRITE_TYPES=1"
    );
}
