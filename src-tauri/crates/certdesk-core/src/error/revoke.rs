//! Why a certificate was not revoked, or is not known to be.

/// Why a certificate was not revoked, or is not known to be.
#[derive(Debug, thiserror::Error)]
pub enum RevokeError {
    /// The list does not show that certificate.
    #[error("the certificate is not listed")]
    NotListed,
    /// The certificate that the token in use came from.
    #[error("the token in use came from this certificate")]
    Itself,
    /// The last working certificate of a connection.
    #[error("it is the last working certificate of a connection")]
    Last {
        /// The connection's name.
        connection: String,
    },
    /// The list still shows the certificate as active.
    #[error("the list does not show the revocation yet")]
    Unsettled,
    /// The characters typed to confirm are not the last six of the Certificate ID.
    #[error("the characters typed do not match")]
    ConfirmationDiffers,
}
