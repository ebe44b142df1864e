//! What was done with a connection, when. Certificate IDs are public; secrets never come here.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::account::AccountId;
use crate::certificate::CertificateId;
use crate::kit::Target;

/// One line of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What.
    pub event: Event,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "HistoryEvent"))]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Event {
    /// The connection was made.
    Created,
    /// The target was chosen.
    TargetChosen {
        /// Which.
        target: Target,
    },
    /// The account was entered.
    AccountSet {
        /// Which.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        account_id: AccountId,
    },
    /// The Consumer Key was entered.
    ClientIdSet,
    /// Key and certificate were made.
    CertificateMade {
        /// Predicted.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
    },
    /// An existing pair was brought.
    PairImported {
        /// Predicted.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
    },
    /// The certificate was saved to a file.
    CertificateSaved {
        /// Where.
        path: String,
    },
    /// The private key was exported to a file.
    KeyExported {
        /// Where.
        path: String,
        /// Whether a passphrase protects it.
        encrypted: bool,
    },
    /// The Certificate ID that NetSuite shows was entered.
    CertificateIdConfirmed {
        /// As NetSuite shows it.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
    },
    /// NetSuite issued a token.
    TokenReceived {
        /// For which certificate.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
    },
    /// NetSuite refused a token.
    TokenRefused {
        /// For which certificate.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
        /// NetSuite's `error`, or the status.
        reason: String,
    },
    /// The values were handed over.
    HandedOver {
        /// To which system.
        target: Target,
    },
}
