//! `rotation_preview`, `rotation_start`, `rotation_continue`, `rotation_go_on_here`, `rotation_hand_over`,
//! `rotation_uploaded`, `rotation_switch`, `rotation_revoke_old`, `rotation_leave_old`, `rotation_abandon`,
//! `rotations_run`.

use std::collections::HashSet;
use std::sync::Arc;

use certdesk_core::connection::{Connection, ConnectionId, CredentialId};
use certdesk_core::diagnosis::Doing;
use certdesk_core::error::VaultError;
use certdesk_core::netsuite::listing::Listing;
use certdesk_core::rotation::{self, Plan, Reason, Steps};
use certdesk_core::{Error, Result, portfolio, setup};
use netsuite_client::{CertificateState, InternalId};
use netsuite_keys::certificate::Subject;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State};
use time::OffsetDateTime;

use super::host::RotationHost;
use crate::failure::{Failure, RotationFailure, UploadFailure};
use crate::features::certificates::endpoint::{read_list, share_slots};
use crate::features::certificates::view::CertificateRow;
use crate::features::rotation::view::{BulkStep, RotationPlan, RotationPreview};
use crate::ipc::connection::ConnectionView;
use crate::ipc::rotation::{ReplacedView, RotationSide, RotationView};
use crate::state::{AppState, blocking, state_of};

/// What a rotation would do. What stands in its way is part of the answer.
#[tauri::command]
pub(crate) async fn rotation_preview<R: Runtime>(
    id: ConnectionId,
    app: AppHandle<R>,
    state: State<'_, AppState>,
) -> Result<RotationPreview, Failure> {
    let connection = state.read(&id).await?;
    let now = OffsetDateTime::now_utc();
    let gone = setup::mapping_gone(&connection);
    let reason = if gone { Reason::SandboxRefreshed } else { Reason::Renewal };
    let plan = Plan::for_connection(&connection, reason)?;
    let old = connection.working();
    let mut preview = RotationPreview {
        old: old.map(|old| RotationSide::new(old, now)).transpose()?,
        replaced: ReplacedView::of(&connection, old.is_some(), None),
        key_type: plan.key_type,
        algorithm: plan.algorithm,
        signature: plan.signature,
        days: plan.days,
        subject: plan.subject.to_string(),
        role: None,
        entity: None,
        access: state.access(&connection),
        slots: None,
        active: Vec::new(),
        dead: Vec::new(),
        obstacle: connection
            .rotation
            .is_some()
            .then_some(Failure::Rotation(RotationFailure::RotationUnderWay)),
    };
    match read_list(&state, &connection).await {
        Ok(read) => preview.show(&connection, &read.listing, missing_keys(app, &connection).await?),
        Err(error) => preview.obstacle = preview.obstacle.or(Some(error.into())),
    }
    let who = connection.last_proof.as_ref().map(|proof| &proof.who);
    preview.role = preview.role.or_else(|| who.and_then(|who| who.role.clone()));
    preview.entity = preview.entity.or_else(|| who.and_then(|who| who.entity.clone()));
    Ok(preview)
}

/// The user has said that a rotation goes on here, and on no other computer.
#[tauri::command]
pub(crate) async fn rotation_go_on_here(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    act(&state, move |store, _| rotation::go_on_here(&store, &id)).await
}

/// Records what the user wants. Nothing is sent, and no key is made yet.
#[tauri::command]
pub(crate) async fn rotation_start(
    id: ConnectionId,
    plan: RotationPlan,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let plan = plan.parse()?;
    act(&state, move |store, now| rotation::start(&store, &id, plan, now)).await
}

/// All that needs no user, each step told as it becomes true.
#[tauri::command]
pub(crate) async fn rotation_continue<R: Runtime>(
    id: ConnectionId,
    on_step: Channel<RotationView>,
    app: AppHandle<R>,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let (host, steps) = (Arc::new(RotationHost(app)), progress_to(on_step));
    let run = rotation::run(&state.store, &id, &host, &steps).await;
    shown(&state, &record_outcome(&state, &id, run).await?).await
}

