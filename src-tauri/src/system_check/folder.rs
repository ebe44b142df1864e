//! The data folder, and a document in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use certdesk_core::Error;
use certdesk_core::error::DocumentError;
use certdesk_core::files::documents::{Document, Documents};
use serde::{Deserialize, Serialize};

use super::{Finding, Refused};

/// Tries to write in the data folder, and to keep a document there.
pub(crate) fn examine(data: &Path) -> [Finding; 2] {
    let made = !data.exists();
    let refused = |error: &io::Error| {
        [
            Finding::FolderRefused { path: data.to_owned(), why: error.into() },
            Finding::DocumentsSkipped,
        ]
    };
    let scratch = match Scratch::make(data) {
        Ok(scratch) => scratch,
        Err(error) => return refused(&error),
    };
    let free = fs4::available_space(data).ok();
    let documents = keep_document(&scratch.folder);
    let documents = match (documents, scratch.remove()) {
        (Finding::Documents, Err(error)) => Finding::DocumentsRefused(Refused::from(&error)),
        (found, _) => found,
    };
    [Finding::Folder { path: data.to_owned(), made, free }, documents]
}

/// Writes, locks, changes, reads and removes a document, as the app keeps its own.
fn keep_document(folder: &Path) -> Finding {
    let documents = Documents::<TestDocument>::new(folder);
    let id = random_name();
    let outcome =
        documents.create(&TestDocument { id: id.clone(), changed: false }).and_then(|()| {
            // A change takes the lock that other processes wait for.
            documents.update(&id, |document| {
                document.changed = true;
                Ok(())
            })?;
            let read = documents.read(&id)?;
            documents.remove(&id)?;
            Ok(read.changed && documents.read(&id).is_err())
        });
    match outcome {
        Ok(true) => Finding::Documents,
        Ok(false)
        | Err(Error::Document(DocumentError::Damaged { .. } | DocumentError::Newer { .. })) => {
            Finding::DocumentsDiffer
        }
        Err(error) => Finding::DocumentsRefused(Refused::from(&error)),
    }
}

/// A document of the check's own, in a folder of its own.
#[derive(Debug, Serialize, Deserialize)]
struct TestDocument {
    id: String,
    changed: bool,
}

impl Document for TestDocument {
    const KIND: &'static str = "check";
    const SCHEMA: u32 = 1;

    fn file_stem(&self) -> &str {
        &self.id
    }

    fn unknown() -> Error {
        Error::Unexpected("the test document is missing")
    }
}

/// A folder in the data folder for the time of the check. What was made for it goes with it.
struct Scratch {
    folder: PathBuf,
    /// The folders above it that were not there, the innermost first.
    made: Vec<PathBuf>,
}

impl Scratch {
    fn make(data: &Path) -> io::Result<Self> {
        let missing = data.ancestors().take_while(|folder| !folder.exists());
        let made = missing.map(Path::to_owned).collect();
        let scratch = Self { folder: data.join(format!(".check-{}", random_name())), made };
        // Should this end half way, dropping the value removes the first half.
        fs::create_dir_all(&scratch.folder)?;
        Ok(scratch)
    }

    fn remove(self) -> io::Result<()> {
        fs::remove_dir_all(&self.folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A folder that somebody else has used meanwhile is not empty and stays.
        let _ = fs::remove_dir_all(&self.folder);
        self.made.iter().for_each(|folder| drop(fs::remove_dir(folder)));
    }
}

fn random_name() -> String {
    format!("{:032x}", rand::random::<u128>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<std::ffi::OsString> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
    }

    #[test]
    fn a_folder_that_was_not_there_is_not_there_afterwards() {
        let above = tempfile::tempdir().unwrap();
        let data = above.path().join("share").join("app.certdesk");
        let [folder, documents] = examine(&data);
        assert!(
            matches!(folder, Finding::Folder { made: true, free: Some(1..), .. }),
            "{folder:?}"
        );
        assert!(matches!(documents, Finding::Documents), "{documents:?}");
        assert_eq!(names(above.path()), [""; 0], "nothing is left");
    }

    #[test]
    fn what_lies_in_the_folder_stays_as_it_is() {
        let data = tempfile::tempdir().unwrap();
        fs::write(data.path().join("connection.json"), "mine").unwrap();
        let [folder, documents] = examine(data.path());
        assert!(matches!(folder, Finding::Folder { made: false, .. }), "{folder:?}");
        assert!(matches!(documents, Finding::Documents), "{documents:?}");
        assert_eq!(names(data.path()), ["connection.json"]);
        assert_eq!(fs::read_to_string(data.path().join("connection.json")).unwrap(), "mine");
    }

    #[test]
    fn a_file_in_the_place_of_the_folder_is_told_and_left_alone() {
        let above = tempfile::tempdir().unwrap();
        let data = above.path().join("app.certdesk");
        fs::write(&data, "a file").unwrap();
        let [folder, documents] = examine(&data);
        assert!(
            matches!(folder, Finding::FolderRefused { why: Refused::Other(_), .. }),
            "{folder:?}"
        );
        assert!(matches!(documents, Finding::DocumentsSkipped), "{documents:?}");
        assert_eq!(fs::read_to_string(&data).unwrap(), "a file");
    }
}
