//! A recipe with the values of one connection.

use netsuite_keys::key::PemForm;
use serde::Serialize;

use crate::connection::{Connection, Credential};
use crate::error::{ConnectionError, Error, KitError, Result};
use crate::step::Step;
use crate::system;
use crate::target::{Field, Recipe, Source, Template};

/// A recipe with the values of one connection filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kit {
    /// The fields, in the system's words and order.
    pub fields: Vec<Filled>,
    /// Values whose fields nobody has seen.
    pub unseen: Vec<Filled>,
    /// What to do after.
    pub then: Vec<String>,
    /// Why the private key cannot be used from where it was saved.
    pub path_problem: Option<PathProblem>,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "KitField"))]
#[serde(tag = "kind", rename_all = "kebab-case")]
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
        /// The form it takes.
        form: PemForm,
        /// What to know.
        note: Option<String>,
    },
    /// Something its user makes up.
    Own {
        /// The system's name for it.
        label: String,
        /// What it has to be like.
        rule: String,
    },
}

/// Why a path cannot stand in a command of the SuiteCloud CLI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathProblem {
    /// It has a character that the CLI refuses or that would end its quotes.
    Refused(char),
    /// It has a blank, and how the CLI wants that on Windows was not seen.
    BlankOnWindows,
}

/// Where a private key is saved, as a shell of this system writes it.
#[derive(Clone, Copy, Debug)]
pub struct KeyFile<'a> {
    /// Its path; none when it was not saved in a form that can be used as it is.
    pub path: Option<&'a str>,
    /// Whether the shell is one of Windows.
    pub windows: bool,
}

impl<'a> KeyFile<'a> {
    /// As the credential's document has it, on this system.
    #[must_use]
    pub fn of(credential: &'a Credential) -> Self {
        let exported = credential.exported_key.as_ref();
        let usable = exported.filter(|file| {
            !file.encrypted && matches!(file.form, PemForm::Pkcs8Lines | PemForm::File)
        });
        Self { path: usable.map(|file| file.path.as_str()), windows: system::IS_WINDOWS }
    }

    /// The path as it stands between two blanks of a command. A path with a blank is cut in two by
    /// the CLI unless the value itself carries double quotes.
    fn word(self) -> Result<String, PathProblem> {
        let path = self.path.unwrap_or(PROPOSED);
        let refused = |c: char| "<>|;&$`\"".contains(c) || c.is_control();
        if let Some(refused) = path.chars().find(|c| refused(*c)) {
            return Err(PathProblem::Refused(refused));
        }
        let plain = |c: char| c.is_alphanumeric() || "/\\:._-+@".contains(c);
        if self.windows {
            return match path.contains(char::is_whitespace) {
                true => Err(PathProblem::BlankOnWindows),
                false if path.chars().all(plain) => Ok(path.to_owned()),
                false => Ok(format!("\"{path}\"")),
            };
        }
        if path.chars().all(|c| plain(c) && c != '\\') {
            return Ok(path.to_owned());
        }
        let inner = if path.contains(char::is_whitespace) {
            format!("\"{path}\"")
        } else {
            path.to_owned()
        };
        Ok(format!("'{}'", inner.replace('\'', r"'\''")))
    }
}

impl Recipe {
    /// Fills in the values of a connection and of one of its credentials; none stands for the one
    /// in use.
    ///
    /// # Errors
    /// [`ConnectionError::StepNotReady`] for the step that gives a missing value;
    /// [`KitError::KeyTypeRefused`], [`KitError::CertificateIdRefused`] for a credential that
    /// the system cannot use.
    pub fn fill(
        &self,
        connection: &Connection,
        credential: Option<&Credential>,
        token_url: &str,
    ) -> Result<Kit> {
        let credential = credential.or_else(|| connection.working());
        let file = credential.map(KeyFile::of);
        self.fill_with(connection, credential, token_url, file)
    }

