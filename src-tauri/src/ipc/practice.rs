//! The practice account.

use serde::Serialize;
use ts_rs::TS;

/// Whether the practice account runs.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PracticeStatus {
    /// `http://127.0.0.1:<port>` while it runs.
    pub(crate) address: Option<String>,
    pub(crate) account_id: String,
    /// The role for integrations that a new practice account has.
    pub(crate) role_name: &'static str,
    /// The user who holds it.
    pub(crate) entity_name: &'static str,
}
