//! The documents of all connections, and who may work on one.

use std::path::{Path, PathBuf};

use serde_json::Value;
use time::OffsetDateTime;

use crate::connection::{Connection, ConnectionId};
use crate::error::{ConnectionError, DocumentError, Error, Result};
use crate::files::documents::{Document, Documents};
use crate::target::Target;

/// The folder that holds the documents.
#[derive(Clone, Debug)]
pub struct Store(Documents<Connection>);

/// All that was found in the folder.
#[derive(Debug)]
pub struct Contents {
    /// What could be read.
    pub connections: Vec<Connection>,
    /// What could not: [`DocumentError::Newer`], [`DocumentError::Damaged`], [`FileError::NotRead`](crate::error::FileError::NotRead).
    pub unreadable: Vec<Error>,
}

impl Store {
    /// A store in `folder`, which is made with the first document.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self(Documents::new(folder))
    }

    /// Reads every document. One that cannot be read does not hide the others.
    ///
    /// # Errors
    /// [`FileError::NotRead`](crate::error::FileError::NotRead) when the folder itself cannot be listed.
    pub fn list(&self) -> Result<Contents> {
        let found = self.0.list()?;
        let (mut connections, unreadable) = (found.documents, found.unreadable);
        connections.sort_by(|a, b| a.name.cmp(&b.name).then(a.created_at.cmp(&b.created_at)));
        Ok(Contents { connections, unreadable })
    }

    /// Reads one connection.
    ///
    /// # Errors
    /// [`ConnectionError::Unknown`], or why its document cannot be read.
    pub fn read(&self, id: &ConnectionId) -> Result<Connection> {
        self.0.read(id.as_str())
    }

    /// Writes a new connection.
    ///
    /// # Errors
    /// [`FileError::NotWritten`](crate::error::FileError::NotWritten).
    pub fn create(&self, connection: &Connection) -> Result<()> {
        self.0.create(connection)
    }

    /// Writes a connection from a backup. A damaged document of it stays beside the new one.
    ///
    /// # Errors
    /// As [`Documents::restore`].
    pub fn restore(&self, connection: &Connection) -> Result<()> {
        self.0.restore(connection)
    }

    /// Reads a connection, lets `change` work on it, and writes it back; when `change` fails the
    /// document stays as it was. Other threads and other processes wait.
    ///
    /// # Errors
    /// As [`Store::read`] and [`Store::create`], and whatever `change` returns.
    pub fn update<T>(
        &self,
        id: &ConnectionId,
        change: impl FnOnce(&mut Connection) -> Result<T>,
    ) -> Result<(Connection, T)> {
        self.0.update(id.as_str(), change)
    }

    /// Deletes a connection's document.
    ///
    /// # Errors
    /// [`FileError::NotWritten`](crate::error::FileError::NotWritten).
    pub fn remove(&self, id: &ConnectionId) -> Result<()> {
        self.0.remove(id.as_str())?;
        // Empty, and of no use to anybody.
        let _ = local_files::remove(&self.rotation_lock_path(id));
        Ok(())
    }

    /// Where the documents are.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.0.folder()
    }

    /// Where a connection's document is, or would be.
    #[must_use]
    pub fn path(&self, id: &ConnectionId) -> PathBuf {
        self.0.path(id.as_str())
    }

    /// The file that whoever drives a connection's rotation holds locked.
    pub(crate) fn rotation_lock_path(&self, id: &ConnectionId) -> PathBuf {
        self.0.folder().join(format!("{}.rotation.lock", id.as_str()))
    }
}

/// Schema 2: rotations. 3: targets that are files, the forms of exported keys, and renewals by hand.
/// 4: what NetSuite said last of slots and certificates, names that it gave, and where step 3 was
/// taken over from. 5: the page that a browser sign-in ends on. 6: the history as a hash chain, and what
/// travels between computers and retires. 7: what NetSuite's lists showed, in the history, and the last
/// reads with a token. 8: keys that were stored in secret stores, in the history. 9: that one is about to
/// be stored, and that a store refused it.
/// Everything that came after 1 has a default, so an older document is read as it is.
impl Document for Connection {
    const KIND: &'static str = "connection";
    const SCHEMA: u32 = 9;

    fn file_stem(&self) -> &str {
        self.id.as_str()
    }

    fn unknown() -> Error {
        Error::Connection(ConnectionError::Unknown)
    }

    /// A history from before there was a hash chain is put into one with the first change of its
    /// document, whatever that is.
    fn before_written(&mut self, now: OffsetDateTime) {
        self.history.start_chain(now);
    }

    /// A target system without a kit, in the connection or in its history.
    fn why_unreadable(document: &Value, path: &Path) -> Option<Error> {
        let history = &document["history"];
        let entries = history.as_array().or(history["entries"].as_array());
        let events = entries.into_iter().flatten();
        let named = events.map(|entry| &entry["event"]["target"]).chain([&document["target"]]);
        let named = named.filter_map(|target| target.as_str());
        let target = named.into_iter().find(|name| Target::named(name).is_none())?.to_owned();
        Some(Error::Document(DocumentError::TargetUnknown { path: path.into(), target }))
    }
}

#[cfg(test)]
mod tests;
