//! The form of a file under `kits/`. `kits/README.md` explains it to whoever adds one.

use netsuite_client::Scope;
use netsuite_keys::key::{Algorithm, KeyType, PemForm};
use serde::{Deserialize, Serialize};

use super::template::{Source, Template};
use crate::error::{Error, KeysError, KitError, Result};

/// What a system takes and asks for. What is not known of it is not in its file.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recipe {
    /// The name of its file.
    #[serde(skip)]
    pub(crate) name: String,
    /// What people call it.
    pub label: String,
    /// What to know before choosing it, in one line.
    pub summary: String,
    /// Who says what stands here.
    pub evidence: Evidence,
    /// The same in a sentence: what was seen, and what was not.
    pub seen: String,
    /// Where it was seen.
    pub sources: Vec<String>,
    /// The key types it takes, the first one is the default.
    pub key_types: Vec<KeyType>,
    /// Whether anybody says that it takes these; otherwise they are all that NetSuite takes.
    pub key_types_seen: bool,
    /// The algorithms it signs with, where it does not take all of a key's.
    pub algorithms: Option<Vec<Algorithm>>,
    /// The scopes that are proposed.
    pub scopes: Vec<Scope>,
    /// What goes between several scopes.
    pub scope_separator: String,
    /// The application it brings to NetSuite itself. Nobody makes a record for it, and where its
    /// Consumer Key could be read is not documented.
    #[serde(default)]
    pub application: Option<String>,
    /// It refuses a Certificate ID that begins with a hyphen.
    #[serde(default)]
    pub refuses_leading_hyphen: bool,
    /// Where its fields are, as a path of menus.
    pub place: Vec<String>,
    /// Where the connection to NetSuite is once it exists, for a rotation; else it is `place`, too.
    #[serde(default)]
    pub(crate) renewal_place: Option<Vec<String>>,
    /// Its fields, in its words and order.
    pub(crate) fields: Vec<Field>,
    /// Values that it must have as well, but whose fields nobody has seen. Named in NetSuite's words.
    #[serde(default)]
    pub(crate) unseen: Vec<Field>,
    /// What to know before.
    pub warnings: Vec<String>,
    /// What to do after.
    pub(crate) then: Vec<Template>,
    /// What to replace there when a new certificate takes the old one's place.
    pub renewal: String,
}

impl Recipe {
    /// Where the fields of the existing connection are, as a path of menus.
    #[must_use]
    pub fn renewal_place(&self) -> &[String] {
        self.renewal_place.as_ref().unwrap_or(&self.place)
    }
}

/// One field: text, a command to be run, the private key, or something that its user makes up.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Field {
    Value(ValueField),
    Command(CommandField),
    PrivateKey(PrivateKeyField),
    Own(OwnField),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ValueField {
    pub(crate) label: String,
    pub(crate) value: Template,
    pub(crate) note: Option<Template>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct CommandField {
    pub(crate) label: String,
    /// Its words. `{keyPath}` is quoted as the SuiteCloud CLI needs it.
    pub(crate) command: Vec<Template>,
    pub(crate) note: Option<Template>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PrivateKeyField {
    pub(crate) label: String,
    pub(crate) private_key: PemForm,
    pub(crate) note: Option<Template>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct OwnField {
    pub(crate) label: String,
    /// What it has to be like.
    pub(crate) own: String,
}

/// Who says what stands in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// Its maker's documentation names the fields.
    Maker,
    /// Somebody else: users, or public code.
    ThirdParty,
    /// Its maker documents that it can, but the list of fields was not seen.
    FieldsUnseen,
    /// Nothing is known of it.
    Unknown,
}

impl Recipe {
    /// Reads a file.
    pub(crate) fn read(name: &str, text: &str) -> serde_json::Result<Self> {
        let recipe: Self = serde_json::from_str(text)?;
        Ok(Self { name: name.to_owned(), ..recipe })
    }

    /// The key type proposed for it.
    #[must_use]
    pub fn default_key_type(&self) -> KeyType {
        self.key_types.first().copied().unwrap_or(KeyType::Rsa4096)
    }

    /// The algorithm proposed for it.
    #[must_use]
    pub fn default_algorithm(&self) -> Algorithm {
        let algorithms = self.default_key_type().algorithms();
        let fits = |algorithm: &&Algorithm| self.takes(**algorithm);
        algorithms.iter().find(fits).copied().unwrap_or(Algorithm::Ps256)
    }

    /// Whether it takes a key of that type and signs with that algorithm.
    ///
    /// # Errors
    /// [`KitError::KeyTypeRefused`], [`KeysError::AlgorithmNotForKey`],
    /// [`KitError::AlgorithmRefused`].
    pub fn takes_pair(&self, key_type: KeyType, algorithm: Algorithm) -> Result<()> {
        if !self.key_types.contains(&key_type) {
            return Err(Error::Kit(KitError::KeyTypeRefused { key_type }));
        }
        if !algorithm.fits(key_type) {
            return Err(KeysError::AlgorithmNotForKey.into());
        }
        if !self.takes(algorithm) {
            return Err(Error::Kit(KitError::AlgorithmRefused { algorithm }));
        }
        Ok(())
    }

    fn takes(&self, algorithm: Algorithm) -> bool {
        self.algorithms.as_ref().is_none_or(|algorithms| algorithms.contains(&algorithm))
    }

    /// How it takes the private key.
    #[must_use]
    pub fn pem_form(&self) -> PemForm {
        let form = |field: &Field| match field {
            Field::PrivateKey(field) => Some(field.private_key),
            _ => None,
        };
        self.all_fields().find_map(form).unwrap_or_default()
    }

    /// Whether it asks for a value.
    pub(crate) fn asks_for(&self, source: Source) -> bool {
        self.all_fields().any(|field| match field {
            Field::Value(field) => field.value.uses(source),
            Field::Command(field) => field.command.iter().any(|word| word.uses(source)),
            _ => false,
        })
    }

    fn all_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().chain(&self.unseen)
    }
}
