//! Single things that are checked, and what a refused token is told with.

use netsuite_client::Refusal;
use serde::{Deserialize, Serialize};

/// One thing that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check<T> {
    /// What.
    pub check: T,
    /// Whether it holds.
    pub passed: bool,
    /// The value looked at, if it says more. Never a sentence.
    pub detail: String,
}

/// What can be checked on this computer before a token is requested (facts I).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "LocalCheckKind"))]
#[serde(rename_all = "kebab-case")]
pub enum Local {
    /// The algorithm is one of NetSuite's and fits the key.
    Algorithm,
    /// Key and certificate belong together.
    Pair,
    /// The Certificate ID is the thumbprint of the certificate.
    CertificateId,
    /// The certificate is valid now.
    Validity,
    /// A Consumer Key, not an Application ID.
    ClientId,
    /// At least one scope is asked for.
    Scope,
    /// This computer's clock agrees with NetSuite's.
    Clock,
}

/// A token was refused: what NetSuite said, and what this computer can say of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedToken {
    /// What NetSuite said.
    pub refusal: Refusal,
    /// What was checked here; empty where the request was not made for a proof.
    pub checks: Vec<Check<Local>>,
}
