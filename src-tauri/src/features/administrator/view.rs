//! What an administrator is asked to do by hand.

use certdesk_core::handover::administrator::Request;
use netsuite_keys::certificate::Certificate;
use netsuite_keys::repair::Repair;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use ts_rs::TS;

/// A message for the administrator.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct UploadRequest {
    /// To be copied.
    text: String,
}

/// A vendor's certificate that an administrator is to upload.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VendorFile {
    /// The file's name.
    file: String,
    /// What had happened to it on its way, and was put right when it was read.
    repairs: Vec<Repair>,
    subject: String,
    /// SHA-256 of the DER, in hex with colons.
    fingerprint: String,
    /// Predicted: what the administrator is to read in NetSuite.
    certificate_id: String,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    valid_until: OffsetDateTime,
}

/// Whose certificate it is, and whom it is to act as, by names.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VendorRequest {
    pub(crate) vendor: String,
    pub(crate) role_name: String,
    pub(crate) entity_name: String,
}

impl UploadRequest {
    pub(crate) fn new(request: &Request) -> Self {
        Self { text: request.text() }
    }
}

impl VendorFile {
    pub(crate) fn new(file: &str, certificate: &Certificate, repairs: Vec<Repair>) -> Self {
        Self {
            file: file.to_owned(),
            repairs,
            subject: certificate.subject(),
            fingerprint: certificate.fingerprint(),
            certificate_id: certificate.id().to_string(),
            valid_until: certificate.not_after(),
        }
    }
}
