//! The form of the token request, and the way it takes.

use super::{ANY, OUT, Rule, SURE, TOKEN};
use crate::diagnosis::audit::AuditCode as Code;
use crate::diagnosis::cause::{Cause, Fix, Place, Source};
use crate::diagnosis::sign::Sign as S;
use crate::step::Step;

#[rustfmt::skip] // A table.
pub(super) const ROWS: &[Rule] = &[
    Rule {
        cause: Cause::FieldsWrong,
        during: TOKEN,
        raised: &[(S::FieldIsAssertion, SURE), (S::GrantTypeDiffers, SURE), (S::InvalidRequest, 40), (S::UnsupportedGrantType, 70)],
        shaped: &[(S::OurRequest, OUT)],
        codes: &[Code::InvalidGrantType],
        fix: Fix::OtherSystem,
        place: None,
        source: Source::Oracle,
    },
    Rule {
        cause: Cause::BodyNotForm,
        during: TOKEN,
        raised: &[(S::BodyIsJson, SURE), (S::InvalidRequest, 35)],
        shaped: &[(S::OurRequest, OUT), (S::FieldIsAssertion, -30)],
        codes: &[],
        fix: Fix::OtherSystem,
        place: None,
        source: Source::Oracle,
    },
    Rule {
        cause: Cause::AuthenticatedTwice,
        during: TOKEN,
        raised: &[(S::AuthenticatedTwice, SURE), (S::InvalidRequest, 15)],
        shaped: &[(S::OurRequest, OUT), (S::FieldIsAssertion, -10), (S::BodyIsJson, -10)],
        codes: &[],
        fix: Fix::OtherSystem,
        place: None,
        source: Source::Oracle,
    },
    Rule {
        cause: Cause::HostWrong,
        during: ANY,
        raised: &[(S::HostForm, SURE), (S::HostOfAnother, SURE), (S::NoHost, 45), (S::Redirected, 60), (S::WebPage, 20), (S::TlsFailed, 10)],
        shaped: &[(S::OurRequest, -15), (S::AccountKnown, -20), (S::WorkedBefore, -10), (S::WorkedRecently, -30)],
        codes: &[],
        fix: Fix::HandOver,
        place: Some(Place::Company),
        source: Source::Oracle,
    },
    Rule {
        cause: Cause::NoNetwork,
        during: ANY,
        raised: &[(S::Unreachable, 60), (S::TimedOut, 40), (S::NoHost, 35)],
        shaped: &[(S::WorkedBefore, 10), (S::WorkedRecently, 10), (S::AccountUnknown, OUT), (S::HostForm, -30)],
        codes: &[],
        fix: Fix::ThisComputer,
        place: None,
        source: Source::Derived,
    },
    Rule {
        cause: Cause::Intercepted,
        during: ANY,
        raised: &[(S::TlsFailed, 60), (S::WebPage, 30), (S::OddAnswer, 30)],
        shaped: &[],
        codes: &[],
        fix: Fix::ThisComputer,
        place: None,
        source: Source::Derived,
    },
    Rule {
        cause: Cause::TooMany,
        during: ANY,
        raised: &[(S::TooMany, SURE)],
        shaped: &[],
        codes: &[],
        fix: Fix::Wait,
        place: None,
        source: Source::Oracle,
    },
    Rule {
        cause: Cause::NetSuiteFailing,
        during: ANY,
        raised: &[(S::Failing, 60), (S::ServerError, 25), (S::TimedOut, 20), (S::WebPage, 15), (S::OddAnswer, 15)],
        shaped: &[(S::WorkedBefore, 5), (S::WorkedRecently, 5)],
        codes: &[],
        fix: Fix::Wait,
        place: None,
        source: Source::Derived,
    },
    Rule {
        cause: Cause::KeyGone,
        during: ANY,
        raised: &[(S::KeyGone, SURE), (S::KeyUnreadable, SURE)],
        shaped: &[],
        codes: &[],
        fix: Fix::Step { step: Step::Key },
        place: None,
        source: Source::Derived,
    },
];
