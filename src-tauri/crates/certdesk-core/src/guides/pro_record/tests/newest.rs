//! The newest fact decides: what was told later than an act undoes it.

use super::*;

#[test]
fn no_valid_certificate_leads_to_one_press_of_generate_and_to_nothing_before_it() {
    for text in [NONE_VALID, "Current real-time import certificate is valid until 2026-11-01"] {
        let mut record = says(text);
        assert_eq!(steps(&record), [ProStep::Says, ProStep::Generate, ProStep::Check], "{text}");
        assert_eq!(record.open_step(today()), Some(ProStep::Generate));
        tick(&mut record, &[ProAct::Generated]);
        assert_eq!(record.open_step(today()), Some(ProStep::Check));
        check(&mut record, VALID);
        assert_eq!(record.open_step(today()), None);
    }
}

#[test]
fn versions_and_choices_come_only_when_generate_has_failed() {
    let mut record = says(NONE_VALID);
    tick(&mut record, &[ProAct::Generated]);
    assert!(!record.has_generate_failed(today()));
    check(&mut record, NONE_VALID);
    assert!(record.has_just_failed(today()));
    assert_eq!(record.open_step(today()), Some(ProStep::Bundles));
    bundles(&mut record, "3.0", "4.0");
    assert!(!record.has_just_failed(today()));
    let proposal = record.proposal(today()).unwrap();
    assert_eq!((proposal.reason, proposal.ways[0]), (Reason::GenerateFailed, Way::Generate));
    record.change(ProChange::Way { way: Way::Generate }, NOW).unwrap();
    assert_eq!(record.open_step(today()), Some(ProStep::Role));
    // The line of the health check is shown only when both boxes are set.
    tick(&mut record, &ROLE[..4]);
    assert_eq!(
        record.open_step(today()),
        Some(ProStep::Generate),
        "the press that failed is not done"
    );
    let before = steps(&record);
    tick(&mut record, &[ProAct::Generated]);
    assert_eq!(steps(&record), before, "the way stays as it is while it is gone");
    assert_eq!(record.open_step(today()), Some(ProStep::Check));
}

#[test]
fn a_press_that_failed_counts_for_nothing_once_the_record_is_made_by_hand() {
    let mut record = says(NONE_VALID);
    tick(&mut record, &[ProAct::Generated]);
    check(&mut record, NOT_FOUND);
    assert_eq!(record.situation(today()), Some(Situation::NotFound), "the newest message counts");
    assert_eq!(record.open_step(today()), Some(ProStep::Bundles));
    bundles(&mut record, "", "");
    let proposal = record.proposal(today()).unwrap();
    assert_eq!(proposal.reason, Reason::NotMadeByGenerate);
    assert!(!proposal.ways.contains(&Way::Generate), "it was tried a minute ago");
    by_hand(&mut record);
    tick(&mut record, &ROLE);
    assert_eq!(record.open_step(today()), Some(ProStep::Generate));
    assert!(!record.acts_that_count(today()).contains(&ProAct::Generated));
    tick(&mut record, &[ProAct::Generated]);
    assert_eq!(record.open_step(today()), Some(ProStep::Check));
    // And when that did not help either, the record is what is to be looked at again.
    check(&mut record, NOT_FOUND);
    assert_eq!(record.open_step(today()), Some(ProStep::Way));
    assert_eq!(record.current_record_id(today()), None);
    by_hand(&mut record);
    tick(&mut record, &[ProAct::Generated]);
    check(&mut record, VALID);
    assert!(record.is_proven(today()));
}

#[test]
fn generate_is_done_only_after_what_it_depends_on() {
    let mut record = says(NOT_FOUND);
    bundles(&mut record, "3.0", "4.0");
    tick(&mut record, &ROLE);
    tick(&mut record, &[ProAct::Generated]);
    by_hand(&mut record);
    assert_eq!(record.open_step(today()), Some(ProStep::Generate), "it was pressed before");
}

