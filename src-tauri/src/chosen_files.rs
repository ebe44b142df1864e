//! Reads files that the user chose or dropped, no further than they can be of use.

use std::path::{Path, PathBuf};

use certdesk_core::error::FileError;
use certdesk_core::{Error, Result};
use netsuite_keys::secret::Secret;
use zeroize::Zeroizing;

/// No more than a key file can be is read into memory.
pub(crate) fn read_bounded(path: &Path) -> Result<(String, Secret)> {
    read_up_to(path, MOST_BYTES)
}

/// A file's name and content, and of a longer one a byte more than `most`.
pub(crate) fn read_up_to(path: &Path, most: usize) -> Result<(String, Secret)> {
    use std::io::Read as _;
    let unread = |source| Error::File(FileError::NotRead { path: PathBuf::from(path), source });
    let mut content = Zeroizing::new(Vec::with_capacity(most + 1));
    let file = std::fs::File::open(path).map_err(unread)?;
    file.take(most as u64 + 1).read_to_end(&mut content).map_err(unread)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, Secret::from(content)))
}

/// One byte more than this is refused by the reader as too large.
const MOST_BYTES: usize = 64 * 1024;
