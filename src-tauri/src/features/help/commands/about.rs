//! `about_read`, `check_run`: what this Certdesk is, and what it needs from this computer.

use serde::Serialize;
use tauri::State;
use ts_rs::TS;

use crate::failure::Failure;
use crate::ipc::access::LinksView;
use crate::state::AppState;
use crate::system_check::{COMMIT, Report, Scope, run};
use crate::{deep_links, system};

/// What this Certdesk is and what it runs on.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AboutView {
    version: &'static str,
    /// The commit it was built from, where the build knew it.
    commit: Option<&'static str>,
    system: String,
    architecture: &'static str,
    links: LinksView,
}

/// A report, and the same as text to be copied.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CheckView {
    report: Report,
    /// How many problems there are, in a sentence.
    summary: String,
    text: String,
}

/// Version, commit and system.
#[tauri::command]
pub(crate) async fn about_read() -> Result<AboutView, Failure> {
    Ok(AboutView {
        version: env!("CARGO_PKG_VERSION"),
        commit: COMMIT,
        system: system::name(),
        architecture: std::env::consts::ARCH,
        links: deep_links::view(),
    })
}

/// The examination of `certdesk --check`. With `online` one request goes to NetSuite, for its clock.
#[tauri::command]
pub(crate) async fn check_run(
    online: bool,
    state: State<'_, AppState>,
) -> Result<CheckView, Failure> {
    let report =
        run(Scope::new(Some(state.data.clone()), Some(state.vaults.folder().to_owned()), online))
            .await;
    Ok(CheckView { summary: report.summary(), text: report.to_string(), report })
}
