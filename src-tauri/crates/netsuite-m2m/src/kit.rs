//! The systems a connection can be handed over to, and what each of them asks for, in its own
//! words and order. A system is one file of data under `kits/`; nothing here knows a particular one.

use serde::{Deserialize, Serialize};

use crate::connection::{Connection, Credential};
use crate::error::{Error, Result};
use crate::key::{Algorithm, KeyType};
use crate::setup::Step;

/// The systems this version knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Alumio.
    Alumio,
    /// Oracle's SuiteCloud CLI.
    SuitecloudCli,
    /// Any other system.
    Other,
}

/// What a system takes and asks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recipe {
    /// Its name.
    pub label: String,
    /// The key types it takes, the first one is the default.
    pub key_types: Vec<KeyType>,
    /// How it takes the private key.
    pub pem_form: PemForm,
    /// How it names the account.
    pub account_form: AccountForm,
    /// The application it brings to NetSuite itself. Nobody makes a record for it, and where its
    /// Consumer Key could be read is not documented.
    pub application: Option<String>,
    /// Where its fields are, as a path of menus.
    pub place: Vec<String>,
    /// Its fields, in its order.
    fields: Vec<Field>,
    /// What to know before.
    pub notes: Vec<String>,
    /// What to do after.
    then: Vec<String>,
}

/// How a system takes the private key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PemForm {
    /// Unencrypted PKCS#8, pasted with its lines.
    Pkcs8Lines,
    /// A file named by its path.
    File,
}

/// How a system names the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AccountForm {
    /// The whole address of the token endpoint.
    TokenUrl,
    /// The account ID.
    AccountId,
    /// Either.
    Both,
}

/// A recipe with the values of one connection filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kit {
    /// The fields, in the system's order.
    pub fields: Vec<Filled>,
    /// What to do after.
    pub then: Vec<String>,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filled {
    /// A value to copy.
    Value {
        /// The system's name for it.
        label: String,
        /// What to enter.
        value: String,
        /// What to know.
        note: Option<String>,
    },
    /// The private key, which is saved to a file and never shown.
    PrivateKey {
        /// The system's name for it.
        label: String,
        /// What to know.
        note: Option<String>,
    },
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Field {
    label: String,
    /// Text with `{name}` for the connection's values; none for the private key.
    value: Option<String>,
    note: Option<String>,
}

impl Target {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Alumio, Self::SuitecloudCli, Self::Other];

    /// Its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Alumio => "Alumio",
            Self::SuitecloudCli => "SuiteCloud CLI",
            Self::Other => "Another system",
        }
    }

    /// What it takes and asks for.
    ///
    /// # Errors
    /// None in a build whose tests passed: the files are part of the program and checked by a test.
    pub fn recipe(self) -> Result<Recipe> {
        let text = match self {
            Self::Alumio => include_str!("../kits/alumio.json"),
            Self::SuitecloudCli => include_str!("../kits/suitecloud-cli.json"),
            Self::Other => include_str!("../kits/other.json"),
        };
        serde_json::from_str(text).map_err(|_| Error::Unexpected("a kit of this build is damaged"))
    }
}

impl Recipe {
    /// The key type proposed for it.
    #[must_use]
    pub fn default_key_type(&self) -> KeyType {
        self.key_types.first().copied().unwrap_or(KeyType::Rsa4096)
    }

    /// The algorithm proposed for it.
    #[must_use]
    pub fn default_algorithm(&self) -> Algorithm {
        let first = self.default_key_type().algorithms().first();
        first.copied().unwrap_or(Algorithm::Ps256)
    }

