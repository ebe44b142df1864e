//! Private keys as files of encrypted PKCS#8, for computers without a keychain; secrets of other
//! kinds in files beside them.
//!
//! One passphrase protects all of them. It is never stored; a check key, encrypted like the
//! others, tells whether an entered passphrase is the right one before any real key is touched.

use std::fs;
use std::path::{Path, PathBuf};

use netsuite_keys::key::{KeyType, PrivateKey, Search};
use netsuite_keys::secret::{Passphrase, Secret};

use crate::error::{Error, FileError, Result, VaultError};
use crate::files::export;
use crate::vault::{EntryName, Vault, VaultPlace, sealed};

/// Key files in one folder, opened with their passphrase.
pub struct KeyFiles {
    folder: PathBuf,
    passphrase: Passphrase,
}

impl KeyFiles {
    /// Whether key files were set up in this folder before.
    #[must_use]
    pub fn exist(folder: &Path) -> bool {
        folder.join(CHECK).exists()
    }

    /// Opens the key files, or sets them up where there are none.
    ///
    /// # Errors
    /// [`KeysError::PassphraseTooShort`](crate::error::KeysError::PassphraseTooShort) when setting up, [`KeysError::PassphraseWrong`](crate::error::KeysError::PassphraseWrong) when opening, and
    /// [`FileError::NotWritten`] or [`FileError::NotRead`].
    pub fn open(folder: &Path, passphrase: Passphrase) -> Result<Self> {
        let check = folder.join(CHECK);
        let passphrase = if check.exists() {
            PrivateKey::from_encrypted_der(&read(&check)?, &passphrase)?;
            passphrase
        } else {
            let passphrase = Passphrase::chosen(passphrase.expose().to_owned())?;
            fs::create_dir_all(folder).map_err(|source| {
                Error::File(FileError::NotWritten { path: folder.to_owned(), source })
            })?;
            let key = PrivateKey::generate(KeyType::P256, &Search::new())?;
            export::write_encrypted(&check, &key.to_encrypted_der(&passphrase)?)?;
            passphrase
        };
        Ok(Self { folder: folder.to_owned(), passphrase })
    }

    /// Moves the key files of `earlier` into `folder`: all are copied, the one that proves the
    /// passphrase last, and only then deleted, so that a killed process leaves one folder or the
    /// other complete. Key files of another passphrase in `folder` keep both as they are.
    ///
    /// # Errors
    /// [`FileError::NotRead`] or [`FileError::NotWritten`]; then `earlier` is complete.
    pub fn move_to(folder: &Path, earlier: &Path) -> Result<()> {
        if folder == earlier || !Self::exist(earlier) {
            return Ok(());
        }
        let (check, earlier_check) = (folder.join(CHECK), earlier.join(CHECK));
        if check.exists() && read(&check)? != read(&earlier_check)? {
            return Ok(());
        }
        let unread = |source| Error::File(FileError::NotRead { path: earlier.to_owned(), source });
        fs::create_dir_all(folder).map_err(|source| {
            Error::File(FileError::NotWritten { path: folder.to_owned(), source })
        })?;
        let mut names = Vec::new();
        for entry in fs::read_dir(earlier).map_err(unread)? {
            names.push(entry.map_err(unread)?.file_name());
        }
        names.sort_by_key(|name| name == CHECK);
        let remove = |path: PathBuf| {
            local_files::remove(&path)
                .map_err(|source| Error::File(FileError::NotWritten { path, source }))
        };
        for name in &names {
            let (new, content) = (folder.join(name), read(&earlier.join(name))?);
            if new.exists() {
                if read(&new)? == content {
                    continue;
                }
                // Half of it: the process was killed.
                remove(new.clone())?;
            }
            export::write_encrypted(&new, &content)?;
        }
        names.iter().try_for_each(|name| remove(earlier.join(name)))?;
        // Of no use any more, and no harm where it stays.
        let _ = fs::remove_dir(earlier);
        Ok(())
    }

    fn path(&self, name: &EntryName) -> PathBuf {
        let ending = if name.is_of_key() { "p8" } else { "sealed" };
        self.folder.join(format!("{name}.{ending}"))
    }
}

