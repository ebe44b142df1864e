//! What went wrong lately with each connection, and what NetSuite said when it was asked: for the
//! diagnosis, in memory only.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use certdesk_core::connection::{ConnectionId, CredentialId, Refused};
use certdesk_core::diagnosis::{Asked, Doing, Failed, ListState};
use certdesk_core::{Error, Result};
use time::OffsetDateTime;

use crate::state::AppState;

/// The recent failure of each connection.
#[derive(Default)]
pub(crate) struct RecentFailures(Mutex<HashMap<ConnectionId, RecentFailure>>);

/// What is known of the recent trouble of one connection.
#[derive(Clone, Default)]
pub(crate) struct RecentFailure {
    /// What failed last, unless it has worked since.
    pub(crate) failed: Option<Failed>,
    /// What NetSuite said.
    pub(crate) asked: Option<Asked>,
}

impl AppState {
    /// Passes an outcome on and records what it shows: a failure is recorded until the same works again.
    pub(crate) fn record_outcome<T>(
        &self,
        id: &ConnectionId,
        doing: Doing,
        credential: Option<&CredentialId>,
        outcome: Result<T>,
    ) -> Result<T> {
        let now = OffsetDateTime::now_utc();
        match &outcome {
            Ok(_) => self.recent_failures.worked(id, doing),
            Err(error) => {
                if let Some(failed) = Failed::of(error, doing, credential.cloned(), now) {
                    self.recent_failures.lock().entry(id.clone()).or_default().failed =
                        Some(failed);
                }
            }
        }
        outcome
    }

    /// Writes into the document that a token was refused, if that is what happened, and passes the
    /// failure on.
    pub(crate) async fn record_refused(
        &self,
        id: &ConnectionId,
        credential: &CredentialId,
        error: Error,
        now: OffsetDateTime,
    ) -> Error {
        let Error::TokenRefused(refused) = &error else { return error };
        let refusal = &refused.refusal;
        let reason = refusal.error.clone().unwrap_or_else(|| refusal.status.to_string());
        let (told, credential) = (Refused { at: now, reason }, credential.clone());
        let recorded = self.update(id, move |c| c.record_refusal(&credential, told)).await;
        recorded.err().unwrap_or(error)
    }
}

impl RecentFailures {
    /// What is known of a connection.
    pub(crate) fn of(&self, id: &ConnectionId) -> RecentFailure {
        self.lock().get(id).cloned().unwrap_or_default()
    }

    /// NetSuite was asked.
    pub(crate) fn asked(&self, id: &ConnectionId, asked: Asked) {
        self.lock().entry(id.clone()).or_default().asked = Some(asked);
    }

    /// All that was in question is over.
    pub(crate) fn forget(&self, id: &ConnectionId) {
        self.lock().remove(id);
    }

    /// A test call failed; none where it worked.
    pub(crate) fn called(&self, id: &ConnectionId, failed: Option<Failed>) {
        match failed {
            Some(failed) => self.lock().entry(id.clone()).or_default().failed = Some(failed),
            None => self.worked(id, Doing::Call),
        }
    }

    fn worked(&self, id: &ConnectionId, doing: Doing) {
        if let Some(recent) = self.lock().get_mut(id) {
            recent.failed.take_if(|failed| failed.doing == doing);
            match doing {
                // It was asked about a trouble that is over.
                Doing::Token => recent.asked = None,
                // Whoever is signed in now may read the list that did not come before.
                Doing::SignIn => {
                    let unread = [ListState::NotRead, ListState::Unread, ListState::Refused];
                    recent.asked.take_if(|asked| unread.contains(&asked.list));
                }
                _ => {}
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ConnectionId, RecentFailure>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
