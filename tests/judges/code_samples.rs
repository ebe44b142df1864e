//! Programs with the values of a connection, as their languages run them against the practice account.

// Packages are linked into the folder of a program.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Output;

use certdesk_core::connection::{Change, Connection, Credential};
use certdesk_core::handover::code_sample::{CodeSample, Values};
use certdesk_core::vault::{EntryName, VaultPlace};
use netsuite_client::Scope;
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use netsuite_practice::{ACCOUNT_ID, Options, Practice};
use tempfile::TempDir;
use time::OffsetDateTime;

use crate::person::Administrator;
use crate::programs::{agreed, ask, ask_in, ask_with_input, installed};
use crate::words;

/// A connection whose certificate is mapped at the practice account, and its key.
struct Site {
    practice: Practice,
    connection: Connection,
    key: PrivateKey,
}

impl Site {
    async fn new(key_type: KeyType, algorithm: Algorithm, scopes: &[Scope]) -> Self {
        let practice = Practice::start(Options::default()).await.unwrap();
        let administrator = Administrator::at(&practice.origin());
        let record = administrator.creates_an_integration_record("Own program").await;
        let (key, certificate) = pair(key_type);
        administrator.maps_a_certificate(&record, &certificate.to_pem()).await;
        let connection = connection(&record.consumer_key, &certificate, algorithm, scopes);
        Self { practice, connection, key }
    }

    fn code(&self, sample: &CodeSample) -> String {
        let token_url = format!("{}/services/rest/auth/oauth2/v1/token", self.practice.origin());
        sample.fill(&Values::of(&self.connection, &token_url).unwrap())
    }

    fn runs(&self, sample: &CodeSample) -> Output {
        runs(sample, &self.code(sample), self.key.to_pem().as_bytes())
    }
}

fn pair(key_type: KeyType) -> (PrivateKey, Certificate) {
    let key = PrivateKey::generate(key_type, &Search::new()).unwrap();
    let subject = Subject::new("Own program").unwrap();
    let now = OffsetDateTime::now_utc();
    let certificate = Certificate::issue(&key, &subject, 730, Signature::Pss, now).unwrap();
    (key, certificate)
}

fn connection(
    client_id: &str,
    certificate: &Certificate,
    algorithm: Algorithm,
    scopes: &[Scope],
) -> Connection {
    let now = OffsetDateTime::now_utc();
    let mut connection = Connection::new("Own program", true, now).unwrap();
    for change in [
        Change::Account { text: ACCOUNT_ID.into() },
        Change::Integration { name: "Own program".into(), scopes: scopes.to_vec() },
        Change::ClientId { text: client_id.into() },
    ] {
        connection.change(change, now).unwrap();
    }
    let (name, place) = (EntryName::random(), VaultPlace::KeyFiles);
    let credential =
        Credential::new(name, place, algorithm, certificate, Signature::Pss, now).unwrap();
    connection.add_credential(credential);
    connection
}

/// Runs a program as its documentation says, in a folder of its own with the key.
fn runs(sample: &CodeSample, code: &str, key: &[u8]) -> Output {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name);
    let file = sample.facts().file.as_str();
    fs::write(at(file), code).unwrap();
    fs::write(at("private.pem"), key).unwrap();
    let run = |judge: &Path, words: &[&str]| ask_in(folder.path(), judge, words);
    match sample.name() {
        "node" => {
            symlink(installed("node_modules"), at("node_modules")).unwrap();
            run(Path::new("node"), &[file])
        }
        "python" => run(&installed("python/bin/python"), &[file]),
        "php" => {
            fs::create_dir(at("vendor")).unwrap();
            fs::write(at("vendor/autoload.php"), "<?php require 'phpseclib3/autoload.php';")
                .unwrap();
            run(Path::new("php"), &[file])
        }
        "bash" => run(Path::new("bash"), &[file]),
        "java" => run(Path::new("java"), &[file]),
        "go" => run(Path::new("go"), &["run", file]),
        "bruno" => {
            fs::write(at("bruno.json"), r#"{"version":"1","name":"x","type":"collection"}"#)
                .unwrap();
            let key = std::str::from_utf8(key).unwrap();
            fs::write(at(".env"), format!("NETSUITE_PRIVATE_KEY=\"{key}\"\n")).unwrap();
            run(&installed("node_modules/.bin/bru"), &["run", file])
        }
        "postman" => {
            let script = concat!(env!("CARGO_MANIFEST_DIR"), "/postman.mjs");
            let modules = installed("node_modules");
            let [modules, file, key] = [modules, at(file), at("private.pem")];
            ask("node", words![script, modules, file, key])
        }
        other => panic!("nobody runs {other}"),
    }
}