/// An Administrator uploaded the new certificate by hand; `text` is the Certificate ID that NetSuite
/// shows. `accept` insists on another than the predicted one.
#[tauri::command]
pub(crate) async fn rotation_uploaded(
    id: ConnectionId,
    text: String,
    accept: bool,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    act(&state, move |store, now| rotation::uploaded_by_hand(&store, &id, &text, accept, now)).await
}

/// The target was given the new values.
#[tauri::command]
pub(crate) async fn rotation_hand_over(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    act(&state, move |store, now| rotation::hand_over(&store, &id, now)).await
}

/// The target uses them: the user's word, nobody else's.
#[tauri::command]
pub(crate) async fn rotation_switch(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    act(&state, move |store, now| rotation::switch(&store, &id, now)).await
}

/// Revokes the old certificate. `typed` are the last characters of its Certificate ID.
#[tauri::command]
pub(crate) async fn rotation_revoke_old<R: Runtime>(
    id: ConnectionId,
    typed: String,
    app: AppHandle<R>,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let (host, steps) = (Arc::new(RotationHost(app)), no_progress());
    let revoked = rotation::revoke_old(&state.store, &id, &typed, &host, &steps).await;
    shown(&state, &record_outcome(&state, &id, revoked).await?).await
}

/// Ends the rotation; the old certificate stays until it runs out.
#[tauri::command]
pub(crate) async fn rotation_leave_old(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    act(&state, move |store, now| rotation::leave_old(&store, &id, now)).await
}

/// Gives the rotation up: the new certificate is revoked where NetSuite has it, its key deleted.
#[tauri::command]
pub(crate) async fn rotation_abandon<R: Runtime>(
    id: ConnectionId,
    app: AppHandle<R>,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let (host, steps) = (Arc::new(RotationHost(app)), no_progress());
    shown(&state, &rotation::abandon(&state.store, &id, &host, &steps).await?).await
}

/// Rotates several connections as far as it goes without the user. One that fails stops no other.
#[tauri::command]
pub(crate) async fn rotations_run<R: Runtime>(
    ids: Vec<ConnectionId>,
    on_step: Channel<BulkStep>,
    app: AppHandle<R>,
    state: State<'_, AppState>,
) -> Result<(), Failure> {
    let (host, several) = (Arc::new(RotationHost(app)), Arc::new(BulkProgressChannel(on_step)));
    portfolio::rotate(&state.store, ids.clone(), AT_ONCE, &host, &several).await;
    for id in ids {
        share_slots(&state, &state.read(&id).await?).await;
    }
    Ok(())
}

/// Records what failed, with the certificate that is coming: that is the one in question then.
async fn record_outcome(
    state: &AppState,
    id: &ConnectionId,
    run: Result<Connection>,
) -> Result<Connection> {
    let read = state.read(id).await.ok();
    let coming = read.as_ref().and_then(Connection::coming).map(|coming| coming.id.clone());
    if run.is_ok() {
        state.recent_failures.forget(id);
    }
    state.record_outcome(id, Doing::Upload, coming.as_ref(), run)
}

/// What changes the document and asks nobody else.
async fn act(
    state: &AppState,
    act: impl FnOnce(certdesk_core::store::Store, OffsetDateTime) -> Result<Connection> + Send + 'static,
) -> Result<ConnectionView, Failure> {
    let store = state.store.clone();
    view(&blocking(move || act(store, OffsetDateTime::now_utc())).await?)
}

/// What NetSuite was asked about changes the slots, which other connections may share.
async fn shown(state: &AppState, connection: &Connection) -> Result<ConnectionView, Failure> {
    share_slots(state, connection).await;
    view(connection)
}

