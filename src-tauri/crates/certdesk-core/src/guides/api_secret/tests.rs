use netsuite_keys::secret::Secret;
use proptest::prelude::*;
use time::macros::datetime;

use super::value::{MOST_CHARACTERS, check, is_in, take};
use super::*;
use crate::error::{ApiSecretError, DayError};
use crate::vault::VaultPlace;

const NOW: OffsetDateTime = datetime!(2026-11-20 09:24 UTC);

fn bank(name: &str) -> BankSecrets {
    BankSecrets::new(AccountId::parse("5530917").unwrap(), name, NOW).unwrap()
}

fn secret(text: &str) -> Secret<String> {
    Secret::new(text.to_owned())
}

fn entry(secret: SecretKind, script_id: &str, ends_on: &str) -> SecretEntry {
    let (name, script_id) = ("A name".to_owned(), script_id.to_owned());
    SecretEntry { secret, name, script_id, ends_on: ends_on.to_owned() }
}

fn rename(bank: &mut BankSecrets, script_id: &str, all: &[BankSecrets]) -> Result<()> {
    let secrets = vec![entry(SecretKind::ClientId, script_id, "")];
    bank.change(SecretsChange::Names { secrets }, all, NOW)
}

#[test]
fn a_pair_is_proposed_with_names_and_ids_that_pass() {
    for name in ["First Harbour Bank", "Banco do Brasil", "Sparkasse Köln-Süd & Co.", "银行"] {
        let bank = bank(name);
        let kinds: Vec<_> = bank.secrets.iter().map(|secret| secret.kind).collect();
        assert_eq!(kinds, [SecretKind::ClientId, SecretKind::ClientSecret]);
        for secret in &bank.secrets {
            assert_eq!(id_notes(&secret.script_id, &bank, secret.kind, &[]), [], "{name}");
            assert_eq!(name_notes(&secret.name), [], "{name}");
        }
    }
    let bank = bank("First Harbour Bank");
    assert_eq!(bank.secrets[0].whole_id(), "custsecret_first_harbour_bank_client_id");
}

#[test]
fn each_mistake_in_an_id_is_named_with_what_to_type() {
    let bank = bank("First Harbour Bank");
    let notes = |id: &str| id_notes(id, &bank, SecretKind::ClientId, &[]);
    let proposal = || "_fhb_client_id".to_owned();
    assert_eq!(notes("  "), [IdNote::Empty]);
    assert_eq!(notes("custsecret_fhb_client_id"), [IdNote::Prefixed { proposal: proposal() }]);
    assert_eq!(notes("fhb_client_id"), [IdNote::NoUnderscore { proposal: proposal() }]);
    assert_eq!(notes("_fhb client_id"), [IdNote::Blank { proposal: proposal() }]);
    assert_eq!(notes("_FHB_client_id"), [IdNote::Capital { proposal: proposal() }]);
    let special = IdNote::Special { characters: "-".into(), proposal: proposal() };
    assert_eq!(notes("_fhb-client-id"), [special]);
    assert_eq!(notes("___"), [IdNote::NoName]);
    assert_eq!(notes("_fhb_client_id"), []);
}

#[test]
fn a_long_id_is_warned_of_and_not_refused() {
    let mut bank = bank("First Harbour Bank");
    let long = format!("_{}", "a".repeat(60));
    assert_eq!(id_notes(&long, &bank, SecretKind::ClientId, &[]), [IdNote::Long { length: 61 }]);
    rename(&mut bank, &long, &[]).unwrap();
}

