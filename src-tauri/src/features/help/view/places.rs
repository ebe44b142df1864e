//! Where the app keeps its files.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A place that the app writes to.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PlaceKind {
    /// All documents.
    Data,
    /// The connections.
    Connections,
    /// The progress of SuiteProjects Pro records.
    ProRecords,
    /// The API secrets of banks, without their values.
    Banks,
    /// The plans that move integrations off token-based authentication.
    TbaPlans,
    /// Connections that were removed and can be brought back.
    Removed,
    /// Key files, where they were chosen.
    KeyFiles,
    /// What the practice account knows.
    Practice,
    /// What the web view keeps, such as the theme.
    WebView,
}

/// One place.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PlaceView {
    pub(crate) kind: PlaceKind,
    pub(crate) path: String,
    pub(crate) exists: bool,
}
