//! `access_read`, `sign_in_start`, `sign_in_open`, `sign_in_paste`,
//! `sign_in_cancel`, `sign_in_end`, `sign_in_page_save`, `client_secret_forget`, `links_register`,
//! `links_unregister`.

use certdesk_core::connection::{Connection, ConnectionId, SignInSecret};
use certdesk_core::error::SignInError;
use certdesk_core::files::export;
use netsuite_client::sign_in::{Callback, ClientSecret, RedirectPage, SignIn};
use netsuite_keys::secret::Secret;
use tauri::{Runtime, State, WebviewWindow};
use time::OffsetDateTime;

use crate::browser::open_in_browser;
use crate::failure::{AppFailure, Failure};
use crate::ipc::access::{AccessView, LinksView};
use crate::state::browser_sessions::SignInOptions;
use crate::state::{AppState, blocking};
use crate::{file_dialogs, link_registration};

/// What requests to the certificates endpoint would be made with now.
#[tauri::command]
pub(crate) async fn access_read(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<AccessView, Failure> {
    let connection = state.read(&id).await?;
    Ok(state.access(&connection))
}

/// Begins a sign-in and opens NetSuite's page in the system's browser. Where no browser opens, the
/// sign-in waits all the same: its address can be opened by hand. With a `page` NetSuite sends the
/// browser there instead of to the app's own scheme; it is remembered for the connection.
#[tauri::command]
pub(crate) async fn sign_in_start(
    id: ConnectionId,
    public_client: bool,
    client_secret: Option<Secret<String>>,
    stay_signed_in: bool,
    page: Option<String>,
    state: State<'_, AppState>,
) -> Result<AccessView, Failure> {
    let page = page.as_deref().map(RedirectPage::parse).transpose()?;
    let connection = state.read(&id).await?;
    let netsuite = state.netsuite(&connection).await?;
    let entered = client_secret.filter(|_| !public_client);
    let keep_client_secret = entered.is_some();
    let client = match entered {
        Some(text) => {
            let mut client = state.client(&connection, true).await?;
            client.secret = Some(ClientSecret::parse(&text)?);
            client
        }
        None => state.client(&connection, public_client).await?,
    };
    let sign_in = SignIn::begin_at(&netsuite, client, page.clone(), OffsetDateTime::now_utc())?;
    let said = move |connection: &mut Connection| {
        connection.integration.public_client = Some(public_client);
        connection.integration.redirect_page = page;
        Ok(())
    };
    let (connection, ()) = state.update(&id, said).await?;
    let url = sign_in.authorize_url().to_owned();
    state.browser_sessions.wait(&id, sign_in, SignInOptions { stay_signed_in, keep_client_secret });
    open_in_browser(url)?;
    Ok(state.access(&connection))
}

/// Opens the page of the sign-in that waits once more.
// Not on the main thread: handing over to another program can take a while.
#[tauri::command(async)]
pub(crate) fn sign_in_open(id: ConnectionId, state: State<'_, AppState>) -> Result<(), Failure> {
    let waiting = state.browser_sessions.waiting(&id).ok_or(SignInError::NotAsked)?;
    open_in_browser(waiting.authorize_url)
}

/// Takes the address that the browser ended on, where it could not hand it over itself.
#[tauri::command]
pub(crate) async fn sign_in_paste(
    id: ConnectionId,
    address: Secret<String>,
    state: State<'_, AppState>,
) -> Result<AccessView, Failure> {
    let callback = Callback::parse_at(address.expose(), state.browser_sessions.page(&id).as_ref())?;
    state.finish_sign_in(Some(&id), callback).await.map_err(|(_, error)| error)?;
    access_read(id, state).await
}

/// Waits no longer.
#[tauri::command]
pub(crate) async fn sign_in_cancel(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<AccessView, Failure> {
    state.browser_sessions.cancel(&id);
    access_read(id, state).await
}

/// Ends the session, here in any case, and at NetSuite where there is a refresh token to revoke.
#[tauri::command]
pub(crate) async fn sign_in_end(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<AccessView, Failure> {
    let connection = state.read(&id).await?;
    state.end_session(&connection).await?;
    access_read(id, state).await
}

/// Writes the page that shows NetSuite's answer, to be put on a web server, to a file the user
/// chooses; `None` when the user cancels. It is the same for every connection.
#[tauri::command]
pub(crate) async fn sign_in_page_save<R: Runtime>(
    window: WebviewWindow<R>,
) -> Result<Option<String>, Failure> {
    let Some(path) = file_dialogs::save(&window, "Save sign-in page", PAGE_FILE).await? else {
        return Ok(None);
    };
    Ok(blocking(move || {
        export::write_public(&path, RedirectPage::html().as_bytes())?;
        Ok(Some(path.display().to_string()))
    })
    .await?)
}

/// Makes this program open `certdesk://` links, for this user; not where a package does.
#[tauri::command]
pub(crate) async fn links_register() -> Result<LinksView, Failure> {
    changed(link_registration::register)
}

/// Takes that back.
#[tauri::command]
pub(crate) async fn links_unregister() -> Result<LinksView, Failure> {
    changed(link_registration::unregister)
}

fn changed(change: impl FnOnce() -> Result<(), String>) -> Result<LinksView, Failure> {
    change().map_err(|detail| AppFailure::LinksNotChanged { detail })?;
    Ok(link_registration::view())
}

/// Deletes the Client Secret from the vault.
#[tauri::command]
pub(crate) async fn client_secret_forget(
    id: ConnectionId,
    state: State<'_, AppState>,
) -> Result<AccessView, Failure> {
    state.delete_secret(&id, SignInSecret::ClientSecret).await?;
    access_read(id, state).await
}

const PAGE_FILE: &str = "certdesk-sign-in.html";