#[test]
fn versions_from_before_an_update_that_did_not_help_are_asked_for_again() {
    let mut record = says(NOT_FOUND);
    bundles(&mut record, "3.0", "4.0");
    record.change(ProChange::Way { way: Way::Update }, NOW).unwrap();
    tick(&mut record, &[ProAct::IntegrationUpdated, ProAct::ImportUpdated]);
    tick(&mut record, &ROLE);
    tick(&mut record, &[ProAct::Generated]);
    check(&mut record, NOT_FOUND);
    assert_eq!(record.open_step(today()), Some(ProStep::Bundles));
    bundles(&mut record, "4.02", "5.02");
    let proposal = record.proposal(today()).unwrap();
    assert_eq!((proposal.reason, proposal.ways[0]), (Reason::NotMadeByItself, Way::ByHand));
}

#[test]
fn the_message_from_which_somebody_goes_on_undoes_nothing() {
    let mut record = says(NOT_FOUND);
    bundles(&mut record, "3.0", "4.0");
    by_hand(&mut record);
    let before = record.clone();
    record.change(ProChange::Says { text: NOT_FOUND.into() }, NOW).unwrap();
    assert_eq!(record.open_step(today()), before.open_step(today()));
    // After Generate the same sentence is news.
    tick(&mut record, &ROLE);
    tick(&mut record, &[ProAct::Generated]);
    record.change(ProChange::Says { text: NOT_FOUND.into() }, NOW).unwrap();
    assert!(record.has_just_failed(today()));
}

#[test]
fn a_clock_that_was_set_back_does_not_change_what_came_first() {
    let mut record = says(NONE_VALID);
    let earlier = NOW - Duration::days(3);
    record.change(ProChange::Act { act: ProAct::Generated, done: true }, earlier).unwrap();
    assert_eq!(record.open_step(today()), Some(ProStep::Check));
    record.change(ProChange::Check { text: NOT_FOUND.into() }, earlier).unwrap();
    assert!(record.has_generate_failed(today()));
}

#[test]
fn a_valid_certificate_that_ended_later_begins_anew_with_one_press() {
    let mut record = says(NONE_VALID);
    tick(&mut record, &[ProAct::Generated]);
    check(&mut record, VALID);
    let later = Day::readings("2028-01-01")[0];
    assert_eq!(record.situation(later), Some(Situation::Ended));
    assert!(!record.has_generate_failed(later), "it had not failed when it was read");
    assert_eq!(record.open_step(later), Some(ProStep::Generate));
}

#[test]
fn a_document_of_the_first_schema_is_read_and_its_failed_press_is_not_done() {
    let folder = tempfile::tempdir().unwrap();
    let records = ProRecords::new(folder.path());
    std::fs::write(records.path("4718203"), SCHEMA_1).unwrap();
    let record = records.read("4718203").unwrap();
    assert_eq!(record.situation(today()), Some(Situation::NotFound));
    assert!(record.has_generate_failed(today()));
    assert_eq!(record.open_step(today()), Some(ProStep::Way), "made by hand, and not found since");
    let first = SCHEMA_1.replace(CHECK_OF_SCHEMA_1, "\"check\": null");
    std::fs::write(records.path("4718203"), first).unwrap();
    let record = records.read("4718203").unwrap();
    assert_eq!(record.open_step(today()), Some(ProStep::Check), "nothing that was done is lost");
}

/// As version 0.3 wrote it: the record was made by hand, and *Generate* pressed.
const SCHEMA_1: &str = r#"{
  "schemaVersion": 1,
  "proRecord": {
    "account": "4718203", "client": "Northwind Traders",
    "begunAt": "2026-11-18T09:00:00Z", "changedAt": "2026-11-19T10:00:00Z",
    "heard": { "at": "2026-11-18T09:00:00Z", "says": { "kind": "not-found" }, "validUntil": null },
    "bundles": { "import": "3.0", "integration": "4.0" },
    "way": "by-hand",
    "acts": ["placeholder-downloaded", "record-saved", "permission-oidc", "permission-applications",
             "permission-oauth2-login", "permission-certificates", "box-integration", "box-oauth2", "generated"],
    "placeholder": null, "standIn": null, "recordId": "custcertificate_oa_realtime",
    "check": { "at": "2026-11-19T10:00:00Z", "says": { "kind": "not-found" }, "validUntil": null }
  }
}"#;
const CHECK_OF_SCHEMA_1: &str = r#""check": { "at": "2026-11-19T10:00:00Z", "says": { "kind": "not-found" }, "validUntil": null }"#;
