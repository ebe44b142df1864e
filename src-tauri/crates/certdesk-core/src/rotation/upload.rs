//! The new certificate goes to NetSuite: checked, announced, sent once, and looked for where the
//! answer was lost.

use netsuite_client::{InternalId, Listed, ListedCertificate};
use netsuite_keys::certificate::{Certificate, CertificateId};
use time::{Date, OffsetDateTime};

use super::drive::{Driver, Endpoint};
use super::{Dependencies, Fact, Rotation};
use crate::connection::{Connection, Credential, CredentialState, Event};
use crate::error::{ConnectionError, Error, KeysError, NetSuiteError, Result, UploadError};
use crate::netsuite::access::Bearer;
use crate::netsuite::proof;
use crate::netsuite::upload::{checks, is_refusal};

/// Role and entity of a mapping.
type Mapping = (InternalId, InternalId);

impl<M: Dependencies> Driver<M> {
    /// Reads the list, checks what NetSuite would refuse, and announces the upload.
    pub(super) async fn announce_upload(
        &mut self,
        connection: &Connection,
        rotation: &Rotation,
    ) -> Result<Connection> {
        let credential = new_credential(connection, rotation)?;
        let certificate = credential.certificate()?;
        // What cannot be read back any more must not become known to NetSuite.
        if !self.load_key(credential).await?.matches(&certificate) {
            return Err(KeysError::PairDiffers.into());
        }
        let endpoint = self.endpoint(connection).await?;
        let now = self.dependencies.now();
        let bearer = self.bearer(connection, None).await?;
        let listed = endpoint.list(bearer).await?;
        if let Some(row) = listed.row(credential.certificate_id()).filter(|row| !row.revoked) {
            return self.uploaded(connection, credential, Given::listed(row)).await;
        }
        for check in checks(bearer, connection, &listed, &certificate, now) {
            check.outcome?;
        }
        let (role, entity) = mapping(connection, rotation, &listed)?;
        self.send_to = Some(listed.found_on);
        let all = listed.certificates.iter().map(|row| row.certificate_id.clone()).collect();
        let fact = Fact::UploadAnnounced { role, entity, listed: all };
        self.record(connection, fact, move |connection| {
            connection.see_slots(&listed, now);
            Ok(())
        })
        .await
    }

    /// Sends the certificate, if this driver has just announced it. Otherwise it may have been
    /// sent, and is looked for.
    pub(super) async fn upload(
        &mut self,
        connection: &Connection,
        rotation: &Rotation,
        mapping: Mapping,
        before: &[CertificateId],
    ) -> Result<Connection> {
        let credential = new_credential(connection, rotation)?;
        let Some(host) = self.send_to.take() else {
            return self.settle(connection, rotation, mapping, before).await;
        };
        let outcome = match self.endpoint(connection).await {
            Ok(endpoint) => {
                let certificate = credential.certificate()?;
                match self.bearer(connection, None).await {
                    Ok(bearer) => {
                        let (netsuite, client_id) = (&endpoint.netsuite, &endpoint.client_id);
                        let (token, (role, entity)) = (&bearer.token, mapping);
                        netsuite
                            .upload_certificate(host, token, client_id, &certificate, role, entity)
                            .await
                            .map_err(|error| Lost::from(Error::from(error)))
                    }
                    Err(error) => Err(Lost::NotSent(error)),
                }
            }
            Err(error) => Err(Lost::NotSent(error)),
        };
        match outcome {
            Ok(uploaded) => {
                let given = Given {
                    certificate_id: uploaded.certificate_id,
                    valid_until: uploaded.valid_until,
                    found_in_list: false,
                };
                self.uploaded(connection, credential, given).await
            }
            Err(Lost::NotSent(error)) => {
                self.record(connection, Fact::UploadRefused, |_| Ok(())).await?;
                Err(error)
            }
            Err(Lost::Perhaps(error)) => {
                tracing::info!(%error, "the answer to an upload was lost");
                self.settle(connection, rotation, mapping, before).await
            }
        }
    }

