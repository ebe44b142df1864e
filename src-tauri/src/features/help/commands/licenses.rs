//! `license_list`: what Certdesk is made of.

use crate::failure::Failure;
use crate::features::help::licenses;
use crate::features::help::view::license::LicenseList;
use crate::state::blocking;

/// Every package that is linked into the program, with its license.
#[tauri::command]
pub(crate) async fn license_list() -> Result<LicenseList, Failure> {
    blocking(licenses::list).await.map_err(Failure::from)
}
