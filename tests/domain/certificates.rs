//! The certificates endpoint: what its list says, and every way in which it does not answer.

use std::collections::HashSet;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use certdesk_core::Error;
use certdesk_core::connection::{Change, Connection};
use certdesk_core::error::NetSuiteError;
use certdesk_core::netsuite::access::Bearer;
use certdesk_core::netsuite::listing::Listing;
use netsuite_client::{
    AccessToken, CertificateState, ClientId, EndpointHost, Listed, NetSuite, RetryPolicy, Scope,
    WhoAmI,
};
use netsuite_keys::key::{KeyType, PrivateKey, Search};
use netsuite_practice::Endpoint::List;
use netsuite_practice::{Lasts, Misbehaviour};
use time::macros::date;

use crate::canned::{answering, answering_in_turn};
use crate::endpoint::Desk;

const JSON: &str = "Content-Type: application/json";
/// <https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_11111634165.html>, with
/// the member that only the article of 2023 shows.
const DOCUMENTED: &str = r#"[{"application":{"id":1,"name":"Alumio","url":"/app/common/integration/integrapp.nl?id=1","application_id":"E2398DC1-3A25-4F07-A648-7E57CFEEE7B5"},
    "entity":{"id":-5,"name":"Ada","entity_type":"EMPLOYEE","url":"/app/common/entity/entity.nl?id=12"},
    "role":{"id":3,"name":"Administrator","url":"/app/setup/role.nl?id=3"},
    "created":"2026-04-21","valid_from":"2026-04-21","valid_until":"2026-05-21",
    "revoked":false,"certificate_id":"NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA","algorithm":"RSA"}]"#;

async fn list(netsuite: &NetSuite) -> Result<Listed, Error> {
    let token = AccessToken::from(TOKEN.to_owned());
    let client_id = ClientId::parse(&"2".repeat(64)).unwrap();
    Ok(netsuite.list_certificates(&token, &client_id).await?)
}

impl Desk {
    async fn list(&self) -> Result<Listed, Error> {
        let client_id = self.connection().integration.client_id.unwrap();
        Ok(self.netsuite.list_certificates(&self.bearer.token, &client_id).await?)
    }
}

#[tokio::test]
async fn the_list_names_what_an_administrator_has_mapped() {
    let desk = Desk::ready().await;
    let listed = desk.list().await.unwrap();
    let [row] = &listed.certificates[..] else { panic!("{listed:?}") };
    assert_eq!(row.certificate_id, desk.first());
    assert_eq!(row.role.as_ref().unwrap().name.as_deref(), Some("Certdesk Practice Integration"));
    assert_eq!(row.entity.as_ref().unwrap().id.to_string(), "17");
    assert_eq!((row.algorithm.as_deref(), row.revoked), (Some("EC"), false));
    assert_eq!(row.state(desk.now.date()), CertificateState::Active);
    assert!(!listed.is_fallback() && listed.host.starts_with("127.0.0.1:"));
    assert!(listed.clock_skew.unwrap().abs() < 5);
}

#[tokio::test]
async fn a_documented_row_is_read_in_full() {
    let netsuite = answering("200 OK", &[JSON], DOCUMENTED).await;
    let listed = list(&netsuite).await.unwrap();
    let row = &listed.certificates[0];
    assert_eq!(row.entity.as_ref().unwrap().id.value(), -5);
    assert_eq!(row.role.as_ref().unwrap().name.as_deref(), Some("Administrator"));
    assert_eq!(row.created, Some(date!(2026 - 04 - 21)));
    assert_eq!(row.valid_until, Some(date!(2026 - 05 - 21)));
    assert_eq!(row.state(date!(2026 - 05 - 21)), CertificateState::Active, "its last day counts");
    assert_eq!(row.state(date!(2026 - 05 - 22)), CertificateState::Expired);
}

