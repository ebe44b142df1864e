//! `due_list`, `account_connections`, `account_refreshed`, `leak_read`, `leak_revoke`,
//! `certificate_revoked_by_hand`: what concerns several connections.

use certdesk_core::connection::{
    Connection, ConnectionId, Credential, CredentialId, CredentialState, days_left,
};
use certdesk_core::error::ConnectionError;
use certdesk_core::revoke::Cause;
use certdesk_core::rotation::{Plan, Reason};
use certdesk_core::{Error, Result, portfolio, revoke, setup};
use netsuite_keys::certificate::CertificateId;
use tauri::State;
use time::OffsetDateTime;

use crate::failure::{Failure, RevokeFailure};
use crate::features::certificates::commands::{revoke_one, share_slots};
use crate::features::kits::view::TargetName;
use crate::features::rotation::view::{
    AccountConnection, AccountConnections, DueConnection, LeakUse, LeakView, RotationView,
};
use crate::ipc::connection::ConnectionView;
use crate::state::{AppState, blocking};

/// Connections whose certificate runs out within two months, the first to do so first. Nothing is
/// started by itself.
#[tauri::command]
pub(crate) async fn due_list(state: State<'_, AppState>) -> Result<Vec<DueConnection>, Failure> {
    let now = OffsetDateTime::now_utc();
    let mut due = Vec::new();
    for connection in all(&state).await? {
        if let Some(view) = DueConnection::new(&state, &connection, now)? {
            due.push(view);
        }
    }
    due.sort_by_key(|view| view.days_left);
    Ok(due)
}

/// All connections of the account of connection `id`.
#[tauri::command]
pub(crate) async fn account_connections(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<AccountConnections, Failure> {
    let now = OffsetDateTime::now_utc();
    let named = state.read(&id).await?;
    let account = named.account.as_ref();
    let account = account
        .ok_or(Error::Connection(ConnectionError::StepNotReady { step: setup::Step::Account }))?;
    let mut connections = Vec::new();
    for connection in all(&state).await? {
        if certdesk_core::connection::same_account(&connection, &named) {
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

/// Everything that a leaked key touches.
#[tauri::command]
pub(crate) async fn leak_read(
    id: ConnectionId,
    credential_id: CredentialId,
    state: State<'_, AppState>,
) -> Result<LeakView, Failure> {
    let named = state.read(&id).await?;
    let leaked = named.credential(&credential_id)?;
    leak(&state, &named, leaked).await
}

/// Revokes a leaked certificate at once, the last of its connection included: that is the point.
/// Only the one that the token in use came from stays refused.
#[tauri::command]
pub(crate) async fn leak_revoke(
    id: ConnectionId,
    certificate_id: String,
    typed: String,
    state: State<'_, AppState>,
) -> Result<LeakView, Failure> {
    let certificate_id = CertificateId::given(&certificate_id)?;
    revoke_one(&state, &id, &certificate_id, &typed, Cause::Leak).await?;
    let named = state.read(&id).await?;
    let leaked = named.credentials.iter().find(|c| *c.certificate_id() == certificate_id);
    leak(&state, &named, leaked.ok_or(ConnectionError::CredentialUnknown)?).await
}

/// The user says that an Administrator revoked a certificate in NetSuite.
#[tauri::command]
pub(crate) async fn certificate_revoked_by_hand(
    id: ConnectionId,
    certificate_id: String,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let certificate_id = CertificateId::given(&certificate_id)?;
    let (store, now) = (state.store.clone(), OffsetDateTime::now_utc());
    let told = blocking(move || revoke::on_word(&store, &id, &certificate_id, now)).await?;
    share_slots(&state, &told).await;
    Ok(ConnectionView::new(&told, now)?)
}

async fn leak(
    state: &AppState,
    named: &Connection,
    leaked: &Credential,
) -> Result<LeakView, Failure> {
    let now = OffsetDateTime::now_utc();
    let connections = all(state).await?;
    let uses = portfolio::uses(&connections, leaked)?;
    let uses = uses.iter().map(|found| LeakUse::new(found, now)).collect::<Result<_>>()?;
    let id = leaked.certificate_id();
    Ok(LeakView {
        certificate_id: id.to_string(),
        uses,
        revoke_obstacle: match leaked.state {
            // NetSuite never had it, or has it no more.
            CredentialState::Made | CredentialState::Revoked | CredentialState::Gone => {
                Some(Failure::Revoke(RevokeFailure::CertificateNotListed))
            }
            _ => state.revoke_obstacle(named, id),
        },
        access: state.access_without(named, Some(id)),
    })
}

async fn all(state: &AppState) -> Result<Vec<Connection>, Failure> {
    let store = state.store.clone();
    Ok(blocking(move || store.list()).await?.connections)
}

impl DueConnection {
    fn new(state: &AppState, connection: &Connection, now: OffsetDateTime) -> Result<Option<Self>> {
        let Some((due, working)) = portfolio::due(connection, now).zip(connection.working()) else {
            return Ok(None);
        };
        let until = working.ends_at()?;
        Ok(Some(Self {
            id: connection.id.clone(),
            name: connection.name.clone(),
            target: connection.target.map(TargetName::from),
            account_id: connection.account.as_ref().map(|account| account.id.to_string()),
            due,
            days_left: days_left(until, now),
            certificate_id: working.certificate_id().to_string(),
            access: state.access(connection),
            rotation: RotationView::of(connection, now)?,
        }))
    }
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

impl LeakUse {
    fn new(found: &portfolio::Use<'_>, now: OffsetDateTime) -> Result<Self> {
        let (connection, credential) = (found.connection, found.credential);
        let proof = connection.last_proof.as_ref();
        let proof = proof.filter(|proof| proof.credential == credential.id);
        Ok(Self {
            connection_id: connection.id.clone(),
            connection_name: connection.name.clone(),
            credential_id: credential.id.clone(),
            certificate_id: credential.certificate_id().to_string(),
            target: connection.target.map(TargetName::from),
            account_id: connection.account.as_ref().map(|account| account.id.to_string()),
            exported_to: credential.exported_key.iter().map(|file| file.path.clone()).collect(),
            last_token_until: proof.map(|proof| proof.expires_at).filter(|until| *until > now),
            rotation: RotationView::of(connection, now)?,
        })
    }
}
