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
    let mut file = tempfile::Builder::new().prefix(".certdesk-").tempfile_in(folder)?;
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

/// Gives a file another name beside it, `<name>.damaged` or, where that is taken, `<name>.damaged-2`
/// and so on, and returns its path.
///
/// # Errors
/// The system's own. The file is as it was then.
pub fn set_aside(path: &Path) -> io::Result<PathBuf> {
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
        number += 1;
    }
    system::rename(path, &named(number))?;
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
    fn what_is_set_aside_keeps_its_content_and_replaces_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("document.json");
        for (content, name) in
            [("first", "document.json.damaged"), ("second", "document.json.damaged-2")]
        {
            fs::write(&path, content).unwrap();
            let aside = set_aside(&path).unwrap();
            assert_eq!(aside, folder.path().join(name));
            assert!(!path.exists());
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
