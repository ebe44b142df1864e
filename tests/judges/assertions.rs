//! Client assertions before jose and PyJWT, which verify them with the certificate.

use std::path::Path;

use netsuite_client::{Assertion, Claims, ScopeForm};
use serde_json::{Value, json};
use time::OffsetDateTime;

use crate::programs::{PIECES, agreed, ask_with_input, installed};
use crate::words;

const AUDIENCE: &str =
    "https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token";
const CLIENT_ID: &str = "6794a3086e4f61a120350d01b8527aed3631472ef33412212495be65a8fc8d4c";

/// An assertion of every algorithm with every key, and of each a forgery.
fn cases() -> Value {
    let claims = Claims {
        client_id: CLIENT_ID,
        audience: AUDIENCE,
        scopes: &["restlets", "rest_webservices"],
        scope_form: ScopeForm::Array,
    };
    let now = OffsetDateTime::now_utc();
    let cases = PIECES.iter().flat_map(|piece| {
        piece.key.key_type().algorithms().iter().map(move |algorithm| {
            let id = piece.certificate.id();
            let assertion = Assertion::sign(&piece.key, *algorithm, &id, claims, now).unwrap();
            let token = assertion.expose_compact();
            // The tenth character of the signature: its last ones may hold unused bits.
            let at = token.rfind('.').unwrap() + 10;
            let other = if &token[at..=at] == "A" { "B" } else { "A" };
            json!({
                "algorithm": algorithm.name(),
                "certificate": piece.certificate.to_pem(),
                "kid": id.as_str(),
                "token": token,
                "forged": format!("{}{other}{}", &token[..at], &token[at + 1..]),
                "issuer": CLIENT_ID,
                "audience": AUDIENCE,
            })
        })
    });
    cases.collect()
}

fn all_six_are_accepted_by(judge: &Path, script: &str) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join(script);
    let modules = installed("node_modules");
    let cases = cases();
    let answer = ask_with_input(judge, words![script, modules], cases.to_string().as_bytes());
    let accepted: Vec<String> = serde_json::from_str(&agreed("assertions", &answer)).unwrap();
    let expected: Vec<_> =
        cases.as_array().unwrap().iter().map(|case| case["algorithm"].as_str().unwrap()).collect();
    assert_eq!(accepted, expected);
    for algorithm in ["PS256", "PS384", "PS512", "ES256", "ES384", "ES512"] {
        assert!(expected.contains(&algorithm), "{algorithm} was not shown to the judge");
    }
}

#[test]
fn jose_verifies_assertions_of_all_six_algorithms_and_no_forgery() {
    all_six_are_accepted_by(Path::new("node"), "jose.mjs");
}

#[test]
fn pyjwt_verifies_assertions_of_all_six_algorithms_and_no_forgery() {
    all_six_are_accepted_by(&installed("python/bin/python"), "pyjwt.py");
}
