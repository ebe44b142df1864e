//! `account_connections`, `account_refreshed`.

use certdesk_core::connection::{Connection, ConnectionId, same_account};
use certdesk_core::error::ConnectionError;
use certdesk_core::rotation::{Plan, Reason};
use certdesk_core::setup::{self, Step};
use certdesk_core::{Error, Result, portfolio};
use tauri::State;
use time::OffsetDateTime;

use super::view::{AccountConnection, AccountConnections};
use crate::failure::Failure;
use crate::ipc::rotation::RotationView;
use crate::ipc::target::TargetName;
use crate::state::{AppState, blocking};

/// All connections of the account of connection `id`.
#[tauri::command]
pub(crate) async fn account_connections(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<AccountConnections, Failure> {
    let now = OffsetDateTime::now_utc();
    let named = state.read(&id).await?;
    let account = named.account.as_ref();
    let account =
        account.ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Account }))?;
    let mut connections = Vec::new();
    for connection in state.connections().await? {
        if same_account(&connection, &named) {
            connections.push(AccountConnection::new(&connection, now)?);
        }
    }
    Ok(AccountConnections {
        account_id: account.id.to_string(),
        practice: named.practice,
        connections,
        access: state.access(&named),
    })
}

/// The user says that the account was refreshed: every mapping of it is gone.
#[tauri::command]
pub(crate) async fn account_refreshed(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<AccountConnections, Failure> {
    let (store, named) = (state.store.clone(), id.clone());
    blocking(move || portfolio::mark_refreshed(&store, &named, OffsetDateTime::now_utc())).await?;
    account_connections(id, state).await
}

impl AccountConnection {
    fn new(connection: &Connection, now: OffsetDateTime) -> Result<Self> {
        let plan = Plan::for_connection(connection, Reason::SandboxRefreshed);
        let last = connection.working().or(connection.credentials.last());
        Ok(Self {
            id: connection.id.clone(),
            name: connection.name.clone(),
            target: connection.target.map(TargetName::from),
            certificate_id: last.map(|last| last.certificate_id().to_string()),
            gone: setup::mapping_gone(connection),
            obstacle: plan.err().map(Failure::from),
            rotation: RotationView::of(connection, now)?,
        })
    }
}
