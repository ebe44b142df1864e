//! Why a token, a call or an upload failed: checks that need nobody, the signs of what was answered,
//! and a table of causes ranked by them.
//!
//! NetSuite says little, so a diagnosis is a ranking with its evidence, for and against; only what
//! leaves no doubt, or a code of the Login Audit Trail that the user pastes back, settles it. As long
//! as there is doubt, what can be asked to cut the causes goes before any remedy.
//! Nothing here sends anything except [`ask`], and nothing here holds a secret: of a pasted text
//! only the signs in it remain.

mod answer_signs;
mod answered;
mod asked;
mod assertion;
mod audit;
mod checks;
mod pasted;
mod phrases;
mod question;
mod read_signs;
mod rules;
mod sign;
mod text;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

pub use crate::cause::{Cause, Fix, Place, Source};
use crate::connection::{Connection, Credential};
pub use answered::{Failed, Seen};
pub use asked::{Asked, ListState, ask};
pub use audit::AuditCode;
pub use checks::{Check, Checked, KeyLooked, Outcome};
pub use pasted::Pasted;
pub use question::Question;
pub(crate) use read_signs::of_refusal;
pub use sign::{Observed, Sign};

/// What was being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "DiagnosisDoing"))]
#[serde(rename_all = "kebab-case")]
pub enum Doing {
    /// A token was requested.
    Token,
    /// The API was called with a token.
    Call,
    /// The certificates endpoint was asked.
    Endpoint,
    /// A certificate was uploaded.
    Upload,
    /// Somebody signed in by browser.
    SignIn,
    /// A mapping was made on NetSuite's page.
    Mapping,
    /// A key or certificate was read.
    Key,
}

/// Everything that is known when the question is asked.
#[derive(Clone, Debug)]
pub struct Case<'a> {
    /// The connection.
    pub connection: &'a Connection,
    /// The credential that was used; none where there is none.
    pub credential: Option<&'a Credential>,
    /// What the vault gave for it.
    pub key: KeyLooked,
    /// Where its tokens come from; none where that is not known, as while the practice account is
    /// stopped.
    pub token_url: Option<&'a str>,
    /// What failed; none when nothing did.
    pub failed: Option<&'a Failed>,
    /// What NetSuite answered when it was asked, if it was.
    pub asked: Option<&'a Asked>,
    /// The other connections of the same account.
    pub others: &'a [Connection],
    /// When the question is asked.
    pub now: OffsetDateTime,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// What could be checked without NetSuite's word, in a fixed order.
    pub checks: Vec<Checked>,
    /// What may be the cause, the likeliest first.
    pub causes: Vec<Ranked>,
    /// The code that settled it, if one was given.
    pub settled: Option<AuditCode>,
    /// What can still be asked to cut the causes, the quickest first.
    pub questions: Vec<Question>,
    /// When NetSuite was asked; none where it was not asked since this began.
    pub asked_at: Option<OffsetDateTime>,
}

impl Diagnosis {
    /// Whether the first cause is the answer: nothing leaves doubt of it and nothing that was seen
    /// speaks for another, or it is the only one left and no question could rule it out.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        is_certain(&self.causes) || (self.causes.len() == 1 && self.questions.is_empty())
    }
}

/// Whether the first cause is beyond doubt, and nothing but what failed speaks for any other.
fn is_certain(causes: &[Ranked]) -> bool {
    let mut causes = causes.iter();
    causes.next().is_some_and(|first| first.sure) && !causes.any(|other| other.seen)
}

/// A cause, and what speaks for it and against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The cause.
    pub cause: Cause,
    /// How much speaks for it. Only the order means something.
    pub score: i16,
    /// Whether something leaves no doubt of it, whatever else may be wrong.
    pub sure: bool,
    /// Whether something was seen that raises it, beside the failure itself.
    pub seen: bool,
    /// What speaks for it, the strongest first.
    pub evidence_for: Vec<Observed>,
    /// What speaks against it.
    pub evidence_against: Vec<Observed>,
    /// What the audit trail says then.
    pub codes: &'static [AuditCode],
    /// What mends it.
    pub fix: Fix,
    /// Where in NetSuite.
    pub place: Option<Place>,
    /// Who says that this answer has this cause.
    pub source: Source,
}

/// Looks at everything and ranks the causes. With a code of the audit trail only its causes remain,
/// and what is beyond doubt although no code is documented for it.
#[must_use]
pub fn diagnose(case: &Case<'_>, code: Option<AuditCode>) -> Diagnosis {
    let asked = case.asked.filter(|asked| checks::is_current(case, asked));
    let case = &Case { asked, ..case.clone() };
    let checks = checks::run(case);
    let observed = observe(case, &checks);
    let doing = case.failed.map_or(Doing::Token, |failed| failed.doing);
    let code = code.or_else(|| case.failed.and_then(|failed| failed.code));
    let mut causes = rank(doing, &observed);
    // A code without a known meaning settles nothing.
    let settled = code.filter(|code| rules::all().any(|rule| rule.codes.contains(code)));
    if let Some(code) = settled {
        causes = settle(causes, &observed, code);
    }
    let questions = question::open(doing, &observed, &causes, settled);
    Diagnosis { checks, causes, settled, questions, asked_at: asked.map(|asked| asked.at) }
}

