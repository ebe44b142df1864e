//! The commands of the window: each parses its arguments, calls the domain, converts the outcome.

/// What this Certdesk is, and what it needs from this computer.
pub(crate) mod about;
/// Signing in by browser, and what the certificates endpoint is asked with.
pub(crate) mod access;
/// The account: parsing its ID, asking NetSuite whether it knows it.
pub(crate) mod account;
/// What an administrator is asked to do by hand.
pub(crate) mod administrator;
/// API secrets of banks.
pub(crate) mod api_secret;
/// The app itself, and opening addresses in the system's browser.
pub(crate) mod app;
/// Making a certificate, saving it.
pub(crate) mod certificate;
/// Making, reading, changing, removing connections.
pub(crate) mod connection;
/// Why something failed.
pub(crate) mod diagnosis;
/// The file doctor.
pub(crate) mod doctor;
/// Ending a connection.
pub(crate) mod ending;
/// Which Certificate ID a key belongs to.
pub(crate) mod finder;
/// Finding a connection by an ID, an audit code or an error.
pub(crate) mod go_to;
/// Exporting the history.
pub(crate) mod history;
/// Who a connection acts as.
pub(crate) mod identity;
/// The key search; exporting a private key.
pub(crate) mod key;
/// What a target asks for.
pub(crate) mod kit;
/// What Certdesk is made of.
pub(crate) mod license;
/// The certificates endpoint: list, upload, revoke.
pub(crate) mod listing;
/// Bringing an existing key and certificate.
pub(crate) mod pair;
/// Where things lie on this computer.
pub(crate) mod places;
/// What concerns several connections.
pub(crate) mod portfolio;
/// The practice account.
pub(crate) mod practice;
/// The record of SuiteProjects Pro.
pub(crate) mod pro_record;
/// Replacing a certificate.
pub(crate) mod rotation;
/// The sheet for the client.
pub(crate) mod sheet;
/// Requesting a token.
pub(crate) mod token;
/// The vault.
pub(crate) mod vault;
