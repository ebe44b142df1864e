//! `kit_read`, `target_list`.

use certdesk_core::Error;
use certdesk_core::connection::{ConnectionId, CredentialId};
use certdesk_core::error::ConnectionError;
use certdesk_core::setup::Step;
use tauri::State;

use crate::failure::Failure;
use crate::features::kits::view::Kit;
use crate::ipc::target::KnownSystems;
use crate::state::AppState;

/// The systems that a connection can be handed over to, and those that have no machine-to-machine
/// access.
#[tauri::command]
pub(crate) fn target_list() -> KnownSystems {
    KnownSystems::all()
}

/// What the connection's target asks for, in its own words and order. Needs no network, but for a
/// practice connection the practice account's address. Without a credential it is the one in use.
#[tauri::command]
pub(crate) async fn kit_read(
    id: ConnectionId,
    credential_id: Option<CredentialId>,
    state: State<'_, AppState>,
) -> Result<Kit, Failure> {
    let connection = state.read(&id).await?;
    let target = connection
        .target
        .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Target }))?;
    let origin = state.origin(&connection).await?;
    let credential = credential_id.map(|id| connection.credential(&id)).transpose()?;
    let kit = target.recipe().fill(&connection, credential, &origin.token_url())?;
    Ok(Kit::new(target, kit))
}
