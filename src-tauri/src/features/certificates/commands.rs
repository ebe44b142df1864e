//! `certificate_list`, `certificate_export`, `certificate_upload_preview`, `certificate_upload`,
//! `certificate_revoke`, and for vendors' certificates `vendor_certificate_choose`,
//! `vendor_certificate_upload`, `vendor_certificate_discard`: NetSuite's certificates endpoint.

use std::sync::PoisonError;

use certdesk_core::access::{Acting, Bearer};
use certdesk_core::connection::{Connection, ConnectionId, CredentialId};
use certdesk_core::diagnosis::Doing;
use certdesk_core::error::{ConnectionError, KeysError};
use certdesk_core::listing::Listing;
use certdesk_core::revoke::Cause;
use certdesk_core::setup::Step;
use certdesk_core::upload::{self, Consent, Mapping, Outcome};
use certdesk_core::{Error, Result, export, identity, portfolio, revoke};
use netsuite_client::{InternalId, Listed, NetSuite};
use netsuite_keys::certificate::{Certificate, CertificateId};
use tauri::{Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::certificates::view::{
    CertificateExport, CertificateList, CertificateRow, MappingRequest, NamedId, UploadCheckView,
    UploadOutcome, UploadPreview, VendorCertificate,
};
use crate::features::setup::commands::pair::read_bounded;
use crate::file_dialogs;
use crate::ipc::connection::ConnectionView;
use crate::state::{Desk, blocking};

/// The list of a connection's integration record.
#[tauri::command]
pub(crate) async fn certificate_list(
    id: ConnectionId,
    desk: State<'_, Desk>,
) -> Result<CertificateList, Failure> {
    let connection = desk.read(&id).await?;
    let read = desk.noted(&id, Doing::Endpoint, None, read_list(&desk, &connection).await)?;
    Ok(CertificateList::new(&read.listed, &read.listing, desk.access(&connection)))
}

/// Reads the list again and writes it as a table to a file the user chooses; `None` when the user
/// cancels.
#[tauri::command]
pub(crate) async fn certificate_export<R: Runtime>(
    id: ConnectionId,
    window: WebviewWindow<R>,
    desk: State<'_, Desk>,
) -> Result<Option<CertificateExport>, Failure> {
    let connection = desk.read(&id).await?;
    let name = connection.file_name("certificates.csv");
    let Some(path) = file_dialogs::save(&window, "Save certificates.csv", &name).await? else {
        return Ok(None);
    };
    let read = desk.noted(&id, Doing::Endpoint, None, read_list(&desk, &connection).await)?;
    let table = read.listing.to_csv()?;
    let path = blocking(move || {
        export::write_public(&path, &table)?;
        Ok(path.display().to_string())
    })
    .await?;
    let list = CertificateList::new(&read.listed, &read.listing, desk.access(&connection));
    Ok(Some(CertificateExport { path, list }))
}

/// What an upload of a credential's certificate would meet. Nothing is sent.
#[tauri::command]
pub(crate) async fn certificate_upload_preview(
    id: ConnectionId,
    credential_id: CredentialId,
    desk: State<'_, Desk>,
) -> Result<UploadPreview, Failure> {
    let connection = desk.read(&id).await?;
    let certificate = connection.credential(&credential_id)?.certificate()?;
    let read = read_list(&desk, &connection).await?;
    Ok(UploadPreview::new(&desk, &connection, &read, &certificate))
}

/// Uploads a credential's certificate, once. A lost answer is settled by the list.
#[tauri::command]
pub(crate) async fn certificate_upload(
    id: ConnectionId,
    credential_id: CredentialId,
    mapping: MappingRequest,
    desk: State<'_, Desk>,
) -> Result<UploadOutcome, Failure> {
    let (mapping, consent) = mapping.parse()?;
    let sent = async {
        let means = AtEndpoint::of(&desk, &id, None).await?;
        upload::upload(means.acting(&desk), &id, &credential_id, mapping, consent).await
    };
    let sent = desk.noted(&id, Doing::Upload, Some(&credential_id), sent.await)?;
    share_slots(&desk, &sent.0).await;
    UploadOutcome::new(sent)
}

/// Lets the user choose a vendor's certificate and says what it is; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn vendor_certificate_choose<R: Runtime>(
    id: ConnectionId,
    window: WebviewWindow<R>,
    desk: State<'_, Desk>,
) -> Result<Option<VendorCertificate>, Failure> {
    let connection = desk.read(&id).await?;
    let title = "Choose a vendor’s certificate";
    let Some(path) = file_dialogs::choose_one(&window, title).await? else {
        return Ok(None);
    };
    let (file, content) = blocking(move || read_bounded(&path)).await?;
    let read = upload::read_vendors(content.expose());
    let certificate = match desk.noted(&id, Doing::Key, None, read) {
        Ok(certificate) => certificate,
        Err(refused) => {
            hold(&desk, None);
            return Ok(Some(VendorCertificate {
                file,
                preview: None,
                problems: vec![refused.into()],
            }));
        }
    };
    let read = read_list(&desk, &connection).await?;
    let preview = UploadPreview::new(&desk, &connection, &read, &certificate);
    hold(&desk, Some((id, certificate)));
    Ok(Some(VendorCertificate { file, preview: Some(preview), problems: Vec::new() }))
}

