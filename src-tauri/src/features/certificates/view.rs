//! The certificates of an integration record, and what an upload needs.

use certdesk_core::Error;
use certdesk_core::connection::{ConnectionId, CredentialId};
use certdesk_core::netsuite::identity::{self, Fit};
use certdesk_core::netsuite::listing::{Holder, Listing, Row, Slots, UploadCheck};
use netsuite_client::{CertificateState, InternalId, Listed, Named};
use netsuite_keys::key::KeyType;
use netsuite_keys::repair::Repair;
use serde::{Deserialize, Serialize};
use time::{Date, OffsetDateTime};
use ts_rs::TS;

use crate::failure::Failure;
use crate::ipc::access::AccessView;
use crate::ipc::connection::ConnectionView;

/// A list as NetSuite gave it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CertificateList {
    /// When it was read.
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) at: OffsetDateTime,
    /// The host that answered; the documented one is `restlets`.
    pub(crate) host: String,
    /// The documented host did not know the endpoint; the one of Oracle's article of 2023 did.
    pub(crate) fallback: bool,
    /// In NetSuite's order.
    pub(crate) rows: Vec<CertificateRow>,
    pub(crate) slots: SlotsView,
    /// What the list was read with.
    pub(crate) access: AccessView,
}

/// A list that was written to a file.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct CertificateExport {
    /// The file.
    pub(crate) path: String,
    /// What was written.
    pub(crate) list: CertificateList,
}

/// Slots of an integration record.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub(crate) struct SlotsView {
    #[ts(type = "number")]
    pub(crate) active: usize,
    #[ts(type = "number")]
    pub(crate) most: usize,
}

/// One certificate of the list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CertificateRow {
    pub(crate) certificate_id: String,
    pub(crate) state: CertificateState,
    pub(crate) holder: Holder,
    /// The connection whose credential it is; may be another than the one asked for.
    #[ts(type = "string | null")]
    pub(crate) connection_id: Option<ConnectionId>,
    pub(crate) connection_name: Option<String>,
    #[ts(type = "string | null")]
    pub(crate) credential_id: Option<CredentialId>,
    /// What the user wrote beside a vendor's certificate.
    pub(crate) vendor: Option<String>,
    pub(crate) entity_id: Option<String>,
    pub(crate) entity_name: Option<String>,
    pub(crate) role_id: Option<String>,
    pub(crate) role_name: Option<String>,
    /// `YYYY-MM-DD`, as NetSuite writes it.
    pub(crate) created: Option<String>,
    pub(crate) valid_from: Option<String>,
    pub(crate) valid_until: Option<String>,
    /// Whole days; null when NetSuite gives no date.
    #[ts(type = "number | null")]
    pub(crate) days_left: Option<i64>,
    /// `RSA` or `EC`, as NetSuite writes it.
    pub(crate) algorithm: Option<String>,
    /// NetSuite ends it before its own notAfter.
    pub(crate) shortened: bool,
    /// Why it cannot be revoked from here now, if so: `revokes-itself`, `revokes-last`.
    pub(crate) guard: Option<Failure>,
}

impl CertificateList {
    pub(crate) fn new(listed: &Listed, listing: &Listing, access: AccessView) -> Self {
        Self {
            at: listing.at,
            host: listed.host.clone(),
            fallback: listed.is_fallback(),
            rows: listing.rows.iter().map(CertificateRow::new).collect(),
            slots: listing.slots.into(),
            access,
        }
    }
}

impl CertificateRow {
    pub(crate) fn new(row: &Row) -> Self {
        let listed = &row.listed;
        let place = row.known_in.as_ref();
        let date = |date: Option<Date>| date.map(|date| date.to_string());
        let id = |named: &Option<Named>| named.as_ref().map(|named| named.id.to_string());
        let name = |named: &Option<Named>| named.as_ref().and_then(|named| named.name.clone());
        Self {
            certificate_id: listed.certificate_id.to_string(),
            state: row.state,
            holder: row.holder,
            connection_id: place.map(|place| place.connection.clone()),
            connection_name: place.map(|place| place.name.clone()),
            credential_id: place.and_then(|place| place.credential.clone()),
            vendor: row.vendor.clone(),
            entity_id: id(&listed.entity),
            entity_name: name(&listed.entity),
            role_id: id(&listed.role),
            role_name: name(&listed.role),
            created: date(listed.created),
            valid_from: date(listed.valid_from),
            valid_until: date(listed.valid_until),
            days_left: row.days_left,
            algorithm: listed.algorithm.clone(),
            shortened: row.shortened,
            guard: row.guard.clone().map(|guard| Error::from(guard).into()),
        }
    }
}

