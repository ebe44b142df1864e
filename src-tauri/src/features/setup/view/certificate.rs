//! What the user wants of a certificate.

use netsuite_keys::certificate::Signature;
use netsuite_keys::key::{Algorithm, KeyType};
use serde::Deserialize;
use ts_rs::TS;

/// What the user wants in the certificate.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CertificateRequest {
    pub(crate) key_type: KeyType,
    pub(crate) algorithm: Algorithm,
    pub(crate) days: u32,
    pub(crate) subject: String,
    pub(crate) signature: Signature,
}

/// In which form a certificate is saved. Both hold the same PEM text: NetSuite documents the
/// endings, not the encodings.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CertificateFormat {
    Pem,
    Cer,
}
