//! What Certdesk does and what it stores: connections to NetSuite, their set-up, certificates,
//! rotations, diagnosis, and the guides.
//!
//! Nothing here knows a window. The shell gives a [`vault::Vault`], an instant, a folder.

pub mod access;
pub mod administrator;
pub mod api_secret;
pub mod backup;
pub mod calendar;
pub mod cause;
pub mod certificate_id_lookup;
pub mod check;
pub mod code_sample;
pub mod connection;
pub mod day;
pub mod diagnosis;
pub mod documents;
pub mod error;
pub mod evidence;
pub mod export;
pub mod identity;
pub mod kit;
pub mod listing;
pub mod portfolio;
pub mod pro_record;
pub mod proof;
pub mod removed;
pub mod revoke;
pub mod rotation;
pub mod secret_store;
pub mod sheet;
pub mod sign_in;
mod spreadsheet;
pub mod step;
pub mod store;
pub mod store_tool;
mod system;
pub mod target;
pub mod tba_plan;
pub mod test_call;
pub mod upload;
pub mod vault;

pub use connection::setup;
pub use error::{Error, Result};