#[test]
fn an_id_is_used_once_in_an_account_and_may_be_used_again_in_another_one() {
    let (mut first, mut second) = (bank("First Harbour Bank"), bank("Second Harbour Bank"));
    rename(&mut second, "_FHB_x", &[]).unwrap_err();
    rename(&mut second, "_fhb_client_id", &[]).unwrap();
    let all = [first.clone(), second.clone()];
    let taken = id_notes("_fhb_client_id", &first, SecretKind::ClientId, &all);
    assert_eq!(taken, [IdNote::Taken { bank: "Second Harbour Bank".into() }]);
    assert!(matches!(
        rename(&mut first, "_fhb_client_id", &all),
        Err(Error::ApiSecret(ApiSecretError::SecretIdRefused))
    ));
    // Within the pair as well.
    let own = first.secrets[1].script_id.clone();
    assert!(matches!(
        rename(&mut first, &own, &all),
        Err(Error::ApiSecret(ApiSecretError::SecretIdRefused))
    ));
    let mut elsewhere = BankSecrets { account: AccountId::parse("5530917_SB1").unwrap(), ..first };
    rename(&mut elsewhere, "_fhb_client_id", &all).unwrap();
}

#[test]
fn a_name_with_something_sensitive_in_it_is_told() {
    assert_eq!(name_notes("Bank password"), [NameNote::Word { word: "password".into() }]);
    assert_eq!(name_notes("Login for mira@example.com").len(), 2);
    assert_eq!(name_notes("Account 4711081599"), [NameNote::Number]);
    assert_eq!(name_notes("DE89370400440532013000"), [NameNote::Number]);
    assert_eq!(name_notes("Bank q7Vd2mKx9PzLw0aB"), [NameNote::Value]);
    assert_eq!(name_notes("First Harbour Bank client secret"), []);
}

#[test]
fn a_value_is_measured_and_never_shown() {
    let report = check(SecretKind::ClientId, &secret("one\ntwo\n")).unwrap();
    assert_eq!((report.characters, report.lines, report.blank_at_edge), (8, 2, true));
    let plain = check(SecretKind::ClientId, &secret("q7Vd2m")).unwrap();
    assert_eq!((plain.lines, plain.blank_at_edge, plain.invisible), (1, false, false));
    assert!(check(SecretKind::ClientId, &secret("q7\u{200b}Vd")).unwrap().invisible);
    assert!(check(SecretKind::ClientId, &secret(&"ä".repeat(MOST_CHARACTERS))).is_ok());
    let over = check(SecretKind::ClientId, &secret(&"ä".repeat(MOST_CHARACTERS + 1)));
    assert!(matches!(
        over,
        Err(Error::ApiSecret(ApiSecretError::ValueTooLong { length: 1_000_001, .. }))
    ));
    assert!(matches!(
        check(SecretKind::ClientId, &secret("")),
        Err(Error::ApiSecret(ApiSecretError::ValueEmpty))
    ));
}

#[test]
fn a_value_is_taken_only_when_it_was_typed_the_same_way_twice() {
    let differs = take(SecretKind::ClientSecret, &secret("q7Vd2m"), &secret("q7Vd2m "));
    assert!(matches!(differs, Err(Error::ApiSecret(ApiSecretError::ValuesDiffer))));
    assert!(take(SecretKind::ClientSecret, &secret("q7Vd2m"), &secret("q7Vd2m")).is_ok());
}

#[test]
fn the_preferences_of_brazil_have_32_characters() {
    let length = |count: usize| check(SecretKind::Preferences, &secret(&"a".repeat(count)));
    assert!(length(32).is_ok());
    for count in [31, 33] {
        assert!(matches!(
            length(count),
            Err(Error::ApiSecret(ApiSecretError::PreferencesLength { needed: 32, .. }))
        ));
    }
}

#[test]
fn a_value_in_a_text_that_others_read_is_found() {
    let value = secret("q7Vd2mKx");
    assert!(is_in(&value, "Bank Q7VD2MKX test"));
    assert!(!is_in(&value, "Bank q7Vd2m"));
    assert!(!is_in(&secret("id"), "client id"), "too short to be told from chance");
    let bank = bank("First Harbour q7Vd2mKx");
    assert!(bank.texts().iter().any(|text| is_in(&value, text)));
}

