//! What the window asks for first.

use serde::Serialize;
use ts_rs::TS;

use crate::ipc::practice::PracticeStatus;
use crate::ipc::vault::VaultStatus;

/// What the window asks for first.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AppStatus {
    pub(crate) version: &'static str,
    #[ts(type = "\"linux\" | \"macos\" | \"windows\"")]
    pub(crate) platform: &'static str,
    /// Where the documents lie.
    pub(crate) data_folder: String,
    pub(crate) vault: VaultStatus,
    pub(crate) practice: PracticeStatus,
}
