//! Files that are read and replaced as a whole.
//!
//! `tempfile` makes the file beside; the rest is written here because `atomicwrites`, the kept crate
//! for it, fails on shares that can't sync a folder and doesn't wait for a program that holds the
//! file open on Windows.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::system;

/// Replaces a file, or creates it: written beside it, made durable, then renamed into place.
///
/// The file can be read by whoever the folder lets in. On Windows the rename waits, for a few
/// seconds at most, for programs that hold the file open at that moment.
///
/// # Errors
/// The system's own. The old file is as it was, and nothing is left beside it.
pub fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    // What `tempfile` itself creates is marked as temporary on Windows, and stays so under its final
    // name: replication and sync clients leave such files out.
    let mut builder = tempfile::Builder::new();
    let mut file = builder.prefix(".certdesk-").make_in(folder, system::create_for_owner)?;
    file.write_all(content)?;
    system::share_like_others(file.as_file())?;
    system::sync(file.as_file())?;
    // Closed first: a file that is open is harder to rename on Windows.
    let written = file.into_temp_path();
    system::rename(&written, path)?;
    // It has its final name now, so there is nothing left to delete.
    drop(written.keep());
    system::sync_folder(folder)
}

/// Reads a file that [`replace`] may replace at the same moment.
///
/// # Errors
/// The system's own.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    system::patiently(|| std::fs::read(path))
}

/// Keeps a copy of a file beside it before it is replaced, `<name>.damaged` or, where something else
/// has that name, `<name>.damaged-2` and so on, and returns its path. The file itself stays, so that a
/// process that is killed between the two leaves both.
///
/// # Errors
/// The system's own.
pub fn keep_aside(path: &Path) -> io::Result<PathBuf> {
    let content = read(path)?;
    let named = |number: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(".damaged");
        if number > 1 {
            name.push(format!("-{number}"));
        }
        PathBuf::from(name)
    };
    let mut number = 1;
    while named(number).exists() {
        // Of an attempt that did not come to its end.
        if read(&named(number)).is_ok_and(|kept| kept == content) {
            return Ok(named(number));
        }
        number += 1;
    }
    replace(&named(number), &content)?;
    Ok(named(number))
}

/// Deletes a file.
///
/// # Errors
/// The system's own; [`io::ErrorKind::NotFound`] where there is none.
pub fn remove(path: &Path) -> io::Result<()> {
    system::patiently(|| std::fs::remove_file(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("public.pem");
        replace(&path, b"a first, longer text").unwrap();
        replace(&path, b"second").unwrap();
        assert_eq!(read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(windows)]
    #[test]
    fn a_replaced_file_is_no_temporary_one_which_replication_and_sync_clients_leave_out() {
        use std::os::windows::fs::MetadataExt as _;
        const FILE_ATTRIBUTE_TEMPORARY: u32 = 0x100;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("public.pem");
        for text in ["first", "second"] {
            replace(&path, text.as_bytes()).unwrap();
            let attributes = fs::metadata(&path).unwrap().file_attributes();
            assert_eq!(attributes & FILE_ATTRIBUTE_TEMPORARY, 0, "{text}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_replaced_stays_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a folder of that name");
        fs::create_dir(&path).unwrap();
        assert!(replace(&path, b"text").is_err());
        assert!(path.is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_is_replaced_while_somebody_has_it_open() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("document.json");
        replace(&path, b"old").unwrap();
        let (opened, wait) = std::sync::mpsc::channel();
        let reader = std::thread::spawn({
            let path = path.clone();
            move || {
                let file = fs::File::open(&path).unwrap();
                opened.send(()).unwrap();
                // Long enough for a first attempt to meet it, and over before patience ends.
                std::thread::sleep(std::time::Duration::from_millis(200));
                drop(file);
            }
        });
        wait.recv().unwrap();
        replace(&path, b"new").unwrap();
        reader.join().unwrap();
        assert_eq!(read(&path).unwrap(), b"new");
    }

    #[test]
    fn a_path_of_more_than_260_characters_is_written_read_and_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("a".repeat(100)).join("b".repeat(100));
        fs::create_dir_all(&deep).unwrap();
        let path = deep.join("c".repeat(100));
        replace(&path, b"text").unwrap();
        assert_eq!(read(&path).unwrap(), b"text");
        crate::create_private(&deep.join("d".repeat(100)), b"secret").unwrap();
        remove(&path).unwrap();
    }

    #[test]
    fn what_is_kept_aside_is_kept_once_replaces_nothing_and_leaves_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("document.json");
        for (content, name) in
            [("first", "document.json.damaged"), ("second", "document.json.damaged-2")]
        {
            fs::write(&path, content).unwrap();
            for _ in 0..2 {
                assert_eq!(keep_aside(&path).unwrap(), folder.path().join(name));
                assert_eq!(fs::read(&path).unwrap(), content.as_bytes());
            }
        }
        assert_eq!(fs::read(folder.path().join("document.json.damaged")).unwrap(), b"first");
        assert_eq!(fs::read(folder.path().join("document.json.damaged-2")).unwrap(), b"second");
    }

    #[test]
    fn deleting_what_is_not_there_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let missing = remove(&folder.path().join("gone")).unwrap_err();
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);
    }
}
