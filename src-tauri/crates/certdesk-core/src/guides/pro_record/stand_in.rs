//! A file in place of a placeholder that is gone from the File Cabinet.
//!
//! Certificate and private key in one PEM, as Oracle's own recipe for that page joins them (facts
//! E.1). That NetSuite takes it as the placeholder of SuiteProjects Pro is plausible and confirmed
//! by nobody: *Generate* puts a certificate of its own in its place.

use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{KeyType, PrivateKey, Search};
use time::OffsetDateTime;
use zeroize::Zeroizing;

use crate::Result;

/// Makes the file's content: a new RSA key and a certificate for it, both in clear.
///
/// The key is kept nowhere else. Blocks for some tenths of a second.
///
/// # Errors
/// As [`PrivateKey::generate`] and [`Certificate::issue`].
pub fn stand_in(search: &Search, now: OffsetDateTime) -> Result<Zeroizing<String>> {
    let key = PrivateKey::generate(KeyType::Rsa3072, search)?;
    let subject = Subject::new(SUBJECT)?;
    // Oracle's recipe for that page names no RSASSA-PSS: the plain signature is read by everything.
    let certificate = Certificate::issue(&key, &subject, STAND_IN_DAYS, Signature::Plain, now)?;
    Ok(Zeroizing::new(format!("{}{}", certificate.to_pem(), key.to_pem().as_str())))
}

/// For how many days it is valid. Long enough for the procedure, short enough that nobody takes it
/// for the real one for long.
pub const STAND_IN_DAYS: u32 = 30;
const SUBJECT: &str = "SuiteProjects Pro real-time placeholder";
