//! `about_read`, `check_run`: what this Certdesk is, and what it needs from this computer.

use tauri::State;

use crate::failure::Failure;
use crate::features::help::view::about::{AboutView, CheckView};
use crate::state::AppState;
use crate::system_check::{COMMIT, Scope, run};
use crate::{link_registration, system};

/// Version, commit and system.
#[tauri::command]
pub(crate) async fn about_read() -> Result<AboutView, Failure> {
    Ok(AboutView {
        version: env!("CARGO_PKG_VERSION"),
        commit: COMMIT,
        system: system::name(),
        architecture: std::env::consts::ARCH,
        links: link_registration::view(),
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
