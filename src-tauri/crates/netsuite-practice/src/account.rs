//! What the practice account holds: features, roles, users, integration records, mappings, audit trail.
//!
//! This is the document that the state file keeps. It holds no private key, no token and no consumer
//! secret (only its SHA-256). The rules that change it live beside each part.

pub(crate) mod audit;
pub(crate) mod authorization;
pub(crate) mod integration;
pub(crate) mod mapping;
pub(crate) mod refresh_token;
pub(crate) mod restlet;
pub(crate) mod roles;

use serde::{Deserialize, Serialize};

use self::audit::AuditEntry;
use self::integration::Integration;
use self::mapping::Mapping;
use self::refresh_token::RefreshToken;
use self::restlet::Deployment;
use self::roles::{Entity, Role};

/// The account ID of every practice account, as it would stand under Company Information.
pub const ACCOUNT_ID: &str = "TSTDRV1000001";

/// The whole account.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Account {
    pub(crate) schema_version: u32,
    pub(crate) features: Features,
    pub(crate) roles: Vec<Role>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) integrations: Vec<Integration>,
    pub(crate) mappings: Vec<Mapping>,
    pub(crate) refresh_tokens: Vec<RefreshToken>,
    /// Oldest first.
    pub(crate) audit: Vec<AuditEntry>,
    /// Counts every change to the mappings; a lagging list leaves out what came after a given count.
    pub(crate) mapping_changes: u64,
    /// Of the account's one RESTlet.
    #[serde(default)]
    pub(crate) deployment: Deployment,
}

/// The boxes of Setup > Company > Enable Features, on SuiteCloud and Analytics, that decide over OAuth 2.0 and calls.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Features {
    pub(crate) client_suitescript: bool,
    pub(crate) server_suitescript: bool,
    pub(crate) rest_web_services: bool,
    pub(crate) oauth2: bool,
    /// On the subtab Analytics.
    #[serde(default = "on")]
    pub(crate) suiteanalytics_workbook: bool,
}

/// A feature that an older state file doesn't name.
const fn on() -> bool {
    true
}

impl Account {
    /// The version of the document this code reads and writes.
    pub(crate) const SCHEMA_VERSION: u32 = 1;

    /// A new account: features and permissions on, so that a first walk takes minutes; no integration record yet.
    pub(crate) fn new() -> Self {
        Self {
            schema_version: Self::SCHEMA_VERSION,
            features: Features {
                client_suitescript: true,
                server_suitescript: true,
                rest_web_services: true,
                oauth2: true,
                suiteanalytics_workbook: true,
            },
            roles: roles::default_roles(),
            entities: roles::default_entities(),
            integrations: Vec::new(),
            mappings: Vec::new(),
            refresh_tokens: Vec::new(),
            audit: Vec::new(),
            mapping_changes: 0,
            deployment: Deployment::default(),
        }
    }

    /// What a sandbox refresh does to this set-up: the mappings are gone.
    ///
    /// Only the set-up of client credentials is documented as cleared (Oracle, section_162686838198); the
    /// integration record stays here, so that new mappings can be made for it.
    pub(crate) fn refresh_sandbox(&mut self) {
        self.mappings.clear();
        self.mapping_changes += 1;
    }
}
