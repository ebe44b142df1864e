//! The keychain: an entry as large as the largest private key, stored, read and deleted.

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use certdesk_core::Error;
use certdesk_core::error::VaultError;
use certdesk_core::vault::{EntryName, KeyFiles, Vault};
use netsuite_keys::secret::Secret;

use super::Finding;
use crate::keychain::Keychain;

/// Tries the keychain. The system may ask the user to unlock it; whoever does not answer is not
/// waited for.
pub(crate) fn examine(keys: Option<&Path>) -> Finding {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(keep_entry()));
    let silent = Finding::KeychainSilent { seconds: PATIENCE.as_secs() };
    let found = receiver.recv_timeout(PATIENCE).unwrap_or(silent);
    let key_files = keys.is_some_and(KeyFiles::exist);
    match found {
        Finding::Keychain { .. } => found,
        _ if key_files => Finding::KeyFiles,
        _ => found,
    }
}

fn keep_entry() -> Finding {
    match Keychain::connect() {
        Ok(keychain) => keep_entry_in(&keychain),
        Err(status) => Finding::KeychainUnusable(status),
    }
}

fn keep_entry_in(vault: &dyn Vault) -> Finding {
    let Ok(name) = EntryName::try_from(format!("check-{:032x}", rand::random::<u128>())) else {
        return Finding::KeychainRefused;
    };
    let mut value = vec![0; LARGEST_KEY];
    rand::fill(&mut value[..]);
    let value = Secret::new(value);
    let read = vault.put(&name, &value).and_then(|()| vault.get(&name));
    // Also after a failure: it may have come after the entry was stored.
    let deleted = vault.delete(&name);
    match (read, deleted) {
        (Ok(read), Ok(())) if read.equals(&value) => Finding::Keychain { place: vault.place() },
        (Ok(_), Ok(())) => Finding::KeychainDiffers,
        (Err(Error::Vault(VaultError::EntryTooLong { limit })), _) => {
            Finding::KeychainTooSmall { limit }
        }
        _ => Finding::KeychainRefused,
    }
}

/// Bytes of an RSA-4096 private key as PKCS#8, the largest that Certdesk keeps. Windows takes 2560.
pub(crate) const LARGEST_KEY: usize = 2374;
/// Time to enter a password.
const PATIENCE: Duration = Duration::from_secs(60);

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use certdesk_core::Result;
    use certdesk_core::vault::VaultPlace;

    use super::*;

    /// What is kept of a value.
    type Stores = fn(&[u8]) -> Vec<u8>;

    /// A keychain that misbehaves.
    #[derive(Default)]
    struct Odd {
        entries: Mutex<Vec<(EntryName, Vec<u8>)>>,
        stores: Option<Stores>,
        reads: bool,
    }

    impl Vault for Odd {
        fn put(&self, name: &EntryName, secret: &Secret) -> Result<()> {
            let stores =
                self.stores.ok_or(Error::Vault(VaultError::EntryTooLong { limit: 2000 }))?;
            self.entries.lock().unwrap().push((name.clone(), stores(secret.expose())));
            Ok(())
        }

        fn get(&self, _: &EntryName) -> Result<Secret> {
            let entries = self.entries.lock().unwrap();
            let (_, value) = entries.first().filter(|_| self.reads).ok_or(VaultError::Denied)?;
            Ok(Secret::new(value.clone()))
        }

        fn delete(&self, name: &EntryName) -> Result<()> {
            self.entries.lock().unwrap().retain(|(other, _)| other != name);
            Ok(())
        }

        fn place(&self) -> VaultPlace {
            VaultPlace::SecretService
        }
    }

    #[test]
    fn the_entry_is_as_large_as_the_largest_key_and_is_deleted() {
        let vault = Odd { stores: Some(|value| value.to_vec()), reads: true, ..Odd::default() };
        assert!(matches!(keep_entry_in(&vault), Finding::Keychain { .. }));
        assert!(vault.entries.lock().unwrap().is_empty());
        let counts = Odd {
            stores: Some(|value| {
                assert_eq!(value.len(), LARGEST_KEY);
                value.to_vec()
            }),
            reads: true,
            ..Odd::default()
        };
        assert!(matches!(keep_entry_in(&counts), Finding::Keychain { .. }));
    }

    #[test]
    fn an_entry_that_cannot_be_read_or_comes_back_changed_is_told_and_deleted() {
        let unreadable = Odd { stores: Some(|value| value.to_vec()), ..Odd::default() };
        assert!(matches!(keep_entry_in(&unreadable), Finding::KeychainRefused));
        assert!(unreadable.entries.lock().unwrap().is_empty());
        let cut =
            Odd { stores: Some(|value| value[..2000].to_vec()), reads: true, ..Odd::default() };
        assert!(matches!(keep_entry_in(&cut), Finding::KeychainDiffers));
        assert!(cut.entries.lock().unwrap().is_empty());
    }

    #[test]
    fn a_keychain_that_takes_no_large_entries_is_told_with_its_bound() {
        let found = keep_entry_in(&Odd::default());
        assert!(matches!(found, Finding::KeychainTooSmall { limit: 2000 }), "{found:?}");
    }
}