fn view(connection: &Connection) -> Result<ConnectionView, Failure> {
    Ok(ConnectionView::new(connection, OffsetDateTime::now_utc())?)
}

/// Keys that the vault no longer has, of credentials still in use. A vault that does not answer
/// says nothing of its keys.
async fn missing_keys<R: Runtime>(
    app: AppHandle<R>,
    connection: &Connection,
) -> Result<HashSet<CredentialId>, Failure> {
    let credentials = connection.credentials.clone();
    blocking(move || {
        let state = state_of(&app);
        let missing = credentials.into_iter().filter(|credential| credential.in_use());
        let missing = missing.filter(|credential| {
            let found = state.vaults.of(credential.vault).and_then(|v| v.get(&credential.key));
            matches!(found, Err(Error::Vault(VaultError::KeyMissing)))
        });
        Ok(missing.map(|credential| credential.id).collect())
    })
    .await
    .map_err(Failure::from)
}

impl RotationPreview {
    fn show(&mut self, connection: &Connection, listing: &Listing, missing: HashSet<CredentialId>) {
        let row = connection.working().and_then(|old| listing.row(old.certificate_id()));
        let listed = row.map(|row| &row.listed);
        self.role = listed.and_then(|row| Some(row.role.as_ref()?.id.to_string()));
        self.entity = listed.and_then(|row| Some(row.entity.as_ref()?.id.to_string()));
        let active = listing.rows.iter().filter(|row| row.state == CertificateState::Active);
        self.active = active.take(listing.slots.most).map(CertificateRow::new).collect();
        self.slots = Some(listing.slots.into());
        if listing.slots.active >= listing.slots.most {
            self.dead = listing.dead(&missing).into_iter().map(CertificateRow::new).collect();
            let full = Failure::Upload(UploadFailure::SlotsFull { most: listing.slots.most });
            self.obstacle = self.obstacle.take().or(Some(full));
        }
    }
}

impl RotationPlan {
    fn parse(self) -> Result<Plan> {
        let id = |text: Option<String>| text.map(|text| InternalId::parse(&text)).transpose();
        Ok(Plan {
            reason: self.reason,
            order: self.order,
            way: self.way,
            key_type: self.key_type,
            algorithm: self.algorithm,
            signature: self.signature,
            days: self.days,
            subject: Subject::new(&self.subject)?,
            role: id(self.role)?,
            entity: id(self.entity)?,
        })
    }
}

/// Tells the page that called. One that went away no longer listens; the rotation goes on.
struct ProgressChannel(Channel<RotationView>);

fn progress_to(channel: Channel<RotationView>) -> Arc<dyn Steps> {
    Arc::new(ProgressChannel(channel))
}

fn no_progress() -> Arc<dyn Steps> {
    Arc::new(rotation::Unwatched)
}

impl Steps for ProgressChannel {
    fn reached(&self, connection: &Connection) {
        if let Ok(Some(mut view)) = RotationView::of(connection, OffsetDateTime::now_utc()) {
            // It is at work; nothing can be pressed.
            view.next = None;
            drop(self.0.send(view));
        }
    }
}

/// The same for several.
struct BulkProgressChannel(Channel<BulkStep>);

impl Steps for BulkProgressChannel {
    fn reached(&self, connection: &Connection) {
        if let Ok(Some(rotation)) = RotationView::of(connection, OffsetDateTime::now_utc()) {
            drop(self.0.send(BulkStep::Progress {
                id: connection.id.clone(),
                rotation: Box::new(rotation),
            }));
        }
    }
}

impl portfolio::Several for BulkProgressChannel {
    fn stopped(&self, id: &ConnectionId, error: Error) {
        drop(self.0.send(BulkStep::Stopped { id: id.clone(), failure: error.into() }));
    }
}

/// Enough to be quick, few enough for the account's own limit of concurrent requests (facts C.4).
const AT_ONCE: usize = 4;
