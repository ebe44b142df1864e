//! Windows' rules for files that are open or locked. They hold on Windows itself, which is how this
//! file is known to be right; under Wine some of them hold only with `rules.c`.
//!
//! `make windows` also runs this program with the rules of `rules.c` switched off, and then every
//! test of `where_wine_differs` has to fail: a rule that nobody breaks proves nothing.

#![cfg(windows)]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::os::windows::fs::OpenOptionsExt as _;
use std::path::PathBuf;

/// `rules.c` makes these hold.
mod where_wine_differs {
    use super::*;

    #[test]
    fn an_append_only_handle_cannot_be_locked() {
        let place = Place::new();
        let file = File::options().append(true).open(place.file("a")).unwrap();
        assert_eq!(code(file.lock()), ACCESS_DENIED);
        assert_eq!(code(file.lock_shared()), ACCESS_DENIED);
    }

    /// How Certdesk took its locks when nobody had yet run it on Windows.
    #[test]
    fn the_lock_code_of_before_is_refused() {
        let place = Place::new();
        let path = place.folder.path().join("lock");
        let locked = File::options().create(true).append(true).open(&path);
        let locked = locked.and_then(|file| file.lock().map(|()| file));
        assert_eq!(code(locked), ACCESS_DENIED);
        let file = File::options().create(true).append(true).open(&path).unwrap();
        let fs::TryLockError::Error(error) = file.try_lock().unwrap_err() else { panic!() };
        assert_eq!(error.raw_os_error(), Some(ACCESS_DENIED));
    }

    #[test]
    fn what_is_locked_exclusively_cannot_be_read_through_another_handle() {
        let place = Place::new();
        let locked = place.locked("a");
        assert_eq!(code(fs::read(place.file("a"))), LOCK_VIOLATION);
        drop(locked);
        assert_eq!(fs::read(place.file("a")).unwrap(), b"a");
    }

    #[test]
    fn what_is_locked_exclusively_cannot_be_written_through_another_handle() {
        let place = Place::new();
        let locked = place.locked("a");
        let mut other = File::options().write(true).open(place.file("a")).unwrap();
        assert_eq!(code(other.write_all(b"b")), LOCK_VIOLATION);
        drop(locked);
        other.write_all(b"b").unwrap();
        assert_eq!(fs::read(place.file("a")).unwrap(), b"b");
    }

    #[test]
    fn what_is_locked_exclusively_cannot_be_copied() {
        let place = Place::new();
        let locked = place.locked("a");
        let copy = place.folder.path().join("copy");
        assert_eq!(code(fs::copy(place.file("a"), &copy)), LOCK_VIOLATION);
        drop(locked);
        fs::copy(place.file("a"), &copy).unwrap();
    }

    #[test]
    fn a_lock_is_given_back_while_the_file_stays_open() {
        let place = Place::new();
        let (first, second) = (place.open("a"), place.open("a"));
        first.lock().unwrap();
        first.unlock().unwrap();
        second.try_lock().unwrap();
    }

    #[test]
    fn a_folder_is_not_renamed_while_a_file_in_it_is_open() {
        let place = Place::new();
        let (before, after) =
            (place.folder.path().join("before"), place.folder.path().join("after"));
        fs::create_dir_all(before.join("inside")).unwrap();
        let open = File::create(before.join("inside").join("file")).unwrap();
        assert_eq!(code(fs::rename(&before, &after)), ACCESS_DENIED);
        drop(open);
        fs::rename(&before, &after).unwrap();
    }
}

/// Wine holds to these by itself.
mod where_wine_agrees {
    use super::*;

    #[test]
    fn a_file_that_is_open_without_delete_sharing_is_neither_replaced_deleted_nor_renamed() {
        let place = Place::new();
        let _open = place.open_without_delete_sharing("a");
        let refused = [ACCESS_DENIED, SHARING_VIOLATION];
        let replaced = code(fs::rename(place.file("b"), place.file("a")));
        assert!(refused.contains(&replaced), "replaced: {replaced}");
        assert_eq!(code(fs::remove_file(place.file("a"))), SHARING_VIOLATION);
        assert_eq!(code(fs::rename(place.file("a"), place.file("c"))), SHARING_VIOLATION);
        assert_eq!(fs::read(place.file("a")).unwrap(), b"a");
        assert_eq!(fs::read(place.file("b")).unwrap(), b"b");
    }

    #[test]
    fn the_same_works_once_it_is_closed() {
        let place = Place::new();
        drop(place.open_without_delete_sharing("a"));
        fs::rename(place.file("b"), place.file("a")).unwrap();
        assert_eq!(fs::read(place.file("a")).unwrap(), b"b");
        fs::rename(place.file("a"), place.file("c")).unwrap();
        fs::remove_file(place.file("c")).unwrap();
    }

    #[test]
    fn a_file_that_is_open_with_delete_sharing_is_renamed_and_deleted() {
        let place = Place::new();
        let _open = File::open(place.file("a")).unwrap();
        fs::rename(place.file("a"), place.file("c")).unwrap();
        fs::remove_file(place.file("c")).unwrap();
    }

    #[test]
    fn a_handle_that_writes_can_be_locked_and_is_refused_to_the_next() {
        let place = Place::new();
        let open = || {
            let mut options = File::options();
            options.create(true).truncate(false).write(true).open(place.file("lock")).unwrap()
        };
        let (first, second) = (open(), open());
        first.lock().unwrap();
        assert!(matches!(second.try_lock(), Err(fs::TryLockError::WouldBlock)));
        drop(first);
        second.try_lock().unwrap();
    }

    #[test]
    fn whoever_holds_the_lock_reads_and_writes() {
        let place = Place::new();
        let mut locked = place.locked("a");
        let mut text = String::new();
        locked.read_to_string(&mut text).unwrap();
        assert_eq!(text, "a");
        locked.write_all(b"b").unwrap();
        drop(locked);
        assert_eq!(fs::read(place.file("a")).unwrap(), b"ab");
    }

    #[test]
    fn a_lock_that_is_free_is_given_while_others_read() {
        let place = Place::new();
        let path = place.file("a");
        let reader = std::thread::spawn(move || {
            for _ in 0..500 {
                match fs::read(&path) {
                    Ok(bytes) => assert_eq!(bytes, b"a"),
                    refused => assert_eq!(code(refused), LOCK_VIOLATION),
                }
            }
        });
        while !reader.is_finished() {
            place.open("a").try_lock().unwrap();
        }
        reader.join().unwrap();
    }
}

/// A folder with the files `a` and `b`, each of which holds its name.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        for name in ["a", "b"] {
            fs::write(place.file(name), name).unwrap();
        }
        place
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn open(&self, name: &str) -> File {
        File::options().read(true).write(true).open(self.file(name)).unwrap()
    }

    fn locked(&self, name: &str) -> File {
        let file = self.open(name);
        file.lock().unwrap();
        file
    }

    /// As a virus scanner or an indexer has it open.
    fn open_without_delete_sharing(&self, name: &str) -> File {
        let sharing = FILE_SHARE_READ | FILE_SHARE_WRITE;
        OpenOptions::new().read(true).share_mode(sharing).open(self.file(name)).unwrap()
    }
}

/// The system's code for what went wrong.
#[track_caller]
fn code<T>(outcome: io::Result<T>) -> i32 {
    let Err(error) = outcome else { panic!("this should have been refused") };
    error.raw_os_error().unwrap_or_else(|| panic!("not the system's: {error}"))
}

const ACCESS_DENIED: i32 = 5;
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;
const FILE_SHARE_READ: u32 = 1;
const FILE_SHARE_WRITE: u32 = 2;
