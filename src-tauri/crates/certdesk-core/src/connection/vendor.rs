//! Certificates whose keys vendors hold: uploaded from here, and never signed with.

use netsuite_keys::certificate::{Certificate, CertificateId};
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};

use super::UploadAnnounced;
use super::change::required;
use super::credential::{end, listed_day};
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
    /// What NetSuite said of it last.
    #[serde(default)]
    pub seen: Option<VendorSeen>,
}

/// What NetSuite said of a vendor's certificate last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct VendorSeen {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What.
    pub state: VendorState,
    /// Its last day, where NetSuite named one.
    #[serde(with = "listed_day::option", default)]
    pub until: Option<Date>,
}

/// A vendor's certificate in NetSuite's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum VendorState {
    /// Neither revoked nor expired.
    Active,
    /// Its validity is over.
    Expired,
    /// Revoked.
    Revoked,
    /// The list does not show it any more, as after a refresh of the sandbox.
    Gone,
}

impl VendorCertificate {
    /// A vendor's certificate that has not been sent yet.
    ///
    /// # Errors
    /// [`ConnectionError::NameEmpty`](crate::error::ConnectionError::NameEmpty), [`ConnectionError::NameTooLong`](crate::error::ConnectionError::NameTooLong).
    pub fn new(vendor: &str, certificate: &Certificate) -> Result<Self> {
        Ok(Self {
            vendor: required(vendor)?,
            certificate: certificate.to_pem(),
            predicted_id: certificate.id(),
            confirmed_id: None,
            uploaded_at: None,
            upload_announced: None,
            seen: None,
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
        self.seen = Some(VendorSeen { at, state: VendorState::Active, until: None });
    }

    /// When it ends: by its own word, or by NetSuite's where that is earlier.
    ///
    /// # Errors
    /// What is wrong with the certificate; the document was changed by another hand.
    pub fn ends_at(&self) -> Result<OffsetDateTime> {
        let own = Certificate::from_pem(&self.certificate)?.not_after();
        Ok(end(own, self.seen.and_then(|seen| seen.until)))
    }

    /// What is true of it at an instant, as far as NetSuite has said.
    #[must_use]
    pub fn state(&self, now: OffsetDateTime) -> VendorState {
        match self.seen.map(|seen| seen.state) {
            Some(state @ (VendorState::Revoked | VendorState::Gone)) => state,
            _ if self.ends_at().is_ok_and(|until| until <= now) => VendorState::Expired,
            _ => VendorState::Active,
        }
    }

    /// Whether NetSuite may list it as active.
    #[must_use]
    pub fn may_be_listed(&self, now: OffsetDateTime) -> bool {
        let sent = self.uploaded_at.is_some() || self.upload_announced.is_some();
        sent && self.state(now) == VendorState::Active
    }

    /// NetSuite has said something of it.
    pub fn see(&mut self, state: VendorState, until: Option<Date>, at: OffsetDateTime) {
        let until = until.or_else(|| self.seen.and_then(|seen| seen.until));
        self.seen = Some(VendorSeen { at, state, until });
    }
}
