//! What the client makes of every answer a host may give, and of none.

use std::sync::atomic::Ordering;

use netsuite_client::{
    Error, Granted, NetSuite, Read, ReadOutcome, RecordType, RestletUrl, RetryPolicy, WhoAmI,
};

use crate::canned::{
    answering, answering_bytes, answering_in_turn, closing, credential_for, hearing,
};

const JSON: &str = "Content-Type: application/json";

async fn token(status: &str, headers: &[&str], body: &str) -> Result<Granted, Error> {
    let netsuite = answering(status, headers, body).await;
    netsuite.request_token(&credential_for(&netsuite)).await
}

#[tokio::test]
async fn the_documented_answer_is_a_token() {
    let body = r#"{"access_token":"opaque","expires_in":3600,"token_type":"bearer"}"#;
    let granted = token("200 OK", &[JSON], body).await.unwrap();
    assert_eq!(granted.token.expose(), "opaque");
    assert_eq!(granted.expires_in.whole_seconds(), 3600);
}

#[tokio::test]
async fn a_request_names_the_program_that_sends_it() {
    let agent = async |client: fn(NetSuite) -> NetSuite| {
        let (netsuite, mut requests) = hearing().await;
        assert!(client(netsuite).clock_skew().await.is_err(), "nothing answers");
        let request = requests.recv().await.unwrap();
        request.lines().find_map(|line| line.strip_prefix("user-agent: ")).unwrap().to_owned()
    };
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(agent(|client| client).await, format!("netsuite-client/{version}"));
    assert_eq!(agent(|client| client.with_user_agent("Example/1.2")).await, "example/1.2");
    let ours = |client: NetSuite| certdesk_core::netsuite::client(client.origin().clone()).unwrap();
    assert_eq!(agent(ours).await, format!("certdesk/{version}"));
}

#[tokio::test]
async fn a_bearer_in_capitals_and_seconds_as_text_are_taken_too() {
    let body = r#"{"access_token":"opaque","expires_in":"3600","token_type":"Bearer"}"#;
    assert_eq!(token("200 OK", &[JSON], body).await.unwrap().expires_in.whole_seconds(), 3600);
}

