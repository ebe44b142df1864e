//! Restoring: what would happen to each document is said first, nothing is overwritten without a
//! word, and a process killed at any point leaves what can be gone on with or undone.
//!
//! Before a key is stored its vault entry is named in a document of its own ([`Restoring`]). Each
//! document follows its keys. Doing it all again changes nothing that is done already, so to go on
//! after a kill is to restore the same file once more.

use std::collections::HashSet;
use std::sync::Arc;

use netsuite_keys::key::PrivateKey;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::archive::Archive;
use super::compare::{Relation, compare};
use super::item::{Item, ItemId};
use super::make::Computer;
use crate::connection::{Event, VaultEntry};
use crate::error::{BackupError, ConnectionError, DocumentError, Error, KeysError, Result};
use crate::files::documents::{Document, Documents};
use crate::removed::Removal;
use crate::rotation;
use crate::vault::{self, EntryName, Vault, VaultPlace};

/// A restore under way.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Restoring {
    /// When it began.
    #[serde(with = "time::serde::rfc3339")]
    pub started_at: OffsetDateTime,
    /// When its backup was made.
    #[serde(with = "time::serde::rfc3339")]
    pub made_at: OffsetDateTime,
    /// The file.
    pub path: String,
    /// The vault entries that it writes. A document refers to each in the end.
    entries: Vec<VaultEntry>,
}

/// The one restore that may be under way.
pub type Restores = Documents<Restoring>;

/// What came of a restore.
#[derive(Clone, Debug, Default)]
pub struct Restored {
    /// The documents that were written.
    pub written: Vec<ItemId>,
    /// How many keys and other secrets were stored.
    pub stored: usize,
    /// Names of connections and banks that still lack a key or a value.
    pub without_keys: Vec<String>,
}

/// What a restore is to do.
pub struct Plan<'a> {
    /// What is restored.
    pub archive: &'a Archive,
    /// The documents to be written.
    pub taken: &'a [ItemId],
    /// The file that it is in, for whoever goes on after a kill.
    pub path: &'a str,
    /// Where keys go that this computer doesn't know.
    pub vault: &'a dyn Vault,
    /// When it begins.
    pub now: OffsetDateTime,
}

/// Writes the documents that are to be taken, each after its keys; one that is here already is kept
/// among the removed ones. Keys that are missing here are stored also for what is not taken. At the
/// end every document is read again and every key of it made to sign.
///
/// `reached` is told after each thing that was done how many documents are complete, and can end it
/// all.
///
/// # Errors
/// What the vault and the disk say; [`BackupError::EntryTaken`], [`BackupError::KeyUnusable`].
/// What was done until then stays, and doing it again goes on from there.
pub fn restore(
    plan: &Plan<'_>,
    computer: &Computer<'_>,
    restores: &Restores,
    reached: &dyn Fn(usize) -> Result<()>,
) -> Result<Restored> {
    let work = Work { plan, computer };
    let parts = work.parts()?;
    let mut entries: Vec<_> = parts.iter().flat_map(|part| part.missing.clone()).collect();
    // Of an earlier restore that was cut off, what it stored is still only named there.
    entries.extend(unfinished(restores)?.map(|earlier| earlier.entries).unwrap_or_default());
    restores.create(&Restoring {
        started_at: plan.now,
        made_at: plan.archive.manifest.made_at,
        path: plan.path.to_owned(),
        entries,
    })?;
    let mut restored = Restored::default();
    for (done, part) in parts.iter().enumerate() {
        reached(done)?;
        for kept in &part.missing {
            work.store(part.item, kept)?;
            restored.stored += 1;
            reached(done)?;
        }
        if part.taken {
            work.write(part)?;
            restored.written.push(part.item.id());
            reached(done)?;
        }
    }
    for part in &parts {
        if !work.check(part.item)? {
            restored.without_keys.push(part.item.name().to_owned());
        }
    }
    reached(parts.len())?;
    discard(restores, computer)?;
    Ok(restored)
}

