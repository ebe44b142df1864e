//! Making a backup: everything is read and proven first, and the file counts only once it has been
//! read back from the disk and opened.

use std::path::Path;
use std::sync::Arc;

use netsuite_keys::secret::Secret;
use time::OffsetDateTime;

use super::archive::{Archive, Manifest};
use super::encryption::Protection;
use super::item::{Item, ItemId};
use crate::connection::{ConnectionId, Event, Purpose};
use crate::error::{BackupError, Error, FileError, Result, VaultError};
use crate::files::export;
use crate::guides::api_secret::BankBook;
use crate::guides::pro_record::ProRecords;
use crate::guides::tba_plan::TbaPlans;
use crate::removed::RemovedConnections;
use crate::store::Store;
use crate::vault::{Vault, VaultPlace};

/// What a computer has.
#[derive(Clone, Copy)]
pub struct Computer<'a> {
    /// The connections.
    pub store: &'a Store,
    /// The guides to API secrets.
    pub banks: &'a BankBook,
    /// The guides to SuiteProjects Pro records.
    pub pro_records: &'a ProRecords,
    /// The plans that move integrations off token-based authentication.
    pub tba_plans: &'a TbaPlans,
    /// The vault of a place.
    pub vault: &'a (dyn Fn(VaultPlace) -> Result<Arc<dyn Vault>> + Sync),
    /// What was removed.
    pub removed: &'a RemovedConnections,
}

/// What goes into a backup.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// All connections and guides.
    Everything,
    /// These connections, to be handed to a colleague.
    Connections(Vec<ConnectionId>),
}

/// What was read, and what could not be.
pub struct Collected {
    /// To be saved.
    pub archive: Archive,
    /// Documents that can't be read. They are not in the backup.
    pub unreadable: Vec<Error>,
    /// Names of connections and banks of which the vault no longer has a key or a value.
    pub without_keys: Vec<String>,
}

/// Reads what goes into a backup.
///
/// # Errors
/// [`BackupError::Empty`]; what a vault says, other than that an entry is missing.
pub fn collect(
    computer: &Computer<'_>,
    chosen: &Chosen,
    with_keys: bool,
    made_by: &str,
    now: OffsetDateTime,
) -> Result<Collected> {
    let (mut items, mut unreadable) = computer.items()?;
    let purpose = match chosen {
        Chosen::Everything => Purpose::Backup,
        Chosen::Connections(ids) => {
            items.retain(|item| match item {
                Item::Connection(connection) => ids.contains(&connection.id),
                _ => false,
            });
            unreadable.clear();
            Purpose::HandOver
        }
    };
    if items.is_empty() {
        return Err(BackupError::Empty.into());
    }
    let mut archive = Archive {
        manifest: Manifest::new(purpose, with_keys, made_by, now),
        items,
        secrets: std::collections::BTreeMap::new(),
    };
    let mut without_keys = Vec::new();
    if with_keys {
        for item in &archive.items {
            let mut missing = false;
            for kept in item.vault_entries() {
                match (computer.vault)(kept.place)?.get(&kept.entry) {
                    Ok(secret) => drop(archive.secrets.insert(kept.entry, secret)),
                    Err(Error::Vault(VaultError::KeyMissing)) => missing = true,
                    Err(error) => return Err(error),
                }
            }
            if missing {
                without_keys.push(item.name().to_owned());
            }
        }
    }
    Ok(Collected { archive, unreadable, without_keys })
}

/// Writes a backup to a new file, reads it back, opens it, and makes every private key in it sign.
/// A file that does not pass is removed.
///
/// # Errors
/// [`BackupError::KeyUnusable`] before anything is written; [`FileError::Exists`],
/// [`FileError::NotWritten`], [`BackupError::NotVerified`].
pub fn save(archive: &Archive, protection: &Protection, path: &Path) -> Result<()> {
    archive.prove()?;
    let plain = archive.to_tar()?;
    let (file, opening) = protection.encrypt(&plain)?;
    export::write_encrypted(path, &file)?;
    let verified = local_files::read(path).is_ok_and(|back| {
        let opened = opening.decrypt(&back).ok().filter(|opened| opened.equals(&plain));
        opened.and_then(|opened| Archive::from_tar(&opened).ok()).is_some_and(|a| a.prove().is_ok())
    });
    if verified {
        return Ok(());
    }
    local_files::remove(path)
        .map_err(|source| FileError::NotWritten { path: path.to_owned(), source })?;
    Err(BackupError::NotVerified.into())
}

