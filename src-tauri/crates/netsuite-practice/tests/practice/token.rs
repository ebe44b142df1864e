//! The rules of the token request.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair as RsaKeyPair;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, RSA_PSS_SHA256, RsaPssSaltLength,
};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use jsonwebtoken::{Algorithm, Header};
use netsuite_practice::{AuditDetail, ScopeForm};
use serde_json::{Value, json};
use time::Duration;

use crate::site::{
    ADMINISTRATOR, BASE, INTEGRATION_ROLE, M2M, OWNER, Pair, Record, Site, TODAY, USER, unsigned,
};

/// A site with one mapping, and a sound assertion that each test then spoils.
struct Case {
    site: Site,
    pair: Pair,
    record: Record,
    id: String,
}

impl Case {
    async fn new() -> Self {
        Self::with(Pair::p256()).await
    }

    async fn with(pair: Pair) -> Self {
        let site = Site::open().await;
        let (record, id) = site.mapped(&pair).await;
        Self { site, pair, record, id }
    }

    /// Asks with claims that differ in these; `null` leaves a claim out.
    async fn ask(&self, changes: Value) -> (u16, String, Option<AuditDetail>) {
        let mut claims = self.site.claims(&self.record);
        for (name, value) in changes.as_object().unwrap() {
            claims[name] = value.clone();
        }
        claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        self.send(&self.pair.sign(&self.id, &claims)).await
    }

    async fn send(&self, assertion: &str) -> (u16, String, Option<AuditDetail>) {
        let answer = self.site.token(assertion).await;
        (answer.status, answer.error(), self.site.detail())
    }
}

fn refused(status: u16, error: &str, detail: AuditDetail) -> (u16, String, Option<AuditDetail>) {
    (status, error.to_owned(), Some(detail))
}

fn granted() -> (u16, String, Option<AuditDetail>) {
    (200, String::new(), None)
}

#[tokio::test]
async fn a_sound_assertion_yields_a_bearer_token_for_sixty_minutes() {
    let case = Case::new().await;
    let answer = case.site.token(&case.pair.sign(&case.id, &case.site.claims(&case.record))).await;
    assert_eq!(answer.status, 200);
    let body = answer.json();
    assert_eq!(body["expires_in"], 3600);
    assert_eq!(body["token_type"], "bearer");
    assert!(body.get("refresh_token").is_none(), "client credentials give no refresh token");

    let token = body["access_token"].as_str().unwrap();
    let claims: Value = serde_json::from_slice(
        &Base64UrlUnpadded::decode_vec(token.split('.').nth(1).unwrap()).unwrap(),
    )
    .unwrap();
    assert_eq!(claims["sub"], "1000;-5");
    assert_eq!(claims["iss"], "https://system.netsuite.com");
    assert_eq!(claims["scope"], json!(["rest_webservices"]));
    let application = format!("{};TSTDRV1000001", case.record.application_id);
    assert_eq!(claims["aud"], json!([application, case.record.consumer_key]));
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 3600);

    let audit = case.site.practice.audit();
    let line = audit.last().unwrap();
    assert!(line.granted);
    assert_eq!(line.application.as_deref(), Some("Alumio"));
    assert_eq!(line.entity.as_deref(), Some("Practice Administrator"));
    assert_eq!(line.role.as_deref(), Some("Certdesk Practice Integration"));
}

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

#[tokio::test]
async fn a_revoked_certificate_is_a_missing_key() {
    let case = Case::new().await;
    case.site.post("/app/setup/revokeclientcredential.nl", &[("id", &case.id)]).await;
    assert_eq!(case.ask(json!({})).await, refused(401, "invalid_client", AuditDetail::MissingKey));
}

#[tokio::test]
async fn a_certificate_counts_until_its_last_second() {
    let case = Case::new().await;
    case.site.clock.advance(Duration::days(365));
    assert_eq!(case.ask(json!({})).await, granted());
    case.site.clock.advance(Duration::SECOND);
    assert_eq!(case.ask(json!({})).await, refused(401, "invalid_client", AuditDetail::MissingKey));
}

