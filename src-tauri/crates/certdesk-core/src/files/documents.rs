//! JSON documents of one kind, one file each, in a folder of their own in the app's data folder.
//!
//! A document is written beside its old self and renamed into place, so a killed process leaves
//! the old one or the new one. What cannot be read, or was written by a newer version, is reported
//! and left as it is: never wiped, never overwritten.

use std::fmt;
use std::fs;
use std::io::ErrorKind;
use std::marker::PhantomData;
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

use local_files::Lock;
use serde::de::{DeserializeOwned, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use time::OffsetDateTime;

use crate::error::{DocumentError, Error, FileError, Result};

/// What a document is.
pub trait Document: Serialize + DeserializeOwned + Send {
    /// Its member in the file, and the last part but one of the file's name: `connection`.
    const KIND: &'static str;
    /// Raised with every change that an older version would misread.
    const SCHEMA: u32;

    /// The first part of the file's name: its ID, in characters that every file system takes.
    fn file_stem(&self) -> &str;

    /// There is no such document.
    fn unknown() -> Error;

    /// What a change brings along of itself, before it is written.
    fn before_written(&mut self, now: OffsetDateTime) {
        let _ = now;
    }

    /// What keeps this version from reading a document of its own schema, if that is known. Else it
    /// is damaged.
    fn why_unreadable(document: &Value, path: &Path) -> Option<Error> {
        let _ = (document, path);
        None
    }
}

/// The documents of one kind.
#[derive(Debug)]
pub struct Documents<D> {
    folder: PathBuf,
    kind: PhantomData<fn() -> D>,
}

/// All that was found in the folder.
#[derive(Debug)]
pub struct Found<D> {
    /// What could be read.
    pub documents: Vec<D>,
    /// What could not: [`DocumentError::Newer`], [`DocumentError::Damaged`], [`FileError::NotRead`].
    pub unreadable: Vec<Error>,
}

impl<D: Document> Documents<D> {
    /// Documents in `folder`, which is made with the first of them.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), kind: PhantomData }
    }

    /// Where they are.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Reads every document. One that cannot be read does not hide the others.
    ///
    /// # Errors
    /// [`FileError::NotRead`] when the folder itself cannot be listed.
    pub fn list(&self) -> Result<Found<D>> {
        let mut found = Found { documents: Vec::new(), unreadable: Vec::new() };
        for document in read_all(&self.paths()?) {
            match document {
                Ok(document) => found.documents.push(document),
                Err(error) => found.unreadable.push(error),
            }
        }
        Ok(found)
    }

    /// The files in the folder that are documents by their names. None when there is no folder.
    fn paths(&self) -> Result<Vec<PathBuf>> {
        let unlisted =
            |source| Error::File(FileError::NotRead { path: self.folder.clone(), source });
        let entries = match fs::read_dir(&self.folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(unlisted)?,
        };
        let ending = ending::<D>();
        let mut paths = Vec::new();
        for entry in entries {
            let path = entry.map_err(unlisted)?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if name.ends_with(&ending) && !name.starts_with('.') {
                paths.push(path);
            }
        }
        Ok(paths)
    }

    /// Reads one.
    ///
    /// # Errors
    /// [`Document::unknown`], or why it cannot be read.
    pub fn read(&self, stem: &str) -> Result<D> {
        let path = self.path(stem);
        if path.exists() { read(&path) } else { Err(D::unknown()) }
    }

    /// Writes one: a new one, or in place of the one with its name.
    ///
    /// # Errors
    /// [`FileError::NotWritten`].
    pub fn create(&self, document: &D) -> Result<()> {
        let _lock = self.lock()?;
        self.write(document)
    }

    /// Reads one, lets `change` work on it, and writes it back; when `change` fails it stays as it
    /// was. Other threads and other processes wait.
    ///
    /// # Errors
    /// As [`Documents::read`] and [`Documents::create`], and whatever `change` returns.
    pub fn update<T>(
        &self,
        stem: &str,
        change: impl FnOnce(&mut D) -> Result<T>,
    ) -> Result<(D, T)> {
        let _lock = self.lock()?;
        self.change(self.read(stem)?, change)
    }

    /// The same; where there is none yet, `change` works on the one that `begin` makes.
    ///
    /// # Errors
    /// As [`Documents::update`].
    pub fn update_or_begin<T>(
        &self,
        stem: &str,
        begin: impl FnOnce() -> D,
        change: impl FnOnce(&mut D) -> Result<T>,
    ) -> Result<(D, T)> {
        let _lock = self.lock()?;
        let document = if self.path(stem).exists() { self.read(stem)? } else { begin() };
        self.change(document, change)
    }

    /// Writes one from a backup: a new one, or in place of the one with its name. A damaged one stays
    /// beside it under another name.
    ///
    /// # Errors
    /// As [`Documents::create`]; [`DocumentError::Newer`] or [`Document::why_unreadable`] where the one
    /// that is here is sound and only this version can't read it.
    pub fn restore(&self, document: &D) -> Result<()> {
        let _lock = self.lock()?;
        let stem = document.file_stem();
        let path = self.path(stem);
        let here = if path.exists() { self.read(stem).map(drop) } else { Ok(()) };
        match here {
            Err(Error::Document(DocumentError::Damaged { .. })) => {
                local_files::keep_aside(&path)
                    .map_err(|source| Error::File(FileError::NotWritten { path, source }))?;
            }
            here => here?,
        }
        self.write(document)
    }

    /// Deletes one.
    ///
    /// # Errors
    /// [`FileError::NotWritten`].
    pub fn remove(&self, stem: &str) -> Result<()> {
        let _lock = self.lock()?;
        let path = self.path(stem);
        local_files::remove(&path)
            .map_err(|source| Error::File(FileError::NotWritten { path, source }))
    }

    /// Where one is, or would be.
    #[must_use]
    pub fn path(&self, stem: &str) -> PathBuf {
        self.folder.join(file_name::<D>(stem))
    }

    fn change<T>(
        &self,
        mut document: D,
        change: impl FnOnce(&mut D) -> Result<T>,
    ) -> Result<(D, T)> {
        let outcome = change(&mut document)?;
        document.before_written(OffsetDateTime::now_utc());
        self.write(&document)?;
        Ok((document, outcome))
    }

    fn write(&self, document: &D) -> Result<()> {
        let path = self.path(document.file_stem());
        let text = to_json(document)?;
        local_files::replace(&path, &text)
            .map_err(|source| Error::File(FileError::NotWritten { path, source }))
    }

    /// Held while a document changes; ends with the process that holds it.
    fn lock(&self) -> Result<Lock> {
        let path = self.folder.join("lock");
        Lock::wait(&path).map_err(|source| Error::File(FileError::NotWritten { path, source }))
    }
}

