//! A diagnosis: what was checked, what may be the cause, and what speaks for it. Values are bounded
//! and public; a pasted text never comes back.

use certdesk_core::diagnosis::{
    AuditCode, Cause, Check, Checked, Doing, Failed, Fix, Observed, Outcome, Pasted, Place,
    Question, Ranked, Seen, Sign, Source,
};
use netsuite_keys::secret::Secret;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use ts_rs::TS;

/// What the user adds to what is known.
#[derive(Debug, Default, Deserialize, TS)]
pub(crate) struct DiagnosisTold {
    /// What another system said or sent. It may hold a secret.
    #[ts(type = "string | null")]
    pub(crate) pasted: Option<Secret<String>>,
    /// What was seen in NetSuite.
    pub(crate) seen: Option<Seen>,
    /// The code of the Login Audit Trail, as pasted.
    pub(crate) code: Option<String>,
}

/// The answer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DiagnosisView {
    /// Null when nothing has failed.
    pub(crate) failure: Option<DiagnosisFailure>,
    pub(crate) checks: Vec<DiagnosisCheckView>,
    /// The likeliest first.
    pub(crate) causes: Vec<DiagnosisCauseView>,
    /// The first cause is the answer: no doubt of it is left.
    pub(crate) decided: bool,
    /// What can still be asked to cut the causes, the quickest first.
    pub(crate) questions: Vec<Question>,
    /// The code that settled it.
    pub(crate) settled: Option<AuditCode>,
    /// A code was given that Oracle's list does not have.
    pub(crate) code_unknown: bool,
    /// What was found in the pasted text; null when none was given.
    pub(crate) pasted: Option<PastedView>,
    /// The certificate in question.
    pub(crate) certificate_id: Option<String>,
    /// The address that tokens come from; null while the practice account is stopped.
    pub(crate) token_url: Option<String>,
    /// When NetSuite was asked; null where it was not asked since this began.
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    pub(crate) asked_at: Option<OffsetDateTime>,
    /// Whether the list can be read without a further sign-in.
    pub(crate) list_readable: bool,
    /// The list was asked for, and did not come.
    pub(crate) list_unread: bool,
}

/// What failed.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct DiagnosisFailure {
    doing: Doing,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    /// Whether Certdesk made the request.
    ours: bool,
    status: Option<u16>,
    /// NetSuite's `error` or code.
    error: Option<String>,
    signs: Vec<EvidenceView>,
}

/// One check.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct DiagnosisCheckView {
    check: Check,
    outcome: Outcome,
    /// Null while it is open.
    sign: Option<Sign>,
    detail: String,
}

/// One cause.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DiagnosisCauseView {
    cause: Cause,
    /// Something leaves no doubt.
    sure: bool,
    evidence_for: Vec<EvidenceView>,
    evidence_against: Vec<EvidenceView>,
    /// What the audit trail says then; empty where no code is documented.
    codes: Vec<AuditCode>,
    fix: Fix,
    place: Option<Place>,
    source: Source,
}

/// One thing that speaks for a cause or against it.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct EvidenceView {
    sign: Sign,
    /// The value looked at, if it says more. Never a sentence.
    detail: String,
}

/// What a pasted text was.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PastedView {
    /// Whether anything in it is known.
    recognised: bool,
    assertion: bool,
    private_key: bool,
    code: Option<AuditCode>,
    signs: Vec<EvidenceView>,
}

impl From<&Failed> for DiagnosisFailure {
    fn from(failed: &Failed) -> Self {
        Self {
            doing: failed.doing,
            at: failed.at,
            ours: failed.ours,
            status: failed.status,
            error: failed.error.clone(),
            signs: evidence(&failed.signs),
        }
    }
}

impl From<Checked> for DiagnosisCheckView {
    fn from(checked: Checked) -> Self {
        let Checked { check, outcome, sign, detail } = checked;
        Self { check, outcome, sign, detail }
    }
}

impl From<Ranked> for DiagnosisCauseView {
    fn from(ranked: Ranked) -> Self {
        Self {
            cause: ranked.cause,
            sure: ranked.sure,
            evidence_for: evidence(&ranked.evidence_for),
            evidence_against: evidence(&ranked.evidence_against),
            codes: ranked.codes.to_vec(),
            fix: ranked.fix,
            place: ranked.place,
            source: ranked.source,
        }
    }
}

impl From<&Pasted> for PastedView {
    fn from(pasted: &Pasted) -> Self {
        Self {
            recognised: !pasted.is_empty(),
            assertion: pasted.assertion,
            private_key: pasted.private_key,
            code: pasted.code,
            signs: evidence(&pasted.signs),
        }
    }
}

fn evidence(observed: &[Observed]) -> Vec<EvidenceView> {
    let one = |one: &Observed| EvidenceView { sign: one.sign, detail: one.detail.clone() };
    observed.iter().map(one).collect()
}
