//! The practice account while it runs in this process.

use std::net::SocketAddr;
use std::path::PathBuf;

use netsuite_client::{AccountId, Origin};
use netsuite_practice::{
    ACCOUNT_ID, INTEGRATION_ROLE_NAME, INTEGRATION_USER_NAME, Options, Practice,
};
use tokio::sync::Mutex;

use crate::failure::{AppFailure, Failure};
use crate::ipc::practice::PracticeStatus;

/// Starts on request only; its state survives in a file of the data folder.
pub(crate) struct PracticeAccount {
    state_file: PathBuf,
    running: Mutex<Option<Practice>>,
}

impl PracticeAccount {
    pub(crate) fn new(state_file: PathBuf) -> Self {
        Self { state_file, running: Mutex::new(None) }
    }

    /// Where it listens; none while it does not run.
    pub(crate) async fn address(&self) -> Option<SocketAddr> {
        self.running.lock().await.as_ref().map(Practice::address)
    }

    /// The account there; none while it does not run.
    pub(crate) async fn origin(&self) -> Option<Origin> {
        Origin::practice(self.address().await?, AccountId::parse(ACCOUNT_ID).ok()?)
    }

    pub(crate) async fn status(&self) -> PracticeStatus {
        let address = self.address().await.map(|address| format!("http://{address}"));
        PracticeStatus {
            address,
            account_id: ACCOUNT_ID.to_owned(),
            role_name: INTEGRATION_ROLE_NAME,
            entity_name: INTEGRATION_USER_NAME,
        }
    }

    /// Starts it, or leaves it running.
    pub(crate) async fn start(&self) -> Result<PracticeStatus, Failure> {
        let mut running = self.running.lock().await;
        if running.is_none() {
            let options =
                Options { state_file: Some(self.state_file.clone()), ..Options::default() };
            let started = Practice::start(options).await;
            *running =
                Some(started.map_err(|error| AppFailure::PracticeNotStarted {
                    detail: error.to_string(),
                })?);
        }
        drop(running);
        Ok(self.status().await)
    }

    /// Stops it; what it knows stays in its file.
    pub(crate) async fn stop(&self) -> PracticeStatus {
        if let Some(practice) = self.running.lock().await.take() {
            practice.stop().await;
        }
        self.status().await
    }
}
