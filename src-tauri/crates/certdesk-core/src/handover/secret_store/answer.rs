//! What a tool answers: what is stored, why it failed, whether what came back is the key.

use std::collections::HashSet;

use netsuite_keys::secret::Secret;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::store_tool::ToolProblem;

/// What is stored at a place already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "StoredAlready"))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A secret that gets a new version; the earlier ones stay in the store.
    Versions {
        /// The current version; empty where the secret has none yet.
        version: String,
        /// Whether the current version was deleted.
        deleted: bool,
    },
    /// Something that can't get a new version.
    Taken,
}

/// What a tool answered. Any of it can have the key.
#[derive(Debug)]
pub struct Answer {
    /// Whether it ended with success.
    pub success: bool,
    /// Its standard output.
    pub stdout: Secret,
    /// Its standard error.
    pub stderr: Secret,
}

/// An answer that says neither what is there nor that nothing is.
#[derive(Debug)]
pub(super) struct Unclear;

impl Answer {
    /// Whether its messages have these words, which are in lower case.
    pub(super) fn says(&self, words: &str) -> bool {
        let text = String::from_utf8_lossy(self.stderr.expose()).to_lowercase();
        Zeroizing::new(text).contains(words)
    }

    /// Why the tool failed, by its own words.
    #[must_use]
    pub fn problem(&self) -> ToolProblem {
        let named = PHRASES.iter().find(|(phrase, _)| self.says(phrase));
        named.map_or(ToolProblem::Other, |(_, problem)| *problem)
    }
}

/// What the tools print, in lower case. The first that fits counts: what says more comes before what
/// says less.
const PHRASES: &[(&str, ToolProblem)] = &[
    // https://github.com/hashicorp/vault/blob/main/command/kv_metadata_get.go
    ("metadata not supported on kv version 1", ToolProblem::VersionOne),
    // https://github.com/hashicorp/vault/blob/main/command/kv_patch.go
    ("mount must be version 2", ToolProblem::VersionOne),
    // https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview
    ("objectisdeletedbutrecoverable", ToolProblem::Deleted),
    ("deleted but recoverable state", ToolProblem::Deleted),
    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html
    ("scheduled for deletion", ToolProblem::Deleted),
    // https://developer.hashicorp.com/vault/docs/concepts/tokens
    ("missing client token", ToolProblem::NotSignedIn),
    ("invalid token", ToolProblem::NotSignedIn),
    // https://learn.microsoft.com/en-us/cli/azure/authenticate-azure-cli
    ("az login", ToolProblem::NotSignedIn),
    // https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html
    ("unable to locate credentials", ToolProblem::NotSignedIn),
    ("expiredtoken", ToolProblem::NotSignedIn),
    ("token has expired", ToolProblem::NotSignedIn),
    ("sso session associated with this profile has expired", ToolProblem::NotSignedIn),
    ("error loading sso token", ToolProblem::NotSignedIn),
    ("aws login", ToolProblem::NotSignedIn),
    ("aws sso login", ToolProblem::NotSignedIn),
    ("invalidclienttokenid", ToolProblem::NotSignedIn),
    ("unrecognizedclientexception", ToolProblem::NotSignedIn),
    // https://github.com/1Password/shell-plugins/issues/587 and
    // https://developer.1password.com/docs/cli/sign-in-manually/
    ("no accounts configured", ToolProblem::NotSignedIn),
    ("not currently signed in", ToolProblem::NotSignedIn),
    ("account is not signed in", ToolProblem::NotSignedIn),
    ("session expired", ToolProblem::NotSignedIn),
    ("authorization prompt dismissed", ToolProblem::NotSignedIn),
    // https://developer.hashicorp.com/vault/docs/concepts/policies
    ("permission denied", ToolProblem::Denied),
    ("code: 403", ToolProblem::Denied),
    // https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes
    ("forbidden", ToolProblem::Denied),
    // https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html
    ("accessdenied", ToolProblem::Denied),
    ("not authorized to perform", ToolProblem::Denied),
    // Go, https://pkg.go.dev/net: Vault, OpenBao and 1Password
    ("connection refused", ToolProblem::Unreachable),
    ("no such host", ToolProblem::Unreachable),
    ("i/o timeout", ToolProblem::Unreachable),
    ("network is unreachable", ToolProblem::Unreachable),
    ("failed to verify certificate", ToolProblem::Unreachable),
    // Python, https://urllib3.readthedocs.io/en/stable/reference/urllib3.exceptions.html and botocore
    ("max retries exceeded", ToolProblem::Unreachable),
    ("failed to resolve", ToolProblem::Unreachable),
    ("could not connect to the endpoint url", ToolProblem::Unreachable),
    ("connect timeout on endpoint url", ToolProblem::Unreachable),
];

/// What a tool said, to be shown: without control characters, not longer than a few lines. None
/// where it says nothing, or where it has a part of `key`, however the lines are broken.
pub(super) fn message(answer: &Answer, key: Option<&Secret<String>>) -> Option<String> {
    let text = String::from_utf8_lossy(answer.stderr.expose());
    if key.is_some_and(|key| mentions(&text, key.expose())) {
        return None;
    }
    let mut shown = String::new();
    let mut colored = false;
    for character in text.trim().chars().take(LONGEST_MESSAGE) {
        match character {
            // A sequence for a terminal ends with a letter.
            '\u{1b}' => colored = true,
            _ if colored => colored = !character.is_ascii_alphabetic(),
            '\n' => shown.push('\n'),
            character if character.is_control() => shown.push(' '),
            character => shown.push(character),
        }
    }
    (!shown.is_empty()).then_some(shown)
}

/// Whether a text has a part of the key that is long enough to tell something of it.
fn mentions(text: &str, key: &str) -> bool {
    let key = without_breaks(key);
    let text = without_breaks(text);
    let parts: HashSet<&[u8]> = key.windows(TELLING).collect();
    text.windows(TELLING).any(|part| parts.contains(part))
}

/// The characters of base64 alone. Line breaks, those that are written as `\n`, and the lines around
/// a PEM, which are no secret, are left out.
fn without_breaks(text: &str) -> Zeroizing<Vec<u8>> {
    let mut kept = Zeroizing::new(Vec::with_capacity(text.len()));
    for (at, part) in text.split("-----").enumerate() {
        // BEGIN and END stand between the hyphens.
        if at % 2 == 1 && (part.starts_with("BEGIN ") || part.starts_with("END ")) {
            continue;
        }
        let mut characters = part.bytes().peekable();
        while let Some(byte) = characters.next() {
            match byte {
                b'\\' => drop(characters.next_if(|next| matches!(next, b'n' | b'r'))),
                b'+' | b'/' | b'=' => kept.push(byte),
                byte if byte.is_ascii_alphanumeric() => kept.push(byte),
                _ => {}
            }
        }
    }
    kept
}

/// Whether a store gave back what it was given. Tools end their output with a line break, and some
/// leave the one at the end of a value out.
pub(super) fn same(given: &Secret<String>, back: &Secret) -> bool {
    let content = |bytes: &[u8]| -> Secret {
        let end = bytes.iter().rposition(|byte| !matches!(byte, b'\n' | b'\r'));
        Secret::new(bytes[..end.map_or(0, |last| last + 1)].to_vec())
    };
    content(given.expose().as_bytes()).equals(&content(back.expose()))
}

/// Characters of a message that are shown.
const LONGEST_MESSAGE: usize = 1000;
/// Characters of base64, 96 bits: nobody can guess the rest, and no message has them by chance.
const TELLING: usize = 16;
