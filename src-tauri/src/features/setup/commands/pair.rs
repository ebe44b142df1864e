//! `pair_choose`, `pair_unlock`, `pair_import`, `pair_discard`: bringing a key and a certificate
//! that exist already. Both stay on this side until they are brought or let go.

use certdesk_core::connection::{Connection, Credential, Event};
use certdesk_core::error::{KeysError, UploadError};
use certdesk_core::vault::{self, EntryName};
use certdesk_core::{Error, Result};
use netsuite_keys::certificate::{Certificate, Signature};
use netsuite_keys::key::PrivateKey;
use netsuite_keys::material::{self, Material};
use netsuite_keys::repair::{self, Repaired};
use netsuite_keys::secret::{Passphrase, Secret};
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::chosen_files::read_bounded;
use crate::failure::{Failure, KeysFailure};
use crate::features::setup::view::pair::{ChosenFile, FileKind, PairView};
use crate::file_dialogs;
use crate::ipc::connection::ConnectionView;
use crate::state::chosen_pair::{ChosenContent, ChosenPair};
use crate::state::{AppState, blocking, state_of};

/// Lets the user choose files and says what is in them; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn pair_choose<R: Runtime>(
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<PairView>, Failure> {
    let title = "Choose a private key and its certificate";
    let Some(paths) = file_dialogs::choose(&window, title).await? else {
        return Ok(None);
    };
    let (chosen, view) = blocking(move || {
        let files = paths.iter().map(|path| Ok(repaired(read_bounded(path)?)));
        Ok(look(files.collect::<Result<Vec<_>>>()?, None))
    })
    .await?;
    put(&state, Some(chosen));
    Ok(Some(view))
}

/// Opens the chosen key with its passphrase.
#[tauri::command]
pub(crate) async fn pair_unlock(
    passphrase: Passphrase,
    state: State<'_, AppState>,
) -> Result<PairView, Failure> {
    let Some(ChosenPair { files, .. }) = put(&state, None) else {
        return Err(Error::Keys(KeysError::PrivateKeyMissing).into());
    };
    let (chosen, view) = blocking(move || Ok(look(files, Some(&passphrase)))).await?;
    put(&state, Some(chosen));
    // The files are as they were; what is wrong was typed.
    if view
        .problems
        .iter()
        .any(|problem| matches!(problem, Failure::Keys(KeysFailure::PassphraseWrong)))
    {
        return Err(Error::Keys(KeysError::PassphraseWrong).into());
    }
    Ok(view)
}

/// Makes a connection whose credential is the chosen pair.
#[tauri::command]
pub(crate) async fn pair_import<R: Runtime>(
    name: String,
    app: AppHandle<R>,
) -> Result<ConnectionView, Failure> {
    blocking(move || {
        let state = state_of(&app);
        let now = OffsetDateTime::now_utc();
        let mut connection = Connection::new(&name, false, now)?;
        let chosen = put(&state, None);
        let Some((key, certificate)) = chosen.as_ref().and_then(|chosen| chosen.pair.as_ref())
        else {
            return Err(KeysError::PairDiffers.into());
        };
        let imported = import(&state, &mut connection, key, certificate, now);
        if imported.is_err() {
            // The user may try again, after unlocking the keychain for example.
            put(&state, chosen);
        }
        imported
    })
    .await
    .map_err(Failure::from)
}

/// Lets go of the chosen files.
#[tauri::command]
pub(crate) fn pair_discard(state: State<'_, AppState>) {
    put(&state, None);
}

/// Holds a pair that was read elsewhere, as if its files had been chosen here.
pub(crate) fn hold_pair(
    state: &AppState,
    files: Vec<ChosenFile>,
    key: PrivateKey,
    certificate: Certificate,
) -> PairView {
    let mut view = PairView { files, ..PairView::default() };
    let pair = judge((key, certificate), &mut view);
    put(state, Some(ChosenPair { files: Vec::new(), pair }));
    view
}

