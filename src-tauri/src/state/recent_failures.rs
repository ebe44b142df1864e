//! What went wrong lately with each connection, and what NetSuite said when it was asked: for the
//! diagnosis, in memory only.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use certdesk_core::Result;
use certdesk_core::connection::{ConnectionId, CredentialId};
use certdesk_core::diagnosis::{Asked, Doing, Failed, ListState};
use time::OffsetDateTime;

use crate::state::Desk;

/// By connection.
#[derive(Default)]
pub(crate) struct Dossiers(Mutex<HashMap<ConnectionId, Dossier>>);

/// Of one connection.
#[derive(Clone, Default)]
pub(crate) struct Dossier {
    /// What failed last, unless it has worked since.
    pub(crate) failed: Option<Failed>,
    /// What NetSuite said.
    pub(crate) asked: Option<Asked>,
}

impl Desk {
    /// Passes an outcome on and keeps what it shows: a failure until the same works again.
    pub(crate) fn noted<T>(
        &self,
        id: &ConnectionId,
        doing: Doing,
        credential: Option<&CredentialId>,
        outcome: Result<T>,
    ) -> Result<T> {
        let now = OffsetDateTime::now_utc();
        match &outcome {
            Ok(_) => self.dossiers.worked(id, doing),
            Err(error) => {
                if let Some(failed) = Failed::of(error, doing, credential.cloned(), now) {
                    self.dossiers.lock().entry(id.clone()).or_default().failed = Some(failed);
                }
            }
        }
        outcome
    }
}

impl Dossiers {
    /// What is known of a connection.
    pub(crate) fn of(&self, id: &ConnectionId) -> Dossier {
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

    fn worked(&self, id: &ConnectionId, doing: Doing) {
        if let Some(dossier) = self.lock().get_mut(id) {
            dossier.failed.take_if(|failed| failed.doing == doing);
            match doing {
                // It was asked about a trouble that is over.
                Doing::Token => dossier.asked = None,
                // Whoever is signed in now may read the list that did not come before.
                Doing::SignIn => {
                    let unread = [ListState::NotRead, ListState::Unread, ListState::Refused];
                    dossier.asked.take_if(|asked| unread.contains(&asked.list));
                }
                _ => {}
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<ConnectionId, Dossier>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
