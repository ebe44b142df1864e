//! What both files of the evidence say, gathered from a connection.

use netsuite_client::InternalId;
use netsuite_keys::certificate::{Certificate, CertificateId};
use serde::Serialize;
use serde_json::Value;
use time::OffsetDateTime;

use crate::connection::{
    Chain, Connection, Credential, CredentialState, Entry, Event, GivenName, Holder, RevokedBy,
    VendorCertificate, VendorState,
};
use crate::error::Result;
use crate::handover::sheet::key_name;
use crate::netsuite::identity::{Identity, given};

/// What is known of a connection at an instant.
pub(super) struct Facts<'a> {
    pub(super) connection: &'a Connection,
    pub(super) at: OffsetDateTime,
    pub(super) identity: Identity,
    pub(super) certificates: Vec<CertificateFacts>,
    pub(super) list: Option<ListFacts>,
    pub(super) lists: Vec<ListChange<'a>>,
    pub(super) chain: Chain,
}

/// One certificate, its key held by Certdesk or by a vendor.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CertificateFacts {
    pub(super) certificate_id: String,
    /// NetSuite showed or accepted this ID; else it was computed from the certificate.
    pub(super) confirmed: bool,
    pub(super) key_held_by: String,
    pub(super) state: &'static str,
    pub(super) fingerprint_sha256: String,
    pub(super) serial: String,
    pub(super) subject: String,
    pub(super) key: Option<String>,
    #[serde(with = "time::serde::rfc3339")]
    pub(super) valid_from: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    pub(super) valid_until: OffsetDateTime,
    /// When it was created or imported; of a vendor's, when it was uploaded.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(super) since: Option<OffsetDateTime>,
    #[serde(with = "time::serde::rfc3339::option")]
    pub(super) revoked_at: Option<OffsetDateTime>,
    /// `netsuite-list`, or `user` where only the user said so.
    pub(super) revoked_according_to: Option<&'static str>,
}

/// The slots of the integration record, as NetSuite last showed or confirmed them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ListFacts {
    #[serde(with = "time::serde::rfc3339")]
    pub(super) as_of: OffsetDateTime,
    pub(super) active: usize,
    pub(super) slots: usize,
    pub(super) certificates: Vec<ListedFacts>,
}

/// A list that showed other active certificates than the one before it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ListChange<'a> {
    /// The line of the history, from 1.
    pub(super) line: usize,
    #[serde(with = "time::serde::rfc3339")]
    pub(super) at: OffsetDateTime,
    pub(super) active: usize,
    pub(super) certificate_ids: &'a [CertificateId],
}

/// The certificate in one slot.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ListedFacts {
    pub(super) certificate_id: String,
    pub(super) key_held_by: String,
}

impl<'a> Facts<'a> {
    pub(super) fn of(connection: &'a Connection, at: OffsetDateTime) -> Result<Self> {
        let own = connection.credentials.iter().map(|one| own(connection, one, at));
        let vendors = connection.vendor_certificates.iter();
        let vendors = vendors.filter(|one| one.uploaded_at.is_some());
        let vendors = vendors.map(|one| vendors_own(connection, one, at));
        Ok(Self {
            certificates: own.chain(vendors).collect::<Result<_>>()?,
            list: list(connection),
            lists: lists(connection),
            chain: connection.history.chain(),
            identity: Identity::of(connection),
            connection,
            at,
        })
    }

    /// The entries that name a file, or a system that was configured.
    pub(super) fn files(&self) -> impl Iterator<Item = &Entry> {
        self.connection.history.iter().filter(|entry| {
            member(entry, "path").is_some() || event(entry)["kind"] == "handed-over"
        })
    }

    /// The entries in which NetSuite named an entity or a role, with both.
    pub(super) fn identified(&self) -> impl Iterator<Item = (&Entry, String, String)> {
        let names = &self.connection.names;
        self.connection.history.iter().filter_map(|entry| {
            let (entity, role) = (member(entry, "entity"), member(entry, "role"));
            (entity.is_some() || role.is_some())
                .then(|| (entry, named(entity, &names.entities), named(role, &names.roles)))
        })
    }
}

