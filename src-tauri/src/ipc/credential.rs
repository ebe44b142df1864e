//! A key with its certificate, as several screens show it.

use certdesk_core::Result;
use certdesk_core::connection::{self, Connection, Credential, CredentialId, RevokedBy, days_left};
use certdesk_core::vault::VaultPlace;
use netsuite_keys::certificate::Signature;
use netsuite_keys::key::{Algorithm, KeyType, PemForm};
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use super::files::SavedFile;

/// A certificate or a token was revoked.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub(crate) struct RevokedView {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) at: OffsetDateTime,
    pub(crate) by: RevokedBy,
}

/// A key and its certificate. The key itself is not here.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CredentialView {
    #[ts(type = "string")]
    id: CredentialId,
    key_type: KeyType,
    algorithm: Algorithm,
    state: CredentialState,
    signature: Signature,
    /// Predicted from the certificate until NetSuite's is known.
    certificate_id: String,
    certificate_id_confirmed: bool,
    subject: String,
    serial: String,
    fingerprint: String,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    valid_from: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    valid_until: OffsetDateTime,
    #[ts(type = "number")]
    days_left: i64,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    created_at: OffsetDateTime,
    key_store: VaultPlace,
    /// Null where it is not revoked, or where nobody knows since when.
    revoked: Option<RevokedView>,
    certificate_pem: String,
    saved_certificate: Option<SavedFile>,
    exported_key: Option<ExportedKey>,
}

/// How far a credential has come, its validity considered.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CredentialState {
    Made,
    Uploaded,
    Proven,
    Current,
    Superseded,
    Revoked,
    Expired,
    /// The sandbox was refreshed: NetSuite has no mapping for it any more.
    Gone,
}

/// A private key the user exported.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct ExportedKey {
    path: String,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    encrypted: bool,
    form: PemForm,
}

impl RevokedView {
    pub(crate) fn of(connection: &Connection, credential: &Credential) -> Option<Self> {
        let revoked = credential.state == connection::CredentialState::Revoked;
        let (at, by) = connection.revocation(credential.certificate_id()).filter(|_| revoked)?;
        Some(Self { at, by })
    }
}

impl CredentialView {
    pub(crate) fn new(
        connection: &Connection,
        credential: &Credential,
        now: OffsetDateTime,
    ) -> Result<Self> {
        let certificate = credential.certificate()?;
        let until = credential.ends_at()?;
        Ok(Self {
            id: credential.id.clone(),
            key_type: credential.key_type,
            algorithm: credential.algorithm,
            state: CredentialState::new(credential.state, until <= now),
            signature: credential.signature,
            certificate_id: credential.certificate_id().to_string(),
            certificate_id_confirmed: credential.confirmed_id.is_some(),
            subject: certificate.subject(),
            serial: certificate.serial(),
            fingerprint: certificate.fingerprint(),
            valid_from: certificate.not_before(),
            valid_until: until,
            days_left: days_left(until, now),
            created_at: credential.created_at,
            key_store: credential.vault,
            revoked: RevokedView::of(connection, credential),
            certificate_pem: credential.certificate.clone(),
            saved_certificate: credential.saved_certificate.clone().map(SavedFile::from),
            exported_key: credential.exported_key.clone().map(|file| ExportedKey {
                path: file.path,
                at: file.at,
                encrypted: file.encrypted,
                form: file.form,
            }),
        })
    }
}

impl CredentialState {
    pub(crate) fn new(state: connection::CredentialState, expired: bool) -> Self {
        match state {
            connection::CredentialState::Superseded => Self::Superseded,
            connection::CredentialState::Revoked => Self::Revoked,
            connection::CredentialState::Gone => Self::Gone,
            _ if expired => Self::Expired,
            connection::CredentialState::Made => Self::Made,
            connection::CredentialState::Uploaded => Self::Uploaded,
            connection::CredentialState::Proven => Self::Proven,
            connection::CredentialState::Current => Self::Current,
        }
    }
}
