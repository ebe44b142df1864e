//! Where in a store a key goes: what the user enters, and what of it is accepted.
//!
//! The values become arguments of a tool. None may begin with a hyphen, which would make it an
//! option, and none may have a character that the store doesn't have in its names. Wrappers such as
//! `az` are scripts, so what a shell would read in another way is refused as well.

use serde::{Deserialize, Serialize};
use url::{Host, Url};

use super::answer::{Answer, Found, Unclear};
use super::{AwsSecret, AzureSecret, Document, KvField, SecretStore};
use crate::connection::Connection;
use crate::error::{Error, Result, SecretStoreError};
use crate::target::Target;

/// A place as it was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "SecretPlace"))]
#[serde(tag = "store", rename_all = "kebab-case")]
pub enum Entered {
    /// A field of a secret in Vault.
    Vault(KvField),
    /// A field of a secret in OpenBao.
    OpenBao(KvField),
    /// A secret in Azure Key Vault.
    AzureKeyVault(AzureSecret),
    /// A secret in AWS Secrets Manager.
    AwsSecretsManager(AwsSecret),
    /// A document in 1Password.
    OnePassword(Document),
}

/// A place whose values are accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(Entered);

/// One of the values that make a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PlaceField {
    /// The address of Vault or OpenBao.
    Address,
    /// Its namespace.
    Namespace,
    /// Where the secrets engine is mounted.
    Mount,
    /// The path of the secret.
    Path,
    /// The field of the secret.
    Field,
    /// The name of the key vault, or the vault of 1Password.
    VaultName,
    /// The name of the secret.
    SecretName,
    /// The AWS region.
    Region,
    /// The profile of the AWS command-line tool.
    Profile,
    /// The title of the document.
    Title,
}

impl Entered {
    /// What is proposed for the key of `connection`: names that every store takes, and what the
    /// tool's own environment variables say. `variable` reads one of them.
    #[must_use]
    pub fn proposed(
        store: SecretStore,
        connection: &Connection,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let target = connection.target.filter(|target| !target.is_other()).map(Target::label);
        let named = format!("{} {}", connection.name, target.unwrap_or_default());
        let mut name = slug::slugify(named);
        name.truncate(80);
        let name = name.trim_end_matches('-');
        let name = if name.is_empty() { "key" } else { name };
        let first = |variables: &[&str]| {
            variables.iter().find_map(|name| variable(name)).unwrap_or_default()
        };
        let key_value = |address: &[&str], namespace: &[&str]| KvField {
            address: first(address),
            namespace: first(namespace),
            mount: "secret".into(),
            path: format!("netsuite/{name}"),
            field: "private_key".into(),
        };
        match store {
            SecretStore::Vault => Self::Vault(key_value(&["VAULT_ADDR"], &["VAULT_NAMESPACE"])),
            SecretStore::OpenBao => Self::OpenBao(key_value(
                &["BAO_ADDR", "VAULT_ADDR"],
                &["BAO_NAMESPACE", "VAULT_NAMESPACE"],
            )),
            SecretStore::AzureKeyVault => Self::AzureKeyVault(AzureSecret {
                vault: String::new(),
                name: format!("netsuite-{name}"),
            }),
            SecretStore::AwsSecretsManager => Self::AwsSecretsManager(AwsSecret {
                name: format!("netsuite/{name}"),
                region: first(&["AWS_REGION", "AWS_DEFAULT_REGION"]),
                profile: first(&["AWS_PROFILE"]),
            }),
            SecretStore::OnePassword => Self::OnePassword(Document {
                vault: String::new(),
                title: format!("NetSuite private key {name}"),
            }),
        }
    }
}