impl Vault for KeyFiles {
    fn put(&self, name: &EntryName, secret: &Secret) -> Result<()> {
        let file = if name.is_of_key() {
            PrivateKey::from_pkcs8_der(secret.expose())?.to_encrypted_der(&self.passphrase)?
        } else {
            sealed::seal(secret, &self.passphrase)?
        };
        export::write_encrypted(&self.path(name), &file)
    }

    fn get(&self, name: &EntryName) -> Result<Secret> {
        let path = self.path(name);
        if !path.exists() {
            return Err(VaultError::KeyMissing.into());
        }
        if !name.is_of_key() {
            return sealed::open(&read(&path)?, &self.passphrase);
        }
        let key = PrivateKey::from_encrypted_der(&read(&path)?, &self.passphrase)?;
        Ok(Secret::from(key.expose_pkcs8_der().expose().to_vec()))
    }

    fn delete(&self, name: &EntryName) -> Result<()> {
        let path = self.path(name);
        match local_files::remove(&path) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::File(FileError::NotWritten { path, source }))
            }
            _ => Ok(()),
        }
    }

    fn place(&self) -> VaultPlace {
        VaultPlace::KeyFiles
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    local_files::read(path)
        .map_err(|source| Error::File(FileError::NotRead { path: path.to_owned(), source }))
}

