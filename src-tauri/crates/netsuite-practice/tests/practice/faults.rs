//! What goes wrong when it is told to.

use netsuite_practice::{Endpoint, Fault, Lasts, Misbehaviour, ReceivedRequest};
use reqwest::StatusCode;
use serde_json::json;
use time::Duration;

use crate::certificates::Case;
use crate::site::{BASE, Pair, Site};

/// The requests that arrived at an endpoint whose path ends so.
fn arrived(site: &Site, method: &str, end: &str) -> usize {
    let fits = |request: &&ReceivedRequest| request.method == method && request.path.ends_with(end);
    site.practice.requests().iter().filter(fits).count()
}

#[tokio::test]
async fn a_connection_dropped_before_leaves_nothing_done() {
    let case = Case::new().await;
    case.site.fault(Endpoint::Upload, Misbehaviour::DropBefore, Lasts::Once);
    let pem = Pair::p256().certificate;
    let sent = case
        .site
        .http
        .post(case.path())
        .bearer_auth(&case.token)
        .json(&json!({ "fileContent": pem, "role": 1000, "entity": -5 }));
    assert!(sent.send().await.is_err(), "no answer comes");
    assert_eq!(case.listed().await, [case.id.as_str()]);
    assert_eq!(arrived(&case.site, "POST", "/certificates"), 1, "it arrived");
    assert_eq!(case.upload(&pem).await.status, 200, "once only");
}

#[tokio::test]
async fn a_connection_dropped_after_leaves_the_work_done() {
    let case = Case::new().await;
    case.site.fault(Endpoint::Upload, Misbehaviour::DropAfter, Lasts::Once);
    let pem = Pair::p256().certificate;
    let sent = case
        .site
        .http
        .post(case.path())
        .bearer_auth(&case.token)
        .json(&json!({ "fileContent": pem, "role": 1000, "entity": -5 }));
    assert!(sent.send().await.is_err(), "no answer comes");
    assert_eq!(case.listed().await.len(), 2);
}

#[tokio::test]
async fn a_failed_revocation_may_have_succeeded() {
    let case = Case::new().await;
    case.site.fault(Endpoint::Revoke, Misbehaviour::ServerErrorAfter, Lasts::Once);
    assert_eq!(case.revoke(&case.id).await.status, 500);
    assert_eq!(case.list().await.json()[0]["revoked"], true);
}

#[tokio::test]
async fn answers_in_place_of_processing_come_in_their_own_shape() {
    let case = Case::new().await;
    for (misbehaviour, status) in [
        (Misbehaviour::Unauthorized, 401),
        (Misbehaviour::Forbidden, 403),
        (Misbehaviour::TooManyRequests { retry_after: 7 }, 429),
        (Misbehaviour::ServerError, 500),
        (Misbehaviour::Redirect { to: "https://elsewhere.invalid/".to_owned() }, 302),
        (Misbehaviour::Html, 200),
    ] {
        case.site.fault(Endpoint::Upload, misbehaviour.clone(), Lasts::Once);
        let answer = case.upload(&Pair::p256().certificate).await;
        assert_eq!(answer.status, status, "{misbehaviour:?}");
        match misbehaviour {
            Misbehaviour::Html => assert!(answer.text.starts_with("<!doctype html>")),
            Misbehaviour::Redirect { to } => assert_eq!(answer.location, Some(to)),
            _ => assert_eq!(answer.json()["status"], status),
        }
    }
    assert_eq!(case.listed().await.len(), 1, "nothing was uploaded");
}

#[tokio::test]
async fn too_many_requests_say_when_to_come_back() {
    let site = Site::open().await;
    site.fault(Endpoint::Token, Misbehaviour::TooManyRequests { retry_after: 7 }, Lasts::Once);
    let answer = site.http.post(site.url(&format!("{BASE}/token"))).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.headers()["retry-after"], "7");
}

