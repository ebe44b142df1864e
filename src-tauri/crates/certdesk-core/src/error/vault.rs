//! Why a key could not be stored or read in the vault.

/// Why a key could not be stored or read in the vault.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// No keychain answers and no key files were chosen.
    #[error("no vault is available")]
    Unavailable,
    /// The keychain, or the key files, wait for their passphrase.
    #[error("the vault is locked")]
    Locked,
    /// The user or the system refused this program access to the keychain.
    #[error("access to the vault was denied")]
    Denied,
    /// The keychain cannot hold an entry of this size, in bytes.
    #[error("the vault holds at most {limit} bytes in one entry")]
    EntryTooLong {
        /// The keychain's limit in bytes.
        limit: u64,
    },
    /// The vault has no entry of that name.
    #[error("the key is not in the vault")]
    KeyMissing,
}
