//! The rules of the diagnosis, as a table: one row for each cause, two where Certdesk's own request
//! and another system's are mended differently.
//!
//! A row is considered when one of the signs that raise it was observed; the signs that shape it
//! move it up or down. The weights are judgements, not measurements: Oracle documents no answers
//! for the client credentials grant (facts B.5, I). They are checked by a test for each row and by
//! the failures that `make diagnosis` produces.
//!
//! A token received just before the refusal speaks against every cause that would have refused it,
//! too: that cause must have come about in between. What somebody still sets up changes most in such
//! a short time, so the record loses least, then the role, then the mapping. A refresh of a sandbox
//! loses most: an Administrator requests it, waits while the old sandbox goes on, and activates it
//! (<https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/bridgehead_4177890138.html>).

mod account;
mod assertion;
mod call;
mod elsewhere;
mod request;

use super::Doing;
use super::audit::AuditCode;
use super::sign::{Observed, Sign};
use crate::cause::{Cause, Fix, Place, Source};

/// One row.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) cause: Cause,
    /// What is being done where it can be the cause.
    pub(super) during: &'static [Doing],
    /// At least one of these makes it a candidate.
    pub(super) raised: &'static [(Sign, i16)],
    /// These make it likelier or less likely.
    pub(super) shaped: &'static [(Sign, i16)],
    /// What the audit trail says then. Empty where no code is documented.
    pub(super) codes: &'static [AuditCode],
    pub(super) fix: Fix,
    pub(super) place: Option<Place>,
    pub(super) source: Source,
}

impl Rule {
    /// How much a sign says about this cause; none when it says nothing.
    pub(super) fn weight(&self, sign: Sign) -> Option<i16> {
        let signs = self.raised.iter().chain(self.shaped);
        signs.filter(|(one, _)| *one == sign).map(|(_, weight)| *weight).next()
    }

    /// Whether a sign makes it a candidate.
    pub(super) fn raises(&self, sign: Sign) -> bool {
        self.raised.iter().any(|(one, _)| *one == sign)
    }

    /// Whether it is a candidate.
    pub(super) fn is_raised(&self, observed: &[Observed]) -> bool {
        observed.iter().any(|one| self.raises(one.sign))
    }

    /// Whether something rules it out.
    pub(super) fn is_out(&self, observed: &[Observed]) -> bool {
        observed.iter().any(|one| self.weight(one.sign).is_some_and(|weight| weight <= OUT))
    }
}

/// All rows. Of equal ones the earlier goes first.
pub(super) fn all() -> impl Iterator<Item = &'static Rule> {
    let tables = [account::ROWS, assertion::ROWS, request::ROWS, call::ROWS, elsewhere::ROWS];
    tables.into_iter().flatten()
}

/// Leaves no doubt.
pub(super) const SURE: i16 = 200;
/// Rules it out.
pub(super) const OUT: i16 = -1000;

const TOKEN: &[Doing] = &[Doing::Token];
const TOKEN_OR_CALL: &[Doing] = &[Doing::Token, Doing::Call, Doing::Endpoint];
const CALL: &[Doing] = &[Doing::Call, Doing::Endpoint, Doing::Upload];
const READ: &[Doing] = &[Doing::Call];
const AT_ENDPOINT: &[Doing] = &[Doing::Endpoint, Doing::Upload];
const UPLOAD: &[Doing] = &[Doing::Upload];
const FILE: &[Doing] = &[Doing::Key, Doing::Upload, Doing::Token];
const SIGN_IN: &[Doing] = &[Doing::SignIn];
const MAPPING: &[Doing] = &[Doing::Mapping];
const ANY: &[Doing] = &[
    Doing::Token,
    Doing::Call,
    Doing::Endpoint,
    Doing::Upload,
    Doing::SignIn,
    Doing::Mapping,
    Doing::Key,
];

#[cfg(test)]
mod tests;
