//! When things were entered or done: what was told later than an act shows that the act did not help.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::ProAct;

/// The times of the facts of one record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Times {
    /// Of the bundles' versions.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(super) bundles: Option<OffsetDateTime>,
    /// Of the way.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(super) way: Option<OffsetDateTime>,
    /// Of the ID that NetSuite showed.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(super) record_id: Option<OffsetDateTime>,
    /// When *Generate* was pressed before the newest message.
    #[serde(with = "time::serde::rfc3339::option")]
    pub(super) tried: Option<OffsetDateTime>,
    /// Of what was ticked off.
    pub(super) acts: BTreeMap<ProAct, Stamp>,
}

/// An instant, written as RFC 3339 says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp(#[serde(with = "time::serde::rfc3339")] pub(super) OffsetDateTime);

impl Times {
    /// The last of them.
    pub(super) fn last(&self) -> Option<OffsetDateTime> {
        let entered = [self.bundles, self.way, self.record_id].into_iter().flatten();
        entered.chain(self.acts.values().map(|stamp| stamp.0)).max()
    }
}
