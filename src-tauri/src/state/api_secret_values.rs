//! Values of API secrets. They are in memory while somebody works with them and are wiped afterwards; on request they
//! are stored in the vault.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use certdesk_core::connection::VaultEntry;
use certdesk_core::error::KeysError;
use certdesk_core::guides::api_secret::value::{self, Report};
use certdesk_core::guides::api_secret::{BankBook, BankSecrets, BankSecretsId, SecretKind};
use certdesk_core::vault::EntryName;
use certdesk_core::{Error, Result};
use netsuite_keys::secret::Secret;

use crate::state::vaults::Vaults;

/// The values in memory.
#[derive(Default)]
pub(crate) struct ApiSecretValues {
    held: Mutex<HashMap<(BankSecretsId, SecretKind), Secret<String>>>,
}

impl ApiSecretValues {
    /// Holds a value until it is let go, in the place of the one before.
    pub(crate) fn hold(&self, id: &BankSecretsId, kind: SecretKind, value: Secret<String>) {
        self.lock().insert((id.clone(), kind), value);
    }

    /// Measures one; none when it is not held.
    pub(crate) fn report(&self, id: &BankSecretsId, kind: SecretKind) -> Option<Report> {
        let held = self.lock();
        held.get(&(id.clone(), kind)).and_then(|value| value::check(kind, value).ok())
    }

    /// A copy of one, wiped like the original.
    pub(crate) fn copy(&self, id: &BankSecretsId, kind: SecretKind) -> Option<Secret<String>> {
        self.lock().get(&(id.clone(), kind)).map(|value| Secret::new(value.expose().clone()))
    }

    /// Lets go of one.
    pub(crate) fn forget(&self, id: &BankSecretsId, kind: SecretKind) {
        self.lock().remove(&(id.clone(), kind));
    }

    /// Lets go of all.
    pub(crate) fn discard(&self) {
        self.lock().clear();
    }

    /// Whether one of the texts has a value in it that is held for the bank.
    pub(crate) fn are_in(&self, id: &BankSecretsId, texts: &[&str]) -> bool {
        let held = self.lock();
        let mut own = held.iter().filter(|((of, _), _)| of == id);
        own.any(|(_, value)| texts.iter().any(|text| value::is_in(value, text)))
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(BankSecretsId, SecretKind), Secret<String>>> {
        // A panic while it was held leaves a map that is whole.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Stores a value in the vault, in the place of the one before. The document names the entry before
/// it is written and until after it is deleted.
pub(crate) fn store(
    vaults: &Vaults,
    book: &BankBook,
    id: &BankSecretsId,
    kind: SecretKind,
    value: &Secret<String>,
) -> Result<BankSecrets> {
    let (vault, entry) = (vaults.for_new_keys()?, EntryName::random_of_secret());
    book.update(id.as_str(), |bank| {
        bank.secret(kind)?;
        bank.announce_entry(&entry);
        Ok(())
    })?;
    let bytes = Secret::new(value.expose().clone().into_bytes());
    let written = vault.put(&entry, &bytes).and_then(|()| {
        if vault.get(&entry)?.equals(&bytes) {
            Ok(())
        } else {
            Err(KeysError::KeyNotReadable.into())
        }
    });
    if let Err(error) = written {
        delete_entries(vaults, book, id, Some(VaultEntry { entry, place: vault.place() }));
        return Err(error);
    }
    let kept = VaultEntry { entry, place: vault.place() };
    let (_, old) = book.update(id.as_str(), |bank| bank.keep(kind, Some(kept)))?;
    delete_entries(vaults, book, id, old);
    book.read(id.as_str())
}

/// Reads a value from the vault.
pub(crate) fn load(vaults: &Vaults, kept: &VaultEntry) -> Result<Secret<String>> {
    let bytes = vaults.of(kept.place)?.get(&kept.entry)?;
    let text =
        std::str::from_utf8(bytes.expose()).map_err(|_| Error::Keys(KeysError::KeyNotReadable))?;
    Ok(Secret::new(text.to_owned()))
}

/// Deletes entries that the document has let go of. What cannot be deleted now stays named in it
/// and is deleted at a later start.
pub(crate) fn delete_entries(
    vaults: &Vaults,
    book: &BankBook,
    id: &BankSecretsId,
    old: impl IntoIterator<Item = VaultEntry>,
) {
    for VaultEntry { entry, place } in old {
        let deleted = vaults.of(place).and_then(|vault| vault.delete(&entry)).and_then(|()| {
            book.update(id.as_str(), |bank| {
                bank.entry_is_gone(&entry);
                Ok(())
            })
        });
        if let Err(error) = deleted {
            tracing::warn!(%error, %entry, "a value that is no longer used stays until the next start");
        }
    }
}