/// The restore that did not come to its end, if there is one.
///
/// # Errors
/// Why its document can't be read.
pub fn unfinished(restores: &Restores) -> Result<Option<Restoring>> {
    if restores.path(CURRENT).exists() { Ok(Some(restores.read(CURRENT)?)) } else { Ok(None) }
}

/// Gives up a restore that did not come to its end: what it stored in the vault and no document
/// refers to is deleted. Documents that were restored stay.
///
/// # Errors
/// What the vault and the disk say. While a document can't be read nothing is deleted, for it may
/// refer to it.
pub fn discard(restores: &Restores, computer: &Computer<'_>) -> Result<()> {
    let Some(restoring) = unfinished(restores)? else { return Ok(()) };
    let (used, unreadable) = used_entries(computer)?;
    for kept in &restoring.entries {
        if used.contains(&kept.entry) {
            continue;
        }
        if let Some(error) = unreadable {
            return Err(error);
        }
        (computer.vault)(kept.place)?.delete(&kept.entry)?;
    }
    restores.remove(CURRENT)
}

/// Every vault entry that a document refers to, and why one can't be read, which may refer to others.
fn used_entries(computer: &Computer<'_>) -> Result<(HashSet<EntryName>, Option<Error>)> {
    let (connections, banks) = (computer.store.list()?, computer.banks.list()?);
    let gone = computer.removed.list()?;
    let unreadable =
        connections.unreadable.into_iter().chain(banks.unreadable).chain(gone.unreadable).next();
    let gone = gone.documents.into_iter().map(|removed| removed.connection);
    let connections = connections.connections.into_iter().chain(gone);
    let of_connections = connections.flat_map(|connection| connection.all_entries());
    let secrets = banks.documents.into_iter().flat_map(|bank| bank.secrets);
    let of_banks = secrets.filter_map(|secret| secret.kept);
    let used = of_connections.chain(of_banks).map(|kept| kept.entry).collect();
    Ok((used, unreadable))
}

/// What is done for one document.
struct Part<'a> {
    item: &'a Item,
    taken: bool,
    /// Its entries, each in the vault of this computer that has it or gets it.
    entries: Vec<VaultEntry>,
    /// Those of them that are to be stored.
    missing: Vec<VaultEntry>,
}

struct Work<'a> {
    plan: &'a Plan<'a>,
    computer: &'a Computer<'a>,
}