/// Proves the passphrase; protects nothing.
const CHECK: &str = "check.p8";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::KeysError;

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::entered(text.to_owned())
    }

    fn key() -> PrivateKey {
        PrivateKey::generate(KeyType::P256, &Search::new()).unwrap()
    }

    #[test]
    fn a_key_comes_back_after_the_files_are_opened_again() {
        let folder = tempfile::tempdir().unwrap();
        let (name, key) = (EntryName::random(), key());
        let files = KeyFiles::open(folder.path(), passphrase("correct horse battery")).unwrap();
        crate::vault::keep(&files, &name, &key).unwrap();

        let again = KeyFiles::open(folder.path(), passphrase("correct horse battery")).unwrap();
        let back = crate::vault::load(&again, &name).unwrap();
        assert_eq!(back.public_key_der(), key.public_key_der());
    }

    #[test]
    fn key_files_of_another_folder_are_moved_whole_and_open_as_before() {
        let folder = tempfile::tempdir().unwrap();
        let (earlier, wanted) = (folder.path().join("roaming"), folder.path().join("local"));
        let (name, key) = (EntryName::random(), key());
        let files = KeyFiles::open(&earlier, passphrase("correct horse battery")).unwrap();
        crate::vault::keep(&files, &name, &key).unwrap();

        KeyFiles::move_to(&wanted, &earlier).unwrap();
        assert!(!earlier.exists());
        let moved = KeyFiles::open(&wanted, passphrase("correct horse battery")).unwrap();
        let back = crate::vault::load(&moved, &name).unwrap();
        assert_eq!(back.public_key_der(), key.public_key_der());
        KeyFiles::move_to(&wanted, &earlier).unwrap();
        assert!(KeyFiles::exist(&wanted), "there is nothing to move twice");
    }

    #[test]
    fn a_move_that_was_killed_is_finished_and_other_key_files_are_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (earlier, wanted) = (folder.path().join("roaming"), folder.path().join("local"));
        let files = KeyFiles::open(&earlier, passphrase("correct horse battery")).unwrap();
        let (copied, name) = (EntryName::random(), EntryName::random());
        crate::vault::keep(&files, &copied, &key()).unwrap();
        crate::vault::keep(&files, &name, &key()).unwrap();
        // Killed in the middle of the first copy.
        fs::create_dir(&wanted).unwrap();
        let of = |folder: &Path| folder.join(format!("{copied}.p8"));
        fs::write(of(&wanted), &fs::read(of(&earlier)).unwrap()[..40]).unwrap();
        assert!(!KeyFiles::exist(&wanted));
        KeyFiles::move_to(&wanted, &earlier).unwrap();
        let moved = KeyFiles::open(&wanted, passphrase("correct horse battery")).unwrap();
        assert!(moved.get(&copied).is_ok() && moved.get(&name).is_ok());

        // Key files of another passphrase turn up in the old folder, as from another computer.
        KeyFiles::open(&earlier, passphrase("correct horse batterx")).unwrap();
        KeyFiles::move_to(&wanted, &earlier).unwrap();
        assert!(KeyFiles::open(&earlier, passphrase("correct horse batterx")).is_ok());
        assert!(moved.get(&name).is_ok());
        assert!(KeyFiles::open(&wanted, passphrase("correct horse battery")).is_ok());
    }

    #[test]
    fn another_passphrase_does_not_open_them() {
        let folder = tempfile::tempdir().unwrap();
        KeyFiles::open(folder.path(), passphrase("correct horse battery")).unwrap();
        let other = KeyFiles::open(folder.path(), passphrase("correct horse batterx"));
        assert!(matches!(other, Err(Error::Keys(KeysError::PassphraseWrong))));
    }

    #[test]
    fn a_short_passphrase_is_refused_before_anything_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let opened = KeyFiles::open(folder.path(), passphrase("elevenchars"));
        assert!(matches!(opened, Err(Error::Keys(KeysError::PassphraseTooShort { least: 12 }))));
        assert!(!KeyFiles::exist(folder.path()));
    }

    #[test]
    fn no_file_holds_a_key_in_clear() {
        let folder = tempfile::tempdir().unwrap();
        let (name, key) = (EntryName::random(), key());
        let files = KeyFiles::open(folder.path(), passphrase("correct horse battery")).unwrap();
        crate::vault::keep(&files, &name, &key).unwrap();
        for file in fs::read_dir(folder.path()).unwrap() {
            let content = fs::read(file.unwrap().path()).unwrap();
            let der = key.expose_pkcs8_der().expose();
            assert!(!content.windows(32).any(|window| der.windows(32).any(|part| part == window)));
            assert!(PrivateKey::from_pkcs8_der(&content).is_err());
        }
    }

    #[test]
    fn a_secret_that_is_no_key_comes_back_and_lies_nowhere_in_clear() {
        let folder = tempfile::tempdir().unwrap();
        let name = EntryName::random_of_secret();
        let secret = Secret::new(b"a refresh token or a client secret".to_vec());
        let files = KeyFiles::open(folder.path(), passphrase("correct horse battery")).unwrap();
        files.put(&name, &secret).unwrap();
        assert!(files.put(&name, &secret).is_err(), "no entry is ever overwritten");

        let again = KeyFiles::open(folder.path(), passphrase("correct horse battery")).unwrap();
        assert!(again.get(&name).unwrap().equals(&secret));
        for file in fs::read_dir(folder.path()).unwrap() {
            let content = fs::read(file.unwrap().path()).unwrap();
            assert!(
                !content.windows(10).any(|part| secret.expose().windows(10).any(|s| s == part))
            );
        }
        files.delete(&name).unwrap();
        assert!(matches!(files.get(&name), Err(Error::Vault(VaultError::KeyMissing))));
    }

    #[test]
    fn a_sealed_file_of_another_passphrase_does_not_open() {
        let (one, other) =
            (passphrase("correct horse battery"), passphrase("correct horse batterx"));
        let sealed = sealed::seal(&Secret::new(b"hidden".to_vec()), &one).unwrap();
        assert!(matches!(
            sealed::open(&sealed, &other),
            Err(Error::Keys(KeysError::PassphraseWrong))
        ));
        assert!(matches!(
            sealed::open(b"anything", &one),
            Err(Error::Keys(KeysError::KeyNotReadable))
        ));
    }

    #[test]
    fn a_deleted_key_is_missing_and_deleting_it_again_is_no_failure() {
        let folder = tempfile::tempdir().unwrap();
        let name = EntryName::random();
        let files = KeyFiles::open(folder.path(), passphrase("correct horse battery")).unwrap();
        crate::vault::keep(&files, &name, &key()).unwrap();
        files.delete(&name).unwrap();
        files.delete(&name).unwrap();
        assert!(matches!(files.get(&name), Err(Error::Vault(VaultError::KeyMissing))));
    }
}
