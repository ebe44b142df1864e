//! The rules of the client assertion: its header, its signature and its claims.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair as RsaKeyPair;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, RSA_PSS_SHA256, RsaPssSaltLength,
};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use jsonwebtoken::Algorithm;
use netsuite_practice::{AuditDetail, ScopeForm};
use serde_json::json;

use super::{Case, granted, refused};
use crate::site::{BASE, M2M, Pair, TODAY, unsigned};

#[tokio::test]
async fn every_listed_algorithm_is_accepted_with_its_own_kind_of_key() {
    let rsa = Case::with(Pair::rsa()).await;
    for algorithm in [Algorithm::PS256, Algorithm::PS384, Algorithm::PS512] {
        let assertion = rsa.pair.sign_with(algorithm, Some(&rsa.id), &rsa.site.claims(&rsa.record));
        assert_eq!(rsa.send(&assertion).await, granted(), "{algorithm:?}");
    }
    for pair in [Pair::p256(), Pair::p384(), Pair::p521()] {
        assert_eq!(Case::with(pair).await.ask(json!({})).await, granted());
    }
}

#[tokio::test]
async fn rs256_ends_in_a_server_error() {
    let case = Case::with(Pair::rsa()).await;
    let assertion =
        case.pair.sign_with(Algorithm::RS256, Some(&case.id), &case.site.claims(&case.record));
    assert_eq!(
        case.send(&assertion).await,
        refused(500, "server_error", AuditDetail::UnsupportedAlgo)
    );
}

#[tokio::test]
async fn a_missing_kid_is_named_in_the_audit_trail() {
    let case = Case::new().await;
    let assertion = case.pair.sign_with(Algorithm::ES256, None, &case.site.claims(&case.record));
    assert_eq!(
        case.send(&assertion).await,
        refused(401, "invalid_client", AuditDetail::MissingKeyId)
    );
}

#[tokio::test]
async fn a_kid_of_no_mapping_is_a_missing_key() {
    let case = Case::new().await;
    let assertion = case
        .pair
        .sign("NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA", &case.site.claims(&case.record));
    assert_eq!(
        case.send(&assertion).await,
        refused(401, "invalid_client", AuditDetail::MissingKey)
    );
}

#[tokio::test]
async fn an_invalid_client_is_told_the_realm() {
    let case = Case::new().await;
    let assertion = case.pair.sign("unknown", &case.site.claims(&case.record));
    let answer = case.site.token(&assertion).await;
    assert_eq!(answer.challenge.as_deref(), Some("Basic realm=\"TSTDRV1000001\""));
    assert_eq!(
        answer.json(),
        json!({ "error": "invalid_client" }),
        "NetSuite gives no description"
    );
}

#[tokio::test]
async fn a_certificate_of_another_record_is_refused() {
    let case = Case::new().await;
    let other = case.site.record(M2M).await;
    let changes = json!({ "iss": other.consumer_key });
    assert_eq!(
        case.ask(changes).await,
        refused(401, "invalid_client", AuditDetail::InvalidIntegration)
    );
}

#[tokio::test]
async fn a_signature_of_another_key_is_refused() {
    let case = Case::new().await;
    let assertion = Pair::p256().sign(&case.id, &case.site.claims(&case.record));
    assert_eq!(
        case.send(&assertion).await,
        refused(401, "invalid_client", AuditDetail::SignatureValidation)
    );
}

#[tokio::test]
async fn claims_changed_after_signing_are_refused() {
    let case = Case::new().await;
    let mut claims = case.site.claims(&case.record);
    let assertion = case.pair.sign(&case.id, &claims);
    claims["scope"] = json!("restlets");
    let changed = Base64UrlUnpadded::encode_string(claims.to_string().as_bytes());
    let parts: Vec<_> = assertion.split('.').collect();
    let forged = [parts[0], &changed, parts[2]].join(".");
    assert_eq!(
        case.send(&forged).await,
        refused(401, "invalid_client", AuditDetail::SignatureValidation)
    );
}

#[tokio::test]
async fn an_ecdsa_signature_in_der_is_refused() {
    let case = Case::new().await;
    let signed = unsigned(
        &json!({ "typ": "JWT", "alg": "ES256", "kid": case.id }),
        &case.site.claims(&case.record),
    );
    let key =
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &case.pair.key.serialize_der())
            .unwrap();
    let signature = key.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
    let assertion = format!("{signed}.{}", Base64UrlUnpadded::encode_string(signature.as_ref()));
    assert_eq!(
        case.send(&assertion).await,
        refused(401, "invalid_client", AuditDetail::SignatureValidation)
    );
}