    /// Looks for a certificate whose upload was announced. It is never sent again. One that has not
    /// arrived in all the time that a request may take is given up, and a fresh pair takes its
    /// place.
    async fn settle(
        &mut self,
        connection: &Connection,
        rotation: &Rotation,
        mapping: Mapping,
        before: &[CertificateId],
    ) -> Result<Connection> {
        let credential = new_credential(connection, rotation)?;
        let endpoint = self.endpoint(connection).await?;
        let waits = self.dependencies.waits();
        for look in 0..waits.looks.max(1) {
            if look > 0 {
                pause(waits.between_looks).await;
            }
            let listed = endpoint.list(self.bearer(connection, None).await?).await?;
            match self.arrived(connection, credential, &endpoint, &listed, mapping, before).await? {
                Some(row) if row.revoked => return self.lost(connection, rotation).await,
                Some(row) => {
                    return self.uploaded(connection, credential, Given::listed(&row)).await;
                }
                None => {}
            }
            // What cannot be over yet is not waited for.
            if look + 1 == waits.looks
                && self.dependencies.now() >= may_arrive_until(rotation, waits)
            {
                let bearer = self.bearer(connection, None).await?;
                revoke_unlisted(&endpoint, &listed, bearer, credential).await?;
                return self.lost(connection, rotation).await;
            }
        }
        Err(UploadError::Unsettled { until: may_arrive_until(rotation, waits) }.into())
    }

