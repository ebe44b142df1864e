use std::path::Path;

use netsuite_client::Scope;
use netsuite_keys::certificate::Signature;
use netsuite_keys::key::Algorithm;
use time::OffsetDateTime;
use time::macros::datetime;

use super::*;
use crate::connection::Change;
use crate::error::ConnectionError;
use crate::target::Target;
use crate::vault::{EntryName, VaultPlace};

const NOW: OffsetDateTime = datetime!(2026-02-01 12:00 UTC);
const APP: &str = "https://4718203-sb1.app.netsuite.com";
/// Oracle's public sample, with the ID that NetSuite gave it (facts A.5).
const SAMPLE: &str = include_str!("../../../../../../tests/ui/administrator/sample.pem");
const SAMPLE_ID: &str = "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA";

fn sample() -> Certificate {
    Certificate::from_pem(SAMPLE).unwrap()
}

fn connection(client: &str) -> Connection {
    let mut connection = Connection::new(client, false, NOW).unwrap();
    for change in [
        Change::Target { target: Target::named("alumio").unwrap() },
        Change::Account { text: "4718203_SB1".into() },
        Change::Role {
            role_name: "Alumio Integration".into(),
            entity_name: "Integration User".into(),
        },
        Change::Integration { name: "Alumio M2M".into(), scopes: vec![Scope::RestWebservices] },
    ] {
        connection.change(change, NOW).unwrap();
    }
    connection
}

fn request(client: &str) -> Request {
    let (entry, place) = (EntryName::random(), VaultPlace::KeyFiles);
    let credential =
        Credential::new(entry, place, Algorithm::Es256, &sample(), Signature::Plain, NOW).unwrap();
    Request::of(&connection(client), &credential, APP, "northwind-alumio-public.pem").unwrap()
}

fn vendors() -> Request {
    let vendor = VendorCertificate::new("Orbit <Payroll>", &sample()).unwrap();
    let whose = ("Orbit Payroll", "Payroll Export");
    Request::of_vendor(&connection("Northwind"), &vendor, whose, APP, "orbit.pem").unwrap()
}

#[test]
fn the_message_says_what_to_do_where_with_which_values_and_what_to_send_back() {
    let text = request("Northwind").text();
    let order = [
        "Upload a certificate for Alumio to NetSuite",
        "sandbox account 4718203_SB1",
        "OAuth 2.0 Authorized Applications Management",
        "1. Open this page in NetSuite:",
        "Setup > Integration > Manage Authentication > OAuth 2.0 Client Credentials (M2M) Setup",
        APP,
        "2. Click Create New and enter:",
        "Entity: Integration User",
        "Role: Alumio Integration",
        "Application: Alumio M2M",
        "Certificate: northwind-alumio-public.pem",
        "3. Click Save.",
        "4. Send back the Certificate ID",
        "43 characters",
        "State must be Enabled",
        "-----BEGIN CERTIFICATE-----",
    ];
    let mut from = 0;
    for part in order {
        let found = text[from..].find(part);
        from += found.unwrap_or_else(|| panic!("{part} is missing or out of order:\n{text}"));
    }
}

#[test]
fn the_message_does_not_name_the_id_that_is_to_be_read_in_netsuite() {
    assert!(!request("Northwind").text().contains(SAMPLE_ID));
}

#[test]
fn the_certificate_in_the_message_and_on_the_page_is_the_one_to_be_uploaded() {
    let request = request("Northwind");
    let text = request.text();
    let pem = &text[text.find("-----BEGIN").unwrap()..];
    assert_eq!(Certificate::from_pem(pem).unwrap().id().to_string(), SAMPLE_ID);

    let page = request.html();
    let (_, data) = page.split_once("data:application/x-pem-file;base64,").unwrap();
    let saved = Base64::decode_vec(data.split_once('"').unwrap().0).unwrap();
    let saved = Certificate::from_pem(std::str::from_utf8(&saved).unwrap()).unwrap();
    assert_eq!(saved.id().to_string(), SAMPLE_ID);
    assert!(page.contains(&format!("data-expected=\"{SAMPLE_ID}\"")));
}

#[test]
fn a_vendors_certificate_is_compared_by_phone_first() {
    let text = vendors().text();
    assert!(text.contains(&sample().fingerprint()), "{text}");
    assert!(text.contains("Orbit <Payroll> holds the private key"), "{text}");
    assert!(text.contains("Entity: Orbit Payroll") && text.contains("Role: Payroll Export"));
    assert!(vendors().html().contains(&sample().fingerprint()));
}

#[test]
fn no_name_brings_markup_or_a_script_onto_the_page() {
    let page = request("<script>alert(1)</script>").html() + &vendors().html();
    assert_eq!(page.matches("<script>").count(), 2, "the one script of each page");
    assert!(page.contains("Orbit &lt;Payroll&gt;"));
    assert!(page.contains("default-src 'none'"));
    assert!(!page.contains("src="), "nothing is fetched");
}

#[test]
fn what_is_missing_is_named_by_its_step() {
    let (entry, place) = (EntryName::random(), VaultPlace::KeyFiles);
    let credential =
        Credential::new(entry, place, Algorithm::Es256, &sample(), Signature::Plain, NOW).unwrap();
    let bare = Connection::new("Northwind", false, NOW).unwrap();
    let refused = Request::of(&bare, &credential, APP, "public.pem");
    assert!(matches!(
        refused,
        Err(Error::Connection(ConnectionError::StepNotReady { step: Step::Role }))
    ));
    let vendor = VendorCertificate::new("Orbit", &sample()).unwrap();
    let unnamed = Request::of_vendor(&connection("N"), &vendor, ("", "Role"), APP, "orbit.pem");
    assert!(matches!(unnamed, Err(Error::Connection(ConnectionError::NameEmpty))));
}

/// The page tests open this file. `UPDATE=1` writes it again.
#[test]
fn the_page_that_the_page_tests_drive_is_the_present_one() {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/ui/administrator/page.html");
    let page = request("Northwind").html();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    assert!(kept == page, "run this test with UPDATE=1");
}
