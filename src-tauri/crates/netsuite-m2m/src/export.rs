//! Files that leave the app, at a path the user chose.
//!
//! A private key goes straight into its final file, which is made for its owner alone before the
//! first byte is written. There is no temporary copy, and a private key file is never replaced: it
//! may be the only copy of another key.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

use crate::error::{Error, Result};

/// Writes a public file, such as `public.pem`, replacing what is there.
///
/// The caller has asked whether it may be replaced. A failure leaves the old file as it was.
///
/// # Errors
/// [`Error::FileNotWritten`].
pub fn write_public(path: &Path, content: &[u8]) -> Result<()> {
    replace(path, content).map_err(|source| Error::FileNotWritten { path: path.to_owned(), source })
}

/// Writes a private file with owner-only rights. A failure leaves nothing behind.
///
/// # Errors
/// [`Error::FileExists`] when there is a file already, else [`Error::FileNotWritten`].
pub fn write_private(path: &Path, content: &[u8]) -> Result<()> {
    let failed = |source: io::Error| match source.kind() {
        io::ErrorKind::AlreadyExists => Error::FileExists { path: path.to_owned() },
        _ => Error::FileNotWritten { path: path.to_owned(), source },
    };
    let file = owner_only::create(path).map_err(failed)?;
    write_and_sync(file, content).inspect_err(|_| drop(fs::remove_file(path))).map_err(failed)
}

/// Writes beside the target, then renames: readers see the old file or the new one.
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".certdesk-").tempfile_in(folder)?;
    file.write_all(content)?;
    share_like_others(file.as_file())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    sync_folder(folder)
}

fn write_and_sync(mut file: File, content: &[u8]) -> io::Result<()> {
    file.write_all(content)?;
    file.sync_all()
}

/// A temporary file is its owner's alone; a public file need not be.
#[cfg(unix)]
fn share_like_others(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn share_like_others(_: &File) -> io::Result<()> {
    Ok(())
}

/// A rename is durable only when its folder is. Windows has no such call and needs none.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// New files that only their owner may open.
mod owner_only {
    use super::{File, OpenOptions, Path, io};

    #[cfg(unix)]
    pub(super) fn create(path: &Path) -> io::Result<File> {
        use std::os::unix::fs::OpenOptionsExt as _;
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
    }

    /// The file is empty until its access list names its owner alone. `icacls` is part of Windows;
    /// the well-known SID S-1-3-4 (Owner Rights) needs no account name and no language.
    #[cfg(windows)]
    pub(super) fn create(path: &Path) -> io::Result<File> {
        let file = OpenOptions::new().write(true).create_new(true).open(path)?;
        let closed = std::process::Command::new("icacls")
            .arg(path)
            .args(["/inheritance:r", "/grant:r", "*S-1-3-4:F", "/q"])
            .output()
            .is_ok_and(|output| output.status.success());
        if closed {
            return Ok(file);
        }
        drop(file);
        std::fs::remove_file(path)?;
        Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "the file could not be closed to others",
        ))
    }
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
        write_private(&path, b"secret").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read(&path).unwrap(), b"secret");
    }

    #[test]
    fn a_private_file_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("private.pem");
        fs::write(&path, "another key").unwrap();
        assert!(matches!(write_private(&path, b"secret"), Err(Error::FileExists { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), "another key");
    }

    #[test]
    fn a_public_file_is_replaced_as_a_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("public.pem");
        write_public(&path, b"a first, longer text").unwrap();
        write_public(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    }

    #[test]
    fn a_missing_folder_is_a_failure_that_names_the_path() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gone").join("public.pem");
        let failure = write_public(&path, b"text").unwrap_err();
        assert!(matches!(failure, Error::FileNotWritten { path: named, .. } if named == path));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_as_such_and_leaves_no_half_file() {
        // The kernel's own full device, through a link in a folder that the test may write to.
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("full");
        std::os::unix::fs::symlink("/dev/full", &link).unwrap();
        let file = OpenOptions::new().write(true).open(&link).unwrap();
        let failure = write_and_sync(file, b"text").unwrap_err();
        assert_eq!(failure.kind(), io::ErrorKind::StorageFull);
    }
}
