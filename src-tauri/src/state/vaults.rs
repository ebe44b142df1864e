//! Which vault keeps new keys, and which one keeps a key of before.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use certdesk_core::Result;
use certdesk_core::error::VaultError;
use certdesk_core::vault::{KeyFiles, Vault, VaultPlace};
use netsuite_keys::secret::Passphrase;

use crate::ipc::vault::VaultStatus;
use crate::keychain::Keychain;

/// The keychain and the key files of this computer, as far as they are open.
pub(crate) struct Vaults {
    folder: PathBuf,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    keychain: Option<Arc<Keychain>>,
    key_files: Option<Arc<KeyFiles>>,
    status: Option<VaultStatus>,
}

impl Vaults {
    /// Nothing is opened yet. Key files would lie in `folder`.
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, open: Mutex::new(Open::default()) }
    }

    /// Where key files are, or would be.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the last look found. Waits for a look under way, and looks where there was none.
    pub(crate) fn status(&self) -> VaultStatus {
        let found = self.lock().status.clone();
        found.unwrap_or_else(|| self.check())
    }

    /// Looks again. Key files, once the user has chosen them, go before the keychain.
    pub(crate) fn check(&self) -> VaultStatus {
        let mut open = self.lock();
        open.keychain = None;
        let keychain = Keychain::connect();
        let status = match (&keychain, &open.key_files) {
            (_, Some(files)) => VaultStatus::Ready { store: files.place() },
            _ if KeyFiles::exist(&self.folder) => VaultStatus::KeyFilesLocked,
            (Ok(keychain), None) => VaultStatus::Ready { store: keychain.place() },
            (Err(status), None) => status.clone(),
        };
        open.keychain = keychain.ok().map(Arc::new);
        open.status = Some(status.clone());
        status
    }

    /// Opens the key files, or sets them up.
    pub(crate) fn open_files(&self, passphrase: Passphrase) -> Result<VaultStatus> {
        let files = KeyFiles::open(&self.folder, passphrase)?;
        let status = VaultStatus::Ready { store: files.place() };
        let mut open = self.lock();
        open.key_files = Some(Arc::new(files));
        open.status = Some(status.clone());
        Ok(status)
    }

    /// The vault for a new key.
    pub(crate) fn for_new_keys(&self) -> Result<Arc<dyn Vault>> {
        if KeyFiles::exist(&self.folder) { self.key_files() } else { self.keychain() }
    }

    /// The vault that keeps a key of before.
    pub(crate) fn of(&self, place: VaultPlace) -> Result<Arc<dyn Vault>> {
        match place {
            VaultPlace::KeyFiles => self.key_files(),
            VaultPlace::SecretService
            | VaultPlace::MacosKeychain
            | VaultPlace::WindowsCredentialManager => self.keychain(),
        }
    }

    fn key_files(&self) -> Result<Arc<dyn Vault>> {
        let files = self.lock().key_files.clone();
        let files: Arc<dyn Vault> = files.ok_or(VaultError::Locked)?;
        Ok(files)
    }

    /// Looks again for a keychain that was missing at the start.
    fn keychain(&self) -> Result<Arc<dyn Vault>> {
        if let Some(keychain) = self.lock().keychain.clone() {
            return Ok(keychain);
        }
        let status = self.check();
        match self.lock().keychain.clone() {
            Some(keychain) => Ok(keychain),
            None if matches!(status, VaultStatus::Locked) => Err(VaultError::Locked.into()),
            None => Err(VaultError::Unavailable.into()),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        // A panic while it was held leaves nothing half done: the worst is a look too many.
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