impl From<Slots> for SlotsView {
    fn from(slots: Slots) -> Self {
        Self { active: slots.active, most: slots.most }
    }
}

/// What an upload would meet.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UploadPreview {
    pub(crate) certificate_id: String,
    pub(crate) subject: String,
    /// SHA-256 of the DER, in hex with colons.
    pub(crate) fingerprint: String,
    pub(crate) key_type: Option<KeyType>,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) valid_until: OffsetDateTime,
    pub(crate) checks: Vec<UploadCheckView>,
    /// Whether it can be sent.
    pub(crate) ready: bool,
    pub(crate) slots: SlotsView,
    /// Who has signed in: internal IDs. Nobody is to act as them without having chosen it.
    pub(crate) role: Option<String>,
    pub(crate) entity: Option<String>,
    /// Roles and entities to choose from: those that NetSuite names, and who has signed in.
    pub(crate) known_roles: Vec<NamedId>,
    pub(crate) known_entities: Vec<NamedId>,
    pub(crate) access: AccessView,
}

/// An internal ID and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub(crate) struct NamedId {
    pub(crate) id: String,
    /// As NetSuite gave it.
    pub(crate) name: Option<String>,
    /// How it compares with the name that step 3 holds.
    pub(crate) fit: Fit,
}

impl NamedId {
    /// All that can be chosen on one side; `signed_in` is among them.
    pub(crate) fn choices(
        named: Vec<Named>,
        signed_in: Option<&String>,
        expected: Option<&str>,
        are_roles: bool,
    ) -> Vec<Self> {
        let signed_in = signed_in.and_then(|id| InternalId::parse(id).ok());
        let signed_in = signed_in.filter(|id| named.iter().all(|one| one.id != *id));
        let more = signed_in.map(|id| Named { id, name: None });
        let choice = |Named { id, name }: Named| Self {
            fit: identity::choice(expected, are_roles.then_some(id), name.as_deref()),
            id: id.to_string(),
            name,
        };
        named.into_iter().chain(more).map(choice).collect()
    }
}

/// One check before an upload.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct UploadCheckView {
    pub(crate) check: UploadCheck,
    pub(crate) passed: bool,
    /// The value looked at. Never a sentence.
    pub(crate) detail: String,
}

/// Whose mapping an upload makes.
#[derive(Clone, Debug, Deserialize, TS)]
pub(crate) struct MappingRequest {
    /// Internal ID.
    pub(crate) role: String,
    /// Internal ID; may be negative.
    pub(crate) entity: String,
    /// It may be another than step 3 names.
    pub(crate) another: bool,
    /// It may be Administrator.
    pub(crate) administrator: bool,
}

/// What came of an upload.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UploadOutcome {
    pub(crate) connection: ConnectionView,
    /// NetSuite's.
    pub(crate) certificate_id: String,
    /// Whether it is the one predicted.
    pub(crate) as_predicted: bool,
    /// The answer was lost; the list shows that it arrived.
    pub(crate) found_in_list: bool,
    /// `YYYY-MM-DD`, NetSuite's.
    pub(crate) valid_until: Option<String>,
    /// NetSuite ends it before its own notAfter.
    pub(crate) shortened: bool,
}

/// A certificate whose key somebody else holds, chosen from a file.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VendorCertificate {
    /// The file's name.
    pub(crate) file: String,
    /// Null when the file holds no certificate that could be sent.
    pub(crate) preview: Option<UploadPreview>,
    /// What had happened to the file on its way, and was put right when it was read.
    pub(crate) repairs: Vec<Repair>,
    pub(crate) problems: Vec<Failure>,
}
