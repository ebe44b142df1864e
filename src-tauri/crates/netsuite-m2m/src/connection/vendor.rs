//! Certificates whose keys vendors hold: uploaded from here, and never signed with.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::UploadAnnounced;
use super::change::required;
use crate::certificate::{Certificate, CertificateId};
use crate::error::Result;

/// A certificate whose key a vendor holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VendorCertificate {
    /// Who holds the key, as the user calls them.
    pub vendor: String,
    /// The certificate, PEM.
    pub certificate: String,
    /// The Certificate ID predicted from it (facts A.5).
    pub predicted_id: CertificateId,
    /// NetSuite's, once the upload has arrived.
    pub confirmed_id: Option<CertificateId>,
    /// When it was seen to have arrived.
    #[serde(with = "time::serde::rfc3339::option", default)]
    pub uploaded_at: Option<OffsetDateTime>,
    /// An upload whose outcome is not known.
    #[serde(default)]
    pub upload_announced: Option<UploadAnnounced>,
}

impl VendorCertificate {
    /// A vendor's certificate that has not been sent yet.
    ///
    /// # Errors
    /// [`crate::Error::NameEmpty`], [`crate::Error::NameTooLong`].
    pub fn new(vendor: &str, certificate: &Certificate) -> Result<Self> {
        Ok(Self {
            vendor: required(vendor)?,
            certificate: certificate.to_pem(),
            predicted_id: certificate.id(),
            confirmed_id: None,
            uploaded_at: None,
            upload_announced: None,
        })
    }

    /// NetSuite's Certificate ID where it is known, else the predicted one.
    #[must_use]
    pub fn certificate_id(&self) -> &CertificateId {
        self.confirmed_id.as_ref().unwrap_or(&self.predicted_id)
    }

    /// NetSuite has it, under this ID.
    pub fn arrived(&mut self, id: &CertificateId, at: OffsetDateTime) {
        self.confirmed_id = Some(id.clone());
        self.uploaded_at = Some(at);
        self.upload_announced = None;
    }
}
