//! The certificates endpoint.

use netsuite_practice::AuditDetail;
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE};
use serde_json::{Value, json};
use time::Duration;

use crate::site::{
    ADMINISTRATOR, Answer, BASE, INTEGRATION_ROLE, M2M, OWNER, Pair, Record, Site, TODAY, USER,
};

/// A site with one mapping, and an access token made by it.
pub(crate) struct Case {
    pub(crate) site: Site,
    pub(crate) record: Record,
    pub(crate) id: String,
    pub(crate) pair: Pair,
    pub(crate) token: String,
}

impl Case {
    pub(crate) async fn new() -> Self {
        Self::of(OWNER, ADMINISTRATOR).await
    }

    pub(crate) async fn of(entity: i64, role: i64) -> Self {
        let site = Site::open().await;
        let record = site.record(M2M).await;
        let pair = Pair::p256();
        let id = site.map(&record, entity, role, &pair).await;
        let token = site.access_token(&record, &id, &pair).await;
        Self { site, record, id, pair, token }
    }

    pub(crate) fn path(&self) -> String {
        self.site.url(&format!("{BASE}/clients/{}/certificates", self.record.consumer_key))
    }

    pub(crate) async fn list(&self) -> Answer {
        Answer::of(self.site.http.get(self.path()).bearer_auth(&self.token).send().await.unwrap())
            .await
    }

    /// The Certificate IDs that the list names, in its order.
    pub(crate) async fn listed(&self) -> Vec<String> {
        let rows = self.list().await.json();
        rows.as_array()
            .unwrap()
            .iter()
            .map(|row| row["certificate_id"].as_str().unwrap().to_owned())
            .collect()
    }

    pub(crate) async fn upload(&self, pem: &str) -> Answer {
        self.upload_body(&json!({ "fileContent": pem, "role": INTEGRATION_ROLE, "entity": OWNER }))
            .await
    }

    async fn upload_body(&self, body: &Value) -> Answer {
        Answer::of(
            self.site
                .http
                .post(self.path())
                .bearer_auth(&self.token)
                .json(body)
                .send()
                .await
                .unwrap(),
        )
        .await
    }

    pub(crate) async fn revoke(&self, id: &str) -> Answer {
        let request =
            self.site.http.post(format!("{}/{id}/revoke", self.path())).bearer_auth(&self.token);
        Answer::of(request.header(CONTENT_TYPE, "application/json").send().await.unwrap()).await
    }
}