fn own(connection: &Connection, one: &Credential, now: OffsetDateTime) -> Result<CertificateFacts> {
    let until = one.ends_at()?;
    let revoked = one.state == CredentialState::Revoked;
    let state = match one.state {
        CredentialState::Revoked => "Revoked",
        CredentialState::Gone => "Mapping missing",
        _ if until <= now => "Expired",
        CredentialState::Made => "Created",
        CredentialState::Uploaded => "Uploaded",
        CredentialState::Proven => "Tested",
        CredentialState::Current => "Active",
        CredentialState::Superseded => "Replaced",
    };
    Ok(CertificateFacts {
        certificate_id: one.certificate_id().to_string(),
        confirmed: one.confirmed_id.is_some(),
        key_held_by: "Certdesk".to_owned(),
        state,
        valid_until: until,
        since: Some(one.created_at),
        ..read(connection, &one.certificate()?, revoked, one.certificate_id())
    })
}

fn vendors_own(
    connection: &Connection,
    one: &VendorCertificate,
    now: OffsetDateTime,
) -> Result<CertificateFacts> {
    let state = one.state(now);
    Ok(CertificateFacts {
        certificate_id: one.certificate_id().to_string(),
        confirmed: one.confirmed_id.is_some(),
        key_held_by: one.vendor.clone(),
        state: match state {
            VendorState::Active => "Active",
            VendorState::Expired => "Expired",
            VendorState::Revoked => "Revoked",
            VendorState::Gone => "Mapping missing",
        },
        valid_until: one.ends_at()?,
        since: one.uploaded_at,
        ..read(
            connection,
            &Certificate::from_pem(&one.certificate)?,
            state == VendorState::Revoked,
            one.certificate_id(),
        )
    })
}

/// What the certificate itself says, and since when it is revoked.
fn read(
    connection: &Connection,
    certificate: &Certificate,
    revoked: bool,
    id: &CertificateId,
) -> CertificateFacts {
    let revocation = connection.revocation(id).filter(|_| revoked);
    CertificateFacts {
        certificate_id: String::new(),
        confirmed: false,
        key_held_by: String::new(),
        state: "",
        fingerprint_sha256: certificate.fingerprint(),
        serial: certificate.serial(),
        subject: certificate.subject(),
        key: certificate.key_type().ok().map(|kind| key_name(kind).to_owned()),
        valid_from: certificate.not_before(),
        valid_until: certificate.not_after(),
        since: None,
        revoked_at: revocation.map(|(at, _)| at),
        revoked_according_to: revocation.map(|(_, by)| match by {
            RevokedBy::List => "netsuite-list",
            RevokedBy::Word => "user",
        }),
    }
}

fn list(connection: &Connection) -> Option<ListFacts> {
    let seen = connection.slots.as_ref()?;
    let holder = |one: &crate::connection::SlotHolder| match (one.holder, &one.name) {
        (Holder::Ours, _) => "Certdesk".to_owned(),
        (Holder::Vendor, Some(vendor)) => vendor.clone(),
        (Holder::Vendor, None) => "A vendor".to_owned(),
        (Holder::Unknown, Some(role)) => format!("Unknown (role {role})"),
        (Holder::Unknown, None) => "Unknown".to_owned(),
    };
    let certificates = seen.holders.iter().map(|one| ListedFacts {
        certificate_id: one.certificate_id.to_string(),
        key_held_by: holder(one),
    });
    Some(ListFacts {
        as_of: seen.at,
        active: seen.active,
        slots: seen.most,
        certificates: certificates.collect(),
    })
}

fn lists(connection: &Connection) -> Vec<ListChange<'_>> {
    let changes = connection.history.iter().enumerate().filter_map(|(index, entry)| {
        let Event::ListChanged { active, certificate_ids } = &entry.event else { return None };
        Some(ListChange { line: index + 1, at: entry.at, active: *active, certificate_ids })
    });
    changes.collect()
}

/// An event as its line has it, so that an event added later is found by its members, too.
fn event(entry: &Entry) -> Value {
    serde_json::to_value(&entry.event).unwrap_or_default()
}

/// A member of an event that is a text.
pub(super) fn member(entry: &Entry, name: &str) -> Option<String> {
    event(entry)[name].as_str().map(str::to_owned)
}

/// NetSuite's name for an internal ID, where it gave one.
fn named(id: Option<String>, names: &[GivenName]) -> String {
    let Some(id) = id else { return String::new() };
    let name = InternalId::parse(&id).ok().and_then(|id| given(names, id));
    name.map_or_else(|| format!("Internal ID {id}"), |name| format!("{name} (internal ID {id})"))
}
