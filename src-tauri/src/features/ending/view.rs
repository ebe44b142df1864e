//! The end of a connection: which certificates of it NetSuite may still accept.

use certdesk_core::Result;
use certdesk_core::connection::{Connection, days_left};
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::failure::Failure;
use crate::ipc::access::AccessView;
use crate::ipc::connection::ConnectionView;

/// What is left to be done before a connection is removed.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct EndingView {
    pub(crate) connection: ConnectionView,
    /// Those that may be active in NetSuite, its own first, newest first; then the vendors'.
    pub(crate) certificates: Vec<EndingCertificate>,
    pub(crate) access: AccessView,
}

/// A certificate that NetSuite may still accept.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct EndingCertificate {
    pub(crate) certificate_id: String,
    /// Who holds its key, where that is a vendor.
    pub(crate) vendor: Option<String>,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) valid_until: OffsetDateTime,
    #[ts(type = "number")]
    pub(crate) days_left: i64,
    /// What keeps it from being revoked now, with the access in use.
    pub(crate) obstacle: Option<Failure>,
}

impl EndingView {
    pub(crate) fn new(
        connection: &Connection,
        access: AccessView,
        obstacle: impl Fn(&netsuite_keys::certificate::CertificateId) -> Option<Failure>,
        now: OffsetDateTime,
    ) -> Result<Self> {
        let active = |id, vendor: Option<&String>, until| EndingCertificate {
            certificate_id: ToString::to_string(id),
            vendor: vendor.cloned(),
            valid_until: until,
            days_left: days_left(until, now),
            obstacle: obstacle(id),
        };
        let mut certificates = Vec::new();
        for credential in connection.credentials.iter().rev().filter(|c| c.may_be_listed(now)) {
            certificates.push(active(credential.certificate_id(), None, credential.ends_at()?));
        }
        for vendors in connection.vendor_certificates.iter().filter(|v| v.may_be_listed(now)) {
            let holder = Some(&vendors.vendor);
            certificates.push(active(vendors.certificate_id(), holder, vendors.ends_at()?));
        }
        Ok(Self { connection: ConnectionView::new(connection, now)?, certificates, access })
    }
}
