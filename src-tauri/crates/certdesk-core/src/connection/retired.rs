//! Private keys that nothing needs any more, because another certificate took the place of theirs or theirs was
//! revoked: they stay for 30 days, then they are deleted. The certificates stay.

use time::OffsetDateTime;

use super::{Connection, Credential, CredentialId, Event, RetiredKey, VaultEntry};
use crate::error::Result;

impl Connection {
    /// Notices which keys nothing needs any more, and which are needed again. Nothing is done while a
    /// rotation is under way. Says whether anything changed.
    pub fn retire_keys(&mut self, now: OffsetDateTime) -> bool {
        if self.rotation.is_some() {
            return false;
        }
        let mut changed = false;
        for credential in &mut self.credentials {
            match credential.retired_key {
                None if credential.needs_no_key() => {
                    credential.retired_key = Some(RetiredKey::Retired { at: now });
                    changed = true;
                }
                Some(RetiredKey::Retired { .. }) if !credential.needs_no_key() => {
                    credential.retired_key = None;
                    changed = true;
                }
                _ => {}
            }
        }
        changed
    }

    /// Whether a key is retired, or is to be. Of a connection without one there is nothing to notice.
    #[must_use]
    pub fn may_retire_keys(&self) -> bool {
        self.credentials.iter().any(|credential| match credential.retired_key {
            None => credential.needs_no_key(),
            Some(RetiredKey::Retired { .. }) => true,
            Some(RetiredKey::Kept | RetiredKey::Deleted { .. }) => false,
        })
    }

    /// The keys whose 30 days are over.
    #[must_use]
    pub fn outdated_keys(&self, now: OffsetDateTime) -> Vec<CredentialId> {
        let over =
            |credential: &&Credential| credential.key_goes_at().is_some_and(|goes| goes <= now);
        self.credentials.iter().filter(over).map(|credential| credential.id.clone()).collect()
    }

    /// The vault entry of a retired key, to be deleted; none where another certificate of the
    /// connection has the same key.
    ///
    /// # Errors
    /// [`ConnectionError::CredentialUnknown`](crate::error::ConnectionError::CredentialUnknown).
    pub fn retired_entry(&self, id: &CredentialId) -> Result<Option<VaultEntry>> {
        let retired = self.credential(id)?;
        let mut others = self.credentials.iter().filter(|other| &other.id != id);
        let shared = others.any(|other| other.key == retired.key && !other.needs_no_key());
        let kept = VaultEntry { entry: retired.key.clone(), place: retired.vault };
        Ok((!shared).then_some(kept))
    }

    /// A retired key stays.
    ///
    /// # Errors
    /// As [`Connection::retired_entry`].
    pub fn keep_key(&mut self, id: &CredentialId) -> Result<()> {
        let credential = self.credential_mut(id)?;
        if credential.key_goes_at().is_some() {
            credential.retired_key = Some(RetiredKey::Kept);
        }
        Ok(())
    }

    /// A retired key is no longer in the vault.
    ///
    /// # Errors
    /// As [`Connection::retired_entry`].
    pub fn key_was_deleted(&mut self, id: &CredentialId, at: OffsetDateTime) -> Result<()> {
        let credential = self.credential_mut(id)?;
        credential.retired_key = Some(RetiredKey::Deleted { at });
        let certificate_id = credential.certificate_id().clone();
        self.note(at, Event::KeyDeleted { certificate_id });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use time::Duration;
    use time::macros::datetime;

    use super::*;
    use crate::connection::{CredentialState, KEPT_FOR};
    use crate::vault::{EntryName, VaultPlace};
    use netsuite_keys::certificate::{Certificate, Signature, Subject};
    use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};

    const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

    fn connection() -> Connection {
        let mut connection = Connection::new("Northwind Traders", false, NOW).unwrap();
        for state in [CredentialState::Superseded, CredentialState::Current] {
            let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
            let subject = Subject::new("Northwind Traders").unwrap();
            let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, NOW).unwrap();
            let (entry, place) = (EntryName::random(), VaultPlace::KeyFiles);
            let made =
                Credential::new(entry, place, Algorithm::Es256, &certificate, Signature::Pss, NOW);
            let mut made = made.unwrap();
            made.state = state;
            connection.credentials.push(made);
        }
        connection
    }

    #[test]
    fn the_key_of_a_replaced_certificate_goes_after_thirty_days_and_no_other_does() {
        let mut connection = connection();
        assert!(connection.retire_keys(NOW));
        assert!(!connection.retire_keys(NOW), "it is noticed once");
        let id = connection.credentials[0].id.clone();
        assert!(connection.outdated_keys(NOW + Duration::days(29)).is_empty());
        assert_eq!(connection.outdated_keys(NOW + KEPT_FOR), std::slice::from_ref(&id));
        let entry = connection.retired_entry(&id).unwrap().unwrap().entry;
        assert_eq!(entry, connection.credentials[0].key);
        connection.key_was_deleted(&id, NOW + KEPT_FOR).unwrap();
        assert!(connection.outdated_keys(NOW + Duration::days(99)).is_empty());
        let left: Vec<_> =
            connection.lasting_entries().into_iter().map(|kept| kept.entry).collect();
        assert_eq!(left, [connection.credentials[1].key.clone()]);
    }

    #[test]
    fn a_key_that_is_kept_or_needed_again_does_not_go() {
        let mut connection = connection();
        connection.retire_keys(NOW);
        let id = connection.credentials[0].id.clone();
        let mut needed = connection.clone();
        connection.keep_key(&id).unwrap();
        connection.retire_keys(NOW + Duration::days(1));
        assert!(connection.outdated_keys(NOW + Duration::days(99)).is_empty());

        // NetSuite's list shows that it was not revoked after all.
        needed.credentials[0].state = CredentialState::Uploaded;
        assert!(needed.retire_keys(NOW + Duration::days(1)));
        assert!(needed.outdated_keys(NOW + Duration::days(99)).is_empty());
    }

    #[test]
    fn a_key_that_another_certificate_has_as_well_stays_in_the_vault() {
        let mut connection = connection();
        connection.credentials[0].key = connection.credentials[1].key.clone();
        let id = connection.credentials[0].id.clone();
        assert_eq!(connection.retired_entry(&id).unwrap(), None);
    }
}
