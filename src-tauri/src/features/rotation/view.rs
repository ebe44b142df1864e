//! What a rotation would do, and how several of them get on.

use certdesk_core::connection::ConnectionId;
use certdesk_core::rotation::{Due, Order, Reason, Way};
use netsuite_keys::certificate::Signature;
use netsuite_keys::key::{Algorithm, KeyType};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::failure::Failure;
use crate::features::certificates::view::{CertificateRow, SlotsView};
use crate::ipc::access::AccessView;
use crate::ipc::rotation::{ReplacedView, RotationSide, RotationView};
use crate::ipc::target::TargetName;

/// What a rotation would do.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RotationPreview {
    /// Null when no certificate is in use, as after a sandbox refresh.
    pub(crate) old: Option<RotationSide>,
    /// Where `old` is null: the certificate that was in use before.
    pub(crate) replaced: Option<ReplacedView>,
    pub(crate) key_type: KeyType,
    pub(crate) algorithm: Algorithm,
    pub(crate) signature: Signature,
    pub(crate) days: u32,
    pub(crate) subject: String,
    /// Internal IDs of the mapping to be made; null when not known.
    pub(crate) role: Option<String>,
    pub(crate) entity: Option<String>,
    pub(crate) access: AccessView,
    /// Null while the list cannot be read; `obstacle` says why.
    pub(crate) slots: Option<SlotsView>,
    /// Active certificates of the record, NetSuite's order, at most as many as there are slots.
    pub(crate) active: Vec<CertificateRow>,
    /// With every slot in use: those that seem dead, the likeliest first. One has to be revoked before.
    pub(crate) dead: Vec<CertificateRow>,
    /// What keeps the rotation from starting.
    pub(crate) obstacle: Option<Failure>,
}

/// What the user wants.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RotationPlan {
    pub(crate) reason: Reason,
    pub(crate) order: Order,
    pub(crate) way: Way,
    pub(crate) key_type: KeyType,
    pub(crate) algorithm: Algorithm,
    pub(crate) signature: Signature,
    pub(crate) days: u32,
    pub(crate) subject: String,
    /// Internal IDs; null takes what is known.
    pub(crate) role: Option<String>,
    pub(crate) entity: Option<String>,
}

/// A step of one of several rotations.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub(crate) enum BulkStep {
    /// One more thing is true.
    Progress {
        #[ts(type = "string")]
        id: ConnectionId,
        rotation: Box<RotationView>,
    },
    /// Nothing more is done for this connection; the others go on.
    Stopped {
        #[ts(type = "string")]
        id: ConnectionId,
        failure: Failure,
    },
}

/// A connection whose certificate should be replaced.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DueConnection {
    #[ts(type = "string")]
    pub(crate) id: ConnectionId,
    pub(crate) name: String,
    pub(crate) target: Option<TargetName>,
    pub(crate) account_id: Option<String>,
    pub(crate) due: Due,
    #[ts(type = "number")]
    pub(crate) days_left: i64,
    pub(crate) certificate_id: String,
    pub(crate) access: AccessView,
    pub(crate) rotation: Option<RotationView>,
}