#[tokio::test]
async fn a_certificate_of_many_years_is_shortened_to_two_without_a_word() {
    let case = Case::with(Pair::p256().valid(TODAY, TODAY + Duration::days(3650))).await;
    assert!(case.site.get("/app/setup/clientcredentials.nl").await.text.contains("2028-11-21"));
    case.site.clock.advance(Duration::days(2 * 365));
    assert_eq!(case.ask(json!({})).await, granted());
    case.site.clock.advance(Duration::days(2));
    assert_eq!(case.ask(json!({})).await, refused(401, "invalid_client", AuditDetail::MissingKey));
}

#[tokio::test]
async fn a_certificate_does_not_count_before_its_time() {
    let case =
        Case::with(Pair::p256().valid(TODAY + Duration::HOUR, TODAY + Duration::days(30))).await;
    assert_eq!(case.ask(json!({})).await, refused(401, "invalid_client", AuditDetail::MissingKey));
    case.site.clock.advance(Duration::HOUR);
    assert_eq!(case.ask(json!({})).await, granted());
}

#[tokio::test]
async fn a_blocked_record_gives_no_token() {
    let case = Case::new().await;
    let fields = [M2M, &[("id", &case.record.id), ("state", "Blocked")]].concat();
    case.site.post("/app/common/integration/integrapp.nl", &fields).await;
    assert_eq!(
        case.ask(json!({})).await,
        refused(401, "invalid_client", AuditDetail::IntegrationBlocked)
    );
}

#[tokio::test]
async fn a_record_without_the_m2m_box_gives_no_token() {
    let case = Case::new().await;
    let fields = [("id", case.record.id.as_str()), ("name", "Alumio")];
    case.site.post("/app/common/integration/integrapp.nl", &fields).await;
    assert_eq!(
        case.ask(json!({})).await,
        refused(400, "unauthorized_client", AuditDetail::InvalidIntegration)
    );
}

#[tokio::test]
async fn reset_credentials_void_the_old_consumer_key() {
    let case = Case::new().await;
    let reset =
        case.site.post("/app/common/integration/reset.nl", &[("id", &case.record.id)]).await;
    assert_eq!(reset.status, 303);
    assert_eq!(case.ask(json!({})).await, refused(500, "server_error", AuditDetail::InvalidIssuer));
}

#[tokio::test]
async fn features_that_are_off_are_named_in_the_audit_trail() {
    let case = Case::new().await;
    let features = "/app/setup/features.nl";
    let expected = refused(401, "invalid_client", AuditDetail::FeatureDisabled);
    let scripts = [("client_suitescript", "on"), ("server_suitescript", "on")];

    case.site.post(features, &[&scripts[..], &[("rest_web_services", "on")]].concat()).await;
    assert_eq!(case.ask(json!({})).await, expected, "OAuth 2.0 is off");

    case.site.post(features, &[&scripts[..], &[("oauth2", "on")]].concat()).await;
    assert_eq!(case.ask(json!({})).await, expected, "REST Web Services is off");
    assert_eq!(
        case.ask(json!({ "scope": "restlets" })).await,
        granted(),
        "RESTlets do not need it"
    );

    case.site.post(features, &[("oauth2", "on"), ("client_suitescript", "on")]).await;
    assert_eq!(
        case.ask(json!({ "scope": "restlets" })).await,
        expected,
        "Server SuiteScript is off"
    );
}

