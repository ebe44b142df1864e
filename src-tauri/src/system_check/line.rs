//! One line of the report: what was examined, and how it came out.

use serde::Serialize;
use ts_rs::TS;

/// One examination.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "CheckLine")]
pub(crate) struct Line {
    pub(crate) check: Examination,
    pub(crate) name: &'static str,
    pub(crate) state: State,
    /// What was found.
    pub(crate) detail: String,
    /// What to do when it is not ok.
    pub(crate) remedy: Option<String>,
}

/// How an examination came out, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "CheckState")]
pub(crate) enum State {
    Ok,
    /// Certdesk works, with something missing.
    Warning,
    Failed,
}

/// What is examined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "CheckName")]
pub(crate) enum Examination {
    Check,
    Version,
    System,
    DataFolder,
    Documents,
    Keychain,
    WebView,
    TrustStore,
    Proxy,
    Links,
    Clock,
}
