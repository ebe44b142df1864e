//! The requests that arrived, for tests that count them: method and path, nothing else.

use std::sync::{Mutex, PoisonError};

use axum::http::Method;
use serde::Serialize;

/// One request that arrived, whatever came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReceivedRequest {
    /// `GET`, `POST` and so on.
    pub method: String,
    /// The path without the query, which may carry codes.
    pub path: String,
}

#[derive(Debug, Default)]
pub(crate) struct Requests(Mutex<Vec<ReceivedRequest>>);

impl Requests {
    pub(crate) fn note(&self, method: &Method, path: &str) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= KEPT {
            all.drain(..KEPT / 2);
        }
        all.push(ReceivedRequest { method: method.to_string(), path: path.to_owned() });
    }

    pub(crate) fn all(&self) -> Vec<ReceivedRequest> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Requests kept, so that a long run does not fill the memory.
const KEPT: usize = 100_000;
