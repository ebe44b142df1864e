//! What an event says: the client, the target system, and what to do.

use super::Standing;
use crate::connection::{Connection, Credential};
use crate::day::Day;
use crate::target::Target;

/// The texts of one certificate's events.
pub(super) struct Texts<'a> {
    pub(super) connection: &'a Connection,
    pub(super) credential: &'a Credential,
    pub(super) standing: Standing,
    pub(super) ends: Day,
}

impl Texts<'_> {
    /// The title of the event so many days before the certificate expires.
    pub(super) fn summary(&self, days: i64) -> String {
        let (client, system) = (self.client(), self.system());
        let certificate = format!("NetSuite certificate for {system}");
        match self.standing {
            Standing::InUse if days == 0 => format!("{client}: {certificate} expires today"),
            Standing::InUse => format!("{client}: {certificate} expires in {days} days"),
            Standing::Replaced => format!("Canceled: {client}, {certificate} replaced"),
            Standing::Revoked => format!("Canceled: {client}, {certificate} revoked"),
            Standing::MappingGone => format!("Canceled: {client}, {certificate} no longer mapped"),
        }
    }

    /// What it means and what to do, then which certificate it is about.
    pub(super) fn description(&self) -> String {
        let (client, system) = (self.client(), self.system());
        let what = match self.standing {
            Standing::InUse => format!(
                "The certificate expires on {}. After that, {system} can’t get tokens from NetSuite. \
                 In Certdesk, open {client} and replace the certificate. The old one keeps working until you switch.",
                self.ends.in_words()
            ),
            Standing::Replaced => {
                "The certificate was replaced, so you don’t need this reminder.".to_owned()
            }
            Standing::Revoked => {
                "The certificate was revoked, so you don’t need this reminder.".to_owned()
            }
            Standing::MappingGone => {
                "A sandbox refresh cleared the certificate’s mapping, so you don’t need this reminder."
                    .to_owned()
            }
        };
        let account = self.connection.account.as_ref().map(|account| account.id.to_string());
        let practice = if self.connection.practice { " (practice account)" } else { "" };
        let account = account.map(|id| format!("Account ID: {id}{practice}\n")).unwrap_or_default();
        format!(
            "{what}\n\nClient: {client}\nTarget system: {}\n{account}Certificate ID: {}",
            self.connection.target.map_or("not chosen", Target::label),
            self.credential.certificate_id()
        )
    }

    /// On one line, as a calendar needs it.
    fn client(&self) -> String {
        self.connection.name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
    }

    fn system(&self) -> &'static str {
        match self.connection.target {
            Some(target) if !target.is_other() => target.label(),
            _ => "the target system",
        }
    }
}
