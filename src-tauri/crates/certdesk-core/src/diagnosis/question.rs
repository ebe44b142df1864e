//! What can be asked to cut the causes. Nothing of it changes anything in NetSuite, so it comes before
//! every remedy that does.

use serde::{Deserialize, Serialize};

use super::rules::{self, OUT, Rule, SURE};
use super::sign::{Observed, Sign};
use super::{AuditCode, Doing, Ranked, is_certain};

/// Something to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "DiagnosisQuestion"))]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// Whether Certdesk itself receives a token while another system is refused.
    TestHere,
    /// What NetSuite's list says of the certificate.
    List,
    /// Whether NetSuite knows the account, and what time it is there.
    NetSuite,
    /// Which code the Login Audit Trail shows.
    AuditTrail,
}

/// The questions that some answer to would rule a cause out or leave no doubt of one, the quickest
/// first. None where no doubt is left.
pub(super) fn open(
    doing: Doing,
    observed: &[Observed],
    causes: &[Ranked],
    settled: Option<AuditCode>,
) -> Vec<Question> {
    let single = causes.len() == 1;
    if causes.is_empty() || is_certain(causes) || (single && settled.is_some()) {
        return Vec::new();
    }
    let is_left = |rule: &&Rule| {
        causes.iter().any(|ranked| ranked.cause == rule.cause) && !rule.is_out(observed)
    };
    let rows: Vec<_> = rules::all().filter(is_left).collect();
    let has = |sign: Sign| observed.iter().any(|one| one.sign == sign);
    let cuts = |answers: &[Sign]| {
        let decides = |weight: i16| weight >= SURE || weight <= OUT;
        let decided =
            |rule: &Rule| answers.iter().filter_map(|sign| rule.weight(*sign)).any(decides);
        !answers.iter().any(|sign| has(*sign)) && rows.iter().any(|rule| decided(rule))
    };
    // An upload that was refused for what it held says nothing against reading the list.
    let read = doing == Doing::Upload
        && [Sign::Refused, Sign::RefusedAsFull, Sign::RefusedAsUsed].into_iter().any(has);
    let at_endpoint = matches!(doing, Doing::Endpoint | Doing::Upload | Doing::SignIn) && !read;
    let theirs = has(Sign::TheirRequest);
    let in_trail = || causes.iter().any(|ranked| !ranked.codes.is_empty());
    [
        (Question::TestHere, theirs && doing == Doing::Token && cuts(&[Sign::WorksHere])),
        // Where the list or the sign-in itself failed, it is no way to find out.
        (Question::List, !at_endpoint && cuts(LIST)),
        // The clock of another system is not the one that is compared.
        (Question::NetSuite, cuts(ACCOUNT) || (!theirs && cuts(CLOCK))),
        (Question::AuditTrail, settled.is_none() && !single && in_trail()),
    ]
    .into_iter()
    .filter_map(|(question, is_open)| is_open.then_some(question))
    .collect()
}

#[rustfmt::skip] // One line for each question.
const LIST: &[Sign] = &[Sign::ListActive, Sign::ListRevoked, Sign::ListExpired, Sign::ListMissing, Sign::ListEmpty, Sign::ListRefused];
const ACCOUNT: &[Sign] = &[Sign::AccountKnown, Sign::AccountUnknown, Sign::AccountUnclear];
const CLOCK: &[Sign] = &[Sign::ClockFits, Sign::ClockOff];
