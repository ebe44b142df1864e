//! The files that the file doctor examines: those that were chosen, dropped or pasted, held on this side as long as
//! the screen is open.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use certdesk_core::connection::ConnectionId;
use certdesk_core::error::{FileError, KeysError};
use certdesk_core::netsuite::certificate_id_lookup::{MOST_TRIALS, PACE};
use certdesk_core::target::Target;
use certdesk_core::{Error, Result};
use netsuite_keys::certificate::{Certificate, CertificateId};
use netsuite_keys::doctor::{self, Conversion, Examination, Kind, Wants};
use netsuite_keys::key::PrivateKey;
use netsuite_keys::secret::{Passphrase, Secret};
use tauri::{AppHandle, DragDropEvent, Manager as _, Runtime, Window, WindowEvent};
use time::OffsetDateTime;
use tokio::time::{Instant, sleep_until};
use zeroize::Zeroizing;

use crate::chosen_files::read_bounded;
use crate::features::file_doctor::view::files::{DoctorView, ExaminedFile, FileCase};
use crate::ipc::notice::AppNotice;
use crate::state::{blocking, state_of};

/// The examined files.
#[derive(Default)]
pub(crate) struct FileDoctor {
    /// Dropped files are taken only while the screen is open.
    open: AtomicBool,
    files: Mutex<Files>,
    /// When a key was tried last.
    last_trial: tokio::sync::Mutex<Option<Instant>>,
}

#[derive(Default)]
struct Files {
    files: Vec<File>,
    target: Option<Target>,
    next: u32,
    trials: Option<Trials>,
}

/// Certificate IDs that one of the keys may be tried under.
struct Trials {
    of: Tried,
    candidates: Vec<CertificateId>,
    refused: Vec<CertificateId>,
}

/// One of the keys, by its file and its place in it, and the connection whose integration record
/// it is tried at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tried {
    pub(crate) file: u32,
    pub(crate) item: usize,
    pub(crate) connection: ConnectionId,
}

/// A file whose text was put right.
pub(crate) struct RepairedFile {
    /// The name that is proposed for it.
    pub(crate) name: String,
    pub(crate) text: Zeroizing<Vec<u8>>,
    /// Whether it holds a private key.
    pub(crate) is_private: bool,
}

struct File {
    number: u32,
    name: String,
    /// None for a paste.
    path: Option<PathBuf>,
    content: Secret,
    passphrase: Option<Passphrase>,
    examination: Examination,
}

impl FileDoctor {
    /// Starts with no files.
    pub(crate) fn open(&self) -> DoctorView {
        self.open.store(true, Ordering::Relaxed);
        let mut files = self.files();
        *files = Files { next: files.next, ..Files::default() };
        files.view()
    }

    /// Lets go of all files: a private key is not left lying for a screen that nobody looks at.
    pub(crate) fn close(&self) {
        self.open.store(false, Ordering::Relaxed);
        let mut files = self.files();
        *files = Files { next: files.next, ..Files::default() };
    }

    /// Whether the screen is open.
    pub(crate) fn is_open(&self) -> bool {
        self.open.load(Ordering::Relaxed)
    }

    /// The files as the window shows them.
    pub(crate) fn view(&self) -> DoctorView {
        self.files().view()
    }

    /// Adds files. One that lies there already is read again. What cannot be read at all is the
    /// failure; the others are added all the same.
    pub(crate) fn add(&self, paths: &[PathBuf]) -> Result<DoctorView> {
        let mut failed = Ok(());
        for path in paths {
            match read(path) {
                Ok((name, content)) => self.files().put(name, Some(path), content),
                Err(error) => failed = Err(error),
            }
        }
        failed.map(|()| self.view())
    }

    /// Adds a text. A private key is not pasted: it would lie in the clipboard and in the window.
    pub(crate) fn paste(&self, name: String, text: String) -> Result<DoctorView> {
        let content = Secret::new(text.into_bytes());
        let examination = doctor::examine(content.expose(), None, None, OffsetDateTime::now_utc());
        let items = &examination.items;
        if items.iter().any(|item| is_private(item.kind)) {
            let both = items.iter().any(|item| item.kind == Kind::Certificate);
            return Err(if both {
                Error::Keys(KeysError::HoldsPrivateKey)
            } else {
                Error::Keys(KeysError::IsPrivateKey)
            });
        }
        self.files().put(name, None, content);
        Ok(self.view())
    }

