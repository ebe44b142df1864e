//! A field of a secret in HashiCorp Vault or OpenBao, in version 2 of the key/value secrets engine.
//!
//! Both tools have the same commands and options; OpenBao began as a copy of Vault 1.14. `FIELD=-`
//! reads the field's value from standard input.
//!
//! Sources: <https://developer.hashicorp.com/vault/docs/commands/kv/put>,
//! <https://developer.hashicorp.com/vault/docs/commands/kv/patch>,
//! <https://developer.hashicorp.com/vault/docs/commands/kv/get>,
//! <https://developer.hashicorp.com/vault/docs/commands/kv/metadata>,
//! <https://openbao.org/docs/commands/kv/put>, and for what they print
//! <https://github.com/hashicorp/vault/blob/main/command/kv_metadata_get.go>.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::answer::{Answer, Found, Unclear};
use super::values::{arguments, name, needed, optional, path, server};
use crate::error::Result;
use crate::store_tool::PlaceField;

/// A field of a secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct KvField {
    /// The server's address. Needed, so that the history can say who received the key: the tool's
    /// own default comes from its environment.
    pub address: String,
    /// The namespace, where the server has them; may be empty.
    pub namespace: String,
    /// Where the secrets engine is mounted.
    pub mount: String,
    /// The path of the secret below it.
    pub path: String,
    /// The field that gets the key.
    pub field: String,
}

impl KvField {
    pub(super) fn accepted(&self) -> Result<Self> {
        Ok(Self {
            address: needed(PlaceField::Address, &self.address, server)?,
            namespace: optional(PlaceField::Namespace, &self.namespace, |text| {
                path(text.strip_suffix('/').unwrap_or(text))
            })?,
            mount: needed(PlaceField::Mount, &self.mount, path)?,
            path: needed(PlaceField::Path, &self.path, path)?,
            field: needed(PlaceField::Field, &self.field, |text| name(text, "-_.", 100))?,
        })
    }

    pub(super) fn location(&self) -> String {
        let Self { address, namespace, mount, path, field } = self;
        let namespace =
            if namespace.is_empty() { String::new() } else { format!(", namespace {namespace}") };
        format!("{mount}/{path}, field {field}, at {address}{namespace}")
    }

    pub(super) fn look(&self) -> Vec<String> {
        self.call(arguments(["kv", "metadata", "get"]), ["-format=json"], [&self.path])
    }

    /// A new secret only where there is none (`-cas=0`), a new version only of the one that was
    /// found. `patch` keeps the other fields; where the current version is deleted there are none to
    /// keep, and `patch` refuses to work.
    pub(super) fn put(&self, current: Option<(&str, bool)>) -> Vec<String> {
        let (verb, version) = match current {
            None => ("put", "0"),
            Some((version, true)) => ("put", version),
            Some((version, false)) => ("patch", version),
        };
        let value = format!("{}=-", self.field);
        let check = format!("-cas={version}");
        let options = [check.as_str(), "-format=json"];
        self.call(arguments(["kv", verb]), options, [&self.path, &value])
    }

    pub(super) fn read_back(&self) -> Vec<String> {
        let field = format!("-field={}", self.field);
        // Any other format would put the value between quotation marks.
        self.call(arguments(["kv", "get"]), [field.as_str(), "-format=table"], [&self.path])
    }

    fn call<const N: usize, const M: usize>(
        &self,
        mut call: Vec<String>,
        options: [&str; N],
        operands: [&str; M],
    ) -> Vec<String> {
        call.push(format!("-address={}", self.address));
        if !self.namespace.is_empty() {
            call.push(format!("-namespace={}", self.namespace));
        }
        call.push(format!("-mount={}", self.mount));
        call.extend(options.map(str::to_owned));
        call.extend(operands.map(str::to_owned));
        call
    }

    pub(super) fn found(answer: &Answer) -> Result<Found, Unclear> {
        if !answer.success {
            return if answer.says("no value found at") {
                Ok(Found::Nothing)
            } else {
                Err(Unclear)
            };
        }
        let answer: Value = serde_json::from_slice(answer.stdout.expose()).map_err(|_| Unclear)?;
        let metadata = &answer["data"];
        let current = metadata["current_version"].as_u64().ok_or(Unclear)?;
        if current == 0 {
            // Only metadata: there is no version yet.
            return Ok(Found::Nothing);
        }
        let version = current.to_string();
        let newest = &metadata["versions"][&version];
        let deleted = newest["destroyed"] == true
            || newest["deletion_time"].as_str().is_some_and(|time| !time.is_empty());
        Ok(Found::Versions { version, deleted })
    }
}
