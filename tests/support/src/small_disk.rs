//! A disk that can be full, and one that cannot be written.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A tiny file system of its own, mounted on a folder; unmounted when dropped.
///
/// Rights alone prove nothing to root, and a quota is nobody's everyday disk: this is a real `ENOSPC` and a real `EROFS`.
/// Mounting wants root, or `sudo` that does not ask.
#[derive(Debug)]
pub struct SmallDisk(PathBuf);

impl SmallDisk {
    /// Mounts `kibibytes` on `folder`, which is made if it does not exist.
    pub fn mount(folder: &Path, kibibytes: u32) -> Self {
        fs::create_dir_all(folder).expect("the folder to mount on");
        let size = format!("size={kibibytes}k,mode=0700,uid={},gid={}", owner("-u"), owner("-g"));
        as_root(&["mount", "-t", "tmpfs", "-o", &size, "certdesk-test"], folder);
        Self(folder.to_owned())
    }

    /// Fills what is left with one file.
    pub fn fill(&self) {
        let mut filler = fs::File::create(self.filler()).expect("a file to fill the disk with");
        let page = [0u8; 4096];
        while filler.write_all(&page).is_ok() {}
    }

    /// Gives the space back.
    pub fn free(&self) {
        fs::remove_file(self.filler()).expect("the disk was filled before");
    }

    /// Takes the right to write away from everybody, until what is returned is dropped.
    ///
    /// The disk is mounted once more over itself: the kernel seals no mount on which a file is open for writing.
    pub fn seal(&self) -> Seal {
        as_root(&["mount", "--bind", self.0.to_str().expect("a path in UTF-8")], &self.0);
        as_root(&["mount", "-o", "remount,bind,ro"], &self.0);
        Seal(self.0.clone())
    }

    fn filler(&self) -> PathBuf {
        self.0.join("filler")
    }
}

/// A disk that cannot be written; it can again when this is dropped.
#[derive(Debug)]
pub struct Seal(PathBuf);

impl Drop for Seal {
    fn drop(&mut self) {
        as_root(&["umount", "--lazy"], &self.0);
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: a program under test may still have a file open here.
        as_root(&["umount", "--lazy"], &self.0);
    }
}

fn owner(flag: &str) -> String {
    let output = Command::new("id").arg(flag).output().expect("id is part of every system");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn as_root(command: &[&str], folder: &Path) {
    let mut whole = if owner("-u") == "0" { vec![] } else { vec!["sudo", "-n"] };
    whole.extend(command);
    let status = Command::new(whole[0])
        .args(&whole[1..])
        .arg(folder)
        .status()
        .expect("mount is part of every system");
    assert!(
        status.success(),
        "{whole:?} {} needs root or a sudo that does not ask",
        folder.display()
    );
}
