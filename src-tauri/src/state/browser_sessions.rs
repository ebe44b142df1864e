//! Who is signed in by browser, and the sign-ins that wait for their answer: in memory only. What
//! is to outlive the app lies in the vault (`stored_secrets`).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::error::{ConnectionError, SignInError};
use certdesk_core::netsuite::sign_in::WaitingSignIns;
use certdesk_core::setup::Step;
use certdesk_core::{Error, Result};
use netsuite_client::sign_in::{Callback, RedirectPage, Session, SignIn};
use netsuite_client::{AccountId, ClientId};
use time::OffsetDateTime;

use crate::ipc::access::WaitingSignIn;

/// All sessions of this process.
#[derive(Default)]
pub(crate) struct BrowserSessions {
    waiting: Mutex<Waiting>,
    open: Mutex<HashMap<IntegrationRecord, Arc<OpenSession>>>,
    /// Held while a refresh token is used, kept or revoked: a public client's serves once.
    pub(crate) renewing: tokio::sync::Mutex<()>,
}

/// An integration record of one account. Connections that share one share its session.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct IntegrationRecord {
    pub(crate) practice: bool,
    pub(crate) account: AccountId,
    pub(crate) client_id: ClientId,
}

/// A session, and the connection that it was begun for: its document says where a refresh token is.
pub(crate) struct OpenSession {
    pub(crate) session: Session,
    pub(crate) begun_for: ConnectionId,
}

/// What the user asked for with a sign-in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SignInOptions {
    /// Keep the refresh token in the vault.
    pub(crate) stay_signed_in: bool,
    /// Keep the Client Secret, which was entered for this sign-in, once NetSuite has taken it.
    pub(crate) keep_client_secret: bool,
}

#[derive(Default)]
struct Waiting {
    sign_ins: WaitingSignIns,
    options: HashMap<ConnectionId, SignInOptions>,
}

impl IntegrationRecord {
    /// The record of a connection.
    pub(crate) fn of(connection: &Connection) -> Result<Self> {
        let account = connection.account.as_ref();
        let account = account
            .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Account }))?
            .id
            .clone();
        let client_id = connection.needed_client_id()?.clone();
        Ok(Self { practice: connection.practice, account, client_id })
    }
}

impl BrowserSessions {
    /// Lets a sign-in wait for the browser; an earlier one of the connection is over.
    pub(crate) fn wait(&self, id: &ConnectionId, sign_in: SignIn, options: SignInOptions) {
        let mut waiting = lock(&self.waiting);
        waiting.sign_ins.add(id.clone(), sign_in);
        waiting.options.insert(id.clone(), options);
    }

    /// The sign-in of a connection that waits.
    pub(crate) fn waiting(&self, id: &ConnectionId) -> Option<WaitingSignIn> {
        let waiting = lock(&self.waiting);
        let sign_in = waiting.sign_ins.of(id)?;
        let authorize_url = sign_in.authorize_url().to_owned();
        let page = sign_in.page().map(ToString::to_string);
        Some(WaitingSignIn { authorize_url, page, since: sign_in.since() })
    }

    /// The page that the sign-in of a connection ends on, if one waits and ends on a page.
    pub(crate) fn page(&self, id: &ConnectionId) -> Option<RedirectPage> {
        lock(&self.waiting).sign_ins.of(id)?.page().cloned()
    }

    /// Ends the wait of a connection.
    pub(crate) fn cancel(&self, id: &ConnectionId) {
        let mut waiting = lock(&self.waiting);
        waiting.sign_ins.cancel(id);
        waiting.options.remove(id);
    }

    /// Takes out the sign-in that a callback answers, as [`WaitingSignIns::take`].
    pub(crate) fn take(
        &self,
        only: Option<&ConnectionId>,
        callback: &Callback,
    ) -> Result<(ConnectionId, SignIn, SignInOptions)> {
        let mut waiting = lock(&self.waiting);
        let (id, sign_in) = waiting.sign_ins.take(only, callback)?;
        let options = waiting.options.remove(&id).ok_or(SignInError::NotAsked)?;
        Ok((id, sign_in, options))
    }

    /// Somebody is signed in.
    pub(crate) fn open(
        &self,
        record: IntegrationRecord,
        session: Session,
        begun_for: ConnectionId,
    ) -> Arc<OpenSession> {
        let open = Arc::new(OpenSession { session, begun_for });
        lock(&self.open).insert(record, Arc::clone(&open));
        open
    }

    /// The session of a record, over or not.
    pub(crate) fn of(&self, record: &IntegrationRecord) -> Option<Arc<OpenSession>> {
        lock(&self.open).get(record).cloned()
    }

    /// The session of a record, if it can be used.
    pub(crate) fn live(
        &self,
        record: &IntegrationRecord,
        now: OffsetDateTime,
    ) -> Option<Arc<OpenSession>> {
        self.of(record).filter(|open| !open.session.is_over(now))
    }

    /// The session of another record of the same account that can be used longest.
    pub(crate) fn of_another_record(
        &self,
        record: &IntegrationRecord,
        now: OffsetDateTime,
    ) -> Option<Arc<OpenSession>> {
        let open = lock(&self.open);
        let other = open.iter().filter(|(other, open)| {
            (other.practice, &other.account) == (record.practice, &record.account)
                && other.client_id != record.client_id
                && !open.session.is_over(now)
        });
        other.max_by_key(|(_, open)| open.session.expires_at).map(|(_, open)| Arc::clone(open))
    }

    /// Drops the session that was begun for a connection.
    pub(crate) fn close(&self, begun_for: &ConnectionId) {
        lock(&self.open).retain(|_, open| open.begun_for != *begun_for);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A panic while it was held leaves nothing half done.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
