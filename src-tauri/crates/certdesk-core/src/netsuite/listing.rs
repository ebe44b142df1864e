//! The certificates that NetSuite lists for one integration record, joined with what is known here.
//!
//! Reading the list is [`netsuite_client`]'s task. Nothing here sends anything.

mod csv;
mod known;
mod settle;

use std::collections::{BTreeMap, HashSet};

use netsuite_client::{CertificateState, InternalId, Listed, ListedCertificate, Named};
use netsuite_keys::certificate::CertificateId;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::connection::{Connection, ConnectionId, CredentialId, same_account};
pub use crate::connection::{Holder, SLOTS};
use crate::error::{Error, Result, RevokeError, RotationError};
use crate::netsuite::access::Bearer;
use crate::netsuite::identity::{GivenName, Names};
use known::Known;
pub(crate) use known::shortened;
pub use settle::SETTLING;

/// What is looked at before a certificate is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "UploadCheckKind"))]
#[serde(rename_all = "kebab-case")]
pub enum UploadCheck {
    /// One certificate, and nothing that could be a key.
    IsCertificate,
    /// Its key is of a kind and size that NetSuite takes.
    KeyType,
    /// Valid now, and for no more than two years.
    Validity,
    /// Not in the list already.
    NotListed,
    /// A slot is free.
    FreeSlot,
    /// The token was issued for REST web services.
    Scope,
    /// The token belongs to the connection's account.
    Account,
}

/// A list, joined with what is known here.
#[derive(Clone, Debug)]
pub struct Listing {
    /// When it was read.
    pub at: OffsetDateTime,
    /// In NetSuite's order.
    pub rows: Vec<Row>,
    /// The slots in use.
    pub slots: Slots,
    /// Names that other lists of the account gave.
    pub names: Names,
}

/// Slots of an integration record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slots {
    /// Active certificates. They may be more than there are slots: those of before 2026.1 stay.
    pub active: usize,
    /// [`SLOTS`].
    pub most: usize,
}

/// One certificate of the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// As NetSuite gave it.
    pub listed: ListedCertificate,
    /// What that means today.
    pub state: CertificateState,
    /// Whose key it is.
    pub holder: Holder,
    /// Where it is used or was uploaded from. Of several places, the connection asked for.
    pub known_in: Option<Place>,
    /// Who holds the key, where that is a vendor.
    pub vendor: Option<String>,
    /// Whole days until its last one; none where NetSuite gives no date.
    pub days_left: Option<i64>,
    /// Whether NetSuite ends it before it ends itself.
    pub shortened: bool,
    /// Why it must not be revoked from here now.
    pub guard: Option<Guard>,
}

/// A connection, and the credential in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The connection.
    pub connection: ConnectionId,
    /// Its name.
    pub name: String,
    /// The credential; none for a vendor's certificate.
    pub credential: Option<CredentialId>,
    /// Whether it is to be used: not replaced, revoked or gone as far as is known here.
    pub in_use: bool,
}

/// Why a certificate must not be revoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guard {
    /// As [`RevokeError::Itself`].
    RevokesItself,
    /// As [`RevokeError::Last`].
    RevokesLast {
        /// The connection's name.
        connection: String,
    },
    /// As [`RotationError::UnderWay`]: the rotation revokes it when its time has come.
    RotationUnderWay,
}

impl Listing {
    /// Joins a list with the connections. `here` is the one it was read for; of the others only
    /// those of the same account say something about it.
    #[must_use]
    pub fn join(
        listed: &Listed,
        here: &Connection,
        others: &[Connection],
        bearer: &Bearer,
        now: OffsetDateTime,
    ) -> Self {
        let names = Names::in_account(here, others);
        let others = others.iter().filter(|other| other.id != here.id && same_account(other, here));
        let connections: Vec<&Connection> = std::iter::once(here).chain(others).collect();
        let known = Known::of(&connections);
        let today = now.to_utc().date();
        let rows: Vec<&ListedCertificate> = listed.certificates.iter().collect();
        let active: HashSet<&CertificateId> = rows
            .iter()
            .filter(|row| row.state(today) == CertificateState::Active)
            .map(|row| &row.certificate_id)
            .collect();
        let rows = rows
            .into_iter()
            .map(|row| known.row(row, &active, bearer.came_from.as_ref(), today))
            .collect();
        let slots = Slots { active: active.len(), most: SLOTS };
        Self { at: now, rows, slots, names }
    }

