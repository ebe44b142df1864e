//! Uploads a certificate through NetSuite's endpoint: checked before, announced in the document,
//! sent once, and looked for in the list where the answer was lost.
//!
//! **A certificate is never sent twice.** Once an upload was announced and was neither answered nor
//! refused, NetSuite's list is asked instead, now and whenever the act is repeated. NetSuite does
//! not say how soon its list shows an upload, so until [`SETTLING`] has passed one that does not
//! show it proves nothing; after that the upload counts as lost, and the certificate stays unsent
//! from here: it can be uploaded by hand, which the list then shows, or another one be made. A
//! refusal (4xx) ends the announcement: nothing was done, and the next try is the first.

mod checks;

use std::collections::HashSet;

use netsuite_client::{InternalId, Listed, ListedCertificate};
use netsuite_keys::certificate::{Certificate, CertificateId};
use time::OffsetDateTime;

use crate::connection::{
    Connection, ConnectionId, Credential, CredentialId, CredentialState, Event, UploadAnnounced,
    VendorCertificate, VendorState,
};
use crate::error::{ConnectionError, Error, NetSuiteError, Result, RotationError, UploadError};
use crate::netsuite::access::Acting;
use crate::netsuite::listing::{SETTLING, shortened};
use crate::step::Step;
pub use checks::{PreCheck, checks, read_vendors};

/// Whose mapping an upload makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The role.
    pub role: InternalId,
    /// The entity.
    pub entity: InternalId,
}

/// What somebody has said about whom the certificate is to act as, beyond choosing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consent {
    /// It may be another role or entity than step 3 names.
    pub another: bool,
    /// It may be the role Administrator.
    pub administrator: bool,
}

/// What came of an upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// NetSuite's.
    pub certificate_id: CertificateId,
    /// Whether it is the one predicted.
    pub as_predicted: bool,
    /// The answer was lost; the list shows that it arrived.
    pub found_in_list: bool,
    /// Its last day, UTC.
    pub valid_until: Option<time::Date>,
    /// Whether NetSuite ends it before it ends itself.
    pub shortened: bool,
}

/// Uploads the certificate of one of the connection's credentials.
///
/// Calling it again after any failure is safe: see the rule above.
///
/// # Errors
/// The first check that fails; [`UploadError::ActsAsAdministrator`] and [`UploadError::ActsAsAnother`] without
/// consent; [`UploadError::Unsettled`], [`UploadError::Lost`]; [`RotationError::UnderWay`], for then
/// the rotation uploads; [`ConnectionError::StepNotReady`] for a credential that is not to be used any more;
/// or NetSuite's refusal.
pub async fn upload(
    acting: Acting<'_>,
    connection: &ConnectionId,
    credential: &CredentialId,
    mapping: Mapping,
    consent: Consent,
) -> Result<(Connection, Outcome)> {
    let connection = acting.read(connection).await?;
    let ours = connection.credential(credential)?;
    if connection.rotation.is_some() {
        return Err(RotationError::UnderWay.into());
    }
    if !ours.in_use() && ours.state != CredentialState::Gone {
        return Err(Error::Connection(ConnectionError::StepNotReady { step: Step::Key }));
    }
    let certificate = ours.certificate()?;
    let earlier = ours.upload_announced.clone();
    let whose = Whose::Ours(credential.clone());
    Upload { acting, connection, whose, certificate, mapping, consent }.run(earlier).await
}

/// Uploads a certificate whose key a vendor holds.
///
/// # Errors
/// As [`upload`]; [`ConnectionError::NameEmpty`] for the vendor's name.
pub async fn upload_vendors(
    acting: Acting<'_>,
    connection: &ConnectionId,
    vendor: &str,
    certificate: Certificate,
    mapping: Mapping,
    consent: Consent,
) -> Result<(Connection, Outcome)> {
    let connection = acting.read(connection).await?;
    let new = VendorCertificate::new(vendor, &certificate)?;
    let same = |known: &&VendorCertificate| known.predicted_id == new.predicted_id;
    let earlier = connection.vendor_certificates.iter().find(same);
    let earlier = earlier.and_then(|known| known.upload_announced.clone());
    let whose = Whose::Vendors(Box::new(new));
    Upload { acting, connection, whose, certificate, mapping, consent }.run(earlier).await
}

/// Whose key it is, and so where in the document it stands.
#[derive(Clone)]
enum Whose {
    Ours(CredentialId),
    Vendors(Box<VendorCertificate>),
}

struct Upload<'a> {
    acting: Acting<'a>,
    connection: Connection,
    whose: Whose,
    certificate: Certificate,
    mapping: Mapping,
    consent: Consent,
}

