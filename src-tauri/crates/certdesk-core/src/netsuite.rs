//! What NetSuite is asked: a token, which user and role it acts as, and the certificates of an
//! integration record.

pub mod access;
pub mod certificate_id_lookup;
pub mod identity;
pub mod listing;
pub mod proof;
pub mod revoke;
pub mod sign_in;
pub mod upload;
