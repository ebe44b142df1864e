//! Keys and certificates that NetSuite accepts for OAuth 2.0 client credentials: made, read,
//! written and judged. Bytes in, facts out: no file, no network, no clock.
//!
//! Source of the rules:
//! <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_162790605110.html>

pub mod certificate;
pub mod doctor;
mod error;
pub mod key;
pub mod material;
pub mod repair;
pub mod secret;

pub use error::{Error, Result};