#[tokio::test]
async fn an_inactive_role_or_user_gives_no_token() {
    let case = Case::new().await;
    let expected = refused(401, "invalid_client", AuditDetail::EntityOrRoleDisabled);
    let role = INTEGRATION_ROLE.to_string();
    case.site.post("/app/setup/role.nl", &[("id", &role), ("inactive-role-1000", "on")]).await;
    assert_eq!(case.ask(json!({})).await, expected);
    case.site.post("/app/setup/role.nl", &[("id", &role)]).await;
    assert_eq!(case.ask(json!({})).await, granted());
    let owner = OWNER.to_string();
    case.site
        .post("/app/common/entity/entity.nl", &[("id", &owner), ("inactive-user--5", "on")])
        .await;
    assert_eq!(case.ask(json!({})).await, expected);
}

#[tokio::test]
async fn the_token_speaks_for_the_mapped_user_and_role() {
    let site = Site::open().await;
    let record = site.record(M2M).await;
    for (entity, role, subject) in
        [(OWNER, ADMINISTRATOR, "3;-5"), (USER, INTEGRATION_ROLE, "1000;17")]
    {
        let pair = Pair::p256();
        let id = site.map(&record, entity, role, &pair).await;
        let token = site.access_token(&record, &id, &pair).await;
        let claims = Base64UrlUnpadded::decode_vec(token.split('.').nth(1).unwrap()).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&claims).unwrap()["sub"], subject);
    }
}

#[tokio::test]
async fn a_request_that_cannot_be_read_is_invalid_and_leaves_no_line() {
    let case = Case::new().await;
    let sound = case.pair.sign(&case.id, &case.site.claims(&case.record));
    let mut untyped = Header::new(Algorithm::ES256);
    untyped.kid = Some(case.id.clone());
    untyped.typ = None;
    let untyped = case.pair.sign_header(&untyped, &case.site.claims(&case.record));
    let kind = ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    let grant = ("grant_type", "client_credentials");
    let assertion = ("client_assertion", sound.as_str());

    for (fields, reason) in [
        (vec![kind, assertion], "no grant type"),
        (vec![grant, assertion], "no assertion type"),
        (vec![grant, ("client_assertion_type", "jwt-bearer"), assertion], "another assertion type"),
        (vec![grant, kind], "no assertion"),
        (vec![grant, kind, ("assertion", &sound)], "the field of another grant"),
        (vec![grant, kind, ("client_assertion", "a.b.c")], "no token at all"),
        (vec![grant, kind, ("client_assertion", &untyped)], "no typ in the header"),
        (vec![grant, grant, kind, assertion], "a field given twice"),
    ] {
        let answer = case.site.token_form(&fields).await;
        assert_eq!((answer.status, answer.error().as_str()), (400, "invalid_request"), "{reason}");
    }
    assert!(case.site.practice.audit().is_empty());
}

#[tokio::test]
async fn a_json_body_is_an_invalid_request() {
    let case = Case::new().await;
    let request = case
        .site
        .http
        .post(case.site.url(&format!("{BASE}/token")))
        .json(&json!({ "grant_type": "client_credentials" }));
    let answer = crate::site::Answer::of(request.send().await.unwrap()).await;
    assert_eq!((answer.status, answer.error().as_str()), (400, "invalid_request"));
}

#[tokio::test]
async fn a_client_secret_beside_the_assertion_is_an_invalid_request() {
    let case = Case::new().await;
    let sound = case.pair.sign(&case.id, &case.site.claims(&case.record));
    let request = case
        .site
        .http
        .post(case.site.url(&format!("{BASE}/token")))
        .basic_auth(&case.record.consumer_key, Some(&case.record.consumer_secret))
        .form(&[
            ("grant_type", "client_credentials"),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", &sound),
        ]);
    let answer = crate::site::Answer::of(request.send().await.unwrap()).await;
    assert_eq!((answer.status, answer.error().as_str()), (400, "invalid_request"));
}

#[tokio::test]
async fn another_grant_type_is_not_supported() {
    let case = Case::new().await;
    let answer = case.site.token_form(&[("grant_type", "password")]).await;
    assert_eq!((answer.status, answer.error().as_str()), (400, "unsupported_grant_type"));
    assert_eq!(case.site.detail(), Some(AuditDetail::InvalidGrantType));
}
