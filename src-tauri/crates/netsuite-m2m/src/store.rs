//! The documents of all connections, one JSON file each, in the app's data folder.
//!
//! A document is written beside its old self and renamed into place, so a killed process leaves
//! the old one or the new one. What cannot be read, or was written by a newer version, is reported
//! and left as it is: never wiped, never overwritten.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::connection::{Connection, ConnectionId};
use crate::error::{Error, Result};
use crate::export;

/// The folder that holds the documents.
#[derive(Clone, Debug)]
pub struct Store {
    folder: PathBuf,
}

/// All that was found in the folder.
#[derive(Debug)]
pub struct Contents {
    /// What could be read.
    pub connections: Vec<Connection>,
    /// What could not: [`Error::DocumentNewer`], [`Error::DocumentDamaged`], [`Error::FileNotRead`].
    pub unreadable: Vec<Error>,
}

impl Store {
    /// A store in `folder`, which is made with the first document.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// Reads every document. One that cannot be read does not hide the others.
    ///
    /// # Errors
    /// [`Error::FileNotRead`] when the folder itself cannot be listed.
    pub fn list(&self) -> Result<Contents> {
        let mut contents = Contents { connections: Vec::new(), unreadable: Vec::new() };
        let unlisted = |source| Error::FileNotRead { path: self.folder.clone(), source };
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(contents),
            entries => entries.map_err(unlisted)?,
        };
        for entry in entries {
            let path = entry.map_err(unlisted)?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if !name.ends_with(ENDING) || name.starts_with('.') {
                continue;
            }
            match read(&path) {
                Ok(connection) => contents.connections.push(connection),
                Err(error) => contents.unreadable.push(error),
            }
        }
        contents
            .connections
            .sort_by(|a, b| a.name.cmp(&b.name).then(a.created_at.cmp(&b.created_at)));
        Ok(contents)
    }

    /// Reads one connection.
    ///
    /// # Errors
    /// [`Error::ConnectionUnknown`], or why its document cannot be read.
    pub fn read(&self, id: &ConnectionId) -> Result<Connection> {
        let path = self.path(id);
        if path.exists() { read(&path) } else { Err(Error::ConnectionUnknown) }
    }

    /// Writes a new connection.
    ///
    /// # Errors
    /// [`Error::FileNotWritten`].
    pub fn create(&self, connection: &Connection) -> Result<()> {
        let _lock = self.lock()?;
        self.write(connection)
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
        let _lock = self.lock()?;
        let mut connection = self.read(id)?;
        let outcome = change(&mut connection)?;
        self.write(&connection)?;
        Ok((connection, outcome))
    }

    /// Deletes a connection's document.
    ///
    /// # Errors
    /// [`Error::FileNotWritten`].
    pub fn remove(&self, id: &ConnectionId) -> Result<()> {
        let _lock = self.lock()?;
        let path = self.path(id);
        fs::remove_file(&path).map_err(|source| Error::FileNotWritten { path, source })?;
        // Empty, and of no use to anybody.
        let _ = fs::remove_file(self.rotation_lock_path(id));
        Ok(())
    }

    /// The file that whoever drives a connection's rotation holds locked.
    pub(crate) fn rotation_lock(&self, id: &ConnectionId) -> Result<File> {
        let path = self.rotation_lock_path(id);
        let opened = fs::create_dir_all(&self.folder)
            .and_then(|()| File::options().create(true).append(true).open(&path));
        opened.map_err(|source| Error::FileNotWritten { path, source })
    }

    pub(crate) fn rotation_lock_path(&self, id: &ConnectionId) -> PathBuf {
        self.folder.join(format!("{}.rotation.lock", id.as_str()))
    }

    fn write(&self, connection: &Connection) -> Result<()> {
        let path = self.path(&connection.id);
        let document = Document { schema_version: SCHEMA, connection };
        let text = serde_json::to_vec_pretty(&document)
            .map_err(|_| Error::Unexpected("a connection cannot be written as JSON"))?;
        export::replace(&path, &text).map_err(|source| Error::FileNotWritten { path, source })
    }

    /// Held while a document changes; ends with the process that holds it.
    fn lock(&self) -> Result<File> {
        let path = self.folder.join("lock");
        let locked = fs::create_dir_all(&self.folder)
            .and_then(|()| File::options().create(true).append(true).open(&path))
            .and_then(|file| file.lock().map(|()| file));
        locked.map_err(|source| Error::FileNotWritten { path, source })
    }

    fn path(&self, id: &ConnectionId) -> PathBuf {
        self.folder.join(format!("{}{ENDING}", id.as_str()))
    }
}

/// The connection's own members, with the version beside them.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Document<T> {
    schema_version: u32,
    connection: T,
}

/// Only the version, whatever else a newer document holds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Version {
    schema_version: u32,
}