fn observe(case: &Case<'_>, checks: &[Checked]) -> Vec<Observed> {
    let mut observed = Vec::new();
    let ours = case.failed.is_none_or(|failed| failed.ours);
    observed.extend(case.failed.into_iter().flat_map(|failed| failed.signs.iter().cloned()));
    observed.push(if ours { Sign::OurRequest } else { Sign::TheirRequest }.into());
    observed.extend(checks.iter().filter_map(Checked::observed));
    observed.extend(case.asked.map(Asked::signs).unwrap_or_default());
    observed.extend(checks::circumstances(case));
    let mut seen = Vec::new();
    observed.retain(|one| !seen.contains(&one.sign) && (seen.push(one.sign), true).1);
    observed
}

fn rank(doing: Doing, observed: &[Observed]) -> Vec<Ranked> {
    let rows = rules::all().filter(|rule| rule.during.contains(&doing));
    let mut causes: Vec<_> =
        rows.filter_map(|rule| weigh(rule, observed)).filter(|ranked| ranked.score > 0).collect();
    // Stable: the table's order decides between equals.
    causes.sort_by_key(|ranked| -ranked.score);
    // Where one leaves no doubt, what the failure alone would fit is no news any more; what was seen
    // beside it is.
    if causes.first().is_some_and(|first| first.sure) {
        causes.retain(|ranked| ranked.sure || ranked.seen || ranked.score >= WORTH_A_LOOK);
    }
    causes
}

/// The causes of a code, whatever was thought of them before. NetSuite's word goes before ours.
fn settle(ranked: Vec<Ranked>, observed: &[Observed], code: AuditCode) -> Vec<Ranked> {
    let (mut settled, others): (Vec<_>, Vec<_>) =
        ranked.into_iter().partition(|ranked| ranked.codes.contains(&code));
    let known: Vec<_> = settled.iter().map(|ranked| ranked.cause).collect();
    let rows = || rules::all().filter(|rule| rule.codes.contains(&code));
    let possible = rows().filter(|rule| !known.contains(&rule.cause) && !rule.is_out(observed));
    settled.extend(possible.map(|rule| Ranked { score: 0, ..Ranked::of(rule, observed) }));
    if settled.is_empty() {
        // What was seen here speaks against all of them, and NetSuite's word goes before ours.
        // Only what Certdesk's own requests can't have stays out, where something else is left.
        let ours = observed.iter().any(|one| one.sign == Sign::OurRequest);
        let impossible = |rule: &&rules::Rule| {
            ours && rule.weight(Sign::OurRequest).is_some_and(|weight| weight <= rules::OUT)
        };
        let anyone = rows().all(|rule| impossible(&rule));
        let rows = rows().filter(|rule| anyone || !impossible(rule));
        settled.extend(rows.map(|rule| Ranked { score: 0, ..Ranked::of(rule, observed) }));
    }
    let undocumented = others.into_iter().filter(|other| other.sure && other.codes.is_empty());
    settled.extend(undocumented);
    settled.sort_by_key(|ranked| -ranked.score);
    settled
}

fn weigh(rule: &'static rules::Rule, observed: &[Observed]) -> Option<Ranked> {
    rule.is_raised(observed).then(|| Ranked::of(rule, observed))
}

impl Ranked {
    /// A row beside what was observed.
    fn of(rule: &'static rules::Rule, observed: &[Observed]) -> Self {
        let weighed = observed.iter().filter_map(|one| Some((rule.weight(one.sign)?, one)));
        let mut weighed: Vec<_> = weighed.collect();
        weighed.sort_by_key(|(weight, _)| -weight.abs());
        let score = weighed.iter().fold(0_i16, |sum, (weight, _)| sum.saturating_add(*weight));
        // The answer itself speaks for all its causes, also where its weight only places them.
        let (evidence_for, evidence_against): (Vec<_>, Vec<_>) = weighed
            .iter()
            .partition(|(weight, one): &&(i16, &Observed)| *weight >= 0 || rule.raises(one.sign));
        let observed = |side: Vec<&(i16, &Observed)>| {
            side.into_iter().map(|(_, one)| (*one).clone()).collect()
        };
        Self {
            cause: rule.cause,
            score,
            sure: score > 0 && weighed.iter().any(|(weight, _)| *weight >= rules::SURE),
            seen: score > 0
                && weighed.iter().any(|(weight, one)| {
                    *weight > 0 && rule.raises(one.sign) && !one.sign.is_symptom()
                }),
            evidence_for: observed(evidence_for),
            evidence_against: observed(evidence_against),
            codes: rule.codes,
            fix: rule.fix,
            place: rule.place,
            source: rule.source,
        }
    }
}

/// Beside a cause that is beyond doubt.
const WORTH_A_LOOK: i16 = 60;
