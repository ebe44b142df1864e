//! Mappings: one certificate for one integration record, entity and role.
//!
//! Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup. The rules of
//! the page and of the certificates endpoint are the same, so they are here (Oracle, subsect_162755332391
//! and section_162686838198).

use base64ct::{Base64, Encoding as _};
use serde::{Deserialize, Serialize};
use time::{Date, Duration, Month, OffsetDateTime};

use super::Account;
use super::integration::Integration;
use crate::certificate::{Certificate, CertificateRefusal};
use crate::random;

/// One line of the M2M set-up.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Mapping {
    pub(crate) certificate_id: String,
    /// base64url SHA-256 of the DER. Differs from the Certificate ID only when told to misbehave.
    pub(crate) thumbprint: String,
    pub(crate) integration: i64,
    pub(crate) entity: i64,
    pub(crate) role: i64,
    /// The certificate, base64 of its DER.
    der: String,
    pub(crate) algorithm: String,
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) created: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) valid_from: OffsetDateTime,
    /// At most two years after `valid_from`.
    #[serde(with = "time::serde::rfc3339")]
    pub(crate) valid_until: OffsetDateTime,
    pub(crate) revoked: bool,
    /// The account's `mapping_changes` when it was made.
    pub(crate) made_at_change: u64,
    /// The account's `mapping_changes` when it was revoked.
    pub(crate) revoked_at_change: u64,
}

/// The mapping that is asked for.
#[derive(Debug)]
pub(crate) struct NewMapping<'a> {
    pub(crate) integration: i64,
    pub(crate) entity: i64,
    pub(crate) role: i64,
    /// The file, as uploaded.
    pub(crate) file: &'a [u8],
}

/// How an upload misbehaves although it keeps the rules.
#[derive(Clone, Debug, Default)]
pub(crate) struct UploadFaults {
    /// Days after which the mapping ends, if that is earlier than the certificate's own end.
    pub(crate) ends_after_days: Option<i64>,
    /// The Certificate ID is not the thumbprint, and begins with this.
    pub(crate) certificate_id_prefix: Option<String>,
    /// All five slots count as used.
    pub(crate) slots_full: bool,
}

/// Why a mapping is not made. NetSuite's own wording is not documented for any of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MappingRefusal {
    File(CertificateRefusal),
    NoSuchApplication,
    /// The record's box Client Credentials (Machine to Machine) Grant is not ticked.
    GrantNotTicked,
    /// The entity or the role does not exist, is inactive, or the entity does not hold the role.
    EntityOrRole,
    /// Mapped already, here or for another combination, revoked or not.
    AlreadyUsed,
    FiveActive,
}

/// Why a mapping is not revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RevokeRefusal {
    NotListed,
    AlreadyRevoked,
}

impl Mapping {
    pub(crate) fn is_active(&self, now: OffsetDateTime) -> bool {
        !self.revoked && now <= self.valid_until
    }

    /// Whether signatures of this mapping's key count at this time.
    pub(crate) fn is_valid(&self, now: OffsetDateTime) -> bool {
        self.is_active(now) && self.valid_from <= now
    }

    /// The certificate itself; fails only if the state file was changed by hand.
    pub(crate) fn certificate(&self) -> Result<Certificate, CertificateRefusal> {
        let der = Base64::decode_vec(&self.der).map_err(|_| CertificateRefusal::Unreadable)?;
        Certificate::from_der(&der)
    }
}

impl Account {
    pub(crate) fn mapping(&self, certificate_id: &str) -> Option<&Mapping> {
        self.mappings.iter().find(|mapping| mapping.certificate_id == certificate_id)
    }

    /// The records that the pop-up list Application offers: those with the M2M box ticked.
    pub(crate) fn applications(&self) -> impl Iterator<Item = &Integration> {
        self.integrations.iter().filter(|record| record.settings.client_credentials)
    }

    /// How many of the five slots of a record are used.
    pub(crate) fn active_mappings(&self, integration: i64, now: OffsetDateTime) -> usize {
        self.mappings
            .iter()
            .filter(|mapping| mapping.integration == integration && mapping.is_active(now))
            .count()
    }

