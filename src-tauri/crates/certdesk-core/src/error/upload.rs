//! Why a certificate was not uploaded, or is not known to be.

use time::OffsetDateTime;

/// Why a certificate was not uploaded, or is not known to be.
#[derive(Debug, thiserror::Error)]
pub enum UploadError {
    /// The certificate's validity is over.
    #[error("the certificate has expired")]
    CertificateExpired {
        /// Its notAfter.
        at: OffsetDateTime,
    },
    /// The certificate is not valid yet.
    #[error("the certificate is not valid yet")]
    CertificateNotYetValid {
        /// Its notBefore.
        at: OffsetDateTime,
    },
    /// Role and entity of the mapping are not known.
    #[error("role and entity are not known")]
    RoleOrEntityMissing,
    /// The role is Administrator, and nobody has said that it may be.
    #[error("the certificate would act as Administrator")]
    ActsAsAdministrator,
    /// The role or the entity is another one than expected, and nobody has said that it may be.
    #[error("the certificate would act as another than expected")]
    ActsAsAnother {
        /// The name that step 3 holds.
        expected: String,
        /// NetSuite's name of the one chosen.
        chosen: String,
    },
    /// All slots of the integration record are in use.
    #[error("all slots are in use")]
    SlotsFull {
        /// How many there are.
        most: usize,
    },
    /// The certificate is in the list already.
    #[error("the certificate is listed already")]
    AlreadyListed {
        /// Whether it is revoked there; then it can never be used again.
        revoked: bool,
    },
    /// Whether the upload arrived is not known, and the list does not say it yet. It is not sent again.
    #[error("the outcome of the upload is not known yet")]
    Unsettled {
        /// When it is known at the latest: an upload that the list does not show by then is lost.
        until: OffsetDateTime,
    },
    /// The upload did not arrive in all the time a request may take. That certificate is not sent
    /// again.
    #[error("the upload was lost")]
    Lost,
}
