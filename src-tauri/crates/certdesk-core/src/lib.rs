//! What Certdesk does and what it stores: connections to NetSuite, their set-up, certificates,
//! rotations, diagnosis, and the guides.
//!
//! Nothing here knows a window. The shell gives a [`vault::Vault`], an instant, a folder.

pub mod backup;
pub mod calendar;
pub mod cause;
pub mod check;
pub mod connection;
pub mod day;
pub mod diagnosis;
pub mod error;
pub mod files;
pub mod guides;
pub mod handover;
pub mod netsuite;
pub mod portfolio;
pub mod removed;
pub mod rotation;
pub mod step;
pub mod store;
pub mod store_tool;
mod system;
pub mod target;
pub mod test_call;
pub mod vault;

pub use connection::setup;
pub use error::{Error, Result};
