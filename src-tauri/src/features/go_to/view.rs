//! What "Go to" key_generation beyond the board: the IDs of each connection, and the codes of the audit trail.

use certdesk_core::connection::{Connection, ConnectionId, Credential, VendorCertificate};
use certdesk_core::diagnosis::{AuditCode, Pasted};
use serde::Serialize;
use ts_rs::TS;

/// Everything that has an ID.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GoToIndex {
    connections: Vec<ConnectionIds>,
    /// All that the diagnosis knows.
    #[ts(type = "Array<AuditCode>")]
    audit_codes: &'static [AuditCode],
}

/// The IDs that lead to a connection.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConnectionIds {
    #[ts(type = "string")]
    id: ConnectionId,
    client_id: Option<String>,
    /// Of its own certificates, the newest first, and of those for vendors.
    certificate_ids: Vec<String>,
    /// Of others that NetSuite listed as active on its integration record.
    listed_ids: Vec<String>,
}

/// What a pasted text is.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecognisedText {
    /// Whether the diagnosis knows anything in it.
    recognised: bool,
    code: Option<AuditCode>,
    private_key: bool,
}

impl GoToIndex {
    pub(crate) fn new(connections: &[Connection]) -> Self {
        Self {
            connections: connections.iter().map(ConnectionIds::new).collect(),
            audit_codes: AuditCode::ALL,
        }
    }
}

impl ConnectionIds {
    fn new(connection: &Connection) -> Self {
        let own = connection.credentials.iter().rev().map(Credential::certificate_id);
        let vendors = connection.vendor_certificates.iter().map(VendorCertificate::certificate_id);
        let certificate_ids: Vec<_> = own.chain(vendors).map(ToString::to_string).collect();
        let holders = connection.slots.iter().flat_map(|seen| &seen.holders);
        let listed = holders.map(|holder| holder.certificate_id.to_string());
        Self {
            id: connection.id.clone(),
            client_id: connection.integration.client_id.as_ref().map(ToString::to_string),
            listed_ids: listed.filter(|id| !certificate_ids.contains(id)).collect(),
            certificate_ids,
        }
    }
}

impl From<&Pasted> for RecognisedText {
    fn from(pasted: &Pasted) -> Self {
        Self {
            recognised: !pasted.is_empty() || pasted.assertion,
            code: pasted.code,
            private_key: pasted.private_key,
        }
    }
}
