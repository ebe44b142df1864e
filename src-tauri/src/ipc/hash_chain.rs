//! Whether the history of a connection is as Certdesk wrote it.

use certdesk_core::connection::{Chain, Gap};
use serde::Serialize;
use ts_rs::TS;

/// What the hash chain says of the history.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct HashChain {
    /// Where entries don't follow each other.
    gaps: Vec<HistoryGap>,
}

/// The first of two entries was changed, or entries between them were removed, added or moved.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub(crate) struct HistoryGap {
    /// Index in the history; null where the gap is before all entries.
    after: Option<usize>,
    /// Index in the history; null where the gap is after all entries.
    before: Option<usize>,
}

impl From<Chain> for HashChain {
    fn from(chain: Chain) -> Self {
        Self { gaps: chain.gaps.into_iter().map(HistoryGap::from).collect() }
    }
}

impl From<Gap> for HistoryGap {
    fn from(Gap { after, before }: Gap) -> Self {
        Self { after, before }
    }
}
