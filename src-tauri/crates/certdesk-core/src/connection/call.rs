//! The last read of each kind that was made with a token of the connection, and what came of it.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::{Connection, CredentialId};
use crate::cause::Cause;

/// What was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReadKind {
    /// The metadata of a record type.
    Metadata,
    /// The first record of a type.
    Record,
    /// A SuiteQL query.
    Query,
    /// A RESTlet.
    Restlet,
}

/// A read, and what came of it. Nothing of the data read is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CallRecord {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What was read.
    pub read: ReadKind,
    /// The record type, or script and deployment; empty for a query.
    pub subject: String,
    /// Whose token it was.
    pub credential: CredentialId,
    /// What came of it.
    pub outcome: CallOutcome,
}

/// What came of a read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum CallOutcome {
    /// It was answered as documented.
    Works,
    /// It was refused.
    Refused {
        /// The HTTP status.
        status: u16,
        /// NetSuite's code.
        #[serde(default)]
        code: Option<String>,
        /// NetSuite's own words: bounded, without control characters.
        #[serde(default)]
        detail: String,
        /// The likeliest cause.
        #[serde(default)]
        cause: Option<Cause>,
    },
    /// There was no answer that says anything of the connection.
    Failed {
        /// The likeliest cause.
        #[serde(default)]
        cause: Option<Cause>,
    },
}

impl CallRecord {
    /// Whether it was answered as documented.
    #[must_use]
    pub const fn works(&self) -> bool {
        matches!(self.outcome, CallOutcome::Works)
    }

    /// Whether it was refused.
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        matches!(self.outcome, CallOutcome::Refused { .. })
    }

    /// The likeliest cause of a refusal.
    #[must_use]
    pub const fn cause(&self) -> Option<Cause> {
        match self.outcome {
            CallOutcome::Refused { cause, .. } => cause,
            CallOutcome::Works | CallOutcome::Failed { .. } => None,
        }
    }
}

impl Connection {
    /// Records what came of a read. Of each kind the last one is kept.
    pub fn record_call(&mut self, call: CallRecord) {
        self.calls.retain(|earlier| earlier.read != call.read);
        self.calls.push(call);
    }

    /// The last read of a kind.
    #[must_use]
    pub fn call(&self, read: ReadKind) -> Option<&CallRecord> {
        self.calls.iter().find(|call| call.read == read)
    }

    /// The last read of all; of two at once the one that the other was made beside, which comes last.
    #[must_use]
    pub fn last_call(&self) -> Option<&CallRecord> {
        self.calls.iter().max_by_key(|call| call.at)
    }
}
