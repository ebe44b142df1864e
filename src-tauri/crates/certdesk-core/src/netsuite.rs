//! What NetSuite is asked: a token, which user and role it acts as, and the certificates of an
//! integration record.

pub mod access;
pub mod certificate_id_lookup;
pub mod identity;
pub mod listing;
pub mod page;
pub mod proof;
pub mod revoke;
pub mod sign_in;
pub mod upload;

use netsuite_client::{NetSuite, Origin};

use crate::error::Result;

/// A client of the account behind `origin`, which NetSuite's logs can tell from others by its `User-Agent`.
///
/// # Errors
/// As [`NetSuite::new`].
pub fn client(origin: Origin) -> Result<NetSuite> {
    const USER_AGENT: &str = concat!("Certdesk/", env!("CARGO_PKG_VERSION"));
    Ok(NetSuite::new(origin)?.with_user_agent(USER_AGENT))
}
