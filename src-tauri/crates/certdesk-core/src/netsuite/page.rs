//! Where a person acts in NetSuite: each page by the menu path that leads to it, and its address.
//!
//! Oracle's help names pages by their menu path and publishes hardly any address. A page whose
//! address Oracle does not show opens the account's start page, where the path can be followed: an
//! address that was guessed could lead anywhere. The practice account has a page for most of them.

use serde::{Deserialize, Serialize};

use super::InternalId;

/// A page on which a person does something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "NetSuitePage"))]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    /// Setup > Company > Enable Features.
    Features,
    /// Setup > Company > Enable Features > Analytics.
    AnalyticsFeatures,
    /// Customization > Scripting > Script Deployments.
    Deployments,
    /// Setup > Users/Roles > Manage Roles, or the role itself where its ID is known.
    Roles,
    /// Setup > Integration > Manage Integrations > New.
    Integration,
    /// Setup > Integration > Manage Integrations.
    Integrations,
    /// … > OAuth 2.0 Client Credentials (M2M) Setup > Create New.
    Mapping,
    /// … > OAuth 2.0 Client Credentials (M2M) Setup.
    Mappings,
    /// Setup > Company > Company Information.
    Company,
    /// Setup > Company > Certificates > Create New.
    DigitalCertificate,
    /// Setup > Company > Preferences > API Secrets > Create New.
    ApiSecrets,
    /// Customization > SuiteBundler > Search & Install Bundles > List.
    Bundles,
    /// Documents > Files > File Cabinet.
    FileCabinet,
    /// Setup > Users/Roles > User Management > View Login Audit Trail.
    AuditTrail,
}

impl Page {
    /// Its path on the `app` host of a real account: where Oracle shows one, else the start page.
    ///
    /// The one table of what Oracle shows. Each entry needs its source.
    pub(super) fn in_netsuite(self, role: Option<InternalId>) -> String {
        match (self, role) {
            // "url" of "role" in the list of certificates, H/article_11111634165.html (facts C.1). The
            // Administrator role cannot be edited, so it is no place to add a permission.
            (Self::Roles, Some(role)) if role != ADMINISTRATOR => {
                format!("/app/setup/role.nl?id={role}")
            }
            // "url" of "application" in the same list needs the record's internal ID, which is not
            // kept. For all others only the menu path is documented: H/section_157771482304.html
            // (features, roles, integration records), H/section_162686838198.html (mappings),
            // H/section_1498251763.html (company), H/subsect_158324637123.html (audit trail).
            (
                Self::Features
                | Self::AnalyticsFeatures
                | Self::Deployments
                | Self::Roles
                | Self::Integration
                | Self::Integrations
                | Self::Mapping
                | Self::Mappings
                | Self::Company
                | Self::DigitalCertificate
                | Self::ApiSecrets
                | Self::Bundles
                | Self::FileCabinet
                | Self::AuditTrail,
                _,
            ) => START.to_owned(),
        }
    }

    /// Its path in the practice account, whose addresses are its own (`netsuite-practice`, `paths`).
    pub(super) const fn in_practice(self) -> &'static str {
        match self {
            Self::Features | Self::AnalyticsFeatures => "/app/setup/features.nl",
            Self::Deployments => "/app/common/scripting/scriptrecord.nl",
            Self::Roles => "/app/setup/rolelist.nl",
            Self::Integration => "/app/common/integration/integrapp.nl?new=1",
            Self::Integrations => "/app/common/integration/integrapplist.nl",
            Self::Mapping => "/app/setup/clientcredential.nl",
            Self::Mappings => "/app/setup/clientcredentials.nl",
            Self::AuditTrail => "/app/setup/loginaudit.nl",
            // What no walk through the practice account needs.
            Self::Company
            | Self::DigitalCertificate
            | Self::ApiSecrets
            | Self::Bundles
            | Self::FileCabinet => START,
        }
    }
}

/// Where a person arrives after signing in.
const START: &str = "/";
/// NetSuite's own role, in every account (facts C.1).
const ADMINISTRATOR: InternalId = InternalId::new(3);
