//! Where in a store a key goes: what the user enters, and what of it is accepted.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Found};
use super::{AwsSecret, AzureSecret, KvField, OnePasswordDocument};
use crate::connection::Connection;
use crate::error::{Result, SecretStoreError};
use crate::store_tool::SecretStore;
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
    OnePassword(OnePasswordDocument),
}

/// A place whose values are accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place(Entered);

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
            SecretStore::OnePassword => Self::OnePassword(OnePasswordDocument {
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

    /// The arguments of the call that prints `enabled` where the tool is set to record its calls. None
    /// for a tool that records none.
    #[must_use]
    pub fn settings(&self) -> Option<Vec<String>> {
        match &self.0 {
            Entered::AwsSecretsManager(place) => Some(place.settings()),
            Entered::Vault(_)
            | Entered::OpenBao(_)
            | Entered::AzureKeyVault(_)
            | Entered::OnePassword(_) => None,
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
        found.ok()
    }
}