#[tokio::test]
async fn what_a_row_does_not_say_stays_unknown() {
    let body = r#"[{"certificate_id":"a-b_c","role":{"id":"1000"},"entity":7,"valid_until":"soon",
        "created":"2026-04-21T10:00:00Z","unheard_of":[1]}]"#;
    let listed = list(&answering("200 OK", &[JSON], body).await).await.unwrap();
    let row = &listed.certificates[0];
    assert_eq!(row.role.as_ref().unwrap().id.value(), 1000);
    assert_eq!((&row.entity, row.valid_until, &row.algorithm), (&None, None, &None));
    assert_eq!(row.created, Some(date!(2026 - 04 - 21)));
    assert_eq!(
        row.state(date!(2036 - 01 - 01)),
        CertificateState::Active,
        "it uses a slot until revoked"
    );
}

#[tokio::test]
async fn a_row_without_a_usable_id_makes_the_list_unreadable() {
    for id in ["null", "7", "\"\"", "\"a/../b\""] {
        let body = format!("[{{\"certificate_id\":{id},\"revoked\":false}}]");
        let refused = list(&answering("200 OK", &[JSON], &body).await).await;
        assert!(matches!(
            refused,
            Err(Error::NetSuite(NetSuiteError::AnswerNotJson { status: 200, html: false, .. }))
        ));
    }
    let refused = list(&answering("200 OK", &[JSON], "{\"items\":[]}").await).await;
    assert!(matches!(refused, Err(Error::NetSuite(NetSuiteError::AnswerNotJson { .. }))));
}

#[tokio::test]
async fn a_certificate_named_twice_is_one_row_and_order_means_nothing() {
    let desk = Desk::ready().await;
    desk.misbehaves(List, Misbehaviour::DuplicateRows, Lasts::Once);
    desk.misbehaves(List, Misbehaviour::RandomOrder, Lasts::Once);
    assert_eq!(desk.list().await.unwrap().certificates.len(), 1);
    let twice = r#"[{"certificate_id":"a","revoked":false},{"certificate_id":"a","revoked":true}]"#;
    let listed = list(&answering("200 OK", &[JSON], twice).await).await.unwrap();
    assert!(listed.certificates[0].revoked, "revoked somewhere is revoked");
}

#[tokio::test]
async fn a_failure_that_may_pass_is_asked_again() {
    let desk = Desk::ready().await;
    for misbehaviour in [
        Misbehaviour::DropBefore,
        Misbehaviour::DropAfter,
        Misbehaviour::ServerError,
        Misbehaviour::TooManyRequests { retry_after: 0 },
    ] {
        let before = desk.lists();
        desk.misbehaves(List, misbehaviour.clone(), Lasts::Once);
        desk.list().await.unwrap_or_else(|e| panic!("{misbehaviour:?}: {e:?}"));
        assert_eq!(desk.lists() - before, 2, "{misbehaviour:?}");
    }
}

#[tokio::test]
async fn every_misbehaviour_has_a_failure_of_its_own() {
    type Expected = fn(&Error) -> bool;
    let cases: [(Misbehaviour, usize, Expected); 9] = [
        (Misbehaviour::Unauthorized, 1, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::TokenNotAccepted { .. }))
        }),
        (
            Misbehaviour::Forbidden,
            1,
            |e| matches!(e, Error::NetSuite(NetSuiteError::PermissionMissing { detail }) if detail == "Permission violation."),
        ),
        (Misbehaviour::Html, 1, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::AnswerNotJson { html: true, .. }))
        }),
        (Misbehaviour::TruncatedJson, 1, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::AnswerNotJson { html: false, .. }))
        }),
        (Misbehaviour::EmptyBody, 1, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::AnswerEmpty { status: 200 }))
        }),
        (Misbehaviour::Redirect { to: "https://other.example/".into() }, 1, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::Redirected { .. }))
        }),
        (Misbehaviour::TooManyRequests { retry_after: 600 }, 1, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::TooManyRequests { retry_after: Some(600) }))
        }),
        (
            Misbehaviour::ServerError,
            5,
            |e| matches!(e, Error::NetSuite(NetSuiteError::ServerFailed { status: 500, error: Some(code) }) if code == "UNEXPECTED_ERROR"),
        ),
        (Misbehaviour::DropBefore, 5, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::Offline { .. }))
        }),
    ];
    let desk = Desk::ready().await;
    for (misbehaviour, requests, expected) in cases {
        let before = desk.lists();
        desk.misbehaves(List, misbehaviour.clone(), Lasts::Sticky);
        let failure = desk.list().await.unwrap_err();
        assert!(expected(&failure), "{misbehaviour:?}: {failure:?}");
        assert_eq!(desk.lists() - before, requests, "{misbehaviour:?}");
        desk.practice.faults().clear();
    }
}

