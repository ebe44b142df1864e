//! The history as plain text, for a file that goes to a colleague or an auditor. It contains no secret.

use std::fmt::Write as _;

use time::format_description::BorrowedFormatItem;
use time::macros::format_description;

use super::{Entry, Event, Purpose};
use crate::connection::Connection;
use crate::connection::rotation::Reason;

impl Connection {
    /// The history, one line each, oldest first, in UTC, below a head that names the connection.
    #[must_use]
    pub fn history_text(&self) -> String {
        let mut text = format!("{}\n", plain(&self.name));
        if let Some(account) = &self.account {
            let practice = if self.practice { " (practice account)" } else { "" };
            let _ = writeln!(text, "Account {}{practice}", account.id);
        }
        if let Some(client_id) = &self.integration.client_id {
            let _ = writeln!(text, "Client ID {client_id}");
        }
        text.push_str("All times are UTC.\n\n");
        for entry in self.history.iter() {
            let _ = writeln!(text, "{}", line(entry));
        }
        text
    }
}

fn line(entry: &Entry) -> String {
    // Cannot fail: a date and a time have all these parts.
    let at = entry.at.to_utc().format(INSTANT).unwrap_or_default();
    format!("{at}  {}", entry.event.sentence())
}

impl Event {
    /// What was done, in one line.
    #[must_use]
    pub fn sentence(&self) -> String {
        plain(&words(self))
    }
}

fn words(event: &Event) -> String {
    match event {
        Event::Created => "Connection created".into(),
        Event::TargetChosen { target } => format!("Target system chosen: {}", target.label()),
        Event::AccountSet { account_id } => format!("Account entered: {account_id}"),
        Event::ClientIdSet => "Client ID entered".into(),
        Event::CertificateMade { certificate_id } => {
            format!("Key and certificate created: {certificate_id}")
        }
        Event::PairImported { certificate_id } => {
            format!("Key and certificate imported: {certificate_id}")
        }
        Event::CertificateSaved { path } => format!("Certificate saved: {path}"),
        Event::KeyExported { path, encrypted: true } => {
            format!("Private key exported, encrypted: {path}")
        }
        Event::KeyExported { path, encrypted: false } => {
            format!("Private key exported, unencrypted: {path}")
        }
        Event::KeyStoringStarted { certificate_id, store, location } => {
            let store = store.label();
            format!("Storing the private key in {store} started: {location} ({certificate_id})")
        }
        Event::KeyNotStored { certificate_id, store, location } => {
            let store = store.label();
            format!("Private key not stored in {store}: {location} ({certificate_id})")
        }
        Event::KeyStored { certificate_id, store, location, compared } => {
            let (store, checked) = (store.label(), if *compared { "" } else { ", not confirmed" });
            format!("Private key stored in {store}{checked}: {location} ({certificate_id})")
        }
        Event::SheetSaved { path } => format!("Client handout saved: {path}"),
        Event::CertificateIdConfirmed { certificate_id } => {
            format!("Certificate ID confirmed: {certificate_id}")
        }
        Event::TokenReceived { certificate_id, .. } => {
            format!("Token received for certificate {certificate_id}")
        }
        Event::TokenRefused { certificate_id, reason } => {
            format!("Token refused for certificate {certificate_id}: {reason}")
        }
        Event::HandedOver { target } => format!("Target system configured: {}", target.label()),
        Event::SignedIn { role, entity } => {
            let known = |id: &Option<String>| id.clone().unwrap_or_else(|| "unknown".into());
            format!("Signed in with the browser, role {}, entity {}", known(role), known(entity))
        }
        Event::CertificateUploaded { certificate_id, found_in_list: false } => {
            format!("Certificate uploaded: {certificate_id}")
        }
        Event::CertificateUploaded { certificate_id, found_in_list: true } => {
            format!("Certificate uploaded, confirmed by NetSuite’s list: {certificate_id}")
        }
        Event::VendorCertificateUploaded { certificate_id, vendor } => {
            format!("Certificate from {vendor} uploaded: {certificate_id}")
        }
        Event::CertificateRevoked { certificate_id } => {
            format!("Certificate revoked: {certificate_id}")
        }
        Event::CertificateRevokedByHand { certificate_id } => {
            format!(
                "Certificate revoked by an administrator, as reported by the user: {certificate_id}"
            )
        }
        Event::ListChanged { active: 0, .. } => "No active certificate in NetSuite".into(),
        Event::ListChanged { active, certificate_ids } => {
            let ids: Vec<_> = certificate_ids.iter().map(ToString::to_string).collect();
            format!("Active certificates in NetSuite: {active} ({})", ids.join(", "))
        }
        Event::RotationStarted { reason } => format!("Rotation started: {}", why(*reason)),
        Event::Switched { certificate_id } => {
            format!("Target system switched to certificate {certificate_id}")
        }
        Event::RotationAbandoned => "Rotation abandoned, old certificate kept".into(),
        Event::RotationEnded { old_kept: false } => "Rotation finished".into(),
        Event::RotationEnded { old_kept: true } => {
            "Rotation finished, old certificate left to expire".into()
        }
        Event::MappingGone => "Sandbox refreshed, mapping removed".into(),
        Event::HandedToColleague { path, with_keys: true } => {
            format!("Saved for a colleague with its private keys: {path}")
        }
        Event::HandedToColleague { path, with_keys: false } => {
            format!("Saved for a colleague without private keys: {path}")
        }
        Event::Restored { purpose, made_at } => {
            let from = match purpose {
                Purpose::Backup => "a backup",
                Purpose::HandOver => "a colleague’s file",
            };
            let made_at = made_at.to_utc().format(INSTANT).unwrap_or_default();
            format!("Restored from {from} of {made_at}")
        }
        Event::Removed => "Removed from this computer".into(),
        Event::BroughtBack => "Restored after removal".into(),
        Event::KeyDeleted { certificate_id } => {
            format!("Private key deleted, no longer needed: {certificate_id}")
        }
        Event::EvidenceSaved { path } => format!("Evidence saved: {path}"),
        Event::ChainStarted => "Hash chain started, earlier entries added to it".into(),
    }
}

const fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::Renewal => "renewal",
        Reason::SandboxRefreshed => "sandbox refreshed",
        Reason::Leak => "key leaked",
    }
}

/// One line stays one line, whatever a path holds.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

const INSTANT: &[BorrowedFormatItem<'static>] =
    format_description!("[year]-[month]-[day] [hour]:[minute]:[second]");

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;
    use netsuite_keys::certificate::CertificateId;

    #[test]
    fn a_history_is_a_text_with_a_head_and_a_line_for_each_event() {
        let at = datetime!(2026-11-21 15:04:05 +01:00);
        let mut connection = Connection::new("Northwind Traders", false, at).unwrap();
        let change = crate::connection::Change::Account { text: "4718203_SB1".into() };
        connection.change(change, at).unwrap();
        let certificate_id = CertificateId::predict(b"any");
        for event in [
            Event::CertificateUploaded {
                certificate_id: certificate_id.clone(),
                found_in_list: true,
            },
            Event::CertificateSaved { path: "/home/ada/two\nlines.pem".into() },
        ] {
            connection.note(at, event);
        }
        let expected = format!(
            "Northwind Traders\n\
             Account 4718203_SB1\n\
             All times are UTC.\n\n\
             2026-11-21 14:04:05  Connection created\n\
             2026-11-21 14:04:05  Account entered: 4718203_SB1\n\
             2026-11-21 14:04:05  Certificate uploaded, confirmed by NetSuite’s list: {certificate_id}\n\
             2026-11-21 14:04:05  Certificate saved: /home/ada/two lines.pem\n"
        );
        assert_eq!(connection.history_text(), expected);
    }
}
