//! Any file as a backup, and any archive as what was in one: it is refused or read, and never panics.

#![no_main]

use certdesk_core::backup::{Archive, opens};
use libfuzzer_sys::fuzz_target;
use netsuite_keys::secret::Secret;

fuzz_target!(|file: &[u8]| {
    let _ = opens(file);
    if let Ok(archive) = Archive::from_tar(&Secret::new(file.to_vec())) {
        let _ = archive.prove();
    }
});
