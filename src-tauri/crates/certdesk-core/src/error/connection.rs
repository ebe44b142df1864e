//! Why a connection could not be read, changed or used.

/// Why a connection could not be read, changed or used.
#[derive(Debug, thiserror::Error)]
pub enum ConnectionError {
    /// A name is required.
    #[error("the name is empty")]
    NameEmpty,
    /// A name is longer than any table can show.
    #[error("the name has {length} characters, at most {most} are taken")]
    NameTooLong {
        /// The most characters.
        most: usize,
        /// How many it has.
        length: usize,
    },
    /// The name typed to confirm is not the connection's.
    #[error("the name typed does not match")]
    NameDiffers,
    /// No connection of that ID.
    #[error("unknown connection")]
    Unknown,
    /// The connection that is to be brought back is in its place already.
    #[error("the connection is here already")]
    StillHere,
    /// It can't be removed while its rotation is driven.
    #[error("the rotation of this connection is running")]
    RotationRuns,
    /// No credential of that ID in the connection.
    #[error("unknown credential")]
    CredentialUnknown,
    /// `datacenterurls` does not know the account.
    #[error("NetSuite does not know this account")]
    AccountNotKnown,
    /// Only sandboxes, Release Preview and the practice account are ever refreshed.
    #[error("this account is never refreshed")]
    AccountNotRefreshable,
    /// No certificate that NetSuite knows, so there is nothing to be reminded of.
    #[error("no certificate to be reminded of")]
    NothingToRemind,
    /// NetSuite's Certificate ID is not the one predicted from the certificate.
    #[error("the Certificate ID differs from the predicted one")]
    CertificateIdDiffers {
        /// Predicted from the certificate.
        expected: String,
        /// Entered by the user or returned by NetSuite.
        entered: String,
    },
    /// An act that needs an earlier step of the set-up first.
    #[error("an earlier step is not done")]
    StepNotReady {
        /// The first step that is missing.
        step: crate::step::Step,
    },
    /// The practice account does not run, so its connections have nobody to speak to.
    #[error("the practice account does not run")]
    PracticeNotRunning,
    /// The act needs a token for the certificates endpoint, and there is none.
    #[error("nobody is signed in")]
    SignInNeeded,
}
