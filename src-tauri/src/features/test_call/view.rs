//! A test call, and what it proves. Nothing of the data read is here.

use certdesk_core::connection::{self, CallOutcome, CallRecord, ReadKind};
use certdesk_core::diagnosis::Cause;
use certdesk_core::test_call::{self, Line, Need};
use netsuite_client::{Origin, Query, Read, RecordType, RestletUrl};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use ts_rs::TS;

use crate::features::diagnosis::view::DiagnosisCauseView;

/// What the user asks to read.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum ReadAsked {
    /// The metadata of the customer record.
    Metadata,
    /// The first record of a type.
    Record {
        /// The type's name.
        name: String,
    },
    /// A SuiteQL query.
    Query {
        /// As typed.
        text: String,
    },
    /// A RESTlet.
    Restlet {
        /// Its External URL.
        url: String,
    },
}

impl ReadAsked {
    pub(crate) fn parse(&self, origin: &Origin) -> Result<Read, netsuite_client::Error> {
        Ok(match self {
            Self::Metadata => Read::Metadata { record: RecordType::customer() },
            Self::Record { name } => Read::Record { record: RecordType::parse(name)? },
            Self::Query { text } => Read::Query { query: Query::parse(text)? },
            Self::Restlet { url } => Read::Restlet { url: RestletUrl::parse(url, origin)? },
        })
    }
}

/// A test call that was made.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TestCallView {
    call: CallView,
    /// How many records or rows there are, where the answer says so.
    #[ts(type = "number | null")]
    rows: Option<u64>,
    /// NetSuite's own words: bounded, without control characters.
    detail: String,
    /// The likeliest first; empty when it worked.
    causes: Vec<DiagnosisCauseView>,
    /// The first cause is the answer.
    decided: bool,
}

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
    proof: test_call::Proof,
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    at: Option<OffsetDateTime>,
    /// The record type, or script and deployment, where one was named.
    subject: Option<String>,
}

impl TestCallView {
    pub(crate) fn new(made: &test_call::TestCall) -> Self {
        Self {
            call: CallView::from(&made.call),
            rows: made.rows,
            detail: made.detail.clone(),
            causes: made.causes.iter().cloned().map(Into::into).collect(),
            decided: made.decided,
        }
    }
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
    pub(crate) fn of(connection: &connection::Connection) -> Option<Self> {
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
