//! What is in a backup, and its form as a `tar` archive.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use netsuite_keys::key::PrivateKey;
use netsuite_keys::secret::Secret;
use pkcs8::SecretDocument;
use serde::{Deserialize, Serialize};
use tar::{Builder, EntryType, Header};
use time::OffsetDateTime;
use zeroize::Zeroizing;

use super::encryption::Opening;
use super::item::{Item, ItemKind};
use crate::connection::Purpose;
use crate::error::{BackupError, DocumentError, Error, Result};
use crate::vault::EntryName;

/// Everything in a backup.
pub struct Archive {
    /// What it is.
    pub manifest: Manifest,
    /// Its documents.
    pub items: Vec<Item>,
    /// The keys and other secrets that were in a vault: keys as PKCS#8 DER.
    pub(super) secrets: BTreeMap<EntryName, Secret>,
}

/// What a backup says of itself. The first file in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// Raised with every change that an older version would misread.
    schema_version: u32,
    /// What it was made for.
    pub purpose: Purpose,
    /// When it was made.
    #[serde(with = "time::serde::rfc3339")]
    pub made_at: OffsetDateTime,
    /// The version of Certdesk that made it.
    pub made_by: String,
    /// Whether private keys and other secrets were to go into it.
    pub with_keys: bool,
}

impl Manifest {
    /// Of a backup that is made now.
    #[must_use]
    pub fn new(purpose: Purpose, with_keys: bool, made_by: &str, now: OffsetDateTime) -> Self {
        let made_by = made_by.to_owned();
        Self { schema_version: SCHEMA, purpose, made_at: now, made_by, with_keys }
    }
}

impl Archive {
    /// How many private keys are in it.
    #[must_use]
    pub fn keys(&self) -> usize {
        self.secrets.keys().filter(|name| name.is_of_key()).count()
    }

    /// Whether it has what a vault held under a name.
    #[must_use]
    pub fn has(&self, name: &EntryName) -> bool {
        self.secrets.contains_key(name)
    }

    /// Opens a file.
    ///
    /// # Errors
    /// The variants of [`BackupError`] about files, and why a document in it can't be read.
    pub fn open(file: &[u8], opening: &Opening) -> Result<Self> {
        Self::from_tar(&opening.decrypt(file)?)
    }

    /// Makes every private key sign, and compares each with the certificate that it belongs to.
    ///
    /// # Errors
    /// [`BackupError::KeyUnusable`].
    pub fn prove(&self) -> Result<()> {
        for item in &self.items {
            let unusable = || BackupError::KeyUnusable { name: item.name().to_owned() };
            for kept in item.vault_entries().iter().filter(|kept| kept.entry.is_of_key()) {
                let Some(secret) = self.secrets.get(&kept.entry) else { continue };
                let key = PrivateKey::from_pkcs8_der(secret.expose()).map_err(|_| unusable())?;
                key.prove().map_err(|_| unusable())?;
                if !item.is_key_of(&kept.entry, &key) {
                    return Err(unusable().into());
                }
            }
        }
        Ok(())
    }

    /// As a `tar` archive, in memory.
    pub(super) fn to_tar(&self) -> Result<Secret> {
        let mut files: Vec<(String, Zeroizing<Vec<u8>>)> = Vec::new();
        let manifest = serde_json::to_vec_pretty(&self.manifest)
            .map_err(|_| Error::Unexpected("a manifest cannot be written as JSON"))?;
        files.push((MANIFEST.to_owned(), manifest.into()));
        for item in &self.items {
            files.push((item.path(), item.to_json()?.into()));
        }
        for (name, secret) in &self.secrets {
            files.push(if name.is_of_key() {
                let pem = PrivateKey::from_pkcs8_der(secret.expose())?.to_pem();
                (format!("{KEYS}/{name}.pem"), pem.as_bytes().to_vec().into())
            } else {
                (format!("{SECRETS}/{name}"), secret.expose().clone().into())
            });
        }
        // With room for all: memory that grows leaves copies behind.
        let room = files.iter().map(|(_, content)| content.len() + 1024).sum::<usize>() + 1024;
        let mut plain = Zeroizing::new(Vec::with_capacity(room));
        let mut tar = Builder::new(&mut *plain);
        let unwritten = |_| Error::Unexpected("writing to memory failed");
        for (path, content) in &files {
            let mut header = Header::new_ustar();
            header.set_entry_type(EntryType::Regular);
            header.set_size(content.len() as u64);
            header.set_mode(0o600);
            header.set_mtime(self.manifest.made_at.unix_timestamp().max(0).unsigned_abs());
            tar.append_data(&mut header, path, content.as_slice()).map_err(unwritten)?;
        }
        tar.into_inner().map_err(unwritten)?;
        Ok(plain.into())
    }

