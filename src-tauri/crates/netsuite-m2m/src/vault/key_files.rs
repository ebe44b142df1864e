//! Private keys as files of encrypted PKCS#8, for computers without a keychain; secrets of other
//! kinds in files beside them.
//!
//! One passphrase protects all of them. It is never stored; a check key, encrypted like the
//! others, tells whether an entered passphrase is the right one before any real key is touched.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::export;
use crate::key::{KeyType, PrivateKey, Search};
use crate::secret::{Passphrase, Secret};
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
    /// [`Error::PassphraseTooShort`] when setting up, [`Error::PassphraseWrong`] when opening, and
    /// [`Error::FileNotWritten`] or [`Error::FileNotRead`].
    pub fn open(folder: &Path, passphrase: Passphrase) -> Result<Self> {
        let check = folder.join(CHECK);
        let passphrase = if check.exists() {
            PrivateKey::from_encrypted_der(&read(&check)?, &passphrase)?;
            passphrase
        } else {
            let passphrase = Passphrase::chosen(passphrase.expose().to_owned())?;
            fs::create_dir_all(folder)
                .map_err(|source| Error::FileNotWritten { path: folder.to_owned(), source })?;
            let key = PrivateKey::generate(KeyType::P256, &Search::new())?;
            export::write_private(&check, &key.to_encrypted_der(&passphrase)?)?;
            passphrase
        };
        Ok(Self { folder: folder.to_owned(), passphrase })
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
        export::write_private(&self.path(name), &file)
    }

    fn get(&self, name: &EntryName) -> Result<Secret> {
        let path = self.path(name);
        if !path.exists() {
            return Err(Error::KeyMissing);
        }
        if !name.is_of_key() {
            return sealed::open(&read(&path)?, &self.passphrase);
        }
        let key = PrivateKey::from_encrypted_der(&read(&path)?, &self.passphrase)?;
        Ok(Secret::from(key.expose_pkcs8_der().expose().to_vec()))
    }

    fn delete(&self, name: &EntryName) -> Result<()> {
        let path = self.path(name);
        match fs::remove_file(&path) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::FileNotWritten { path, source })
            }
            _ => Ok(()),
        }
    }

    fn place(&self) -> VaultPlace {
        VaultPlace::KeyFiles
    }
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|source| Error::FileNotRead { path: path.to_owned(), source })
}

/// Proves the passphrase; protects nothing.
const CHECK: &str = "check.p8";

#[cfg(test)]
mod tests {
    use super::*;

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
    fn another_passphrase_does_not_open_them() {
        let folder = tempfile::tempdir().unwrap();
        KeyFiles::open(folder.path(), passphrase("correct horse battery")).unwrap();
        let other = KeyFiles::open(folder.path(), passphrase("correct horse batterx"));
        assert!(matches!(other, Err(Error::PassphraseWrong)));
    }

    #[test]
    fn a_short_passphrase_is_refused_before_anything_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let opened = KeyFiles::open(folder.path(), passphrase("elevenchars"));
        assert!(matches!(opened, Err(Error::PassphraseTooShort { least: 12 })));
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
        assert!(matches!(files.get(&name), Err(Error::KeyMissing)));
    }

    #[test]
    fn a_sealed_file_of_another_passphrase_does_not_open() {
        let (one, other) =
            (passphrase("correct horse battery"), passphrase("correct horse batterx"));
        let sealed = sealed::seal(&Secret::new(b"hidden".to_vec()), &one).unwrap();
        assert!(matches!(sealed::open(&sealed, &other), Err(Error::PassphraseWrong)));
        assert!(matches!(sealed::open(b"anything", &one), Err(Error::KeyNotReadable)));
    }

    #[test]
    fn a_deleted_key_is_missing_and_deleting_it_again_is_no_failure() {
        let folder = tempfile::tempdir().unwrap();
        let name = EntryName::random();
        let files = KeyFiles::open(folder.path(), passphrase("correct horse battery")).unwrap();
        crate::vault::keep(&files, &name, &key()).unwrap();
        files.delete(&name).unwrap();
        files.delete(&name).unwrap();
        assert!(matches!(files.get(&name), Err(Error::KeyMissing)));
    }
}
