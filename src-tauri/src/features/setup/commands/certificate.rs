//! `certificate_make`, `certificate_save`.

use std::sync::Arc;

use certdesk_core::connection::{
    Connection, ConnectionId, Credential, CredentialId, Event, SavedFile,
};
use certdesk_core::error::ConnectionError;
use certdesk_core::files::export;
use certdesk_core::setup::Step;
use certdesk_core::vault::{self, EntryName};
use certdesk_core::{Error, Result};
use netsuite_keys::certificate::{Certificate, Subject};
use netsuite_keys::key::PrivateKey;
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::setup::view::certificate::{CertificateFormat, CertificateRequest};
use crate::file_dialogs;
use crate::ipc::connection::ConnectionView;
use crate::state::{AppState, blocking, state_of};

/// Waits for the key, keeps it in the vault, has it sign, and issues its certificate.
#[tauri::command]
pub(crate) async fn certificate_make<R: Runtime>(
    id: ConnectionId,
    request: CertificateRequest,
    app: AppHandle<R>,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let subject = Subject::new(&request.subject)?;
    let connection = state.read(&id).await?;
    fits(&connection, &request)?;
    let key = state.key_generation.start(&id, request.key_type).key().await?;
    Ok(blocking(move || keep_and_certify(&app, &id, &request, &subject, &key)).await?)
}

/// Writes a certificate to a file the user chooses; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn certificate_save<R: Runtime>(
    id: ConnectionId,
    credential_id: CredentialId,
    format: CertificateFormat,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<ConnectionView>, Failure> {
    let (title, name) = match format {
        CertificateFormat::Pem => ("Save public.pem", "public.pem"),
        CertificateFormat::Cer => ("Save public.cer", "public.cer"),
    };
    let name = state.read(&id).await?.file_name(name);
    let Some(path) = file_dialogs::save(&window, title, &name).await? else {
        return Ok(None);
    };
    blocking(move || {
        let state = state_of(&app);
        let connection = state.store.read(&id)?;
        let certificate = connection.credential(&credential_id)?.certificate()?;
        export::write_public(&path, certificate.to_pem().as_bytes())?;
        let (at, path) = (OffsetDateTime::now_utc(), path.display().to_string());
        let (connection, ()) = state.store.update(&id, |connection| {
            let saved = SavedFile { path: path.clone(), at };
            connection.credential_mut(&credential_id)?.saved_certificate = Some(saved);
            connection.note(at, Event::CertificateSaved { path });
            Ok(())
        })?;
        ConnectionView::new(&connection, at).map(Some)
    })
    .await
    .map_err(Failure::from)
}

/// Refuses before the wait what would be refused after it.
fn fits(connection: &Connection, request: &CertificateRequest) -> Result<()> {
    let target = connection
        .target
        .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Target }))?;
    target.recipe().takes_pair(request.key_type, request.algorithm)
}

/// The vault entry is named in the document before it is written, so that a process killed in
/// between leaves no key that nobody knows of.
fn keep_and_certify<R: Runtime>(
    app: &AppHandle<R>,
    id: &ConnectionId,
    request: &CertificateRequest,
    subject: &Subject,
    key: &Arc<PrivateKey>,
) -> Result<ConnectionView> {
    let state = state_of(app);
    let now = OffsetDateTime::now_utc();
    let certificate = Certificate::issue(key, subject, request.days, request.signature, now)?;
    let vault = state.vaults.for_new_keys()?;
    let name = EntryName::random();
    state.store.update(id, |connection| {
        connection.pending_keys.push(name.clone());
        Ok(())
    })?;
    let made = vault::keep(&*vault, &name, key).and_then(|()| {
        let (name, algorithm) = (name.clone(), request.algorithm);
        Credential::new(name, vault.place(), algorithm, &certificate, request.signature, now)
    });
    let credential = match made {
        Ok(credential) => credential,
        Err(error) => {
            give_up(&state, id, &*vault, &name);
            return Err(error);
        }
    };
    let (connection, ()) = state.store.update(id, |connection| {
        let certificate_id = credential.predicted_id.clone();
        connection.add_credential(credential);
        connection.note(now, Event::CertificateMade { certificate_id });
        Ok(())
    })?;
    state.key_generation.forget(id);
    ConnectionView::new(&connection, now)
}

/// Removes what an unsuccessful attempt may have stored. What cannot be removed now stays named in
/// the document and is removed at a later start.
fn give_up(state: &AppState, id: &ConnectionId, vault: &dyn vault::Vault, name: &EntryName) {
    let removed = vault.delete(name).and_then(|()| {
        state.store.update(id, |connection| {
            connection.pending_keys.retain(|pending| pending != name);
            Ok(())
        })
    });
    if let Err(error) = removed {
        tracing::warn!(%error, "an unfinished key stays until the next start");
    }
}
