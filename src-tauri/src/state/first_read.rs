//! The connections as the start found them.
//!
//! They are read once, while the web view is still starting: for what earlier processes left
//! unfinished, and for the board's first list.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::store::{Contents, Store};
use certdesk_core::vault::EntryName;

/// The first read of all documents.
pub(crate) struct FirstRead {
    folder: PathBuf,
    /// When a document had changed last. None where it can't be told, or was too short a time ago.
    changed: Option<SystemTime>,
    /// Until somebody has taken them.
    contents: Mutex<Option<Contents>>,
    unfinished: Vec<(ConnectionId, EntryName)>,
    retiring: Vec<ConnectionId>,
}

impl FirstRead {
    /// Reads all documents. Blocks for the disk.
    pub(crate) fn of(store: &Store) -> Self {
        let folder = store.folder().to_owned();
        let changed = changed_at(&folder).filter(|at| at.elapsed().is_ok_and(|ago| ago > COARSEST));
        let contents = store.list().ok();
        let connections = || contents.iter().flat_map(|contents| &contents.connections);
        let unfinished = connections().flat_map(unfinished_of).collect();
        let retiring = connections().filter(|connection| connection.may_retire_keys());
        let retiring = retiring.map(|connection| connection.id.clone()).collect();
        Self { folder, changed, contents: Mutex::new(contents), unfinished, retiring }
    }

    /// The vault entries that earlier processes did not finish with.
    pub(crate) fn unfinished(&self) -> &[(ConnectionId, EntryName)] {
        &self.unfinished
    }

    /// The connections that have a key which nothing needs any more.
    pub(crate) fn retiring(&self) -> &[ConnectionId] {
        &self.retiring
    }

    /// The documents, for the first who asks, and only while none has changed since.
    pub(crate) fn take(&self) -> Option<Contents> {
        let contents = self.contents.lock().ok()?.take()?;
        (self.changed? == changed_at(&self.folder)?).then_some(contents)
    }
}

fn unfinished_of(connection: &Connection) -> impl Iterator<Item = (ConnectionId, EntryName)> {
    connection.pending_keys.iter().map(|name| (connection.id.clone(), name.clone()))
}

/// When an entry of the folder was added, replaced or removed last: documents are replaced as a whole.
fn changed_at(folder: &Path) -> Option<SystemTime> {
    fs::metadata(folder).and_then(|folder| folder.modified()).ok()
}

/// Some file systems tell times apart by two seconds only.
const COARSEST: Duration = Duration::from_secs(3);

#[cfg(test)]
mod tests {
    use super::*;
    use time::OffsetDateTime;

    /// A store with one connection, just written.
    fn just_written() -> (tempfile::TempDir, Store, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path().join("connections"));
        let connection = Connection::new("Northwind Traders", false, OffsetDateTime::now_utc());
        let connection = connection.unwrap();
        store.create(&connection).unwrap();
        (folder, store, connection)
    }

    /// The same, as if it had been written an hour ago.
    fn of_an_hour_ago() -> (tempfile::TempDir, Store, Connection) {
        let (folder, store, connection) = just_written();
        let earlier = SystemTime::now() - Duration::from_secs(3600);
        fs::File::open(store.folder()).unwrap().set_modified(earlier).unwrap();
        (folder, store, connection)
    }

    fn names(contents: Option<Contents>) -> Option<Vec<String>> {
        contents.map(|all| all.connections.into_iter().map(|one| one.name).collect())
    }

    #[test]
    #[cfg_attr(windows, ignore = "a folder can't be opened there to set its time")]
    fn what_the_start_read_is_given_once() {
        let (_folder, store, _) = of_an_hour_ago();
        let first = FirstRead::of(&store);
        assert_eq!(names(first.take()), Some(vec!["Northwind Traders".to_owned()]));
        assert_eq!(names(first.take()), None);
    }

    #[test]
    #[cfg_attr(windows, ignore = "a folder can't be opened there to set its time")]
    fn what_has_changed_since_is_not_given() {
        let (_folder, store, connection) = of_an_hour_ago();
        let first = FirstRead::of(&store);
        store.update(&connection.id, |_| Ok(())).unwrap();
        assert_eq!(names(first.take()), None);
    }

    #[test]
    fn what_was_written_just_before_is_not_given() {
        let (_folder, store, _) = just_written();
        assert_eq!(names(FirstRead::of(&store).take()), None);
    }
}