    /// Fills in the values of a connection and of one of its credentials; none stands for the one
    /// in use.
    ///
    /// # Errors
    /// [`Error::StepNotReady`] for the step that gives a missing value.
    pub fn fill(
        &self,
        connection: &Connection,
        credential: Option<&Credential>,
        token_url: &str,
    ) -> Result<Kit> {
        let account = connection.account.as_ref();
        let account = account.ok_or(Error::StepNotReady { step: Step::Account })?;
        let client_id = connection.integration.client_id.as_ref().map(ToString::to_string);
        if client_id.is_none() && self.application.is_none() {
            return Err(Error::StepNotReady { step: Step::Integration });
        }
        let credential = credential.or_else(|| connection.working());
        let credential = credential.ok_or(Error::StepNotReady { step: Step::Key })?;
        let scopes: Vec<_> = connection.integration.scopes.iter().map(|s| s.as_str()).collect();
        let values = [
            ("{accountId}", account.id.to_string()),
            ("{hostForm}", account.id.host_form()),
            ("{tokenUrl}", token_url.to_owned()),
            ("{clientId}", client_id.unwrap_or_default()),
            ("{certificateId}", credential.certificate_id().to_string()),
            ("{algorithm}", credential.algorithm.to_string()),
            ("{scopes}", scopes.join(",")),
            ("{alias}", alias(&connection.name, &account.id.host_form())),
        ];
        let fill = |text: &String| {
            values.iter().fold(text.clone(), |text, (name, value)| text.replace(name, value))
        };
        let field = |field: &Field| {
            let (label, note) = (field.label.clone(), field.note.as_ref().map(fill));
            match &field.value {
                Some(value) => Filled::Value { label, value: fill(value), note },
                None => Filled::PrivateKey { label, note },
            }
        };
        Ok(Kit {
            fields: self.fields.iter().map(field).collect(),
            then: self.then.iter().map(fill).collect(),
        })
    }
}

/// A name the SuiteCloud CLI takes as `--authid`: letters, digits, hyphens, at most 40.
fn alias(name: &str, host_form: &str) -> String {
    let mut alias = String::new();
    for part in name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
        alias.push_str(&part.to_ascii_lowercase());
        alias.push('-');
    }
    alias.push_str(host_form);
    alias.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connection::{Change, Scope};
    use time::OffsetDateTime;

    #[test]
    fn every_kit_can_be_read_and_offers_a_key() {
        for target in Target::ALL {
            let recipe = target.recipe().unwrap();
            assert_eq!(recipe.label, target.label());
            assert!(recipe.default_algorithm().fits(recipe.default_key_type()));
        }
    }

    #[test]
    fn the_suitecloud_cli_gets_rsa_keys_only() {
        let recipe = Target::SuitecloudCli.recipe().unwrap();
        assert_eq!(recipe.key_types, [KeyType::Rsa4096, KeyType::Rsa3072]);
    }

    #[test]
    fn a_kit_names_the_step_that_gives_a_missing_value() {
        let now = OffsetDateTime::UNIX_EPOCH;
        let mut connection = Connection::new("Northwind Traders", false, now).unwrap();
        let recipe = Target::Alumio.recipe().unwrap();
        let missing = |connection: &Connection| match recipe.fill(connection, None, "https://x/") {
            Err(Error::StepNotReady { step }) => step,
            other => panic!("{other:?}"),
        };
        assert_eq!(missing(&connection), Step::Account);
        connection.change(Change::Account { text: "4718203".into() }, now).unwrap();
        assert_eq!(missing(&connection), Step::Integration);
        let scopes = vec![Scope::RestWebservices];
        connection.change(Change::Integration { name: "Alumio M2M".into(), scopes }, now).unwrap();
        connection.change(Change::ClientId { text: "2".repeat(64) }, now).unwrap();
        assert_eq!(missing(&connection), Step::Key);
    }

    #[test]
    fn a_system_with_an_application_of_its_own_asks_for_no_consumer_key() {
        for target in Target::ALL {
            let recipe = target.recipe().unwrap();
            let asks = recipe.fields.iter().filter_map(|f| f.value.as_ref());
            let asks = asks.into_iter().any(|value| value.contains("{clientId}"));
            assert_ne!(asks, recipe.application.is_some(), "{target:?}");
        }
    }

    #[test]
    fn an_alias_is_one_that_the_suitecloud_cli_takes() {
        assert_eq!(alias("Beispiel & Söhne", "1234567-sb1"), "beispiel-s-hne-1234567-sb1");
        assert_eq!(alias(&"x".repeat(90), "1").len(), 40);
    }
}
