//! What NetSuite says of the account and of the certificate when it is asked. Only on the user's
//! word, and never with the credential that is in doubt.

use netsuite_client::{ClientId, Listed, NetSuite};
use netsuite_keys::certificate::CertificateId;
use time::OffsetDateTime;

use super::sign::{Observed, Sign};
use crate::error::NetSuiteError;
use crate::netsuite::access::Bearer;

/// The answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// When.
    pub at: OffsetDateTime,
    /// Whether `datacenterurls` knows the account; none where it could not be asked, or answered with
    /// hosts that do not name the account.
    pub account_known: Option<bool>,
    /// Local clock minus NetSuite's, in seconds.
    pub clock_skew: Option<i64>,
    /// What the list says of the certificate.
    pub list: ListState,
    /// Whether the list was read by somebody who is signed in to this very record.
    pub own_record: bool,
    /// Why there was no answer, where there was none, or none that is understood.
    pub unanswered: Vec<Observed>,
}

impl Asked {
    /// Whether the list was asked for and did not come. Refused to somebody who is signed in to this
    /// very record it has come: that is an answer about the record.
    #[must_use]
    pub const fn list_did_not_come(&self) -> bool {
        match self.list {
            ListState::Unread => true,
            ListState::Refused => !self.own_record,
            _ => false,
        }
    }
}

/// What NetSuite's list says of one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListState {
    /// Nobody is signed in, so it was not read.
    NotRead,
    /// It was refused with 401.
    Refused,
    /// It could not be read for another reason.
    Unread,
    /// The certificate is active.
    Active,
    /// Somebody revoked it.
    Revoked,
    /// Its validity is over there.
    Expired,
    /// It is not among those listed.
    Missing,
    /// Nothing is listed at all.
    Empty,
}

/// Asks `datacenterurls`, and where somebody is signed in the list of certificates. `reader` is what
/// the list is read with, and whether that comes from a sign-in to this very record.
pub async fn ask(
    netsuite: &NetSuite,
    client_id: Option<&ClientId>,
    certificate_id: Option<&CertificateId>,
    reader: Option<(&Bearer, bool)>,
    now: OffsetDateTime,
) -> Asked {
    let mut asked = Asked {
        at: now,
        account_known: None,
        clock_skew: None,
        list: ListState::NotRead,
        own_record: false,
        unanswered: Vec::new(),
    };
    match netsuite.ask_for_account().await {
        Ok(answer) => {
            (asked.account_known, asked.clock_skew) = (answer.known, answer.clock_skew);
            if answer.known.is_none() {
                asked.unanswered.push(Sign::AccountUnclear.into());
            }
        }
        Err(error) => {
            let failed = super::Failed::of(&error.into(), super::Doing::Token, None, now);
            asked.unanswered = failed.map(|failed| failed.signs).unwrap_or_default();
        }
    }
    if let (Some(client_id), Some((bearer, own_record))) = (client_id, reader) {
        asked.own_record = own_record;
        asked.list = match netsuite.list_certificates(&bearer.token, client_id).await {
            Ok(listed) => {
                asked.clock_skew = asked.clock_skew.or(listed.clock_skew);
                state(&listed, certificate_id, now)
            }
            Err(NetSuiteError::TokenNotAccepted { .. }) => ListState::Refused,
            Err(_) => ListState::Unread,
        };
    }
    asked
}

fn state(
    listed: &Listed,
    certificate_id: Option<&CertificateId>,
    now: OffsetDateTime,
) -> ListState {
    let row = certificate_id.and_then(|id| listed.row(id));
    match row {
        Some(row) if row.revoked => ListState::Revoked,
        Some(row) if row.valid_until.is_some_and(|until| until < now.date()) => ListState::Expired,
        Some(_) => ListState::Active,
        None if listed.certificates.is_empty() => ListState::Empty,
        None => ListState::Missing,
    }
}

impl Asked {
    /// What it shows.
    pub(super) fn signs(&self) -> Vec<Observed> {
        let mut signs = self.unanswered.clone();
        signs.extend(self.account_known.map(|known| {
            if known { Sign::AccountKnown.into() } else { Sign::AccountUnknown.into() }
        }));
        let listed = match self.list {
            ListState::NotRead | ListState::Unread => None,
            // Somebody of another record says nothing about this one.
            ListState::Refused => self.own_record.then_some(Sign::ListRefused),
            ListState::Active => Some(Sign::ListActive),
            ListState::Revoked => Some(Sign::ListRevoked),
            ListState::Expired => Some(Sign::ListExpired),
            ListState::Missing => Some(Sign::ListMissing),
            ListState::Empty => Some(Sign::ListEmpty),
        };
        signs.extend(listed.map(Observed::from));
        let let_in =
            !matches!(self.list, ListState::NotRead | ListState::Unread | ListState::Refused);
        signs.extend((let_in && self.own_record).then(|| Sign::RecordAnswers.into()));
        signs
    }
}