impl Upload<'_> {
    async fn run(self, earlier: Option<UploadAnnounced>) -> Result<(Connection, Outcome)> {
        let listed = self.acting.list(&self.connection).await?;
        if let Some(earlier) = &earlier {
            return match self.look(earlier, Some(listed)).await? {
                Some(row) => self.found(row).await,
                None if is_over(earlier, self.acting.now) => Err(UploadError::Lost.into()),
                None => Err(UploadError::Unsettled { until: settles_at(earlier) }.into()),
            };
        }
        let Acting { netsuite, bearer, now, .. } = self.acting;
        for check in checks(bearer, &self.connection, &listed, &self.certificate, now) {
            check.outcome?;
        }
        let vendors = matches!(self.whose, Whose::Vendors(_));
        checks::agreed(&self.connection, &listed, self.mapping, self.consent, vendors)?;
        let announced = self.announcement(&listed);
        self.announce(announced.clone(), listed.clone()).await?;
        let client_id = self.connection.needed_client_id()?;
        let Mapping { role, entity } = self.mapping;
        let host = listed.found_on;
        let sent = netsuite
            .upload_certificate(host, &bearer.token, client_id, &self.certificate, role, entity)
            .await;
        match sent.map_err(Error::from) {
            Ok(uploaded) => {
                self.arrived(uploaded.certificate_id, uploaded.valid_until, false).await
            }
            Err(refusal) if is_refusal(&refusal) => {
                self.withdraw().await?;
                Err(refusal)
            }
            Err(lost) => {
                tracing::info!(%lost, "the answer to an upload was lost");
                match self.look(&announced, None).await {
                    Ok(Some(row)) => self.found(row).await,
                    _ => Err(UploadError::Unsettled { until: settles_at(&announced) }.into()),
                }
            }
        }
    }

    fn announcement(&self, listed: &Listed) -> UploadAnnounced {
        let Mapping { role, entity } = self.mapping;
        let looks_alike = |row: &&ListedCertificate| self.could_be(row, role, entity);
        UploadAnnounced {
            at: self.acting.now,
            role,
            entity,
            lookalikes: listed
                .certificates
                .iter()
                .filter(looks_alike)
                .map(|row| row.certificate_id.clone())
                .collect(),
        }
    }

    /// Reads the list until it shows the certificate, as often as is sensible to wait for.
    async fn look(
        &self,
        announced: &UploadAnnounced,
        read: Option<Listed>,
    ) -> Result<Option<ListedCertificate>> {
        let mut pauses = self.acting.netsuite.retry().pauses();
        let mut listed = match read {
            Some(listed) => listed,
            None => self.acting.list(&self.connection).await?,
        };
        loop {
            if let Some(row) = self.find(announced, &listed) {
                return Ok(Some(row.clone()));
            }
            let Some(pause) = pauses.next() else { return Ok(None) };
            tokio::time::sleep(pause).await;
            listed = self.acting.list(&self.connection).await?;
        }
    }

    /// The row of the predicted ID or, should NetSuite give others, the only new one that could
    /// be it. Of several that could, none is taken.
    fn find<'l>(
        &self,
        announced: &UploadAnnounced,
        listed: &'l Listed,
    ) -> Option<&'l ListedCertificate> {
        let predicted = self.certificate.id();
        if let Some(row) = listed.row(&predicted) {
            return Some(row);
        }
        let credentials = &self.connection.credentials;
        let vendors = &self.connection.vendor_certificates;
        let known: HashSet<&CertificateId> = announced
            .lookalikes
            .iter()
            .chain(credentials.iter().map(|known| known.certificate_id()))
            .chain(vendors.iter().map(|known| known.certificate_id()))
            .collect();
        let mut new = listed.certificates.iter().filter(|row| {
            !known.contains(&row.certificate_id)
                && self.could_be(row, announced.role, announced.entity)
        });
        let only = new.next()?;
        new.next().is_none().then_some(only)
    }

    /// Whether a row says of itself all that NetSuite would say of this certificate.
    fn could_be(&self, row: &ListedCertificate, role: InternalId, entity: InternalId) -> bool {
        let certificate = &self.certificate;
        let day = |at: OffsetDateTime| at.to_utc().date();
        let algorithm = match certificate.key_type() {
            Ok(key_type) if key_type.is_rsa() => "RSA",
            _ => "EC",
        };
        !row.revoked
            && row.role.as_ref().is_some_and(|named| named.id == role)
            && row.entity.as_ref().is_some_and(|named| named.id == entity)
            && row.algorithm.as_deref() == Some(algorithm)
            && row.valid_from == Some(day(certificate.not_before()))
            // NetSuite may end it earlier.
            && row.valid_until.is_some_and(|last| last <= day(certificate.not_after()))
    }

    async fn found(&self, row: ListedCertificate) -> Result<(Connection, Outcome)> {
        let (connection, outcome) = self.arrived(row.certificate_id, row.valid_until, true).await?;
        if !row.revoked {
            return Ok((connection, outcome));
        }
        if let Whose::Ours(id) = self.whose.clone() {
            let revoked = move |connection: &mut Connection| {
                connection.credential_mut(&id)?.state = CredentialState::Revoked;
                Ok(())
            };
            self.acting.update(&connection.id, revoked).await?;
        }
        Err(Error::Upload(UploadError::AlreadyListed { revoked: true }))
    }

    /// Writes down that the certificate is about to be sent.
    async fn announce(&self, announced: UploadAnnounced, listed: Listed) -> Result<()> {
        let (whose, now) = (self.whose.clone(), self.acting.now);
        let change = move |connection: &mut Connection| {
            connection.see_slots(&listed, now);
            match whose {
                Whose::Ours(id) => {
                    if connection.rotation.is_some() {
                        return Err(RotationError::UnderWay.into());
                    }
                    let credential = connection.credential_mut(&id)?;
                    our_turn(credential.upload_announced.as_ref())?;
                    credential.upload_announced = Some(announced);
                }
                Whose::Vendors(mut new) => {
                    let all = &mut connection.vendor_certificates;
                    let known = all.iter().position(|v| v.predicted_id == new.predicted_id);
                    // NetSuite does not list it, whatever became of it before.
                    let known = known.map(|place| all.remove(place));
                    our_turn(known.and_then(|known| known.upload_announced).as_ref())?;
                    new.upload_announced = Some(announced);
                    all.push(*new);
                }
            }
            Ok(())
        };
        self.acting.update(&self.connection.id, change).await.map(|_| ())
    }

    /// NetSuite has refused: nothing was done.
    async fn withdraw(&self) -> Result<()> {
        let whose = self.whose.clone();
        let change = move |connection: &mut Connection| {
            match whose {
                Whose::Ours(id) => connection.credential_mut(&id)?.upload_announced = None,
                Whose::Vendors(new) => connection
                    .vendor_certificates
                    .retain(|known| known.predicted_id != new.predicted_id),
            }
            Ok(())
        };
        self.acting.update(&self.connection.id, change).await.map(|_| ())
    }

    /// NetSuite has it.
    async fn arrived(
        &self,
        certificate_id: CertificateId,
        valid_until: Option<time::Date>,
        found_in_list: bool,
    ) -> Result<(Connection, Outcome)> {
        let outcome = Outcome {
            as_predicted: certificate_id == self.certificate.id(),
            certificate_id: certificate_id.clone(),
            found_in_list,
            valid_until,
            shortened: shortened(valid_until, Some(&self.certificate)),
        };
        let (whose, now) = (self.whose.clone(), self.acting.now);
        let change = move |connection: &mut Connection| {
            let taken = certificate_id.clone();
            let (event, vendor) = match whose {
                Whose::Ours(id) => {
                    let credential = connection.credential_mut(&id)?;
                    credential.arrived(&certificate_id);
                    credential.listed_until = valid_until;
                    (Event::CertificateUploaded { certificate_id, found_in_list }, None)
                }
                Whose::Vendors(new) => {
                    let mut all = connection.vendor_certificates.iter_mut();
                    let known = all.find(|known| known.predicted_id == new.predicted_id);
                    let known = known.ok_or(ConnectionError::CredentialUnknown)?;
                    known.arrived(&certificate_id, now);
                    known.see(VendorState::Active, valid_until, now);
                    let vendor = new.vendor.clone();
                    (Event::VendorCertificateUploaded { certificate_id, vendor }, Some(new.vendor))
                }
            };
            connection.note(now, event);
            connection.slot_taken(&taken, vendor.as_deref(), now);
            Ok(())
        };
        let (connection, ()) = self.acting.update(&self.connection.id, change).await?;
        Ok((connection, outcome))
    }
}

