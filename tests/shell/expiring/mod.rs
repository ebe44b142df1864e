//! Connections whose certificates expire, written as the app would have written them.

use certdesk_core::connection::{Change, Connection, Credential, CredentialState};
use certdesk_core::target::Target;
use certdesk_core::vault::{EntryName, VaultPlace};
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use time::{Duration, OffsetDateTime};

/// A connection whose certificate was made for a year and has so many days left.
pub(crate) fn connection(name: &str, days_left: i64) -> Connection {
    let now = OffsetDateTime::now_utc();
    let begun = now + Duration::days(days_left - 365);
    let mut connection = Connection::new(name, false, begun).unwrap();
    connection.change(Change::Account { text: "4718203".into() }, begun).unwrap();
    let target = Target::named("alumio").unwrap();
    connection.change(Change::Target { target }, begun).unwrap();
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new(name).unwrap();
    let certificate = Certificate::issue(&key, &subject, 366, Signature::Pss, begun).unwrap();
    let (entry, place) = (EntryName::random(), VaultPlace::SecretService);
    let made = Credential::new(entry, place, Algorithm::Es256, &certificate, Signature::Pss, begun);
    let mut made = made.unwrap();
    made.arrived(&made.predicted_id.clone());
    made.state = CredentialState::Current;
    // By the list's day, at whatever time of the day this runs.
    made.listed_until = Some((now + Duration::days(days_left)).date());
    connection.add_credential(made);
    connection
}
