use std::collections::HashSet;

use netsuite_client::Scope;
use netsuite_keys::key::KeyType;
use time::OffsetDateTime;

use super::recipe::Field;
use super::template::Source;
use super::*;
use crate::connection::{Change, Connection};
use crate::error::{ConnectionError, Error};
use crate::step::Step;

fn target(name: &str) -> Target {
    Target::named(name).unwrap()
}

/// The names of the kits in a folder of the crate, in order.
fn files_in(folder: &str) -> Vec<String> {
    let folder = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .collect();
    files.sort();
    files
}

#[test]
fn every_file_of_the_folder_is_a_target_and_nothing_else_is() {
    let mut known: Vec<_> = Target::all().map(Target::name).collect();
    known.sort_unstable();
    assert_eq!(known, files_in("kits"));
}

#[test]
fn every_file_of_a_system_without_m2m_is_read_and_no_name_or_label_is_used_twice() {
    let names: Vec<_> = without_m2m::FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names, files_in("kits/without-m2m"));
    for (name, text) in without_m2m::FILES {
        WithoutM2m::read(name, text).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let without_m2m = || WithoutM2m::all().map(System::WithoutM2m);
    let all = || Target::all().map(System::Target).chain(without_m2m());
    let names: HashSet<_> = all().map(System::name).collect();
    let labels: HashSet<_> = all().map(System::label).collect();
    assert_eq!((names.len(), labels.len()), (all().count(), all().count()));
}

#[test]
fn a_system_without_m2m_says_what_it_offers_and_who_says_so_as_of_when() {
    for facts in WithoutM2m::all() {
        assert!(facts.connector.starts_with("NetSuite "), "{facts:?}");
        assert!(!facts.offers.is_empty() && !facts.seen.is_empty(), "{facts:?}");
        assert!(facts.as_of.chars().any(|c| c.is_ascii_digit()), "{facts:?}: a version or a year");
        assert!(!facts.sources.is_empty(), "{facts:?}");
        assert!(facts.sources.iter().all(|source| source.starts_with("https://")), "{facts:?}");
    }
}

#[test]
fn a_member_that_a_system_without_m2m_does_not_have_is_refused() {
    let (name, text) = without_m2m::FILES.first().unwrap();
    for wrong in [
        text.replacen("\"label\"", "\"lable\"", 1),
        text.replacen("\"asOf\"", "\"keyTypes\": [], \"asOf\"", 1),
        text.replacen("\"instead\"", "\"else\"", 1),
    ] {
        assert_ne!(&wrong, text);
        WithoutM2m::read(name, &wrong).unwrap_err();
    }
}

#[test]
fn a_system_is_stored_by_its_name_and_no_connection_has_one_without_m2m_as_its_target() {
    for facts in WithoutM2m::all() {
        let system = System::WithoutM2m(facts);
        let stored = serde_json::to_string(&system).unwrap();
        assert_eq!(stored, format!("\"{}\"", facts.name));
        assert_eq!(serde_json::from_str::<System>(&stored).unwrap(), system);
        serde_json::from_str::<Target>(&stored).unwrap_err();
    }
    let celigo = serde_json::from_str::<System>("\"celigo\"").unwrap();
    assert_eq!(celigo, System::Target(target("celigo")));
    serde_json::from_str::<System>("\"teleporter\"").unwrap_err();
}