fn code(answer: &Answer) -> String {
    answer.json()["o:errorDetails"][0]["o:errorCode"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn the_list_has_oracles_shape() {
    let case = Case::new().await;
    let answer = case.list().await;
    assert_eq!(answer.status, 200);
    let expected = json!([{
        "application": {
            "id": 1,
            "name": "Alumio",
            "url": "/app/common/integration/integrapp.nl?id=1",
            "application_id": case.record.application_id,
        },
        "entity": { "id": -5, "name": "Practice Administrator", "url": "/app/common/entity/entity.nl?id=-5" },
        "role": { "id": 3, "name": "Administrator", "url": "/app/setup/role.nl?id=3" },
        "created": "2026-11-21",
        "valid_from": "2026-11-21",
        "valid_until": "2027-11-21",
        "revoked": false,
        "certificate_id": case.id,
        "algorithm": "EC",
    }]);
    assert_eq!(answer.json(), expected);
}

#[tokio::test]
async fn an_upload_makes_the_mapping_itself_and_answers_in_oracles_shape() {
    let case = Case::new().await;
    let new = Pair::rsa();
    let answer = case.upload(&new.certificate).await;
    assert_eq!(answer.status, 200);
    let body = answer.json();
    let id = body["certificate_id"].as_str().unwrap();
    let expected = json!({
        "entity_role_id": { "com": "TSTDRV1000001", "ent": -5, "rol": 1000 },
        "application_id": 1,
        "certificate_id": id,
        "certificate": new.certificate.replace("\r\n", "\n"),
        "algorithm": "RSA",
        "created_at": "2026-11-21",
        "valid_from": "2026-11-21",
        "valid_until": "2027-11-21",
        "invalidated": false,
    });
    assert_eq!(body, expected);
    assert_eq!(case.listed().await, [&case.id, id]);
    case.site.access_token(&case.record, id, &new).await;
}

#[tokio::test]
async fn role_and_entity_may_be_numbers_or_strings() {
    let case = Case::new().await;
    for (role, entity) in [(json!(1000), json!("-5")), (json!("1000"), json!(-5))] {
        let body =
            json!({ "fileContent": Pair::p256().certificate, "role": role, "entity": entity });
        assert_eq!(case.upload_body(&body).await.status, 200, "{body}");
    }
}

#[tokio::test]
async fn a_body_that_is_no_upload_is_refused() {
    let case = Case::new().await;
    let pem = Pair::p256().certificate;
    for body in [
        json!({}),
        json!({ "fileContent": pem, "role": 1000 }),
        json!({ "fileContent": pem, "role": "x", "entity": -5 }),
        json!({ "fileContent": 1, "role": 1000, "entity": -5 }),
    ] {
        assert_eq!(case.upload_body(&body).await.status, 400, "{body}");
    }
    let plain =
        case.site.http.post(case.path()).bearer_auth(&case.token).body(pem).send().await.unwrap();
    assert_eq!(plain.status(), 415);
}

#[tokio::test]
async fn the_endpoint_keeps_the_rules_of_the_page() {
    let case = Case::new().await;
    let expired = Pair::p256().valid(TODAY - Duration::days(30), TODAY - Duration::DAY);
    for (pem, expected) in [
        (Pair::p256().key.serialize_pem(), "INVALID_CERTIFICATE"),
        (Pair::p256().key.public_key_pem(), "INVALID_CERTIFICATE"),
        (Pair::rsa_2048().certificate, "INVALID_CERTIFICATE"),
        (expired.certificate, "CERTIFICATE_EXPIRED"),
        (case.pair.certificate.clone(), "CERTIFICATE_ALREADY_USED"),
    ] {
        let answer = case.upload(&pem).await;
        assert_eq!((answer.status, code(&answer).as_str()), (400, expected));
    }
    for _ in 0..4 {
        assert_eq!(case.upload(&Pair::p256().certificate).await.status, 200);
    }
    assert_eq!(code(&case.upload(&Pair::p256().certificate).await), "CERTIFICATE_LIMIT_REACHED");
}

#[tokio::test]
async fn a_revocation_is_answered_in_plain_text_and_shown_by_the_list() {
    let case = Case::new().await;
    let new = Pair::p256();
    let id =
        case.upload(&new.certificate).await.json()["certificate_id"].as_str().unwrap().to_owned();
    let answer = case.revoke(&id).await;
    assert_eq!((answer.status, answer.text.as_str()), (200, "Successfully revoked"));
    assert_eq!(case.list().await.json()[1]["revoked"], true);
    let refused = case.site.token(&new.sign(&id, &case.site.claims(&case.record))).await;
    assert_eq!(refused.status, 401);

    assert_eq!(case.revoke(&id).await.status, 400, "revoked already");
    assert_eq!(case.revoke("unknown").await.status, 404);
}

#[tokio::test]
async fn a_token_outlives_the_certificate_that_made_it() {
    let case = Case::new().await;
    case.revoke(&case.id).await;
    assert_eq!(case.list().await.status, 200);
}

#[tokio::test]
async fn a_token_ends_after_sixty_minutes() {
    let case = Case::new().await;
    case.site.clock.advance(Duration::minutes(60));
    let answer = case.list().await;
    assert_eq!((answer.status, code(&answer).as_str()), (401, "INVALID_LOGIN"));
    assert_eq!(
        answer.challenge.as_deref(),
        Some(
            "Bearer realm=\"TSTDRV1000001\", error=\"invalid_token\", error_description=\"Invalid login attempt.\""
        )
    );
    assert_eq!(case.site.detail(), Some(AuditDetail::AccessTokenExpired));
}

#[tokio::test]
async fn a_forged_or_missing_token_lets_nobody_in() {
    let mut case = Case::new().await;
    let none = case.site.http.get(case.path()).send().await.unwrap();
    assert_eq!(none.status(), 401);
    let basic =
        case.site.http.get(case.path()).header(AUTHORIZATION, "Basic eDp5").send().await.unwrap();
    assert_eq!(basic.status(), 400);

    let parts: Vec<_> = case.token.split('.').collect();
    let assertion = case.pair.sign(&case.id, &case.site.claims(&case.record));
    for forged in [format!("{}.{}.AAAA", parts[0], parts[1]), assertion, "x".to_owned()] {
        case.token = forged;
        assert_eq!(case.list().await.status, 401);
        assert_eq!(case.site.detail(), Some(AuditDetail::InvalidSignature));
    }
}

#[tokio::test]
async fn a_token_without_the_scope_of_rest_web_services_is_forbidden() {
    let mut case = Case::new().await;
    let mut claims = case.site.claims(&case.record);
    claims["scope"] = json!("restlets");
    let answer = case.site.token(&case.pair.sign(&case.id, &claims)).await;
    case.token = answer.json()["access_token"].as_str().unwrap().to_owned();
    assert_eq!(case.list().await.status, 403);
    assert_eq!(case.site.detail(), Some(AuditDetail::ScopeMismatched));
}

#[tokio::test]
async fn each_permission_of_the_role_counts() {
    let case = Case::of(OWNER, INTEGRATION_ROLE).await;
    let all =
        ["LogInUsingOauth2AccessTokens-1000", "RestWebServices-1000", "ManageOwnCertificates-1000"];
    for (missing, expected) in [(0, 401), (1, 403), (2, 403), (9, 200)] {
        let mut fields = vec![("id", "1000")];
        fields.extend(
            all.iter()
                .enumerate()
                .filter(|(index, _)| *index != missing)
                .map(|(_, name)| (*name, "on")),
        );
        case.site.post("/app/setup/role.nl", &fields).await;
        assert_eq!(case.list().await.status, expected, "{missing}");
    }
}

#[tokio::test]
async fn who_is_no_administrator_touches_own_certificates_only() {
    let case = Case::of(USER, INTEGRATION_ROLE).await;
    assert_eq!(case.upload(&Pair::p256().certificate).await.status, 403, "the owner's");
    let own = json!({ "fileContent": Pair::p256().certificate, "role": INTEGRATION_ROLE, "entity": USER });
    assert_eq!(case.upload_body(&own).await.status, 200);

    let owners = case.site.map(&case.record, OWNER, INTEGRATION_ROLE, &Pair::p256()).await;
    assert_eq!(case.revoke(&owners).await.status, 403);
    assert_eq!(case.listed().await.len(), 3, "the list names those of others, too");
}

#[tokio::test]
async fn a_switched_off_feature_role_user_or_record_shuts_the_endpoint() {
    let case = Case::of(OWNER, INTEGRATION_ROLE).await;
    let permissions = [
        ("id", "1000"),
        ("LogInUsingOauth2AccessTokens-1000", "on"),
        ("RestWebServices-1000", "on"),
        ("ManageOwnCertificates-1000", "on"),
    ];
    let features = "/app/setup/features.nl";

    case.site.post(features, &[("rest_web_services", "on")]).await;
    assert_eq!(
        (case.list().await.status, case.site.detail()),
        (401, Some(AuditDetail::FeatureDisabled))
    );
    case.site.post(features, &[("oauth2", "on")]).await;
    assert_eq!(
        (case.list().await.status, case.site.detail()),
        (403, Some(AuditDetail::FeatureDisabled))
    );
    case.site.post(features, &[("oauth2", "on"), ("rest_web_services", "on")]).await;

    case.site
        .post("/app/setup/role.nl", &[&permissions[..], &[("inactive-role-1000", "on")]].concat())
        .await;
    assert_eq!(
        (case.list().await.status, case.site.detail()),
        (401, Some(AuditDetail::EntityOrRoleDisabled))
    );
    case.site.post("/app/setup/role.nl", &permissions).await;

    let blocked = [M2M, &[("id", &case.record.id), ("state", "Blocked")]].concat();
    case.site.post("/app/common/integration/integrapp.nl", &blocked).await;
    assert_eq!(
        (case.list().await.status, case.site.detail()),
        (401, Some(AuditDetail::IntegrationBlocked))
    );
}

#[tokio::test]
async fn an_unknown_client_is_not_found() {
    let mut case = Case::new().await;
    case.record.consumer_key = case.record.application_id.clone();
    assert_eq!(case.list().await.status, 404);
    assert_eq!(case.upload(&Pair::p256().certificate).await.status, 404);
    assert_eq!(case.revoke(&case.id).await.status, 404);
}
