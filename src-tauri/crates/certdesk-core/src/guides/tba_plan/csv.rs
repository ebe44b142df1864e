//! The plan as a table for a spreadsheet, for whoever has no Certdesk.

use time::OffsetDateTime;

use super::progress::{Deadline, Progress};
use super::{Calls, Entry, TbaPlan};
use crate::connection::Connection;
use crate::error::Result;
use crate::files::spreadsheet;

impl TbaPlan {
    /// Every entry in its order, below a line of headings. `connections` are all that exist.
    ///
    /// # Errors
    /// [`Error::Unexpected`](crate::error::Error::Unexpected), should a row not be writable into memory.
    pub fn to_csv(&self, connections: &[Connection]) -> Result<Vec<u8>> {
        let of = |entry: &Entry| {
            let id = entry.connection.as_ref()?;
            connections.iter().find(|connection| connection.id == *id)
        };
        spreadsheet::table(HEADINGS, self.entries.iter().map(|entry| cells(entry, of(entry))))
    }
}

fn cells(entry: &Entry, connection: Option<&Connection>) -> [String; HEADINGS.len()] {
    let progress = entry.progress(connection);
    let day = |at: OffsetDateTime| at.date().to_string();
    let calls: Vec<_> = entry.calls.iter().map(|calls| calls.name()).collect();
    let deadline = if progress.is_open() { entry.deadline().name() } else { "" };
    [
        entry.application.clone(),
        entry.token_name.clone(),
        entry.user.clone(),
        entry.role.clone(),
        entry.internal_id.clone(),
        calls.join(", "),
        entry.target.map_or_else(String::new, |system| system.label().to_owned()),
        progress.name().to_owned(),
        deadline.to_owned(),
        connection.map_or_else(String::new, |connection| connection.name.clone()),
        entry.switched_at.map_or_else(String::new, day),
        entry.revoked.map_or_else(String::new, |revoked| day(revoked.at)),
    ]
}

impl Calls {
    const fn name(self) -> &'static str {
        match self {
            Self::RestWebservices => "REST web services",
            Self::Restlets => "RESTlets",
            Self::SuiteAnalytics => "SuiteAnalytics Connect",
            Self::Soap => "SOAP web services",
        }
    }
}

impl Progress {
    const fn name(self) -> &'static str {
        match self {
            Self::ToDo => "To do",
            Self::WaitsForRest => "SOAP: change to REST",
            Self::WaitsForTarget => "Target system without M2M",
            Self::SetupStarted => "Setup started",
            Self::Works => "M2M works",
            Self::Switched => "Switched",
            Self::Unneeded => "Not needed",
            Self::Inactive => "Inactive in NetSuite",
            Self::Revoked => "Old token revoked",
        }
    }
}

impl Deadline {
    const fn name(self) -> &'static str {
        match self {
            Self::TbaEnd | Self::SoapEnd => "2028.1 (tentative)",
            Self::NotAnnounced => "Not announced",
        }
    }
}

const HEADINGS: [&str; 12] = [
    "Integration",
    "Token name",
    "User",
    "Role",
    "Internal ID",
    "Calls",
    "Target system",
    "Status",
    "Before NetSuite",
    "Connection",
    "Switched",
    "Old token revoked",
];
