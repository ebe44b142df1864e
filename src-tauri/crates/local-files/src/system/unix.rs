//! Linux and macOS.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;

pub(crate) fn share_like_others(file: &File) -> io::Result<()> {
    file.set_permissions(Permissions::from_mode(0o644))
}

pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// macOS empties the disk's own cache (`F_FULLFSYNC`); network shares can't and refuse, and then
/// the plain call is all there is.
pub(crate) fn sync(file: &File) -> io::Result<()> {
    file.sync_all().or_else(|error| {
        if is_unsupported(&error) { Ok(rustix::fs::fsync(file)?) } else { Err(error) }
    })
}

/// A rename is durable only when its folder is. Some shares know no such call for folders.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    let synced = File::open(folder)?.sync_all();
    synced.or_else(|error| if is_unsupported(&error) { Ok(()) } else { Err(error) })
}

pub(crate) fn create_for_owner(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

/// A volume without rights shows every file with the rights it was mounted with.
pub(crate) fn close_to_others(file: &File, _path: &Path) -> io::Result<bool> {
    Ok(is_owners_alone(file.metadata()?.permissions().mode()))
}

/// Nothing on these systems keeps an open file from being replaced or deleted.
pub(crate) fn patiently<T>(act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    act()
}

fn is_owners_alone(mode: u32) -> bool {
    mode & 0o077 == 0
}

/// `ENOTSUP`, `ENOTTY` and `EINVAL`: the volume has no such call.
fn is_unsupported(error: &io::Error) -> bool {
    let number = error.raw_os_error().map(rustix::io::Errno::from_raw_os_error);
    number.is_some_and(|number| UNSUPPORTED.contains(&number))
}

const UNSUPPORTED: [rustix::io::Errno; 4] = [
    rustix::io::Errno::NOTSUP,
    rustix::io::Errno::OPNOTSUPP,
    rustix::io::Errno::NOTTY,
    rustix::io::Errno::INVAL,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mode_that_lets_anybody_else_in_is_not_its_owners_alone() {
        assert!(is_owners_alone(0o100_600));
        for mode in [0o100_777, 0o100_640, 0o100_604, 0o100_601] {
            assert!(!is_owners_alone(mode), "{mode:o}");
        }
    }

    #[test]
    fn what_cannot_be_synced_at_all_is_no_failure_and_a_broken_disk_is_one() {
        // A pipe has nothing to sync and says EINVAL, as some shares do for a folder.
        let (reader, _writer) = io::pipe().unwrap();
        let pipe = File::from(std::os::fd::OwnedFd::from(reader));
        let refused = pipe.sync_all().unwrap_err();
        assert!(is_unsupported(&refused), "{refused}");
        assert!(!is_unsupported(&rustix::io::Errno::IO.into()));
        assert!(!is_unsupported(&rustix::io::Errno::NOSPC.into()));
    }
}
