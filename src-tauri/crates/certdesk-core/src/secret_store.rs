//! Secret stores that a private key can be put into by the user's own signed-in command-line tool.
//!
//! This module knows the tools: what the user enters, what of it is refused, the exact arguments of
//! each call, and what an answer means. It starts no process; that is for whoever implements [`Tool`].
//! A store is only here if its tool reads a secret from standard input by its maker's documentation or
//! source, and no function that builds arguments takes a key.

mod answer;
mod aws_secrets_manager;
mod azure_key_vault;
mod one_password;
mod place;
mod storing;
mod vault_kv;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::system::{IS_WINDOWS, STANDARD_INPUT};
pub use answer::{Answer, Found, ToolProblem};
pub use aws_secrets_manager::AwsSecret;
pub use azure_key_vault::AzureSecret;
pub use one_password::Document;
pub use place::{Entered, Place, PlaceField};
pub use storing::{Stored, Tool, look, store};
pub use vault_kv::KvField;

/// A secret store, by the tool that writes to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SecretStore {
    /// HashiCorp Vault, version 2 of its key/value secrets engine.
    Vault,
    /// OpenBao, likewise.
    OpenBao,
    /// Azure Key Vault.
    AzureKeyVault,
    /// AWS Secrets Manager.
    AwsSecretsManager,
    /// 1Password.
    OnePassword,
}

/// What a tool is called for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ToolStep {
    /// To find out whether something is stored there already.
    Look,
    /// To store the key.
    Store,
    /// To read it back.
    ReadBack,
}

impl SecretStore {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Vault,
        Self::OpenBao,
        Self::AzureKeyVault,
        Self::AwsSecretsManager,
        Self::OnePassword,
    ];

    /// The maker's name for it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Vault => "HashiCorp Vault",
            Self::OpenBao => "OpenBao",
            Self::AzureKeyVault => "Azure Key Vault",
            Self::AwsSecretsManager => "AWS Secrets Manager",
            Self::OnePassword => "1Password",
        }
    }

    /// The name of its command-line tool, as it is looked for on the search path.
    #[must_use]
    pub const fn program(self) -> &'static str {
        match self {
            Self::Vault => "vault",
            Self::OpenBao => "bao",
            Self::AzureKeyVault => "az",
            Self::AwsSecretsManager => "aws",
            Self::OnePassword => "op",
        }
    }

    /// Whether its tool can be given a secret on this system without an argument and without a file.
    /// `az` and `aws` read a secret only from a path, and Windows has none for standard input.
    #[must_use]
    pub const fn can_be_given_a_secret(self) -> bool {
        match self {
            Self::Vault | Self::OpenBao | Self::OnePassword => true,
            Self::AzureKeyVault | Self::AwsSecretsManager => STANDARD_INPUT.is_some(),
        }
    }
}

/// A call as somebody would type it into a shell of this system.
#[must_use]
pub fn command_line(program: &Path, arguments: &[String]) -> String {
    let program = program.display().to_string();
    let words = std::iter::once(&program).chain(arguments);
    words.map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@+,".contains(c);
    match word {
        _ if !word.is_empty() && word.chars().all(|c| plain(c) || (IS_WINDOWS && c == '\\')) => {
            word.to_owned()
        }
        _ if IS_WINDOWS => format!("\"{word}\""),
        _ => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

/// Owned arguments of what is mostly constant.
fn arguments<const N: usize>(words: [&str; N]) -> Vec<String> {
    words.map(str::to_owned).to_vec()
}

#[cfg(test)]
mod tests;
