//! Who is let in: this machine's programs and the account's own pages.

use reqwest::header::{CONTENT_TYPE, HOST, ORIGIN};

use crate::site::{BASE, Site};

const FEATURES: &str = "/app/setup/features.nl";

#[tokio::test]
async fn another_host_name_is_refused_on_every_path() {
    let site = Site::open().await;
    let port = site.practice.address().port();
    for host in [
        format!("localhost:{port}"),
        "127.0.0.1".to_owned(),
        format!("rebound.example:{port}"),
        format!("[::1]:{port}"),
    ] {
        for path in ["/", FEATURES, "/rest/datacenterurls?account=TSTDRV1000001"] {
            let answer = site.http.get(site.url(path)).header(HOST, &host).send().await.unwrap();
            assert_eq!(answer.status(), 421, "{host} {path}");
        }
        let answer = site
            .http
            .post(site.url(&format!("{BASE}/token")))
            .header(HOST, &host)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 421, "{host}");
    }
    assert!(site.practice.requests().is_empty(), "strangers are not recorded");
}

#[tokio::test]
async fn a_form_of_a_foreign_page_changes_nothing() {
    let site = Site::open().await;
    let own = site.practice.origin();
    let foreign: [&[(&str, &str)]; 7] = [
        &[],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", &own), ("sec-fetch-site", "cross-site")],
        &[("origin", "https://evil.example"), ("sec-fetch-site", "same-origin")],
    ];
    for headers in foreign {
        let mut request = site.http.post(site.url(FEATURES));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = request.form(&[("rest_web_services", "on")]).send().await.unwrap();
        assert_eq!(answer.status(), 403, "{headers:?}");
    }
    assert!(is_on(&site, "oauth2").await, "OAuth 2.0 is still ticked");
}

#[tokio::test]
async fn a_form_of_the_accounts_own_page_is_carried_out() {
    let site = Site::open().await;
    assert_eq!(site.post(FEATURES, &[("rest_web_services", "on")]).await.status, 303);
    assert!(!is_on(&site, "oauth2").await);
}

#[tokio::test]
async fn json_from_a_program_needs_no_origin_but_from_a_browser_it_does() {
    let site = Site::open().await;
    let fault = r#"{"endpoint":"token","kind":"server-error"}"#;
    let send = |origin: Option<&str>| {
        let mut request = site
            .http
            .post(site.url("/practice/faults"))
            .header(CONTENT_TYPE, "application/json")
            .body(fault);
        if let Some(origin) = origin {
            request = request.header(ORIGIN, origin);
        }
        request.send()
    };
    assert_eq!(send(Some("https://evil.example")).await.unwrap().status(), 403);
    assert!(site.practice.faults().all().is_empty());
    assert_eq!(send(None).await.unwrap().status(), 204);
    assert_eq!(site.practice.faults().all().len(), 1);
}

#[tokio::test]
async fn nobody_may_read_or_frame_a_page_from_elsewhere() {
    let site = Site::open().await;
    let answer =
        site.http.get(site.url("/")).header(ORIGIN, "https://evil.example").send().await.unwrap();
    let header = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap());
    assert_eq!(header("access-control-allow-origin"), None);
    assert_eq!(header("x-frame-options"), Some("DENY"));
    assert_eq!(header("x-content-type-options"), Some("nosniff"));
    assert_eq!(header("cache-control"), Some("no-store"));
    let policy = header("content-security-policy").unwrap();
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    assert!(!policy.contains("script"), "no script runs");
}

async fn is_on(site: &Site, name: &str) -> bool {
    let page = site.get(FEATURES).await.text;
    let (_, rest) = page.split_once(&format!("name=\"{name}\"")).unwrap();
    rest.split_once('>').unwrap().0.contains("checked")
}
