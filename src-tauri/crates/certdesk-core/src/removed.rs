//! Connections that were removed, and keys that nothing needs any more: they stay for 30 days, cannot
//! be used, and can be brought back; then they go.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::connection::{Connection, ConnectionId, CredentialId, Event, KEPT_FOR, VaultEntry};
use crate::error::{ConnectionError, Error, Result, RotationError};
use crate::files::documents::{self, Document, Documents, Found, random_id};
use crate::rotation;
use crate::store::Store;
use crate::vault::EntryName;

/// The documents of removed connections.
#[derive(Clone, Debug)]
pub struct RemovedConnections(Documents<RemovedConnection>);

/// A connection that was removed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemovedConnection {
    /// Names the document.
    pub id: RemovedId,
    /// When it was removed.
    #[serde(with = "time::serde::rfc3339")]
    pub removed_at: OffsetDateTime,
    /// Why.
    pub removal: Removal,
    /// As it was.
    pub connection: Connection,
}

/// Names the document of a removed connection.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RemovedId(String);

/// Why a connection was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Removal {
    /// The user removed it.
    ByUser,
    /// The one of a backup took its place.
    Replaced,
}

impl RemovedConnections {
    /// Those in `folder`, which is made with the first.
    #[must_use]
    pub fn new(folder: impl Into<std::path::PathBuf>) -> Self {
        Self(Documents::new(folder))
    }

    /// All of them.
    ///
    /// # Errors
    /// [`FileError::NotRead`](crate::error::FileError::NotRead) when the folder cannot be listed.
    pub fn list(&self) -> Result<Found<RemovedConnection>> {
        self.0.list()
    }

    /// Removes a connection: its document goes among the removed ones and then from its place. Its
    /// keys stay in the vault.
    ///
    /// # Errors
    /// [`ConnectionError::RotationRuns`] while its rotation is driven, and as [`Store::read`] and
    /// [`Store::remove`].
    pub fn remove(
        &self,
        store: &Store,
        id: &ConnectionId,
        now: OffsetDateTime,
    ) -> Result<RemovedId> {
        let mut connection = store.read(id)?;
        let removed = rotation::unless_driven(store, id, || {
            connection.note(now, Event::Removed);
            let removed = self.keep(connection, Removal::ByUser, now)?;
            store.remove(id)?;
            Ok(removed)
        });
        match removed {
            Err(Error::Rotation(RotationError::Elsewhere)) => {
                Err(ConnectionError::RotationRuns.into())
            }
            removed => removed,
        }
    }

    /// Takes a document in, without removing it anywhere. One that a process cut off has taken in
    /// already is not taken in again.
    pub(crate) fn keep(
        &self,
        connection: Connection,
        removal: Removal,
        now: OffsetDateTime,
    ) -> Result<RemovedId> {
        let same = |kept: &RemovedConnection| {
            kept.removal == removal
                && kept.connection.id == connection.id
                && documents::to_json(&kept.connection).ok() == documents::to_json(&connection).ok()
        };
        if let Some(kept) = self.0.list()?.documents.into_iter().find(same) {
            return Ok(kept.id);
        }
        let id = RemovedId(random_id());
        let document = RemovedConnection { id: id.clone(), removed_at: now, removal, connection };
        self.0.create(&document)?;
        Ok(id)
    }

    /// Brings one back.
    ///
    /// # Errors
    /// [`ConnectionError::Unknown`]; [`ConnectionError::StillHere`] where its connection is in its
    /// place, as after a restore that replaced it.
    pub fn bring_back(
        &self,
        store: &Store,
        id: &RemovedId,
        now: OffsetDateTime,
    ) -> Result<Connection> {
        let mut connection = self.0.read(id.as_str())?.connection;
        if store.path(&connection.id).exists() {
            return Err(ConnectionError::StillHere.into());
        }
        connection.note(now, Event::BroughtBack);
        store.create(&connection)?;
        self.0.remove(id.as_str())?;
        Ok(connection)
    }

