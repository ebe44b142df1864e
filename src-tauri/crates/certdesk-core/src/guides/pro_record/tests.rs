use netsuite_keys::key::{KeyType, PrivateKey, Search};
use time::Duration;
use time::macros::datetime;

use super::*;
use crate::error::{DocumentError, ProRecordError};

mod newest;

const NOW: OffsetDateTime = datetime!(2026-11-20 09:46 UTC);

fn record() -> ProRecord {
    ProRecord::new(AccountId::parse("4718203").unwrap(), NOW)
}

fn today() -> Day {
    Day::of(NOW)
}

fn says(text: &str) -> ProRecord {
    let mut record = record();
    record.change(ProChange::Says { text: text.into() }, NOW).unwrap();
    record
}

fn bundles(record: &mut ProRecord, import: &str, integration: &str) {
    let change = ProChange::Bundles { import: import.into(), integration: integration.into() };
    record.change(change, NOW).unwrap();
}

fn tick(record: &mut ProRecord, acts: &[ProAct]) {
    for act in acts {
        record.change(ProChange::Act { act: *act, done: true }, NOW).unwrap();
    }
}

/// What is said after something was done.
fn check(record: &mut ProRecord, text: &str) {
    record.change(ProChange::Check { text: text.into() }, NOW).unwrap();
}

fn by_hand(record: &mut ProRecord) {
    record.change(ProChange::Way { way: Way::ByHand }, NOW).unwrap();
    tick(record, &[ProAct::PlaceholderDownloaded, ProAct::RecordSaved]);
    record.change(ProChange::RecordId { text: RECORD_ID.into() }, NOW).unwrap();
}

fn steps(record: &ProRecord) -> Vec<ProStep> {
    record.steps(today()).into_iter().map(|(step, _)| step).collect()
}

const NOT_FOUND: &str = "Certificate \"custcertificate_oa_realtime\" not found";
const NONE_VALID: &str = "No valid certificate available for real-time import";
const VALID: &str = "Current real-time import certificate is valid until 2027-11-20";
const ROLE: [ProAct; 6] = [
    ProAct::PermissionOidc,
    ProAct::PermissionApplications,
    ProAct::PermissionOauth2Login,
    ProAct::PermissionCertificates,
    ProAct::BoxIntegration,
    ProAct::BoxOauth2,
];

#[test]
fn the_three_sentences_are_recognised_in_what_surrounds_them() {
    for text in [
        NOT_FOUND,
        "Error: Certificate “custcertificate_oa_realtime” not found.\n  at line 12",
        "CERTIFICATE CUSTCERTIFICATE_OA_REALTIME NOT FOUND",
        "{\"message\":\"Certificate \\\"custcertificate_oa_realtime\\\" was not found\"}",
    ] {
        assert_eq!(Said::read(text), Said::Known(Says::NotFound), "{text}");
    }
    for text in [
        "No valid certificate available for real-time import",
        "Health check\nNo valid certificate\n available for real\u{2011}time import.",
    ] {
        assert_eq!(Said::read(text), Said::Known(Says::NoCertificate), "{text}");
    }
    let said = Said::read("Current real-time import certificate is valid until 12/31/2026.");
    let Said::Known(Says::ValidUntil { date, readings }) = said else { panic!("{said:?}") };
    assert_eq!((date.as_str(), readings.len()), ("12/31/2026", 1));
}

#[test]
fn another_certificate_that_is_not_found_is_none_of_this_guides() {
    let said = Said::read("Certificate \"custcertificate_bank_sftp\" not found");
    let id = "custcertificate_bank_sftp".to_owned();
    assert_eq!(said, Said::Known(Says::OtherNotFound { id }));
    let record = says("Certificate \"custcertificate_bank_sftp\" not found");
    assert_eq!(record.open_step(today()), Some(ProStep::Says));
}

#[test]
fn anything_else_is_said_to_be_unknown_and_changes_nothing() {
    for text in ["", "INVALID_LOGIN", "custcertificate_oa_realtime", "Certificate not found"] {
        let (mut changed, before) = (record(), record());
        let refused = changed.change(ProChange::Says { text: text.into() }, NOW);
        assert!(
            matches!(refused, Err(Error::ProRecord(ProRecordError::HealthCheckUnknown))),
            "{text}"
        );
        assert_eq!(changed, before);
    }
}

#[test]
fn a_pasted_private_key_is_refused_and_nothing_of_any_paste_is_kept() {
    let key = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n";
    let mut record = record();
    let refused = record.change(ProChange::Says { text: format!("{NOT_FOUND} {key}") }, NOW);
    assert!(matches!(refused, Err(Error::ProRecord(ProRecordError::PasteIsSecret))));
    let record = says(&format!("{NOT_FOUND} while signed in as mira@example.com"));
    assert!(!serde_json::to_string(&record).unwrap().contains("mira"));
}

