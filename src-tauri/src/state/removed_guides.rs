//! The guides that were removed last, so that it can be undone. They hold no secret, and end with the app.

use std::sync::{MutexGuard, PoisonError};

use certdesk_core::api_secret::BankSecrets;
use certdesk_core::pro_record::ProRecord;
use certdesk_core::tba_plan::TbaPlan;

use crate::state::AppState;

/// The guide of each kind that was removed last.
#[derive(Default)]
pub(crate) struct RemovedGuides {
    pub(crate) bank: Option<BankSecrets>,
    pub(crate) pro_record: Option<ProRecord>,
    pub(crate) tba_plan: Option<TbaPlan>,
}

impl AppState {
    /// The guides that were removed last.
    pub(crate) fn removed_guides(&self) -> MutexGuard<'_, RemovedGuides> {
        // Each is only ever replaced as a whole.
        self.removed_guides.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