#[test]
fn old_credentials_must_work_for_one_hour_after_a_change() {
    let mut bank = bank("First Harbour Bank");
    bank.change(SecretsChange::Changed, &[], NOW).unwrap();
    let overlap = bank.overlap.unwrap();
    assert_eq!(overlap.until(), datetime!(2026-11-20 10:24 UTC));
    assert!(overlap.lasts(datetime!(2026-11-20 10:23:59 UTC)));
    assert!(!overlap.lasts(datetime!(2026-11-20 10:24 UTC)));
    let early = bank.change(SecretsChange::OldWithdrawn, &[], datetime!(2026-11-20 10:00 UTC));
    assert!(matches!(early, Err(Error::ApiSecret(ApiSecretError::OverlapLasts))));
    bank.change(SecretsChange::OldWithdrawn, &[], datetime!(2026-11-20 10:24 UTC)).unwrap();
    assert_eq!(bank.overlap, None);
}

#[test]
fn the_end_of_an_overlap_is_the_same_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let book = BankBook::new(folder.path().join("api-secrets"));
    let mut written = bank("First Harbour Bank");
    written.change(SecretsChange::Changed, &[], NOW).unwrap();
    book.create(&written).unwrap();
    let again = BankBook::new(folder.path().join("api-secrets"));
    let read = again.read(written.id.as_str()).unwrap();
    assert_eq!(read, written);
    assert_eq!(read.overlap.unwrap().until(), datetime!(2026-11-20 10:24 UTC));
}

#[test]
fn several_bank_connections_share_one_pair() {
    let mut bank = bank("First Harbour Bank");
    for name in ["EUR accounts", "USD accounts", " EUR accounts "] {
        bank.change(SecretsChange::AddConnection { name: name.into() }, &[], NOW).unwrap();
    }
    assert_eq!(bank.connections.len(), 2);
    let entered = SecretsChange::Entered { name: "USD accounts".into(), done: true };
    bank.change(entered, &[], NOW).unwrap();
    assert!(bank.connections[1].entered && !bank.connections[0].entered);
}

#[test]
fn a_day_with_several_readings_is_asked_for_again() {
    let mut bank = bank("First Harbour Bank");
    let ends = |text: &str| SecretsChange::Names {
        secrets: vec![entry(SecretKind::ClientId, "_fhb_client_id", text)],
    };
    let unclear = bank.change(ends("03/04/2027"), &[], NOW);
    assert!(
        matches!(unclear, Err(Error::Day(DayError::Unclear { readings })) if readings.len() == 2)
    );
    assert!(matches!(bank.change(ends("soon"), &[], NOW), Err(Error::Day(DayError::Invalid))));
    bank.change(ends("20 Nov 2027"), &[], NOW).unwrap();
    assert_eq!(bank.secrets[0].ends_on.unwrap().to_string(), "2027-11-20");
    bank.change(ends(""), &[], NOW).unwrap();
    assert_eq!(bank.secrets[0].ends_on, None);
}

#[test]
fn one_save_takes_both_secrets_or_neither() {
    let mut bank = bank("First Harbour Bank");
    let names = |ids: [&str; 2]| SecretsChange::Names {
        secrets: vec![
            entry(SecretKind::ClientId, ids[0], "2027-11-20"),
            entry(SecretKind::ClientSecret, ids[1], ""),
        ],
    };
    let before = bank.clone();
    let refused = bank.change(names(["_fhb_id", "FHB secret"]), &[], NOW);
    assert!(matches!(refused, Err(Error::ApiSecret(ApiSecretError::SecretIdRefused))));
    let twice = bank.change(names(["_fhb_id", "_fhb_id"]), &[], NOW);
    assert!(
        matches!(twice, Err(Error::ApiSecret(ApiSecretError::SecretIdRefused))),
        "an ID exists once"
    );
    assert_eq!(bank, before);
    bank.change(names(["_fhb_id", "_fhb_secret"]), &[], NOW).unwrap();
    // The two can change places in one act.
    bank.change(names(["_fhb_secret", "_fhb_id"]), &[], NOW).unwrap();
    assert_eq!(bank.secrets[1].script_id, "_fhb_id");
    assert_eq!(bank.secrets[0].ends_on.unwrap().to_string(), "2027-11-20");
}

