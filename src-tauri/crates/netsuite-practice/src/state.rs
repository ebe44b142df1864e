//! The state that all requests share while the server runs.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::{Arc, Mutex};

use crate::access_token::Issuer;
use crate::account::integration::FreshCredentials;
use crate::authorization_code::Consents;
use crate::clock::Clock;
use crate::faults::Faults;
use crate::request_log::RequestLog;
use crate::store::AccountStore;

/// A handle to the state of one server. Clones share it.
#[derive(Clone, Debug)]
pub(crate) struct SharedState(Arc<ServerState>);

#[derive(Debug)]
pub(crate) struct ServerState {
    /// `http://127.0.0.1:PORT`. It changes between runs, so it is stored nowhere.
    pub(crate) origin: String,
    pub(crate) store: Arc<AccountStore>,
    pub(crate) faults: Faults,
    pub(crate) clock: Clock,
    pub(crate) requests: RequestLog,
    pub(crate) issuer: Arc<Issuer>,
    pub(crate) consents: Consents,
    /// Consumer Key and Secret of records just made, until their page has shown them.
    pub(crate) fresh: Mutex<HashMap<i64, FreshCredentials>>,
}

impl Deref for SharedState {
    type Target = ServerState;

    fn deref(&self) -> &ServerState {
        &self.0
    }
}

impl SharedState {
    /// The state of a server that starts with this account, at this address.
    pub(crate) fn new(origin: String, store: AccountStore, clock: Clock) -> Self {
        let store = Arc::new(store);
        let issuer = Arc::new(Issuer::new());
        issuer.prepare();
        Self(Arc::new(ServerState {
            origin,
            faults: Faults::none(Arc::clone(&store)),
            store,
            clock,
            requests: RequestLog::default(),
            issuer,
            consents: Consents::default(),
            fresh: Mutex::default(),
        }))
    }

    /// The only `Host` that is answered.
    pub(crate) fn host(&self) -> &str {
        self.origin.strip_prefix("http://").unwrap_or(&self.origin)
    }
}