#[tokio::test]
async fn a_refusal_says_what_netsuite_said_and_no_more() {
    let failure = token("401 Unauthorized", &[JSON], r#"{"error":"invalid_client"}"#).await;
    let Err(Error::TokenRefused(refusal)) = failure else { panic!("{failure:?}") };
    assert_eq!((refusal.status, refusal.error.as_deref()), (401, Some("invalid_client")));
    assert_eq!(refusal.description, None);
    assert!(refusal.token_url.ends_with("/services/rest/auth/oauth2/v1/token"));
}

#[tokio::test]
async fn a_server_error_that_names_itself_is_a_refusal_with_causes() {
    let failure = token("500 Internal Server Error", &[JSON], r#"{"error":"server_error"}"#).await;
    let Err(Error::TokenRefused(refusal)) = failure else { panic!("{failure:?}") };
    assert_eq!((refusal.status, refusal.error.as_deref()), (500, Some("server_error")));
}

#[tokio::test]
async fn a_web_page_instead_of_json_is_told_as_such() {
    let page = "<!DOCTYPE html><title>Log in</title>";
    for status in ["200 OK", "401 Unauthorized", "404 Not Found"] {
        let failure = token(status, &["Content-Type: text/html"], page).await;
        assert!(matches!(failure, Err(Error::AnswerNotJson { html: true, .. })), "{failure:?}");
    }
}

#[tokio::test]
async fn a_bad_gateway_with_a_web_page_is_a_failure_of_the_server() {
    let failure =
        token("502 Bad Gateway", &["Content-Type: text/html"], "<html>nginx</html>").await;
    assert!(
        matches!(failure, Err(Error::ServerFailed { status: 502, error: None })),
        "{failure:?}"
    );
}

#[tokio::test]
async fn an_empty_answer_is_told_as_such() {
    for status in ["200 OK", "400 Bad Request"] {
        let failure = token(status, &[JSON], " \r\n").await;
        assert!(matches!(failure, Err(Error::AnswerEmpty { .. })), "{failure:?}");
    }
}

#[tokio::test]
async fn truncated_or_binary_json_is_not_taken_for_a_token() {
    for body in [r#"{"access_token":"op"#, r#"{"token_type":"bearer"}"#, "[]", "\u{0}\u{1}"] {
        let failure = token("200 OK", &[JSON], body).await;
        assert!(
            matches!(failure, Err(Error::AnswerNotJson { html: false, .. })),
            "{body}: {failure:?}"
        );
    }
    let netsuite =
        answering_bytes(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\xff\xfe\xfd".to_vec()).await;
    let failure = netsuite.request_token(&credential_for(&netsuite)).await;
    assert!(matches!(failure, Err(Error::AnswerNotJson { .. })), "{failure:?}");
}

#[tokio::test]
async fn an_excerpt_never_shows_what_may_be_a_token() {
    let failure = token("200 OK", &[JSON], r#"{"access_token":"eyJsecret","expires"#).await;
    assert!(!format!("{failure:?}").contains("eyJsecret"), "{failure:?}");
}

#[tokio::test]
async fn a_redirect_is_refused_and_its_host_is_named() {
    let location = "Location: https://other.example/services";
    let failure = token("302 Found", &[location], "").await;
    let Err(Error::Redirected { to, .. }) = failure else { panic!("{failure:?}") };
    assert_eq!(to.as_deref(), Some("other.example"));
}

#[tokio::test]
async fn two_megabytes_of_json_are_not_read_to_the_end() {
    let body = format!("{{\"access_token\":\"{}\"}}", "x".repeat(2 * 1024 * 1024));
    let failure = token("200 OK", &[JSON], &body).await;
    assert!(matches!(failure, Err(Error::AnswerTooLarge { limit: 1_048_576, .. })), "{failure:?}");
}

#[tokio::test]
async fn too_many_requests_says_when_to_come_back() {
    let failure = token("429 Too Many Requests", &["Retry-After: 17"], "").await;
    assert!(
        matches!(failure, Err(Error::TooManyRequests { retry_after: Some(17) })),
        "{failure:?}"
    );
    let failure = token("429 Too Many Requests", &[], "").await;
    assert!(matches!(failure, Err(Error::TooManyRequests { retry_after: None })), "{failure:?}");
}

#[tokio::test]
async fn a_connection_that_breaks_off_is_offline() {
    let netsuite = closing().await;
    let failure = netsuite.request_token(&credential_for(&netsuite)).await;
    assert!(matches!(failure, Err(Error::Offline { .. })), "{failure:?}");
}

#[tokio::test]
async fn clocks_are_compared_by_the_date_header() {
    let past = "Date: Thu, 01 Jan 2026 00:00:00 GMT";
    let body = r#"{"access_token":"opaque","expires_in":3600,"token_type":"bearer"}"#;
    let granted = token("200 OK", &[JSON, past], body).await.unwrap();
    let then = time::macros::datetime!(2026-01-01 00:00 UTC);
    let expected = (time::OffsetDateTime::now_utc() - then).whole_seconds();
    assert!(granted.clock_skew.unwrap().abs_diff(expected) <= 2);
    let granted = token("200 OK", &[JSON], body).await.unwrap();
    assert_eq!(granted.clock_skew, None, "an answer without a Date says nothing of the clock");
}

#[tokio::test]
async fn an_account_is_known_when_datacenterurls_names_its_own_hosts() {
    let known = async |status: &str, body: &str| {
        answering(status, &[JSON], body).await.knows_account().await.unwrap()
    };
    let own = r#"{"restDomain":"https://tstdrv1000001.suitetalk.api.netsuite.com","systemDomain":"https://tstdrv1000001.app.netsuite.com"}"#;
    assert_eq!(known("200 OK", own).await, Some(true));
    assert_eq!(known("200 OK", "{}").await, Some(false));
    assert_eq!(known("404 Not Found", "").await, Some(false));
    // Hosts that name no account, or another one, confirm nothing.
    for hosts in [
        r#"{"restDomain":"https://rest.netsuite.com","systemDomain":"https://system.netsuite.com"}"#,
        r#"{"restDomain":"https://tstdrv1000001-sb1.suitetalk.api.netsuite.com"}"#,
        r#"{"restDomain":"https://example.com/tstdrv1000001.suitetalk.api.netsuite.com"}"#,
    ] {
        assert_eq!(known("200 OK", hosts).await, None, "{hosts}");
    }
}

#[tokio::test]
async fn a_read_is_repeated_where_the_failure_may_pass_but_a_script_runs_once() {
    const TOKEN: &str = r#"{"access_token":"opaque","expires_in":3600,"token_type":"bearer"}"#;
    let busy = ("503 Service Unavailable", "{}");
    let answers = vec![("200 OK", TOKEN), busy, ("200 OK", "{}"), busy, ("200 OK", "{}")];
    let (netsuite, asked) = answering_in_turn(answers).await;
    let netsuite = netsuite.with_retry(RetryPolicy::NO_PAUSE);
    let token = netsuite.request_token(&credential_for(&netsuite)).await.unwrap().token;

    let metadata = Read::Metadata { record: RecordType::customer() };
    let read = netsuite.read(&token, &metadata).await;
    assert!(matches!(read, Ok(ReadOutcome::Works(_))), "{read:?}");
    assert_eq!(asked.load(Ordering::SeqCst), 3);

    let url = format!("{}/app/site/hosting/restlet.nl?script=1&deploy=1", origin_of(&netsuite));
    let script = Read::Restlet { url: RestletUrl::parse(&url, netsuite.origin()).unwrap() };
    let called = netsuite.read(&token, &script).await;
    assert!(matches!(called, Err(Error::ServerFailed { status: 503, .. })), "{called:?}");
    assert_eq!(asked.load(Ordering::SeqCst), 4);
}

fn origin_of(netsuite: &NetSuite) -> String {
    let url = netsuite.origin().app_url();
    url.trim_end_matches('/').to_owned()
}

#[test]
fn who_am_i_survives_its_own_document() {
    let who =
        WhoAmI { role: Some("3".into()), scopes: vec!["restlets".into()], ..WhoAmI::default() };
    let text = serde_json::to_string(&who).unwrap();
    assert_eq!(serde_json::from_str::<WhoAmI>(&text).unwrap(), who);
}
