//! `license_list`: what Certdesk is made of.

use crate::desk::blocking;
use crate::failure::Failure;
use crate::licenses;
use crate::wire::license::LicenseList;

/// Every package that is linked into the program, with its license.
#[tauri::command]
pub(crate) async fn license_list() -> Result<LicenseList, Failure> {
    blocking(licenses::list).await.map_err(Failure::from)
}
