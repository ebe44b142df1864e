//! Where private keys are kept, and the few other secrets that outlive the app: the operating
//! system's keychain (in the shell), or files protected by a passphrase.

mod key_files;
mod sealed;

use std::fmt;

use netsuite_keys::key::PrivateKey;
use netsuite_keys::secret::Secret;
use serde::{Deserialize, Serialize};

use crate::error::{Error, KeysError, Result};
pub use key_files::KeyFiles;

/// A place that keeps secrets. All calls may block.
pub trait Vault: Send + Sync {
    /// Stores a secret under a name that is not in use.
    ///
    /// # Errors
    /// The `Vault…` variants of [`Error`], or [`FileError::NotWritten`](crate::error::FileError::NotWritten) for key files.
    fn put(&self, name: &EntryName, secret: &Secret) -> Result<()>;

    /// Gives a secret back.
    ///
    /// # Errors
    /// [`VaultError::KeyMissing`](crate::error::VaultError::KeyMissing) when nothing is stored under that name.
    fn get(&self, name: &EntryName) -> Result<Secret>;

    /// Deletes a secret; one that is missing counts as deleted.
    ///
    /// # Errors
    /// As [`Vault::put`].
    fn delete(&self, name: &EntryName) -> Result<()>;

    /// What kind of place this is, for the words of the window.
    fn place(&self) -> VaultPlace;
}

/// The kinds of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "VaultStore"))]
#[serde(rename_all = "kebab-case")]
pub enum VaultPlace {
    /// Linux: GNOME Keyring, KWallet or another Secret Service.
    SecretService,
    /// macOS: the login keychain.
    MacosKeychain,
    /// Windows: the Credential Manager.
    WindowsCredentialManager,
    /// Files of encrypted PKCS#8 in the data folder.
    KeyFiles,
}

/// The name of one entry. Each secret gets a new one; none is ever overwritten.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntryName(String);

impl EntryName {
    /// A new random name for a private key.
    #[must_use]
    pub fn random() -> Self {
        Self(format!("{KEY}{:032x}", rand::random::<u128>()))
    }

    /// A new random name for a Client Secret or a refresh token.
    #[must_use]
    pub fn random_of_secret() -> Self {
        Self(format!("secret-{:032x}", rand::random::<u128>()))
    }

    /// Whether it names a private key.
    pub(crate) fn is_of_key(&self) -> bool {
        self.0.starts_with(KEY)
    }

    /// The name as the keychain shows it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for EntryName {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        let safe = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        if !text.is_empty() && text.len() <= 64 && text.bytes().all(safe) {
            Ok(Self(text))
        } else {
            Err("not the name of a vault entry")
        }
    }
}

impl From<EntryName> for String {
    fn from(name: EntryName) -> Self {
        name.0
    }
}

/// Stores a key and makes sure that it can be used: stored, read back, made to sign.
///
/// Only after this returns may anything be built on the key (law 2 of the design).
///
/// # Errors
/// What the vault says; [`KeysError::KeyNotReadable`] when it gives back something else.
pub fn keep(vault: &dyn Vault, name: &EntryName, key: &PrivateKey) -> Result<()> {
    vault.put(name, key.expose_pkcs8_der())?;
    let back = load(vault, name)?;
    if back.public_key_der() != key.public_key_der() {
        return Err(KeysError::KeyNotReadable.into());
    }
    Ok(back.prove()?)
}

/// Reads a key from the vault.
///
/// # Errors
/// [`VaultError::KeyMissing`](crate::error::VaultError::KeyMissing), or [`KeysError::KeyNotReadable`] when the entry holds no key of ours.
pub fn load(vault: &dyn Vault, name: &EntryName) -> Result<PrivateKey> {
    PrivateKey::from_pkcs8_der(vault.get(name)?.expose())
        .map_err(|_| Error::Keys(KeysError::KeyNotReadable))
}

/// Stores, reads and deletes a trial entry: whether the vault works at all.
///
/// # Errors
/// What the vault says; [`KeysError::KeyNotReadable`] when it does not give back what it was given.
pub fn round_trip(vault: &dyn Vault) -> Result<()> {
    let name = EntryName(format!("trial-{:016x}", rand::random::<u64>()));
    let trial = Secret::from(rand::random::<[u8; 32]>().to_vec());
    vault.put(&name, &trial)?;
    let back = vault.get(&name);
    vault.delete(&name)?;
    if back?.expose() == trial.expose() { Ok(()) } else { Err(KeysError::KeyNotReadable.into()) }
}

/// Begins the names of private keys.
const KEY: &str = "key-";
