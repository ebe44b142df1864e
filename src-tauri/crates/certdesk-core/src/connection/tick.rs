//! What an administrator ticks off in step 3 of a set-up.

use serde::{Deserialize, Serialize};

/// The boxes of the features and permissions list (facts F.1, F.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Tick {
    /// Enable Features > SuiteCloud: Client SuiteScript.
    FeatureClientSuiteScript,
    /// Enable Features > SuiteCloud: Server SuiteScript.
    FeatureServerSuiteScript,
    /// Enable Features > SuiteCloud: REST Web Services.
    FeatureRestWebServices,
    /// Enable Features > SuiteCloud: OAuth 2.0.
    #[serde(rename = "feature-oauth2")]
    FeatureOauth2,
    /// Log in using OAuth 2.0 Access Tokens.
    #[serde(rename = "permission-oauth2-login")]
    PermissionOauth2Login,
    /// REST Web Services.
    PermissionRestWebServices,
    /// Manage own OAuth 2.0 Client Credentials Certificates.
    PermissionManageCertificates,
    /// The role is on the entity's Access subtab.
    RoleAssigned,
}

impl Tick {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::FeatureClientSuiteScript,
        Self::FeatureServerSuiteScript,
        Self::FeatureRestWebServices,
        Self::FeatureOauth2,
        Self::PermissionOauth2Login,
        Self::PermissionRestWebServices,
        Self::PermissionManageCertificates,
        Self::RoleAssigned,
    ];
}
