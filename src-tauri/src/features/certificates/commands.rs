//! `certificate_list`, `certificate_export`, `certificate_upload_preview`, `certificate_upload`,
//! `certificate_revoke`, `certificate_revoked_by_hand`, and for vendors' certificates `vendor_certificate_choose`,
//! `vendor_certificate_upload`, `vendor_certificate_discard`: NetSuite's certificates endpoint.

use std::sync::PoisonError;

use certdesk_core::Result;
use certdesk_core::connection::{Connection, ConnectionId, CredentialId};
use certdesk_core::diagnosis::Doing;
use certdesk_core::error::KeysError;
use certdesk_core::files::export;
use certdesk_core::netsuite::identity;
use certdesk_core::netsuite::revoke;
use certdesk_core::netsuite::revoke::Cause;
use certdesk_core::netsuite::upload::{self, Consent, Mapping, Outcome};
use netsuite_client::InternalId;
use netsuite_keys::certificate::{Certificate, CertificateId};
use tauri::{Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use super::endpoint::{Endpoint, Read, read_list, revoke_one, share_slots};
use crate::chosen_files::read_bounded;
use crate::failure::Failure;
use crate::features::certificates::view::{
    CertificateExport, CertificateList, MappingRequest, NamedId, UploadCheckView, UploadOutcome,
    UploadPreview, VendorCertificate,
};
use crate::file_dialogs;
use crate::ipc::connection::ConnectionView;
use crate::state::{AppState, blocking};

/// The list of a connection's integration record.
#[tauri::command]
pub(crate) async fn certificate_list(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<CertificateList, Failure> {
    let connection = state.read(&id).await?;
    let read =
        state.record_outcome(&id, Doing::Endpoint, None, read_list(&state, &connection).await)?;
    Ok(CertificateList::new(&read.listed, &read.listing, state.access(&connection)))
}

/// Reads the list again and writes it as a table to a file the user chooses; `None` when the user
/// cancels.
#[tauri::command]
pub(crate) async fn certificate_export<R: Runtime>(
    id: ConnectionId,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<CertificateExport>, Failure> {
    let connection = state.read(&id).await?;
    let name = connection.file_name("certificates.csv");
    let Some(path) = file_dialogs::save(&window, "Save certificates.csv", &name).await? else {
        return Ok(None);
    };
    let read =
        state.record_outcome(&id, Doing::Endpoint, None, read_list(&state, &connection).await)?;
    let table = read.listing.to_csv()?;
    let path = blocking(move || {
        export::write_public(&path, &table)?;
        Ok(path.display().to_string())
    })
    .await?;
    let list = CertificateList::new(&read.listed, &read.listing, state.access(&connection));
    Ok(Some(CertificateExport { path, list }))
}

/// What an upload of a credential's certificate would meet. Nothing is sent.
#[tauri::command]
pub(crate) async fn certificate_upload_preview(
    id: ConnectionId,
    credential_id: CredentialId,
    state: State<'_, AppState>,
) -> Result<UploadPreview, Failure> {
    let connection = state.read(&id).await?;
    let certificate = connection.credential(&credential_id)?.certificate()?;
    let read = read_list(&state, &connection).await?;
    // Reading the list has settled an upload that it shows; one that it does not show is still open.
    let settled = state.read(&id).await?;
    upload::check_open_outcome(settled.credential(&credential_id)?, OffsetDateTime::now_utc())?;
    Ok(UploadPreview::new(&state, &connection, &read, &certificate))
}

/// Uploads a credential's certificate, once. A lost answer is settled by the list.
#[tauri::command]
pub(crate) async fn certificate_upload(
    id: ConnectionId,
    credential_id: CredentialId,
    mapping: MappingRequest,
    state: State<'_, AppState>,
) -> Result<UploadOutcome, Failure> {
    let (mapping, consent) = mapping.parse()?;
    let sent = async {
        let endpoint = Endpoint::of(&state, &id, None).await?;
        upload::upload(endpoint.acting(&state), &id, &credential_id, mapping, consent).await
    };
    let sent = state.record_outcome(&id, Doing::Upload, Some(&credential_id), sent.await)?;
    share_slots(&state, &sent.0).await;
    UploadOutcome::new(sent)
}

/// Lets the user choose a vendor's certificate and says what it is; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn vendor_certificate_choose<R: Runtime>(
    id: ConnectionId,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<VendorCertificate>, Failure> {
    let connection = state.read(&id).await?;
    let title = "Choose a vendor’s certificate";
    let Some(path) = file_dialogs::choose_one(&window, title).await? else {
        return Ok(None);
    };
    let (file, content) = blocking(move || read_bounded(&path)).await?;
    let read = upload::read_vendors(content.expose());
    let (certificate, repairs) = match state.record_outcome(&id, Doing::Key, None, read) {
        Ok(read) => read,
        Err(refused) => {
            hold(&state, None);
            return Ok(Some(VendorCertificate {
                file,
                preview: None,
                repairs: Vec::new(),
                problems: vec![refused.into()],
            }));
        }
    };
    let read = read_list(&state, &connection).await?;
    let preview = UploadPreview::new(&state, &connection, &read, &certificate);
    hold(&state, Some((id, certificate)));
    Ok(Some(VendorCertificate { file, preview: Some(preview), repairs, problems: Vec::new() }))
}

/// Uploads the vendor's certificate that was chosen last for this connection.
#[tauri::command]
pub(crate) async fn vendor_certificate_upload(
    id: ConnectionId,
    vendor: String,
    mapping: MappingRequest,
    state: State<'_, AppState>,
) -> Result<UploadOutcome, Failure> {
    let held = state.vendor_certificate.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let chosen = held.filter(|(chosen_for, _)| *chosen_for == id);
    let (_, certificate) = chosen.ok_or(KeysError::CertificateMissing)?;
    let (mapping, consent) = mapping.parse()?;
    let sent = async {
        let endpoint = Endpoint::of(&state, &id, None).await?;
        upload::upload_vendors(endpoint.acting(&state), &id, &vendor, certificate, mapping, consent)
            .await
    };
    let sent = state.record_outcome(&id, Doing::Upload, None, sent.await)?;
    hold(&state, None);
    share_slots(&state, &sent.0).await;
    UploadOutcome::new(sent)
}

/// Lets go of the vendor's certificate.
#[tauri::command]
pub(crate) async fn vendor_certificate_discard(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<(), Failure> {
    let mut held = state.vendor_certificate.lock().unwrap_or_else(PoisonError::into_inner);
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
    state: State<'_, AppState>,
) -> Result<CertificateList, Failure> {
    let certificate_id = CertificateId::given(&certificate_id)?;
    revoke_one(&state, &id, &certificate_id, &typed, Cause::NotNeeded).await
}

/// The user says that an Administrator revoked a certificate in NetSuite.
#[tauri::command]
pub(crate) async fn certificate_revoked_by_hand(
    id: ConnectionId,
    certificate_id: String,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let certificate_id = CertificateId::given(&certificate_id)?;
    let (store, now) = (state.store.clone(), OffsetDateTime::now_utc());
    let told = blocking(move || revoke::on_word(&store, &id, &certificate_id, now)).await?;
    share_slots(&state, &told).await;
    Ok(ConnectionView::new(&told, now)?)
}

fn hold(state: &AppState, chosen: Option<(ConnectionId, Certificate)>) {
    *state.vendor_certificate.lock().unwrap_or_else(PoisonError::into_inner) = chosen;
}

impl UploadPreview {
    fn new(
        state: &AppState,
        connection: &Connection,
        read: &Read,
        certificate: &Certificate,
    ) -> Self {
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
            access: state.access(connection),
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