/// Uploads the vendor's certificate that was chosen last for this connection.
#[tauri::command]
pub(crate) async fn vendor_certificate_upload(
    id: ConnectionId,
    vendor: String,
    mapping: MappingRequest,
    desk: State<'_, Desk>,
) -> Result<UploadOutcome, Failure> {
    let held = desk.vendor_certificate.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let chosen = held.filter(|(chosen_for, _)| *chosen_for == id);
    let (_, certificate) = chosen.ok_or(KeysError::CertificateMissing)?;
    let (mapping, consent) = mapping.parse()?;
    let sent = async {
        let means = AtEndpoint::of(&desk, &id, None).await?;
        upload::upload_vendors(means.acting(&desk), &id, &vendor, certificate, mapping, consent)
            .await
    };
    let sent = desk.noted(&id, Doing::Upload, None, sent.await)?;
    hold(&desk, None);
    share_slots(&desk, &sent.0).await;
    UploadOutcome::new(sent)
}

/// Lets go of the vendor's certificate.
#[tauri::command]
pub(crate) async fn vendor_certificate_discard(
    id: ConnectionId,
    desk: State<'_, Desk>,
) -> Result<(), Failure> {
    let mut held = desk.vendor_certificate.lock().unwrap_or_else(PoisonError::into_inner);
    if held.as_ref().is_some_and(|(chosen_for, _)| *chosen_for == id) {
        *held = None;
    }
    Ok(())
}

/// Revokes a certificate of the record, whosever it is, and gives the list that says so. `typed`
/// are the last characters of its ID.
#[tauri::command]
pub(crate) async fn certificate_revoke(
    id: ConnectionId,
    certificate_id: String,
    typed: String,
    desk: State<'_, Desk>,
) -> Result<CertificateList, Failure> {
    let certificate_id = CertificateId::given(&certificate_id)?;
    revoke_one(&desk, &id, &certificate_id, &typed, Cause::NotNeeded).await
}

/// Revokes with a token that does not come from that very certificate, where there is another.
pub(crate) async fn revoke_one(
    desk: &Desk,
    id: &ConnectionId,
    certificate_id: &CertificateId,
    typed: &str,
    cause: Cause,
) -> Result<CertificateList, Failure> {
    revoke::confirm(certificate_id, typed)?;
    let means = AtEndpoint::of(desk, id, Some(certificate_id)).await;
    let means = desk.noted(id, Doing::Endpoint, None, means)?;
    let revoked = revoke::revoke(means.acting(desk), id, certificate_id, typed, cause).await;
    let revoked = desk.noted(id, Doing::Endpoint, None, revoked)?;
    share_slots(desk, &revoked.connection).await;
    let listing = means.join(desk, &revoked.connection, &revoked.listed).await?;
    Ok(CertificateList::new(&revoked.listed, &listing, desk.access(&revoked.connection)))
}

/// A list, joined with what is known here.
pub(crate) struct Read {
    pub(crate) listed: Listed,
    pub(crate) listing: Listing,
    bearer: Bearer,
}

/// Reads the list of a connection's record, and takes into the document what it shows.
pub(crate) async fn read_list(desk: &Desk, connection: &Connection) -> Result<Read> {
    let means = AtEndpoint {
        netsuite: desk.netsuite(connection).await?,
        bearer: desk.bearer(connection, None).await?,
    };
    let client_id = connection.integration.client_id.as_ref();
    let client_id = client_id
        .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Integration }))?;
    let listed = means.netsuite.list_certificates(&means.bearer.token, client_id).await?;
    let listing = means.join(desk, connection, &listed).await?;
    let (store, here, shown) = (desk.store.clone(), connection.clone(), listing.clone());
    blocking(move || portfolio::settle(&store, &here, &shown)).await?;
    Ok(Read { listed, listing, bearer: means.bearer })
}

/// Gives what an act showed of the slots to the other connections of the same record.
pub(crate) async fn share_slots(desk: &Desk, connection: &Connection) {
    let (store, connection) = (desk.store.clone(), connection.clone());
    let shared = blocking(move || portfolio::share_slots(&store, &connection)).await;
    if let Err(error) = shared {
        tracing::warn!(%error, "the slots were not written down in another connection");
    }
}

/// A client and a token for it.
struct AtEndpoint {
    netsuite: NetSuite,
    bearer: Bearer,
}

impl AtEndpoint {
    async fn of(desk: &Desk, id: &ConnectionId, avoid: Option<&CertificateId>) -> Result<Self> {
        let connection = desk.read(id).await?;
        let netsuite = desk.netsuite(&connection).await?;
        Ok(Self { netsuite, bearer: desk.bearer(&connection, avoid).await? })
    }

    fn acting<'a>(&'a self, desk: &'a Desk) -> Acting<'a> {
        let Self { netsuite, bearer } = self;
        Acting { netsuite, store: &desk.store, bearer, now: OffsetDateTime::now_utc() }
    }

    async fn join(&self, desk: &Desk, here: &Connection, listed: &Listed) -> Result<Listing> {
        let store = desk.store.clone();
        let others = blocking(move || store.list()).await?.connections;
        Ok(Listing::join(listed, here, &others, &self.bearer, OffsetDateTime::now_utc()))
    }
}

fn hold(desk: &Desk, chosen: Option<(ConnectionId, Certificate)>) {
    *desk.vendor_certificate.lock().unwrap_or_else(PoisonError::into_inner) = chosen;
}

impl CertificateList {
    fn new(listed: &Listed, listing: &Listing, access: crate::ipc::access::AccessView) -> Self {
        Self {
            at: listing.at,
            host: listed.host.clone(),
            fallback: listed.is_fallback(),
            rows: listing.rows.iter().map(CertificateRow::new).collect(),
            slots: listing.slots.into(),
            access,
        }
    }
}

impl UploadPreview {
    fn new(desk: &Desk, connection: &Connection, read: &Read, certificate: &Certificate) -> Self {
        let now = OffsetDateTime::now_utc();
        let checks = upload::checks(&read.bearer, connection, &read.listed, certificate, now);
        let checks: Vec<_> = checks.into_iter().map(UploadCheckView::from).collect();
        let who = &read.bearer.who;
        let (role, entity) = identity::expected(connection.role.as_ref());
        let (roles, entities) = (read.listing.roles(), read.listing.entities());
        Self {
            certificate_id: certificate.id().to_string(),
            subject: certificate.subject(),
            fingerprint: certificate.fingerprint(),
            key_type: certificate.key_type().ok(),
            valid_until: certificate.not_after(),
            ready: checks.iter().all(|check| check.passed),
            checks,
            slots: read.listing.slots.into(),
            role: who.role.clone(),
            entity: who.entity.clone(),
            known_roles: NamedId::choices(roles, who.role.as_ref(), role, true),
            known_entities: NamedId::choices(entities, who.entity.as_ref(), entity, false),
            access: desk.access(connection),
        }
    }
}

impl From<upload::PreCheck> for UploadCheckView {
    fn from(looked: upload::PreCheck) -> Self {
        Self { check: looked.check, passed: looked.outcome.is_ok(), detail: looked.detail }
    }
}

impl MappingRequest {
    fn parse(&self) -> Result<(Mapping, Consent)> {
        let (role, entity) = (InternalId::parse(&self.role)?, InternalId::parse(&self.entity)?);
        let consent = Consent { another: self.another, administrator: self.administrator };
        Ok((Mapping { role, entity }, consent))
    }
}

impl UploadOutcome {
    fn new((connection, outcome): (Connection, Outcome)) -> Result<Self, Failure> {
        Ok(Self {
            connection: ConnectionView::new(&connection, OffsetDateTime::now_utc())?,
            certificate_id: outcome.certificate_id.to_string(),
            as_predicted: outcome.as_predicted,
            found_in_list: outcome.found_in_list,
            valid_until: outcome.valid_until.map(|date| date.to_string()),
            shortened: outcome.shortened,
        })
    }
}