#[tokio::test]
async fn a_pss_salt_that_is_not_as_long_as_the_hash_is_refused() {
    let case = Case::with(Pair::rsa()).await;
    let signed = unsigned(
        &json!({ "typ": "JWT", "alg": "PS256", "kid": case.id }),
        &case.site.claims(&case.record),
    );
    let key = RsaKeyPair::from_pkcs8(&case.pair.key.serialize_der()).unwrap();
    for (salt, expected) in [
        (RsaPssSaltLength::Custom(32), granted()),
        (
            RsaPssSaltLength::Custom(64),
            refused(401, "invalid_client", AuditDetail::SignatureValidation),
        ),
        (RsaPssSaltLength::Max, refused(401, "invalid_client", AuditDetail::SignatureValidation)),
    ] {
        static ENCODINGS: [aws_lc_rs::signature::RsaSignatureEncoding; 3] = [
            RSA_PSS_SHA256.with_pss_salt_length(RsaPssSaltLength::Custom(32)),
            RSA_PSS_SHA256.with_pss_salt_length(RsaPssSaltLength::Custom(64)),
            RSA_PSS_SHA256.with_pss_salt_length(RsaPssSaltLength::Max),
        ];
        let encoding = match salt {
            RsaPssSaltLength::Custom(32) => &ENCODINGS[0],
            RsaPssSaltLength::Custom(_) => &ENCODINGS[1],
            _ => &ENCODINGS[2],
        };
        let mut signature = vec![0; key.public_modulus_len()];
        key.sign(encoding, &SystemRandom::new(), signed.as_bytes(), &mut signature).unwrap();
        let assertion = format!("{signed}.{}", Base64UrlUnpadded::encode_string(&signature));
        assert_eq!(case.send(&assertion).await, expected, "{salt:?}");
    }
}

#[tokio::test]
async fn a_curve_goes_with_one_hash_only() {
    let case = Case::with(Pair::p384()).await;
    let assertion =
        Pair::p256().sign_with(Algorithm::ES256, Some(&case.id), &case.site.claims(&case.record));
    assert_eq!(
        case.send(&assertion).await,
        refused(401, "invalid_client", AuditDetail::SignatureValidation)
    );
}

#[tokio::test]
async fn the_application_id_in_place_of_the_consumer_key_ends_in_a_server_error() {
    let case = Case::new().await;
    let changes = json!({ "iss": case.record.application_id });
    assert_eq!(case.ask(changes).await, refused(500, "server_error", AuditDetail::InvalidIssuer));
}

#[tokio::test]
async fn only_the_exact_url_posted_to_is_an_audience() {
    let case = Case::new().await;
    let url = case.site.url(&format!("{BASE}/token"));
    for audience in [
        json!(null),
        json!(format!("{url}/")),
        json!(url.to_uppercase()),
        json!([url]),
        json!(case.site.practice.origin()),
        json!(
            "https://tstdrv1000001.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token"
        ),
    ] {
        let changes = json!({ "aud": audience });
        let expected = refused(401, "invalid_client", AuditDetail::TokenNotAcceptable);
        assert_eq!(case.ask(changes).await, expected, "{audience}");
    }
}

#[tokio::test]
async fn an_assertion_must_end_less_than_sixty_minutes_after_it_was_issued() {
    let case = Case::new().await;
    let now = TODAY.unix_timestamp();
    assert_eq!(case.ask(json!({ "exp": now + 3599 })).await, granted());
    let expected = refused(401, "invalid_client", AuditDetail::TokenValidityTooBroad);
    assert_eq!(case.ask(json!({ "exp": now + 3600 })).await, expected);
}

#[tokio::test]
async fn an_assertion_that_has_ended_is_expired() {
    let case = Case::new().await;
    let now = TODAY.unix_timestamp();
    let expected = refused(401, "invalid_client", AuditDetail::TokenExpired);
    assert_eq!(case.ask(json!({ "iat": now - 300, "exp": now })).await, expected);
}

#[tokio::test]
async fn an_assertion_from_the_future_is_not_acceptable() {
    let case = Case::new().await;
    let now = TODAY.unix_timestamp();
    let expected = refused(401, "invalid_client", AuditDetail::TokenNotAcceptable);
    assert_eq!(case.ask(json!({ "iat": now + 1, "exp": now + 300 })).await, expected);
}

#[tokio::test]
async fn both_times_must_be_given_in_whole_seconds() {
    let case = Case::new().await;
    let expected = refused(401, "invalid_client", AuditDetail::TokenNotAcceptable);
    for changes in [json!({ "iat": null }), json!({ "exp": null }), json!({ "exp": "soon" })] {
        assert_eq!(case.ask(changes).await, expected);
    }
}

#[tokio::test]
async fn scopes_may_be_written_in_three_ways_and_each_is_recorded() {
    let case = Case::new().await;
    for (scope, form) in [
        (json!("restlets"), ScopeForm::Single),
        (json!("restlets,rest_webservices"), ScopeForm::CommaSeparated),
        (json!(["restlets", "rest_webservices"]), ScopeForm::Array),
    ] {
        assert_eq!(case.ask(json!({ "scope": scope })).await, granted());
        let line = case.site.practice.audit().last().unwrap().clone();
        assert_eq!((line.scope_form, line.certificate_id), (Some(form), Some(case.id.clone())));
    }
}

#[tokio::test]
async fn an_empty_unknown_or_badly_separated_scope_is_invalid() {
    let case = Case::new().await;
    let expected = refused(400, "invalid_scope", AuditDetail::InvalidScope);
    for scope in [
        json!(null),
        json!(""),
        json!([]),
        json!("REST_WEBSERVICES"),
        json!("restlets rest_webservices"),
        json!("restlets, rest_webservices"),
        json!("mcp"),
        json!([1]),
    ] {
        assert_eq!(case.ask(json!({ "scope": scope })).await, expected, "{scope}");
    }
}

#[tokio::test]
async fn a_scope_that_is_not_ticked_on_the_record_is_refused() {
    let case = Case::new().await;
    let expected = refused(400, "invalid_scope", AuditDetail::ScopeMismatched);
    assert_eq!(case.ask(json!({ "scope": "suite_analytics" })).await, expected);
}
