//! The app as its window calls it, without a window: the real wiring and the real permissions on
//! Tauri's mock runtime, in a data folder of its own.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tauri::ipc::CallbackFn;
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};

/// The app with a data folder of its own.
pub(crate) struct TestApp {
    pub(crate) tauri: App<MockRuntime>,
    pub(crate) window: WebviewWindow<MockRuntime>,
    pub(crate) folder: tempfile::TempDir,
}

impl TestApp {
    pub(crate) fn new() -> Self {
        Self::on(tempfile::tempdir().unwrap())
    }

    pub(crate) fn on(folder: tempfile::TempDir) -> Self {
        let data = folder.path().join("data");
        let app = certdesk_lib::builder(mock_builder()).build(certdesk_lib::context()).unwrap();
        let keys = data.join("keys");
        certdesk_lib::open_state(&app, data, keys);
        let window = window(&app, "main");
        Self { tauri: app, window, folder }
    }

    /// Another process that finds what this one wrote. The mock runtime never lets go of its state
    /// and so of its locks, hence the copy.
    pub(crate) fn starts_again(self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&self.data(), &folder.path().join("data"));
        Self::on(folder)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub(crate) fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        call(&self.window, OWN_ORIGIN, command, arguments)
    }

    #[track_caller]
    pub(crate) fn does(&self, command: &str, arguments: Value) -> Value {
        self.call(command, arguments).unwrap_or_else(|failure| panic!("{command}: {failure}"))
    }

    #[track_caller]
    pub(crate) fn fails(&self, command: &str, arguments: Value) -> String {
        let failure = self.call(command, arguments).expect_err("this should have failed");
        failure["kind"].as_str().unwrap_or_else(|| panic!("{command}: {failure}")).to_owned()
    }

    pub(crate) fn changes(&self, id: &Value, change: Value) -> Value {
        self.does("connection_change", json!({ "id": id, "change": change }))
    }

    pub(crate) fn refuses(&self, id: &Value, change: Value) -> String {
        self.fails("connection_change", json!({ "id": id, "change": change }))
    }
}

pub(crate) fn window(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, tauri::WebviewUrl::default()).build().unwrap()
}

pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else if !entry.file_name().to_string_lossy().ends_with("lock") {
            // What is locked cannot be copied on Windows; and locks are empty files.
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What is in a file of the data folder. Windows lets nobody read a locked file; one that only locks
/// is empty on every system.
pub(crate) fn content(path: &Path) -> Vec<u8> {
    if path.extension().is_some_and(|ending| ending == "lock") || path.ends_with("lock") {
        assert_eq!(path.metadata().unwrap().len(), 0, "{}", path.display());
        return Vec::new();
    }
    std::fs::read(path).unwrap()
}

pub(crate) fn call(
    window: &WebviewWindow<MockRuntime>,
    origin: &str,
    command: &str,
    arguments: Value,
) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: origin.parse().unwrap(),
        body: arguments.into(),
        headers: tauri::http::HeaderMap::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
}

/// A test that needs a keychain fails where there is none: skipping would look like passing. Windows
/// and macOS always have theirs.
pub(crate) fn needs_a_keychain() {
    assert!(
        cfg!(not(target_os = "linux"))
            || std::env::var_os("CERTDESK_TEST_SECRET_SERVICE").is_some(),
        "run this under tests/support/with-secret-service.sh, as `make test` does"
    );
}

/// This system's keychain, as the window names it.
pub(crate) const KEYCHAIN: &str = if cfg!(windows) {
    "windows-credential-manager"
} else if cfg!(target_os = "macos") {
    "macos-keychain"
} else {
    "secret-service"
};

/// Where this system's web view says that the window's pages come from.
pub(crate) const OWN_ORIGIN: &str =
    if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };
