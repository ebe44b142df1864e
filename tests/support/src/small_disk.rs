//! A disk that can be full, one that cannot be written, and one that keeps no access rights.

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

/// An exFAT volume, as on a memory stick: every file has the rights that the volume was mounted with.
#[derive(Debug)]
pub struct MemoryStick {
    folder: PathBuf,
    device: String,
}

impl MemoryStick {
    /// Mounts a new one on `folder`, which is made if it does not exist; its content is kept in `image`.
    pub fn mount(folder: &Path, image: &Path) -> Self {
        fs::create_dir_all(folder).expect("the folder to mount on");
        fs::File::create(image)
            .and_then(|file| file.set_len(4 << 20))
            .expect("the image of a volume");
        as_root(&["mkfs.exfat"], image);
        let device = text_of(&["losetup", "--find", "--show"], image);
        let owner = format!("uid={},gid={}", owner("-u"), owner("-g"));
        as_root(&["mount.exfat-fuse", "-o", &owner, &device], folder);
        Self { folder: folder.to_owned(), device }
    }
}

impl Drop for MemoryStick {
    fn drop(&mut self) {
        as_root(&["umount", "--lazy"], &self.folder);
        as_root(&["losetup", "--detach"], Path::new(&self.device));
    }
}

fn owner(flag: &str) -> String {
    let output = Command::new("id").arg(flag).output().expect("id is part of every system");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn as_root(command: &[&str], on: &Path) {
    text_of(command, on);
}

/// What the command printed.
fn text_of(command: &[&str], on: &Path) -> String {
    let mut whole = if owner("-u") == "0" { vec![] } else { vec!["sudo", "-n"] };
    whole.extend(command);
    let output = Command::new(whole[0]).args(&whole[1..]).arg(on).output();
    let output = output.unwrap_or_else(|error| panic!("{whole:?} is not installed: {error}"));
    assert!(
        output.status.success(),
        "{whole:?} {} needs root or a sudo that does not ask: {}",
        on.display(),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
