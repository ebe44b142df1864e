//! Files with a secret in them.
//!
//! The content goes straight into its final file: there is no temporary copy. Such a file is never
//! replaced, for it may be the only copy of another secret.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use thiserror::Error;

use crate::system;

/// Why a private file was not written. Nothing is left behind.
#[derive(Debug, Error)]
pub enum NotPrivate {
    /// There is a file of that name already.
    #[error("a file of that name exists already")]
    Exists,
    /// The volume keeps no access rights (FAT, exFAT, some network shares), so other users of the
    /// computer could read the file.
    #[error("the volume keeps no access rights")]
    NoRights,
    /// The system's own failure.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes a new file that only its owner can open, from its first byte on.
///
/// # Errors
/// [`NotPrivate`].
pub fn create_private(path: &Path, content: &[u8]) -> Result<(), NotPrivate> {
    create(path, content, true)
}

/// The same for content that is encrypted: where a volume keeps no access rights, the file is
/// written without them.
///
/// # Errors
/// [`NotPrivate::Exists`] or [`NotPrivate::Io`].
pub fn create_encrypted(path: &Path, content: &[u8]) -> Result<(), NotPrivate> {
    create(path, content, false)
}

fn create(path: &Path, content: &[u8], private: bool) -> Result<(), NotPrivate> {
    let file = system::create_for_owner(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => NotPrivate::Exists,
        _ => NotPrivate::Io(error),
    })?;
    fill(file, path, content, private)
        // A file without its content, or one that others could read, is of no use to anybody.
        .inspect_err(|_| drop(fs::remove_file(path)))
}

fn fill(mut file: File, path: &Path, content: &[u8], private: bool) -> Result<(), NotPrivate> {
    if !system::close_to_others(&file, path)? && private {
        return Err(NotPrivate::NoRights);
    }
    file.write_all(content)?;
    system::sync(&file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_read_a_private_file() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("private.pem");
        create_private(&path, b"secret").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read(&path).unwrap(), b"secret");
    }

    /// Windows' own program lists the rights, one `name:(rights)` each; names are translated.
    #[cfg(windows)]
    #[test]
    fn nobody_but_the_owner_has_rights_on_a_private_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("private.pem");
        create_private(&path, b"secret").unwrap();
        let listed = std::process::Command::new("icacls").arg(&path).output().unwrap();
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        assert_eq!(listed.matches(":(").count(), 1, "{listed}");
        assert!(listed.contains(":(F)"), "{listed}");
    }

    #[test]
    fn a_private_file_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("private.pem");
        fs::write(&path, "another key").unwrap();
        for create in [create_private, create_encrypted] {
            assert!(matches!(create(&path, b"secret"), Err(NotPrivate::Exists)));
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "another key");
    }

    #[test]
    fn a_private_file_can_be_read_and_deleted_by_whoever_wrote_it() {
        let folder = tempfile::tempdir().unwrap();
        for (name, create) in
            [("plain.pem", create_private as fn(&Path, &[u8]) -> _), ("sealed", create_encrypted)]
        {
            let path = folder.path().join(name);
            create(&path, b"secret").unwrap();
            assert_eq!(crate::read(&path).unwrap(), b"secret");
            crate::remove(&path).unwrap();
            assert!(!path.exists());
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_as_such_and_leaves_no_half_file() {
        // The kernel's own full device, through a link in a folder that the test may write to.
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("full");
        std::os::unix::fs::symlink("/dev/full", &link).unwrap();
        let file = fs::OpenOptions::new().write(true).open(&link).unwrap();
        let failure = fill(file, &link, b"text", false).unwrap_err();
        let NotPrivate::Io(failure) = failure else { panic!("{failure}") };
        assert_eq!(failure.kind(), io::ErrorKind::StorageFull);
    }
}
