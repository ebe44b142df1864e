//! A consultant's computer for one test: a desktop with its folders, keychain and browser, and Certdesk not yet started.

use crate::support::browser::Browser;
use crate::support::window::Window;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::SystemTime;
use test_support::{Display, Folders, Keychain, Running, Session};

/// A display of a test has no graphics card: the web view would compile shaders for each start, and draw with them on the
/// processor. That took a third of a test's time.
const COMPOSITING_OFF: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// A desktop of its own. What the app writes survives until the desktop is dropped, so it can be started again and again.
pub(crate) struct Desktop {
    pub(crate) display: Display,
    pub(crate) session: Session,
    pub(crate) browser: Browser,
    // Last: its folders are deleted after everything that writes into them has ended.
    pub(crate) folders: Folders,
    /// When it was set up.
    pub(crate) since: SystemTime,
    environment: Vec<(&'static str, String)>,
    starts: AtomicU16,
}

impl Desktop {
    /// A desktop whose keychain works.
    pub(crate) fn new() -> Self {
        Self::with(Keychain::Unlocked)
    }

    /// A desktop with the keychain asked for.
    pub(crate) fn with(keychain: Keychain) -> Self {
        let since = SystemTime::now();
        let folders = Folders::new();
        let display = Display::start();
        let session = Session::start(keychain, &folders, display.name());
        Self {
            display,
            session,
            browser: Browser::install(&folders),
            folders,
            since,
            environment: Vec::new(),
            starts: AtomicU16::new(0),
        }
    }

    /// The same desktop with a web view that draws as its user's does: for measuring, and for pictures, which WebKit only then
    /// takes of a page at rest.
    #[allow(dead_code, reason = "a test does without")]
    pub(crate) fn composited(mut self) -> Self {
        self.set(COMPOSITING_OFF, "0");
        self
    }

    /// Starts the app with one more environment variable.
    pub(crate) fn set(&mut self, name: &'static str, value: &str) {
        self.environment.push((name, value.to_owned()));
    }

    /// The folder that Certdesk keeps its documents in.
    pub(crate) fn data_folder(&self) -> PathBuf {
        self.folders.data().join("app.certdesk")
    }

    /// Starts Certdesk and waits for its window.
    pub(crate) async fn open(&self) -> Window<'_> {
        self.open_program(&certdesk()).await
    }

    /// Starts any Tauri program and waits for its window.
    pub(crate) async fn open_program(&self, program: &Path) -> Window<'_> {
        let start = self.starts.fetch_add(1, Ordering::Relaxed);
        let log = self.folders.all().join(format!("log-{start}"));
        let output = File::create(&log).expect("a file for the log");
        let port = free_port();
        let mut command = self.command(Path::new("WebKitWebDriver"));
        command
            .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
            // Tauri lets itself be driven only then; the app inherits it.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::from(output.try_clone().expect("the same file")))
            .stderr(Stdio::from(output));
        let driver = Running::start(&mut command, "webkit2gtk-driver");
        Window::open(self, driver, port, program, log).await
    }

    /// A program on this desktop, not yet started.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        self.folders.apply(&mut command);
        self.session.apply(&mut command);
        command
            .env("DISPLAY", self.display.name())
            .env("PATH", self.browser.path())
            // Settings of the file dialog and assistive services would be looked for on the bus.
            .env("GSETTINGS_BACKEND", "memory")
            .env("NO_AT_BRIDGE", "1")
            .env(COMPOSITING_OFF, "1")
            .envs(self.environment.iter().map(|(name, value)| (*name, value.as_str())));
        command
    }
}

/// The app that cargo has just built.
pub(crate) fn certdesk() -> PathBuf {
    built("certdesk")
}

/// A program of this workspace, beside the test's own binary.
pub(crate) fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test knows where it is");
    // target/<profile>/deps/test, or target/<profile>/examples/bench, which may want another profile's programs.
    let beside = test.ancestors().nth(2).expect("two folders up").to_owned();
    let folder = std::env::var_os("CERTDESK_PROGRAMS").map_or(beside, PathBuf::from);
    let program = folder.join(name);
    assert!(program.is_file(), "{} is not built; `make test` builds it", program.display());
    program
}

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}
