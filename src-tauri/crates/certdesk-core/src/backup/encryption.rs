//! The age format: who can open a file.

use std::io::{Read as _, Write as _};
use std::iter;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};
use netsuite_keys::secret::{Passphrase, Secret};
use zeroize::Zeroizing;

use crate::error::{BackupError, Error, Result};

/// Who will be able to open a file.
pub enum Protection {
    /// Whoever knows the passphrase.
    Passphrase(Passphrase),
    /// Whoever has the secret half of one of these age keys. Never empty.
    Recipients(Vec<x25519::Recipient>),
}

/// What opens a file.
pub enum Opening {
    /// Its passphrase.
    Passphrase(Passphrase),
    /// Secret age keys, of which one is enough.
    Keys(Vec<x25519::Identity>),
}

/// What a file has to be opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// A passphrase.
    Passphrase,
    /// A secret age key.
    Key,
}

impl Protection {
    /// A passphrase that is chosen now.
    ///
    /// # Errors
    /// [`KeysError::PassphraseTooShort`](crate::error::KeysError::PassphraseTooShort).
    pub fn passphrase(text: Passphrase) -> Result<Self> {
        Ok(Self::Passphrase(Passphrase::chosen(text.expose().to_owned())?))
    }

    /// Public age keys, `age1…`, one or several, apart by white space or commas.
    ///
    /// # Errors
    /// [`BackupError::RecipientInvalid`], [`BackupError::RecipientSecret`].
    pub fn recipients(text: &str) -> Result<Self> {
        let mut recipients = Vec::new();
        for word in text.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty()) {
            if word.to_ascii_uppercase().starts_with(SECRET_KEY) {
                return Err(BackupError::RecipientSecret.into());
            }
            recipients.push(word.parse().map_err(|_| BackupError::RecipientInvalid)?);
        }
        if recipients.is_empty() {
            return Err(BackupError::RecipientInvalid.into());
        }
        Ok(Self::Recipients(recipients))
    }

    /// Encrypts, and says what opens the result again.
    ///
    /// Files for others can't be opened by whoever makes them. So that this one can be read back and
    /// checked, it is encrypted for one more key, which exists in memory only, until the check is done.
    pub(super) fn encrypt(&self, plain: &Secret) -> Result<(Vec<u8>, Opening)> {
        match self {
            Self::Passphrase(passphrase) => {
                let encryptor = Encryptor::with_user_passphrase(secret_string(passphrase));
                let opening = Passphrase::entered(passphrase.expose().to_owned());
                Ok((write(encryptor, plain)?, Opening::Passphrase(opening)))
            }
            Self::Recipients(recipients) => {
                let check = x25519::Identity::generate();
                let checked = check.to_public();
                let all = recipients.iter().chain(iter::once(&checked));
                let encryptor = Encryptor::with_recipients(all.map(|one| one as _))
                    .map_err(|_| Error::Unexpected("age takes no recipients of one kind"))?;
                Ok((write(encryptor, plain)?, Opening::Keys(vec![check])))
            }
        }
    }
}

impl Opening {
    /// The secret age keys in a file as `age-keygen` writes it: a line each, and remarks after `#`.
    ///
    /// # Errors
    /// [`BackupError::NoSecretKey`].
    pub fn keys(file: &Secret) -> Result<Self> {
        let text = std::str::from_utf8(file.expose()).map_err(|_| BackupError::NoSecretKey)?;
        let lines = text.lines().map(str::trim).filter(|line| line.starts_with(SECRET_KEY));
        let keys: Vec<_> = lines.filter_map(|line| line.parse().ok()).collect();
        if keys.is_empty() { Err(BackupError::NoSecretKey.into()) } else { Ok(Self::Keys(keys)) }
    }

    /// Decrypts a whole file.
    ///
    /// # Errors
    /// [`BackupError::NotBackup`], [`BackupError::Newer`], [`BackupError::PassphraseWrong`],
    /// [`BackupError::KeyWrong`], [`BackupError::TooCostly`], [`BackupError::Damaged`].
    pub(super) fn decrypt(&self, file: &[u8]) -> Result<Secret> {
        let decryptor = Decryptor::new_buffered(file).map_err(|error| unopened(&error))?;
        let reader = match self {
            Self::Passphrase(passphrase) => {
                let identity = scrypt::Identity::new(secret_string(passphrase));
                decryptor.decrypt(iter::once(&identity as _)).map_err(|error| match error {
                    DecryptError::DecryptionFailed => BackupError::PassphraseWrong,
                    error => unopened(&error),
                })
            }
            Self::Keys(keys) => {
                decryptor.decrypt(keys.iter().map(|key| key as _)).map_err(|error| unopened(&error))
            }
        };
        // What is decrypted is never longer than the file, so it isn't copied about while it grows.
        let mut plain = Zeroizing::new(Vec::with_capacity(file.len()));
        reader?.read_to_end(&mut plain).map_err(|_| BackupError::Damaged)?;
        Ok(plain.into())
    }
}

/// What a file has to be opened with.
///
/// # Errors
/// [`BackupError::NotBackup`], [`BackupError::Newer`], [`BackupError::Damaged`].
pub fn opens(file: &[u8]) -> Result<Opens> {
    let decryptor = Decryptor::new_buffered(file).map_err(|error| unopened(&error))?;
    Ok(if decryptor.is_scrypt() { Opens::Passphrase } else { Opens::Key })
}

fn unopened(error: &DecryptError) -> BackupError {
    match error {
        DecryptError::NoMatchingKeys => BackupError::KeyWrong,
        DecryptError::ExcessiveWork { .. } => BackupError::TooCostly,
        DecryptError::UnknownFormat => BackupError::Newer,
        DecryptError::InvalidHeader => BackupError::NotBackup,
        // A file that ends within its header.
        DecryptError::Io(_) => BackupError::NotBackup,
        _ => BackupError::Damaged,
    }
}

fn write(encryptor: Encryptor, plain: &Secret) -> Result<Vec<u8>> {
    let written = || -> std::io::Result<Vec<u8>> {
        let mut writer = encryptor.wrap_output(Vec::new())?;
        writer.write_all(plain.expose())?;
        writer.finish()
    };
    written().map_err(|_| Error::Unexpected("writing to memory failed"))
}

fn secret_string(passphrase: &Passphrase) -> SecretString {
    SecretString::from(passphrase.expose().to_owned())
}

/// Begins the secret half of an age key.
const SECRET_KEY: &str = "AGE-SECRET-KEY-";
