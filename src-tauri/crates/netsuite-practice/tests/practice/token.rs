//! The rules of the token request.

mod assertion;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use jsonwebtoken::{Algorithm, Header};
use netsuite_practice::AuditDetail;
use serde_json::{Value, json};
use time::Duration;

use crate::site::{
    ADMINISTRATOR, BASE, INTEGRATION_ROLE, M2M, OWNER, Pair, Record, Site, TODAY, USER,
};

/// A site with one mapping and a valid assertion, which each test then changes.
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
