//! Generates private keys while the user reads and types.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use certdesk_core::connection::ConnectionId;
use certdesk_core::error::KeysError;
use certdesk_core::{Error, Result};
use netsuite_keys::key::{KeyType, PrivateKey, Progress, Search};
use tokio::sync::watch;

/// The searches for a key: at most one for each connection, and one at work at a time, for they share the cores.
#[derive(Default)]
pub(crate) struct KeyGeneration {
    running: Mutex<HashMap<ConnectionId, Arc<KeySearch>>>,
}

/// One search and, when it is over, its key.
pub(crate) struct KeySearch {
    key_type: KeyType,
    pub(crate) search: Search,
    outcome: watch::Receiver<Option<Outcome>>,
}

#[derive(Clone)]
enum Outcome {
    Found(Arc<PrivateKey>),
    Cancelled,
    Failed,
}

impl KeyGeneration {
    /// Starts a search for a connection, or joins the one that looks for the same type.
    pub(crate) fn start(&self, id: &ConnectionId, key_type: KeyType) -> Arc<KeySearch> {
        let mut running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(search) = running.get(id)
            && search.key_type == key_type
            && !search.is_cancelled()
        {
            return Arc::clone(search);
        }
        // What was found for other connections stays; what still runs would only slow this one.
        running.retain(|other, search| {
            let keep = other != id && search.is_found();
            if !keep {
                search.search.cancel();
            }
            keep
        });
        let (sender, outcome) = watch::channel(None);
        let search = Arc::new(KeySearch { key_type, search: Search::new(), outcome });
        running.insert(id.clone(), Arc::clone(&search));
        let working = Arc::clone(&search);
        tokio::task::spawn_blocking(move || {
            let outcome = match PrivateKey::generate(key_type, &working.search) {
                Ok(key) => Outcome::Found(Arc::new(key)),
                Err(KeysError::Cancelled) => Outcome::Cancelled,
                Err(error) => {
                    tracing::error!(%error, "the key search failed");
                    Outcome::Failed
                }
            };
            sender.send_replace(Some(outcome));
        });
        search
    }

    /// Cancels a connection's search, if there is one.
    pub(crate) fn cancel(&self, id: &ConnectionId) {
        if let Some(search) = self.forget(id) {
            search.search.cancel();
        }
    }

    /// How far a connection's search is, if there is one.
    pub(crate) fn progress(&self, id: &ConnectionId) -> Option<Progress> {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.get(id).map(|search| search.search.progress())
    }

    /// Lets go of a connection's search and its key.
    pub(crate) fn forget(&self, id: &ConnectionId) -> Option<Arc<KeySearch>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).remove(id)
    }
}

impl KeySearch {
    /// Waits for the key.
    pub(crate) async fn key(&self) -> Result<Arc<PrivateKey>> {
        let mut outcome = self.outcome.clone();
        match outcome.wait_for(Option::is_some).await.as_deref() {
            Ok(Some(Outcome::Found(key))) => Ok(Arc::clone(key)),
            Ok(Some(Outcome::Cancelled)) => Err(Error::Cancelled),
            _ => Err(Error::Unexpected("the key search ended early")),
        }
    }

    fn is_found(&self) -> bool {
        matches!(*self.outcome.borrow(), Some(Outcome::Found(_)))
    }

    fn is_cancelled(&self) -> bool {
        matches!(*self.outcome.borrow(), Some(Outcome::Cancelled | Outcome::Failed))
    }
}
