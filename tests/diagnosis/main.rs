//! Seventy failures, and what the diagnosis makes of each: the twenty of the fact base that the
//! project was written from, one for each, thirteen more, eighteen that are told by other programs'
//! words or were never mapped in the account, and nineteen test calls with a token that was received.
//!
//! Each is produced: on the practice account, with the mistake made there or in the request, or from
//! a file. The diagnosis gets what a user of the app would have then, and never the reason that the
//! account noted. Afterwards the account's own audit code is pasted back, where there is one, and
//! must lead to the true cause. What is not sure must not be told as sure, and as long as there is
//! doubt something must be left to ask before anything is changed.
//!
//! `cargo test -p failure-diagnosis`, or with a part of a failure's name behind `--`.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod cases;
mod client;
#[allow(dead_code, reason = "this test uses a part of it")]
#[path = "../domain/person/mod.rs"]
mod person;
mod site;
mod table;

use std::process::ExitCode;

use certdesk_core::diagnosis::{AuditCode, Cause, Diagnosis, Fix, Question, diagnose};

use site::{Known, Site};

/// One failure.
#[derive(Clone)]
pub(crate) struct Failure {
    /// `1` to `20` are those of the facts.
    pub(crate) number: &'static str,
    /// The mistake that was made.
    pub(crate) mistake: &'static str,
    /// What it is.
    pub(crate) truth: Cause,
}

/// What became of it.
pub(crate) struct Verdict {
    pub(crate) failure: Failure,
    /// What the user had in hands.
    pub(crate) known: String,
    pub(crate) ranked: Vec<Cause>,
    /// Whether the first is told as the answer.
    pub(crate) decided: bool,
    pub(crate) questions: Vec<Question>,
    /// On a doubt, with nothing left to ask, a remedy is offered that changes the mapping.
    pub(crate) rash: bool,
    /// The place with the answer alone, where an assertion was pasted beside it.
    pub(crate) alone: Option<Option<usize>>,
    /// The code that the account noted, and whether it led to the truth.
    pub(crate) code: Option<(AuditCode, bool)>,
}

impl Verdict {
    /// The place of the true cause, from 1.
    pub(crate) fn place(&self) -> Option<usize> {
        place(&self.ranked, self.failure.truth)
    }
}

fn place(ranked: &[Cause], truth: Cause) -> Option<usize> {
    ranked.iter().position(|cause| *cause == truth).map(|at| at + 1)
}

fn main() -> ExitCode {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let verdicts = runtime.block_on(cases::all(wanted.as_deref()));
    table::print(&verdicts);
    if table::is_good(&verdicts) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Asks for the diagnosis of what is known, first without and then with the account's own code.
pub(crate) fn judge(failure: Failure, site: &Site, known: &Known) -> Verdict {
    let code = known.code(site);
    let code = code.map(|code| {
        let settled = diagnose(&known.case(site), Some(code));
        (code, settled.causes.first().is_some_and(|first| first.cause == failure.truth))
    });
    let causes = |diagnosis: &Diagnosis| -> Vec<Cause> {
        diagnosis.causes.iter().map(|ranked| ranked.cause).collect()
    };
    let alone = known.with_the_answer_alone().map(|known| diagnose(&known.case(site), None));
    let diagnosis = diagnose(&known.case(site), None);
    let changes = |fix: &Fix| matches!(fix, Fix::Recreate | Fix::NewPair);
    let first = diagnosis.causes.first();
    Verdict {
        known: known.words(),
        ranked: causes(&diagnosis),
        decided: diagnosis.is_decided(),
        rash: !diagnosis.is_decided()
            && diagnosis.questions.is_empty()
            && first.is_some_and(|first| changes(&first.fix)),
        questions: diagnosis.questions,
        alone: alone.map(|alone| place(&causes(&alone), failure.truth)),
        code,
        failure,
    }
}
