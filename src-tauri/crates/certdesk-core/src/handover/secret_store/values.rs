//! What of an entered value is accepted.
//!
//! The values become arguments of a tool. None may begin with a hyphen, which would make it an
//! option, and none may have a character that the store doesn't have in its names. Wrappers such as
//! `az` are scripts, so what a shell would read in another way is refused as well.

use url::{Host, Url};

use crate::error::{Error, Result, SecretStoreError};
use crate::store_tool::PlaceField;

/// A value that is needed.
pub(super) fn needed(
    field: PlaceField,
    text: &str,
    accepts: impl Fn(&str) -> bool,
) -> Result<String> {
    match text.trim() {
        "" => Err(Error::SecretStore(SecretStoreError::FieldEmpty { field })),
        text => optional(field, text, accepts),
    }
}

/// A value that may be left empty.
pub(super) fn optional(
    field: PlaceField,
    text: &str,
    accepts: impl Fn(&str) -> bool,
) -> Result<String> {
    let text = text.trim();
    if text.is_empty() || (!text.starts_with('-') && accepts(text)) {
        Ok(text.to_owned())
    } else {
        Err(Error::SecretStore(SecretStoreError::FieldRefused { field }))
    }
}

/// At most `most` characters, each a letter or a digit of ASCII or one of `others`.
pub(super) fn name(text: &str, others: &str, most: usize) -> bool {
    text.len() <= most && text.chars().all(|c| c.is_ascii_alphanumeric() || others.contains(c))
}

/// A path of names between slashes. Neither a step upwards nor an empty name is among them.
pub(super) fn path(text: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part != "." && part != ".." && name(part, "-_.", LONGEST);
    text.len() <= LONGEST && text.split('/').all(part)
}

/// The address of a server: encrypted, or on this computer. Without a name, a password, a query.
pub(super) fn server(text: &str) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => return false,
    };
    let encrypted = url.scheme() == "https" || (url.scheme() == "http" && here);
    let bare = url.username().is_empty() && url.password().is_none();
    let whole = url.query().is_none() && url.fragment().is_none();
    encrypted && bare && whole && name(text, "-_.:/[]", LONGEST)
}

/// Owned arguments of what is mostly constant.
pub(super) fn arguments<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.map(str::to_owned).to_vec()
}

/// Characters; no store that is here takes longer paths of a secret that people name.
const LONGEST: usize = 500;
