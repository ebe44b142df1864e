//! What is looked at before a certificate is sent.

use time::{Duration, OffsetDateTime};

use crate::access::Bearer;
use crate::certificate::{Certificate, MOST_DAYS};
use crate::connection::Connection;
use crate::error::{Error, Result};
use crate::listing::{SLOTS, State, UploadCheck};
use crate::material::{self, Material};
use crate::netsuite::Listed;

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

/// The certificate in a vendor's file; of a chain the first, which is the vendor's own.
///
/// # Errors
/// [`Error::IsPrivateKey`] when any key is in the file: it must not have come here at all. Else as
/// [`material::certificate`].
pub fn read_vendors(file: &[u8]) -> Result<Certificate> {
    let key = |found: &Material| match found {
        Material::PrivateKey(_) | Material::EncryptedPrivateKey(_) => true,
        Material::Unknown(label) => label.contains("PRIVATE KEY"),
        _ => false,
    };
    if material::read(file)?.iter().any(key) {
        return Err(Error::IsPrivateKey);
    }
    material::certificate(file)
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
    let active = rows.iter().filter(|row| row.state(today) == State::Active).count();
    let key_type = certificate.key_type();
    let check = |check, detail: String, outcome| PreCheck { check, detail, outcome };
    vec![
        check(UploadCheck::IsCertificate, certificate.subject(), Ok(())),
        check(
            UploadCheck::KeyType,
            key_type.as_ref().map(|kind| format!("{kind:?}")).unwrap_or_default(),
            key_type.map(|_| ()),
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
                Some(row) => Err(Error::CertificateAlreadyListed { revoked: row.revoked }),
                None => Ok(()),
            },
        ),
        check(
            UploadCheck::FreeSlot,
            format!("{active}/{SLOTS}"),
            if active < SLOTS { Ok(()) } else { Err(Error::SlotsFull { most: SLOTS }) },
        ),
        check(
            UploadCheck::Scope,
            bearer.who.scopes.join(", "),
            if bearer.has_scope() == Some(false) { Err(Error::ScopeMissing) } else { Ok(()) },
        ),
        check(
            UploadCheck::Account,
            bearer.who.account.clone().unwrap_or_default(),
            right_account(bearer, connection),
        ),
    ]
}

fn valid(certificate: &Certificate, now: OffsetDateTime) -> Result<()> {
    let (from, until) = (certificate.not_before(), certificate.not_after());
    if until <= now {
        return Err(Error::CertificateExpired { at: until });
    }
    if now < from {
        return Err(Error::CertificateNotYetValid { at: from });
    }
    if until - from > LONGEST {
        return Err(Error::DaysOutOfRange { most: MOST_DAYS });
    }
    Ok(())
}

fn right_account(bearer: &Bearer, connection: &Connection) -> Result<()> {
    match (bearer.has_account(connection), &bearer.who.account, &connection.account) {
        (Some(false), Some(company), Some(account)) => Err(Error::SignInOtherAccount {
            company: company.clone(),
            expected: account.id.to_string(),
        }),
        _ => Ok(()),
    }
}

/// Two years with a leap day. NetSuite shortens longer ones, and by some accounts refuses them
/// (facts A.1).
const LONGEST: Duration = Duration::days(731);