    /// Opens what is locked in a file. [`KeysError::PassphraseWrong`] if nothing opens.
    pub(crate) fn unlock(&self, number: u32, passphrase: Passphrase) -> Result<DoctorView> {
        let mut files = self.files();
        let wants = files.wants();
        let file = files.file(number)?;
        let now = OffsetDateTime::now_utc();
        let content = file.content.expose();
        let examined = doctor::examine(content, Some(&passphrase), wants.as_ref(), now);
        let locked = |examination: &Examination| {
            let locked = |kind| matches!(kind, Kind::LockedKey | Kind::LockedKeystore);
            examination.items.iter().filter(|item| locked(item.kind)).count()
        };
        if locked(&examined) >= locked(&file.examination) {
            return Err(KeysError::PassphraseWrong.into());
        }
        (file.examination, file.passphrase) = (examined, Some(passphrase));
        Ok(files.view())
    }

    /// Removes files.
    pub(crate) fn remove(&self, numbers: &[u32]) -> DoctorView {
        let mut files = self.files();
        files.files.retain(|file| !numbers.contains(&file.number));
        files.view()
    }

    /// Looks at the rules of a target as well, or no longer.
    pub(crate) fn aim(&self, target: Option<Target>) -> DoctorView {
        let mut files = self.files();
        files.target = target;
        let wants = files.wants();
        for file in &mut files.files {
            file.examine(wants.as_ref());
        }
        files.view()
    }

    /// A thing in another form; for PKCS#12 with its own certificate, from wherever it lies.
    pub(crate) fn convert(
        &self,
        number: u32,
        item: usize,
        form: Conversion,
        passphrase: Option<&Passphrase>,
    ) -> Result<Zeroizing<Vec<u8>>> {
        let files = self.files();
        let file = files.files.iter().find(|file| file.number == number);
        let item = file.and_then(|file| file.examination.items.get(item));
        let item = item.ok_or(KeysError::PrivateKeyMissing)?;
        if let Some(certificate) = item.certificate() {
            return Ok(Zeroizing::new(form.of_certificate(certificate)?));
        }
        let key = item.private_key().ok_or(KeysError::PrivateKeyMissing)?;
        let items = files.files.iter().flat_map(|file| &file.examination.items);
        let own = items.filter_map(doctor::Item::certificate).find(|it| key.matches(it));
        Ok(form.of_key(key, own, passphrase)?)
    }

    /// The text that a file was put right to.
    pub(crate) fn repaired(&self, number: u32) -> Result<RepairedFile> {
        let mut files = self.files();
        let file = files.file(number)?;
        let repaired = file.examination.repaired.as_ref().ok_or(KeysError::PemEmpty)?;
        let is_private = file.examination.items.iter().any(|item| is_private(item.kind));
        let stem = Path::new(&file.name).file_stem().unwrap_or_default().to_string_lossy();
        Ok(RepairedFile {
            name: format!("{stem}-repaired.pem"),
            text: Zeroizing::new(repaired.text.as_bytes().to_vec()),
            is_private,
        })
    }

    /// The private key in some files with its own certificate.
    pub(crate) fn pair(&self, numbers: &[u32]) -> Result<(PrivateKey, Certificate)> {
        let files = self.files();
        let items = || {
            let chosen = files.files.iter().filter(|file| numbers.contains(&file.number));
            chosen.flat_map(|file| &file.examination.items)
        };
        let certificates = || items().filter_map(doctor::Item::certificate);
        items()
            .filter_map(doctor::Item::private_key)
            .find_map(|key| Some((key, certificates().find(|it| key.matches(it))?)))
            .map(|(key, certificate)| Ok((copy(key)?, certificate.clone())))
            .unwrap_or(Err(Error::Keys(KeysError::PairDiffers)))
    }

    /// One of the private keys.
    pub(crate) fn key(&self, file: u32, item: usize) -> Result<PrivateKey> {
        let files = self.files();
        let file = files.files.iter().find(|it| it.number == file);
        let item = file.and_then(|file| file.examination.items.get(item));
        copy(item.and_then(doctor::Item::private_key).ok_or(KeysError::PrivateKeyMissing)?)
    }

    /// All certificates in the files.
    pub(crate) fn certificates(&self) -> Vec<Certificate> {
        let files = self.files();
        let items = files.files.iter().flat_map(|file| &file.examination.items);
        items.filter_map(doctor::Item::certificate).cloned().collect()
    }

    /// Lays out the next IDs that a key may be tried under, and gives them with the number of those
    /// that are left for another time. What was refused once is not tried again.
    pub(crate) fn lay_out(
        &self,
        of: Tried,
        mut candidates: Vec<CertificateId>,
    ) -> (Vec<CertificateId>, usize) {
        let mut files = self.files();
        let before = files.trials.take().filter(|trials| trials.of == of);
        let refused = before.map(|trials| trials.refused).unwrap_or_default();
        candidates.retain(|id| !refused.contains(id));
        let left_out = candidates.len().saturating_sub(MOST_TRIALS);
        candidates.truncate(MOST_TRIALS);
        files.trials = Some(Trials { of, candidates: candidates.clone(), refused });
        (candidates, left_out)
    }

