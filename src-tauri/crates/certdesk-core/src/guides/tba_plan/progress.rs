//! How far an entry has come, and by when it must be done.

use serde::Serialize;

use super::{Calls, Entry};
use crate::connection::{Connection, setup};
use crate::step::Step;

/// How far an entry has come. Derived, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TbaProgress"))]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Nothing has been set up.
    ToDo,
    /// It calls SOAP, which M2M doesn't serve.
    WaitsForRest,
    /// The system behind it has no M2M.
    WaitsForTarget,
    /// A connection was created for it.
    SetupStarted,
    /// NetSuite has issued a token for that connection.
    Works,
    /// The integration uses the new access; the old token still works.
    Switched,
    /// Nothing needs it; the old token still works.
    Unneeded,
    /// NetSuite shows the token as inactive or the record as blocked: nothing can use it.
    Inactive,
    /// The old token is revoked.
    Revoked,
}

/// The NetSuite release by which an entry must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "TbaDeadline"))]
#[serde(rename_all = "kebab-case")]
pub enum Deadline {
    /// The end of support for TBA.
    TbaEnd,
    /// The removal of SOAP web services, or the end of support for TBA if that comes first.
    SoapEnd,
    /// Oracle leaves SuiteAnalytics Connect out of that end and names no release for it.
    NotAnnounced,
}

impl Progress {
    /// Whether something is left to do.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Revoked | Self::Inactive)
    }
}

impl Entry {
    /// How far it has come. `connection` is the one that takes its place, if it still exists.
    #[must_use]
    pub fn progress(&self, connection: Option<&Connection>) -> Progress {
        if self.revoked.is_some() {
            return Progress::Revoked;
        }
        if self.inactive {
            return Progress::Inactive;
        }
        if self.unneeded {
            return Progress::Unneeded;
        }
        if self.calls.contains(&Calls::Soap) {
            return Progress::WaitsForRest;
        }
        if self.without_m2m().is_some() {
            return Progress::WaitsForTarget;
        }
        match connection {
            None => Progress::ToDo,
            Some(_) if self.switched_at.is_some() => Progress::Switched,
            Some(connection) if works(connection) => Progress::Works,
            Some(_) => Progress::SetupStarted,
        }
    }

    /// By when it must be done.
    #[must_use]
    pub fn deadline(&self) -> Deadline {
        match self.calls.as_slice() {
            calls if calls.contains(&Calls::Soap) => Deadline::SoapEnd,
            [Calls::SuiteAnalytics] => Deadline::NotAnnounced,
            _ => Deadline::TbaEnd,
        }
    }
}

/// Whether NetSuite has issued a token. A target that brings its own application asks for it itself:
/// there, handing over is the proof.
pub(super) fn works(connection: &Connection) -> bool {
    connection.working().is_some_and(setup::proven)
        || (setup::proves_itself(connection) && setup::done(connection, Step::HandOver))
}
