//! The authorization code grant with PKCE: the page, the code, the tokens.

use aws_lc_rs::digest::{SHA256, digest};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use netsuite_practice::AuditDetail;
use time::Duration;

use crate::site::{Answer, BASE, Record, Site, between};

const PAGE: &str = "/app/login/oauth2/authorize.nl";
const REDIRECT: &str = "certdesk://oauth/callback";
const STATE: &str = "a-state-of-22-letters!";
const VERIFIER: &str = "a-verifier-of-at-least-forty-three-characters";

const PUBLIC: &[(&str, &str)] = &[
    ("name", "Certdesk sign-in"),
    ("authorization_code", "on"),
    ("public_client", "on"),
    ("client_credentials", "on"),
    ("redirect_uris", REDIRECT),
    ("rest_webservices", "on"),
];

/// Changed parameters, the error they end in, and the audit trail's reason.
type Refused<'a> = (&'a [(&'a str, &'a str)], &'a str, AuditDetail);

struct Case {
    site: Site,
    record: Record,
}

impl Case {
    async fn public() -> Self {
        let site = Site::open().await;
        let record = site.record(PUBLIC).await;
        Self { site, record }
    }

    async fn confidential() -> Self {
        let site = Site::open().await;
        let fields: Vec<_> =
            PUBLIC.iter().copied().filter(|(name, _)| *name != "public_client").collect();
        let record = site.record(&fields).await;
        Self { site, record }
    }

    /// A sound request with these parameters changed; an empty value leaves one out.
    fn asked<'a>(&'a self, changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, String)> {
        let sound = [
            ("response_type", "code".to_owned()),
            ("client_id", self.record.consumer_key.clone()),
            ("redirect_uri", REDIRECT.to_owned()),
            ("scope", "rest_webservices".to_owned()),
            ("state", STATE.to_owned()),
            ("code_challenge", challenge(VERIFIER)),
            ("code_challenge_method", "S256".to_owned()),
        ];
        let changed = |name: &str| changes.iter().any(|(other, _)| *other == name);
        let kept = sound.into_iter().filter(|(name, _)| !changed(name));
        kept.chain(changes.iter().map(|(name, value)| (*name, (*value).to_owned())))
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    async fn open(&self, changes: &[(&str, &str)]) -> Answer {
        let form: Vec<_> = self.asked(changes);
        let query = form
            .iter()
            .map(|(name, value)| {
                format!(
                    "{name}={}",
                    value.replace('!', "%21").replace(' ', "+").replace('&', "%26")
                )
            })
            .collect::<Vec<_>>()
            .join("&");
        self.site.get(&format!("{PAGE}?{query}")).await
    }

    async fn decide(&self, decision: &str, login: &str) -> Answer {
        let mut form = self.asked(&[]);
        form.push(("decision", decision.to_owned()));
        form.push(("login", login.to_owned()));
        let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.site.post(PAGE, &form).await
    }

    /// Allows, and reads the code from the way back.
    async fn code(&self) -> String {
        let location = self.decide("allow", "-5;1000").await.location.unwrap();
        parameter(&location, "code").unwrap()
    }

    async fn exchange(&self, code: &str, changes: &[(&str, &str)]) -> Answer {
        let sound = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", REDIRECT),
            ("code_verifier", VERIFIER),
            ("client_id", &self.record.consumer_key),
        ];
        let changed = |name: &str| changes.iter().any(|(other, _)| *other == name);
        let kept = sound.into_iter().filter(|(name, _)| !changed(name));
        let form: Vec<_> =
            kept.chain(changes.iter().copied()).filter(|(_, value)| !value.is_empty()).collect();
        self.site.token_form(&form).await
    }

    async fn refresh(&self, token: &str) -> Answer {
        let form = [
            ("grant_type", "refresh_token"),
            ("refresh_token", token),
            ("client_id", &self.record.consumer_key),
        ];
        self.site.token_form(&form).await
    }

    async fn list(&self, token: &str) -> u16 {
        let path = format!("{BASE}/clients/{}/certificates", self.record.consumer_key);
        self.site
            .http
            .get(self.site.url(&path))
            .bearer_auth(token)
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    }
}

fn challenge(verifier: &str) -> String {
    Base64UrlUnpadded::encode_string(digest(&SHA256, verifier.as_bytes()).as_ref())
}

fn parameter(address: &str, name: &str) -> Option<String> {
    let (_, query) = address.split_once('?')?;
    query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).map(str::to_owned)
}