#[test]
fn a_last_day_is_judged_while_it_is_typed() {
    let today = Day::of(NOW);
    assert_eq!(day_note(" ", today), None);
    assert_eq!(day_note("soon", today), Some(DayNote::Invalid));
    let unclear = day_note("03/04/2027", today);
    assert!(matches!(unclear, Some(DayNote::Unclear { readings }) if readings.len() == 2));
    let day = day_note("20 Nov 2027", today);
    assert!(matches!(day, Some(DayNote::Day { days_left: 365, .. })));
}

#[test]
fn the_steps_follow_what_is_saved_created_and_entered() {
    let mut bank = bank("First Harbour Bank");
    let open =
        |bank: &BankSecrets| bank.steps().into_iter().find(|(_, done)| !done).map(|(step, _)| step);
    assert_eq!(open(&bank), Some(SecretsStep::Names), "proposed is not yet saved");
    rename(&mut bank, "_fhb_client_id", &[]).unwrap();
    assert_eq!(open(&bank), Some(SecretsStep::Create));
    for secret in [SecretKind::ClientId, SecretKind::ClientSecret] {
        bank.change(SecretsChange::Created { secret, done: true }, &[], NOW).unwrap();
    }
    assert_eq!(open(&bank), Some(SecretsStep::Connect));
    bank.change(SecretsChange::AddConnection { name: "EUR".into() }, &[], NOW).unwrap();
    assert_eq!(open(&bank), Some(SecretsStep::Connect), "the IDs are not entered on it yet");
    let entered = SecretsChange::Entered { name: "EUR".into(), done: true };
    bank.change(entered, &[], NOW).unwrap();
    assert_eq!(open(&bank), None);
    // Another ID is another secret, which is to be created and entered again.
    rename(&mut bank, "_other", &[]).unwrap();
    assert_eq!(open(&bank), Some(SecretsStep::Create));
    assert!(!bank.connections[0].entered);
}

#[test]
fn a_document_of_the_first_schema_is_read_and_written_in_the_present_one() {
    let folder = tempfile::tempdir().unwrap();
    let book = BankBook::new(folder.path());
    let id = "0123456789abcdef0123456789abcdef";
    std::fs::write(book.path(id), SCHEMA_1).unwrap();
    let (read, ()) = book.update(id, |_| Ok(())).unwrap();
    assert!(read.steps()[..2].iter().all(|(_, done)| *done), "what exists has its names");
    assert_eq!(read.choices.test_accounts, "");
    let written = std::fs::read_to_string(book.path(id)).unwrap();
    assert!(written.contains("\"schemaVersion\": 2"), "{written}");
    assert!(!written.contains("onTestAccounts"), "{written}");
    assert_eq!(book.read(id).unwrap().secrets, read.secrets);
}

/// As version 0.3 wrote it.
const SCHEMA_1: &str = r#"{
  "schemaVersion": 1,
  "bankSecrets": {
    "id": "0123456789abcdef0123456789abcdef", "account": "5530917", "bank": "First Harbour Bank",
    "begunAt": "2026-11-18T09:00:00Z",
    "secrets": [
      { "kind": "client-id", "name": "First Harbour Bank client ID", "scriptId": "_fhb_client_id",
        "created": true, "endsOn": "2027-11-20", "valueFile": null, "kept": null },
      { "kind": "client-secret", "name": "First Harbour Bank client secret",
        "scriptId": "_fhb_client_secret", "created": true, "endsOn": null, "valueFile": null, "kept": null }
    ],
    "choices": { "owners": "", "forSuiteApp": true, "suiteApp": "com.example.bank", "onTestAccounts": true,
                 "employees": "", "allScripts": false, "scripts": "", "allDomains": false, "domains": "" },
    "connections": [], "overlap": null, "pendingEntries": []
  }
}"#;