    /// As [`Recipe::fill`], with the private key saved elsewhere or on another system.
    ///
    /// # Errors
    /// As [`Recipe::fill`].
    pub fn fill_with(
        &self,
        connection: &Connection,
        credential: Option<&Credential>,
        token_url: &str,
        file: Option<KeyFile<'_>>,
    ) -> Result<Kit> {
        let account = connection.account.as_ref();
        let account = &account
            .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Account }))?
            .id;
        let client_id = connection.integration.client_id.as_ref().map(ToString::to_string);
        if client_id.is_none() && self.application.is_none() {
            return Err(Error::Connection(ConnectionError::StepNotReady {
                step: Step::Integration,
            }));
        }
        let credential = credential
            .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Key }))?;
        self.fits(credential)?;
        let file = file.unwrap_or_else(|| KeyFile::of(credential));
        let word = file.word();
        let value = |source| match source {
            Source::AccountId => account.to_string(),
            Source::HostForm => account.host_form(),
            Source::SuitetalkUrl => origin_of(token_url),
            Source::TokenUrl => token_url.to_owned(),
            Source::ClientId => client_id.clone().unwrap_or_default(),
            Source::CertificateId => credential.certificate_id().to_string(),
            Source::Algorithm => credential.algorithm.to_string(),
            Source::Scopes => self.scopes_of(connection),
            Source::Alias => alias(&connection.name, &account.host_form()),
            Source::KeyPath => file.path.unwrap_or(PROPOSED).to_owned(),
        };
        let quoted = |source| match source {
            Source::KeyPath => word.clone().unwrap_or_else(|_| PROPOSED.to_owned()),
            other => value(other),
        };
        let text = |template: &Template| template.fill(value);
        let field = |field: &Field| match field {
            Field::Value(field) => Filled::Value {
                label: field.label.clone(),
                value: text(&field.value),
                note: field.note.as_ref().map(text),
            },
            Field::Command(field) => Filled::Value {
                label: field.label.clone(),
                value: field
                    .command
                    .iter()
                    .map(|word| word.fill(quoted))
                    .collect::<Vec<_>>()
                    .join(" "),
                note: field.note.as_ref().map(text),
            },
            Field::PrivateKey(field) => Filled::PrivateKey {
                label: field.label.clone(),
                form: field.private_key,
                note: field.note.as_ref().map(text),
            },
            Field::Own(field) => {
                Filled::Own { label: field.label.clone(), rule: field.own.clone() }
            }
        };
        Ok(Kit {
            fields: self.fields.iter().map(field).collect(),
            unseen: self.unseen.iter().map(field).collect(),
            then: self.then.iter().map(text).collect(),
            path_problem: word.err().filter(|_| self.asks_for(Source::KeyPath)),
        })
    }

    /// Whether the system can use a credential, whatever it was made for.
    fn fits(&self, credential: &Credential) -> Result<()> {
        let key_type = credential.key_type;
        if !self.key_types.contains(&key_type) {
            return Err(Error::Kit(KitError::KeyTypeRefused { key_type }));
        }
        let id = credential.certificate_id();
        if self.refuses_leading_hyphen && id.starts_with_hyphen() {
            return Err(Error::Kit(KitError::CertificateIdRefused {
                certificate_id: id.to_string(),
            }));
        }
        Ok(())
    }

    fn scopes_of(&self, connection: &Connection) -> String {
        let scopes: Vec<_> = connection.integration.scopes.iter().map(|s| s.as_str()).collect();
        scopes.join(&self.scope_separator)
    }
}

/// The address without its path.
pub(crate) fn origin_of(token_url: &str) -> String {
    url::Url::parse(token_url)
        .map_or_else(|_| String::new(), |url| url.origin().ascii_serialization())
}

/// A name the SuiteCloud CLI takes as `--authid`: letters, digits, hyphens, at most 40.
pub(crate) fn alias(name: &str, host_form: &str) -> String {
    let mut alias = String::new();
    for part in name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()) {
        alias.push_str(&part.to_ascii_lowercase());
        alias.push('-');
    }
    alias.push_str(host_form);
    alias.chars().take(40).collect()
}

/// The name under which a private key is proposed to be saved.
pub(crate) const PROPOSED: &str = "private.pem";