    /// Waits until the next trial is due, then does it with the key that the ID was laid out for.
    pub(crate) async fn try_under(
        &self,
        id: &CertificateId,
        trial: impl AsyncFnOnce(ConnectionId, PrivateKey) -> Result<bool>,
    ) -> Result<bool> {
        let mut last = self.last_trial.lock().await;
        if let Some(last) = *last {
            sleep_until(last + PACE).await;
        }
        let not_laid_out = Error::Unexpected("this ID was not laid out for a trial");
        let of = {
            let files = self.files();
            let trials = files.trials.as_ref().filter(|trials| trials.candidates.contains(id));
            trials.ok_or(not_laid_out)?.of.clone()
        };
        let key = self.key(of.file, of.item)?;
        let given = trial(of.connection.clone(), key).await;
        *last = Some(Instant::now());
        let given = given?;
        if let Some(trials) = self.files().trials.as_mut().filter(|trials| trials.of == of) {
            trials.candidates.retain(|it| it != id);
            if !given {
                trials.refused.push(id.clone());
            }
        }
        Ok(given)
    }

    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Files {
    fn put(&mut self, name: String, path: Option<&PathBuf>, content: Secret) {
        if path.is_some() {
            self.files.retain(|file| file.path.as_ref() != path);
        }
        let wants = self.wants();
        let now = OffsetDateTime::now_utc();
        let examination = doctor::examine(content.expose(), None, wants.as_ref(), now);
        self.next += 1;
        let (number, path) = (self.next, path.cloned());
        self.files.push(File { number, name, path, content, passphrase: None, examination });
        // The oldest give way.
        let over = self.files.len().saturating_sub(MOST_FILES);
        self.files.drain(..over);
    }

    fn file(&mut self, number: u32) -> Result<&mut File> {
        let found = self.files.iter_mut().find(|file| file.number == number);
        found.ok_or(Error::Keys(KeysError::PrivateKeyMissing))
    }

    fn wants(&self) -> Option<Wants> {
        self.target.map(Target::wants)
    }

    fn view(&self) -> DoctorView {
        let examined: Vec<&Examination> = self.files.iter().map(|it| &it.examination).collect();
        let numbers: Vec<u32> = self.files.iter().map(|file| file.number).collect();
        let cases = doctor::cases(&examined);
        let shown = |file: &File| ExaminedFile::new(file.number, &file.name, &file.examination);
        DoctorView {
            files: self.files.iter().map(shown).collect(),
            cases: cases.into_iter().map(|case| FileCase::new(case, &numbers)).collect(),
            target: self.target,
            most: MOST_FILES,
        }
    }
}

impl File {
    fn examine(&mut self, wants: Option<&Wants>) {
        let now = OffsetDateTime::now_utc();
        let passphrase = self.passphrase.as_ref();
        self.examination = doctor::examine(self.content.expose(), passphrase, wants, now);
    }
}

/// Files that are dragged over the window. Their paths come to this side and stay here.
pub(crate) fn attend<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else {
        return;
    };
    let app = window.app_handle();
    if !app.try_state::<FileDoctor>().is_some_and(|doctor| doctor.is_open()) {
        return;
    }
    let state = state_of(app);
    match event {
        DragDropEvent::Enter { .. } => state.notices.tell(AppNotice::FilesOver { over: true }),
        DragDropEvent::Leave => state.notices.tell(AppNotice::FilesOver { over: false }),
        DragDropEvent::Drop { paths, .. } => dropped(app, paths.clone()),
        _ => {}
    }
}

/// Adds what was dropped, if the screen is open, and tells the window.
pub(crate) fn dropped<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    if !app.state::<FileDoctor>().is_open() {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let handle = app.clone();
        let added = blocking(move || handle.state::<FileDoctor>().add(&paths)).await;
        let failure = added.err().map(Into::into);
        state_of(&app).notices.tell(AppNotice::FilesDropped { failure });
    });
}

/// A folder that was dropped is no file.
fn read(path: &Path) -> Result<(String, Secret)> {
    if path.is_dir() {
        let source = std::io::Error::from(std::io::ErrorKind::IsADirectory);
        return Err(Error::File(FileError::NotRead { path: path.to_owned(), source }));
    }
    read_bounded(path)
}

fn copy(key: &PrivateKey) -> Result<PrivateKey> {
    Ok(PrivateKey::from_pkcs8_der(key.expose_pkcs8_der().expose())?)
}

const fn is_private(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::PrivateKey
            | Kind::LockedKey
            | Kind::LegacyLockedKey
            | Kind::OpenSshKey
            | Kind::PuttyKey
            | Kind::PrivateJwk
    )
}

const MOST_FILES: usize = 12;
