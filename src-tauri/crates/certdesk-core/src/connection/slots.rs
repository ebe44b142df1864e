//! The slots of the integration record, as NetSuite said last. Whatever shows slots shows these, so
//! that no two screens differ.

use netsuite_client::{CertificateState, Listed, ListedCertificate};
use netsuite_keys::certificate::CertificateId;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::{Connection, Event};

/// Active certificates that one integration record may have since 2026.1.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158921905537.html>
pub const SLOTS: usize = 5;

/// Whose key a listed certificate belongs to, as far as this computer knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "KeyHolder"))]
#[serde(rename_all = "kebab-case")]
pub enum Holder {
    /// Its key is in the vault of this computer.
    Ours,
    /// Uploaded from here for a vendor that holds the key.
    Vendor,
    /// Nothing is known of it here.
    Unknown,
}

/// Slots of the integration record when NetSuite was asked last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SlotsSeen {
    /// Active certificates.
    pub active: usize,
    /// How many there may be.
    pub most: usize,
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Which certificates are active; only the first of very many.
    #[serde(default)]
    pub holders: Vec<SlotHolder>,
}

/// The certificate in one slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SlotHolder {
    /// Which.
    pub certificate_id: CertificateId,
    /// Whose key it is.
    pub holder: Holder,
    /// The connection's name or the vendor's; of an unknown one that of its role.
    pub name: Option<String>,
}

impl SlotsSeen {
    /// What a list shows at an instant.
    #[must_use]
    pub fn new(active: usize, mut holders: Vec<SlotHolder>, at: OffsetDateTime) -> Self {
        holders.truncate(NAMED);
        Self { active, most: SLOTS, at, holders }
    }

    fn free(&mut self, certificate_id: &CertificateId) {
        let (named, active) = (self.holders.len(), self.active);
        self.holders.retain(|known| known.certificate_id != *certificate_id);
        // One that is not among those named may be among the others.
        if self.holders.len() < named || active > named {
            self.active = active.saturating_sub(1);
        }
    }

    /// Whether another certificate would be refused.
    #[must_use]
    pub const fn full(&self) -> bool {
        self.active >= self.most
    }
}

impl Connection {
    /// A list of the integration record was read.
    pub fn see_slots(&mut self, listed: &Listed, now: OffsetDateTime) {
        let today = now.to_utc().date();
        let active =
            listed.certificates.iter().filter(|row| row.state(today) == CertificateState::Active);
        let holders: Vec<_> = active.map(|row| self.holder_of(row)).collect();
        self.take_slots(SlotsSeen::new(holders.len(), holders, now));
    }

    /// What NetSuite showed or confirmed counts from now on. The history says so where the active
    /// certificates are not those known before: it has them before and after every change.
    pub(crate) fn take_slots(&mut self, seen: SlotsSeen) {
        let mut shown: Vec<_> = seen.holders.iter().map(|one| one.certificate_id.clone()).collect();
        shown.sort();
        let known = self.history.iter().rev().find_map(|entry| match &entry.event {
            Event::ListChanged { active, certificate_ids } => Some((*active, certificate_ids)),
            _ => None,
        });
        if known != Some((seen.active, &shown)) {
            let event = Event::ListChanged { active: seen.active, certificate_ids: shown };
            self.note(seen.at, event);
        }
        self.slots = Some(seen);
    }

    /// NetSuite took a certificate. Without a list read before, nothing is known of the others.
    pub(crate) fn slot_taken(
        &mut self,
        certificate_id: &CertificateId,
        vendor: Option<&str>,
        now: OffsetDateTime,
    ) {
        let name = Some(vendor.unwrap_or(&self.name).to_owned());
        let holder = if vendor.is_some() { Holder::Vendor } else { Holder::Ours };
        let Some(mut seen) = self.slots.clone() else { return };
        seen.at = now;
        if seen.holders.iter().all(|known| known.certificate_id != *certificate_id) {
            seen.active += 1;
            let certificate_id = certificate_id.clone();
            seen.holders.push(SlotHolder { certificate_id, holder, name });
        }
        self.take_slots(seen);
    }

    /// NetSuite revoked a certificate.
    pub(crate) fn slot_freed(&mut self, certificate_id: &CertificateId, now: OffsetDateTime) {
        let Some(mut seen) = self.slots.clone() else { return };
        seen.free(certificate_id);
        seen.at = now;
        self.take_slots(seen);
    }

    /// A certificate is revoked, as the user says. NetSuite hasn't confirmed it, so the slots stay as
    /// of when it was asked last, and the history has no other list.
    pub(crate) fn slot_freed_by_word(&mut self, certificate_id: &CertificateId) {
        if let Some(seen) = &mut self.slots {
            seen.free(certificate_id);
        }
    }

    fn holder_of(&self, row: &ListedCertificate) -> SlotHolder {
        let id = &row.certificate_id;
        let ours = self.credentials.iter().any(|known| known.certificate_id() == id);
        let vendors = self.vendor_certificates.iter().find(|known| known.certificate_id() == id);
        let before = self.slots.iter().flat_map(|seen| &seen.holders);
        let mut before = before.filter(|known| known.holder != Holder::Unknown);
        let (holder, name) = match (ours, vendors) {
            (true, _) => (Holder::Ours, Some(self.name.clone())),
            (false, Some(vendors)) => (Holder::Vendor, Some(vendors.vendor.clone())),
            (false, None) => match before.find(|known| known.certificate_id == *id) {
                Some(known) => (known.holder, known.name.clone()),
                None => (Holder::Unknown, row.role.as_ref().and_then(|role| role.name.clone())),
            },
        };
        SlotHolder { certificate_id: id.clone(), holder, name }
    }
}

/// How many are kept by name: more than there can be since 2026.1, fewer than there may have been.
const NAMED: usize = 4 * SLOTS;
