//! What the connections know of a listed certificate, and why it must not be revoked.

use std::collections::{HashMap, HashSet};

use netsuite_client::{CertificateState, ListedCertificate};
use netsuite_keys::certificate::{Certificate, CertificateId};
use time::Date;

use super::{Guard, Holder, Place, Row};
use crate::connection::{Connection, Credential, CredentialState};

/// What the connections know, by Certificate ID: so that ten thousand rows are looked up, not
/// searched.
pub(super) struct Known<'a> {
    ours: HashMap<&'a CertificateId, Vec<(&'a Connection, &'a Credential)>>,
    vendors: HashMap<&'a CertificateId, (&'a Connection, &'a str, &'a str)>,
}

impl<'a> Known<'a> {
    pub(super) fn of(connections: &[&'a Connection]) -> Self {
        let mut known = Self { ours: HashMap::new(), vendors: HashMap::new() };
        for connection in connections {
            for credential in &connection.credentials {
                let id = credential.certificate_id();
                known.ours.entry(id).or_default().push((connection, credential));
            }
            for vendors in &connection.vendor_certificates {
                let found = (*connection, &*vendors.vendor, &*vendors.certificate);
                known.vendors.entry(vendors.certificate_id()).or_insert(found);
            }
        }
        known
    }

    pub(super) fn row(
        &self,
        listed: &ListedCertificate,
        active: &HashSet<&CertificateId>,
        came_from: Option<&CertificateId>,
        today: Date,
    ) -> Row {
        let id = &listed.certificate_id;
        let uses = self.ours.get(id).map_or(&[][..], Vec::as_slice);
        let vendors = self.vendors.get(id);
        let place = |connection: &Connection, credential: Option<&Credential>| Place {
            connection: connection.id.clone(),
            name: connection.name.clone(),
            credential: credential.map(|credential| credential.id.clone()),
            in_use: credential.is_none_or(Credential::in_use),
        };
        let (holder, known_in, pem) = match (uses.first(), vendors) {
            (Some((connection, credential)), _) => (
                Holder::Ours,
                Some(place(connection, Some(credential))),
                Some(&*credential.certificate),
            ),
            (None, Some((connection, _, pem))) => {
                (Holder::Vendor, Some(place(connection, None)), Some(*pem))
            }
            (None, None) => (Holder::Unknown, None, None),
        };
        let own_end = pem.and_then(|pem| Certificate::from_pem(pem).ok());
        let state = listed.state(today);
        Row {
            state,
            holder,
            known_in,
            vendor: vendors.filter(|_| uses.is_empty()).map(|(_, name, _)| (*name).to_owned()),
            days_left: listed.valid_until.map(|last| (last - today).whole_days().max(0)),
            shortened: shortened(listed.valid_until, own_end.as_ref()),
            guard: if state == CertificateState::Active {
                guard(id, uses, active, came_from)
            } else {
                None
            },
            listed: listed.clone(),
        }
    }
}

/// Whether NetSuite ends a certificate before it ends itself (facts A.1).
pub(crate) fn shortened(valid_until: Option<Date>, certificate: Option<&Certificate>) -> bool {
    let own = certificate.map(|certificate| certificate.not_after().to_utc().date());
    valid_until.zip(own).is_some_and(|(theirs, own)| theirs < own)
}

fn guard(
    id: &CertificateId,
    uses: &[(&Connection, &Credential)],
    active: &HashSet<&CertificateId>,
    came_from: Option<&CertificateId>,
) -> Option<Guard> {
    if came_from == Some(id) {
        return Some(Guard::RevokesItself);
    }
    uses.iter().find_map(|(connection, credential)| {
        if takes_part(connection, credential) {
            return Some(Guard::RotationUnderWay);
        }
        let goes_on = |other: &&Credential| {
            other.id != credential.id
                && other.in_use()
                && (is_proven(other) || !is_proven(credential))
                && active.contains(other.certificate_id())
        };
        let last = credential.in_use() && !connection.credentials.iter().any(|c| goes_on(&c));
        last.then(|| Guard::RevokesLast { connection: connection.name.clone() })
    })
}

/// Whether a rotation stands on it: the old one until the target uses the new one, and the new one.
fn takes_part(connection: &Connection, credential: &Credential) -> bool {
    let rotation = connection.rotation.as_ref().filter(|rotation| rotation.can_abandon());
    rotation.is_some_and(|rotation| {
        rotation.old.as_ref() == Some(&credential.id)
            || rotation.new_credential() == Some(&credential.id)
    })
}

fn is_proven(credential: &Credential) -> bool {
    matches!(credential.state, CredentialState::Proven | CredentialState::Current)
}
