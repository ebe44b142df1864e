//! Everything that a leaked key touches.

use certdesk_core::connection::{ConnectionId, CredentialId};
use certdesk_core::handover::secret_store::SecretStore;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::failure::Failure;
use crate::ipc::access::AccessView;
use crate::ipc::rotation::RotationView;
use crate::ipc::target::TargetName;

/// Everything that a leaked key touches.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LeakView {
    pub(crate) certificate_id: String,
    /// Every credential that uses the same key, in any connection.
    pub(crate) uses: Vec<LeakUse>,
    pub(crate) access: AccessView,
    /// Whether the certificate can be revoked now, with the access in use.
    pub(crate) revoke_obstacle: Option<Failure>,
}

/// Where a private key was put.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct StoredKey {
    pub(crate) store: SecretStore,
    pub(crate) location: String,
}

/// One use of a leaked key.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LeakUse {
    #[ts(type = "string")]
    pub(crate) connection_id: ConnectionId,
    pub(crate) connection_name: String,
    #[ts(type = "string")]
    pub(crate) credential_id: CredentialId,
    pub(crate) certificate_id: String,
    pub(crate) target: Option<TargetName>,
    pub(crate) account_id: Option<String>,
    /// Files that the private key was exported to from here.
    pub(crate) exported_to: Vec<String>,
    /// Secret stores that it was put into from here.
    pub(crate) stored_in: Vec<StoredKey>,
    /// When the last token known here ends. Others may have been issued that Certdesk does not know of.
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    pub(crate) last_token_until: Option<OffsetDateTime>,
    pub(crate) rotation: Option<RotationView>,
}
