//! What is looked at before a certificate is sent.

use netsuite_client::{CertificateState, InternalId, Listed, Named};
use netsuite_keys::certificate::{Certificate, MOST_DAYS};
use netsuite_keys::material::{self, Material};
use netsuite_keys::repair::{self, Repair};
use time::{Duration, OffsetDateTime};

use super::{Consent, Mapping};
use crate::connection::Connection;
use crate::error::{Error, KeysError, NetSuiteError, Result, SignInError, UploadError};
use crate::netsuite::access::Bearer;
use crate::netsuite::identity::{ADMINISTRATOR, Fit, compare, expected, given};
use crate::netsuite::listing::{SLOTS, UploadCheck};

/// One thing looked at before a certificate is sent.
#[derive(Debug)]
pub struct PreCheck {
    /// What.
    pub check: UploadCheck,
    /// The value looked at. Never a sentence.
    pub detail: String,
    /// Why it cannot be sent, if so.
    pub outcome: Result<()>,
}

/// The certificate in a vendor's file, of a chain the first, which is the vendor's own; and what had happened to the file on
/// its way, where it was put right to be read.
///
/// # Errors
/// [`KeysError::IsPrivateKey`], or [`KeysError::HoldsPrivateKey`] beside a certificate, when any key is in
/// the file: it must not have come here at all. Else as
/// [`material::certificate`].
pub fn read_vendors(file: &[u8]) -> Result<(Certificate, Vec<Repair>)> {
    match repair::repair(file) {
        Some(repaired) => Ok((certificate_alone(repaired.text.as_bytes())?, repaired.repairs)),
        None => Ok((certificate_alone(file)?, Vec::new())),
    }
}

fn certificate_alone(file: &[u8]) -> Result<Certificate> {
    let key = |found: &Material| match found {
        Material::PrivateKey(_) | Material::EncryptedPrivateKey(_) => true,
        Material::Unknown(label) => label.contains("PRIVATE KEY"),
        _ => false,
    };
    let found = material::read(file)?;
    if found.iter().any(key) {
        let certificate = |found: &Material| matches!(found, Material::Certificate(_));
        let both = found.iter().any(certificate);
        return Err(if both {
            Error::Keys(KeysError::HoldsPrivateKey)
        } else {
            Error::Keys(KeysError::IsPrivateKey)
        });
    }
    Ok(material::certificate(file)?)
}

/// What is looked at before a certificate is sent, in the order in which it matters.
#[must_use]
pub fn checks(
    bearer: &Bearer,
    connection: &Connection,
    listed: &Listed,
    certificate: &Certificate,
    now: OffsetDateTime,
) -> Vec<PreCheck> {
    let id = certificate.id();
    let today = now.to_utc().date();
    let rows = &listed.certificates;
    let active = rows.iter().filter(|row| row.state(today) == CertificateState::Active).count();
    let key_type = certificate.key_type();
    let check = |check, detail: String, outcome| PreCheck { check, detail, outcome };
    vec![
        check(UploadCheck::IsCertificate, certificate.subject(), Ok(())),
        check(
            UploadCheck::KeyType,
            key_type.as_ref().map(|kind| format!("{kind:?}")).unwrap_or_default(),
            key_type.map(|_| ()).map_err(Error::from),
        ),
        check(
            UploadCheck::Validity,
            certificate.not_after().to_utc().date().to_string(),
            valid(certificate, now),
        ),
        check(
            UploadCheck::NotListed,
            id.to_string(),
            match listed.row(&id) {
                Some(row) => {
                    Err(Error::Upload(UploadError::AlreadyListed { revoked: row.revoked }))
                }
                None => Ok(()),
            },
        ),
        check(
            UploadCheck::FreeSlot,
            format!("{active}/{SLOTS}"),
            if active < SLOTS {
                Ok(())
            } else {
                Err(Error::Upload(UploadError::SlotsFull { most: SLOTS }))
            },
        ),
        check(
            UploadCheck::Scope,
            bearer.who.scopes.join(", "),
            if bearer.has_scope() == Some(false) {
                Err(NetSuiteError::ScopeMissing.into())
            } else {
                Ok(())
            },
        ),
        check(
            UploadCheck::Account,
            bearer.who.account.clone().unwrap_or_default(),
            right_account(bearer, connection),
        ),
    ]
}

/// Refuses a mapping that nobody has agreed to: the role Administrator, or another role or entity
/// than step 3 names. A vendor's key may act as somebody else than the connection does.
pub(super) fn agreed(
    connection: &Connection,
    listed: &Listed,
    Mapping { role, entity }: Mapping,
    consent: Consent,
    vendors: bool,
) -> Result<()> {
    if role == ADMINISTRATOR && !consent.administrator {
        return Err(UploadError::ActsAsAdministrator.into());
    }
    if consent.another || vendors {
        return Ok(());
    }
    let names = &connection.names;
    let roles = listed.certificates.iter().filter_map(|row| row.role.as_ref());
    let entities = listed.certificates.iter().filter_map(|row| row.entity.as_ref());
    let (of_role, of_entity) = expected(connection.role.as_ref());
    differs(of_role, name_of(role, roles).or_else(|| given(&names.roles, role)))?;
    differs(of_entity, name_of(entity, entities).or_else(|| given(&names.entities, entity)))
}

fn name_of<'a>(id: InternalId, mut named: impl Iterator<Item = &'a Named>) -> Option<&'a str> {
    named.find_map(|one| one.name.as_deref().filter(|_| one.id == id))
}

/// A name that NetSuite has not given cannot be compared.
fn differs(expected: Option<&str>, name: Option<&str>) -> Result<()> {
    match (expected, name) {
        (Some(expected), Some(name)) if compare(Some(expected), name) == Fit::Differs => {
            Err(Error::Upload(UploadError::ActsAsAnother {
                expected: expected.to_owned(),
                chosen: name.to_owned(),
            }))
        }
        _ => Ok(()),
    }
}

fn valid(certificate: &Certificate, now: OffsetDateTime) -> Result<()> {
    let (from, until) = (certificate.not_before(), certificate.not_after());
    if until <= now {
        return Err(Error::Upload(UploadError::CertificateExpired { at: until }));
    }
    if now < from {
        return Err(Error::Upload(UploadError::CertificateNotYetValid { at: from }));
    }
    if until - from > LONGEST {
        return Err(Error::Keys(KeysError::DaysOutOfRange { most: MOST_DAYS }));
    }
    Ok(())
}

fn right_account(bearer: &Bearer, connection: &Connection) -> Result<()> {
    match (bearer.has_account(connection), &bearer.who.account, &connection.account) {
        (Some(false), Some(company), Some(account)) => {
            Err(Error::SignIn(SignInError::OtherAccount {
                company: company.clone(),
                expected: account.id.to_string(),
            }))
        }
        _ => Ok(()),
    }
}

/// Two years with a leap day. NetSuite shortens longer ones, and by some accounts refuses them
/// (facts A.1).
const LONGEST: Duration = Duration::days(731);
