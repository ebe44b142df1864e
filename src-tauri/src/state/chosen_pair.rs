//! The key and certificate that were chosen to make a connection of, until it is made.

use netsuite_keys::certificate::Certificate;
use netsuite_keys::key::PrivateKey;
use netsuite_keys::repair::Repair;
use netsuite_keys::secret::Secret;

/// The chosen files, and the pair in them if there is one.
pub(crate) struct ChosenPair {
    pub(crate) files: Vec<ChosenContent>,
    pub(crate) pair: Option<(PrivateKey, Certificate)>,
}

/// What was read of one chosen file, put right where that was needed.
pub(crate) struct ChosenContent {
    pub(crate) name: String,
    pub(crate) content: Secret,
    pub(crate) repairs: Vec<Repair>,
}
