//! `backup_choose`, `backup_open`, `backup_open_with_key`, `backup_close`, `backup_restore`,
//! `backup_discard`: a backup that was chosen. It is decrypted in memory and stays on this side.

use std::path::Path;

use certdesk_core::backup::{self, Archive, ItemId, Opening, Plan};
use certdesk_core::error::BackupError;
use certdesk_core::{Error, Result};
use netsuite_keys::secret::Passphrase;
use tauri::{AppHandle, Runtime, WebviewWindow};
use time::OffsetDateTime;

use crate::chosen_files::read_up_to;
use crate::failure::Failure;
use crate::features::backup::view::{BackupContents, BackupFile, RestoredBackup};
use crate::file_dialogs;
use crate::state::chosen_backup::ChosenBackup;
use crate::state::{AppState, blocking, state_of};

/// Lets the user choose a backup; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn backup_choose<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Option<BackupFile>, Failure> {
    let Some(path) = file_dialogs::choose_one(&window, "Choose backup").await? else {
        return Ok(None);
    };
    let choose = move || {
        let (name, file) = read_up_to(&path, LARGEST)?;
        if file.expose().len() > LARGEST {
            return Err(BackupError::TooLarge.into());
        }
        let opens = backup::opens(file.expose())?;
        let chosen = ChosenBackup { path, name: name.clone(), file, archive: None };
        *state_of(&app).chosen_backup() = Some(chosen);
        Ok(BackupFile::new(name, opens))
    };
    Ok(Some(blocking(choose).await?))
}

/// Opens the chosen backup with its passphrase, and says what is in it.
#[tauri::command]
pub(crate) async fn backup_open<R: Runtime>(
    passphrase: Passphrase,
    app: AppHandle<R>,
) -> Result<BackupContents, Failure> {
    Ok(blocking(move || open(&state_of(&app), &Opening::Passphrase(passphrase))).await?)
}

/// Opens the chosen backup with a secret age key in a file that the user chooses; `None` when the
/// user cancels.
#[tauri::command]
pub(crate) async fn backup_open_with_key<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Option<BackupContents>, Failure> {
    let Some(path) = file_dialogs::choose_one(&window, "Choose age key file").await? else {
        return Ok(None);
    };
    let open = move || {
        let (_, file) = read_up_to(&path, LARGEST_KEY_FILE)?;
        open(&state_of(&app), &Opening::keys(&file)?).map(Some)
    };
    Ok(blocking(open).await?)
}

/// Forgets the chosen backup.
#[tauri::command]
pub(crate) async fn backup_close<R: Runtime>(app: AppHandle<R>) -> Result<(), Failure> {
    *state_of(&app).chosen_backup() = None;
    Ok(())
}

/// Restores the documents that the user has chosen of the opened backup, and their keys.
#[tauri::command]
pub(crate) async fn backup_restore<R: Runtime>(
    taken: Vec<ItemId>,
    app: AppHandle<R>,
) -> Result<RestoredBackup, Failure> {
    let restore = move || {
        let state = state_of(&app);
        let chosen = state.chosen_backup().take();
        let chosen = chosen.ok_or(Error::Backup(BackupError::NotBackup))?;
        let restored = restore(&state, &chosen, &taken);
        if restored.is_err() {
            // To be tried again once its cause is gone.
            *state.chosen_backup() = Some(chosen);
        }
        restored
    };
    Ok(blocking(restore).await?)
}

/// Gives up a restore that did not come to its end.
#[tauri::command]
pub(crate) async fn backup_discard<R: Runtime>(app: AppHandle<R>) -> Result<(), Failure> {
    let discard = move || {
        let state = state_of(&app);
        state.with_computer(|computer| backup::discard(&state.restores, computer))
    };
    Ok(blocking(discard).await?)
}

fn open(state: &AppState, opening: &Opening) -> Result<BackupContents> {
    // Taken out meanwhile: deriving a key takes a second, and nobody else may wait for it.
    let chosen = state.chosen_backup().take();
    let mut chosen = chosen.ok_or(Error::Backup(BackupError::NotBackup))?;
    let opened = Archive::open(chosen.file.expose(), opening).and_then(|archive| {
        let contents = state.with_computer(|computer| {
            let compared = backup::compare(&archive, computer)?;
            Ok(BackupContents::new(chosen.name.clone(), &archive, &compared))
        })?;
        Ok((archive, contents))
    });
    let contents = opened.map(|(archive, contents)| {
        chosen.archive = Some(archive);
        contents
    });
    *state.chosen_backup() = Some(chosen);
    contents
}

fn restore(state: &AppState, chosen: &ChosenBackup, taken: &[ItemId]) -> Result<RestoredBackup> {
    let archive = chosen.archive.as_ref().ok_or(BackupError::NotBackup)?;
    let vault = state.vaults.for_new_keys()?;
    let (path, now) = (text(&chosen.path), OffsetDateTime::now_utc());
    let plan = Plan { archive, taken, path: &path, vault: &*vault, now };
    let restored = state
        .with_computer(|computer| backup::restore(&plan, computer, &state.restores, &|_| Ok(())))?;
    Ok(restored.into())
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

/// Of a thousand connections there are about 20 MB.
const LARGEST: usize = 256 * 1024 * 1024;
const LARGEST_KEY_FILE: usize = 64 * 1024;
