//! `call_test`.

use certdesk_core::Result;
use certdesk_core::connection::{Connection, ConnectionId, CredentialId};
use certdesk_core::error::NetSuiteError;
use certdesk_core::test_call::{self, Caller, TestCall};
use netsuite_client::Read;
use tauri::{AppHandle, Runtime, State};
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::features::test_call::token::issue;
use crate::features::test_call::view::{ReadAsked, TestCallView};
use crate::state::AppState;

/// Requests a token and makes the read that the user asks for with it.
#[tauri::command]
pub(crate) async fn call_test<R: Runtime>(
    id: ConnectionId,
    credential_id: CredentialId,
    read: ReadAsked,
    app: AppHandle<R>,
    state: State<'_, AppState>,
) -> Result<TestCallView, Failure> {
    let connection = state.read(&id).await?;
    let netsuite = state.netsuite(&connection).await?;
    let read = read.parse(netsuite.origin())?;
    if !connection.integration.scopes.contains(&test_call::scope_of(&read)) {
        return Err(certdesk_core::Error::from(NetSuiteError::ScopeMissing).into());
    }
    let issued = issue(&app, &netsuite, &connection, &credential_id).await?;
    Ok(made(&state, issued.caller(&netsuite), &read).await?)
}

/// Makes a read with a token, and records what came of it.
async fn made(state: &AppState, caller: Caller<'_>, read: &Read) -> Result<TestCallView> {
    let made = test_call::make(caller, read, OffsetDateTime::now_utc()).await?;
    let id = caller.connection.id.clone();
    state.recent_failures.called(&id, made.failed.clone());
    let view = TestCallView::new(&made);
    let TestCall { call, beside, .. } = made;
    let record = move |connection: &mut Connection| {
        beside.into_iter().chain([call]).for_each(|call| connection.record_call(call));
        Ok(())
    };
    state.update(&id, record).await?;
    Ok(view)
}

/// The read that follows every token; none where the scopes have none.
pub(crate) async fn usual(state: &AppState, caller: Caller<'_>) -> Result<Option<TestCallView>> {
    match test_call::usual(&caller.connection.integration.scopes) {
        Some(read) => Ok(Some(made(state, caller, &read).await?)),
        None => Ok(None),
    }
}
