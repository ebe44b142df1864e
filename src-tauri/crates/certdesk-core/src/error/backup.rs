//! Why a backup could not be made, opened or restored.

/// Why a backup could not be made, opened or restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Nothing was chosen to go into it, or nothing that was chosen could be read.
    #[error("there is nothing to back up")]
    Empty,
    /// This isn't an age key that a file can be encrypted for.
    #[error("not an age recipient")]
    RecipientInvalid,
    /// This is the secret half of an age key: it opens files, and nobody else may have it.
    #[error("a secret age key stands where its public half belongs")]
    RecipientSecret,
    /// The file was written but does not open as it should. It has been removed.
    #[error("the backup does not open again")]
    NotVerified,
    /// A private key does not sign, or is not the one of its certificate.
    #[error("a key of {name} cannot be used")]
    KeyUnusable {
        /// The connection, as the user calls it.
        name: String,
    },
    /// The file is no age file, or holds something else than a backup of Certdesk.
    #[error("not a backup")]
    NotBackup,
    /// It was made by a newer version of Certdesk, or in a newer version of the format.
    #[error("the backup was made by a newer version")]
    Newer,
    /// It was cut off or changed.
    #[error("the backup is damaged")]
    Damaged,
    /// The passphrase does not open it.
    #[error("the passphrase does not open the backup")]
    PassphraseWrong,
    /// The age key does not open it: it was encrypted for others.
    #[error("the age key does not open the backup")]
    KeyWrong,
    /// The file that was chosen holds no secret age key (`AGE-SECRET-KEY-1…`).
    #[error("no secret age key in the file")]
    NoSecretKey,
    /// Its passphrase is derived at a cost that this computer would need minutes or hours for.
    #[error("the passphrase is derived at too high a cost")]
    TooCostly,
    /// It is larger than any backup: 256 MiB.
    #[error("too large for a backup")]
    TooLarge,
    /// The keychain holds another secret under a name that the backup uses.
    #[error("the vault has another secret under the name of one in the backup")]
    EntryTaken,
}
