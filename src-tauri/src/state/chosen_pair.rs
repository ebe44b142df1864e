//! The key and certificate that were chosen to make a connection of, until it is made.

use netsuite_keys::certificate::Certificate;
use netsuite_keys::key::PrivateKey;
use netsuite_keys::secret::Secret;

/// The chosen files, and the pair in them if there is one.
pub(crate) struct ChosenPair {
    pub(crate) files: Vec<(String, Secret)>,
    pub(crate) pair: Option<(PrivateKey, Certificate)>,
}
