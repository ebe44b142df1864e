//! Command-line tools of secret stores: which there are, what they are called for, and how they fail.
//! What they are called with is in [`secret_store`](crate::handover::secret_store).

use serde::{Deserialize, Serialize};

use crate::system::STANDARD_INPUT;

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
    /// To find out whether it records what it is given.
    Settings,
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

/// One of the values that make a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PlaceField {
    /// The address of Vault or OpenBao.
    Address,
    /// Its namespace.
    Namespace,
    /// Where the secrets engine is mounted.
    Mount,
    /// The path of the secret.
    Path,
    /// The field of the secret.
    Field,
    /// The name of the key vault, or the vault of 1Password.
    VaultName,
    /// The name of the secret.
    SecretName,
    /// The AWS region.
    Region,
    /// The profile of the AWS command-line tool.
    Profile,
    /// The title of the document.
    Title,
}

/// What is known of why a tool failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ToolProblem {
    /// Nobody is signed in with it, or the sign-in has expired.
    NotSignedIn,
    /// Who is signed in may not do this.
    Denied,
    /// It didn't reach its server.
    Unreachable,
    /// The secret is deleted and can still be recovered; until then its name is taken.
    Deleted,
    /// The secrets engine of Vault is not of version 2.
    VersionOne,
    /// It didn't end in time.
    TimedOut,
    /// It answered more than it could have to say.
    AnswerTooLong,
    /// It could not be started.
    NotStarted,
    /// Something else; its own message tells.
    Other,
}

impl ToolProblem {
    /// Whether a store that was to take a secret has said no, so that it has none.
    #[must_use]
    pub fn is_refusal(self) -> bool {
        match self {
            Self::NotSignedIn | Self::Denied | Self::Deleted | Self::VersionOne => true,
            Self::Unreachable
            | Self::TimedOut
            | Self::AnswerTooLong
            | Self::NotStarted
            | Self::Other => false,
        }
    }
}
