//! What a downloaded `openair-certificate.pem` is.
//!
//! The placeholder is not valid on purpose, and what is in it is not documented. So nothing but a
//! file of another kind is called wrong here; NetSuite itself reads the file on Save.

use netsuite_keys::material::{self, Material};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::error::KeysError;

/// A file that was looked at. Nothing of its content is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Placeholder {
    /// Its name.
    pub name: String,
    /// When it was looked at.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What it is.
    pub verdict: PlaceholderVerdict,
}

/// What a file is, for this purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PlaceholderVerdict {
    /// A certificate and its private key.
    Pair,
    /// A certificate and a private key that do not belong together.
    Mismatch,
    /// A certificate without a key.
    CertificateOnly,
    /// A private key without a certificate.
    KeyOnly,
    /// The private key wants a password.
    Encrypted,
    /// PEM blocks that cannot be read, or of kinds that are not judged here.
    Unreadable,
    /// A web page, as a download that was not allowed leaves it.
    WebPage,
    /// Nothing of this kind.
    Other,
}

/// Looks at a file's content.
#[must_use]
pub fn look_at(content: &[u8]) -> PlaceholderVerdict {
    match material::read(content) {
        Ok(found) => judge(&found),
        Err(_) if is_web_page(content) => PlaceholderVerdict::WebPage,
        Err(KeysError::PemEmpty | KeysError::PemTooLarge { .. }) => PlaceholderVerdict::Other,
        Err(_) if has_pem_head(content) => PlaceholderVerdict::Unreadable,
        Err(_) => PlaceholderVerdict::Other,
    }
}

fn judge(found: &[Material]) -> PlaceholderVerdict {
    let certificates: Vec<_> = found
        .iter()
        .filter_map(|one| match one {
            Material::Certificate(certificate) => Some(certificate),
            _ => None,
        })
        .collect();
    let mut keys = found.iter().filter_map(|one| match one {
        Material::PrivateKey(key) => Some(key),
        _ => None,
    });
    if found.iter().any(|one| matches!(one, Material::EncryptedPrivateKey(_))) {
        return PlaceholderVerdict::Encrypted;
    }
    match (keys.next(), certificates.as_slice()) {
        (Some(key), [_, ..]) if certificates.iter().any(|one| key.matches(one)) => {
            PlaceholderVerdict::Pair
        }
        (Some(_), [_, ..]) => PlaceholderVerdict::Mismatch,
        (None, [_, ..]) => PlaceholderVerdict::CertificateOnly,
        (Some(_), []) => PlaceholderVerdict::KeyOnly,
        (None, []) => PlaceholderVerdict::Other,
    }
}

fn has_pem_head(content: &[u8]) -> bool {
    content.windows(PEM_HEAD.len()).any(|window| window == PEM_HEAD)
}

fn is_web_page(content: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&content[..content.len().min(512)]).to_ascii_lowercase();
    start.contains("<!doctype html") || start.contains("<html")
}

impl Placeholder {
    /// A file by its name and content.
    #[must_use]
    pub fn new(name: &str, content: &[u8], at: OffsetDateTime) -> Self {
        Self { name: name.chars().take(NAME_SHOWN).collect(), at, verdict: look_at(content) }
    }
}

const PEM_HEAD: &[u8] = b"-----BEGIN ";
const NAME_SHOWN: usize = 120;
