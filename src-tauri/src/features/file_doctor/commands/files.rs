//! `file_doctor_open`, `file_doctor_close`, `file_doctor_choose`, `file_doctor_paste`, `file_doctor_read`, `file_doctor_unlock`,
//! `file_doctor_remove`, `file_doctor_aim`, `file_doctor_bring`, `file_doctor_save`, `file_doctor_save_repaired`: files that the doctor examines.
//! Their bytes stay on this side.

use certdesk_core::files::export;
use certdesk_core::target::Target;
use netsuite_keys::doctor::{Conversion, Kind};
use netsuite_keys::secret::Passphrase;
use tauri::{AppHandle, Manager as _, Runtime, WebviewWindow};

use crate::failure::Failure;
use crate::features::file_doctor::examined_files::{FileDoctor, RepairedFile};
use crate::features::file_doctor::view::files::DoctorView;
use crate::features::setup::commands::pair::hold_pair;
use crate::features::setup::view::pair::{ChosenFile, FileKind, PairView};
use crate::file_dialogs;
use crate::state::{blocking, state_of};

/// Starts with no files.
#[tauri::command]
pub(crate) async fn file_doctor_open<R: Runtime>(app: AppHandle<R>) -> Result<DoctorView, Failure> {
    with_files(app, |doctor| Ok(doctor.open())).await
}

/// Lets go of all files.
#[tauri::command]
pub(crate) async fn file_doctor_close<R: Runtime>(app: AppHandle<R>) -> Result<(), Failure> {
    with_files(app, |doctor| {
        doctor.close();
        Ok(())
    })
    .await
}

/// The files, after some were dropped.
#[tauri::command]
pub(crate) async fn file_doctor_read<R: Runtime>(app: AppHandle<R>) -> Result<DoctorView, Failure> {
    with_files(app, |doctor| Ok(doctor.view())).await
}

/// Lets the user choose files; `None` when the user cancels.
#[tauri::command]
pub(crate) async fn file_doctor_choose<R: Runtime>(
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Option<DoctorView>, Failure> {
    let Some(paths) = file_dialogs::choose(&window, "Choose files to examine").await? else {
        return Ok(None);
    };
    with_files(app, move |doctor| doctor.add(&paths)).await.map(Some)
}

/// Adds a text that was pasted, under a name that the window gives it.
#[tauri::command]
pub(crate) async fn file_doctor_paste<R: Runtime>(
    name: String,
    text: String,
    app: AppHandle<R>,
) -> Result<DoctorView, Failure> {
    with_files(app, move |doctor| doctor.paste(name, text)).await
}

/// Opens what is locked in a file.
#[tauri::command]
pub(crate) async fn file_doctor_unlock<R: Runtime>(
    file: u32,
    passphrase: Passphrase,
    app: AppHandle<R>,
) -> Result<DoctorView, Failure> {
    with_files(app, move |doctor| doctor.unlock(file, passphrase)).await
}

/// Removes files.
#[tauri::command]
pub(crate) async fn file_doctor_remove<R: Runtime>(
    files: Vec<u32>,
    app: AppHandle<R>,
) -> Result<DoctorView, Failure> {
    with_files(app, move |doctor| Ok(doctor.remove(&files))).await
}

/// Looks at the rules of a target as well, or no longer.
#[tauri::command]
pub(crate) async fn file_doctor_aim<R: Runtime>(
    target: Option<Target>,
    app: AppHandle<R>,
) -> Result<DoctorView, Failure> {
    with_files(app, move |doctor| Ok(doctor.aim(target))).await
}

/// Hands a pair over to where a connection is made of it.
#[tauri::command]
pub(crate) async fn file_doctor_bring<R: Runtime>(
    files: Vec<u32>,
    app: AppHandle<R>,
) -> Result<PairView, Failure> {
    let bring = move || {
        let doctor = app.state::<FileDoctor>();
        let (key, certificate) = doctor.pair(&files)?;
        Ok(hold_pair(&state_of(&app), chosen(&doctor.view(), &files), key, certificate))
    };
    Ok(blocking(bring).await?)
}

/// Writes a key or certificate in another form to a file the user chooses, and says where; `None`
/// when the user cancels. What is private is a new file that only its owner may read.
#[tauri::command]
pub(crate) async fn file_doctor_save<R: Runtime>(
    file: u32,
    item: usize,
    form: Conversion,
    passphrase: Option<Passphrase>,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Option<String>, Failure> {
    let chosen = |passphrase: Passphrase| Passphrase::chosen(passphrase.expose().to_owned());
    let passphrase = passphrase.map(chosen).transpose()?;
    let convert = move |doctor: &FileDoctor| doctor.convert(file, item, form, passphrase.as_ref());
    let content = with_files(app, convert).await?;
    let name = form.file_name();
    let Some(path) = file_dialogs::save(&window, &format!("Save {name}"), name).await? else {
        return Ok(None);
    };
    let write = move || {
        let write = match form {
            _ if form.wants_passphrase() => export::write_encrypted,
            _ if form.is_private() => export::write_private,
            _ => export::write_public,
        };
        write(&path, &content)?;
        Ok(Some(path.display().to_string()))
    };
    Ok(blocking(write).await?)
}

/// Writes the repaired text of a file to another one that the user chooses, and says where; `None` when the user cancels.
/// What holds a private key is a new file that only its owner may read.
#[tauri::command]
pub(crate) async fn file_doctor_save_repaired<R: Runtime>(
    file: u32,
    app: AppHandle<R>,
    window: WebviewWindow<R>,
) -> Result<Option<String>, Failure> {
    let RepairedFile { name, text, is_private } =
        with_files(app, move |doctor| doctor.repaired(file)).await?;
    let Some(path) = file_dialogs::save(&window, &format!("Save {name}"), &name).await? else {
        return Ok(None);
    };
    let write = move || {
        let write = if is_private { export::write_private } else { export::write_public };
        write(&path, &text)?;
        Ok(Some(path.display().to_string()))
    };
    Ok(blocking(write).await?)
}

/// What the chosen ones of the files hold, as where a connection is made of them.
fn chosen(examined: &DoctorView, numbers: &[u32]) -> Vec<ChosenFile> {
    let named = |kind| match kind {
        Kind::Certificate => FileKind::Certificate,
        Kind::PrivateKey => FileKind::PrivateKey,
        Kind::PublicKey => FileKind::PublicKey,
        Kind::Request => FileKind::CertificateRequest,
        _ => FileKind::Unknown,
    };
    let mut chosen = Vec::new();
    for file in examined.files.iter().filter(|file| numbers.contains(&file.file)) {
        chosen.extend(file.items.iter().filter(|item| item.kind != Kind::Keystore).map(|item| {
            let detail = item.certificate.as_ref().map(|facts| facts.subject.clone());
            let repairs = file.repairs.clone();
            ChosenFile { name: file.name.clone(), what: named(item.kind), detail, repairs }
        }));
    }
    chosen
}

/// With the files a passphrase may be tried, which takes its time.
async fn with_files<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&FileDoctor) -> certdesk_core::Result<T> + Send + 'static,
) -> Result<T, Failure> {
    Ok(blocking(move || work(&app.state::<FileDoctor>())).await?)
}