impl<'a> Work<'a> {
    /// Looks before anything is done.
    fn parts(&self) -> Result<Vec<Part<'a>>> {
        let mut parts = Vec::new();
        for compared in compare(self.plan.archive, self.computer)? {
            let wanted = self.plan.taken.contains(&compared.item.id());
            let readable = compared.relation != Relation::Unreadable;
            let taken = wanted && readable && compared.relation != Relation::Same;
            let here = self.computer.present(&compared.item.id()).ok().flatten();
            let refers = |kept: &VaultEntry| {
                let known = here.as_ref().map(Item::vault_entries).unwrap_or_default();
                known.into_iter().find(|known| known.entry == kept.entry)
            };
            let (mut entries, mut missing) = (Vec::new(), Vec::new());
            for kept in compared.item.vault_entries() {
                let place = match refers(&kept) {
                    Some(known) => known.place,
                    None if taken && compared.relation == Relation::Damaged => self.place_of(&kept),
                    None if taken => self.plan.vault.place(),
                    None => continue,
                };
                let kept = VaultEntry { entry: kept.entry, place };
                entries.push(kept.clone());
                if self.plan.archive.has(&kept.entry) && self.is_missing(&kept)? {
                    missing.push(kept);
                }
            }
            parts.push(Part { item: compared.item, taken, entries, missing });
        }
        Ok(parts)
    }

    /// Where an entry of a damaged document is or, if that is nowhere, goes. The vault that the backup
    /// names may still have it.
    fn place_of(&self, kept: &VaultEntry) -> VaultPlace {
        let stored = self.vault_of(kept).and_then(|vault| Computer::stored(&*vault, &kept.entry));
        if matches!(stored, Ok(Some(_))) { kept.place } else { self.plan.vault.place() }
    }

    fn is_missing(&self, kept: &VaultEntry) -> Result<bool> {
        let stored = Computer::stored(&*self.vault_of(kept)?, &kept.entry)?;
        match (stored, self.plan.archive.secrets.get(&kept.entry)) {
            (None, _) => Ok(true),
            (Some(stored), Some(ours)) if stored.equals(ours) => Ok(false),
            _ => Err(BackupError::EntryTaken.into()),
        }
    }

    fn store(&self, item: &Item, kept: &VaultEntry) -> Result<()> {
        let Some(secret) = self.plan.archive.secrets.get(&kept.entry) else { return Ok(()) };
        let vault = self.vault_of(kept)?;
        if !kept.entry.is_of_key() {
            vault.put(&kept.entry, secret)?;
            let back = vault.get(&kept.entry)?;
            return if back.equals(secret) {
                Ok(())
            } else {
                Err(KeysError::KeyNotReadable.into())
            };
        }
        let unusable = |_| BackupError::KeyUnusable { name: item.name().to_owned() };
        let key = PrivateKey::from_pkcs8_der(secret.expose()).map_err(unusable)?;
        vault::keep(&*vault, &kept.entry, &key)
    }

    fn write(&self, part: &Part<'_>) -> Result<()> {
        let mut item = part.item.clone().moved_to(self.plan.vault.place());
        item.place_entries(&place_in(&part.entries));
        let Item::Connection(mut connection) = item else { return self.computer.write(&item) };
        let manifest = &self.plan.archive.manifest;
        let (purpose, made_at) = (manifest.purpose, manifest.made_at);
        connection.note(self.plan.now, Event::Restored { purpose, made_at });
        if let Some(rotation) = &mut connection.rotation {
            rotation.may_run_elsewhere = true;
        }
        let store = self.computer.store;
        match store.read(&connection.id) {
            Err(
                Error::Connection(ConnectionError::Unknown)
                | Error::Document(DocumentError::Damaged { .. }),
            ) => return store.restore(&connection),
            here => drop(here?),
        }
        let id = connection.id.clone();
        rotation::update_unless_driven(store, &id, |present| {
            connection.place_entries(&place_in(&present.lasting_entries()));
            self.computer.removed.keep(present.clone(), Removal::Replaced, self.plan.now)?;
            *present = *connection;
            Ok(())
        })
    }

    /// Whether the document of this computer can be read, and each of its keys signs. False where one
    /// is missing.
    fn check(&self, item: &Item) -> Result<bool> {
        let Ok(Some(present)) = self.computer.present(&item.id()) else { return Ok(true) };
        let mut complete = true;
        for kept in present.vault_entries() {
            let stored = Computer::stored(&*self.vault_of(&kept)?, &kept.entry)?;
            let Some(secret) = stored else {
                complete = false;
                continue;
            };
            if kept.entry.is_of_key() {
                let unusable = |_| BackupError::KeyUnusable { name: item.name().to_owned() };
                let key = PrivateKey::from_pkcs8_der(secret.expose()).map_err(unusable)?;
                key.prove().map_err(unusable)?;
            }
        }
        Ok(complete)
    }

    fn vault_of(&self, kept: &VaultEntry) -> Result<Arc<dyn Vault>> {
        (self.computer.vault)(kept.place)
    }
}

/// Where an entry is, if it is one of these.
fn place_in(entries: &[VaultEntry]) -> impl Fn(&EntryName) -> Option<VaultPlace> {
    |entry| entries.iter().find(|known| known.entry == *entry).map(|known| known.place)
}

impl Document for Restoring {
    const KIND: &'static str = "restore";
    const SCHEMA: u32 = 1;

    fn file_stem(&self) -> &str {
        CURRENT
    }

    fn unknown() -> Error {
        Error::Document(DocumentError::GuideUnknown)
    }
}

const CURRENT: &str = "current";
