//! `backup_read`, `backup_save`.

use std::path::PathBuf;

use certdesk_core::backup::{self, Archive, Chosen, Computer, Item, Protection};
use certdesk_core::connection::ConnectionId;
use certdesk_core::day::Day;
use certdesk_core::{Error, Result};
use local_files::proposed_name;
use tauri::{AppHandle, Runtime, WebviewWindow};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::backup::view::{
    BackupOverview, BackupProtection, RemovedView, RetiredKeyView, SavedBackup, UnfinishedRestore,
};
use crate::file_dialogs;
use crate::ipc::files::UnreadableDocument;
use crate::state::{AppState, blocking, state_of};

/// What there is to back up, to finish, and to bring back.
#[tauri::command]
pub(crate) async fn backup_read<R: Runtime>(app: AppHandle<R>) -> Result<BackupOverview, Failure> {
    Ok(blocking(move || overview(&state_of(&app))).await?)
}

/// Saves everything, or some connections for a colleague, to a file that the user chooses; `None`
/// when the user cancels. The file is read back and opened, and every private key in it made to
/// sign, before it counts.
#[tauri::command]
pub(crate) async fn backup_save<R: Runtime>(
    ids: Option<Vec<ConnectionId>>,
    with_keys: bool,
    protection: BackupProtection,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Option<SavedBackup>, Failure> {
    let protection = match protection {
        BackupProtection::Passphrase { passphrase } => Protection::passphrase(passphrase)?,
        BackupProtection::AgeKeys { text } => Protection::recipients(&text)?,
    };
    let (here, chosen) = (app.clone(), ids.map_or(Chosen::Everything, Chosen::Connections));
    // Before the dialog: nobody chooses a file that stays unwritten.
    let (collected, chosen) = blocking(move || {
        let state = state_of(&here);
        let now = OffsetDateTime::now_utc();
        let collect =
            |computer: &Computer<'_>| backup::collect(computer, &chosen, with_keys, VERSION, now);
        Ok((state.with_computer(collect)?, chosen))
    })
    .await?;
    let name = file_name(&collected.archive);
    let Some(path) = file_dialogs::save(&window, "Save backup", &name).await? else {
        return Ok(None);
    };
    let unreadable = collected.unreadable.iter().filter_map(UnreadableDocument::new).collect();
    let (archive, without_keys) = (collected.archive, collected.without_keys);
    let save = move || {
        backup::save(&archive, &protection, &path)?;
        let state = state_of(&app);
        if let Chosen::Connections(ids) = &chosen {
            let (now, file) = (OffsetDateTime::now_utc(), path.display().to_string());
            backup::handed_over(&state.store, ids, &file, archive.keys() > 0, now)?;
        }
        Ok(saved(&archive, path, without_keys, unreadable))
    };
    Ok(Some(blocking(save).await?))
}

fn overview(state: &AppState) -> Result<BackupOverview> {
    let (connections, banks) = (state.store.list()?, state.banks.list()?);
    let (records, removed) = (state.pro_records.list()?, state.removed.list()?);
    let plans = state.tba_plans.list()?;
    let mut unreadable = connections.unreadable;
    unreadable.extend(banks.unreadable.into_iter().chain(records.unreadable));
    unreadable.extend(plans.unreadable);
    unreadable.extend(removed.unreadable);
    let mut gone = removed.documents;
    gone.sort_by_key(|removed| std::cmp::Reverse(removed.removed_at));
    let view = |removed: certdesk_core::removed::RemovedConnection| {
        let replaced = state.store.path(&removed.connection.id).exists();
        RemovedView::new(removed, replaced)
    };
    let retired = connections.connections.iter().flat_map(RetiredKeyView::of);
    Ok(BackupOverview {
        retired_keys: retired.collect(),
        connections: connections.connections.len(),
        guides: banks.documents.len() + records.documents.len() + plans.documents.len(),
        unreadable: unreadable.iter().filter_map(UnreadableDocument::new).collect(),
        unfinished: backup::unfinished(&state.restores)?.map(UnfinishedRestore::from),
        removed: gone.into_iter().map(view).collect(),
    })
}

fn saved(
    archive: &Archive,
    path: PathBuf,
    without_keys: Vec<String>,
    unreadable: Vec<UnreadableDocument>,
) -> SavedBackup {
    let connections =
        archive.items.iter().filter(|item| matches!(item, Item::Connection(_))).count();
    SavedBackup {
        path: path.display().to_string(),
        connections,
        guides: archive.items.len() - connections,
        keys: archive.keys(),
        without_keys,
        unreadable,
    }
}

/// With the day, because a backup is never replaced.
fn file_name(archive: &Archive) -> String {
    let day = String::from(Day::of(archive.manifest.made_at));
    match &archive.items[..] {
        [only] => proposed_name(&[only.name(), &day], ENDING),
        _ => proposed_name(&["certdesk", &day], ENDING),
    }
}

impl AppState {
    /// Everything of this computer that a backup is made of.
    pub(crate) fn with_computer<T>(
        &self,
        work: impl FnOnce(&Computer<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let vault = |place| self.vaults.of(place);
        work(&Computer {
            store: &self.store,
            banks: &self.banks,
            pro_records: &self.pro_records,
            tba_plans: &self.tba_plans,
            removed: &self.removed,
            vault: &vault,
        })
    }
}

const VERSION: &str = env!("CARGO_PKG_VERSION");
const ENDING: &str = "backup.age";
