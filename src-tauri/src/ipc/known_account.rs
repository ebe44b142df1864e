//! Accounts that connections name.

use certdesk_core::connection::Connection;
use netsuite_client::AccountId;
use serde::Serialize;
use ts_rs::TS;

/// An account that a connection belongs to.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KnownAccount {
    account_id: String,
    /// Of its first connection.
    client: String,
}

impl KnownAccount {
    /// Each account once, those of the practice account left out.
    pub(crate) fn all(connections: &[Connection]) -> Vec<Self> {
        let mut known: Vec<Self> = Vec::new();
        for connection in connections.iter().filter(|connection| !connection.practice) {
            let Some(account) = &connection.account else { continue };
            let account_id = account.id.to_string();
            if known.iter().all(|other| other.account_id != account_id) {
                known.push(Self { account_id, client: connection.name.clone() });
            }
        }
        known
    }

    /// What the client of an account is called, where a connection tells.
    pub(crate) fn client_of(account: &AccountId, connections: &[Connection]) -> String {
        let known = Self::all(connections).into_iter();
        let mut known = known.filter(|known| known.account_id == account.as_str());
        known.next().map(|known| known.client).unwrap_or_default()
    }
}