fn tested() -> impl Iterator<Item = &'static CodeSample> {
    CodeSample::all().filter(|sample| sample.facts().tested)
}

const PAIRS: [(KeyType, Algorithm); 3] = [
    (KeyType::Rsa3072, Algorithm::Ps256),
    (KeyType::P256, Algorithm::Es256),
    (KeyType::P521, Algorithm::Es512),
];

#[tokio::test(flavor = "multi_thread")]
async fn every_program_gets_a_token() {
    for (key_type, algorithm) in PAIRS {
        let site = Site::new(key_type, algorithm, &[Scope::Restlets]).await;
        for sample in tested() {
            let about = format!("{} {algorithm}", sample.name());
            let said = agreed(&about, &site.runs(sample));
            assert!(said.contains("Access token received"), "{about}: {said}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_whose_token_is_for_rest_web_services_makes_its_call() {
    let scopes = [Scope::Restlets, Scope::RestWebservices];
    let site = Site::new(KeyType::P256, Algorithm::Es256, &scopes).await;
    let called = || {
        let requests = site.practice.requests();
        requests.iter().filter(|request| request.path.ends_with(CATALOG)).count()
    };
    for sample in tested() {
        let before = called();
        let output = site.runs(sample);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let wrong = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {said}{wrong}", sample.name());
        assert!(said.contains("Access token received"), "{}: {said}", sample.name());
        assert_eq!(called(), before + 1, "{}: {said}", sample.name());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_is_refused_says_why_and_fails() {
    let site = Site::new(KeyType::P256, Algorithm::Es256, &[Scope::RestWebservices]).await;
    let id = site.connection.working().unwrap().certificate_id().to_string();
    for sample in tested() {
        let code = site.code(sample).replace(&id, &"0".repeat(id.len()));
        let output = runs(sample, &code, site.key.to_pem().as_bytes());
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(!output.status.success(), "{}: {said}", sample.name());
        // Bruno's command line shows the status of a response and not its body; the app shows both.
        let body = sample.name() == "bruno" || said.contains("invalid_client");
        assert!(said.contains("401") && body, "{}: {said}", sample.name());
    }
}

#[test]
fn the_grammar_of_what_cannot_run_here_has_every_line() {
    let grammars = [("csharp", "c_sharp"), ("powershell", "powershell")];
    let untested = CodeSample::all().filter(|sample| !sample.facts().tested);
    assert!(untested.map(CodeSample::name).eq(grammars.map(|(name, _)| name)));
    for_every_program(|sample, code, _| {
        let Some((_, grammar)) = grammars.iter().find(|(name, _)| *name == sample.name()) else {
            return;
        };
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/syntax.py");
        let python = installed("python/bin/python");
        let answer = ask_with_input(python, words![script, grammar], code.as_bytes());
        assert_eq!(agreed(sample.name(), &answer), "", "{code}");
    });
}

#[test]
fn gofmt_and_shellcheck_find_nothing_to_change() {
    for_every_program(|sample, code, _| {
        let answer = match sample.name() {
            "go" => ask_with_input("gofmt", words!["-d"], code.as_bytes()),
            // Without a call, the line that reads the token is a comment.
            "bash" => ask_with_input("shellcheck", words!["-e", "SC2034", "-"], code.as_bytes()),
            _ => return,
        };
        assert_eq!(agreed(sample.name(), &answer), "");
    });
}

#[test]
fn no_program_has_a_part_of_the_private_key() {
    for_every_program(|sample, code, key| {
        let der = key.to_pem();
        let body: String = der.lines().filter(|line| !line.starts_with("---")).collect();
        let parts: Vec<_> = body.as_bytes().chunks(16).collect();
        assert!(parts.len() > 5);
        for part in parts {
            let part = std::str::from_utf8(part).unwrap();
            // The last may be too short to be no accident.
            assert!(part.len() < 16 || !code.contains(part), "{}", sample.name());
        }
    });
}

/// Shows each program for each pair, with and without a call.
fn for_every_program(look: impl Fn(&CodeSample, &str, &PrivateKey)) {
    for (key_type, algorithm) in PAIRS {
        let (key, certificate) = pair(key_type);
        for scopes in [&[Scope::Restlets][..], &[Scope::Restlets, Scope::RestWebservices]] {
            let connection = connection(&"a".repeat(64), &certificate, algorithm, scopes);
            let values = Values::of(&connection, TOKEN_URL).unwrap();
            for sample in CodeSample::all() {
                look(sample, &sample.fill(&values), &key);
            }
        }
    }
}

const CATALOG: &str = "/services/rest/record/v1/metadata-catalog/customer";
const TOKEN_URL: &str =
    "https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token";
