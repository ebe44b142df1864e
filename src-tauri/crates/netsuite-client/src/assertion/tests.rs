use netsuite_keys::key::{KeyType, Search};
use serde_json::Value;
use time::macros::datetime;

use super::*;
use crate::error::KeysError;

const NOW: OffsetDateTime = datetime!(2026-03-01 12:00 UTC);
const KID: &str = "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA";
const AUDIENCE: &str =
    "https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token";

fn signed(
    kind: KeyType,
    algorithm: Algorithm,
    scopes: &[&str],
    scope_form: ScopeForm,
) -> Result<Assertion> {
    let key = PrivateKey::generate(kind, &Search::new())?;
    let kid = CertificateId::parse(KID)?;
    let claims = Claims { client_id: "c0ffee", audience: AUDIENCE, scopes, scope_form };
    Assertion::sign(&key, algorithm, &kid, claims, NOW)
}

fn claims(scopes: &[&str], form: ScopeForm) -> Value {
    let assertion = signed(KeyType::P256, Algorithm::Es256, scopes, form).unwrap();
    serde_json::from_str(&assertion.claims_json).unwrap()
}

#[test]
fn the_header_has_type_algorithm_and_certificate_id_for_every_curve() {
    for kind in [KeyType::P256, KeyType::P384, KeyType::P521] {
        let algorithm = kind.algorithms()[0];
        let assertion = signed(kind, algorithm, &["restlets"], ScopeForm::Array).unwrap();
        let header: Value = serde_json::from_str(&assertion.header_json).unwrap();
        let expected = serde_json::json!({ "typ": "JWT", "alg": algorithm.name(), "kid": KID });
        assert_eq!(header, expected);
    }
}

#[test]
fn it_lives_for_five_minutes_and_begins_a_little_earlier() {
    let claims = claims(&["restlets"], ScopeForm::Array);
    assert_eq!(claims["exp"], NOW.unix_timestamp() + 300);
    assert_eq!(claims["iat"], NOW.unix_timestamp() - 5);
    assert_eq!(claims["iss"], "c0ffee");
    assert_eq!(claims["aud"], AUDIENCE);
}

#[test]
fn one_scope_is_a_string_and_several_are_an_array_or_joined_by_commas() {
    let two = ["restlets", "rest_webservices"];
    assert_eq!(claims(&["restlets"], ScopeForm::Array)["scope"], "restlets");
    assert_eq!(claims(&["restlets"], ScopeForm::Commas)["scope"], "restlets");
    assert_eq!(claims(&two, ScopeForm::Array)["scope"], serde_json::json!(two));
    assert_eq!(claims(&two, ScopeForm::Commas)["scope"], "restlets,rest_webservices");
}

#[test]
fn an_assertion_without_a_scope_is_not_made() {
    let refused = signed(KeyType::P256, Algorithm::Es256, &[], ScopeForm::Array);
    assert!(matches!(refused, Err(Error::ScopesEmpty)));
}

#[test]
fn no_two_assertions_have_the_same_jti() {
    let [first, second] = [(); 2].map(|()| claims(&["restlets"], ScopeForm::Array)["jti"].clone());
    assert_ne!(first, second);
}

#[test]
fn an_algorithm_of_another_curve_is_refused() {
    let refused = signed(KeyType::P256, Algorithm::Es512, &["restlets"], ScopeForm::Array);
    assert!(matches!(refused, Err(Error::Keys(KeysError::AlgorithmNotForKey))));
}

#[test]
fn ecdsa_signatures_are_two_numbers_of_the_length_of_the_curve() {
    for (kind, length) in [(KeyType::P256, 64), (KeyType::P384, 96), (KeyType::P521, 132)] {
        let algorithm = kind.algorithms()[0];
        let assertion = signed(kind, algorithm, &["restlets"], ScopeForm::Array).unwrap();
        let signature = assertion.expose_compact().rsplit('.').next().unwrap();
        assert_eq!(Base64UrlUnpadded::decode_vec(signature).unwrap().len(), length);
    }
}

#[test]
fn debug_does_not_show_the_signed_form() {
    let assertion =
        signed(KeyType::P256, Algorithm::Es256, &["restlets"], ScopeForm::Array).unwrap();
    let shown = format!("{assertion:?}");
    let signature = assertion.expose_compact().rsplit('.').next().unwrap();
    assert!(!shown.contains(signature));
    assert!(!shown.contains(assertion.expose_compact()));
}
