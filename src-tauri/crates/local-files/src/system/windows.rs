//! Windows.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::windows::fs::OpenOptionsExt as _;
use std::os::windows::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use backon::{BlockingRetryable as _, ExponentialBuilder};

/// A new file has the rights of its folder here.
pub(crate) fn share_like_others(_file: &File) -> io::Result<()> {
    Ok(())
}

/// `std::fs::rename` replaces a file that others have open where Windows can (since 10, on NTFS,
/// and only where all of them share deleting); elsewhere they have to close it first.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(|| fs::rename(from, to))
}

pub(crate) fn sync(file: &File) -> io::Result<()> {
    file.sync_all()
}

/// Windows has no such call and needs none.
pub(crate) fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Nobody can open the file while this handle is: it has no rights of its own yet.
pub(crate) fn create_for_owner(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).share_mode(0).open(path)
}

/// Replaces the rights that come from the folder by one: all for the owner. No kept crate sets
/// them without unsafe code of ours; `icacls` is part of Windows. The SID S-1-3-4 (Owner Rights)
/// needs no account name and no language. The program is called by its full path, so that no file
/// of that name in another folder is run, and shows no console window.
///
/// `false` where the program refuses, as it does on volumes that keep no rights.
pub(crate) fn close_to_others(_file: &File, path: &Path) -> io::Result<bool> {
    let output = Command::new(icacls()?)
        .arg(verbatim(path)?)
        .args(["/inheritance:r", "/grant:r", "*S-1-3-4:F", "/q"])
        .creation_flags(CREATE_NO_WINDOW)
        .output()?;
    Ok(output.status.success())
}

/// Antivirus programs, indexers and backups hold a file for moments, and Windows then refuses to
/// replace, delete or open it. Waits for them: about three seconds at most.
pub(crate) fn patiently<T>(act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let pauses = ExponentialBuilder::new()
        .with_min_delay(Duration::from_millis(2))
        .with_factor(1.4)
        .with_max_delay(Duration::from_millis(50))
        .with_max_times(70);
    act.retry(pauses).sleep(std::thread::sleep).when(is_held).call()
}

fn is_held(error: &io::Error) -> bool {
    error.raw_os_error().is_some_and(|code| HELD.contains(&code))
}

fn icacls() -> io::Result<PathBuf> {
    let missing = || io::Error::new(io::ErrorKind::NotFound, "SystemRoot is not set");
    let root = std::env::var_os("SystemRoot").ok_or_else(missing)?;
    Ok(PathBuf::from(root).join("System32").join("icacls.exe"))
}

/// The form in which programs take a path of more than 260 characters, too.
fn verbatim(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    if path.as_os_str().len() < 248 || path.as_os_str().as_encoded_bytes().starts_with(br"\\") {
        return Ok(path);
    }
    let mut long = std::ffi::OsString::from(r"\\?\");
    long.push(path);
    Ok(long.into())
}

/// `ERROR_ACCESS_DENIED` (also of a file that is about to be deleted), `ERROR_SHARING_VIOLATION`,
/// `ERROR_LOCK_VIOLATION`, `ERROR_DELETE_PENDING`, `ERROR_USER_MAPPED_FILE`.
const HELD: [i32; 5] = [5, 32, 33, 303, 1224];
/// Process creation flag of Windows.
const CREATE_NO_WINDOW: u32 = 0x0800_0000;
