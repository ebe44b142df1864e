//! `doctor_open`, `doctor_close`, `doctor_choose`, `doctor_paste`, `doctor_read`, `doctor_unlock`,
//! `doctor_remove`, `doctor_aim`, `doctor_bring`: files on the doctor's table. Their bytes stay on
//! this side.

use netsuite_m2m::kit::Target;
use netsuite_m2m::secret::Passphrase;
use tauri::{AppHandle, Runtime, WebviewWindow};

use super::app::desk as desk_of;
use super::pair::hold_pair;
use crate::desk::blocking;
use crate::dialogs;
use crate::doctor::Doctor;
use crate::failure::Failure;
use crate::wire::doctor::DoctorView;
use crate::wire::pair::PairView;

/// Opens the table, empty.
#[tauri::command]
pub(crate) async fn doctor_open<R: Runtime>(app: AppHandle<R>) -> Result<DoctorView, Failure> {
    at_table(app, Doctor::open).await
}

/// Clears the table.
#[tauri::command]
pub(crate) async fn doctor_close<R: Runtime>(app: AppHandle<R>) -> Result<(), Failure> {
    at_table(app, |doctor| {
        doctor.close();
        Ok(())
    })
    .await
}

/// What lies on the table, after files were dropped.
#[tauri::command]
pub(crate) async fn doctor_read<R: Runtime>(app: AppHandle<R>) -> Result<DoctorView, Failure> {
    at_table(app, Doctor::view).await
}

/// Lets the user choose files; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn doctor_choose<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Option<DoctorView>, Failure> {
    let Some(paths) = dialogs::choose(&window, "Choose files to examine").await? else {
        return Ok(None);
    };
    at_table(app, move |doctor| doctor.add(&paths)).await.map(Some)
}

/// Adds a text that was pasted, under a name that the window gives it.
#[tauri::command]
pub(crate) async fn doctor_paste<R: Runtime>(
    name: String,
    text: String,
    app: AppHandle<R>,
) -> Result<DoctorView, Failure> {
    at_table(app, move |doctor| doctor.paste(name, text)).await
}

/// Opens what is locked in a file.
#[tauri::command]
pub(crate) async fn doctor_unlock<R: Runtime>(
    file: u32,
    passphrase: Passphrase,
    app: AppHandle<R>,
) -> Result<DoctorView, Failure> {
    at_table(app, move |doctor| doctor.unlock(file, passphrase)).await
}

/// Takes files off the table.
#[tauri::command]
pub(crate) async fn doctor_remove<R: Runtime>(
    files: Vec<u32>,
    app: AppHandle<R>,
) -> Result<DoctorView, Failure> {
    at_table(app, move |doctor| doctor.remove(&files)).await
}

/// Looks at the rules of a target as well, or no longer.
#[tauri::command]
pub(crate) async fn doctor_aim<R: Runtime>(
    target: Option<Target>,
    app: AppHandle<R>,
) -> Result<DoctorView, Failure> {
    at_table(app, move |doctor| doctor.aim(target)).await
}

/// Hands a pair on the table over to where a connection is made of it.
#[tauri::command]
pub(crate) async fn doctor_bring<R: Runtime>(
    files: Vec<u32>,
    app: AppHandle<R>,
) -> Result<PairView, Failure> {
    let bring = move || {
        let desk = desk_of(&app);
        let (key, certificate) = desk.doctor.pair(&files)?;
        Ok(hold_pair(&desk, &desk.doctor.view()?, &files, key, certificate))
    };
    Ok(blocking(bring).await?)
}

/// At the table a passphrase may be tried, which takes its time.
async fn at_table<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&Doctor) -> netsuite_m2m::Result<T> + Send + 'static,
) -> Result<T, Failure> {
    Ok(blocking(move || work(&desk_of(&app).doctor)).await?)
}
