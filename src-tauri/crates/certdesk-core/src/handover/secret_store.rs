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
mod values;
mod vault_kv;

use std::path::Path;

pub use crate::store_tool::{PlaceField, SecretStore, ToolProblem, ToolStep};
use crate::system::IS_WINDOWS;
pub use answer::{Answer, Found};
pub use aws_secrets_manager::AwsSecret;
pub use azure_key_vault::AzureSecret;
pub use one_password::OnePasswordDocument;
pub use place::{Entered, Place};
pub use storing::{Tool, look, store};
pub use vault_kv::KvField;

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

#[cfg(test)]
mod tests;
