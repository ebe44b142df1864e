//! A secret in Azure Key Vault.
//!
//! `--file` names the file that has the value, and `az` opens and reads it once: the path of standard
//! input is such a file. `--value @-` would read standard input as well, but `az` replaces it by the
//! value before it writes its own arguments to a log in the user's folder, so the key would lie in a
//! file: `execute` in
//! <https://github.com/Azure/azure-cli/blob/dev/src/azure-cli-core/azure/cli/core/commands/__init__.py> and
//! <https://github.com/Azure/azure-cli/blob/dev/src/azure-cli-core/azure/cli/core/azlogging.py>.
//!
//! Sources: <https://learn.microsoft.com/en-us/cli/azure/keyvault/secret>,
//! `process_secret_set_namespace` in
//! <https://github.com/Azure/azure-cli/blob/dev/src/azure-cli/azure/cli/command_modules/keyvault/_validators.py>,
//! and for the names
//! <https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/resource-name-rules>.

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Found, Unclear};
use super::values::{arguments, name, needed};
use crate::error::Result;
use crate::store_tool::PlaceField;
use crate::system::STANDARD_INPUT;

/// A secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct AzureSecret {
    /// The name of the key vault, which makes its address.
    pub vault: String,
    /// The name of the secret in it.
    pub name: String,
}

impl AzureSecret {
    pub(super) fn accepted(&self) -> Result<Self> {
        Ok(Self {
            vault: needed(PlaceField::VaultName, &self.vault, |text| {
                let begins = text.starts_with(|c: char| c.is_ascii_alphabetic());
                let whole = !text.ends_with('-') && !text.contains("--");
                begins && whole && text.len() >= 3 && name(text, "-", 24)
            })?,
            name: needed(PlaceField::SecretName, &self.name, |text| name(text, "-", 127))?,
        })
    }

    pub(super) fn location(&self) -> String {
        format!("secret {} in key vault {}", self.name, self.vault)
    }

    pub(super) fn look(&self) -> Vec<String> {
        self.call("show", ["--query", "id", "--output", "tsv"])
    }

    /// A secret always keeps its versions. What is printed is not: it has the value.
    pub(super) fn put(&self) -> Option<Vec<String>> {
        let options = ["--file", STANDARD_INPUT?, "--encoding", "utf-8", "--output", "none"];
        Some(self.call("set", options))
    }

    pub(super) fn read_back(&self) -> Vec<String> {
        self.call("show", ["--query", "value", "--output", "tsv"])
    }

    fn call<const N: usize>(&self, verb: &str, options: [&str; N]) -> Vec<String> {
        let mut call = arguments(["keyvault", "secret", verb, "--vault-name", &self.vault]);
        call.extend(arguments(["--name", &self.name]));
        call.extend(arguments(options));
        call
    }

    /// The ID is `https://VAULT.vault.azure.net/secrets/NAME/VERSION`.
    pub(super) fn found(answer: &Answer) -> Result<Found, Unclear> {
        if !answer.success {
            return if answer.says("secretnotfound") { Ok(Found::Nothing) } else { Err(Unclear) };
        }
        let id = str::from_utf8(answer.stdout.expose()).map_err(|_| Unclear)?.trim();
        let (secret, version) = id.rsplit_once('/').ok_or(Unclear)?;
        if !secret.contains("/secrets/") || version.is_empty() || !name(version, "", 64) {
            return Err(Unclear);
        }
        Ok(Found::Versions { version: version.to_owned(), deleted: false })
    }
}
