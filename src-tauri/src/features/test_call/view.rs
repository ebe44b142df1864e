//! What the user asks to read, and what came of it. Nothing of the data read is here.

use certdesk_core::test_call;
use netsuite_client::{Origin, Query, Read, RecordType, RestletUrl};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::features::diagnosis::view::DiagnosisCauseView;
use crate::ipc::test_call::CallView;

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
