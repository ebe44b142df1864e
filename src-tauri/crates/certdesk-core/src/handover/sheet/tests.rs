use base64ct::{Base64, Encoding as _};
use netsuite_client::{InternalId, Scope, WhoAmI};
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PemForm, PrivateKey, Search};
use time::macros::datetime;

use super::*;
use crate::connection::{Change, ExportedKey, Proven, VaultEntry};
use crate::error::ConnectionError;
use crate::netsuite::identity::GivenName;
use crate::vault::{EntryName, VaultPlace};

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);
const TOKEN_URL: &str = "https://4718203-sb1.suitetalk.api.netsuite.com/token";

/// A connection with everything that may not be on its sheet, and its key.
fn handed_over(client: &str) -> (Connection, PrivateKey) {
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind").unwrap();
    let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, NOW).unwrap();
    let place = VaultPlace::SecretService;
    let entry = EntryName::random();
    let mut pair =
        Credential::new(entry, place, Algorithm::Es256, &certificate, Signature::Pss, NOW).unwrap();
    let path = "/home/mira/keys/private.pem".to_owned();
    pair.exported_key =
        Some(ExportedKey { path, at: NOW, encrypted: false, form: PemForm::Pkcs8Lines });

    let mut connection = Connection::new(client, false, NOW).unwrap();
    let scopes = vec![Scope::RestWebservices];
    for change in [
        Change::Target { target: Target::named("alumio").unwrap() },
        Change::Account { text: "4718203_SB1".into() },
        Change::Role { role_name: "Integration".into(), entity_name: "A & B <user>".into() },
        Change::Integration { name: "Alumio M2M".into(), scopes },
        Change::ClientId { text: "2".repeat(64) },
    ] {
        connection.change(change, NOW).unwrap();
    }
    let kept = VaultEntry { entry: EntryName::random_of_secret(), place };
    connection.integration.client_secret = Some(kept);
    connection.add_credential(pair);
    (connection, key)
}

#[test]
fn the_sheet_says_who_what_where_and_what_to_do_before_it_ends() {
    let (connection, _) = handed_over("Northwind Traders");
    let sheet = html(&connection, None, TOKEN_URL, NOW).unwrap();
    let id = connection.working().unwrap().certificate_id().to_string();
    for part in [
        "NetSuite access for Alumio",
        "Northwind Traders, sandbox account 4718203_SB1",
        "A &amp; B &lt;user&gt;",
        "Integration",
        "Alumio M2M",
        &id,
        TOKEN_URL,
        "Nov 21, 2027",
        "Start by Sep 22, 2027",
        "OAuth 2.0 Client Credentials (M2M) Setup",
        "A sandbox refresh",
        "Replace both the private key and the Certificate ID",
    ] {
        assert!(sheet.contains(part), "{part} is missing:\n{sheet}");
    }
}

/// As whom the last token was issued, and what NetSuite calls them.
fn acts_as(connection: &mut Connection, role: &str, entity: &str, named: &[(i64, &str)]) {
    let who = WhoAmI {
        role: Some(role.to_owned()),
        entity: Some(entity.to_owned()),
        ..WhoAmI::default()
    };
    let credential = connection.working().unwrap().id.clone();
    let expires_at = NOW + Duration::HOUR;
    connection.record_proof(Proven { at: NOW, expires_at, credential, who }).unwrap();
    let given = named
        .iter()
        .map(|(id, name)| GivenName { id: InternalId::from(*id), name: (*name).to_owned() });
    connection.names.roles = given.clone().collect();
    connection.names.entities = given.collect();
}

#[test]
fn before_a_token_a_name_is_told_as_expected_only() {
    let (connection, _) = handed_over("Northwind Traders");
    let sheet = html(&connection, None, TOKEN_URL, NOW).unwrap();
    assert!(sheet.contains("<dd>Integration (expected; not verified by a token yet)</dd>"));
}

#[test]
fn no_typed_name_stands_beside_an_id_that_a_token_named() {
    let (mut connection, _) = handed_over("Northwind Traders");
    acts_as(&mut connection, "1042", "17", &[]);
    let sheet = html(&connection, None, TOKEN_URL, NOW).unwrap();
    assert!(
        sheet.contains("<dd>Internal ID 1042 (expected: Integration; not verified)</dd>"),
        "{sheet}"
    );
    assert!(!sheet.contains("class=\"warning\""));
}

#[test]
fn another_user_and_the_administrator_are_told_in_red() {
    let (mut connection, _) = handed_over("Northwind Traders");
    let named = [(3, "Administrator"), (-5, "Mira Lindqvist")];
    acts_as(&mut connection, "3", "-5", &named);
    let sheet = html(&connection, None, TOKEN_URL, NOW).unwrap();
    assert!(sheet.contains("<dd>Mira Lindqvist (internal ID -5)</dd>"), "{sheet}");
    let warnings: Vec<_> = sheet
        .split("<p class=\"warning\">")
        .skip(1)
        .filter_map(|p| p.split("</p>").next())
        .collect();
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    assert!(warnings[0].contains("not A &amp; B &lt;user&gt; as expected"), "{warnings:?}");
    assert!(warnings[1].contains("acts as Administrator"), "{warnings:?}");
}

#[test]
fn no_secret_is_on_the_sheet() {
    let (connection, key) = handed_over("Northwind Traders");
    let sheet = html(&connection, None, TOKEN_URL, NOW).unwrap();
    let der = key.expose_pkcs8_der().expose();
    let base64 = Base64::encode_string(der);
    let pair = connection.working().unwrap();
    let secret = connection.integration.client_secret.as_ref().unwrap();
    // What stands before the scalar is the same in every key.
    for part in base64.as_bytes()[base64.len() / 4..].chunks(16) {
        assert!(!sheet.contains(std::str::from_utf8(part).unwrap()));
    }
    for part in ["PRIVATE KEY-", "/home/mira", pair.key.as_str(), secret.entry.as_str()] {
        assert!(!sheet.contains(part), "{part}");
    }
}

#[test]
fn a_name_cannot_bring_markup_onto_the_sheet() {
    let (connection, _) = handed_over("<script>alert(1)</script>");
    let sheet = html(&connection, None, TOKEN_URL, NOW).unwrap();
    assert!(!sheet.contains("<script"));
    assert!(sheet.contains("default-src 'none'"));
    assert!(!sheet.contains("src="), "nothing is fetched");
}

#[test]
fn what_is_missing_is_named_by_its_step() {
    let connection = Connection::new("Northwind Traders", false, NOW).unwrap();
    let refused = html(&connection, None, TOKEN_URL, NOW);
    assert!(matches!(
        refused,
        Err(Error::Connection(ConnectionError::StepNotReady { step: Step::Target }))
    ));
}
