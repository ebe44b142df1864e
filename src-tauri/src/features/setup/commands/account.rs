//! `account_parse`, `account_check`.

use certdesk_core::Error;
use certdesk_core::connection::{AccountCheck, ConnectionId};
use certdesk_core::error::ConnectionError;
use certdesk_core::setup::Step;
use netsuite_client::AccountId;
use tauri::State;
use time::OffsetDateTime;

use crate::failure::Failure;
use crate::ipc::connection::{AccountView, ConnectionView};
use crate::state::AppState;

/// Reads an account ID as it is typed. Local; nothing is stored.
#[tauri::command]
pub(crate) fn account_parse(text: &str) -> Result<AccountView, Failure> {
    Ok(AccountView::of(&AccountId::parse(text)?))
}

/// Asks `datacenterurls` whether the connection's account exists, and stores the answer. An answer
/// that names other hosts than the account's is no check.
#[tauri::command]
pub(crate) async fn account_check(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<ConnectionView, Failure> {
    let connection = state.read(&id).await?;
    let known = state.netsuite(&connection).await?.knows_account().await?;
    let now = OffsetDateTime::now_utc();
    let asked = connection.account.map(|account| account.id);
    let answered = move |connection: &mut certdesk_core::connection::Connection| {
        let account = connection.account.as_mut();
        let account = account
            .ok_or(Error::Connection(ConnectionError::StepNotReady { step: Step::Account }))?;
        // Another account may have been entered while this one was asked about.
        if Some(&account.id) == asked.as_ref() {
            account.check = known.map(|known| AccountCheck { at: now, known });
        }
        Ok(())
    };
    let (connection, ()) = state.update(&id, answered).await?;
    Ok(ConnectionView::new(&connection, now)?)
}