#[tokio::test]
async fn an_answer_of_a_restlet_that_too_many_run_is_told_as_that() {
    let body =
        r#"{"o:errorDetails":[{"detail":"Busy","o:errorCode":"SSS_REQUEST_LIMIT_EXCEEDED"}]}"#;
    let netsuite = answering("400 Bad Request", &[JSON], body).await;
    let refused = list(&netsuite.with_retry(RetryPolicy::NO_PAUSE)).await;
    assert!(
        matches!(
            refused,
            Err(Error::NetSuite(NetSuiteError::TooManyRequests { retry_after: None }))
        ),
        "{refused:?}"
    );
}

#[tokio::test]
async fn another_refusal_is_told_in_netsuites_own_words() {
    let body = r#"{"title":"Bad","o:errorDetails":[{"detail":"No\u0007 such\nthing.","o:errorCode":"INVALID <b>"}]}"#;
    let refused = list(&answering("400 Bad Request", &[JSON], body).await).await;
    let Err(Error::NetSuite(NetSuiteError::EndpointRefused { status: 400, code, detail })) =
        refused
    else {
        panic!()
    };
    assert_eq!((code.as_deref(), detail.as_str()), (Some("INVALIDb"), "No such thing."));
}

#[tokio::test]
async fn netsuites_words_never_show_the_token() {
    for body in [
        format!(r#"{{"o:errorDetails":[{{"detail":"Token {TOKEN} lacks it."}}]}}"#),
        format!("Authorization: Bearer {TOKEN}"),
        format!("<html>{TOKEN}</html>"),
    ] {
        for status in ["400 Bad Request", "403 Forbidden", "200 OK"] {
            let refused = list(&answering(status, &[JSON], &body).await).await;
            assert!(!format!("{:?}", refused.unwrap_err()).contains("eyJ"), "{status} {body}");
        }
    }
}

#[tokio::test]
async fn the_host_of_2023_is_asked_when_the_documented_one_does_not_know_the_endpoint() {
    let not_found = ("404 Not Found", "<html>Not found</html>");
    let (netsuite, asked) = answering_in_turn(vec![not_found, ("200 OK", DOCUMENTED)]).await;
    let listed = list(&netsuite).await.unwrap();
    assert_eq!(listed.found_on, EndpointHost::App);
    assert!(listed.is_fallback());
    assert_eq!(asked.load(std::sync::atomic::Ordering::SeqCst), 2);

    let (netsuite, asked) = answering_in_turn(vec![not_found, not_found]).await;
    assert!(matches!(
        list(&netsuite).await,
        Err(Error::NetSuite(NetSuiteError::EndpointMissing { .. }))
    ));
    assert_eq!(asked.load(std::sync::atomic::Ordering::SeqCst), 2, "and then nobody");

    let (netsuite, asked) = answering_in_turn(vec![("403 Forbidden", "{}")]).await;
    assert!(matches!(
        list(&netsuite).await,
        Err(Error::NetSuite(NetSuiteError::PermissionMissing { .. }))
    ));
    assert_eq!(asked.load(std::sync::atomic::Ordering::SeqCst), 1, "only a 404 means that");
}

#[tokio::test]
async fn a_record_that_netsuite_does_not_know_is_no_endpoint() {
    let desk = Desk::ready().await;
    let other = ClientId::parse(&"0".repeat(64)).unwrap();
    let refused = desk.netsuite.list_certificates(&desk.bearer.token, &other).await;
    assert!(matches!(refused, Err(NetSuiteError::EndpointMissing { .. })), "{refused:?}");
}

#[tokio::test]
async fn a_record_without_the_scope_is_not_asked_for_a_token() {
    let desk = Desk::ready().await;
    let mut connection = desk.connection();
    let name = connection.integration.name.clone();
    let change = Change::Integration { name, scopes: vec![Scope::Restlets] };
    connection.change(change, desk.now).unwrap();
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let (before, credential) = (desk.practice.requests().len(), &connection.credentials[0]);
    let refused =
        Bearer::by_certificate(&desk.netsuite, &connection, credential, &key, desk.now).await;
    assert!(matches!(refused, Err(Error::NetSuite(NetSuiteError::ScopeMissing))));
    assert_eq!(desk.practice.requests().len(), before);
}

#[tokio::test]
async fn a_token_that_lacks_the_scope_is_not_used() {
    let desk = Desk::ready().await;
    let (key, id) = desk.makes_a_pair();
    let claims = Base64UrlUnpadded::encode_string(br#"{"sub":"3;-5","scope":["restlets"]}"#);
    let body = format!(
        r#"{{"access_token":"e30.{claims}.c2ln","expires_in":3600,"token_type":"bearer"}}"#
    );
    let netsuite = answering("200 OK", &[JSON], &body).await;
    let (connection, credential) = (desk.connection(), desk.credential(&id));
    let refused = Bearer::by_certificate(&netsuite, &connection, &credential, &key, desk.now).await;
    assert!(matches!(refused, Err(Error::NetSuite(NetSuiteError::ScopeMissing))), "{refused:?}");
}

#[tokio::test]
async fn a_token_says_where_it_came_from_and_asks_for_no_more_than_it_needs() {
    let desk = Desk::ready().await;
    assert_eq!(desk.bearer.came_from, Some(desk.first()));
    assert_eq!(desk.bearer.who.scopes, ["rest_webservices"]);
    assert_eq!(desk.bearer.has_account(&desk.connection()), Some(true));
    assert!(!format!("{:?}", desk.bearer).contains(desk.bearer.token.expose()));
}

#[tokio::test]
async fn ten_thousand_certificates_are_listed_and_joined() {
    let rows: Vec<_> = (0..10_000)
        .map(|n| {
            let row = DOCUMENTED.trim_matches(['[', ']']).replace("2026-05-21", "2027-05-21");
            row.replace("NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA", &format!("id-{n}"))
        })
        .collect();
    let body = format!("[{}]", rows.join(","));
    let listed = list(&answering("200 OK", &[JSON], &body).await).await.unwrap();
    let now = time::macros::datetime!(2026-11-21 12:00 UTC);
    let mut here = Connection::new("Northwind Traders", false, now).unwrap();
    here.change(Change::Account { text: "4718203".into() }, now).unwrap();
    let token = AccessToken::from(TOKEN.to_owned());
    let bearer = Bearer { token, came_from: None, who: WhoAmI::default() };
    let listing = Listing::join(&listed, &here, &[], &bearer, now);
    assert_eq!(listing.slots.active, 10_000);
    assert_eq!(listing.dead(&HashSet::new()).len(), 10_000);
    assert_eq!((listing.roles().len(), listing.entities().len()), (1, 1));
    assert_eq!(listing.rows[9_999].days_left, Some(181));
}

const TOKEN: &str = "eyJhbGciOiJQUzI1NiJ9.eyJzdWIiOiIzOy01In0.c2lnbmF0dXJl";
