//! A document in 1Password: an item that is a file.
//!
//! A document comes back byte for byte, which a field of several lines doesn't. `op document create -`
//! reads the file from standard input. 1Password keeps no earlier versions of a file, so one that is
//! there is never replaced; and since titles need not be unique, none is added beside it.
//!
//! Sources: <https://developer.1password.com/docs/cli/reference/management-commands/document/>,
//! <https://developer.1password.com/docs/cli/reference/management-commands/item/>.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::answer::{Answer, Found, Unclear};
use super::values::{arguments, needed};
use crate::error::Result;
use crate::store_tool::PlaceField;

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OnePasswordDocument {
    /// The vault, by its name or its ID.
    pub vault: String,
    /// The title of the item.
    pub title: String,
}

impl OnePasswordDocument {
    pub(super) fn accepted(&self) -> Result<Self> {
        Ok(Self {
            vault: needed(PlaceField::VaultName, &self.vault, is_title)?,
            title: needed(PlaceField::Title, &self.title, is_title)?,
        })
    }

    pub(super) fn location(&self) -> String {
        format!("document {} in vault {}", self.title, self.vault)
    }

    /// All items, not only documents: a secret reference names an item by its title alone.
    pub(super) fn look(&self) -> Vec<String> {
        arguments(["item", "list", "--vault", &self.vault, "--format", "json"])
    }

    pub(super) fn put(&self) -> Vec<String> {
        let mut call = arguments(["document", "create", "-", "--title", &self.title]);
        call.extend(arguments(["--file-name", FILE, "--vault", &self.vault, "--format", "json"]));
        call
    }

    pub(super) fn read_back(&self) -> Vec<String> {
        arguments(["document", "get", &self.title, "--vault", &self.vault])
    }

    pub(super) fn found(&self, answer: &Answer) -> Result<Found, Unclear> {
        if !answer.success {
            return Err(Unclear);
        }
        let items: Vec<Value> =
            serde_json::from_slice(answer.stdout.expose()).map_err(|_| Unclear)?;
        let same = |title: &str| title.to_lowercase() == self.title.to_lowercase();
        let taken = items.iter().filter_map(|item| item["title"].as_str()).any(same);
        Ok(if taken { Found::Taken } else { Found::Nothing })
    }
}

/// Letters of any alphabet, digits, spaces, and what neither a shell nor a secret reference reads in
/// another way.
fn is_title(text: &str) -> bool {
    let may = |c: char| c.is_alphanumeric() || " -_.,()".contains(c);
    let begins = text.starts_with(|c: char| c.is_alphanumeric());
    begins && text.chars().count() <= 100 && text.chars().all(may)
}

/// The name of the file in the item.
const FILE: &str = "private.pem";
