//! Records the method and the path of every request, for tests that count them, and counts the requests that are
//! still being processed, for tests that wait for them after their client has gone.

use std::sync::{Mutex, PoisonError};

use axum::http::Method;
use serde::Serialize;
use tokio::sync::watch;

/// One request that arrived, whatever came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReceivedRequest {
    /// `GET`, `POST` and so on.
    pub method: String,
    /// The path without the query, which may carry codes.
    pub path: String,
}

#[derive(Debug, Default)]
pub(crate) struct RequestLog {
    received: Mutex<Vec<ReceivedRequest>>,
    pending: watch::Sender<usize>,
}

/// A request that is still being processed.
#[derive(Debug)]
pub(crate) struct PendingRequest(watch::Sender<usize>);

impl Drop for PendingRequest {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}

impl RequestLog {
    /// Records that a request arrived. It counts as pending until the returned value is dropped.
    pub(crate) fn record(&self, method: &Method, path: &str) -> PendingRequest {
        let mut received = self.received.lock().unwrap_or_else(PoisonError::into_inner);
        if received.len() >= KEPT {
            received.drain(..KEPT / 2);
        }
        received.push(ReceivedRequest { method: method.to_string(), path: path.to_owned() });
        self.pending.send_modify(|count| *count += 1);
        PendingRequest(self.pending.clone())
    }

    pub(crate) fn all(&self) -> Vec<ReceivedRequest> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until no request is pending.
    pub(crate) async fn settle(&self) {
        // The sender lives as long as `self`.
        let _ = self.pending.subscribe().wait_for(|count| *count == 0).await;
    }
}

/// At most this many requests are kept, so that a long run does not fill the memory.
const KEPT: usize = 100_000;