fn read(path: &Path) -> Result<Connection> {
    let text = fs::read(path).map_err(|source| Error::FileNotRead { path: path.into(), source })?;
    let Version { schema_version } = parse(&text, path)?;
    if schema_version > SCHEMA {
        return Err(Error::DocumentNewer { path: path.into() });
    }
    let document: Document<Connection> = parse(&text, path)?;
    let named = format!("{}{ENDING}", document.connection.id.as_str());
    // A copied or renamed document would be written back under another name.
    if path.file_name().and_then(|name| name.to_str()) != Some(&named) {
        return Err(Error::DocumentDamaged { path: path.into() });
    }
    Ok(document.connection)
}

fn parse<T: DeserializeOwned>(text: &[u8], path: &Path) -> Result<T> {
    serde_json::from_slice(text).map_err(|_| Error::DocumentDamaged { path: path.into() })
}

/// Raised with every change that an older version would misread. 2: rotations. Everything that came
/// after 1 has a default, so a document of version 1 is read as it is.
const SCHEMA: u32 = 2;
const ENDING: &str = ".connection.json";

#[cfg(test)]
mod tests {
    use super::*;
    use time::OffsetDateTime;

    fn connection(name: &str) -> Connection {
        Connection::new(name, false, OffsetDateTime::UNIX_EPOCH).unwrap()
    }

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path().join("connections"));
        (folder, store)
    }

    #[test]
    fn a_store_that_was_never_used_is_empty() {
        let (_folder, store) = store();
        assert!(store.list().unwrap().connections.is_empty());
    }

    #[test]
    fn a_connection_comes_back_as_it_was_written() {
        let (_folder, store) = store();
        let written = connection("Northwind Traders");
        store.create(&written).unwrap();
        let read = store.read(&written.id).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), serde_json::to_value(written).unwrap());
    }

    #[test]
    fn a_failed_change_leaves_the_document_as_it_was() {
        let (_folder, store) = store();
        let written = connection("Northwind Traders");
        store.create(&written).unwrap();
        let failed = store.update(&written.id, |connection| {
            connection.name = "Something else".into();
            Err::<(), _>(Error::Cancelled)
        });
        assert!(matches!(failed, Err(Error::Cancelled)));
        assert_eq!(store.read(&written.id).unwrap().name, "Northwind Traders");
    }

    #[test]
    fn a_document_of_a_newer_version_is_reported_and_left_alone() {
        let (_folder, store) = store();
        let written = connection("Northwind Traders");
        store.create(&written).unwrap();
        let path = store.path(&written.id);
        let newer = r#"{"schemaVersion":3,"connection":{"shape":"unknown"}}"#;
        fs::write(&path, newer).unwrap();

        let contents = store.list().unwrap();
        assert!(
            matches!(&contents.unreadable[..], [Error::DocumentNewer { path: named }] if *named == path)
        );
        assert!(matches!(store.update(&written.id, |_| Ok(())), Err(Error::DocumentNewer { .. })));
        assert_eq!(fs::read_to_string(&path).unwrap(), newer);
    }

    #[test]
    fn a_document_of_the_first_version_is_read_and_written_back_as_the_second() {
        let (_folder, store) = store();
        let written = connection("Northwind Traders");
        store.create(&written).unwrap();
        let path = store.path(&written.id);
        let mut first: serde_json::Value =
            serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        first["schemaVersion"] = 1.into();
        first["connection"].as_object_mut().unwrap().remove("rotation").unwrap();
        fs::write(&path, first.to_string()).unwrap();

        assert!(store.read(&written.id).unwrap().rotation.is_none());
        store.update(&written.id, |_| Ok(())).unwrap();
        assert!(fs::read_to_string(&path).unwrap().contains("\"schemaVersion\": 2"));
    }

    #[test]
    fn a_damaged_document_does_not_hide_the_others() {
        let (_folder, store) = store();
        let (good, bad) = (connection("Good"), connection("Bad"));
        store.create(&good).unwrap();
        store.create(&bad).unwrap();
        fs::write(store.path(&bad.id), "{\"schemaVersion\":1,\"conn").unwrap();

        let contents = store.list().unwrap();
        assert_eq!(contents.connections.len(), 1);
        assert!(matches!(&contents.unreadable[..], [Error::DocumentDamaged { .. }]));
    }

    #[test]
    fn a_member_that_this_version_does_not_know_is_refused_rather_than_dropped() {
        let (_folder, store) = store();
        let written = connection("Northwind Traders");
        store.create(&written).unwrap();
        let path = store.path(&written.id);
        let text = fs::read_to_string(&path).unwrap().replacen(
            "\"practice\"",
            "\"unheardOf\": 1, \"practice\"",
            1,
        );
        fs::write(&path, text).unwrap();
        assert!(matches!(store.read(&written.id), Err(Error::DocumentDamaged { .. })));
    }

    #[test]
    fn changes_from_many_threads_are_all_kept() {
        let (_folder, store) = store();
        let written = connection("Northwind Traders");
        store.create(&written).unwrap();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let add = |connection: &mut Connection| {
                        connection.pending_keys.push(crate::vault::EntryName::random());
                        Ok(())
                    };
                    store.update(&written.id, add).unwrap();
                });
            }
        });
        assert_eq!(store.read(&written.id).unwrap().pending_keys.len(), 8);
    }
}
