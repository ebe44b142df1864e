//! Whether private keys can be kept, and what is missing where they cannot.

use certdesk_core::vault::VaultPlace;
use serde::Serialize;
use ts_rs::TS;

/// Whether private keys can be kept.
#[allow(dead_code, reason = "only Linux has pieces that can be missing")]
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub(crate) enum VaultStatus {
    /// The first look is not over; the system may be asking the user. Ask `vault_check`.
    Checking,
    /// A trial entry was stored, read and deleted.
    Ready { store: VaultPlace },
    /// Linux: a piece is missing.
    Missing { piece: MissingPiece, detail: String },
    /// The keychain wants its passphrase.
    Locked,
    /// It is there and does not work.
    Broken { detail: String },
    /// Key files are in use and wait for their passphrase.
    KeyFilesLocked,
}

/// Which piece of the Secret Service is missing.
#[allow(dead_code, reason = "only Linux has pieces that can be missing")]
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum MissingPiece {
    /// No session bus.
    SessionBus,
    /// Nothing on the bus provides the Secret Service.
    SecretService,
    /// The Secret Service has no keyring yet.
    Collection,
}
