//! Why a step of the guide to API secrets was refused.

/// Why a step of the guide to API secrets was refused.
#[derive(Debug, thiserror::Error)]
pub enum ApiSecretError {
    /// The ID of an API secret breaks a rule that its notes name.
    #[error("the ID of the secret cannot be used")]
    SecretIdRefused,
    /// No value was given.
    #[error("the value is empty")]
    ValueEmpty,
    /// The value was not typed the same way twice.
    #[error("the two values differ")]
    ValuesDiffer,
    /// NetSuite does not take a value of this length.
    #[error("the value is too long")]
    ValueTooLong {
        /// The most characters it may have.
        most: usize,
        /// How many it has.
        length: usize,
    },
    /// The preferences secret of Brazil has a fixed length.
    #[error("the preferences secret has the wrong length")]
    PreferencesLength {
        /// The characters it must have.
        needed: usize,
        /// How many it has.
        length: usize,
    },
    /// No value is in memory.
    #[error("no value is at hand")]
    ValueMissing,
    /// A file is no text, which the value of a secret is.
    #[error("the file is no text")]
    ValueNotText,
    /// A name, an ID or another text that others can read has the value in it.
    #[error("a text that others can read holds the value")]
    TextHoldsValue,
    /// The value is in the vault.
    #[error("the value is kept in the vault")]
    ValueIsKept,
    /// Old and new credentials must still work side by side.
    #[error("the overlap lasts")]
    OverlapLasts,
}
