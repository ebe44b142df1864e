//! What can be checked without NetSuite's word, and what is known of the connection.

use netsuite_client::Environment;
use netsuite_keys::certificate::{Certificate, CertificateId};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use super::sign::{Observed, Sign};
use super::text::shortened;
use super::{Asked, Case};
use crate::connection::{Connection, Credential, CredentialState, Entry, Event};
use crate::netsuite::proof::CLOCK_TOLERANCE;
use crate::setup::proven;

/// One thing that is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "DiagnosisCheck"))]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// The key in the vault and the certificate belong together; or the pasted signature is theirs.
    Pair,
    /// `kid` is the certificate's ID.
    CertificateId,
    /// The certificate is within its dates.
    Dates,
    /// The algorithm is one of NetSuite's and fits the key.
    Algorithm,
    /// `iss` is the Client ID, not the Application ID.
    ClientId,
    /// `aud` is the address posted to, in the form of host names.
    Audience,
    /// The assertion lives for less than 60 minutes.
    Lifetime,
    /// A scope is asked for, and only ones that are chosen here.
    Scope,
    /// The clock agrees with NetSuite's.
    Clock,
    /// `datacenterurls` knows the account.
    Account,
    /// The list shows the certificate as active.
    List,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "CheckOutcome"))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It holds.
    Passed,
    /// It does not.
    Failed,
    /// It could not be looked at.
    Open,
}

/// A check and its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What was checked.
    pub check: Check,
    /// What came of it.
    pub outcome: Outcome,
    /// What it shows; none while it is open.
    pub sign: Option<Sign>,
    /// The value looked at. Never a secret, never a sentence.
    pub detail: String,
}

/// What the vault gave for a credential's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyLooked {
    /// It was not looked for: the vault is locked or not there.
    No,
    /// It belongs to the certificate.
    Fits,
    /// It belongs to another.
    Differs,
    /// There is none under its name.
    Gone,
    /// What is there is no key.
    Unreadable,
}

impl Checked {
    pub(super) fn observed(&self) -> Option<Observed> {
        Some(Observed { sign: self.sign?, detail: self.detail.clone() })
    }
}

/// Every check, in the order in which it is shown.
pub(super) fn run(case: &Case<'_>) -> Vec<Checked> {
    let ours = case.failed.is_none_or(|failed| failed.ours);
    let mut found = if ours { of_our_request(case) } else { Vec::new() };
    found.extend(of_this_computer(case, ours));
    found.extend(case.failed.into_iter().flat_map(|failed| failed.signs.clone()));
    found.extend(case.asked.into_iter().flat_map(Asked::signs));
    let checked = |(check, passing, failing): &(Check, &[Sign], &[Sign])| {
        let look = |signs: &[Sign]| found.iter().find(|one| signs.contains(&one.sign)).cloned();
        let (outcome, observed) = match (look(failing), look(passing)) {
            (Some(observed), _) => (Outcome::Failed, Some(observed)),
            (None, Some(observed)) => (Outcome::Passed, Some(observed)),
            (None, None) => (Outcome::Open, None),
        };
        let detail = observed.as_ref().map(|one| one.detail.clone()).unwrap_or_default();
        Checked { check: *check, outcome, sign: observed.map(|one| one.sign), detail }
    };
    CHECKS.iter().map(checked).collect()
}

/// What Certdesk's own assertion says. It is made by [`netsuite_client`], so some hold always; they
/// are shown because another system's do not.
fn of_our_request(case: &Case<'_>) -> Vec<Observed> {
    let mut found = Vec::new();
    let integration = &case.connection.integration;
    if let Some(credential) = case.credential {
        let fits = credential.algorithm.fits(credential.key_type);
        let sign = if fits { Sign::AlgorithmFits } else { Sign::AlgorithmNotForKey };
        found.push(sign.with(credential.algorithm));
        found.push(kid(case.connection, credential).with(credential.certificate_id()));
        found.push(Sign::LifetimeFits.with(netsuite_client::LIFETIME.whole_seconds()));
    }
    if let Some(client_id) = &integration.client_id {
        found.push(Sign::IssuerFits.with(shortened(client_id.as_str())));
    }
    if let Some(url) = case.token_url {
        found.push(Sign::AudienceFits.with(netsuite_client::host_of(url)));
    }
    let scopes: Vec<_> = integration.scopes.iter().map(|scope| scope.as_str()).collect();
    let sign = if scopes.is_empty() { Sign::ScopeEmpty } else { Sign::ScopeFits };
    if integration.client_id.is_some() {
        found.push(sign.with(scopes.join(", ")));
    }
    let failed = case.failed.and_then(|failed| failed.clock_skew);
    if let Some(skew) = failed.or_else(|| case.asked.and_then(|asked| asked.clock_skew)) {
        let off = skew.abs() > CLOCK_TOLERANCE.whole_seconds();
        found.push(if off { Sign::ClockOff } else { Sign::ClockFits }.with(skew));
    }
    found
}

