//! Roles with their permissions, and the users who hold them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Account;

/// A role of Setup > Users/Roles > Manage Roles.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Role {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// Ignored for Administrator, who may do everything.
    pub(crate) permissions: BTreeSet<Permission>,
    pub(crate) inactive: bool,
    /// The box Web Services Only Role.
    #[serde(default)]
    pub(crate) web_services_only: bool,
}

/// A user. The documents call it the entity.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entity {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// IDs of the roles on the Access subtab.
    pub(crate) roles: BTreeSet<i64>,
    pub(crate) inactive: bool,
}

/// The permissions that decide over OAuth 2.0 and over calls, named as on the role record (Oracle, section_157771510070).
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Permission {
    LogInUsingOauth2AccessTokens,
    RestWebServices,
    ManageOwnCertificates,
    SuiteAnalyticsWorkbook,
    LogInUsingAccessTokens,
    /// Stands for the permissions of all record types.
    Customers,
}

impl Permission {
    /// In the order in which the role's page lists them.
    pub(crate) const ALL: [Self; 6] = [
        Self::LogInUsingOauth2AccessTokens,
        Self::RestWebServices,
        Self::ManageOwnCertificates,
        Self::SuiteAnalyticsWorkbook,
        Self::LogInUsingAccessTokens,
        Self::Customers,
    ];

    /// NetSuite's name for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::LogInUsingOauth2AccessTokens => "Log in using OAuth 2.0 Access Tokens",
            Self::RestWebServices => "REST Web Services",
            Self::ManageOwnCertificates => "Manage own OAuth 2.0 Client Credentials Certificates",
            Self::SuiteAnalyticsWorkbook => "SuiteAnalytics Workbook",
            Self::LogInUsingAccessTokens => "Log in using Access Tokens",
            Self::Customers => "Customers",
        }
    }

    /// The subtab of the role record on which it stands.
    pub(crate) fn subtab(self) -> &'static str {
        match self {
            Self::SuiteAnalyticsWorkbook => "Permissions > Reports",
            Self::Customers => "Permissions > Lists",
            _ => "Permissions > Setup",
        }
    }
}

impl Role {
    /// NetSuite's own ID of the Administrator role.
    pub(crate) const ADMINISTRATOR: i64 = 3;

    pub(crate) fn is_administrator(&self) -> bool {
        self.id == Self::ADMINISTRATOR
    }

    pub(crate) fn allows(&self, permission: Permission) -> bool {
        self.is_administrator() || self.permissions.contains(&permission)
    }
}

impl Account {
    pub(crate) fn role(&self, id: i64) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == id)
    }

    pub(crate) fn entity(&self, id: i64) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.id == id)
    }

    /// The user and the role, when both are active and the user holds the role.
    pub(crate) fn login(&self, entity: i64, role: i64) -> Option<(&Entity, &Role)> {
        let entity = self.entity(entity).filter(|entity| !entity.inactive)?;
        let role = self.role(role).filter(|role| !role.inactive)?;
        entity.roles.contains(&role.id).then_some((entity, role))
    }
}

pub(super) fn default_roles() -> Vec<Role> {
    vec![
        Role {
            id: Role::ADMINISTRATOR,
            name: "Administrator".to_owned(),
            permissions: BTreeSet::new(),
            inactive: false,
            web_services_only: false,
        },
        Role {
            id: INTEGRATION_ROLE,
            name: INTEGRATION_ROLE_NAME.to_owned(),
            permissions: BTreeSet::from([
                Permission::LogInUsingOauth2AccessTokens,
                Permission::RestWebServices,
                Permission::ManageOwnCertificates,
                Permission::SuiteAnalyticsWorkbook,
                Permission::Customers,
            ]),
            inactive: false,
            web_services_only: false,
        },
    ]
}

pub(super) fn default_entities() -> Vec<Entity> {
    vec![
        Entity {
            // The ID of the account's owner in Oracle's samples.
            id: -5,
            name: "Practice Administrator".to_owned(),
            roles: BTreeSet::from([Role::ADMINISTRATOR, INTEGRATION_ROLE]),
            inactive: false,
        },
        Entity {
            id: 17,
            name: INTEGRATION_USER_NAME.to_owned(),
            roles: BTreeSet::from([INTEGRATION_ROLE]),
            inactive: false,
        },
    ]
}

/// The role for integrations that a new practice account has.
pub const INTEGRATION_ROLE_NAME: &str = "Certdesk Practice Integration";
/// The user who holds it.
pub const INTEGRATION_USER_NAME: &str = "Integration User";
/// The ID of the first custom role, as in Oracle's samples.
pub(crate) const INTEGRATION_ROLE: i64 = 1000;