    /// Makes a mapping. Nothing of the file is kept when it is refused.
    pub(crate) fn map_certificate(
        &mut self,
        new_mapping: &NewMapping<'_>,
        faults: &UploadFaults,
        now: OffsetDateTime,
    ) -> Result<Mapping, MappingRefusal> {
        // First of all, so that a private key is named as such whatever else is wrong.
        let certificate = Certificate::read(new_mapping.file).map_err(MappingRefusal::File)?;
        let record =
            self.integration(new_mapping.integration).ok_or(MappingRefusal::NoSuchApplication)?;
        if !record.settings.client_credentials {
            return Err(MappingRefusal::GrantNotTicked);
        }
        if self.login(new_mapping.entity, new_mapping.role).is_none() {
            return Err(MappingRefusal::EntityOrRole);
        }
        if certificate.not_after < now {
            return Err(MappingRefusal::File(CertificateRefusal::Expired));
        }
        if self.mappings.iter().any(|mapping| mapping.thumbprint == certificate.thumbprint) {
            return Err(MappingRefusal::AlreadyUsed);
        }
        if faults.slots_full || self.active_mappings(new_mapping.integration, now) >= SLOTS {
            return Err(MappingRefusal::FiveActive);
        }

        let mut valid_until = certificate.not_after.min(two_years_after(certificate.not_before));
        if let Some(days) = faults.ends_after_days {
            valid_until = valid_until.min(now.saturating_add(Duration::days(days)));
        }
        let certificate_id = match &faults.certificate_id_prefix {
            None => certificate.thumbprint.clone(),
            Some(prefix) => {
                let mut id = prefix.clone() + &random::base64url::<32>();
                id.truncate(certificate.thumbprint.len());
                id
            }
        };
        self.mapping_changes += 1;
        let mapping = Mapping {
            certificate_id,
            thumbprint: certificate.thumbprint,
            integration: new_mapping.integration,
            entity: new_mapping.entity,
            role: new_mapping.role,
            der: certificate.pem.lines().filter(|line| !line.starts_with("-----")).collect(),
            algorithm: certificate.key.algorithm().to_owned(),
            created: now,
            valid_from: certificate.not_before,
            valid_until,
            revoked: false,
            made_at_change: self.mapping_changes,
            revoked_at_change: 0,
        };
        self.mappings.push(mapping.clone());
        Ok(mapping)
    }

    /// Revokes a mapping, which cannot be undone.
    pub(crate) fn revoke_mapping(&mut self, certificate_id: &str) -> Result<(), RevokeRefusal> {
        let change = self.mapping_changes + 1;
        let mapping = self
            .mappings
            .iter_mut()
            .find(|mapping| mapping.certificate_id == certificate_id)
            .ok_or(RevokeRefusal::NotListed)?;
        // What NetSuite answers to a second revocation is not documented.
        if mapping.revoked {
            return Err(RevokeRefusal::AlreadyRevoked);
        }
        mapping.revoked = true;
        mapping.revoked_at_change = change;
        self.mapping_changes = change;
        Ok(())
    }
}

/// The same day two calendar years later; 29 February becomes 28 February.
fn two_years_after(time: OffsetDateTime) -> OffsetDateTime {
    let date = time.date();
    let later = Date::from_calendar_date(date.year() + 2, date.month(), date.day())
        .or_else(|_| Date::from_calendar_date(date.year() + 2, Month::February, 28));
    // Both fail only past the year 9999, where no cap is needed.
    later.map_or(time, |later| time.replace_date(later))
}

/// Active certificates per integration record, since 2026.1.
const SLOTS: usize = 5;

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn two_years_are_calendar_years() {
        assert_eq!(
            two_years_after(datetime!(2026-11-21 10:00 UTC)),
            datetime!(2028-11-21 10:00 UTC)
        );
        assert_eq!(
            two_years_after(datetime!(2028-02-29 10:00 UTC)),
            datetime!(2030-02-28 10:00 UTC)
        );
    }
}
