//! `api_secret_*`: API secrets of a bank. Their values come in here, are checked, saved to a file
//! or kept in the vault on request, and never go back.

use certdesk_core::connection::SavedFile;
use certdesk_core::day::Day;
use certdesk_core::error::ApiSecretError;
use certdesk_core::files::export;
use certdesk_core::guides::api_secret::value;
use certdesk_core::guides::api_secret::{
    BankBook, BankSecrets, BankSecretsId, SecretEntry, SecretKind, SecretsChange,
};
use certdesk_core::{Error, Result};
use local_files::proposed_name;
use netsuite_client::AccountId;
use netsuite_keys::secret::Secret;
use tauri::{AppHandle, Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::api_secrets::view::{BankSecretsView, SecretNotes, SecretsBoard};
use crate::file_dialogs;
use crate::ipc::known_account::KnownAccount;
use crate::state::api_secret_values;
use crate::state::{AppState, blocking, state_of};

/// Everything that was begun.
#[tauri::command]
pub(crate) async fn api_secret_list(state: State<'_, AppState>) -> Result<SecretsBoard, Failure> {
    let (book, store) = (state.banks.clone(), state.store.clone());
    let (found, contents) = blocking(move || Ok((book.list()?, store.list()?))).await?;
    Ok(SecretsBoard::new(found, &contents.connections))
}

/// Begins the pair of a bank.
#[tauri::command]
pub(crate) async fn api_secret_begin<R: Runtime>(
    account: String,
    bank: String,
    app: AppHandle<R>,
) -> Result<BankSecretsView, Failure> {
    let account = AccountId::parse(&account)?;
    work(app, move |state| {
        let bank = BankSecrets::new(account, &bank, OffsetDateTime::now_utc())?;
        state.banks.create(&bank)?;
        Ok(bank)
    })
    .await
}

/// One bank.
#[tauri::command]
pub(crate) async fn api_secret_read<R: Runtime>(
    id: BankSecretsId,
    app: AppHandle<R>,
) -> Result<BankSecretsView, Failure> {
    work(app, move |state| state.banks.read(id.as_str())).await
}

/// Makes one change. A value that is in memory is not let into it.
#[tauri::command]
pub(crate) async fn api_secret_change<R: Runtime>(
    id: BankSecretsId,
    change: SecretsChange,
    app: AppHandle<R>,
) -> Result<BankSecretsView, Failure> {
    work(app, move |state| {
        if state.api_secret_values.are_in(&id, &change.texts()) {
            return Err(ApiSecretError::TextHoldsValue.into());
        }
        let (all, now) = (all(&state.banks)?, OffsetDateTime::now_utc());
        let (bank, ()) = state.banks.update(id.as_str(), |bank| bank.change(change, &all, now))?;
        Ok(bank)
    })
    .await
}

/// Forgets a bank, with the values that are kept for it. Nothing in NetSuite changes.
#[tauri::command]
pub(crate) async fn api_secret_remove<R: Runtime>(
    id: BankSecretsId,
    app: AppHandle<R>,
) -> Result<(), Failure> {
    let removed = blocking(move || {
        let state = state_of(&app);
        let bank = state.banks.read(id.as_str())?;
        for kept in bank.secrets.iter().filter_map(|secret| secret.kept.as_ref()) {
            state.vaults.of(kept.place)?.delete(&kept.entry)?;
        }
        for entry in &bank.pending_entries {
            state.vaults.for_new_keys()?.delete(entry)?;
        }
        for secret in &bank.secrets {
            state.api_secret_values.forget(&id, secret.kind);
        }
        state.banks.remove(id.as_str())?;
        state.removed_guides().bank = Some(without_values(bank));
        Ok(())
    });
    Ok(removed.await?)
}

/// Brings the bank back that was removed last, without the values that were deleted.
#[tauri::command]
pub(crate) async fn api_secret_restore(state: State<'_, AppState>) -> Result<(), Failure> {
    Ok(state.bring_back(state.banks.clone(), |removed| &mut removed.bank).await?)
}

fn without_values(mut bank: BankSecrets) -> BankSecrets {
    bank.pending_entries.clear();
    for secret in &mut bank.secrets {
        secret.kept = None;
    }
    bank
}

/// What is to be said of names, IDs and days, as they are typed. Nothing is stored.
#[tauri::command]
pub(crate) async fn api_secret_check(
    id: BankSecretsId,
    secrets: Vec<SecretEntry>,
    state: State<'_, AppState>,
) -> Result<Vec<SecretNotes>, Failure> {
    let book = state.banks.clone();
    let notes = blocking(move || {
        let (bank, all) = (book.read(id.as_str())?, all(&book)?);
        let today = Day::of(OffsetDateTime::now_utc());
        Ok(SecretNotes::of_entries(&secrets, &bank, &all, today))
    });
    Ok(notes.await?)
}

/// Takes a value in, once it was typed the same way twice.
#[tauri::command]
pub(crate) async fn api_secret_value_hold<R: Runtime>(
    id: BankSecretsId,
    kind: SecretKind,
    value: Secret<String>,
    again: Secret<String>,
    app: AppHandle<R>,
) -> Result<BankSecretsView, Failure> {
    value::take(kind, &value, &again)?;
    hold(app, id, kind, value).await
}

/// Takes a value from a file; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn api_secret_value_choose<R: Runtime>(
    id: BankSecretsId,
    kind: SecretKind,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Option<BankSecretsView>, Failure> {
    let title = "Choose the file with the value";
    let Some(path) = file_dialogs::choose_one(&window, title).await? else {
        return Ok(None);
    };
    let value = blocking(move || {
        let (_, content) = crate::chosen_files::read_up_to(&path, MOST_BYTES)?;
        let text = std::str::from_utf8(content.expose())
            .map_err(|_| Error::ApiSecret(ApiSecretError::ValueNotText))?;
        let value = Secret::new(text.to_owned());
        value::check(kind, &value)?;
        Ok(value)
    });
    let value = value.await?;
    hold(app, id, kind, value).await.map(Some)
}

/// Writes a value to a file that the user chooses, for its owner alone; `None` when the user
/// cancels.
#[tauri::command]
pub(crate) async fn api_secret_value_save<R: Runtime>(
    id: BankSecretsId,
    kind: SecretKind,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
    state: State<'_, AppState>,
) -> Result<Option<BankSecretsView>, Failure> {
    let (title, name) = match kind {
        SecretKind::ClientId => ("Save client-id.txt", "client-id.txt"),
        SecretKind::ClientSecret => ("Save client-secret.txt", "client-secret.txt"),
        SecretKind::Preferences => ("Save preferences.txt", "preferences.txt"),
    };
    let (book, of) = (state.banks.clone(), id.clone());
    let bank = blocking(move || book.read(of.as_str())).await?;
    let name = proposed_name(&[&bank.bank], name);
    let Some(path) = file_dialogs::save(&window, title, &name).await? else {
        return Ok(None);
    };
    let saved = work(app, move |state| {
        let value = at_hand(state, &id, kind)?;
        export::write_private(&path, value.expose().as_bytes())?;
        let file = SavedFile { path: path.display().to_string(), at: OffsetDateTime::now_utc() };
        let (bank, ()) = state.banks.update(id.as_str(), |bank| {
            bank.secret_mut(kind)?.value_file = Some(file);
            Ok(())
        })?;
        Ok(bank)
    });
    saved.await.map(Some)
}

/// Keeps the value in the vault.
#[tauri::command]
pub(crate) async fn api_secret_value_keep<R: Runtime>(
    id: BankSecretsId,
    kind: SecretKind,
    app: AppHandle<R>,
) -> Result<BankSecretsView, Failure> {
    work(app, move |state| {
        let value = state.api_secret_values.copy(&id, kind).ok_or(ApiSecretError::ValueMissing)?;
        api_secret_values::store(&state.vaults, &state.banks, &id, kind, &value)
    })
    .await
}

/// Deletes the value from the vault.
#[tauri::command]
pub(crate) async fn api_secret_value_delete<R: Runtime>(
    id: BankSecretsId,
    kind: SecretKind,
    app: AppHandle<R>,
) -> Result<BankSecretsView, Failure> {
    work(app, move |state| {
        let (_, old) = state.banks.update(id.as_str(), |bank| bank.keep(kind, None))?;
        api_secret_values::delete_entries(&state.vaults, &state.banks, &id, old);
        state.banks.read(id.as_str())
    })
    .await
}

/// Lets go of the value in memory.
#[tauri::command]
pub(crate) async fn api_secret_value_forget<R: Runtime>(
    id: BankSecretsId,
    kind: SecretKind,
    app: AppHandle<R>,
) -> Result<BankSecretsView, Failure> {
    state_of(&app).api_secret_values.forget(&id, kind);
    work(app, move |state| state.banks.read(id.as_str())).await
}

/// Lets go of every value in memory: the screen is left.
#[tauri::command]
pub(crate) fn api_secret_values_discard(state: State<'_, AppState>) {
    state.api_secret_values.discard();
}

/// Names and IDs that were typed before must not have the value in them.
async fn hold<R: Runtime>(
    app: AppHandle<R>,
    id: BankSecretsId,
    kind: SecretKind,
    value: Secret<String>,
) -> Result<BankSecretsView, Failure> {
    work(app, move |state| {
        let bank = state.banks.read(id.as_str())?;
        bank.secret(kind)?;
        if bank.texts().iter().any(|text| value::is_in(&value, text)) {
            return Err(ApiSecretError::TextHoldsValue.into());
        }
        state.api_secret_values.hold(&id, kind, value);
        Ok(bank)
    })
    .await
}

/// The value in memory, else the one that is kept.
fn at_hand(state: &AppState, id: &BankSecretsId, kind: SecretKind) -> Result<Secret<String>> {
    if let Some(value) = state.api_secret_values.copy(id, kind) {
        return Ok(value);
    }
    let bank = state.banks.read(id.as_str())?;
    let kept = bank.secret(kind)?.kept.as_ref().ok_or(ApiSecretError::ValueMissing)?;
    api_secret_values::load(&state.vaults, kept)
}

/// Works on documents, off the threads that serve the window, and shows what came of it.
async fn work<R: Runtime>(
    app: AppHandle<R>,
    work: impl FnOnce(&AppState) -> Result<BankSecrets> + Send + 'static,
) -> Result<BankSecretsView, Failure> {
    let view = blocking(move || {
        let state = state_of(&app);
        let bank = work(&state)?;
        let client = KnownAccount::client_of(&bank.account, &state.store.list()?.connections);
        let today = Day::of(OffsetDateTime::now_utc());
        let held = |kind| state.api_secret_values.report(&bank.id, kind);
        Ok(BankSecretsView::new(&bank, client, &all(&state.banks)?, held, today))
    });
    Ok(view.await?)
}

fn all(book: &BankBook) -> Result<Vec<BankSecrets>> {
    Ok(book.list()?.documents)
}

/// A million characters, each of four bytes at most.
const MOST_BYTES: usize = 4 * value::MOST_CHARACTERS;