#[test]
fn a_valid_certificate_tells_the_days_left_and_when_it_renews_itself() {
    let record = says("Current real-time import certificate is valid until Dec 31, 2026");
    let renewal = Renewal::of(record.heard.as_ref().unwrap().until().unwrap(), today());
    assert_eq!(renewal.days_left, 41);
    assert_eq!(renewal.from.to_string(), "2026-12-17");
    assert_eq!(renewal.to.to_string(), "2026-12-24");
    assert_eq!(renewal.phase, RenewalPhase::Before);
    assert_eq!(record.open_step(today()), None, "nothing is to be done");
    assert_eq!(record.current_way(today()), Some(Way::Nothing));
}

#[test]
fn the_renewal_is_due_from_two_weeks_to_one_week_before_the_end() {
    let until = Day::readings("2026-12-31")[0];
    let phase = |day: &str| Renewal::of(until, Day::readings(day)[0]).phase;
    assert_eq!(phase("2026-12-16"), RenewalPhase::Before);
    assert_eq!(phase("2026-12-17"), RenewalPhase::Due);
    assert_eq!(phase("2026-12-24"), RenewalPhase::Due);
    assert_eq!(phase("2026-12-25"), RenewalPhase::Overdue);
    assert_eq!(phase("2026-12-31"), RenewalPhase::Overdue, "its last day");
    assert_eq!(phase("2027-01-01"), RenewalPhase::Ended);
}

#[test]
fn an_ambiguous_date_waits_until_its_reading_is_chosen() {
    let mut record = says("Current real-time import certificate is valid until 03/04/2027");
    assert_eq!(record.situation(today()), None);
    let wrong = Day::readings("2027-05-05")[0];
    assert!(record.change(ProChange::ValidUntil { day: wrong }, NOW).is_err());
    let right = Day::readings("2027-04-03")[0];
    record.change(ProChange::ValidUntil { day: right }, NOW).unwrap();
    assert_eq!(record.situation(today()), Some(Situation::InOrder));
}

#[test]
fn the_way_by_hand_goes_through_every_step_and_ends_with_a_health_check() {
    let mut record = says(NOT_FOUND);
    assert_eq!(record.open_step(today()), Some(ProStep::Bundles));
    bundles(&mut record, "3.0", "4.0");
    assert_eq!(record.open_step(today()), Some(ProStep::Way));
    record.change(ProChange::Way { way: Way::ByHand }, NOW).unwrap();
    let all = [
        ProStep::Says,
        ProStep::Bundles,
        ProStep::Way,
        ProStep::Restore,
        ProStep::Role,
        ProStep::Generate,
        ProStep::Check,
    ];
    assert_eq!(steps(&record), all);
    tick(&mut record, &[ProAct::PlaceholderDownloaded, ProAct::RecordSaved]);
    assert_eq!(record.open_step(today()), Some(ProStep::Restore), "the ID is not compared yet");
    let wrong =
        record.change(ProChange::RecordId { text: "custcertificateoa_realtime".into() }, NOW);
    assert!(matches!(wrong, Err(Error::ProRecord(ProRecordError::RecordIdDiffers { .. }))));
    record
        .change(ProChange::RecordId { text: " custcertificate_oa_realtime ".into() }, NOW)
        .unwrap();
    assert_eq!(record.open_step(today()), Some(ProStep::Role));
    tick(&mut record, &ROLE);
    assert_eq!(record.open_step(today()), Some(ProStep::Generate));
    tick(&mut record, &[ProAct::Generated]);
    assert_eq!(record.open_step(today()), Some(ProStep::Check));
    check(&mut record, VALID);
    assert_eq!(record.open_step(today()), None);
    assert_eq!(steps(&record), all, "what was gone stays readable");
}

#[test]
fn a_health_check_that_is_well_makes_every_step_done_ticked_or_not() {
    let mut record = says(NOT_FOUND);
    bundles(&mut record, "4.02", "5.02");
    record.change(ProChange::Way { way: Way::Generate }, NOW).unwrap();
    assert!(!steps(&record).contains(&ProStep::Restore), "nothing is made by hand");
    let text = "Current real-time import certificate is valid until 20-Nov-2027".to_owned();
    record.change(ProChange::Check { text }, NOW).unwrap();
    assert!(record.steps(today()).iter().all(|(_, done)| *done));
}

#[test]
fn a_health_check_that_still_names_the_file_in_the_placeholders_place_proves_nothing() {
    let mut record = says(NOT_FOUND);
    bundles(&mut record, "3.0", "4.0");
    by_hand(&mut record);
    record.stand_in = Some(SavedFile { path: "openair-certificate.pem".into(), at: NOW });
    let valid = |day: &str| format!("Current real-time import certificate is valid until {day}");
    check(&mut record, &valid("2026-12-20"));
    assert_eq!(record.situation(today()), Some(Situation::StandIn));
    assert_eq!(record.open_step(today()), Some(ProStep::Generate), "the record is there");
    check(&mut record, &valid("2027-11-20"));
    assert!(record.is_proven(today()));
}

