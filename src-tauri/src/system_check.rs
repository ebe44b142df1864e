//! What Certdesk needs from this computer, tried out: `certdesk --check`, and the same in the window.
//!
//! Nothing that lasts is changed: the test document, the test entry of the keychain and the folders
//! made for them are removed again. Nothing is sent anywhere unless the clock is asked for. The
//! report holds no secret and no client's name, and the home folder is written `~`.

mod clock;
mod finding;
mod folder;
mod keychain;
mod line;
mod network;
mod program;
mod report;
mod sentences;
mod text;

use std::path::{Path, PathBuf};

use netsuite_client::{AccountId, Origin};

pub(crate) use finding::{Finding, Reached, Refused};
pub(crate) use line::{Examination, Line, State};
pub(crate) use program::COMMIT;
pub(crate) use report::Report;

/// What is examined.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// The data folder, if the system names one.
    pub(crate) data: Option<PathBuf>,
    /// Where key files would be, if the system names a folder.
    pub(crate) keys: Option<PathBuf>,
    /// Whose clock is asked.
    pub(crate) clock_of: Option<Origin>,
}

impl Scope {
    /// Everything on this computer; with `online` NetSuite's clock as well.
    pub(crate) fn new(data: Option<PathBuf>, keys: Option<PathBuf>, online: bool) -> Self {
        // NetSuite's answer about the account is not read, only its date: any ID will do that is no
        // client's.
        let account = AccountId::parse("TSTDRV1000001").ok();
        Self { data, keys, clock_of: account.filter(|_| online).map(Origin::NetSuite) }
    }
}

/// Examines everything. Takes as long as the keychain and the network take.
pub(crate) async fn run(scope: Scope) -> Report {
    let Scope { data, keys, clock_of } = scope;
    let online = clock_of.is_some();
    let here = move || this_computer(data.as_deref(), keys.as_deref());
    let examined = tokio::task::spawn_blocking(here).await;
    let mut findings = examined.unwrap_or_else(|_| vec![Finding::Interrupted]);
    if let Some(origin) = clock_of {
        findings.push(clock::examine(origin).await);
    }
    Report::new(&findings, online)
}

fn this_computer(data: Option<&Path>, keys: Option<&Path>) -> Vec<Finding> {
    let [folder, documents] =
        data.map_or([Finding::FolderUnknown, Finding::DocumentsSkipped], folder::examine);
    vec![
        program::version(),
        program::system(),
        folder,
        documents,
        keychain::examine(keys),
        program::web_view(),
        network::trust_store(),
        network::proxy(),
        program::links(),
    ]
}
