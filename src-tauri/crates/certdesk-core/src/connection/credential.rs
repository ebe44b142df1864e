//! A key in the vault and its certificate, and how far the two have come.

use netsuite_client::InternalId;
use netsuite_keys::certificate::{Certificate, CertificateId, Signature};
use netsuite_keys::key::{Algorithm, KeyType, PemForm};
use serde::{Deserialize, Serialize};
use time::macros::time;
use time::{Date, Duration, OffsetDateTime};

use super::{CredentialId, random_id};
use crate::error::{KeysError, Result};
use crate::vault::{EntryName, VaultPlace};

/// A key in the vault and its certificate.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Credential {
    /// Names it.
    pub id: CredentialId,
    /// The vault entry of its private key.
    pub key: EntryName,
    /// Where that vault entry is.
    pub vault: VaultPlace,
    /// What kind of key it is.
    pub key_type: KeyType,
    /// How assertions are signed with it.
    pub algorithm: Algorithm,
    /// How its certificate is signed.
    pub signature: Signature,
    /// The certificate, PEM.
    pub certificate: String,
    /// The Certificate ID predicted from the certificate (facts A.5).
    pub predicted_id: CertificateId,
    /// The Certificate ID that NetSuite shows, once known. It wins over the prediction.
    pub confirmed_id: Option<CertificateId>,
    /// How far it has come.
    pub state: CredentialState,
    /// When it was made or brought.
    #[serde(with = "time::serde::rfc3339")]
    pub created_at: OffsetDateTime,
    /// Where the certificate was saved last.
    pub saved_certificate: Option<SavedFile>,
    /// Where the private key was exported last.
    pub exported_key: Option<ExportedKey>,
    /// An upload through the certificates endpoint whose outcome is not known. Written before
    /// anything is sent, so that no process sends a certificate that another may have sent.
    #[serde(default)]
    pub upload_announced: Option<UploadAnnounced>,
    /// The day on which NetSuite ends it, as its list or the answer to the upload said. It may be
    /// before the certificate's own last day.
    #[serde(with = "listed_day::option", default)]
    pub listed_until: Option<Date>,
    /// How far it had come when the user said that an Administrator revoked it. None once NetSuite's
    /// list has been read, which says so or brings this state back.
    #[serde(default)]
    pub before_word: Option<CredentialState>,
    /// What becomes of its key, once nothing needs it any more.
    #[serde(default)]
    pub retired_key: Option<RetiredKey>,
}

/// An upload that is about to be sent, or was sent and not answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UploadAnnounced {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// The role of the mapping.
    pub role: InternalId,
    /// The entity of the mapping.
    pub entity: InternalId,
    /// What the list showed before that could be mistaken for it: same mapping, same algorithm,
    /// same dates.
    pub lookalikes: Vec<CertificateId>,
}

/// How far a credential has come. A variant states what is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CredentialState {
    /// Key and certificate exist here.
    Made,
    /// NetSuite shows its Certificate ID.
    Uploaded,
    /// NetSuite has issued a token for it.
    Proven,
    /// The target uses it.
    Current,
    /// Another one took its place.
    Superseded,
    /// NetSuite no longer takes it.
    Revoked,
    /// The sandbox was refreshed: NetSuite has no mapping for it any more.
    Gone,
}

/// A file the user saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SavedFile {
    /// Where.
    pub path: String,
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
}

/// A private key the user exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportedKey {
    /// Where.
    pub path: String,
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Whether a passphrase protects the file.
    pub encrypted: bool,
    /// How the key is written in it, where no passphrase protects it.
    #[serde(default)]
    pub form: PemForm,
}

/// How long a removed connection and a retired key stay.
pub const KEPT_FOR: Duration = Duration::days(30);

/// What becomes of a key that nothing needs any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum RetiredKey {
    /// It goes 30 days after this.
    Retired {
        /// When it was found that nothing needs it.
        #[serde(with = "time::serde::rfc3339")]
        at: OffsetDateTime,
    },
    /// The user wants to keep it.
    Kept,
    /// It is no longer in the vault.
    Deleted {
        /// Since when.
        #[serde(with = "time::serde::rfc3339")]
        at: OffsetDateTime,
    },
}

impl Credential {
    /// A credential for a key that is in the vault, and its certificate.
    ///
    /// # Errors
    /// [`KeysError::AlgorithmNotForKey`], or why the certificate's key is not one of NetSuite's kinds.
    pub fn new(
        key: EntryName,
        vault: VaultPlace,
        algorithm: Algorithm,
        certificate: &Certificate,
        signature: Signature,
        now: OffsetDateTime,
    ) -> Result<Self> {
        let key_type = certificate.key_type()?;
        if !algorithm.fits(key_type) {
            return Err(KeysError::AlgorithmNotForKey.into());
        }
        Ok(Self {
            id: CredentialId(random_id()),
            key,
            vault,
            key_type,
            algorithm,
            signature,
            certificate: certificate.to_pem(),
            predicted_id: certificate.id(),
            confirmed_id: None,
            state: CredentialState::Made,
            created_at: now,
            saved_certificate: None,
            exported_key: None,
            upload_announced: None,
            listed_until: None,
            before_word: None,
            retired_key: None,
        })
    }

    /// The Certificate ID to use as `kid`: NetSuite's own where it is known.
    #[must_use]
    pub fn certificate_id(&self) -> &CertificateId {
        self.confirmed_id.as_ref().unwrap_or(&self.predicted_id)
    }

    /// The certificate.
    ///
    /// # Errors
    /// What is wrong with it; the document was changed by another hand.
    pub fn certificate(&self) -> Result<Certificate> {
        Ok(Certificate::from_pem(&self.certificate)?)
    }

    /// When it ends: by its own word, or by NetSuite's where that is earlier.
    ///
    /// # Errors
    /// What is wrong with the certificate, as far as its end needs it.
    pub fn ends_at(&self) -> Result<OffsetDateTime> {
        Ok(end(Certificate::end_in_pem(&self.certificate)?, self.listed_until))
    }

    /// Whether NetSuite may list it as active: it was seen there, and nothing says that it is revoked.
    #[must_use]
    pub fn may_be_listed(&self, now: OffsetDateTime) -> bool {
        let listed = match self.state {
            CredentialState::Uploaded | CredentialState::Proven | CredentialState::Current => true,
            CredentialState::Superseded => self.confirmed_id.is_some(),
            CredentialState::Made => self.upload_announced.is_some(),
            CredentialState::Revoked | CredentialState::Gone => false,
        };
        listed && self.ends_at().is_ok_and(|until| now < until)
    }

    /// NetSuite has it, under this ID. It has still to be proven.
    pub fn arrived(&mut self, id: &CertificateId) {
        self.state = CredentialState::Uploaded;
        self.confirmed_id = Some(id.clone());
        self.upload_announced = None;
    }

    /// When its key goes; none for one that stays or has gone.
    #[must_use]
    pub fn key_goes_at(&self) -> Option<OffsetDateTime> {
        match self.retired_key {
            Some(RetiredKey::Retired { at }) => Some(at + KEPT_FOR),
            _ => None,
        }
    }

    /// Whether its key was deleted because nothing needed it.
    #[must_use]
    pub const fn key_is_deleted(&self) -> bool {
        matches!(self.retired_key, Some(RetiredKey::Deleted { .. }))
    }

    pub(super) fn needs_no_key(&self) -> bool {
        matches!(self.state, CredentialState::Superseded | CredentialState::Revoked)
    }

    /// Whether it may still sign for the connection.
    #[must_use]
    pub fn in_use(&self) -> bool {
        !matches!(
            self.state,
            CredentialState::Superseded | CredentialState::Revoked | CredentialState::Gone
        )
    }
}

/// The end of a certificate, by its own word or by NetSuite's day, whichever is earlier.
pub(super) fn end(own: OffsetDateTime, listed: Option<Date>) -> OffsetDateTime {
    match listed {
        Some(day) if day < own.to_utc().date() => day.with_time(time!(23:59:59)).assume_utc(),
        _ => own,
    }
}

/// As NetSuite writes days.
pub(super) mod listed_day {
    time::serde::format_description!(iso, Date, "[year]-[month]-[day]");
    pub(in crate::connection) use iso::option;
}