#[test]
fn a_certificate_that_was_not_renewed_in_time_is_not_proven_by_the_same_date_again() {
    let overdue = "Current real-time import certificate is valid until 2026-11-24";
    let mut record = says(overdue);
    assert_eq!(record.current_way(today()), Some(Way::Generate));
    record.change(ProChange::Check { text: overdue.into() }, NOW).unwrap();
    assert!(!record.is_proven(today()));
}

#[test]
fn an_update_is_done_when_each_bundle_that_needs_it_is_ticked() {
    let mut record = says(NOT_FOUND);
    bundles(&mut record, "3.0", "4.0");
    record.change(ProChange::Way { way: Way::Update }, NOW).unwrap();
    tick(&mut record, &[ProAct::IntegrationUpdated]);
    assert_eq!(record.open_step(today()), Some(ProStep::Restore));
    tick(&mut record, &[ProAct::ImportUpdated]);
    assert_eq!(record.open_step(today()), Some(ProStep::Role));
}

#[test]
fn a_way_that_the_rules_do_not_propose_cannot_be_chosen() {
    let mut record = says(NOT_FOUND);
    bundles(&mut record, "2.0", "");
    let refused = record.change(ProChange::Way { way: Way::ByHand }, NOW);
    assert!(matches!(refused, Err(Error::ProRecord(ProRecordError::WayNotOpen))));
}

#[test]
fn another_message_undoes_what_did_not_help_and_keeps_the_role() {
    let mut record = says(NOT_FOUND);
    bundles(&mut record, "3.0", "4.0");
    tick(&mut record, &[ProAct::RecordSaved, ProAct::BoxOauth2, ProAct::Generated]);
    let text = "No valid certificate available for real-time import".to_owned();
    record.change(ProChange::Says { text }, NOW + Duration::days(1)).unwrap();
    assert_eq!(record.acts_that_count(today()), [ProAct::BoxOauth2]);
    assert_eq!(record.situation(today()), Some(Situation::NoCertificate));
}

#[test]
fn a_document_comes_back_as_it_was_written_and_a_newer_one_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let records = ProRecords::new(folder.path().join("suiteprojects-pro"));
    let mut record = says("Current real-time import certificate is valid until 03/04/2027");
    bundles(&mut record, "3.0", "");
    records.create(&record).unwrap();
    assert_eq!(records.read("4718203").unwrap(), record);

    let path = records.path("4718203");
    let newer = std::fs::read_to_string(&path)
        .unwrap()
        .replace("\"schemaVersion\": 2", "\"schemaVersion\": 3");
    std::fs::write(&path, &newer).unwrap();
    let refused = records.update("4718203", |_| Ok(()));
    assert!(matches!(refused, Err(Error::Document(DocumentError::Newer { .. }))));
    let begun = records.update_or_begin("4718203", || panic!("never wiped"), |_| Ok(()));
    assert!(matches!(begun, Err(Error::Document(DocumentError::Newer { .. }))));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
    assert!(matches!(records.read("4718204"), Err(Error::Document(DocumentError::GuideUnknown))));
}

#[test]
fn a_downloaded_file_is_told_for_what_it_is() {
    use PlaceholderVerdict::{
        CertificateOnly, KeyOnly, Mismatch, Other, Pair, Unreadable, WebPage,
    };
    let (ours, other) = (pem_pair(), pem_pair());
    assert_eq!(look_at(format!("{}{}", ours.0, ours.1).as_bytes()), Pair);
    assert_eq!(look_at(format!("{}{}", ours.0, other.1).as_bytes()), Mismatch);
    assert_eq!(look_at(ours.0.as_bytes()), CertificateOnly);
    assert_eq!(look_at(ours.1.as_bytes()), KeyOnly);
    // Not valid on purpose may mean not readable: that is not called wrong.
    let broken = "-----BEGIN CERTIFICATE-----\nplaceholder\n-----END CERTIFICATE-----\n";
    assert_eq!(look_at(broken.as_bytes()), Unreadable);
    assert_eq!(look_at(b"<!DOCTYPE html><html><title>Log in</title>"), WebPage);
    for other in [&b""[..], b"hello", &[0, 1, 2, 3]] {
        assert_eq!(look_at(other), Other);
    }
}

#[test]
fn a_stand_in_is_a_certificate_with_its_own_key_in_one_file() {
    let content = stand_in(&Search::new(), NOW).unwrap();
    assert_eq!(look_at(content.as_bytes()), PlaceholderVerdict::Pair);
    assert!(content.starts_with("-----BEGIN CERTIFICATE-----"));
    let (_, certificate) = netsuite_keys::material::pair(&[content.as_bytes()], None).unwrap();
    let days = (certificate.not_after() - NOW).whole_days();
    assert_eq!(days, i64::from(STAND_IN_DAYS) - 1);
}

/// A certificate and its key in PEM.
fn pem_pair() -> (String, String) {
    use netsuite_keys::certificate::{Certificate, Signature, Subject};
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("openair").unwrap();
    let certificate = Certificate::issue(&key, &subject, 9, Signature::Plain, NOW).unwrap();
    (certificate.to_pem(), key.to_pem().to_string())
}