    /// Deletes one for good: first whatever it alone has in a vault, then its document.
    ///
    /// # Errors
    /// [`ConnectionError::Unknown`], what the vault says, and why another document can't be read:
    /// it may have the same keys.
    pub fn delete(
        &self,
        store: &Store,
        id: &RemovedId,
        delete_entry: &dyn Fn(&VaultEntry) -> Result<()>,
        delete_pending: &dyn Fn(&EntryName) -> Result<()>,
    ) -> Result<()> {
        let removed = self.0.read(id.as_str())?;
        let used = self.used_elsewhere(store, id)?;
        let connection = &removed.connection;
        for kept in connection.all_entries().iter().filter(|kept| !used.contains(&kept.entry)) {
            delete_entry(kept)?;
        }
        let pending = connection.pending_keys.iter().filter(|entry| !used.contains(*entry));
        pending.into_iter().try_for_each(delete_pending)?;
        self.0.remove(id.as_str())
    }

    /// Those that have been here for [`KEPT_FOR`].
    ///
    /// # Errors
    /// As [`RemovedConnections::list`].
    pub fn outdated(&self, now: OffsetDateTime) -> Result<Vec<RemovedId>> {
        let old = |removed: &RemovedConnection| removed.goes_at() <= now;
        Ok(self.list()?.documents.into_iter().filter(old).map(|removed| removed.id).collect())
    }

    /// What other documents have in a vault.
    fn used_elsewhere(&self, store: &Store, id: &RemovedId) -> Result<Vec<EntryName>> {
        let (connections, removed) = (store.list()?, self.list()?);
        if let Some(error) = connections.unreadable.into_iter().chain(removed.unreadable).next() {
            return Err(error);
        }
        let others = removed.documents.into_iter().filter(|other| &other.id != id);
        let others = others.map(|other| other.connection).chain(connections.connections);
        Ok(others.flat_map(|other| other.all_entries()).map(|kept| kept.entry).collect())
    }
}

/// Notices which keys of some connections nothing needs any more, and deletes those that were noticed
/// [`KEPT_FOR`] ago. A connection that is gone meanwhile is passed over.
///
/// # Errors
/// As [`Store::read`] and [`delete_retired_key`].
pub fn retire_keys(
    store: &Store,
    among: &[ConnectionId],
    now: OffsetDateTime,
    delete_entry: &dyn Fn(&VaultEntry) -> Result<()>,
) -> Result<()> {
    for id in among {
        let mut connection = match store.read(id) {
            Err(Error::Connection(ConnectionError::Unknown)) => continue,
            read => read?,
        };
        if connection.retire_keys(now) {
            store.update(&connection.id, |there| Ok(there.retire_keys(now)))?;
        }
        for key in connection.outdated_keys(now) {
            delete_retired_key(store, &connection.id, &key, now, delete_entry)?;
        }
    }
    Ok(())
}

/// Deletes the key of a certificate that nothing uses any more, first from its vault. The certificate
/// stays. A key that is not retired stays, too.
///
/// # Errors
/// As [`Store::update`], and what the vault says.
pub fn delete_retired_key(
    store: &Store,
    id: &ConnectionId,
    key: &CredentialId,
    now: OffsetDateTime,
    delete_entry: &dyn Fn(&VaultEntry) -> Result<()>,
) -> Result<()> {
    let connection = store.read(id)?;
    if connection.credential(key)?.key_goes_at().is_none() {
        return Ok(());
    }
    if let Some(kept) = connection.retired_entry(key)? {
        delete_entry(&kept)?;
    }
    store.update(id, |connection| connection.key_was_deleted(key, now)).map(|_| ())
}

impl RemovedConnection {
    /// When it goes for good.
    #[must_use]
    pub fn goes_at(&self) -> OffsetDateTime {
        self.removed_at + KEPT_FOR
    }
}

documents::id!(RemovedId);

/// The schema is the connection's own: whoever can't read that can't read this.
impl Document for RemovedConnection {
    const KIND: &'static str = "removedConnection";
    const SCHEMA: u32 = Connection::SCHEMA;

    fn file_stem(&self) -> &str {
        self.id.as_str()
    }

    fn unknown() -> Error {
        Error::Connection(ConnectionError::Unknown)
    }
}

#[cfg(test)]
mod tests;
