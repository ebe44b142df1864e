//! How a key search goes on.

use netsuite_keys::key::Progress;
use serde::Serialize;
use ts_rs::TS;

/// How far a key search is.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KeyProgress {
    #[ts(type = "number")]
    pub(crate) tested: u64,
    pub(crate) primes: u8,
    /// Candidates that are still to be tested on average; 0 where no primes are looked for.
    #[ts(type = "number")]
    pub(crate) left_on_average: u64,
}

impl From<Progress> for KeyProgress {
    fn from(Progress { tested, primes, left_on_average }: Progress) -> Self {
        Self { tested, primes, left_on_average }
    }
}

/// How a key search ended.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum KeySearchOutcome {
    Found,
    Cancelled,
}
