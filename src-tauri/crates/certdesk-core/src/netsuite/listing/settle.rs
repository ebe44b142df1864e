//! What a list shows, taken into the document of a connection: the slots in use, what NetSuite calls
//! who it acts as, what has arrived, and what is revoked. The list wins over whatever is written here.

use netsuite_client::{CertificateState, InternalId, ListedCertificate, Named};
use time::{Duration, OffsetDateTime};

use super::{Listing, Row};
use crate::connection::{
    Connection, Credential, CredentialState, Event, SlotHolder, SlotsSeen, VendorCertificate,
    VendorState,
};

impl Listing {
    /// Takes into the connection what the list shows of it: the slots in use, what NetSuite calls who
    /// it acts as, that a certificate has arrived, whoever uploaded it, and that one was revoked,
    /// whoever did that. Gives whether anything changed.
    pub fn settle(&self, connection: &mut Connection) -> bool {
        let seen = self.slots_seen();
        let mut changed = connection.slots.as_ref() != Some(&seen);
        connection.take_slots(seen);
        let (roles, entities) = self.named_for(connection);
        changed |= connection.names.learn(&roles, &entities);
        // What a rotation makes it settles itself.
        let coming = connection.coming().map(|credential| credential.id.clone());
        let mut news = Vec::new();
        for credential in &mut connection.credentials {
            if Some(&credential.id) == coming.as_ref() {
                continue;
            }
            if let Some(row) = self.row(credential.certificate_id()) {
                changed |= credential.listed_until != row.listed.valid_until;
                credential.listed_until = row.listed.valid_until;
                news.extend(settled(credential, row));
            }
        }
        for vendors in &mut connection.vendor_certificates {
            let before = vendors.clone();
            news.extend(self.settle_vendors(vendors));
            changed |= before != *vendors;
        }
        changed |= !news.is_empty();
        for event in news {
            connection.note(self.at, event);
        }
        changed
    }

    /// The slots as a document keeps them.
    #[must_use]
    pub fn slots_seen(&self) -> SlotsSeen {
        let active = self.rows.iter().filter(|row| row.state == CertificateState::Active);
        SlotsSeen::new(self.slots.active, active.map(holder).collect(), self.at)
    }

    /// Names of the roles and entities that matter to a connection: those of its own certificates,
    /// and those that its last token was issued for. A list may name thousands of others.
    fn named_for(&self, connection: &Connection) -> (Vec<Named>, Vec<Named>) {
        let ours = |row: &&Row| {
            let id = &row.listed.certificate_id;
            connection.credentials.iter().any(|credential| credential.certificate_id() == id)
        };
        let own: Vec<&ListedCertificate> =
            self.rows.iter().filter(ours).map(|row| &row.listed).collect();
        let who = connection.last_proof.as_ref().map(|proof| &proof.who);
        let said = |id: Option<&String>| id.and_then(|id| InternalId::parse(id).ok());
        let role = said(who.and_then(|who| who.role.as_ref()));
        let entity = said(who.and_then(|who| who.entity.as_ref()));
        let matter = |named: Vec<Named>, said: Option<InternalId>, own: Vec<InternalId>| {
            named.into_iter().filter(|one| Some(one.id) == said || own.contains(&one.id)).collect()
        };
        let ids = |of: fn(&ListedCertificate) -> Option<&Named>| {
            own.iter().filter_map(|row| of(row)).map(|named| named.id).collect()
        };
        (
            matter(self.roles(), role, ids(|row| row.role.as_ref())),
            matter(self.entities(), entity, ids(|row| row.entity.as_ref())),
        )
    }

    fn settle_vendors(&self, vendors: &mut VendorCertificate) -> Option<Event> {
        let certificate_id = vendors.certificate_id().clone();
        let Some(row) = self.row(&certificate_id) else {
            // A list may lag behind an upload, so only one that it has shown before can be gone.
            if vendors.seen.is_some_and(|seen| seen.at < self.at && settled_by(seen.at, self.at)) {
                vendors.see(VendorState::Gone, None, self.at);
            }
            return None;
        };
        let arrives = vendors.uploaded_at.is_none();
        if arrives {
            vendors.arrived(&certificate_id, self.at);
        }
        vendors.see(row.state.into(), row.listed.valid_until, self.at);
        let vendor = vendors.vendor.clone();
        arrives.then_some(Event::VendorCertificateUploaded { certificate_id, vendor })
    }
}

/// What the list's row of a credential changes in it.
fn settled(credential: &mut Credential, row: &Row) -> Option<Event> {
    let certificate_id = credential.certificate_id().clone();
    match credential.state {
        CredentialState::Made if row.state != CertificateState::Revoked => {
            let announced = credential.upload_announced.is_some();
            credential.arrived(&certificate_id);
            Some(if announced {
                Event::CertificateUploaded { certificate_id, found_in_list: true }
            } else {
                Event::CertificateIdConfirmed { certificate_id }
            })
        }
        CredentialState::Uploaded
        | CredentialState::Proven
        | CredentialState::Current
        | CredentialState::Superseded
            if row.state == CertificateState::Revoked =>
        {
            credential.state = CredentialState::Revoked;
            Some(Event::CertificateRevoked { certificate_id })
        }
        CredentialState::Revoked => {
            let before = credential.before_word.take()?;
            if row.state == CertificateState::Revoked {
                return Some(Event::CertificateRevoked { certificate_id });
            }
            // The user was told so, and NetSuite says otherwise.
            credential.state = before;
            None
        }
        _ => None,
    }
}

/// Whether so much time lies between an upload and a list that the list must show it.
fn settled_by(seen: OffsetDateTime, listed: OffsetDateTime) -> bool {
    listed - seen >= SETTLING
}

fn holder(row: &Row) -> SlotHolder {
    let ours = row.known_in.as_ref().map(|place| place.name.clone());
    let role = row.listed.role.as_ref().and_then(|role| role.name.clone());
    SlotHolder {
        certificate_id: row.listed.certificate_id.clone(),
        holder: row.holder,
        name: row.vendor.clone().or(ours).or(role),
    }
}

impl From<CertificateState> for VendorState {
    fn from(state: CertificateState) -> Self {
        match state {
            CertificateState::Active => Self::Active,
            CertificateState::Expired => Self::Expired,
            CertificateState::Revoked => Self::Revoked,
        }
    }
}

/// A REST request ends after 15 minutes at the latest (Oracle, subsect_1559222360), and clocks
/// differ.
pub const SETTLING: Duration = Duration::minutes(16);