/// What is true here whoever makes the request.
fn of_this_computer(case: &Case<'_>, ours: bool) -> Vec<Observed> {
    let mut found = Vec::new();
    match case.key {
        // That ours fits says nothing of the key that another system holds.
        KeyLooked::Fits if ours => found.push(Sign::PairFits.into()),
        KeyLooked::Differs => found.push(Sign::PairDiffers.into()),
        KeyLooked::Gone if ours => found.push(Sign::KeyGone.into()),
        KeyLooked::Unreadable if ours => found.push(Sign::KeyUnreadable.into()),
        _ => {}
    }
    if let Some(certificate) = case.credential.and_then(|credential| credential.certificate().ok())
    {
        found.push(dates(&certificate, case.now));
    }
    found
}

fn dates(certificate: &Certificate, now: OffsetDateTime) -> Observed {
    let day = |at: OffsetDateTime| at.date().to_string();
    if certificate.not_after() <= now {
        Sign::Ended.with(day(certificate.not_after()))
    } else if now < certificate.not_before() {
        Sign::NotBegun.with(day(certificate.not_before()))
    } else {
        Sign::DatesFit.with(day(certificate.not_after()))
    }
}

fn kid(connection: &Connection, credential: &Credential) -> Sign {
    if connection.certificate_id_fits(credential) { Sign::KidFits } else { Sign::KidDiffers }
}

/// What is known of the connection without looking anywhere.
pub(super) fn circumstances(case: &Case<'_>) -> Vec<Observed> {
    let Case { connection, credential, .. } = case;
    let mut signs = Vec::new();
    if let Some(account) = &connection.account {
        let environment = account.id.environment();
        let refreshable = connection.practice
            || matches!(environment, Environment::Sandbox | Environment::ReleasePreview);
        signs.push(
            if refreshable { Sign::Refreshable } else { Sign::NotRefreshable }.with(&account.id),
        );
    }
    if let Some(credential) = credential {
        signs.extend(of_credential(case, credential));
        signs.push(if credential.key_type.is_rsa() { Sign::RsaKey } else { Sign::EcKey }.into());
    }
    let call = case.failed.filter(|failed| failed.ours && failed.doing != super::Doing::Token);
    let refused = connection.last_refusal.as_ref().filter(|_| call.is_some());
    signs.extend(refused.map(|refused| Sign::TokenRefusedToo.with(rfc3339(refused.at))));
    signs.extend(of_others(case));
    signs
}

fn of_credential(case: &Case<'_>, credential: &Credential) -> Vec<Observed> {
    let (connection, now) = (case.connection, case.now);
    let mut signs = Vec::new();
    let id = credential.certificate_id();
    let last = |is: fn(&Event) -> Option<&CertificateId>| {
        let entries = connection.history.iter().rev();
        entries.filter(|entry| is(&entry.event) == Some(id)).map(|entry| entry.at).next()
    };
    let received = last(|event| match event {
        Event::TokenReceived { certificate_id, .. } => Some(certificate_id),
        _ => None,
    });
    let uploaded = last(|event| match event {
        Event::CertificateUploaded { certificate_id, .. }
        | Event::CertificateIdConfirmed { certificate_id } => Some(certificate_id),
        _ => None,
    });
    let theirs =
        case.failed.is_some_and(|failed| !failed.ours && failed.doing == super::Doing::Token);
    // A token for another Client ID says nothing about this one.
    let changed = connection.history.iter().rev();
    let changed =
        changed.filter(|entry| matches!(entry.event, Event::ClientIdSet)).map(|one| one.at);
    let changed = changed.take_while(|at| received.is_some_and(|received| *at > received)).next();
    let same = received.filter(|_| changed.is_none());
    let works = same.filter(|at| theirs && connection.last_refusal.is_none() && now - *at < FRESH);
    signs.extend(works.map(|at| Sign::WorksHere.with(rfc3339(at))));
    signs.extend(changed.map(|at| Sign::ClientIdChanged.with(rfc3339(at))));
    let recently = same.zip(began(case)).map(|(received, began)| began - received);
    let recently = recently.filter(|gap| !gap.is_negative() && *gap < FRESH);
    signs.push(match (recently, received) {
        (Some(gap), _) => Sign::WorkedRecently.with(gap.whole_seconds()),
        (None, Some(at)) => Sign::WorkedBefore.with(rfc3339(at)),
        (None, None) if proven(credential) => Sign::WorkedBefore.into(),
        (None, None) => Sign::NeverWorked.into(),
    });
    let sent = |entry: &Entry| matches!(&entry.event, Event::CertificateUploaded { certificate_id, .. } if certificate_id == id);
    signs.extend(connection.history.iter().any(sent).then(|| Sign::UploadedHere.into()));
    match credential.state {
        CredentialState::Made => signs.push(Sign::NotUploaded.into()),
        CredentialState::Uploaded => signs.push(Sign::IdReadBack.with(id)),
        CredentialState::Revoked => signs.push(Sign::RevokedHere.into()),
        CredentialState::Gone => signs.push(Sign::MarkedGone.into()),
        _ => {}
    }
    if received.is_none() && uploaded.is_some_and(|at| now - at < SETTLING && now >= at) {
        signs.push(Sign::UploadedNow.with(uploaded.map(rfc3339).unwrap_or_default()));
    }
    signs
}