#[test]
fn every_kit_can_be_read_and_offers_a_key() {
    for (name, text) in FILES {
        let recipe = Recipe::read(name, text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let (key_type, algorithm) = (recipe.default_key_type(), recipe.default_algorithm());
        recipe.takes_pair(key_type, algorithm).unwrap();
        for key_type in &recipe.key_types {
            let usable = key_type.algorithms().iter();
            assert!(usable.copied().any(|a| recipe.takes_pair(*key_type, a).is_ok()), "{name}");
        }
    }
}

#[test]
fn every_kit_asks_for_what_no_request_can_do_without() {
    for target in Target::all() {
        let recipe = target.recipe();
        let keys = recipe.fields.iter().chain(&recipe.unseen);
        let keys = keys.filter(|field| matches!(field, Field::PrivateKey(_))).count();
        assert_eq!(keys, 1, "{target:?}: one private key");
        assert!(recipe.asks_for(Source::CertificateId), "{target:?}");
        assert_ne!(recipe.asks_for(Source::ClientId), recipe.application.is_some(), "{target:?}");
    }
}

#[test]
fn every_kit_says_who_says_it() {
    for target in Target::all() {
        let recipe = target.recipe();
        assert!(!recipe.seen.is_empty() && !recipe.summary.is_empty(), "{target:?}");
        assert!(!recipe.sources.is_empty() && !recipe.place.is_empty(), "{target:?}");
        assert!(recipe.sources.iter().all(|source| source.starts_with("https://")), "{target:?}");
        // Where nobody says which keys it takes, none that NetSuite takes is ruled out.
        assert!(
            recipe.key_types_seen || recipe.key_types.len() == KeyType::ALL.len(),
            "{target:?}"
        );
        let unseen = !recipe.unseen.is_empty();
        assert!(unseen || recipe.evidence != Evidence::FieldsUnseen, "{target:?}");
        let renewal = recipe.renewal.to_lowercase();
        assert!(renewal.contains("certificate") && renewal.contains("key"), "{target:?}");
        assert!(!recipe.scopes.is_empty(), "{target:?}");
    }
}

#[test]
fn the_one_for_all_others_is_offered_last() {
    let names: Vec<_> = Target::all().map(Target::label).collect();
    assert_eq!(names.first(), Some(&"activepieces"));
    assert_eq!(names.last(), Some(&"Another system"));
    assert!(Target::all().all(|target| target.is_other() == (target.label() == "Another system")));
}

#[test]
fn a_member_that_the_form_does_not_have_is_refused() {
    let (name, text) = FILES.first().unwrap();
    for wrong in [
        text.replacen("\"label\"", "\"lable\"", 1),
        text.replacen("{clientId}", "{clientSecret}", 1),
        text.replacen("\"summary\"", "\"surprise\": 1, \"summary\"", 1),
    ] {
        assert_ne!(&wrong, text);
        Recipe::read(name, &wrong).unwrap_err();
    }
}

#[test]
fn a_target_is_stored_by_its_name_and_an_unknown_one_is_not_read() {
    for target in Target::all() {
        let stored = serde_json::to_string(&target).unwrap();
        assert_eq!(stored, format!("\"{}\"", target.name()));
        assert_eq!(serde_json::from_str::<Target>(&stored).unwrap(), target);
    }
    serde_json::from_str::<Target>("\"teleporter\"").unwrap_err();
}

#[test]
fn the_suitecloud_cli_gets_rsa_keys_only() {
    let recipe = target("suitecloud-cli").recipe();
    assert_eq!(recipe.key_types, [KeyType::Rsa4096, KeyType::Rsa3072]);
}

#[test]
fn a_kit_names_the_step_that_gives_a_missing_value() {
    let now = OffsetDateTime::UNIX_EPOCH;
    let mut connection = Connection::new("Northwind Traders", false, now).unwrap();
    let recipe = target("alumio").recipe();
    let missing = |connection: &Connection| match recipe.fill(connection, None, "https://x/") {
        Err(Error::Connection(ConnectionError::StepNotReady { step })) => step,
        other => panic!("{other:?}"),
    };
    assert_eq!(missing(&connection), Step::Account);
    connection.change(Change::Account { text: "4718203".into() }, now).unwrap();
    assert_eq!(missing(&connection), Step::Integration);
    let scopes = vec![Scope::RestWebservices];
    connection.change(Change::Integration { name: "Alumio M2M".into(), scopes }, now).unwrap();
    connection.change(Change::ClientId { text: "2".repeat(64) }, now).unwrap();
    assert_eq!(missing(&connection), Step::Key);
}

#[test]
fn an_alias_is_one_that_the_suitecloud_cli_takes() {
    assert_eq!(
        crate::handover::kit::alias("Beispiel & Söhne", "1234567-sb1"),
        "beispiel-s-hne-1234567-sb1"
    );
    assert_eq!(crate::handover::kit::alias(&"x".repeat(90), "1").len(), 40);
}
