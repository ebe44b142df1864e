//! The forms of a private key that kits ask for, before Node, Python and openssl.

use base64ct::{Base64, Encoding as _};
use netsuite_keys::key::PemForm;
use serde_json::{Value, json};

use crate::programs::{PIECES, agreed, ask, ask_with_input, installed};
use crate::words;

const FORMS: [(&str, PemForm); 4] = [
    ("lines", PemForm::Pkcs8Lines),
    ("one-line", PemForm::Pkcs8OneLine),
    ("base64", PemForm::Pkcs8Base64),
    ("traditional", PemForm::Traditional),
];

fn cases() -> (Value, Vec<&'static str>) {
    let case = |piece: &crate::programs::Piece, (name, form): (&str, PemForm)| {
        let text = piece.key.to_pem_in(form).unwrap();
        json!({
            "form": name,
            "text": *text,
            "publicKey": Base64::encode_string(piece.key.public_key_der()),
        })
    };
    let cases = PIECES.iter().flat_map(|piece| FORMS.map(|form| case(piece, form)));
    let names = PIECES.iter().flat_map(|_| FORMS.map(|(name, _)| name));
    (cases.collect(), names.collect())
}

#[test]
fn node_and_python_find_the_key_in_every_form_that_a_kit_asks_for() {
    let (cases, names) = cases();
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/");
    let python = installed("python/bin/python");
    for answer in [
        ask_with_input("node", words![format!("{here}keys.mjs")], cases.to_string().as_bytes()),
        ask_with_input(python, words![format!("{here}keys.py")], cases.to_string().as_bytes()),
    ] {
        let said: Vec<String> = serde_json::from_str(&agreed("keys", &answer)).unwrap();
        assert_eq!(said, names);
    }
}

#[test]
fn node_finds_the_key_in_every_json_web_key() {
    let case = |piece: &crate::programs::Piece| {
        let public = Base64::encode_string(piece.key.public_key_der());
        json!({ "form": "jwk", "text": *piece.key.to_jwk().unwrap(), "publicKey": public })
    };
    let cases: Value = PIECES.iter().map(case).collect();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/keys.mjs");
    let answer = ask_with_input("node", words![script], cases.to_string().as_bytes());
    let said: Vec<String> = serde_json::from_str(&agreed("keys", &answer)).unwrap();
    assert_eq!(said.len(), PIECES.iter().count());
}

#[test]
fn openssl_writes_the_older_form_in_the_same_way() {
    for piece in PIECES.iter() {
        let command = if piece.key.key_type().is_rsa() { "rsa" } else { "ec" };
        let mut words = vec![command, "-in"];
        let file = piece.key_file();
        words.push(file.to_str().unwrap());
        if command == "rsa" {
            words.push("-traditional");
        }
        let answer = ask("openssl", &words);
        let ours = piece.key.to_pem_in(PemForm::Traditional).unwrap();
        assert_eq!(agreed(&piece.label(), &answer), *ours, "{}", piece.label());
    }
}
