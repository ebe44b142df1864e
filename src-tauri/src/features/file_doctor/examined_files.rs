//! The doctor's table: files that were chosen, dropped or pasted, held on this side as long as
//! the screen is open.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use certdesk_core::connection::ConnectionId;
use certdesk_core::error::{FileError, KeysError};
use certdesk_core::finder::{MOST_TRIALS, PACE};
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

use crate::features::app::commands::desk as desk_of;
use crate::features::file_doctor::view::files::{DoctorView, ExaminedFile, FileCase};
use crate::features::setup::commands::pair::read_bounded;
use crate::ipc::access::AppNotice;
use crate::state::{Desk, blocking};

/// What lies on the table.
#[derive(Default)]
pub(crate) struct Doctor {
    /// Only an open table takes what is dropped.
    open: AtomicBool,
    table: Mutex<Table>,
    /// When a key was tried last.
    last_trial: tokio::sync::Mutex<Option<Instant>>,
}

#[derive(Default)]
struct Table {
    files: Vec<File>,
    target: Option<Target>,
    next: u32,
    trials: Option<Trials>,
}

/// Certificate IDs that a key on the table may be tried under.
struct Trials {
    of: Tried,
    candidates: Vec<CertificateId>,
    refused: Vec<CertificateId>,
}

/// A key on the table, by its file and its place in it, and the connection whose integration record
/// it is tried at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tried {
    pub(crate) file: u32,
    pub(crate) item: usize,
    pub(crate) connection: ConnectionId,
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

impl Doctor {
    /// Opens the table, empty.
    pub(crate) fn open(&self) -> DoctorView {
        self.open.store(true, Ordering::Relaxed);
        let mut table = self.table();
        *table = Table { next: table.next, ..Table::default() };
        table.view()
    }

    /// Clears the table: a private key is not left lying for a screen that nobody looks at.
    pub(crate) fn close(&self) {
        self.open.store(false, Ordering::Relaxed);
        let mut table = self.table();
        *table = Table { next: table.next, ..Table::default() };
    }

    /// Whether somebody looks at it.
    pub(crate) fn is_open(&self) -> bool {
        self.open.load(Ordering::Relaxed)
    }

    /// What lies there.
    pub(crate) fn view(&self) -> DoctorView {
        self.table().view()
    }