#[tokio::test]
async fn a_refused_token_request_speaks_oauth() {
    let site = Site::open().await;
    site.fault(Endpoint::Token, Misbehaviour::Unauthorized, Lasts::Once);
    let answer = site.token("x").await;
    assert_eq!((answer.status, answer.error().as_str()), (401, "invalid_client"));
}

#[tokio::test]
async fn spoiled_answers_come_after_the_work() {
    let case = Case::new().await;
    for misbehaviour in
        [Misbehaviour::TruncatedJson, Misbehaviour::EmptyBody, Misbehaviour::Oversize]
    {
        let before = case.listed().await.len();
        case.site.fault(Endpoint::Upload, misbehaviour.clone(), Lasts::Once);
        let answer = case.upload(&Pair::p256().certificate).await;
        assert_eq!(answer.status, 200);
        let json = serde_json::from_str::<serde_json::Value>(&answer.text);
        match misbehaviour {
            Misbehaviour::Oversize => assert!(answer.text.len() > 2 * 1024 * 1024 && json.is_ok()),
            Misbehaviour::EmptyBody => assert!(answer.text.is_empty()),
            _ => assert!(!answer.text.is_empty() && json.is_err()),
        }
        assert_eq!(case.listed().await.len(), before + 1, "{misbehaviour:?}");
    }
}

#[tokio::test]
async fn a_client_that_does_not_wait_does_not_stop_what_it_began() {
    let case = Case::new().await;
    case.site.fault(Endpoint::Upload, Misbehaviour::DelayBefore { milliseconds: 200 }, Lasts::Once);
    let body = json!({ "fileContent": Pair::p256().certificate, "role": 1000, "entity": -5 });
    let sent = case.site.http.post(case.path()).bearer_auth(&case.token).json(&body);
    let before = case.site.practice.requests().len();
    let waiting = tokio::spawn(sent.send());
    while case.site.practice.requests().len() == before {
        tokio::task::yield_now().await;
    }
    waiting.abort();
    assert_eq!(case.listed().await.len(), 1);
    case.site.practice.settle().await;
    assert_eq!(case.listed().await.len(), 2, "the upload comes to pass although nobody waits");
}

#[tokio::test]
async fn an_answer_can_come_too_late() {
    let case = Case::new().await;
    case.site.fault(
        Endpoint::Upload,
        Misbehaviour::DelayAfter { milliseconds: 60_000 },
        Lasts::Once,
    );
    let body = json!({ "fileContent": Pair::p256().certificate, "role": 1000, "entity": -5 });
    let sent = case.site.http.post(case.path()).bearer_auth(&case.token).json(&body);
    let (sent, ()) =
        tokio::join!(sent.timeout(std::time::Duration::from_millis(500)).send(), async {
            while case.listed().await.len() < 2 {
                tokio::task::yield_now().await;
            }
        });
    assert!(sent.unwrap_err().is_timeout());
}

#[tokio::test]
async fn a_clock_that_is_off_shows_in_the_date_and_in_the_rules() {
    let case = Case::new().await;
    for (seconds, date) in
        [(-600, "Sat, 21 Nov 2026 09:50:00 GMT"), (600, "Sat, 21 Nov 2026 10:10:00 GMT")]
    {
        case.site.fault(Endpoint::Token, Misbehaviour::ClockOff { seconds }, Lasts::Once);
        let request = case.site.http.post(case.site.url(&format!("{BASE}/token"))).form(&[
            ("grant_type", "client_credentials"),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", &case.pair.sign(&case.id, &case.site.claims(&case.record))),
        ]);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.headers()["date"], date);
        assert_eq!(answer.status(), 401, "{seconds}");
    }
    let right = case.site.http.get(case.site.url("/")).send().await.unwrap();
    assert_eq!(right.headers()["date"], "Sat, 21 Nov 2026 10:00:00 GMT");
}

