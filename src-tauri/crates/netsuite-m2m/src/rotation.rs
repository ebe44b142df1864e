//! Replaces a certificate without an outage: the old one stays until the new one has produced a
//! token and the user has said that the target uses it.

use serde::{Deserialize, Serialize};

/// What becomes true on the way, in the usual order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "RotationStep"))]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The new key is in the vault, was read back and has signed; its certificate is made.
    KeyStored,
    /// NetSuite lists the new certificate.
    Uploaded,
    /// NetSuite has issued a token for it.
    Proven,
    /// The target was given the new values.
    HandedOver,
    /// The user has said that the target uses them.
    Switched,
    /// NetSuite lists the old certificate as revoked.
    OldRevoked,
}

/// Why a certificate is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "RotationReason"))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It runs out, or the user wants another.
    Renewal,
    /// The sandbox was refreshed: its mapping is gone.
    SandboxRefreshed,
    /// Its key is in wrong hands.
    Leak,
}

/// When the old certificate goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "RotationOrder"))]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// After the switch, on the user's word. No outage.
    ReplaceFirst,
    /// Before anything else. Whoever has the key is shut out, and so is the target until it has the
    /// new one.
    RevokeFirst,
}

/// How near the end of a certificate is, at the days on which NetSuite mails (facts A.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// Two months or less.
    TwoMonths,
    /// One month or less.
    OneMonth,
    /// 14 days or less.
    FourteenDays,
}