    /// The announced certificate's row in the list. Where NetSuite gave it another ID than we
    /// foresaw, a new row with our mapping is ours if NetSuite issues a token for it to our key;
    /// anything less could take a stranger's certificate for ours.
    pub(super) async fn arrived(
        &self,
        connection: &Connection,
        credential: &Credential,
        endpoint: &Endpoint,
        listed: &Listed,
        mapping: Mapping,
        before: &[CertificateId],
    ) -> Result<Option<ListedCertificate>> {
        if let Some(row) = listed.row(credential.certificate_id()) {
            return Ok(Some(row.clone()));
        }
        let certificate = credential.certificate()?;
        let new = |row: &&ListedCertificate| {
            !before.contains(&row.certificate_id) && could_be(row, &certificate, mapping)
        };
        for row in listed.certificates.iter().filter(new) {
            let key = self.load_key(credential).await?;
            let mut trial = credential.clone();
            trial.confirmed_id = Some(row.certificate_id.clone());
            let now = self.dependencies.now();
            match proof::prove(&endpoint.netsuite, connection, &trial, &key, now).await {
                Ok(_) => return Ok(Some(row.clone())),
                Err(Error::TokenRefused(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(None)
    }

    /// NetSuite has it, under its own ID.
    async fn uploaded(
        &self,
        connection: &Connection,
        credential: &Credential,
        given: Given,
    ) -> Result<Connection> {
        let Given { certificate_id, valid_until, found_in_list } = given;
        let last_day = credential.certificate()?.not_after().date();
        let predicted = &credential.predicted_id;
        let fact = Fact::Uploaded {
            certificate_id: certificate_id.clone(),
            predicted: (*predicted != certificate_id).then(|| predicted.clone()),
            shortened_to: valid_until.filter(|day| *day < last_day),
            found_in_list,
        };
        let (now, id) = (self.dependencies.now(), credential.id.clone());
        self.record(connection, fact, move |connection| {
            let credential = connection.credential_mut(&id)?;
            credential.state = CredentialState::Uploaded;
            credential.confirmed_id = Some(certificate_id.clone());
            credential.listed_until = valid_until;
            let taken = certificate_id.clone();
            connection.note(now, Event::CertificateUploaded { certificate_id, found_in_list });
            connection.slot_taken(&taken, None, now);
            Ok(())
        })
        .await
    }

    async fn lost(&self, connection: &Connection, rotation: &Rotation) -> Result<Connection> {
        let id = new_credential(connection, rotation)?.id.clone();
        self.record(connection, Fact::UploadLost, move |connection| {
            connection.credential_mut(&id)?.state = CredentialState::Superseded;
            Ok(())
        })
        .await
    }
}

/// What NetSuite made of an upload.
struct Given {
    certificate_id: CertificateId,
    valid_until: Option<Date>,
    found_in_list: bool,
}

impl Given {
    fn listed(row: &ListedCertificate) -> Self {
        Self {
            certificate_id: row.certificate_id.clone(),
            valid_until: row.valid_until,
            found_in_list: true,
        }
    }
}

/// An upload without an answer that says where it is.
enum Lost {
    /// It certainly did not arrive.
    NotSent(Error),
    /// Nobody knows.
    Perhaps(Error),
}

impl From<Error> for Lost {
    fn from(error: Error) -> Self {
        if is_refusal(&error) { Self::NotSent(error) } else { Self::Perhaps(error) }
    }
}

/// Revokes a certificate that the list does not show: should the list lag, that clears it away.
/// NetSuite does not say what it answers where there is nothing to revoke; the same token has just
/// read the list, so a refusal means that. Gives whether there was something.
pub(super) async fn revoke_unlisted(
    endpoint: &Endpoint,
    listed: &Listed,
    bearer: &Bearer,
    credential: &Credential,
) -> Result<bool> {
    let (netsuite, client_id) = (&endpoint.netsuite, &endpoint.client_id);
    let id = credential.certificate_id();
    match netsuite.revoke_certificate(listed.found_on, &bearer.token, client_id, id).await {
        Ok(()) => Ok(true),
        Err(
            NetSuiteError::EndpointMissing { .. }
            | NetSuiteError::EndpointRefused { .. }
            | NetSuiteError::PermissionMissing { .. },
        ) => Ok(false),
        Err(other) => Err(other.into()),
    }
}

/// When it is known at the latest what became of an upload without an answer. It follows from the
/// journal, so every process that reads the document names the same moment. None while no outcome is
/// open.
#[must_use]
pub fn settles_at(rotation: &Rotation, waits: super::Waits) -> Option<OffsetDateTime> {
    rotation.is_unsettled().then(|| may_arrive_until(rotation, waits))
}

/// Until when an announced upload may still arrive.
pub(super) fn may_arrive_until(rotation: &Rotation, waits: super::Waits) -> OffsetDateTime {
    let announced = rotation
        .journal()
        .iter()
        .rev()
        .find(|dated| matches!(dated.fact, Fact::UploadAnnounced { .. }));
    announced.map_or(OffsetDateTime::UNIX_EPOCH, |dated| dated.at + waits.settling)
}

pub(super) async fn pause(time: time::Duration) {
    tokio::time::sleep(time.unsigned_abs()).await;
}

pub(super) fn new_credential<'a>(
    connection: &'a Connection,
    rotation: &Rotation,
) -> Result<&'a Credential> {
    connection.credential(rotation.new_credential().ok_or(ConnectionError::CredentialUnknown)?)
}

/// Whether a row could show that certificate. What NetSuite does not say is no contradiction.
fn could_be(row: &ListedCertificate, certificate: &Certificate, (role, entity): Mapping) -> bool {
    let algorithm = match certificate.key_type() {
        Ok(key_type) if key_type.is_rsa() => "RSA",
        _ => "EC",
    };
    !row.revoked
        && row.role.as_ref().is_none_or(|named| named.id == role)
        && row.entity.as_ref().is_none_or(|named| named.id == entity)
        && row.algorithm.as_ref().is_none_or(|named| named == algorithm)
        && row.valid_from.is_none_or(|day| day == certificate.not_before().date())
}

/// Whose mapping is made: as planned, else as the list shows it of the old one, else as the last
/// token said, else as it was before the sandbox was refreshed.
fn mapping(connection: &Connection, rotation: &Rotation, listed: &Listed) -> Result<Mapping> {
    let old = rotation.old.as_ref().and_then(|old| connection.credential(old).ok());
    let old = old.and_then(|old| listed.row(old.certificate_id()));
    let who = connection.last_proof.as_ref().map(|proof| &proof.who);
    let said = |text: &Option<String>| InternalId::parse(text.as_deref()?).ok();
    let role = rotation
        .plan
        .role
        .or_else(|| Some(old?.role.as_ref()?.id))
        .or_else(|| said(&who?.role))
        .or_else(|| Some(connection.lost_mapping?.role));
    let entity = rotation
        .plan
        .entity
        .or_else(|| Some(old?.entity.as_ref()?.id))
        .or_else(|| said(&who?.entity))
        .or_else(|| Some(connection.lost_mapping?.entity));
    role.zip(entity).ok_or(Error::Upload(UploadError::RoleOrEntityMissing))
}
