//! When reminders were turned on, and what the last look found: a small document in the data folder.
//! Whether they are on now is asked of the system (`system::reminders`).

use std::path::{Path, PathBuf};

use local_files::Lock;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use time::{Duration, OffsetDateTime};
use ts_rs::TS;

/// What is remembered from one look to the next.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Record {
    schema_version: u32,
    #[serde(with = "time::serde::rfc3339::option")]
    pub(crate) turned_on_at: Option<OffsetDateTime>,
    /// When a notification was shown last.
    #[serde(with = "time::serde::rfc3339::option")]
    shown_at: Option<OffsetDateTime>,
    pub(crate) last_look: Option<LastLook>,
    /// What a later version added. It stays in the document.
    #[serde(flatten)]
    later: Map<String, Value>,
}

/// What a look found.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LastLook {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    pub(crate) at: OffsetDateTime,
    /// How many certificates a reminder names.
    pub(crate) due: usize,
    /// Whether every document could be read.
    pub(crate) complete: bool,
    pub(crate) notified: Notified,
}

/// What a look led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Notified {
    /// There was nothing to say.
    NotNeeded,
    Shown,
    /// The notification of the day was shown already.
    Earlier,
    /// The system didn't show it.
    Failed,
}

impl Record {
    /// Whether the notification of this day was shown. The day of the user's time zone isn't known
    /// here, so it is a stretch of time that two mornings don't fall into.
    pub(crate) fn has_shown(&self, now: OffsetDateTime) -> bool {
        // A clock that was set back doesn't keep reminders away.
        self.shown_at.is_some_and(|shown| (Duration::ZERO..DAY).contains(&(now - shown)))
    }

    /// Takes in what a look found.
    pub(crate) fn looked(&mut self, look: LastLook) {
        if look.notified == Notified::Shown {
            self.shown_at = Some(look.at);
        }
        self.last_look = Some(look);
    }
}

/// The document, held by one process at a time.
#[derive(Debug)]
pub(crate) struct RecordFile {
    path: PathBuf,
    _lock: Option<Lock>,
}

/// Another process holds the document.
#[derive(Debug)]
pub(crate) struct Held;

impl RecordFile {
    /// Takes hold of the document in a data folder, unless another process has.
    pub(crate) fn try_open(data: &Path) -> Result<Self, Held> {
        // Without its folder there is no document, and none is made. A lock that can't be had for
        // another reason keeps nobody from a reminder.
        let lock = data.is_dir().then(|| Lock::try_take(&data.join(LOCK)));
        match lock {
            Some(Ok(None)) => Err(Held),
            lock => Ok(Self::new(data, lock.and_then(Result::ok).flatten())),
        }
    }

    /// Takes hold of the document, and waits for whoever holds it now.
    ///
    /// # Errors
    /// The system's own.
    pub(crate) fn open(data: &Path) -> std::io::Result<Self> {
        Ok(Self::new(data, Some(Lock::wait(&data.join(LOCK))?)))
    }

    fn new(data: &Path, lock: Option<Lock>) -> Self {
        Self { path: data.join(NAME), _lock: lock }
    }

    /// What the document says. One that is missing or damaged says nothing.
    pub(crate) fn read(&self) -> Record {
        read(&self.path)
    }

    /// Replaces the document. What can't be written is said in the log: at worst, a notification
    /// comes twice.
    pub(crate) fn write(&self, record: &Record) {
        let record = Record { schema_version: record.schema_version.max(SCHEMA), ..record.clone() };
        let text = serde_json::to_vec_pretty(&record).map_err(std::io::Error::other);
        let written = text.and_then(|text| local_files::replace(&self.path, &text));
        if let Err(error) = written {
            tracing::warn!(%error, "the last look was not written down");
        }
    }
}

/// What the document in a data folder says, without taking hold of it.
pub(crate) fn read_in(data: &Path) -> Record {
    read(&data.join(NAME))
}

fn read(path: &Path) -> Record {
    let text = local_files::read(path).ok();
    text.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

const NAME: &str = "reminders.json";
const LOCK: &str = "reminders.lock";
const SCHEMA: u32 = 1;
const DAY: Duration = Duration::hours(20);

#[cfg(test)]
mod tests {
    use std::fs;

    use time::macros::datetime;

    use super::*;

    const MORNING: OffsetDateTime = datetime!(2026-11-29 08:00 UTC);

    fn shown(at: OffsetDateTime) -> Record {
        let mut record = Record::default();
        record.looked(LastLook { at, due: 1, complete: true, notified: Notified::Shown });
        record
    }

    #[test]
    fn a_day_has_one_notification_and_the_next_morning_has_another() {
        let record = shown(MORNING);
        assert!(record.has_shown(MORNING));
        assert!(record.has_shown(MORNING + Duration::hours(14)), "the evening of the same day");
        assert!(!record.has_shown(MORNING + Duration::hours(22)), "an early next morning");
        assert!(!record.has_shown(MORNING - Duration::days(9)), "a clock that was set back");
        assert!(!Record::default().has_shown(MORNING));
    }

    #[test]
    fn only_a_notification_that_was_shown_counts() {
        let mut record = Record::default();
        for notified in [Notified::NotNeeded, Notified::Failed, Notified::Earlier] {
            record.looked(LastLook { at: MORNING, due: 1, complete: true, notified });
            assert!(!record.has_shown(MORNING), "{notified:?}");
        }
    }

    #[test]
    fn a_damaged_document_says_nothing_and_one_of_a_later_version_keeps_what_it_says() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        let file = RecordFile::try_open(folder.path()).unwrap();
        assert!(!file.read().has_shown(MORNING), "there is none yet");
        for damaged in ["", "{", "[]", r#"{"shownAt":"yesterday"}"#, r#"{"lastLook":{"at":7}}"#] {
            fs::write(&path, damaged).unwrap();
            assert!(!file.read().has_shown(MORNING), "{damaged}");
        }
        let later = r#"{"schemaVersion":3,"shownAt":"2026-11-29T08:00:00Z","snoozed":["a"]}"#;
        fs::write(&path, later).unwrap();
        let record = file.read();
        assert!(record.has_shown(MORNING));
        file.write(&record);
        let kept: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!((&kept["schemaVersion"], &kept["snoozed"][0]), (&3.into(), &"a".into()));
    }

    #[test]
    fn one_process_at_a_time_holds_the_document() {
        let folder = tempfile::tempdir().unwrap();
        let first = RecordFile::try_open(folder.path()).unwrap();
        assert!(RecordFile::try_open(folder.path()).is_err());
        drop(first);
        assert!(RecordFile::try_open(folder.path()).is_ok());
    }

    #[test]
    fn a_missing_data_folder_is_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("data");
        let file = RecordFile::try_open(&missing).unwrap();
        file.write(&shown(MORNING));
        assert!(!missing.exists());
    }
}
