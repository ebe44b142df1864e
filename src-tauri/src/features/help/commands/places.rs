//! `app_places`, `place_open`: where things lie on this computer.

use std::path::PathBuf;

use certdesk_core::Error;
use tauri::{AppHandle, Manager as _, Runtime};

use crate::failure::{AppFailure, Failure};
use crate::features::help::view::places::{PlaceKind, PlaceView};
use crate::state::state_of;

/// All places, there or not.
#[tauri::command]
pub(crate) fn app_places<R: Runtime>(app: AppHandle<R>) -> Result<Vec<PlaceView>, Failure> {
    let place = |kind| {
        let path = path(&app, kind)?;
        Ok(PlaceView { kind, exists: path.exists(), path: path.display().to_string() })
    };
    PLACES.into_iter().map(place).collect()
}

/// Opens the folder of a place in the system's file manager.
// Not on the main thread: handing over to another program can take a while.
#[tauri::command(async)]
pub(crate) fn place_open<R: Runtime>(place: PlaceKind, app: AppHandle<R>) -> Result<(), Failure> {
    let path = path(&app, place)?;
    let folder = if path.is_dir() { Some(path.as_path()) } else { path.parent() };
    let folder = folder.filter(|folder| folder.is_dir());
    let not_opened = || AppFailure::FolderNotOpened { path: path.display().to_string() };
    open::that_detached(folder.ok_or_else(not_opened)?).map_err(|_| not_opened().into())
}

fn path<R: Runtime>(app: &AppHandle<R>, kind: PlaceKind) -> Result<PathBuf, Failure> {
    let state = state_of(app);
    Ok(match kind {
        PlaceKind::Data => state.data.clone(),
        PlaceKind::Connections => state.data.join("connections"),
        PlaceKind::ProRecords => state.pro_records.folder().to_owned(),
        PlaceKind::Banks => state.banks.folder().to_owned(),
        PlaceKind::TbaPlans => state.tba_plans.folder().to_owned(),
        PlaceKind::Removed => state.data.join("removed"),
        PlaceKind::KeyFiles => state.vaults.folder().to_owned(),
        PlaceKind::Practice => state.data.join("practice-account.json"),
        PlaceKind::WebView => {
            let folder = app.path().app_local_data_dir();
            folder.map_err(|_| Error::Unexpected("the system names no folder for the web view"))?
        }
    })
}

const PLACES: [PlaceKind; 9] = [
    PlaceKind::Data,
    PlaceKind::Connections,
    PlaceKind::ProRecords,
    PlaceKind::Banks,
    PlaceKind::TbaPlans,
    PlaceKind::Removed,
    PlaceKind::KeyFiles,
    PlaceKind::Practice,
    PlaceKind::WebView,
];