fn import(
    state: &AppState,
    connection: &mut Connection,
    key: &PrivateKey,
    certificate: &Certificate,
    now: OffsetDateTime,
) -> Result<ConnectionView> {
    let vault = state.vaults.for_new_keys()?;
    let entry = EntryName::random();
    connection.pending_keys.push(entry.clone());
    state.store.create(connection)?;
    let made = vault::keep(&*vault, &entry, key).and_then(|()| {
        let algorithm = key.key_type().algorithms().first().copied();
        let algorithm = algorithm.ok_or(KeysError::AlgorithmNotForKey)?;
        // How a foreign certificate was signed matters to nobody once it is made.
        Credential::new(entry.clone(), vault.place(), algorithm, certificate, Signature::Plain, now)
    });
    let kept = made.and_then(|credential| {
        let certificate_id = credential.predicted_id.clone();
        let (kept, ()) = state.store.update(&connection.id, |connection| {
            connection.add_credential(credential);
            connection.note(now, Event::PairImported { certificate_id });
            Ok(())
        })?;
        ConnectionView::new(&kept, now)
    });
    kept.inspect_err(|_| {
        if vault.delete(&entry).and_then(|()| state.store.remove(&connection.id)).is_err() {
            tracing::warn!("an unfinished connection stays until it is removed");
        }
    })
}

/// What the files hold, and what stands against bringing them.
fn look(files: Vec<ChosenContent>, passphrase: Option<&Passphrase>) -> (ChosenPair, PairView) {
    let mut view = PairView::default();
    for file in &files {
        match material::read(file.content.expose()) {
            Ok(found) => view.files.extend(found.iter().map(|found| named(file, found))),
            Err(error) => {
                view.files.push(ChosenFile {
                    name: file.name.clone(),
                    what: FileKind::Unknown,
                    detail: None,
                    repairs: Vec::new(),
                });
                view.problems.push(error.into());
            }
        }
    }
    let contents: Vec<&[u8]> = files.iter().map(|file| file.content.expose().as_slice()).collect();
    let pair = if view.problems.is_empty() { pair(&contents, passphrase, &mut view) } else { None };
    (ChosenPair { files, pair }, view)
}

fn pair(
    contents: &[&[u8]],
    passphrase: Option<&Passphrase>,
    view: &mut PairView,
) -> Option<(PrivateKey, Certificate)> {
    let refused = match material::pair(contents, passphrase) {
        Ok(found) => return judge(found, view),
        Err(refused) => refused,
    };
    if matches!(refused, KeysError::PassphraseNeeded | KeysError::PassphraseWrong) {
        view.needs_passphrase = true;
    }
    if !matches!(refused, KeysError::PassphraseNeeded) {
        view.problems.push(refused.into());
    }
    None
}

/// Whether a pair can be brought, and what it is.
fn judge(
    found: (PrivateKey, Certificate),
    view: &mut PairView,
) -> Option<(PrivateKey, Certificate)> {
    match usable(found) {
        Ok((key, certificate)) => {
            view.key_type = Some(key.key_type());
            view.certificate_id = Some(certificate.id().to_string());
            view.subject = Some(certificate.subject());
            view.valid_until = Some(certificate.not_after());
            Some((key, certificate))
        }
        Err(refused) => {
            view.problems.push(refused.into());
            None
        }
    }
}

/// A pair whose time is over proves nothing; a new one is quicker made than brought.
fn usable((key, certificate): (PrivateKey, Certificate)) -> Result<(PrivateKey, Certificate)> {
    certificate.key_type()?;
    let now = OffsetDateTime::now_utc();
    if certificate.not_after() <= now {
        return Err(Error::Upload(UploadError::CertificateExpired { at: certificate.not_after() }));
    }
    if certificate.not_before() > now {
        return Err(Error::Upload(UploadError::CertificateNotYetValid {
            at: certificate.not_before(),
        }));
    }
    Ok((key, certificate))
}

fn named(file: &ChosenContent, found: &Material) -> ChosenFile {
    let (what, detail) = match found {
        Material::Certificate(certificate) => (FileKind::Certificate, Some(certificate.subject())),
        Material::PrivateKey(_) => (FileKind::PrivateKey, None),
        Material::EncryptedPrivateKey(_) => (FileKind::EncryptedPrivateKey, None),
        Material::PublicKey => (FileKind::PublicKey, None),
        Material::CertificateRequest => (FileKind::CertificateRequest, None),
        Material::Unknown(label) => (FileKind::Unknown, Some(label.clone())),
    };
    ChosenFile { name: file.name.clone(), what, detail, repairs: file.repairs.clone() }
}

/// A file as it is used from here on. What had happened to it on its way is told beside its name.
fn repaired((name, content): (String, Secret)) -> ChosenContent {
    match repair::repair(content.expose()) {
        Some(Repaired { text, repairs, .. }) => {
            ChosenContent { name, content: Secret::new(text.as_bytes().to_vec()), repairs }
        }
        None => ChosenContent { name, content, repairs: Vec::new() },
    }
}

fn put(state: &AppState, pair: Option<ChosenPair>) -> Option<ChosenPair> {
    let mut chosen = state.chosen_pair.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    std::mem::replace(&mut chosen, pair)
}