fn tokens(answer: &Answer) -> (String, Option<String>) {
    assert_eq!(answer.status, 200, "{}", answer.text);
    let body = answer.json();
    let text = |name: &str| body[name].as_str().map(str::to_owned);
    (text("access_token").unwrap(), text("refresh_token"))
}

#[tokio::test]
async fn allowing_leads_back_with_the_code_and_who_signed_in() {
    let case = Case::public().await;
    let page = case.open(&[]).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Certdesk sign-in") && page.text.contains("REST Web Services"));
    assert_eq!(between(&page.text, "name=\"state\" value=\"", "\""), STATE);

    let location = case.decide("allow", "17;1000").await.location.unwrap();
    assert!(location.starts_with("certdesk://oauth/callback?"));
    assert_eq!(parameter(&location, "state").unwrap(), "a-state-of-22-letters%21");
    assert_eq!(parameter(&location, "role").unwrap(), "1000");
    assert_eq!(parameter(&location, "entity").unwrap(), "17");
    assert_eq!(parameter(&location, "company").unwrap(), "TSTDRV1000001");
    assert_eq!(parameter(&location, "error"), None);
}

#[tokio::test]
async fn an_answer_for_the_web_page_is_shown_whole_on_the_page_that_stands_in_for_it() {
    let site = Site::open().await;
    let page = ("redirect_uris", netsuite_practice::REDIRECT_PAGE);
    let fields = PUBLIC.iter().map(|field| if field.0 == page.0 { page } else { *field });
    let record = site.record(&fields.collect::<Vec<_>>()).await;
    let case = Case { site, record };
    let mut form = case.asked(&[("redirect_uri", netsuite_practice::REDIRECT_PAGE)]);
    form.push(("decision", "allow".to_owned()));
    form.push(("login", "-5;1000".to_owned()));
    let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let location = case.site.post(PAGE, &form).await.location.unwrap();
    assert!(location.starts_with("/practice/signed-in?"), "{location}");

    let shown = case.site.get(&location).await;
    assert!(!shown.text.contains("<script"));
    let address =
        between(&shown.text, "spellcheck=\"false\" aria-describedby=\"address-hint\">", "<");
    let query = location.split_once('?').unwrap().1.replace('&', "&amp;");
    assert_eq!(address, format!("{}?{query}", netsuite_practice::REDIRECT_PAGE));
    assert!(shown.text.contains(&parameter(&location, "code").unwrap()));
}

#[tokio::test]
async fn the_page_lets_its_form_lead_to_the_applications_scheme_and_nowhere_else() {
    let case = Case::public().await;
    let query: Vec<_> = case
        .asked(&[])
        .into_iter()
        .map(|(name, value)| format!("{name}={}", value.replace('!', "%21")))
        .collect();
    let page = case
        .site
        .http
        .get(case.site.url(&format!("{PAGE}?{}", query.join("&"))))
        .send()
        .await
        .unwrap();
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    assert!(
        policy.contains("form-action 'self' certdesk:;") && policy.contains("default-src 'none'"),
        "{policy}"
    );
}

#[tokio::test]
async fn denying_leads_back_with_the_refusal() {
    let case = Case::public().await;
    let location = case.decide("deny", "").await.location.unwrap();
    assert_eq!(parameter(&location, "error").unwrap(), "access_denied");
    assert_eq!(parameter(&location, "code"), None);
    assert_eq!(case.site.detail(), Some(AuditDetail::AuthorizationExplicitlyDenied));
}

#[tokio::test]
async fn only_a_login_that_was_offered_can_be_chosen() {
    let case = Case::public().await;
    for login in ["17;3", "99;1000", ""] {
        let answer = case.decide("allow", login).await;
        assert_eq!(
            (answer.status, answer.location),
            (200, None),
            "{login}: the question is asked again"
        );
    }
}

#[tokio::test]
async fn an_unknown_client_or_redirect_stays_on_a_page() {
    let case = Case::public().await;
    for (changes, detail) in [
        (("client_id", "0000"), AuditDetail::UnknownIntegration),
        (("redirect_uri", "certdesk://oauth/elsewhere"), AuditDetail::InvalidRedirectURI),
        (("redirect_uri", "https://evil.example/"), AuditDetail::InvalidRedirectURI),
    ] {
        let answer = case.open(&[changes]).await;
        assert_eq!((answer.status, answer.location), (400, None));
        assert_eq!(case.site.detail(), Some(detail));
    }
}

