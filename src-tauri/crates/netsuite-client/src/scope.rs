//! What a token may be used for.

use serde::{Deserialize, Serialize};

/// What a token may be used for.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162790605110.html>
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// RESTlets.
    Restlets,
    /// REST web services.
    RestWebservices,
    /// SuiteAnalytics Connect.
    SuiteAnalytics,
}

impl Scope {
    /// As it stands in a request.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Restlets => "restlets",
            Self::RestWebservices => "rest_webservices",
            Self::SuiteAnalytics => "suite_analytics",
        }
    }
}
