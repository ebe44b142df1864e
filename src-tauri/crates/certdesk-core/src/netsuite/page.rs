//! Where a person acts in NetSuite: each page by the menu path that leads to it, and its address.
//!
//! Oracle's help names pages by their menu path and publishes hardly any address. A page whose
//! address Oracle does not show opens the account's start page, where the path can be followed: an
//! address that was guessed could lead anywhere. The practice account has a page for most of them.

use netsuite_client::{InternalId, Origin};
use serde::{Deserialize, Serialize};

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
    /// Its address in the account behind `origin`; `role` is the one to look at, where its ID is known.
    #[must_use]
    pub fn url(self, origin: &Origin, role: Option<InternalId>) -> String {
        let path = match origin {
            Origin::NetSuite(_) => self.in_netsuite(role),
            Origin::Practice(..) => self.in_practice().to_owned(),
        };
        // The address of the start page ends with the slash that a path begins with.
        format!("{}{path}", origin.app_url().trim_end_matches('/'))
    }

    /// Its path on the `app` host of a real account: where Oracle shows one, else the start page.
    ///
    /// The one table of what Oracle shows. Each entry needs its source.
    fn in_netsuite(self, role: Option<InternalId>) -> String {
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
    const fn in_practice(self) -> &'static str {
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

#[cfg(test)]
mod tests {
    use netsuite_client::AccountId;

    use super::*;

    #[test]
    fn a_page_opens_in_its_own_account_and_only_where_oracle_shows_its_address() {
        let origin = Origin::NetSuite(AccountId::parse("4718203_SB1").unwrap());
        let role = |id: &str| Some(InternalId::parse(id).unwrap());
        let app = "https://4718203-sb1.app.netsuite.com";
        assert_eq!(
            Page::Roles.url(&origin, role("1055")),
            format!("{app}/app/setup/role.nl?id=1055")
        );
        // Nobody can add a permission to the Administrator's role.
        assert_eq!(Page::Roles.url(&origin, role("3")), format!("{app}/"));
        assert_eq!(Page::Roles.url(&origin, None), format!("{app}/"));
        for page in [
            Page::Features,
            Page::AnalyticsFeatures,
            Page::Deployments,
            Page::Integration,
            Page::Integrations,
            Page::Mapping,
            Page::Mappings,
            Page::Company,
            Page::DigitalCertificate,
            Page::ApiSecrets,
            Page::Bundles,
            Page::FileCabinet,
            Page::AuditTrail,
        ] {
            assert_eq!(page.url(&origin, role("1055")), format!("{app}/"), "{page:?}");
        }
    }
}
