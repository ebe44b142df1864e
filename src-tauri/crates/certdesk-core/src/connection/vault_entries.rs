//! The secrets of a browser sign-in that outlive the app: which vault entries hold them. The
//! secrets themselves never come here.
//!
//! An entry is named among [`Connection::pending_keys`] before it is written and before it is
//! deleted, so that a process killed at any moment leaves none that nobody knows of.

use serde::{Deserialize, Serialize};

use super::{Connection, Integration};
use crate::vault::{EntryName, VaultPlace};

/// A vault entry, and the kind of vault that it is in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VaultEntry {
    /// Its name.
    pub entry: EntryName,
    /// Where it is.
    pub place: VaultPlace,
}

/// What a sign-in may keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInSecret {
    /// The Client Secret of a confidential client.
    ClientSecret,
    /// The refresh token.
    RefreshToken,
}

impl Connection {
    /// Where a secret is, if it is kept.
    #[must_use]
    pub const fn sign_in_entry(&self, secret: SignInSecret) -> Option<&VaultEntry> {
        match secret {
            SignInSecret::ClientSecret => self.integration.client_secret.as_ref(),
            SignInSecret::RefreshToken => self.integration.refresh_token.as_ref(),
        }
    }

    /// Everything that is kept, to be deleted with the connection.
    #[must_use]
    pub fn sign_in_entries(&self) -> Vec<VaultEntry> {
        let both = [SignInSecret::ClientSecret, SignInSecret::RefreshToken];
        both.into_iter().filter_map(|secret| self.sign_in_entry(secret).cloned()).collect()
    }

    /// Everything in a vault that is worth moving to another computer: the private keys, also one
    /// whose certificate a rotation has still to make, and the Client Secret.
    #[must_use]
    pub fn lasting_entries(&self) -> Vec<VaultEntry> {
        let there = self.credentials.iter().filter(|one| !one.key_is_deleted());
        let credentials = there.map(|one| (&one.key, one.vault));
        let rotating = self.rotation.iter().flat_map(super::Rotation::keys);
        let mut entries: Vec<VaultEntry> = Vec::new();
        for (entry, place) in credentials.chain(rotating) {
            if entries.iter().all(|known| &known.entry != entry) {
                entries.push(VaultEntry { entry: entry.clone(), place });
            }
        }
        entries.extend(self.integration.client_secret.clone());
        entries
    }

    /// Everything that it has, or may have, in a vault, to be deleted with it.
    #[must_use]
    pub fn all_entries(&self) -> Vec<VaultEntry> {
        let mut entries = self.lasting_entries();
        entries.extend(self.integration.refresh_token.clone());
        entries
    }

    /// Makes it the document of another computer, whose vault is of this kind. Who is signed in, and
    /// what was not finished, stays where it was.
    pub fn move_to(&mut self, place: VaultPlace) {
        self.pending_keys.clear();
        self.integration.refresh_token = None;
        if let Some(kept) = &mut self.integration.client_secret {
            kept.place = place;
        }
        for credential in &mut self.credentials {
            credential.vault = place;
        }
        if let Some(rotation) = &mut self.rotation {
            rotation.move_to(place);
        }
    }

    /// Says of each secret in which vault of this computer it is, where `place_of` knows.
    pub fn place_entries(&mut self, place_of: &dyn Fn(&EntryName) -> Option<VaultPlace>) {
        if let Some(kept) = &mut self.integration.client_secret {
            kept.place = place_of(&kept.entry).unwrap_or(kept.place);
        }
        for credential in &mut self.credentials {
            credential.vault = place_of(&credential.key).unwrap_or(credential.vault);
        }
        if let Some(rotation) = &mut self.rotation {
            rotation.place_keys(place_of);
        }
    }

    /// Names an entry that is about to be written.
    pub fn announce_entry(&mut self, entry: &EntryName) {
        self.pending_keys.push(entry.clone());
    }

    /// Takes in an entry that was announced and written. The one before it is to be deleted: it is
    /// named as pending and returned.
    pub fn keep(&mut self, secret: SignInSecret, kept: VaultEntry) -> Option<VaultEntry> {
        self.pending_keys.retain(|pending| *pending != kept.entry);
        self.exchange(secret, Some(kept))
    }