    /// Reads what a file holds once it is decrypted: a `tar` archive. Whatever is in it beside what
    /// [`save`](super::save) writes is refused, and nothing of it becomes a file.
    ///
    /// # Errors
    /// [`BackupError::NotBackup`], [`BackupError::Newer`], [`BackupError::Damaged`], and why a document
    /// in it can't be read.
    pub fn from_tar(tar: &Secret) -> Result<Self> {
        let damaged = |_| BackupError::Damaged;
        let mut archive = tar::Archive::new(tar.expose().as_slice());
        let mut manifest = None;
        let (mut items, mut secrets) = (Vec::new(), BTreeMap::new());
        for entry in archive.entries().map_err(damaged)? {
            let mut entry = entry.map_err(damaged)?;
            let path = String::from_utf8(entry.path_bytes().into_owned())
                .map_err(|_| BackupError::Damaged)?;
            if !matches!(entry.header().entry_type(), EntryType::Regular) {
                return Err(not_ours(manifest.as_ref()).into());
            }
            // The archive is in memory, whole: its length bounds that of everything in it.
            let size = usize::try_from(entry.size()).unwrap_or(usize::MAX).min(tar.expose().len());
            let mut content = Zeroizing::new(Vec::with_capacity(size));
            entry.read_to_end(&mut content).map_err(damaged)?;
            if manifest.is_none() {
                manifest = Some(read_manifest(&path, &content)?);
                continue;
            }
            match read_entry(&path, content)? {
                Read::Item(item) => items.push(*item),
                Read::Secret(name, secret) => drop(secrets.insert(name, secret)),
            }
        }
        let manifest = manifest.ok_or(BackupError::NotBackup)?;
        Ok(Self { manifest, items, secrets })
    }
}

enum Read {
    Item(Box<Item>),
    Secret(EntryName, Secret),
}

fn read_manifest(path: &str, content: &[u8]) -> Result<Manifest> {
    /// As much as every version has.
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Version {
        schema_version: u32,
    }
    if path != MANIFEST {
        return Err(BackupError::NotBackup.into());
    }
    let version: Version = serde_json::from_slice(content).map_err(|_| BackupError::NotBackup)?;
    if version.schema_version > SCHEMA {
        return Err(BackupError::Newer.into());
    }
    Ok(serde_json::from_slice(content).map_err(|_| BackupError::Damaged)?)
}

fn read_entry(path: &str, content: Zeroizing<Vec<u8>>) -> Result<Read> {
    let damaged = || Error::Backup(BackupError::Damaged);
    let (folder, name) = path.split_once('/').ok_or_else(damaged)?;
    if let Some(kind) = ItemKind::ALL.into_iter().find(|kind| kind.folder() == folder) {
        let item = Item::parse(kind, &content, Path::new(name)).map_err(|error| match error {
            Error::Document(DocumentError::Newer { .. }) => BackupError::Newer.into(),
            Error::Document(DocumentError::Damaged { .. }) => damaged(),
            error => error,
        })?;
        return Ok(Read::Item(Box::new(item)));
    }
    let entry = |name: &str| EntryName::try_from(name.to_owned()).map_err(|_| damaged());
    match folder {
        KEYS => {
            let name = entry(name.strip_suffix(".pem").ok_or_else(damaged)?)?;
            let text = std::str::from_utf8(&content).map_err(|_| damaged())?;
            let (_, der) = SecretDocument::from_pem(text).map_err(|_| damaged())?;
            let key = PrivateKey::from_pkcs8_der(der.as_bytes()).map_err(|_| damaged())?;
            let der = key.expose_pkcs8_der().expose().clone();
            Ok(Read::Secret(name, Secret::new(der)))
        }
        SECRETS => Ok(Read::Secret(entry(name)?, content.into())),
        _ => Err(damaged()),
    }
}

/// A file of something else, or one of ours with something else in it.
const fn not_ours(manifest: Option<&Manifest>) -> BackupError {
    if manifest.is_some() { BackupError::Damaged } else { BackupError::NotBackup }
}

impl Item {
    /// Whether a key is the one of the certificate that stands beside it. A key without a certificate
    /// yet, as a rotation has for a moment, is its own.
    fn is_key_of(&self, entry: &EntryName, key: &PrivateKey) -> bool {
        let Self::Connection(connection) = self else { return true };
        let mut credentials = connection.credentials.iter().filter(|known| &known.key == entry);
        credentials.all(|credential| {
            let certificate = credential.certificate();
            certificate.is_ok_and(|known| known.public_key_der() == key.public_key_der())
        })
    }
}

const MANIFEST: &str = "certdesk-backup.json";
const KEYS: &str = "keys";
const SECRETS: &str = "secrets";
const SCHEMA: u32 = 1;