    /// Adds files. One that lies there already is read again. What cannot be read at all is the
    /// failure; the others are added all the same.
    pub(crate) fn add(&self, paths: &[PathBuf]) -> Result<DoctorView> {
        let mut failed = Ok(());
        for path in paths {
            match read(path) {
                Ok((name, content)) => self.table().put(name, Some(path), content),
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
        self.table().put(name, None, content);
        Ok(self.view())
    }

    /// Opens what is locked in a file. [`KeysError::PassphraseWrong`] if nothing opens.
    pub(crate) fn unlock(&self, number: u32, passphrase: Passphrase) -> Result<DoctorView> {
        let mut table = self.table();
        let wants = table.wants();
        let file = table.file(number)?;
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
        Ok(table.view())
    }

    /// Takes files off the table.
    pub(crate) fn remove(&self, numbers: &[u32]) -> DoctorView {
        let mut table = self.table();
        table.files.retain(|file| !numbers.contains(&file.number));
        table.view()
    }

    /// Looks at the rules of a target as well, or no longer.
    pub(crate) fn aim(&self, target: Option<Target>) -> DoctorView {
        let mut table = self.table();
        table.target = target;
        let wants = table.wants();
        for file in &mut table.files {
            file.examine(wants.as_ref());
        }
        table.view()
    }

    /// A thing in another form; for PKCS#12 with its own certificate, from wherever it lies.
    pub(crate) fn convert(
        &self,
        number: u32,
        item: usize,
        form: Conversion,
        passphrase: Option<&Passphrase>,
    ) -> Result<Zeroizing<Vec<u8>>> {
        let table = self.table();
        let file = table.files.iter().find(|file| file.number == number);
        let item = file.and_then(|file| file.examination.items.get(item));
        let item = item.ok_or(KeysError::PrivateKeyMissing)?;
        if let Some(certificate) = item.certificate() {
            return Ok(Zeroizing::new(form.of_certificate(certificate)?));
        }
        let key = item.private_key().ok_or(KeysError::PrivateKeyMissing)?;
        let items = table.files.iter().flat_map(|file| &file.examination.items);
        let own = items.filter_map(doctor::Item::certificate).find(|it| key.matches(it));
        Ok(form.of_key(key, own, passphrase)?)
    }

    /// The private key in some files with its own certificate.
    pub(crate) fn pair(&self, numbers: &[u32]) -> Result<(PrivateKey, Certificate)> {
        let table = self.table();
        let items = || {
            let chosen = table.files.iter().filter(|file| numbers.contains(&file.number));
            chosen.flat_map(|file| &file.examination.items)
        };
        let certificates = || items().filter_map(doctor::Item::certificate);
        items()
            .filter_map(doctor::Item::private_key)
            .find_map(|key| Some((key, certificates().find(|it| key.matches(it))?)))
            .map(|(key, certificate)| Ok((copy(key)?, certificate.clone())))
            .unwrap_or(Err(Error::Keys(KeysError::PairDiffers)))
    }

    /// A private key on the table.
    pub(crate) fn key(&self, file: u32, item: usize) -> Result<PrivateKey> {
        let table = self.table();
        let file = table.files.iter().find(|it| it.number == file);
        let item = file.and_then(|file| file.examination.items.get(item));
        copy(item.and_then(doctor::Item::private_key).ok_or(KeysError::PrivateKeyMissing)?)
    }

    /// All certificates on the table.
    pub(crate) fn certificates(&self) -> Vec<Certificate> {
        let table = self.table();
        let items = table.files.iter().flat_map(|file| &file.examination.items);
        items.filter_map(doctor::Item::certificate).cloned().collect()
    }

    /// Lays out the next IDs that a key may be tried under, and gives them with the number of those
    /// that are left for another time. What was refused once is not tried again.
    pub(crate) fn lay_out(
        &self,
        of: Tried,
        mut candidates: Vec<CertificateId>,
    ) -> (Vec<CertificateId>, usize) {
        let mut table = self.table();
        let before = table.trials.take().filter(|trials| trials.of == of);
        let refused = before.map(|trials| trials.refused).unwrap_or_default();
        candidates.retain(|id| !refused.contains(id));
        let left_out = candidates.len().saturating_sub(MOST_TRIALS);
        candidates.truncate(MOST_TRIALS);
        table.trials = Some(Trials { of, candidates: candidates.clone(), refused });
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
            let table = self.table();
            let trials = table.trials.as_ref().filter(|trials| trials.candidates.contains(id));
            trials.ok_or(not_laid_out)?.of.clone()
        };
        let key = self.key(of.file, of.item)?;
        let given = trial(of.connection.clone(), key).await;
        *last = Some(Instant::now());
        let given = given?;
        if let Some(trials) = self.table().trials.as_mut().filter(|trials| trials.of == of) {
            trials.candidates.retain(|it| it != id);
            if !given {
                trials.refused.push(id.clone());
            }
        }
        Ok(given)
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
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
    let Some(desk) = app.try_state::<Desk>().filter(|desk| desk.doctor.is_open()) else {
        return;
    };
    match event {
        DragDropEvent::Enter { .. } => desk.notices.tell(AppNotice::FilesOver { over: true }),
        DragDropEvent::Leave => desk.notices.tell(AppNotice::FilesOver { over: false }),
        DragDropEvent::Drop { paths, .. } => dropped(app, paths.clone()),
        _ => {}
    }
}

/// Puts what was dropped on the table, if it is open, and tells the window.
pub(crate) fn dropped<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    if !desk_of(app).doctor.is_open() {
        return;
    }
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let handle = app.clone();
        let added = blocking(move || desk_of(&handle).doctor.add(&paths)).await;
        let failure = added.err().map(Into::into);
        desk_of(&app).notices.tell(AppNotice::FilesDropped { failure });
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