    /// Lets go of a secret. Its entry is to be deleted: it is named as pending and returned.
    pub fn forget(&mut self, secret: SignInSecret) -> Option<VaultEntry> {
        self.exchange(secret, None)
    }

    /// An entry was deleted, or was never written.
    pub fn entry_is_gone(&mut self, entry: &EntryName) {
        self.pending_keys.retain(|pending| pending != entry);
    }

    /// Another client has another secret and other sign-ins.
    pub(super) fn forget_client(&mut self) {
        self.integration.public_client = None;
        self.forget(SignInSecret::ClientSecret);
        self.forget(SignInSecret::RefreshToken);
    }

    fn exchange(&mut self, secret: SignInSecret, new: Option<VaultEntry>) -> Option<VaultEntry> {
        let Integration { client_secret, refresh_token, .. } = &mut self.integration;
        let place = match secret {
            SignInSecret::ClientSecret => client_secret,
            SignInSecret::RefreshToken => refresh_token,
        };
        let old = std::mem::replace(place, new);
        self.pending_keys.extend(old.iter().map(|old| old.entry.clone()));
        old
    }
}

#[cfg(test)]
mod tests {
    use time::OffsetDateTime;

    use super::*;
    use crate::connection::Change;

    const NOW: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

    fn kept() -> VaultEntry {
        VaultEntry { entry: EntryName::random_of_secret(), place: VaultPlace::SecretService }
    }

    fn with_both() -> (Connection, VaultEntry, VaultEntry) {
        let mut connection = Connection::new("Northwind Traders", false, NOW).unwrap();
        let set = |text: &str| Change::ClientId { text: text.repeat(64) };
        connection.change(Change::Account { text: "4718203".into() }, NOW).unwrap();
        connection.change(set("a"), NOW).unwrap();
        let (secret, token) = (kept(), kept());
        connection.integration.public_client = Some(false);
        connection.keep(SignInSecret::ClientSecret, secret.clone());
        connection.keep(SignInSecret::RefreshToken, token.clone());
        (connection, secret, token)
    }

    #[test]
    fn an_entry_is_named_from_before_it_is_written_until_after_it_is_deleted() {
        let mut connection = Connection::new("Northwind Traders", false, NOW).unwrap();
        let (first, second) = (kept(), kept());
        connection.announce_entry(&first.entry);
        assert_eq!(connection.pending_keys, std::slice::from_ref(&first.entry));
        assert_eq!(connection.keep(SignInSecret::RefreshToken, first.clone()), None);
        assert!(connection.pending_keys.is_empty());

        connection.announce_entry(&second.entry);
        let old = connection.keep(SignInSecret::RefreshToken, second.clone());
        assert_eq!(old, Some(first.clone()));
        assert_eq!(connection.pending_keys, std::slice::from_ref(&first.entry));
        assert_eq!(connection.sign_in_entry(SignInSecret::RefreshToken), Some(&second));
        connection.entry_is_gone(&first.entry);
        assert!(connection.pending_keys.is_empty());
    }

    #[test]
    fn another_client_leaves_no_secret_of_the_one_before() {
        for change in [
            Change::ClientId { text: "b".repeat(64) },
            Change::Account { text: "4718203_SB1".into() },
        ] {
            let (mut connection, secret, token) = with_both();
            connection.change(change, NOW).unwrap();
            assert!(connection.sign_in_entries().is_empty());
            assert_eq!(connection.integration.public_client, None);
            assert_eq!(connection.pending_keys, [secret.entry, token.entry]);
        }
    }

    #[test]
    fn the_same_client_entered_again_keeps_them() {
        let (mut connection, secret, token) = with_both();
        connection.change(Change::ClientId { text: "A".repeat(64) }, NOW).unwrap();
        assert_eq!(connection.sign_in_entries(), [secret, token]);
    }

    #[test]
    fn the_document_names_entries_and_comes_back() {
        let (connection, secret, _) = with_both();
        let text = serde_json::to_string(&connection).unwrap();
        assert!(text.contains(secret.entry.as_str()));
        let back: Connection = serde_json::from_str(&text).unwrap();
        assert_eq!(back.integration, connection.integration);
    }
}