    /// The row of a certificate.
    #[must_use]
    pub fn row(&self, id: &CertificateId) -> Option<&Row> {
        self.rows.iter().find(|row| row.listed.certificate_id == *id)
    }

    /// Active certificates that seem dead, the likeliest first: ours that another has replaced,
    /// ours whose key is `missing`, then those nobody here knows, the oldest first. One in use
    /// here, a vendor's, or one that must not be revoked is never among them.
    #[must_use]
    pub fn dead(&self, missing: &HashSet<CredentialId>) -> Vec<&Row> {
        let mut dead: Vec<_> = self
            .rows
            .iter()
            .filter(|row| {
                row.state == CertificateState::Active && row.guard != Some(Guard::RevokesItself)
            })
            .filter_map(|row| Some((row.deadness(missing)?, row)))
            .collect();
        dead.sort_by_key(|(rank, row)| (*rank, row.listed.created.or(row.listed.valid_from)));
        dead.into_iter().map(|(_, row)| row).collect()
    }

    /// The roles that this list or another of the account names, by ID, to choose from.
    #[must_use]
    pub fn roles(&self) -> Vec<Named> {
        let listed = self.rows.iter().filter_map(|row| row.listed.role.as_ref());
        distinct(listed, &self.names.roles)
    }

    /// The entities that this list or another of the account names, by ID, to choose from.
    #[must_use]
    pub fn entities(&self) -> Vec<Named> {
        let listed = self.rows.iter().filter_map(|row| row.listed.entity.as_ref());
        distinct(listed, &self.names.entities)
    }
}

impl Row {
    /// Refuses what a guard stands before.
    ///
    /// # Errors
    /// The guard.
    pub fn unguarded(&self) -> Result<()> {
        self.guard.clone().map_or(Ok(()), |guard| Err(guard.into()))
    }

    fn deadness(&self, missing: &HashSet<CredentialId>) -> Option<u8> {
        let Some(place) = &self.known_in else {
            return Some(UNKNOWN);
        };
        // A vendor's has no credential here, and is the vendor's to give up.
        let credential = place.credential.as_ref()?;
        match place.in_use {
            false if self.guard.is_none() => Some(REPLACED),
            true if missing.contains(credential) => Some(KEYLESS),
            _ => None,
        }
    }
}

impl From<Guard> for Error {
    fn from(guard: Guard) -> Self {
        match guard {
            Guard::RevokesItself => RevokeError::Itself.into(),
            Guard::RevokesLast { connection } => RevokeError::Last { connection }.into(),
            Guard::RotationUnderWay => RotationError::UnderWay.into(),
        }
    }
}

/// Those of the list itself come first: its names are the newest.
fn distinct<'a>(listed: impl Iterator<Item = &'a Named>, known: &'a [GivenName]) -> Vec<Named> {
    let mut names: BTreeMap<InternalId, Option<&String>> = BTreeMap::new();
    let listed = listed.map(|Named { id, name }| (*id, name.as_ref()));
    for (id, name) in listed.chain(known.iter().map(|one| (one.id, Some(&one.name)))) {
        let known = names.entry(id).or_default();
        *known = known.or(name);
    }
    names.into_iter().map(|(id, name)| Named { id, name: name.cloned() }).collect()
}

// What seems dead, the likeliest first.
const REPLACED: u8 = 0;
const KEYLESS: u8 = 1;
const UNKNOWN: u8 = 2;

#[cfg(test)]
mod tests;
