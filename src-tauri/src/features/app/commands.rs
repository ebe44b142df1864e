//! `account_open`, `app_listen`, `app_status`, `netsuite_open`.

use std::time::Duration;

use certdesk_core::connection::ConnectionId;
use certdesk_core::netsuite::page::Page;
use netsuite_client::{AccountId, InternalId, Origin};
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime, State};

use crate::browser::{address, open_in_browser};
use crate::failure::Failure;
use crate::features::app::view::AppStatus;
use crate::features::vault::commands::known;
use crate::ipc::notice::AppNotice;
use crate::ipc::vault::VaultStatus;
use crate::state::AppState;

/// From here on the window is told what happens unasked. A later call takes the place of an
/// earlier one.
#[tauri::command]
pub(crate) fn app_listen(on_notice: Channel<AppNotice>, state: State<'_, AppState>) {
    state.notices.listen(on_notice);
}

/// What the window shows first. Waits for the first look at the vault, but not for a person who
/// is asked by the system to unlock it.
#[tauri::command]
pub(crate) async fn app_status<R: Runtime>(
    app: AppHandle<R>,
    state: State<'_, AppState>,
) -> Result<AppStatus, Failure> {
    let vault = match tokio::time::timeout(FIRST_LOOK, known(app)).await {
        Ok(status) => status?,
        Err(_) => VaultStatus::Checking,
    };
    Ok(AppStatus {
        version: env!("CARGO_PKG_VERSION"),
        platform: std::env::consts::OS,
        data_folder: state.data.display().to_string(),
        vault,
        practice: state.practice.status().await,
    })
}

/// Opens the account's own NetSuite in the system's browser, at the page asked for where its
/// address is known.
#[tauri::command]
pub(crate) async fn netsuite_open(
    id: ConnectionId,
    page: Option<Page>,
    state: State<'_, AppState>,
) -> Result<(), Failure> {
    let connection = state.read(&id).await?;
    let role = connection.last_proof.as_ref().and_then(|proven| proven.who.role.as_deref());
    let role = role.and_then(|id| InternalId::parse(id).ok());
    open_in_browser(address(&state.origin(&connection).await?, page, role))
}

/// The same for an account that need not have a connection.
// Not on the main thread: handing over to another program can take a while.
#[tauri::command(async)]
pub(crate) fn account_open(account: AccountId, page: Option<Page>) -> Result<(), Failure> {
    open_in_browser(address(&Origin::NetSuite(account), page, None))
}

/// A keychain that answers does so in a tenth of this.
const FIRST_LOOK: Duration = Duration::from_millis(1500);
