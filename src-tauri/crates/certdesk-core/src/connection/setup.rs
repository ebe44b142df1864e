//! How far a connection's set-up has come, derived from what is true.
//!
//! Nothing is counted: work done elsewhere counts as done. A token that NetSuite issued, for
//! example, proves every step before it, ticked off or not.

use netsuite_client::Scope;
use time::OffsetDateTime;

use super::rotation::Act;
use super::tick::Tick;
use super::{Connection, Credential, CredentialState, ReadKind};
pub use crate::step::Step;

/// What a connection needs, for the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// The set-up stands at a step.
    SettingUp {
        /// The first that is not done.
        step: Step,
    },
    /// A rotation is under way.
    Rotating {
        /// What it waits for.
        next: Act,
        /// Its last act failed.
        interrupted: bool,
    },
    /// The sandbox was refreshed: NetSuite has no mapping for it any more.
    MappingGone,
    /// Its certificate is revoked, and nothing has taken its place.
    Revoked,
    /// The certificate's validity is over.
    Expired,
    /// The last token request was refused.
    TokenRefused {
        /// When.
        at: OffsetDateTime,
    },
    /// The usual test call after the last token was refused.
    CallRefused {
        /// When.
        at: OffsetDateTime,
    },
    /// 60 days or less are left: from here on NetSuite mails the Administrators.
    RunsOutSoon,
    /// Nothing to do.
    InOrder,
}

/// Whether a step is done.
#[must_use]
pub fn done(connection: &Connection, step: Step) -> bool {
    let working = connection.working();
    let proven = working.is_some_and(proven);
    match step {
        Step::Target => connection.target.is_some(),
        Step::Account => connection.account.is_some(),
        Step::Role => connection.role.is_some() || proven,
        Step::Integration => {
            connection.integration.client_id.is_some()
                || (brings_its_application(connection) && !connection.integration.name.is_empty())
        }
        Step::Key => working.is_some(),
        Step::Upload => working.is_some_and(|credential| credential.state != CredentialState::Made),
        Step::Prove => proven || proves_itself(connection),
        Step::HandOver => connection.handed_over_at.is_some() && done(connection, Step::Prove),
    }
}

/// Whether a done step rests on more than names that somebody typed: on a token, or on boxes that
/// somebody ticked off. Only step 3 can be done without.
#[must_use]
pub fn confirmed(connection: &Connection, step: Step) -> bool {
    let proven = connection.working().is_some_and(proven);
    step != Step::Role || proven || needed(connection).all(|tick| connection.ticks.contains(tick))
}

/// The boxes of step 3 without which there is no token, or nothing that it could be used for.
fn needed(connection: &Connection) -> impl Iterator<Item = &'static Tick> {
    let scopes = &connection.integration.scopes;
    let asks = |scope| scopes.is_empty() || scopes.contains(&scope);
    let (restlets, services) = (asks(Scope::Restlets), asks(Scope::RestWebservices));
    Tick::ALL.iter().filter(move |tick| match tick {
        Tick::FeatureClientSuiteScript | Tick::FeatureServerSuiteScript => restlets,
        Tick::FeatureRestWebServices | Tick::PermissionRestWebServices => services,
        Tick::PermissionManageCertificates => false,
        Tick::FeatureOauth2 | Tick::PermissionOauth2Login | Tick::RoleAssigned => true,
    })
}

/// Whether only the target can prove the connection: it brings its own application to NetSuite, and
/// that application's Consumer Key is not known here. The target asks for the first token itself.
#[must_use]
pub fn proves_itself(connection: &Connection) -> bool {
    brings_its_application(connection)
        && connection.integration.client_id.is_none()
        && connection.working().is_some_and(|working| working.state != CredentialState::Made)
}

pub(crate) fn brings_its_application(connection: &Connection) -> bool {
    connection.target.is_some_and(|target| target.recipe().application.is_some())
}

/// The first step that is not done; none when all are.
#[must_use]
pub fn open_step(connection: &Connection) -> Option<Step> {
    Step::ALL.into_iter().find(|step| !done(connection, *step))
}

/// Whether NetSuite has issued a token for a credential.
#[must_use]
pub fn proven(credential: &Credential) -> bool {
    matches!(credential.state, CredentialState::Proven | CredentialState::Current)
}

/// Whether a refresh of the sandbox took the mapping, and nothing has taken its place.
#[must_use]
pub fn mapping_gone(connection: &Connection) -> bool {
    let gone = |credential: &Credential| credential.state == CredentialState::Gone;
    connection.working().is_none() && connection.credentials.iter().any(gone)
}

/// Whether its certificate was revoked, and nothing has taken its place.
#[must_use]
pub fn revoked(connection: &Connection) -> bool {
    let last = connection.taken_away(None).filter(|_| connection.working().is_none());
    last.is_some_and(|last| last.state == CredentialState::Revoked)
}

/// What the connection needs at an instant.
#[must_use]
pub fn status(connection: &Connection, now: OffsetDateTime) -> Status {
    status_until(connection, connection.working_until(), now)
}

/// The same for whoever has read already when the certificate in use ends: in a list of a thousand
/// connections, reading certificates takes longest.
#[must_use]
pub fn status_until(
    connection: &Connection,
    until: Option<OffsetDateTime>,
    now: OffsetDateTime,
) -> Status {
    if let Some(rotation) = &connection.rotation {
        let interrupted = rotation.last_failure.is_some();
        return Status::Rotating { next: rotation.next(), interrupted };
    }
    if mapping_gone(connection) {
        return Status::MappingGone;
    }
    if revoked(connection) {
        return Status::Revoked;
    }
    if let Some(until) = until
        && until <= now
    {
        return Status::Expired;
    }
    if let Some(step) = open_step(connection) {
        return Status::SettingUp { step };
    }
    if let Some(refused) = &connection.last_refusal {
        return Status::TokenRefused { at: refused.at };
    }
    if let Some(call) = connection.call(ReadKind::Metadata)
        && call.is_refused()
    {
        return Status::CallRefused { at: call.at };
    }
    match until {
        Some(until) if super::days_left(until, now) <= FIRST_MAIL_DAYS => Status::RunsOutSoon,
        _ => Status::InOrder,
    }
}

/// NetSuite's first mail goes out two months before the end (facts A.1).
const FIRST_MAIL_DAYS: i64 = 60;
