//! The app's own scheme, `certdesk:`, by which the browser comes back from NetSuite.
//!
//! See `link_registration` for how the system comes to know this program for it.
//!
//! The system answers such an address by starting Certdesk again. That second process hands the
//! address to the first one over the session bus (Linux), a window message (Windows) or a socket
//! (macOS), and ends. Whoever starts Certdesk twice by hand gets the window that is open.
//!
//! The address is dealt with here and never reaches the window: the plugins' commands and events
//! have no permission there.

use netsuite_client::sign_in::Callback;
use tauri::{AppHandle, Builder, Manager as _, Runtime};
use tauri_plugin_deep_link::DeepLinkExt as _;
use zeroize::Zeroizing;

use crate::ipc::notice::AppNotice;
use crate::reminder;
use crate::state::state_of;

/// Makes the app the only one of this user, and the one that such addresses come to.
pub(crate) fn plug_in<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    // The first of all: a second process is to end before it has a window.
    let single = tauri_plugin_single_instance::init(|app, _arguments, _folder| to_front(app));
    builder.plugin(single).plugin(tauri_plugin_deep_link::init())
}

/// Deals with the addresses that come from now on, and the one that the app was started with.
pub(crate) fn listen<R: Runtime>(app: &AppHandle<R>) {
    let links = app.deep_link();
    // Set by the AppImage's own start program, on Linux alone.
    if std::env::var_os("APPIMAGE").is_some()
        && let Err(error) = links.register_all()
    {
        tracing::warn!(%error, "the scheme certdesk: cannot be registered");
    }
    if let Ok(Some(addresses)) = links.get_current() {
        addresses.iter().for_each(|address| open_address(app, address.as_str()));
    }
    let handle = app.clone();
    links.on_open_url(move |event| {
        to_front(&handle);
        event.urls().iter().for_each(|address| open_address(&handle, address.as_str()));
    });
}

/// The browser came back with an address, or a reminder was clicked; the window is told what came
/// of it.
pub(crate) fn open_address<R: Runtime>(app: &AppHandle<R>, address: &str) {
    // Who hands it over may add the slash.
    if address.trim_end_matches('/') == reminder::ADDRESS {
        return state_of(app).notices.tell(AppNotice::ReminderOpened);
    }
    let (app, address) = (app.clone(), Zeroizing::new(address.to_owned()));
    tauri::async_runtime::spawn(async move {
        let state = state_of(&app);
        let answered = match Callback::parse(&address) {
            Ok(callback) => state.finish_sign_in(None, callback).await,
            Err(error) => Err((None, error.into())),
        };
        state.notices.tell(match answered {
            Ok(id) => AppNotice::SignedIn { id: id.into() },
            Err((id, error)) => {
                AppNotice::SignInFailed { id: id.map(Into::into), failure: error.into() }
            }
        });
    });
}

/// The window may be behind the browser, or minimised.
fn to_front<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window("main") {
        let shown =
            window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "the window does not come to the front");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use serde_json::{Value, json};
    use tauri::ipc::{Channel, InvokeResponseBody};

    use super::*;
    use crate::state::AppState;

    fn notice() -> (Channel<AppNotice>, mpsc::Receiver<Value>) {
        let (sender, receiver) = mpsc::channel();
        let channel = Channel::new(move |body| {
            let InvokeResponseBody::Json(text) = body else { panic!("not JSON") };
            sender.send(serde_json::from_str(&text).unwrap()).unwrap();
            Ok(())
        });
        (channel, receiver)
    }

    #[test]
    fn an_address_nobody_asked_for_is_told_also_when_the_window_listens_later() {
        let folder = tempfile::tempdir().unwrap();
        let app = tauri::test::mock_app();
        app.manage(AppState::open(folder.path().join("data"), folder.path().join("keys")));
        let (channel, heard) = notice();
        open_address(app.handle(), "certdesk://oauth/callback?state=s&code=c");
        state_of(app.handle()).notices.listen(channel);
        let failed = |kind: &str| json!({ "kind": "sign-in-failed", "id": null, "failure": { "kind": kind } });
        assert_eq!(heard.recv().unwrap(), failed("sign-in-not-asked"));
        open_address(app.handle(), "certdesk://oauth/elsewhere?code=c");
        assert_eq!(heard.recv().unwrap(), failed("sign-in-address-invalid"));
    }

    #[test]
    fn a_clicked_reminder_is_told_to_the_window() {
        let folder = tempfile::tempdir().unwrap();
        let app = tauri::test::mock_app();
        app.manage(AppState::open(folder.path().join("data"), folder.path().join("keys")));
        let (channel, heard) = notice();
        state_of(app.handle()).notices.listen(channel);
        for address in ["certdesk://due", "certdesk://due/"] {
            open_address(app.handle(), address);
            assert_eq!(heard.recv().unwrap(), json!({ "kind": "reminder-opened" }), "{address}");
        }
    }

    #[test]
    fn what_comes_before_the_window_listens_waits_and_is_told_once() {
        let notices = crate::state::notices::Notices::default();
        let signed_in = |id: &str| AppNotice::SignedIn { id: id.to_owned() };
        notices.tell(signed_in("first"));
        let (channel, heard) = notice();
        notices.listen(channel);
        assert_eq!(heard.recv().unwrap(), json!({ "kind": "signed-in", "id": "first" }));
        let (channel, after_reload) = notice();
        notices.listen(channel);
        notices.tell(signed_in("second"));
        assert_eq!(after_reload.recv().unwrap()["id"], "second");
        assert!(heard.try_recv().is_err(), "the page before is gone");
    }
}
