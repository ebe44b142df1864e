//! The licenses of everything that is linked into this program. `build/licenses.rs` collects them.

use certdesk_core::Error;

use crate::features::help::view::license::LicenseList;

/// JSON, compressed with brotli.
const PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/licenses.json.br"));

/// All of them: Certdesk first, then the standard library, then the crates by name.
pub(crate) fn list() -> Result<LicenseList, Error> {
    let unpacked = brotli::Decompressor::new(PACKED, 4096);
    serde_json::from_reader(std::io::BufReader::new(unpacked))
        .map_err(|_| Error::Unexpected("the list of licenses cannot be unpacked"))
}