#[tokio::test]
async fn a_lagging_list_hides_what_came_after_so_many_times() {
    let case = Case::new().await;
    case.site.fault(Endpoint::List, Misbehaviour::ListLag { lists: 2 }, Lasts::Once);
    assert_eq!(case.listed().await.len(), 1, "nothing to hide yet, so this one does not count");
    case.upload(&Pair::p256().certificate).await;
    case.revoke(&case.id).await;
    for _ in 0..2 {
        let rows = case.list().await.json();
        assert_eq!(rows.as_array().unwrap().len(), 1);
        assert_eq!(rows[0]["revoked"], false);
    }
    let rows = case.list().await.json();
    assert_eq!(rows.as_array().unwrap().len(), 2);
    assert_eq!(rows[0]["revoked"], true);
}

#[tokio::test]
async fn a_list_can_name_everything_twice_and_in_no_order() {
    let case = Case::new().await;
    for _ in 0..4 {
        case.upload(&Pair::p256().certificate).await;
    }
    let order = case.listed().await;
    case.site.fault(Endpoint::List, Misbehaviour::DuplicateRows, Lasts::Once);
    assert_eq!(case.listed().await.len(), 10);

    case.site.fault(Endpoint::List, Misbehaviour::RandomOrder, Lasts::Sticky);
    let mut shuffled = case.listed().await;
    while shuffled == order {
        shuffled = case.listed().await;
    }
    shuffled.sort();
    let mut sorted = order.clone();
    sorted.sort();
    assert_eq!(shuffled, sorted);
    case.site.practice.faults().clear();
    assert_eq!(case.listed().await, order);
}

#[tokio::test]
async fn an_upload_can_end_sooner_bear_another_id_or_find_no_slot() {
    let case = Case::new().await;
    case.site.fault(Endpoint::Upload, Misbehaviour::SlotsFull, Lasts::Once);
    let pair = Pair::p256();
    assert_eq!(case.upload(&pair.certificate).await.status, 400);

    case.site.fault(Endpoint::Upload, Misbehaviour::DateShortened { days: 10 }, Lasts::Once);
    case.site.fault(
        Endpoint::Upload,
        Misbehaviour::OtherCertificateId { prefix: "-Q".to_owned() },
        Lasts::Once,
    );
    case.site.fault(Endpoint::Upload, Misbehaviour::OldUploadAnswer, Lasts::Once);
    let answer = case.upload(&pair.certificate).await.json();
    assert_eq!(answer["valid_until"], "2026-12-01");
    assert_eq!(answer["valid"], true);
    assert_eq!(answer["installation_id"], 1);
    assert!(answer.get("application_id").is_none());
    let id = answer["certificate_id"].as_str().unwrap();
    assert!(id.starts_with("-Q") && id.len() == 43);
    case.site.access_token(&case.record, id, &pair).await;
}

#[tokio::test]
async fn a_new_certificate_can_be_unknown_for_some_minutes() {
    let case = Case::new().await;
    case.site.fault(Endpoint::Token, Misbehaviour::RefuseAfterUpload { minutes: 5 }, Lasts::Sticky);
    let ask = || async {
        case.site.token(&case.pair.sign(&case.id, &case.site.claims(&case.record))).await.status
    };
    assert_eq!(ask().await, 401);
    case.site.clock.advance(Duration::minutes(5));
    assert_eq!(ask().await, 200);
}

#[tokio::test]
async fn a_token_can_be_short_lived() {
    let mut case = Case::new().await;
    case.site.fault(Endpoint::Token, Misbehaviour::ShortLivedToken { seconds: 30 }, Lasts::Once);
    let answer =
        case.site.token(&case.pair.sign(&case.id, &case.site.claims(&case.record))).await.json();
    assert_eq!(answer["expires_in"], 30);
    case.token = answer["access_token"].as_str().unwrap().to_owned();
    assert_eq!(case.list().await.status, 200);
    case.site.clock.advance(Duration::seconds(30));
    assert_eq!(case.list().await.status, 401);
}

