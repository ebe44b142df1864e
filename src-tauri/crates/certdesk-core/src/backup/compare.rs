//! What is in a backup beside what this computer has.

use serde::Serialize;
use time::OffsetDateTime;

use super::archive::Archive;
use super::item::Item;
use super::make::Computer;
use crate::connection::{Entry, Event, History, VaultEntry};
use crate::error::{DocumentError, Error, FileError, Result, VaultError};
use crate::vault::VaultPlace;

/// What a document of a backup is to the one of this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "BackupRelation"))]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// There is none of that name here.
    New,
    /// Both are the same.
    Same,
    /// The one here went on after the backup.
    NewerHere,
    /// The one here is an earlier state of the one in the backup.
    NewerInBackup,
    /// Each has something that the other lacks, or it can't be told.
    Differs,
    /// The one here is damaged. Restoring sets it aside.
    Damaged,
    /// The one here can't be read by this version, or the system can't read its file. It stays as it is.
    Unreadable,
}

/// A document of a backup beside what this computer has.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// The document.
    pub item: &'a Item,
    /// What it is to the one here.
    pub relation: Relation,
    /// How many keys and other secrets of it are in the backup.
    pub secrets: usize,
    /// How many it refers to that are not in the backup.
    pub lacking: usize,
    /// How many that the one here refers to are in the backup, and not in the vault of this computer.
    pub missing_here: usize,
}

/// What there is to restore.
///
/// # Errors
/// Why a document can't be written as JSON.
pub fn compare<'a>(archive: &'a Archive, computer: &Computer<'_>) -> Result<Vec<Compared<'a>>> {
    let compared = |item: &'a Item| {
        let (relation, here) = match computer.present(&item.id()) {
            Ok(None) => (Relation::New, Vec::new()),
            Ok(Some(present)) => (relation(&present, item)?, present.vault_entries()),
            Err(Error::Document(DocumentError::Damaged { .. })) => (Relation::Damaged, Vec::new()),
            Err(Error::Document(_) | Error::File(FileError::NotRead { .. })) => {
                (Relation::Unreadable, Vec::new())
            }
            Err(error) => return Err(error),
        };
        let missing_here = here.iter().filter(|kept| archive.has(&kept.entry));
        let missing_here = missing_here.filter(|kept| is_missing(kept, computer)).count();
        let entries = item.vault_entries();
        let secrets = entries.iter().filter(|kept| archive.has(&kept.entry)).count();
        let lacking = entries.len() - secrets;
        Ok(Compared { item, relation, secrets, lacking, missing_here })
    };
    archive.items.iter().map(compared).collect()
}

/// Whether a vault says that it has no such entry. One that can't be asked says nothing.
fn is_missing(kept: &VaultEntry, computer: &Computer<'_>) -> bool {
    let found = (computer.vault)(kept.place).and_then(|vault| vault.get(&kept.entry));
    matches!(found, Err(Error::Vault(VaultError::KeyMissing)))
}

/// Compares what both computers would write of a document, without what is one computer's alone.
fn relation(here: &Item, there: &Item) -> Result<Relation> {
    let (ours, theirs) = (done(here), done(there));
    if ours == theirs && bare(here)? == bare(there)? {
        return Ok(Relation::Same);
    }
    Ok(match (here, there) {
        (Item::Connection(_), Item::Connection(_)) => {
            if ours.len() > theirs.len() && ours.starts_with(&theirs) {
                Relation::NewerHere
            } else if ours.len() < theirs.len() && theirs.starts_with(&ours) {
                Relation::NewerInBackup
            } else {
                Relation::Differs
            }
        }
        (Item::ProRecord(here), Item::ProRecord(there)) if here.begun_at == there.begun_at => {
            newer(here.changed_at, there.changed_at)
        }
        (Item::TbaPlan(here), Item::TbaPlan(there)) if here.begun_at == there.begun_at => {
            newer(here.changed_at, there.changed_at)
        }
        _ => Relation::Differs,
    })
}

/// Which of two states of the same document is newer, by when they were changed last.
fn newer(here: OffsetDateTime, there: OffsetDateTime) -> Relation {
    if here > there { Relation::NewerHere } else { Relation::NewerInBackup }
}

/// What was done with a connection, apart from its travels and the keeping of the history itself.
fn done(item: &Item) -> Vec<(OffsetDateTime, &Event)> {
    let Item::Connection(connection) = item else { return Vec::new() };
    let counts = |entry: &&Entry| {
        !matches!(
            entry.event,
            Event::Restored { .. } | Event::HandedToColleague { .. } | Event::ChainStarted
        )
    };
    connection.history.iter().filter(counts).map(|entry| (entry.at, &entry.event)).collect()
}

/// A document without what is one computer's alone, and without its history.
fn bare(item: &Item) -> Result<Vec<u8>> {
    let mut item = item.clone().moved_to(VaultPlace::KeyFiles);
    if let Item::Connection(connection) = &mut item {
        connection.history = History::default();
        if let Some(rotation) = &mut connection.rotation {
            rotation.may_run_elsewhere = false;
        }
    }
    item.to_json()
}
