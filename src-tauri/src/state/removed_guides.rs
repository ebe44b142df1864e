//! The guides that were removed last, so that it can be undone. They hold no secret, and end with the app.

use std::sync::{MutexGuard, PoisonError};

use certdesk_core::Result;
use certdesk_core::files::documents::{Document, Documents};
use certdesk_core::guides::api_secret::BankSecrets;
use certdesk_core::guides::pro_record::ProRecord;
use certdesk_core::guides::tba_plan::TbaPlan;

use crate::state::{AppState, blocking};

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

    /// Brings one back, unless there is a new one in its place. One that can't be written can be
    /// brought back later.
    pub(crate) async fn bring_back<D: Document + Clone + Send + 'static>(
        &self,
        documents: Documents<D>,
        removed: fn(&mut RemovedGuides) -> &mut Option<D>,
    ) -> Result<()> {
        let Some(document) = removed(&mut self.removed_guides()).clone() else { return Ok(()) };
        let write = move || {
            let stem = document.file_stem().to_owned();
            documents.update_or_begin(&stem, || document, |_| Ok(())).map(|_| ())
        };
        blocking(write).await?;
        *removed(&mut self.removed_guides()) = None;
        Ok(())
    }
}
