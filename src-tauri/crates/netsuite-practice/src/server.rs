//! Starts and stops the practice account.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use axum::Router;
use thiserror::Error;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::account::ACCOUNT_ID;
use crate::account::audit::AuditEntry;
use crate::clock::Clock;
use crate::faults::Faults;
use crate::listener::{Connections, Disconnect, LoopbackListener};
use crate::request_log::ReceivedRequest;
use crate::state::SharedState;
use crate::store::{AccountStore, StateFileError};
use crate::{endpoints, middleware, pages};

/// How the practice account is started.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where the account is kept between runs. Without it, it ends with the server.
    pub state_file: Option<PathBuf>,
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// The clock that every rule uses.
    pub clock: Clock,
}

/// Why the practice account did not start.
#[derive(Debug, Error)]
pub enum StartError {
    /// The port could not be opened.
    #[error("no port could be opened on 127.0.0.1")]
    Bind(#[source] io::Error),
    /// The state file could not be used; it is left as it is.
    #[error(transparent)]
    StateFile(#[from] StateFileError),
}

/// A running practice account. Ends when it is stopped or dropped.
#[derive(Debug)]
pub struct Practice {
    address: SocketAddr,
    shared: SharedState,
    connections: Connections,
    /// Dropped to end the server.
    running: Option<oneshot::Sender<()>>,
    server: JoinHandle<()>,
}

impl Practice {
    /// Opens the account and listens on 127.0.0.1.
    ///
    /// # Errors
    ///
    /// [`StartError`]; a damaged or newer state file is refused, never replaced.
    pub async fn start(options: Options) -> Result<Self, StartError> {
        let Options { state_file, port, clock } = options;
        let store = tokio::task::spawn_blocking(move || AccountStore::open(state_file))
            .await
            .map_err(|stopped| StateFileError::Io(io::Error::other(stopped)))??;
        let listener = LoopbackListener::bind(port).await.map_err(StartError::Bind)?;
        let address = axum::serve::Listener::local_addr(&listener).map_err(StartError::Bind)?;
        let connections = listener.connections();

        let shared = SharedState::new(format!("http://{address}"), store, clock);

        let (running, ended) = oneshot::channel::<()>();
        let app = routes(shared.clone()).into_make_service_with_connect_info::<Disconnect>();
        let open = connections.clone();
        let server = tokio::spawn(async move {
            let stopped = async move {
                // Resolves when the handle is dropped, too.
                let _ = ended.await;
                open.disconnect_all();
            };
            // Serving ends only by `stopped`; failures of single connections end those.
            let _ = axum::serve(listener, app).with_graceful_shutdown(stopped).await;
        });
        Ok(Self { address, shared, connections, running: Some(running), server })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// `http://127.0.0.1:PORT`, which stands for every host of NetSuite.
    #[must_use]
    pub fn origin(&self) -> String {
        self.shared.origin.clone()
    }

    /// The account ID, as under Company Information.
    #[must_use]
    pub fn account_id(&self) -> &'static str {
        ACCOUNT_ID
    }

    /// The faults: what goes wrong, and how to change it.
    #[must_use]
    pub fn faults(&self) -> &Faults {
        &self.shared.faults
    }

    /// The Login Audit Trail, oldest line first.
    #[must_use]
    pub fn audit(&self) -> Vec<AuditEntry> {
        self.shared.store.account().audit.clone()
    }

    /// The requests that arrived since the start, oldest first. Those refused for their `Host` are not among them.
    #[must_use]
    pub fn requests(&self) -> Vec<ReceivedRequest> {
        self.shared.requests.all()
    }

    /// Waits until every request that arrived has been processed, also those whose client has gone.
    pub async fn settle(&self) {
        self.shared.requests.settle().await;
    }

    /// Ends the server and its connections, and waits until the port is free.
    pub async fn stop(mut self) {
        self.running = None;
        self.connections.disconnect_all();
        // Fails only if the task panicked or the runtime ended: it has stopped then, too.
        let _ = (&mut self.server).await;
    }
}

fn routes(shared: SharedState) -> Router {
    endpoints::routes()
        .merge(pages::routes())
        .layer(axum::middleware::from_fn_with_state(shared.clone(), middleware::receive))
        .with_state(shared)
}
