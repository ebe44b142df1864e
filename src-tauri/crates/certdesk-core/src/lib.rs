//! Machine-to-machine (M2M) access to NetSuite by OAuth 2.0 client credentials: keys and
//! certificates that NetSuite accepts, client assertions, tokens, and the set-up that leads to them.
//!
//! Nothing here knows a window. The shell gives a [`vault::Vault`], an instant, a folder.

pub mod access;
pub mod account;
pub mod administrator;
pub mod api_secret;
pub mod assertion;
pub mod certificate;
pub mod client_id;
pub mod connection;
pub mod day;
pub mod diagnosis;
pub mod doctor;
pub mod documents;
pub mod error;
pub mod export;
pub mod finder;
pub mod identity;
pub mod key;
pub mod kit;
pub mod listing;
pub mod material;
pub mod netsuite;
pub mod portfolio;
pub mod pro_record;
pub mod proof;
pub mod revoke;
pub mod rotation;
pub mod secret;
pub mod setup;
pub mod sheet;
pub mod sign_in;
pub mod store;
mod system;
pub mod token;
pub mod upload;
pub mod vault;

pub use error::{Error, Result};
