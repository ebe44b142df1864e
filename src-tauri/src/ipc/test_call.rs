//! What calls with a token have proven, for the connection and the board.

use certdesk_core::cause::Cause;
use certdesk_core::connection::{CallOutcome, CallRecord, Connection, ReadKind};
use certdesk_core::test_call::{Line, Need, Proof};
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

/// A read, and what came of it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CallView {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    read: ReadKind,
    /// The record type, or script and deployment; empty for a query.
    subject: String,
    #[ts(type = "\"works\" | \"refused\" | \"failed\"")]
    outcome: &'static str,
    status: Option<u16>,
    /// NetSuite's code.
    code: Option<String>,
    /// The likeliest cause, if it did not work.
    cause: Option<Cause>,
}

/// The last read of a connection, on the board.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct LastCall {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    works: bool,
}

/// Something that the connection's scopes need, and what is known of it.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PreflightLine {
    need: Need,
    proof: Proof,
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    at: Option<OffsetDateTime>,
    /// The record type, or script and deployment, where one was named.
    subject: Option<String>,
}

impl From<&CallRecord> for CallView {
    fn from(call: &CallRecord) -> Self {
        let (outcome, status, code, cause) = match &call.outcome {
            CallOutcome::Works => ("works", None, None, None),
            CallOutcome::Refused { status, code, cause, .. } => {
                ("refused", Some(*status), code.clone(), *cause)
            }
            CallOutcome::Failed { cause } => ("failed", None, None, *cause),
        };
        let (at, read, subject) = (call.at, call.read, call.subject.clone());
        Self { at, read, subject, outcome, status, code, cause }
    }
}

impl LastCall {
    pub(crate) fn of(connection: &Connection) -> Option<Self> {
        let call = connection.last_call()?;
        Some(Self { at: call.at, works: call.works() })
    }
}

impl From<Line> for PreflightLine {
    fn from(line: Line) -> Self {
        let Line { need, proof, at, subject } = line;
        Self { need, proof, at, subject }
    }
}
