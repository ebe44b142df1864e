//! Calls with a token: the record service, SuiteQL, and the RESTlet.

use serde_json::json;

use crate::certificates::Case;
use crate::site::{Answer, INTEGRATION_ROLE, USER};

const METADATA: &str = "/services/rest/record/v1/metadata-catalog/customer";
const GREETING: &str = "/app/site/hosting/restlet.nl?script=customscript_practice_greeting&deploy=customdeploy_practice_greeting";

impl Case {
    async fn get(&self, path: &str, accept: &str) -> Answer {
        let request = self.site.http.get(self.site.url(path)).bearer_auth(&self.token);
        Answer::of(request.header("accept", accept).send().await.unwrap()).await
    }

    async fn asks(&self, query: &str) -> Answer {
        let url = self.site.url("/services/rest/query/v1/suiteql?limit=1");
        let request = self.site.http.post(url).bearer_auth(&self.token);
        let request = request.header("prefer", "transient").json(&json!({ "q": query }));
        Answer::of(request.send().await.unwrap()).await
    }
}

#[tokio::test]
async fn a_role_with_every_permission_reads_metadata_a_record_a_query_and_the_restlet() {
    let mut case = Case::of(USER, INTEGRATION_ROLE).await;
    let metadata = case.get(METADATA, "application/schema+json").await;
    assert_eq!(metadata.status, 200, "{}", metadata.text);
    assert_eq!(metadata.json()["type"], "object");
    let list = case.get("/services/rest/record/v1/customer?limit=1", "application/json").await;
    assert_eq!(list.json()["count"], 1);
    assert_eq!(case.asks("SELECT id FROM customer").await.json()["count"], 1);
    assert_eq!(case.get(GREETING, "application/json").await.status, 401, "without the scope");
    let mut claims = case.site.claims(&case.record);
    claims["scope"] = json!(["restlets"]);
    let token = case.site.token(&case.pair.sign(&case.id, &claims)).await.json();
    case.token = token["access_token"].as_str().unwrap().to_owned();
    assert_eq!(case.get(GREETING, "application/json").await.status, 200);
    assert_eq!(case.get(METADATA, "application/schema+json").await.status, 403);
}

#[tokio::test]
async fn a_record_type_that_does_not_exist_is_not_found() {
    let case = Case::of(USER, INTEGRATION_ROLE).await;
    for path in ["metadata-catalog/nosuch", "nosuch?limit=1"] {
        let path = format!("/services/rest/record/v1/{path}");
        assert_eq!(case.get(&path, "application/schema+json").await.status, 404, "{path}");
    }
    let answer = case.asks("SELECT id FROM nosuch").await;
    assert_eq!(answer.json()["o:errorDetails"][0]["o:errorCode"], "INVALID_PARAMETER");
}

#[tokio::test]
async fn a_call_without_a_token_is_not_let_in() {
    let case = Case::of(USER, INTEGRATION_ROLE).await;
    for path in [METADATA, GREETING] {
        let answer = case.site.http.get(case.site.url(path)).send().await.unwrap();
        assert_eq!(answer.status().as_u16(), 401, "{path}");
    }
}
