//! What Certdesk is made of, and under which terms.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything that is linked into the program, with its license texts.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
pub(crate) struct LicenseList {
    pub(crate) packages: Vec<LicensedPackage>,
    /// Each distinct text once.
    pub(crate) texts: Vec<String>,
}

/// One package.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
pub(crate) struct LicensedPackage {
    pub(crate) name: String,
    pub(crate) version: String,
    /// An SPDX expression.
    pub(crate) license: Option<String>,
    /// As the package names them; many name nobody.
    pub(crate) authors: Vec<String>,
    /// Places in the list's texts. Some packages contain none.
    pub(crate) texts: Vec<usize>,
}
