//! An account's connections, for what concerns all of them.

use certdesk_core::connection::ConnectionId;
use serde::Serialize;
use ts_rs::TS;

use crate::failure::Failure;
use crate::ipc::access::AccessView;
use crate::ipc::rotation::RotationView;
use crate::ipc::target::TargetName;

/// An account's connections, for what concerns all of them.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountConnections {
    pub(crate) account_id: String,
    pub(crate) practice: bool,
    pub(crate) connections: Vec<AccountConnection>,
    pub(crate) access: AccessView,
}

/// One of them.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountConnection {
    #[ts(type = "string")]
    pub(crate) id: ConnectionId,
    pub(crate) name: String,
    pub(crate) target: Option<TargetName>,
    pub(crate) certificate_id: Option<String>,
    /// Its mapping was marked as gone.
    pub(crate) gone: bool,
    /// Why it cannot be re-created from here, if so.
    pub(crate) obstacle: Option<Failure>,
    pub(crate) rotation: Option<RotationView>,
}
