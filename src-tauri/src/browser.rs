//! Opens addresses of NetSuite and of the practice account in the system's browser.

use certdesk_core::netsuite::page::Page;
use netsuite_client::{InternalId, Origin};

use crate::failure::{AppFailure, Failure};

/// Of a page in this account, or of its start page.
pub(crate) fn address(origin: &Origin, page: Option<Page>, role: Option<InternalId>) -> String {
    page.map_or_else(|| origin.app_url(), |page| page.url(origin, role))
}

/// Only for addresses that were built here: never for text that came from outside.
pub(crate) fn open_in_browser(url: String) -> Result<(), Failure> {
    open::that_detached(&url).map_err(|_| AppFailure::BrowserNotOpened { url }.into())
}