#[tokio::test]
async fn a_sandbox_can_be_wiped_between_two_requests() {
    let case = Case::new().await;
    case.site.fault(Endpoint::Any, Misbehaviour::SandboxWiped, Lasts::Once);
    assert!(case.listed().await.is_empty());
    assert_eq!(
        case.site.token(&case.pair.sign(&case.id, &case.site.claims(&case.record))).await.status,
        401
    );
    let again = case.site.upload(&case.record, -5, 3, case.pair.certificate.as_bytes()).await;
    assert_eq!(again.status, 303, "the certificate may be used again: its mapping never was");
}

#[tokio::test]
async fn a_sticky_fault_stays_until_it_is_cleared() {
    let site = Site::open().await;
    site.fault(Endpoint::Datacenterurls, Misbehaviour::ServerError, Lasts::Sticky);
    let ask = || site.get("/rest/datacenterurls?account=TSTDRV1000001");
    assert_eq!([ask().await.status, ask().await.status], [500, 500]);
    assert_eq!(site.get("/").await.status, 200, "pages do not suffer");
    assert_eq!(site.post("/practice/faults/clear", &[]).await.status, 303);
    assert_eq!(ask().await.status, 200);
}

#[tokio::test]
async fn of_two_spoiled_answers_the_first_set_comes_first() {
    let site = Site::open().await;
    site.fault(Endpoint::Datacenterurls, Misbehaviour::Forbidden, Lasts::Once);
    site.fault(Endpoint::Any, Misbehaviour::ServerError, Lasts::Once);
    let ask = || site.get("/rest/datacenterurls?account=TSTDRV1000001");
    assert_eq!([ask().await.status, ask().await.status, ask().await.status], [403, 500, 200]);
}

#[tokio::test]
async fn a_fault_that_cannot_happen_there_is_refused() {
    let site = Site::open().await;
    let fault = Fault {
        endpoint: Endpoint::Token,
        misbehaviour: Misbehaviour::DuplicateRows,
        lasts: Lasts::Once,
    };
    assert_eq!(site.practice.faults().add(fault.clone()).unwrap_err().0, fault);
    let sent = site.http.post(site.url("/practice/faults")).json(&fault).send().await.unwrap();
    assert_eq!(sent.status(), 422);
}

#[tokio::test]
async fn json_the_form_and_the_process_set_the_same_faults() {
    let site = Site::open().await;
    let json = json!({ "endpoint": "list", "kind": "list-lag", "lists": 3, "lasts": "sticky" });
    assert_eq!(
        site.http.post(site.url("/practice/faults")).json(&json).send().await.unwrap().status(),
        204
    );
    let form = [
        ("endpoint", "list"),
        ("kind", "list-lag"),
        ("amount", "3"),
        ("text", ""),
        ("lasts", "sticky"),
    ];
    assert_eq!(site.post("/practice/faults/set", &form).await.status, 303);
    site.fault(Endpoint::List, Misbehaviour::ListLag { lists: 3 }, Lasts::Sticky);

    let all = site.practice.faults().all();
    assert!(all.len() == 3 && all.iter().all(|fault| *fault == all[0]), "{all:?}");
    assert_eq!(site.get("/practice/faults.json").await.json(), json!([json, json, json]));

    let incomplete = [
        ("endpoint", "list"),
        ("kind", "list-lag"),
        ("amount", "many"),
        ("text", ""),
        ("lasts", "once"),
    ];
    assert_eq!(site.post("/practice/faults/set", &incomplete).await.status, 422);
}

#[tokio::test]
async fn requests_are_recorded_without_their_secrets() {
    let site = Site::open().await;
    site.get("/rest/datacenterurls?account=secret").await;
    let expected =
        ReceivedRequest { method: "GET".to_owned(), path: "/rest/datacenterurls".to_owned() };
    assert_eq!(site.practice.requests(), [expected]);
}
