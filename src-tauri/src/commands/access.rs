//! `app_listen`, `access_read`, `sign_in_start`, `sign_in_open`, `sign_in_paste`,
//! `sign_in_cancel`, `sign_in_end`, `client_secret_forget`.

use certdesk_core::Error;
use certdesk_core::error::SignInError;
use certdesk_core::connection::{Connection, ConnectionId, KeptSecret};
use netsuite_keys::secret::Secret;
use netsuite_client::sign_in::{Callback, ClientSecret, SignIn};
use tauri::State;
use tauri::ipc::Channel;
use time::OffsetDateTime;

use super::app::open_in_browser;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::sessions::Wishes;
use crate::wire::access::{AccessView, AppNotice};

/// From here on the window is told what happens unasked. A later call takes the place of an
/// earlier one.
#[tauri::command]
pub(crate) fn app_listen(on_notice: Channel<AppNotice>, desk: State<'_, Desk>) {
    desk.notices.listen(on_notice);
}

/// What requests to the certificates endpoint would be made with now.
#[tauri::command]
pub(crate) async fn access_read(
    id: ConnectionId,
    desk: State<'_, Desk>,
) -> Result<AccessView, Failure> {
    let connection = desk.read(&id).await?;
    Ok(desk.access(&connection))
}

/// Begins a sign-in and opens NetSuite's page in the system's browser. Where no browser opens, the
/// sign-in waits all the same: its address can be opened by hand.
#[tauri::command]
pub(crate) async fn sign_in_start(
    id: ConnectionId,
    public_client: bool,
    client_secret: Option<Secret<String>>,
    stay_signed_in: bool,
    desk: State<'_, Desk>,
) -> Result<AccessView, Failure> {
    let connection = desk.read(&id).await?;
    let netsuite = desk.netsuite(&connection).await?;
    let entered = client_secret.filter(|_| !public_client);
    let keep_client_secret = entered.is_some();
    let client = match entered {
        Some(text) => {
            let mut client = desk.client(&connection, true).await?;
            client.secret = Some(ClientSecret::parse(&text)?);
            client
        }
        None => desk.client(&connection, public_client).await?,
    };
    let sign_in = SignIn::begin(&netsuite, client, OffsetDateTime::now_utc())?;
    let said = move |connection: &mut Connection| {
        connection.integration.public_client = Some(public_client);
        Ok(())
    };
    let (connection, ()) = desk.update(&id, said).await?;
    let url = sign_in.authorize_url().to_owned();
    desk.sessions.wait(&id, sign_in, Wishes { stay_signed_in, keep_client_secret });
    open_in_browser(url)?;
    Ok(desk.access(&connection))
}

/// Opens the page of the sign-in that waits once more.
#[tauri::command]
pub(crate) fn sign_in_open(id: ConnectionId, desk: State<'_, Desk>) -> Result<(), Failure> {
    let waiting = desk.sessions.waiting(&id).ok_or(SignInError::NotAsked)?;
    open_in_browser(waiting.authorize_url)
}

/// Takes the address that the browser ended on, where it could not hand it over itself.
#[tauri::command]
pub(crate) async fn sign_in_paste(
    id: ConnectionId,
    address: Secret<String>,
    desk: State<'_, Desk>,
) -> Result<AccessView, Failure> {
    let callback = Callback::parse(address.expose())?;
    desk.came_back(Some(&id), callback).await.map_err(|(_, error)| error)?;
    access_read(id, desk).await
}

/// Waits no longer.
#[tauri::command]
pub(crate) async fn sign_in_cancel(
    id: ConnectionId,
    desk: State<'_, Desk>,
) -> Result<AccessView, Failure> {
    desk.sessions.cancel(&id);
    access_read(id, desk).await
}

/// Ends the session, here in any case, and at NetSuite where there is a refresh token to revoke.
#[tauri::command]
pub(crate) async fn sign_in_end(
    id: ConnectionId,
    desk: State<'_, Desk>,
) -> Result<AccessView, Failure> {
    let connection = desk.read(&id).await?;
    desk.end_session(&connection).await?;
    access_read(id, desk).await
}

/// Deletes the Client Secret from the vault.
#[tauri::command]
pub(crate) async fn client_secret_forget(
    id: ConnectionId,
    desk: State<'_, Desk>,
) -> Result<AccessView, Failure> {
    desk.forget(&id, KeptSecret::ClientSecret).await?;
    access_read(id, desk).await
}