impl Place {
    /// Accepts what was entered, without the spaces around it.
    ///
    /// # Errors
    /// [`SecretStoreError::FieldEmpty`] or [`SecretStoreError::FieldRefused`], with the field.
    pub fn new(entered: &Entered) -> Result<Self> {
        Ok(Self(match entered {
            Entered::Vault(place) => Entered::Vault(place.accepted()?),
            Entered::OpenBao(place) => Entered::OpenBao(place.accepted()?),
            Entered::AzureKeyVault(place) => Entered::AzureKeyVault(place.accepted()?),
            Entered::AwsSecretsManager(place) => Entered::AwsSecretsManager(place.accepted()?),
            Entered::OnePassword(place) => Entered::OnePassword(place.accepted()?),
        }))
    }

    /// Which store it is in.
    #[must_use]
    pub const fn store(&self) -> SecretStore {
        match self.0 {
            Entered::Vault(_) => SecretStore::Vault,
            Entered::OpenBao(_) => SecretStore::OpenBao,
            Entered::AzureKeyVault(_) => SecretStore::AzureKeyVault,
            Entered::AwsSecretsManager(_) => SecretStore::AwsSecretsManager,
            Entered::OnePassword(_) => SecretStore::OnePassword,
        }
    }

    /// The place in one line, for people and for the history.
    #[must_use]
    pub fn location(&self) -> String {
        match &self.0 {
            Entered::Vault(place) | Entered::OpenBao(place) => place.location(),
            Entered::AzureKeyVault(place) => place.location(),
            Entered::AwsSecretsManager(place) => place.location(),
            Entered::OnePassword(place) => place.location(),
        }
    }

    /// The arguments of the call that looks whether something is there. It reads no value.
    #[must_use]
    pub fn look(&self) -> Vec<String> {
        match &self.0 {
            Entered::Vault(place) | Entered::OpenBao(place) => place.look(),
            Entered::AzureKeyVault(place) => place.look(),
            Entered::AwsSecretsManager(place) => place.look(),
            Entered::OnePassword(place) => place.look(),
        }
    }

    /// The arguments of the call that stores what it reads from standard input. Beside `found` they
    /// leave everything as it is.
    ///
    /// # Errors
    /// [`SecretStoreError::Occupied`] where the store keeps no versions of what is there, and
    /// [`SecretStoreError::ToolMissing`] where the tool can't be given a secret on this system.
    pub fn put(&self, found: &Found) -> Result<Vec<String>> {
        let version = match found {
            Found::Nothing => None,
            Found::Versions { version, deleted } => Some((version.as_str(), *deleted)),
            Found::Taken => {
                return Err(SecretStoreError::Occupied { location: self.location() }.into());
            }
        };
        let call = match &self.0 {
            Entered::Vault(place) | Entered::OpenBao(place) => Some(place.put(version)),
            Entered::AzureKeyVault(place) => place.put(),
            Entered::AwsSecretsManager(place) => place.put(version.is_some()),
            Entered::OnePassword(place) => Some(place.put()),
        };
        Ok(call.ok_or(SecretStoreError::ToolMissing { store: self.store() })?)
    }

    /// The arguments of the call that prints the value, and nothing else, to standard output.
    #[must_use]
    pub fn read_back(&self) -> Vec<String> {
        match &self.0 {
            Entered::Vault(place) | Entered::OpenBao(place) => place.read_back(),
            Entered::AzureKeyVault(place) => place.read_back(),
            Entered::AwsSecretsManager(place) => place.read_back(),
            Entered::OnePassword(place) => place.read_back(),
        }
    }

    /// What the answer to [`Place::look`] says. None where it is neither an inventory of the place
    /// nor the tool's way to say that nothing is there.
    #[must_use]
    pub fn found(&self, answer: &Answer) -> Option<Found> {
        let found = match &self.0 {
            Entered::Vault(_) | Entered::OpenBao(_) => KvField::found(answer),
            Entered::AzureKeyVault(_) => AzureSecret::found(answer),
            Entered::AwsSecretsManager(_) => AwsSecret::found(answer),
            Entered::OnePassword(place) => place.found(answer),
        };
        match found {
            Ok(found) => Some(found),
            Err(Unclear) => None,
        }
    }
}

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

/// Characters; no store that is here takes longer paths of a secret that people name.
const LONGEST: usize = 500;
