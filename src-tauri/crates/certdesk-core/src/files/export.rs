//! Files that leave the app, at a path the user chose.

use std::path::Path;

use local_files::NotPrivate;

use crate::error::{Error, FileError, Result};

/// Writes a public file, such as `public.pem`, replacing what is there.
///
/// The caller has asked whether it may be replaced. A failure leaves the old file as it was.
///
/// # Errors
/// [`FileError::NotWritten`].
pub fn write_public(path: &Path, content: &[u8]) -> Result<()> {
    local_files::replace(path, content)
        .map_err(|source| Error::File(FileError::NotWritten { path: path.to_owned(), source }))
}

/// Writes a private file that only its owner can open. It is never replaced, for it may be the only
/// copy of another key. A failure leaves nothing behind.
///
/// # Errors
/// [`FileError::Exists`] when there is a file already, [`FileError::VolumeWithoutRights`] where others
/// could read it, else [`FileError::NotWritten`].
pub fn write_private(path: &Path, content: &[u8]) -> Result<()> {
    local_files::create_private(path, content).map_err(|failure| not_private(path, failure))
}

/// The same for content under a passphrase, which may also lie on a volume without access rights.
///
/// # Errors
/// [`FileError::Exists`] or [`FileError::NotWritten`].
pub fn write_encrypted(path: &Path, content: &[u8]) -> Result<()> {
    local_files::create_encrypted(path, content).map_err(|failure| not_private(path, failure))
}

fn not_private(path: &Path, failure: NotPrivate) -> Error {
    let path = path.to_owned();
    match failure {
        NotPrivate::Exists => Error::File(FileError::Exists { path }),
        NotPrivate::NoRights => Error::File(FileError::VolumeWithoutRights { path }),
        NotPrivate::Io(source) => Error::File(FileError::NotWritten { path, source }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_private_file_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("private.pem");
        fs::write(&path, "another key").unwrap();
        for write in [write_private, write_encrypted] {
            assert!(matches!(write(&path, b"secret"), Err(Error::File(FileError::Exists { .. }))));
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "another key");
    }

    #[test]
    fn a_missing_folder_is_a_failure_that_names_the_path() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone").join("public.pem");
        let failure = write_public(&path, b"text").unwrap_err();
        assert!(
            matches!(failure, Error::File(FileError::NotWritten { path: named, .. }) if named == path)
        );
    }
}