#[tokio::test]
async fn a_request_that_breaks_a_rule_leads_back_with_its_error() {
    let case = Case::public().await;
    let long = "x".repeat(1025);
    let cases: &[Refused<'_>] = &[
        (&[("response_type", "token")], "unsupported_response_type", AuditDetail::InvalidRequest),
        (&[("state", "twenty-one-characters")], "invalid_request", AuditDetail::InvalidState),
        (&[("state", "")], "invalid_request", AuditDetail::InvalidState),
        (&[("state", &long)], "invalid_request", AuditDetail::InvalidState),
        (&[("code_challenge_method", "plain")], "invalid_request", AuditDetail::InvalidRequest),
        (&[("code_challenge", "short")], "invalid_request", AuditDetail::InvalidRequest),
        (
            &[("code_challenge", ""), ("code_challenge_method", "")],
            "invalid_request",
            AuditDetail::InvalidRequest,
        ),
        (&[("prompt", "select_account")], "invalid_request", AuditDetail::InvalidRequest),
        (&[("scope", "")], "invalid_scope", AuditDetail::InvalidScope),
        (&[("scope", "rest_webservices,restlets")], "invalid_scope", AuditDetail::InvalidScope),
        (&[("scope", "rest_webservices restlets")], "invalid_scope", AuditDetail::ScopeMismatched),
    ];
    for (changes, error, detail) in cases {
        let location = case.open(changes).await.location.unwrap();
        assert_eq!(parameter(&location, "error").as_deref(), Some(*error), "{changes:?}");
        assert_eq!(case.site.detail(), Some(*detail), "{changes:?}");
    }
}

#[tokio::test]
async fn a_public_client_exchanges_its_code_and_may_list_certificates() {
    let case = Case::public().await;
    let answer = case.exchange(&case.code().await, &[]).await;
    assert_eq!(answer.json()["expires_in"], 3600);
    let (access, refresh) = tokens(&answer);
    assert!(refresh.is_some());
    assert_eq!(case.list(&access).await, 200);
}

#[tokio::test]
async fn a_code_works_once_and_not_for_long() {
    let case = Case::public().await;
    let code = case.code().await;
    assert_eq!(case.exchange(&code, &[]).await.status, 200);
    let again = case.exchange(&code, &[]).await;
    assert_eq!((again.status, again.error().as_str()), (400, "invalid_grant"));
    assert_eq!(case.site.detail(), Some(AuditDetail::InvalidGrant));

    let late = case.code().await;
    case.site.clock.advance(Duration::minutes(5));
    assert_eq!(case.exchange(&late, &[]).await.error(), "invalid_grant");
}

#[tokio::test]
async fn a_code_goes_with_its_verifier_its_redirect_and_its_client() {
    let case = Case::public().await;
    let other = case.site.record(PUBLIC).await;
    let wrong = "another-verifier-of-forty-three-characters-too";
    let cases: &[Refused<'_>] = &[
        (&[("code_verifier", wrong)], "invalid_grant", AuditDetail::InvalidGrant),
        (&[("code_verifier", "")], "invalid_grant", AuditDetail::InvalidGrant),
        (&[("code_verifier", "short")], "invalid_request", AuditDetail::InvalidRequest),
        (
            &[("redirect_uri", "certdesk://oauth/elsewhere")],
            "invalid_grant",
            AuditDetail::InvalidRedirectURI,
        ),
        (&[("client_id", &other.consumer_key)], "invalid_grant", AuditDetail::ClientIdMismatch),
        (&[("client_id", "0000")], "invalid_client", AuditDetail::UnknownIntegration),
    ];
    for (changes, error, detail) in cases {
        let code = case.code().await;
        assert_eq!(case.exchange(&code, changes).await.error(), *error, "{changes:?}");
        assert_eq!(case.site.detail(), Some(*detail), "{changes:?}");
        assert_eq!(
            case.exchange(&code, &[]).await.error(),
            "invalid_grant",
            "the code is used up: {changes:?}"
        );
    }
}

