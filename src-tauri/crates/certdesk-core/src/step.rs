//! The steps of a set-up.

use serde::{Deserialize, Serialize};

/// The steps from nothing to a token in use, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Where it will be used.
    Target,
    /// The account.
    Account,
    /// Features and role.
    Role,
    /// The integration record.
    Integration,
    /// Key and certificate.
    Key,
    /// The certificate is uploaded.
    Upload,
    /// A token was received.
    Prove,
    /// The values were handed over.
    HandOver,
}

impl Step {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Target,
        Self::Account,
        Self::Role,
        Self::Integration,
        Self::Key,
        Self::Upload,
        Self::Prove,
        Self::HandOver,
    ];
}
