//! The file doctor before a corpus: files of openssl, keytool, Node and Python, and what Windows'
//! tools, mail programs and forms make of them. `tests/doctor/make.py` says how each was made; what
//! is to be said of it stands in `tests/doctor/expected.txt`, written by hand.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use certdesk_core::target::Target;
use netsuite_keys::doctor::{self, Examination, Item, KeyFacts, Looked, Outcome};
use netsuite_keys::secret::Passphrase;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

#[test]
fn every_file_of_the_corpus_is_told_for_what_it_is() {
    let mut wrong = String::new();
    let expected = expected();
    for (name, line) in &expected {
        let said = said(&examine(name));
        if said != *line {
            writeln!(wrong, "{name}\n  expected {line}\n  said     {said}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(expected.len() >= 150, "only {} files", expected.len());
}

#[test]
fn the_table_names_every_file_and_no_other() {
    let there: BTreeSet<String> = std::fs::read_dir(folder().join("corpus"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let named: BTreeSet<String> = expected().into_iter().map(|(name, _)| name).collect();
    assert_eq!(there, named);
}

#[test]
fn no_answer_shows_key_material() {
    for (name, _) in expected() {
        let shown = format!("{:?}", examine(&name));
        let bytes = std::fs::read(folder().join("corpus").join(&name)).unwrap();
        let Some(text) = std::str::from_utf8(&bytes).ok().filter(|t| t.contains("PRIVATE KEY"))
        else {
            continue;
        };
        for line in text.split(['\n', '\r', ' ']).filter(|line| line.len() == 64) {
            assert!(!shown.contains(line), "{name} shows {line}");
        }
    }
}

#[test]
fn the_targets_own_rules_are_told() {
    let cli = Target::named("suitecloud-cli").unwrap().wants();
    let outcome = |name: &str, check| {
        let examination = doctor::examine(&read(name), None, Some(&cli), now());
        let found = examination.items[0].checks.iter().find(|it| it.check == check).cloned();
        found.map(|check| check.outcome)
    };
    let key = Looked::TargetKey;
    assert_eq!(outcome("certificate-rsa-4096.pem", key), Some(Outcome::Passed));
    assert_eq!(outcome("certificate-p-256.pem", key), Some(Outcome::Failed));
    assert_eq!(outcome("key-p-384-pkcs8.pem", key), Some(Outcome::Failed));
    assert_eq!(outcome("certificate-hyphen.pem", Looked::Hyphen), Some(Outcome::Failed));
    assert_eq!(outcome("certificate-rsa-2048.pem", key), None, "NetSuite refuses it already");
}

#[test]
fn files_with_the_same_key_are_one_case_in_whatever_form() {
    let names = [
        "certificate-p-384.pem",
        "key-rsa-3072-pkcs1.der",
        "key-p-384-sec1.pem",
        "note.txt",
        "public-rsa-3072-pkcs1.pem",
        "request-rsa-3072.csr",
        "certificate-rsa-2048.pem",
        "key-rsa-2048.pem",
    ];
    let examined: Vec<Examination> = names.iter().map(|name| examine(name)).collect();
    let cases = doctor::cases(&examined.iter().collect::<Vec<_>>());
    let groups: Vec<(Vec<usize>, bool)> =
        cases.into_iter().map(|case| (case.files, case.pair)).collect();
    assert_eq!(
        groups,
        [(vec![0, 2], true), (vec![1, 4, 5], false), (vec![3], false), (vec![6, 7], false)]
    );
}

#[test]
fn another_key_of_the_same_kind_is_another_case() {
    let (one, other) = (examine("certificate-p-256.pem"), examine("node-opens.pem"));
    let cases = doctor::cases(&[&one, &other]);
    assert_eq!(cases.len(), 2);
    assert!(cases.iter().all(|case| !case.pair));
}

#[test]
fn the_certificate_id_of_oracles_published_sample_is_predicted() {
    let sample = include_bytes!("../doctor/oracle-sample.pem");
    let examination = doctor::examine(sample, None, None, now());
    let facts = examination.items[0].certificate.as_ref().unwrap();
    assert_eq!(facts.id.as_str(), "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA");
    assert_eq!(facts.signature, "ecdsa-with-SHA256");
}

fn examine(name: &str) -> Examination {
    let passphrase = Passphrase::entered("changeit".to_owned());
    doctor::examine(&read(name), Some(&passphrase), None, now())
}

fn read(name: &str) -> Vec<u8> {
    std::fs::read(folder().join("corpus").join(name)).unwrap()
}

/// An hour after the corpus was made: its dates count from then.
fn now() -> OffsetDateTime {
    let made = std::fs::read_to_string(folder().join("made.txt")).unwrap();
    OffsetDateTime::parse(made.trim(), &Rfc3339).unwrap()
}

fn expected() -> Vec<(String, String)> {
    let table = std::fs::read_to_string(folder().join("expected.txt")).unwrap();
    let split = |line: &str| {
        let (name, said) = line.split_once(" | ").unwrap();
        (name.to_owned(), said.to_owned())
    };
    table.lines().map(split).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/doctor")
}

/// As the table writes it.
fn said(examination: &Examination) -> String {
    let items: Vec<String> = examination.items.iter().map(item).collect();
    let mut said = format!("{}: {}", word(examination.verdict), items.join("; "));
    if !examination.oddities.is_empty() {
        let oddities: Vec<String> = examination.oddities.iter().map(word).collect();
        write!(said, " ~ {}", oddities.join(" ")).unwrap();
    }
    if !examination.repairs().is_empty() {
        let repairs: Vec<String> = examination.repairs().iter().map(word).collect();
        write!(said, " + {}", repairs.join(" ")).unwrap();
    }
    said
}

fn item(item: &Item) -> String {
    let mut said = word(item.kind);
    if let Some(key) = &item.key {
        write!(said, " {}", key_name(key)).unwrap();
    }
    for check in &item.checks {
        let sign = match check.outcome {
            Outcome::Passed => continue,
            // Said of every private key.
            Outcome::Attention if check.check == Looked::KeepPrivate => continue,
            Outcome::Attention => '*',
            Outcome::Failed => '!',
            Outcome::Unknown => '?',
        };
        write!(said, " {sign}{}", word(check.check)).unwrap();
    }
    said
}

fn key_name(key: &KeyFacts) -> String {
    match (key.key_type, key.bits, &key.curve) {
        (Some(key_type), ..) => word(key_type),
        (None, Some(bits), _) => format!("{}-{bits}", word(key.algorithm)),
        (None, None, Some(curve)) => curve.clone(),
        _ => word(key.algorithm),
    }
}

/// The name that the window knows it by.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}
