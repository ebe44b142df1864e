//! `upload_request_read`, `upload_request_save`, `vendor_request_choose`, `vendor_request_read`,
//! `vendor_request_save`: what an administrator is asked to do by hand.

use std::path::Path;
use std::sync::PoisonError;

use certdesk_core::Error;
use certdesk_core::connection::{Connection, ConnectionId, CredentialId, VendorCertificate};
use certdesk_core::error::KeysError;
use certdesk_core::files::export;
use certdesk_core::handover::administrator::Request;
use certdesk_core::netsuite::upload;
use tauri::{Runtime, State, WebviewWindow};

use crate::chosen_files::read_bounded;
use crate::failure::Failure;
use crate::features::administrator::view::{UploadRequest, VendorFile, VendorRequest};
use crate::file_dialogs;
use crate::state::{AppState, blocking};

/// The message for a credential's certificate.
#[tauri::command]
pub(crate) async fn upload_request_read(
    id: ConnectionId,
    credential_id: CredentialId,
    state: State<'_, AppState>,
) -> Result<UploadRequest, Failure> {
    let (_, request) = ours(&state, &id, &credential_id).await?;
    Ok(UploadRequest::new(&request))
}

/// The same as a page, written to a file the user chooses; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn upload_request_save<R: Runtime>(
    id: ConnectionId,
    credential_id: CredentialId,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<String>, Failure> {
    let (connection, request) = ours(&state, &id, &credential_id).await?;
    save(&window, &connection.file_name(PAGE), request).await
}

/// Lets the user choose a vendor's certificate that an administrator is to upload; `None` when the
/// user cancels. Asks nothing of NetSuite.
#[tauri::command]
pub(crate) async fn vendor_request_choose<R: Runtime>(
    id: ConnectionId,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<VendorFile>, Failure> {
    let title = "Choose a vendor’s certificate";
    let Some(path) = file_dialogs::choose_one(&window, title).await? else {
        return Ok(None);
    };
    let (file, content) = blocking(move || read_bounded(&path)).await?;
    let (certificate, repairs) = upload::read_vendors(content.expose())?;
    let chosen = VendorFile::new(&file, &certificate, repairs);
    *state.vendor_request.lock().unwrap_or_else(PoisonError::into_inner) =
        Some((id, file, certificate));
    Ok(Some(chosen))
}

/// The message for the vendor's certificate that was chosen last for this connection.
#[tauri::command]
pub(crate) async fn vendor_request_read(
    id: ConnectionId,
    request: VendorRequest,
    state: State<'_, AppState>,
) -> Result<UploadRequest, Failure> {
    let (_, request) = vendors(&state, &id, &request).await?;
    Ok(UploadRequest::new(&request))
}

/// The same as a page, written to a file the user chooses; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn vendor_request_save<R: Runtime>(
    id: ConnectionId,
    request: VendorRequest,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<String>, Failure> {
    let (connection, request) = vendors(&state, &id, &request).await?;
    save(&window, &connection.file_name(PAGE), request).await
}

async fn ours(
    state: &AppState,
    id: &ConnectionId,
    credential: &CredentialId,
) -> Result<(Connection, Request), Error> {
    let connection = state.read(id).await?;
    let credential = connection.credential(credential)?;
    let saved = credential.saved_certificate.as_ref();
    let saved = saved.and_then(|saved| Path::new(&saved.path).file_name());
    let file = saved.map_or_else(
        || connection.file_name("public.pem"),
        |name| name.to_string_lossy().into_owned(),
    );
    let app_url = state.origin(&connection).await?.app_url();
    let request = Request::of(&connection, credential, &app_url, &file)?;
    Ok((connection, request))
}

async fn vendors(
    state: &AppState,
    id: &ConnectionId,
    asked: &VendorRequest,
) -> Result<(Connection, Request), Error> {
    let held = state.vendor_request.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let chosen = held.filter(|(chosen_for, ..)| chosen_for == id);
    let (_, file, certificate) = chosen.ok_or(KeysError::CertificateMissing)?;
    let connection = state.read(id).await?;
    let vendor = VendorCertificate::new(&asked.vendor, &certificate)?;
    let app_url = state.origin(&connection).await?.app_url();
    let whose = (asked.entity_name.as_str(), asked.role_name.as_str());
    let request = Request::of_vendor(&connection, &vendor, whose, &app_url, &file)?;
    Ok((connection, request))
}

async fn save<R: Runtime>(
    window: &WebviewWindow<R>,
    name: &str,
    request: Request,
) -> Result<Option<String>, Failure> {
    let Some(path) = file_dialogs::save(window, TITLE, name).await? else {
        return Ok(None);
    };
    Ok(blocking(move || {
        export::write_public(&path, request.html().as_bytes())?;
        Ok(Some(path.display().to_string()))
    })
    .await?)
}

const TITLE: &str = "Save page for the administrator";
const PAGE: &str = "netsuite-certificate.html";