impl<D> Clone for Documents<D> {
    fn clone(&self) -> Self {
        Self { folder: self.folder.clone(), kind: PhantomData }
    }
}

/// A document with the version beside it.
struct Versioned<'a, D>(&'a D);

impl<D: Document> Serialize for Versioned<'_, D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(Some(2))?;
        members.serialize_entry(VERSION, &D::SCHEMA)?;
        members.serialize_entry(D::KIND, self.0)?;
        members.end()
    }
}

/// Reads documents on all cores, in the order of their paths.
fn read_all<D: Document>(paths: &[PathBuf]) -> Vec<Result<D>> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let share = paths.len().div_ceil(cores);
    if share < WORTH_A_THREAD {
        return read_each(paths);
    }
    thread::scope(|scope| {
        let start = |paths| scope.spawn(move || read_each::<D>(paths));
        let threads: Vec<_> = paths.chunks(share).map(start).collect();
        let read = threads.into_iter().map(|thread| thread.join());
        read.flat_map(|read| read.unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

fn read_each<D: Document>(paths: &[PathBuf]) -> Vec<Result<D>> {
    paths.iter().map(|path| read(path)).collect()
}

fn read<D: Document>(path: &Path) -> Result<D> {
    let text = local_files::read(path)
        .map_err(|source| Error::File(FileError::NotRead { path: path.into(), source }))?;
    parse(&text, path)
}

/// A document as it is written to its file, with its version beside it.
pub(crate) fn to_json<D: Document>(document: &D) -> Result<Vec<u8>> {
    serde_json::to_vec_pretty(&Versioned(document))
        .map_err(|_| Error::Unexpected("a document cannot be written as JSON"))
}

/// The document in the content of a file, wherever that was read from. `path` names the file.
///
/// # Errors
/// [`DocumentError::Newer`], [`DocumentError::Damaged`], or [`Document::why_unreadable`].
pub(crate) fn parse<D: Document>(text: &[u8], path: &Path) -> Result<D> {
    let document: D = match serde_json::from_slice(text) {
        Ok(Readable(document)) => document,
        // Once more, to find out why.
        Err(_) => read_with_reasons(text, path)?,
    };
    let named = file_name::<D>(document.file_stem());
    // A copied or renamed document would be written back under another name.
    if path.file_name().and_then(|name| name.to_str()) != Some(&named) {
        return Err(Error::Document(DocumentError::Damaged { path: path.into() }));
    }
    Ok(document)
}

/// Reads a document's text in two steps, the version before the document, so that the error says
/// which of the two kept it from being read.
fn read_with_reasons<D: Document>(text: &[u8], path: &Path) -> Result<D> {
    let damaged = || Error::Document(DocumentError::Damaged { path: path.into() });
    let members: Value = serde_json::from_slice(text).map_err(|_| damaged())?;
    match members[VERSION].as_u64() {
        Some(version) if version > u64::from(D::SCHEMA) => {
            return Err(Error::Document(DocumentError::Newer { path: path.into() }));
        }
        Some(1..) => {}
        _ => return Err(damaged()),
    }
    let document = members.get(D::KIND).ok_or_else(damaged)?;
    D::deserialize(document).map_err(|_| D::why_unreadable(document, path).unwrap_or_else(damaged))
}

/// A document that this version can read, in one pass over its text: of a thousand documents, a
/// tree of values between text and document takes as long as all the rest.
struct Readable<D>(D);

impl<'de, D: Document> Deserialize<'de> for Readable<D> {
    fn deserialize<F: Deserializer<'de>>(from: F) -> std::result::Result<Self, F::Error> {
        from.deserialize_map(ReadableMembers(PhantomData)).map(Self)
    }
}

struct ReadableMembers<D>(PhantomData<D>);

impl<'de, D: Document> Visitor<'de> for ReadableMembers<D> {
    type Value = D;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a {} with its version", D::KIND)
    }

    fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> std::result::Result<D, M::Error> {
        let (mut version, mut document) = (None, None);
        while let Some(name) = members.next_key::<String>()? {
            if name == VERSION {
                version = Some(members.next_value::<u32>()?);
            } else if name == D::KIND {
                document = Some(members.next_value()?);
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        match (version, document) {
            (Some(1..), Some(document)) if version <= Some(D::SCHEMA) => Ok(document),
            _ => Err(M::Error::custom("another version, or no document")),
        }
    }
}

/// 32 hexadecimal digits, for the name of a document.
pub(crate) fn random_id() -> String {
    format!("{:032x}", rand::random::<u128>())
}

/// Text of a type that names a document, and back.
macro_rules! id {
    ($name:ident) => {
        impl $name {
            /// As text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        /// An ID becomes part of a file name, so only our own form passes.
        impl TryFrom<String> for $name {
            type Error = &'static str;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                let ours = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit());
                if ours { Ok(Self(text)) } else { Err("not an ID of this app") }
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    };
}
pub(crate) use id;

/// The name of a document's file.
pub(crate) fn file_name<D: Document>(stem: &str) -> String {
    format!("{stem}{}", ending::<D>())
}

fn ending<D: Document>() -> String {
    format!(".{}.json", D::KIND)
}

const VERSION: &str = "schemaVersion";
/// Fewer documents are read before a thread has started.
const WORTH_A_THREAD: usize = 16;