/// Records in connections that they went to a colleague. A rotation under way is the colleague's now,
/// too.
///
/// # Errors
/// As [`Store::update`].
pub fn handed_over(
    store: &Store,
    ids: &[ConnectionId],
    path: &str,
    with_keys: bool,
    now: OffsetDateTime,
) -> Result<()> {
    for id in ids {
        store.update(id, |connection| {
            let event = Event::HandedToColleague { path: path.to_owned(), with_keys };
            connection.note(now, event);
            if let Some(rotation) = &mut connection.rotation {
                rotation.may_run_elsewhere = true;
            }
            Ok(())
        })?;
    }
    Ok(())
}

impl Computer<'_> {
    /// Everything, and what can't be read.
    fn items(&self) -> Result<(Vec<Item>, Vec<Error>)> {
        let connections = self.store.list()?;
        let (banks, records) = (self.banks.list()?, self.pro_records.list()?);
        let plans = self.tba_plans.list()?;
        let items = connections
            .connections
            .into_iter()
            .map(|connection| Item::Connection(Box::new(connection)))
            .chain(banks.documents.into_iter().map(|bank| Item::ApiSecrets(Box::new(bank))))
            .chain(records.documents.into_iter().map(|record| Item::ProRecord(Box::new(record))))
            .chain(plans.documents.into_iter().map(|plan| Item::TbaPlan(Box::new(plan))));
        let unreadable = connections.unreadable.into_iter();
        let unreadable = unreadable.chain(banks.unreadable).chain(records.unreadable);
        let unreadable = unreadable.chain(plans.unreadable);
        Ok((items.collect(), unreadable.collect()))
    }

    /// The document of this computer under a name, if there is one.
    pub(super) fn present(&self, id: &ItemId) -> Result<Option<Item>> {
        use super::item::ItemKind::{ApiSecrets, Connection, ProRecord, TbaPlan};
        Ok(match id.kind {
            Connection => match ConnectionId::try_from(id.id.clone()) {
                Ok(id) if self.store.path(&id).exists() => {
                    Some(Item::Connection(Box::new(self.store.read(&id)?)))
                }
                _ => None,
            },
            ApiSecrets if self.banks.path(&id.id).exists() => {
                Some(Item::ApiSecrets(Box::new(self.banks.read(&id.id)?)))
            }
            ProRecord if self.pro_records.path(&id.id).exists() => {
                Some(Item::ProRecord(Box::new(self.pro_records.read(&id.id)?)))
            }
            TbaPlan if self.tba_plans.path(&id.id).exists() => {
                Some(Item::TbaPlan(Box::new(self.tba_plans.read(&id.id)?)))
            }
            _ => None,
        })
    }

    /// Writes a document in place of the one of the same name. A damaged one stays beside it.
    pub(super) fn write(&self, item: &Item) -> Result<()> {
        match item {
            Item::Connection(document) => self.store.restore(document),
            Item::ApiSecrets(document) => self.banks.restore(document),
            Item::ProRecord(document) => self.pro_records.restore(document),
            Item::TbaPlan(document) => self.tba_plans.restore(document),
        }
    }

    /// What a vault of this computer has under a name; none where nothing is.
    pub(super) fn stored(
        vault: &dyn Vault,
        entry: &crate::vault::EntryName,
    ) -> Result<Option<Secret>> {
        match vault.get(entry) {
            Ok(secret) => Ok(Some(secret)),
            Err(Error::Vault(VaultError::KeyMissing)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
