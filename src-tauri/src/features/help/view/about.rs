//! What this Certdesk is, and what it needs from this computer.

use serde::Serialize;
use ts_rs::TS;

use crate::ipc::access::LinksView;
use crate::system_check::Report;

/// What this Certdesk is and what it runs on.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AboutView {
    pub(crate) version: &'static str,
    /// The commit it was built from, where the build knew it.
    pub(crate) commit: Option<&'static str>,
    pub(crate) system: String,
    pub(crate) architecture: &'static str,
    pub(crate) links: LinksView,
}

/// A report, and the same as text to be copied.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CheckView {
    pub(crate) report: Report,
    /// How many problems there are, in a sentence.
    pub(crate) summary: String,
    pub(crate) text: String,
}
