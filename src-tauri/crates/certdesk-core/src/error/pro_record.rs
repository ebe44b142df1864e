//! Why a step of the SuiteProjects Pro record was refused.

/// Why a step of the SuiteProjects Pro record was refused.
#[derive(Debug, thiserror::Error)]
pub enum ProRecordError {
    /// None of the sentences that SuiteProjects Pro and NetSuite say of the record.
    #[error("not a sentence about the real-time import certificate")]
    HealthCheckUnknown,
    /// A private key was pasted where a message was asked for.
    #[error("a private key was pasted")]
    PasteIsSecret,
    /// Not the version of a bundle.
    #[error("not a bundle version")]
    BundleVersionInvalid {
        /// What was entered, shortened.
        text: String,
    },
    /// A version that two readings place before and after the one that matters.
    #[error("a bundle version with two readings")]
    BundleVersionUnclear {
        /// What was entered, shortened.
        text: String,
    },
    /// The rules do not propose that way.
    #[error("that way is not open")]
    WayNotOpen,
    /// The certificate record was saved under another ID.
    #[error("the record has another ID")]
    RecordIdDiffers {
        /// The one that is needed.
        expected: &'static str,
        /// What was entered, shortened.
        entered: String,
    },
}