/// When the trouble began: the first refusal since a token was received, else the failure that
/// Certdesk saw itself. When another system was refused first is not known here.
fn began(case: &Case<'_>) -> Option<OffsetDateTime> {
    let entries = case.connection.history.iter().rev();
    let since = entries.take_while(|entry| !matches!(entry.event, Event::TokenReceived { .. }));
    let refused = since.filter(|entry| matches!(entry.event, Event::TokenRefused { .. })).last();
    let seen = case.failed.filter(|failed| failed.ours).map(|failed| failed.at);
    refused.map(|entry| entry.at).or(seen)
}

/// Whether what NetSuite said is about this trouble. What it said before is no evidence: a list that
/// was read in the morning shows a certificate as active that was revoked at noon.
pub(super) fn is_current(case: &Case<'_>, asked: &Asked) -> bool {
    match began(case) {
        Some(began) if case.failed.is_some() => asked.at >= began,
        _ => case.now - asked.at < FRESH,
    }
}

/// What happens to other connections of the account says whether it is this one's own trouble.
fn of_others(case: &Case<'_>) -> Vec<Observed> {
    let connection = case.connection;
    let since = began(case).or_else(|| case.failed.map(|failed| failed.at));
    let Some(since) = since else { return Vec::new() };
    let same_record =
        |other: &&Connection| other.integration.client_id == connection.integration.client_id;
    // One that never worked, or was refused at another time, has a trouble of its own.
    let is_refused = |other: &&Connection| {
        let refused = other.last_refusal.as_ref();
        let lost = other.working().is_none() && !other.credentials.is_empty();
        let worked = other.last_proof.is_some() && !lost;
        worked && refused.is_some_and(|one| (one.at - since).abs() <= DAY)
    };
    let works = |other: &&Connection| {
        other.last_refusal.is_none() && other.last_proof.as_ref().is_some_and(|at| at.at >= since)
    };
    let others = || case.others.iter().filter(|other| other.id != connection.id);
    let named = |sign: Sign, other: Option<&Connection>| other.map(|one| sign.with(&one.name));
    [
        named(Sign::OthersWork, others().find(works)),
        named(Sign::OthersRefused, others().find(is_refused)),
        named(
            Sign::OtherRecordsRefused,
            others().find(|other| is_refused(other) && !same_record(other)),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn rfc3339(at: OffsetDateTime) -> String {
    at.format(&time::format_description::well_known::Rfc3339).unwrap_or_default()
}

type Row = (Check, &'static [Sign], &'static [Sign]);

/// Which signs pass a check, and which fail it.
#[rustfmt::skip] // A table.
const CHECKS: &[Row] = &[
    (Check::Pair, &[Sign::PairFits, Sign::SignatureFits], &[Sign::PairDiffers, Sign::KeyGone, Sign::KeyUnreadable, Sign::SignatureInDer, Sign::SignatureInPkcs1, Sign::SignatureSalt, Sign::SignatureOfAnother]),
    (Check::CertificateId, &[Sign::KidFits], &[Sign::KidMissing, Sign::KidDiffers]),
    (Check::Dates, &[Sign::DatesFit], &[Sign::Ended, Sign::NotBegun]),
    (Check::Algorithm, &[Sign::AlgorithmFits], &[Sign::AlgorithmNotListed, Sign::AlgorithmNotForKey]),
    (Check::ClientId, &[Sign::IssuerFits], &[Sign::IssuerIsApplicationId, Sign::IssuerDiffers]),
    (Check::Audience, &[Sign::AudienceFits], &[Sign::AudienceDiffers, Sign::HostForm, Sign::HostOfAnother]),
    (Check::Lifetime, &[Sign::LifetimeFits], &[Sign::LifetimeTooLong, Sign::TimesInMilliseconds, Sign::TimesMissing]),
    (Check::Scope, &[Sign::ScopeFits], &[Sign::ScopeEmpty, Sign::ScopeSeparator, Sign::ScopeNotOurs]),
    (Check::Clock, &[Sign::ClockFits], &[Sign::ClockOff, Sign::IssuedAhead]),
    (Check::Account, &[Sign::AccountKnown], &[Sign::AccountUnknown]),
    (Check::List, &[Sign::ListActive], &[Sign::ListRevoked, Sign::ListExpired, Sign::ListMissing, Sign::ListEmpty, Sign::ListRefused]),
];

/// How long a certificate counts as uploaded just now. NetSuite gives no figure.
const SETTLING: Duration = Duration::minutes(15);
/// How far apart two refusals may be to have one reason.
const DAY: Duration = Duration::days(1);
/// How long a token counts as received just now: as long as it lives.
const FRESH: Duration = Duration::hours(1);
