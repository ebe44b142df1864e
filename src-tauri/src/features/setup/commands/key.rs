//! `key_search`, `key_search_cancel`, `key_progress`, `key_export`.

use std::time::Duration;

use certdesk_core::connection::{ConnectionId, CredentialId, Event, ExportedKey};
use certdesk_core::files::export;
use certdesk_core::{Error, vault};
use netsuite_keys::key::{KeyType, PemForm};
use netsuite_keys::secret::Passphrase;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::setup::view::key::{KeyProgress, KeySearchOutcome};
use crate::file_dialogs;
use crate::ipc::connection::ConnectionView;
use crate::state::{AppState, blocking, state_of};

/// Looks for a key until it is found or the search is cancelled. A second call for the same
/// connection and type joins; another type takes its place.
#[tauri::command]
pub(crate) async fn key_search(
    id: ConnectionId,
    key_type: KeyType,
    on_progress: Channel<KeyProgress>,
    state: State<'_, AppState>,
) -> Result<KeySearchOutcome, Failure> {
    let search = state.key_generation.start(&id, key_type);
    let key = search.key();
    tokio::pin!(key);
    let mut tick = tokio::time::interval(BETWEEN_PROGRESS);
    loop {
        tokio::select! {
            outcome = &mut key => return match outcome {
                Ok(_) => Ok(KeySearchOutcome::Found),
                Err(Error::Cancelled) => Ok(KeySearchOutcome::Cancelled),
                Err(error) => Err(error.into()),
            },
            _ = tick.tick() => {
                // A page that went away no longer listens; the search goes on without it.
                drop(on_progress.send(search.search.progress().into()));
            }
        }
    }
}

/// Ends a connection's key search.
#[tauri::command]
pub(crate) fn key_search_cancel(id: ConnectionId, state: State<'_, AppState>) {
    state.key_generation.cancel(&id);
}

/// How far a connection's key search is, whoever started it; `None` where there is none. Starts none.
#[tauri::command]
pub(crate) fn key_progress(id: ConnectionId, state: State<'_, AppState>) -> Option<KeyProgress> {
    state.key_generation.progress(&id).map(KeyProgress::from)
}

/// Writes a private key to a file the user chooses; `None` when the user cancels. `form` is how it
/// is written without a passphrase; with one it is encrypted PKCS#8.
#[tauri::command]
pub(crate) async fn key_export<R: Runtime>(
    id: ConnectionId,
    credential_id: CredentialId,
    passphrase: Option<Passphrase>,
    form: PemForm,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<ConnectionView>, Failure> {
    let chosen = |passphrase: Passphrase| Passphrase::chosen(passphrase.expose().to_owned());
    let passphrase = passphrase.map(chosen).transpose()?;
    let (title, name) = match form {
        _ if passphrase.is_some() => PEM_FILE,
        PemForm::Pkcs8OneLine | PemForm::Pkcs8Base64 => ("Save private-key.txt", "private-key.txt"),
        PemForm::Pkcs8Lines | PemForm::Traditional | PemForm::File => PEM_FILE,
    };
    let name = state.read(&id).await?.file_name(name);
    let Some(path) = file_dialogs::save(&window, title, &name).await? else {
        return Ok(None);
    };
    blocking(move || {
        let state = state_of(&app);
        let connection = state.store.read(&id)?;
        let credential = connection.credential(&credential_id)?;
        let key = vault::load(&*state.vaults.of(credential.vault)?, &credential.key)?;
        match &passphrase {
            Some(passphrase) => {
                export::write_encrypted(&path, key.to_encrypted_pem(passphrase)?.as_bytes())?;
            }
            None => export::write_private(&path, key.to_pem_in(form)?.as_bytes())?,
        }
        let (at, path) = (OffsetDateTime::now_utc(), path.display().to_string());
        let encrypted = passphrase.is_some();
        let (connection, ()) = state.store.update(&id, |connection| {
            let exported = ExportedKey { path: path.clone(), at, encrypted, form };
            connection.credential_mut(&credential_id)?.exported_key = Some(exported);
            connection.note(at, Event::KeyExported { path, encrypted });
            Ok(())
        })?;
        ConnectionView::new(&connection, at).map(Some)
    })
    .await
    .map_err(Failure::from)
}

const PEM_FILE: (&str, &str) = ("Save private.pem", "private.pem");

/// Often enough to look alive, seldom enough to cost nothing.
const BETWEEN_PROGRESS: Duration = Duration::from_millis(150);