#[tokio::test]
async fn a_confidential_client_must_show_its_secret() {
    let case = Case::confidential().await;
    let exchange = |code: String, secret: Option<&str>| {
        let form = [
            ("grant_type", "authorization_code"),
            ("code", &code),
            ("redirect_uri", REDIRECT),
            ("code_verifier", VERIFIER),
        ];
        let request = case.site.http.post(case.site.url(&format!("{BASE}/token")));
        let request = request.basic_auth(&case.record.consumer_key, secret).form(&form);
        async move { Answer::of(request.send().await.unwrap()).await }
    };
    for secret in [None, Some("wrong")] {
        let refused = exchange(case.code().await, secret).await;
        assert_eq!((refused.status, refused.error().as_str()), (401, "invalid_client"));
        assert_eq!(case.site.detail(), Some(AuditDetail::ClientAuthenticationFailed));
    }
    assert_eq!(
        case.exchange(&case.code().await, &[]).await.error(),
        "invalid_client",
        "an ID alone is not enough"
    );
    let secret = [("client_secret", case.record.consumer_secret.as_str())];
    assert_eq!(
        case.exchange(&case.code().await, &secret).await.error(),
        "invalid_request",
        "not in the body"
    );

    let granted = exchange(case.code().await, Some(&case.record.consumer_secret)).await;
    assert!(tokens(&granted).1.is_some());
}

#[tokio::test]
async fn a_public_clients_refresh_token_works_once_and_is_replaced_for_a_week() {
    let case = Case::public().await;
    let (_, first) = tokens(&case.exchange(&case.code().await, &[]).await);
    let first = first.unwrap();
    let (access, second) = tokens(&case.refresh(&first).await);
    assert_eq!(case.list(&access).await, 200);
    assert_eq!(case.refresh(&first).await.error(), "invalid_grant");

    let mut token = second.unwrap();
    for _ in 0..3 {
        case.site.clock.advance(Duration::hours(47));
        token = tokens(&case.refresh(&token).await).1.unwrap();
    }
    case.site.clock.advance(Duration::hours(47));
    assert_eq!(case.refresh(&token).await.error(), "invalid_grant", "168 hours are over");
}

#[tokio::test]
async fn a_confidential_clients_refresh_token_serves_for_seven_days() {
    let case = Case::confidential().await;
    let basic = |form: Vec<(&'static str, String)>| {
        let request = case.site.http.post(case.site.url(&format!("{BASE}/token")));
        let request = request
            .basic_auth(&case.record.consumer_key, Some(&case.record.consumer_secret))
            .form(&form);
        async move { Answer::of(request.send().await.unwrap()).await }
    };
    let code = case.code().await;
    let form = vec![
        ("grant_type", "authorization_code".to_owned()),
        ("code", code),
        ("redirect_uri", REDIRECT.to_owned()),
        ("code_verifier", VERIFIER.to_owned()),
    ];
    let refresh = tokens(&basic(form).await).1.unwrap();
    let refreshed = || {
        basic(vec![("grant_type", "refresh_token".to_owned()), ("refresh_token", refresh.clone())])
    };
    for _ in 0..2 {
        case.site.clock.advance(Duration::days(3));
        assert_eq!(tokens(&refreshed().await).1, None, "the same token serves on");
    }
    case.site.clock.advance(Duration::days(1));
    assert_eq!(refreshed().await.error(), "invalid_grant");
}

#[tokio::test]
async fn revoking_a_refresh_token_ends_its_access_tokens() {
    let case = Case::public().await;
    let (access, refresh) = tokens(&case.exchange(&case.code().await, &[]).await);
    let refresh = refresh.unwrap();
    let revoke = |token: String| {
        let form = [("token", token), ("client_id", case.record.consumer_key.clone())];
        let request = case.site.http.post(case.site.url(&format!("{BASE}/revoke"))).form(&form);
        async move { request.send().await.unwrap().status() }
    };
    assert_eq!(revoke(refresh.clone()).await, 200);
    assert_eq!(case.refresh(&refresh).await.error(), "invalid_grant");
    assert_eq!(case.list(&access).await, 401);
    assert_eq!(case.site.detail(), Some(AuditDetail::TokenBlocked));
    assert_eq!(
        revoke("unknown".to_owned()).await,
        200,
        "a token that is not known counts as revoked"
    );
}

#[tokio::test]
async fn no_token_is_kept_in_the_state_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("account.json");
    let site = Site::open_in(&file).await;
    let record = site.record(PUBLIC).await;
    let case = Case { site, record };
    let (access, refresh) = tokens(&case.exchange(&case.code().await, &[]).await);
    let kept = std::fs::read_to_string(&file).unwrap();
    assert!(
        kept.contains("refreshTokens")
            && !kept.contains(&refresh.unwrap())
            && !kept.contains(&access)
    );
}
