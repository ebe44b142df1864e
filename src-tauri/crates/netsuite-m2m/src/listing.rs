//! The certificates that NetSuite lists for one integration record, joined with what is known here.

use serde::{Deserialize, Serialize};

/// What NetSuite's list says of a certificate today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "ListedState"))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Not revoked, and valid today: it uses a slot.
    Active,
    /// Not revoked, but its validity is over; it uses no slot (facts A.1).
    Expired,
    /// Revoked.
    Revoked,
}

/// Whose key a listed certificate belongs to, as far as this computer knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "KeyHolder"))]
#[serde(rename_all = "kebab-case")]
pub enum Holder {
    /// Its key is in the vault of this computer.
    Ours,
    /// Uploaded from here for a vendor that holds the key.
    Vendor,
    /// Nothing is known of it here.
    Unknown,
}

/// What is looked at before a certificate is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "UploadCheckKind"))]
#[serde(rename_all = "kebab-case")]
pub enum UploadCheck {
    /// One certificate, and nothing that could be a key.
    IsCertificate,
    /// Its key is of a kind and size that NetSuite takes.
    KeyType,
    /// Valid now, and for no more than two years.
    Validity,
    /// Not in the list already.
    NotListed,
    /// A slot is free.
    FreeSlot,
    /// The token was issued for REST web services.
    Scope,
    /// The token belongs to the connection's account.
    Account,
}

/// Active certificates that one integration record may have since 2026.1.
///
/// Source: <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_158921905537.html>
pub const SLOTS: usize = 5;
