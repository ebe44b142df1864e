//! The account's one RESTlet: its script, and the deployment that decides who may call it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::roles::{INTEGRATION_ROLE, Role};

/// The script record's ID.
pub(crate) const SCRIPT: &str = "customscript_practice_greeting";
/// The script deployment's ID.
pub(crate) const DEPLOY: &str = "customdeploy_practice_greeting";

/// What can be changed on the script deployment record.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Deployment {
    pub(crate) deployed: bool,
    /// The field Status is Released, not Testing.
    pub(crate) released: bool,
    /// IDs of the roles on the subtab Audience.
    pub(crate) audience: BTreeSet<i64>,
}

impl Default for Deployment {
    fn default() -> Self {
        Self { deployed: true, released: true, audience: BTreeSet::from([INTEGRATION_ROLE]) }
    }
}

impl Deployment {
    /// Whether calls from outside find it. Its Status must be Released for that (Oracle, section_4618456517).
    pub(crate) fn is_callable(&self) -> bool {
        self.deployed && self.released
    }

    pub(crate) fn admits(&self, role: &Role) -> bool {
        role.is_administrator() || self.audience.contains(&role.id)
    }
}