/// Refuses where another act, perhaps of another process, has announced an upload meanwhile.
fn our_turn(announced: Option<&UploadAnnounced>) -> Result<()> {
    match announced {
        None => Ok(()),
        Some(announced) => Err(UploadError::Unsettled { until: settles_at(announced) }.into()),
    }
}

/// Refuses while the outcome of a credential's announced upload is open, as [`upload`] would, without
/// asking NetSuite. Whoever has just read the list knows by it what sending would come to.
///
/// # Errors
/// [`UploadError::Unsettled`] with the moment at which it is known, [`UploadError::Lost`] from then on.
pub fn check_open_outcome(credential: &Credential, now: OffsetDateTime) -> Result<()> {
    match &credential.upload_announced {
        None => Ok(()),
        Some(announced) if is_over(announced, now) => Err(UploadError::Lost.into()),
        Some(announced) => Err(UploadError::Unsettled { until: settles_at(announced) }.into()),
    }
}

/// When it is known at the latest what became of an announced upload.
fn settles_at(announced: &UploadAnnounced) -> OffsetDateTime {
    announced.at + SETTLING
}

/// Whether nothing of an announced upload can be under way any more. A clock that was set back
/// since cannot tell.
fn is_over(announced: &UploadAnnounced, now: OffsetDateTime) -> bool {
    now >= settles_at(announced)
}

/// Whether NetSuite, and not something on the way, has said no before it did anything. A status of
/// 5xx, a redirect and whatever cannot be read say nothing of what was done.
pub(crate) const fn is_refusal(error: &Error) -> bool {
    match error {
        Error::NetSuite(
            NetSuiteError::TokenNotAccepted { .. }
            | NetSuiteError::PermissionMissing { .. }
            | NetSuiteError::EndpointMissing { .. }
            | NetSuiteError::EndpointRefused { .. }
            | NetSuiteError::TooManyRequests { .. },
        ) => true,
        Error::NetSuite(NetSuiteError::AnswerNotJson { status, .. }) => {
            *status >= 400 && *status < 500
        }
        _ => false,
    }
}
