//! The slots of an integration record.

use certdesk_core::connection;
use certdesk_core::netsuite::listing::Holder;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

/// Slots of the integration record when NetSuite was asked last.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SlotsSeen {
    #[ts(type = "number")]
    active: usize,
    #[ts(type = "number")]
    most: usize,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    /// The active certificates; empty where only their number is known.
    holders: Vec<SlotHolder>,
}

/// The certificate in one slot.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SlotHolder {
    certificate_id: String,
    holder: Holder,
    /// The connection's name or the vendor's; of an unknown one that of its role.
    name: Option<String>,
}

impl From<connection::SlotsSeen> for SlotsSeen {
    fn from(seen: connection::SlotsSeen) -> Self {
        let holders = seen.holders.into_iter().map(|known| SlotHolder {
            certificate_id: known.certificate_id.to_string(),
            holder: known.holder,
            name: known.name,
        });
        Self { active: seen.active, most: seen.most, at: seen.at, holders: holders.collect() }
    }
}
