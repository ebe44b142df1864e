//! Which Certificate ID a key belongs to.

use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::netsuite::listing::Row;
use netsuite_client::{CertificateState, Named};
use netsuite_keys::certificate::CertificateId;
use serde::Serialize;
use ts_rs::TS;

/// An integration record that a key can belong to.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CertificateIdRecord {
    #[ts(type = "string")]
    connection_id: ConnectionId,
    /// The connection's name.
    name: String,
    practice: bool,
    account_id: String,
    /// The record's name, as it was entered.
    integration: String,
}

/// What is known before anything is tried.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CertificateIdLookup {
    /// A certificate at hand says so: nothing has to be tried.
    pub(crate) found: Option<CertificateIdCandidate>,
    /// What may be tried on one word of the user.
    pub(crate) candidates: Vec<CertificateIdCandidate>,
    /// More of them, for another time.
    #[ts(type = "number")]
    pub(crate) left_out: usize,
    /// Seconds between two trials.
    #[ts(type = "number")]
    pub(crate) pace: u64,
}

/// A Certificate ID, and what NetSuite's list says of it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CertificateIdCandidate {
    certificate_id: String,
    /// Null for one that was pasted, as all that follows.
    state: Option<CertificateState>,
    entity: Option<String>,
    role: Option<String>,
    /// `YYYY-MM-DD`.
    valid_until: Option<String>,
}

impl CertificateIdRecord {
    /// None where the account or the Consumer Key is not entered yet.
    pub(crate) fn new(connection: &Connection) -> Option<Self> {
        connection.integration.client_id.as_ref()?;
        Some(Self {
            connection_id: connection.id.clone(),
            name: connection.name.clone(),
            practice: connection.practice,
            account_id: connection.account.as_ref()?.id.to_string(),
            integration: connection.integration.name.clone(),
        })
    }
}

impl CertificateIdCandidate {
    pub(crate) fn new(id: &CertificateId, row: Option<&Row>) -> Self {
        let named = |named: &Named| named.name.clone().unwrap_or_else(|| named.id.to_string());
        let listed = row.map(|row| &row.listed);
        Self {
            certificate_id: id.to_string(),
            state: row.map(|row| row.state),
            entity: listed.and_then(|listed| listed.entity.as_ref()).map(named),
            role: listed.and_then(|listed| listed.role.as_ref()).map(named),
            valid_until: listed.and_then(|it| it.valid_until).map(|date| date.to_string()),
        }
    }
}
