//! A test call: one documented read with a token just received, and why it was refused.
//!
//! A token alone proves that NetSuite knows the certificate. Whether the integration works shows with
//! the first call, which the role's permissions decide. Nothing that is read here is kept.

mod preflight;

use netsuite_client::{AccessToken, NetSuite, Read, ReadOutcome, RecordType, Scope};
use time::OffsetDateTime;

use crate::connection::{CallOutcome, CallRecord, Connection, Credential, ReadKind};
use crate::diagnosis::{self, Case, Diagnosis, Doing, Failed, KeyLooked, Ranked, Sign, of_refusal};
use crate::error::{Error, Result};
pub use preflight::{Line, Need, Proof, preflight};

/// What a test call is made with.
#[derive(Clone, Copy, Debug)]
pub struct Caller<'a> {
    /// The account's endpoints.
    pub netsuite: &'a NetSuite,
    /// The connection.
    pub connection: &'a Connection,
    /// Whose token it is.
    pub credential: &'a Credential,
    /// The token.
    pub token: &'a AccessToken,
    /// Until when the token can be used.
    pub expires_at: OffsetDateTime,
}

/// A test call that was made.
#[derive(Clone, Debug)]
pub struct TestCall {
    /// For the connection's document.
    pub call: CallRecord,
    /// The read of the metadata that was made beside a refused one, to tell causes apart.
    pub beside: Option<CallRecord>,
    /// How many records or rows there are, where the answer says so.
    pub rows: Option<u64>,
    /// NetSuite's own words, fit to be shown; empty where there are none.
    pub detail: String,
    /// For the diagnosis; none when it worked.
    pub failed: Option<Failed>,
    /// What may be the cause, the likeliest first.
    pub causes: Vec<Ranked>,
    /// The first cause is the answer: no doubt of it is left.
    pub decided: bool,
}

/// The read that follows a token without being asked for; none where the scopes have none that is
/// harmless in every account.
#[must_use]
pub fn usual(scopes: &[Scope]) -> Option<Read> {
    let rest = scopes.contains(&Scope::RestWebservices);
    rest.then(|| Read::Metadata { record: RecordType::customer() })
}

/// The scope that a read needs.
#[must_use]
pub const fn scope_of(read: &Read) -> Scope {
    match read {
        Read::Metadata { .. } | Read::Record { .. } | Read::Query { .. } => Scope::RestWebservices,
        Read::Restlet { .. } => Scope::Restlets,
    }
}

const fn kind_of(read: &Read) -> ReadKind {
    match read {
        Read::Metadata { .. } => ReadKind::Metadata,
        Read::Record { .. } => ReadKind::Record,
        Read::Query { .. } => ReadKind::Query,
        Read::Restlet { .. } => ReadKind::Restlet,
    }
}

/// Makes a test call. A refusal, and a failure on the way, are outcomes.
///
/// # Errors
/// What keeps the read from being sent at all, such as a RESTlet of another account.
pub async fn make(caller: Caller<'_>, read: &Read, now: OffsetDateTime) -> Result<TestCall> {
    let outcome = caller.netsuite.read(caller.token, read).await;
    let refusal = match outcome {
        Ok(ReadOutcome::Works(answer)) => return Ok(caller.worked(read, answer.rows, now)),
        Ok(ReadOutcome::Refused(refusal)) => refusal,
        Err(error) => return caller.failed(read, error.into(), now),
    };
    let beside = caller.beside(read, now).await;
    let mut signs = of_refusal(kind_of(read), &refusal);
    signs.push(Sign::TokenJustReceived.into());
    let unauthorized = refusal.status == 401;
    signs.extend((unauthorized && now >= caller.expires_at).then(|| Sign::TokenExpired.into()));
    let works = beside.as_ref().is_some_and(CallRecord::works);
    signs.extend(works.then(|| Sign::MetadataWorks.into()));
    let failed = Failed::read(&refusal, caller.credential.id.clone(), now, signs);
    let diagnosis = caller.diagnose(&failed, now);
    let cause = diagnosis.causes.first().map(|ranked| ranked.cause);
    let (status, code) = (refusal.status, refusal.code.clone());
    let outcome = CallOutcome::Refused { status, code, detail: refusal.detail.clone(), cause };
    Ok(TestCall {
        call: caller.record(read, outcome, now),
        beside,
        rows: None,
        detail: refusal.detail,
        failed: Some(failed),
        decided: diagnosis.is_decided(),
        causes: diagnosis.causes,
    })
}

impl Caller<'_> {
    fn worked(&self, read: &Read, rows: Option<u64>, now: OffsetDateTime) -> TestCall {
        TestCall {
            call: self.record(read, CallOutcome::Works, now),
            beside: None,
            rows,
            detail: String::new(),
            failed: None,
            causes: Vec::new(),
            decided: false,
        }
    }

    fn failed(&self, read: &Read, error: Error, now: OffsetDateTime) -> Result<TestCall> {
        let failed = Failed::of(&error, Doing::Call, Some(self.credential.id.clone()), now);
        let Some(failed) = failed else { return Err(error) };
        let diagnosis = self.diagnose(&failed, now);
        let cause = diagnosis.causes.first().map(|ranked| ranked.cause);
        Ok(TestCall {
            call: self.record(read, CallOutcome::Failed { cause }, now),
            beside: None,
            rows: None,
            detail: String::new(),
            failed: Some(failed),
            decided: diagnosis.is_decided(),
            causes: diagnosis.causes,
        })
    }

    /// Whether the same token reads the metadata catalog, which needs the least.
    async fn beside(&self, read: &Read, now: OffsetDateTime) -> Option<CallRecord> {
        let usual = usual(&self.connection.integration.scopes)?;
        if matches!(read, Read::Metadata { .. }) {
            return None;
        }
        let outcome = self.netsuite.read(self.token, &usual).await.ok()?;
        let works = matches!(outcome, ReadOutcome::Works(_));
        works.then(|| self.record(&usual, CallOutcome::Works, now))
    }

    /// A refusal of a token before this one says nothing any more.
    fn diagnose(&self, failed: &Failed, now: OffsetDateTime) -> Diagnosis {
        let connection = Connection { last_refusal: None, ..self.connection.clone() };
        let case = Case {
            connection: &connection,
            credential: Some(self.credential),
            key: KeyLooked::No,
            token_url: None,
            failed: Some(failed),
            asked: None,
            others: &[],
            now,
        };
        diagnosis::diagnose(&case, None)
    }

    fn record(&self, read: &Read, outcome: CallOutcome, at: OffsetDateTime) -> CallRecord {
        let subject = match read {
            Read::Metadata { record } | Read::Record { record } => record.as_str().to_owned(),
            Read::Query { .. } => String::new(),
            Read::Restlet { url } => url.names(),
        };
        let read = kind_of(read);
        CallRecord { at, read, subject, credential: self.credential.id.clone(), outcome }
    }
}
