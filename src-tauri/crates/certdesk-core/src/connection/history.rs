//! What was done with a connection, when. Certificate IDs are public; secrets never come here.

mod chain;
mod entry;
mod text;

use netsuite_client::AccountId;
use netsuite_keys::certificate::CertificateId;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::connection::rotation::Reason;
use crate::store_tool::SecretStore;
use crate::target::Target;
pub use chain::{Chain, Gap, History};
pub use entry::Entry;

/// What a file that connections travel in was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "BackupPurpose"))]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// To be restored by whoever made it.
    Backup,
    /// To hand clients to a colleague.
    HandOver,
}

/// What was done.
///
/// A new variant needs a sentence here in `text.rs` and one in the pages; both compilers ask for it.
/// In the evidence, one with a `path` is among the files, one with an `entity` or a `role` among the
/// sign-ins.
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
    /// A secret store's tool is about to be given the private key. What came of it is the next event
    /// of that place; without one, Certdesk ended meanwhile and the store may have the key. Up to
    /// schema 8 it wasn't recorded.
    KeyStoringStarted {
        /// Of which certificate.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
        /// In which store.
        store: SecretStore,
        /// Where in it.
        location: String,
    },
    /// The tool refused: the store doesn't have the private key.
    KeyNotStored {
        /// Of which certificate.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
        /// In which store.
        store: SecretStore,
        /// Where in it.
        location: String,
    },
    /// The private key was stored in a secret store by its tool. Up to schema 7 it couldn't be.
    KeyStored {
        /// Of which certificate.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
        /// In which store.
        store: SecretStore,
        /// Where in it.
        location: String,
        /// Whether it was read back and was the same key. Else the store may have it or not.
        compared: bool,
    },
    /// The client handout was saved to a file.
    SheetSaved {
        /// Where.
        path: String,
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
        /// Internal ID of the role, as the token names it. It wasn't recorded up to schema 5.
        #[serde(default)]
        role: Option<String>,
        /// Internal ID of the entity, likewise.
        #[serde(default)]
        entity: Option<String>,
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
    /// Somebody signed in by browser.
    SignedIn {
        /// Internal ID of the role.
        role: Option<String>,
        /// Internal ID of the entity.
        entity: Option<String>,
    },
    /// The certificate was uploaded through the certificates endpoint.
    CertificateUploaded {
        /// NetSuite's.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
        /// The answer was lost; the list showed that it had arrived.
        found_in_list: bool,
    },
    /// A vendor's certificate was uploaded.
    VendorCertificateUploaded {
        /// NetSuite's.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
        /// Who holds the key.
        vendor: String,
    },
    /// A certificate was revoked; the list says so.
    CertificateRevoked {
        /// Which.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
    },
    /// An Administrator revoked a certificate in NetSuite, as the user said.
    CertificateRevokedByHand {
        /// Which.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
    },
    /// NetSuite listed, or confirmed with an upload or a revocation, other active certificates than
    /// those known before, or they were the first. Up to schema 6 it wasn't recorded.
    ListChanged {
        /// How many are active.
        active: usize,
        /// Which; only the first of very many, in their order.
        #[cfg_attr(feature = "ts", ts(type = "string[]"))]
        certificate_ids: Vec<CertificateId>,
    },
    /// A rotation began.
    RotationStarted {
        /// Why.
        reason: Reason,
    },
    /// The target uses the new certificate.
    Switched {
        /// The new one.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
    },
    /// The rotation was given up; the old certificate stays.
    RotationAbandoned,
    /// The rotation is over.
    RotationEnded {
        /// The old certificate was left to run out.
        old_kept: bool,
    },
    /// The sandbox was refreshed.
    MappingGone,
    /// It was handed to a colleague, in an encrypted file.
    HandedToColleague {
        /// The file.
        path: String,
        /// Whether its private keys went along.
        with_keys: bool,
    },
    /// It came here from a backup, or from a colleague.
    Restored {
        /// What the file was made for.
        purpose: Purpose,
        /// When the file was made.
        #[serde(with = "time::serde::rfc3339")]
        #[cfg_attr(feature = "ts", ts(type = "Instant"))]
        made_at: OffsetDateTime,
    },
    /// It was removed from this computer.
    Removed,
    /// It was brought back after it had been removed.
    BroughtBack,
    /// The private key of a certificate that nothing used any more was deleted.
    KeyDeleted {
        /// Of which certificate.
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        certificate_id: CertificateId,
    },
    /// The evidence was saved to files.
    EvidenceSaved {
        /// Where the page is.
        path: String,
    },
    /// The entries before this one were put into the hash chain.
    ChainStarted,
}