#[test]
fn a_domain_that_netsuite_could_not_send_to_is_told_with_the_one_that_is_meant() {
    let note = |entered: &str, proposal: Option<&str>| DomainNote {
        entered: entered.into(),
        proposal: proposal.map(str::to_owned),
    };
    assert_eq!(domain_notes("api.bank.example, sftp.bank.example"), []);
    let url = "https://api.bank.example:8443/v1";
    assert_eq!(domain_notes(url), [note(url, Some("api.bank.example"))]);
    assert_eq!(
        domain_notes("localhost *.bank.example"),
        [note("localhost", None), note("*.bank.example", None)]
    );
}

#[test]
fn another_id_is_another_secret_and_does_not_exist_in_netsuite_yet() {
    let mut bank = bank("First Harbour Bank");
    let created = SecretsChange::Created { secret: SecretKind::ClientId, done: true };
    bank.change(created, &[], NOW).unwrap();
    rename(&mut bank, "_other", &[]).unwrap();
    assert!(!bank.secrets[0].created);
}

#[test]
fn a_vault_entry_is_named_from_before_it_is_written_until_after_it_is_deleted() {
    let mut bank = bank("First Harbour Bank");
    let kept =
        VaultEntry { entry: EntryName::random_of_secret(), place: VaultPlace::SecretService };
    bank.announce_entry(&kept.entry);
    assert_eq!(bank.keep(SecretKind::ClientId, Some(kept.clone())).unwrap(), None);
    assert!(bank.pending_entries.is_empty());
    assert_eq!(bank.keep(SecretKind::ClientId, None).unwrap(), Some(kept.clone()));
    assert_eq!(bank.pending_entries, std::slice::from_ref(&kept.entry));
    bank.entry_is_gone(&kept.entry);
    assert!(bank.pending_entries.is_empty());
}

#[test]
fn the_preferences_of_brazil_come_and_go_but_not_while_their_value_is_kept() {
    let mut bank = bank("Banco do Brasil");
    bank.change(SecretsChange::Brazil { needed: true }, &[], NOW).unwrap();
    assert!(bank.is_brazilian());
    let kept = VaultEntry { entry: EntryName::random_of_secret(), place: VaultPlace::KeyFiles };
    bank.keep(SecretKind::Preferences, Some(kept)).unwrap();
    let refused = bank.change(SecretsChange::Brazil { needed: false }, &[], NOW);
    assert!(matches!(refused, Err(Error::ApiSecret(ApiSecretError::ValueIsKept))));
    bank.keep(SecretKind::Preferences, None).unwrap();
    bank.change(SecretsChange::Brazil { needed: false }, &[], NOW).unwrap();
    assert!(!bank.is_brazilian());
}

proptest! {
    #[test]
    fn whatever_is_typed_the_proposed_id_obeys_the_rule(text in ".{0,40}") {
        let bank = bank("First Harbour Bank");
        for note in id_notes(&text, &bank, SecretKind::ClientId, &[]) {
            let (IdNote::Prefixed { proposal }
            | IdNote::NoUnderscore { proposal }
            | IdNote::Blank { proposal }
            | IdNote::Capital { proposal }
            | IdNote::Special { proposal, .. }) = note else { continue };
            let rest = proposal.strip_prefix('_').unwrap();
            let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
            prop_assert!(!rest.is_empty() && rest.bytes().all(plain), "{proposal}");
        }
    }

    #[test]
    fn an_id_without_a_note_obeys_the_cautious_rule(text in "[_a-zA-Z0-9 .-]{0,12}") {
        let bank = bank("First Harbour Bank");
        let fine = !id_notes(&text, &bank, SecretKind::ClientId, &[]).iter().any(IdNote::refuses);
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        let obeys = text.strip_prefix('_').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(plain));
        prop_assert!(!fine || obeys, "{text}");
    }
}
