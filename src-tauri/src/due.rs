//! Which certificates expire soon: `certdesk --due`, for a scheduler or a monitor.
//!
//! Reads the documents of the connections and nothing else: it needs no window, no keychain, and no
//! network, changes nothing, and waits for nobody.

use std::path::Path;

use certdesk_core::connection::{Connection, days_left};
use certdesk_core::day::Day;
use certdesk_core::portfolio;
use certdesk_core::store::Store;
use serde::Serialize;
use time::OffsetDateTime;

use crate::ipc::files::UnreadableDocument;
use crate::texts;

/// What was found.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DueReport {
    /// Raised when a program that reads the report would misread it.
    schema_version: u32,
    pub(crate) state: State,
    /// How far ahead was looked, in days.
    days: u16,
    /// How many connections were looked at. Those of the practice account don't count.
    connections: usize,
    /// What expires, the first to do so first.
    pub(crate) due: Vec<DueCertificate>,
    /// Documents that can't be read, so what they say about certificates isn't known.
    pub(crate) unreadable: Vec<UnreadableDocument>,
    /// Why nothing was looked at, if so.
    pub(crate) failure: Option<String>,
}

/// What the exit status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum State {
    NothingDue,
    Due,
    /// Something couldn't be looked at.
    Failed,
}

/// A certificate that expires soon or has expired.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DueCertificate {
    client: String,
    pub(crate) target: Option<&'static str>,
    account_id: Option<String>,
    certificate_id: String,
    pub(crate) expires_on: Day,
    days_left: i64,
    expired: bool,
    #[serde(skip)]
    pub(crate) is_reminded: bool,
}

impl DueReport {
    /// Looks at the connections in a data folder.
    pub(crate) fn read(data: Option<&Path>, days: u16, now: OffsetDateTime) -> Self {
        let failed = |failure: String| Self {
            schema_version: SCHEMA,
            state: State::Failed,
            days,
            connections: 0,
            due: Vec::new(),
            unreadable: Vec::new(),
            failure: Some(failure),
        };
        let Some(data) = data else { return failed(texts::NO_DATA_FOLDER.to_owned()) };
        // Another user's scheduler finds no folder and must not report that all is well.
        if !data.is_dir() {
            return failed(texts::data_folder_missing(data));
        }
        let folder = data.join("connections");
        let store = Store::new(&folder);
        let Ok(contents) = store.list() else {
            return failed(texts::folder_not_read(&folder));
        };
        let named = |error| {
            UnreadableDocument::new(error).unwrap_or_else(|| UnreadableDocument::damaged(&folder))
        };
        let mut unreadable: Vec<_> = contents.unreadable.iter().map(named).collect();
        let mut due = Vec::new();
        let real = contents.connections.iter().filter(|connection| !connection.practice);
        let mut connections = 0;
        for connection in real {
            connections += 1;
            match DueCertificate::of(connection, days, now) {
                Ok(certificate) => due.extend(certificate),
                Err(_) => unreadable.push(UnreadableDocument::damaged(&store.path(&connection.id))),
            }
        }
        due.sort_by_key(|certificate| certificate.expires_on);
        let state = match (unreadable.is_empty(), due.is_empty()) {
            (false, _) => State::Failed,
            (true, false) => State::Due,
            (true, true) => State::NothingDue,
        };
        Self { schema_version: SCHEMA, state, days, connections, due, unreadable, failure: None }
    }

    /// The report as people read it.
    pub(crate) fn text(&self) -> String {
        if let Some(failure) = &self.failure {
            return format!("{failure}\n");
        }
        let due = self.due.iter().map(DueCertificate::line);
        let unreadable = self.unreadable.iter().map(|one| texts::document_not_read(one.path()));
        let mut text: String = due.chain(unreadable).map(|line| line + "\n").collect();
        if !text.is_empty() {
            text.push('\n');
        }
        text + &texts::due_summary(self.due.len(), self.connections, self.days) + "\n"
    }
}

impl DueCertificate {
    fn of(
        connection: &Connection,
        days: u16,
        now: OffsetDateTime,
    ) -> certdesk_core::Result<Option<Self>> {
        let found = portfolio::expiring(connection, i64::from(days), now)?;
        Ok(found.map(|(credential, ends)| Self {
            client: connection.name.clone(),
            target: connection.target.map(|target| target.label()),
            account_id: connection.account.as_ref().map(|account| account.id.to_string()),
            certificate_id: credential.certificate_id().to_string(),
            expires_on: Day::of(ends),
            days_left: days_left(ends, now),
            expired: ends <= now,
            is_reminded: portfolio::is_reminded(ends, now),
        }))
    }

    /// The client's name on one line: it may contain anything that can be typed or pasted.
    pub(crate) fn client(&self) -> String {
        self.client.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
    }

    /// How many days are left; none once it has expired.
    pub(crate) fn days_left(&self) -> Option<i64> {
        (!self.expired).then_some(self.days_left)
    }

    fn line(&self) -> String {
        let account = self.account_id.as_ref().map(|id| format!("account {id}"));
        let about: Vec<_> = self.target.map(str::to_owned).into_iter().chain(account).collect();
        let day = self.expires_on.in_words();
        let what = texts::expires(self.days_left(), &day);
        let client = self.client();
        if about.is_empty() {
            format!("{client}: {what}")
        } else {
            format!("{client} ({}): {what}", about.join(", "))
        }
    }
}

const SCHEMA: u32 = 1;
