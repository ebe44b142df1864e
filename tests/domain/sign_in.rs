//! Signing in by browser, on the practice account and its own consent pages, and every way in which
//! that is refused.

use certdesk_core::connection::{Connection, ConnectionId};
use certdesk_core::error::{NetSuiteError, SignInError};
use certdesk_core::netsuite::sign_in::WaitingSignIns;
use certdesk_core::{Error, Result};
use netsuite_client::sign_in::{Callback, Client, ClientSecret, RedirectPage, Session, SignIn};
use netsuite_client::{AccountId, ClientId, NetSuite, Origin, REDIRECT_URI};
use netsuite_keys::secret::Secret;
use netsuite_practice::{
    AuditDetail, Clock, Endpoint, Fault, Lasts, Misbehaviour, Options, Practice,
};
use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use crate::person::{Administrator, Record};

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);
/// The account's owner, in the role for integrations.
const OWNER: &str = "-5;1000";

/// Whether a failure is the one that is meant.
type Expected = fn(&Error) -> bool;

/// A practice account with an integration record for signing in.
struct Site {
    practice: Practice,
    administrator: Administrator,
    record: Record,
    netsuite: NetSuite,
    public_client: bool,
    clock: Clock,
}

impl Site {
    async fn public() -> Self {
        Self::with(true, &["rest_webservices", "restlets"]).await
    }

    async fn confidential() -> Self {
        Self::with(false, &["rest_webservices", "restlets"]).await
    }

    async fn with(public_client: bool, scopes: &[&str]) -> Self {
        let clock = Clock::stopped_at(NOW);
        let options = Options { clock: clock.clone(), ..Options::default() };
        let practice = Practice::start(options).await.unwrap();
        let administrator = Administrator::at(&practice.origin());
        let record =
            administrator.creates_a_record_for_sign_in("Certdesk", public_client, scopes).await;
        let account = AccountId::parse(practice.account_id()).unwrap();
        let origin = Origin::practice(practice.address(), account).unwrap();
        let netsuite = NetSuite::new(origin).unwrap();
        Self { practice, administrator, record, netsuite, public_client, clock }
    }

    fn client(&self) -> Client {
        let secret = (!self.public_client).then_some(self.record.consumer_secret.as_str());
        self.client_with(secret)
    }

    fn client_with(&self, secret: Option<&str>) -> Client {
        let secret = secret.map(|text| ClientSecret::parse(&Secret::new(text.to_owned())).unwrap());
        Client { id: ClientId::parse(&self.record.consumer_key).unwrap(), secret }
    }

    fn begins(&self) -> SignIn {
        SignIn::begin(&self.netsuite, self.client(), NOW).unwrap()
    }

    async fn allows(&self, sign_in: &SignIn) -> String {
        self.administrator.opens(sign_in.authorize_url()).await.allow(OWNER).await
    }

    async fn finishes(&self, sign_in: SignIn, address: &str) -> Result<Session> {
        Ok(sign_in.finish(&self.netsuite, Callback::parse(address)?, NOW).await?)
    }

    async fn signs_in(&self) -> Session {
        let sign_in = self.begins();
        let address = self.allows(&sign_in).await;
        self.finishes(sign_in, &address).await.unwrap()
    }

    /// What the certificates endpoint says to the token: whether it lists.
    async fn lists_with(&self, session: &Session) -> bool {
        self.netsuite.list_certificates(&session.token, &session.client_id).await.is_ok()
    }

    fn token_requests(&self) -> usize {
        let paths = self.practice.requests();
        paths.iter().filter(|request| request.path.ends_with("/token")).count()
    }

    fn last_detail(&self) -> Option<AuditDetail> {
        self.practice.audit().last().and_then(|entry| entry.detail)
    }
}

/// The address with one parameter of another value.
fn with(address: &str, name: &str, value: &str) -> String {
    let (start, query) = address.split_once('?').unwrap();
    let changed = query.split('&').map(|pair| match pair.split_once('=') {
        Some((other, _)) if other == name => format!("{name}={value}"),
        _ => pair.to_owned(),
    });
    format!("{start}?{}", changed.collect::<Vec<_>>().join("&"))
}

fn connection() -> ConnectionId {
    Connection::new("Northwind Traders", true, NOW).unwrap().id
}

#[tokio::test]
async fn a_public_client_signs_in_and_may_list_certificates() {
    let site = Site::public().await;
    let session = site.signs_in().await;
    assert_eq!(session.role.unwrap().to_string(), "1000");
    assert_eq!(session.entity.unwrap().to_string(), "-5");
    assert_eq!(session.company.as_str(), "TSTDRV1000001");
    assert_eq!(session.who.scopes, ["rest_webservices"], "no other scope is asked for");
    assert_eq!(session.expires_at, NOW + Duration::HOUR);
    assert!(session.refresh.is_some());
    assert!(site.lists_with(&session).await);
}

#[tokio::test]
async fn a_confidential_client_signs_in_with_its_secret() {
    let site = Site::confidential().await;
    let session = site.signs_in().await;
    assert!(site.lists_with(&session).await);
}

#[tokio::test]
async fn what_the_browser_opens_is_as_documented_and_new_each_time() {
    let site = Site::confidential().await;
    let sign_in = site.begins();
    let url = url::Url::parse(sign_in.authorize_url()).unwrap();
    let value = |name: &str| url.query_pairs().find(|(other, _)| other == name).unwrap().1;
    assert_eq!(url.path(), "/app/login/oauth2/authorize.nl");
    assert_eq!(value("response_type"), "code");
    assert_eq!(value("client_id"), site.record.consumer_key);
    assert_eq!(value("redirect_uri"), REDIRECT_URI);
    assert_eq!(value("scope"), "rest_webservices");
    assert_eq!(value("code_challenge_method"), "S256");
    assert_eq!(value("state").len(), 43, "32 random bytes");
    assert_eq!(value("code_challenge").len(), 43);
    assert!(!sign_in.authorize_url().contains(&site.record.consumer_secret));

    let another = site.begins();
    for part in ["state", "code_challenge"] {
        let text = value(part).into_owned();
        assert!(!another.authorize_url().contains(&text), "{part} is used once");
    }
}

#[tokio::test]
async fn the_address_may_be_pasted_in_any_form() {
    let site = Site::public().await;
    let sign_in = site.begins();
    let address = site.allows(&sign_in).await;
    let query = address.split_once('?').unwrap().1;
    assert!(site.finishes(sign_in, &format!("  \"?{query}\"\n")).await.is_ok());
}

#[tokio::test]
async fn a_sign_in_that_ends_on_a_web_page_is_finished_with_the_address_that_the_page_shows() {
    let site = Site::public().await;
    let page = RedirectPage::parse(netsuite_practice::REDIRECT_PAGE).unwrap();
    let uris = format!("{REDIRECT_URI}\n{page}");
    let scopes = ["rest_webservices"];
    let record = site.administrator.creates_a_record_that_answers_to(&uris, "Page", true, &scopes);
    let site = Site { record: record.await, ..site };
    let begins = || SignIn::begin_at(&site.netsuite, site.client(), Some(page.clone()), NOW);
    let sign_in = begins().unwrap();
    let url = url::Url::parse(sign_in.authorize_url()).unwrap();
    let named = url.query_pairs().find(|(name, _)| name == "redirect_uri").unwrap().1.into_owned();
    assert_eq!(named, page.as_str());

    let path = site.allows(&sign_in).await;
    let address = site.administrator.copies_the_address_shown_at(&path).await;
    let callback = Callback::parse_at(&address, Some(&page)).unwrap();
    let session = sign_in.finish(&site.netsuite, callback, NOW).await.unwrap();
    assert!(site.lists_with(&session).await);

    // The page may hand the same answer to the app. The code is still exchanged for the page's address.
    let sign_in = begins().unwrap();
    let path = site.allows(&sign_in).await;
    let handed_over = format!("{REDIRECT_URI}?{}", path.split_once('?').unwrap().1);
    assert!(site.finishes(sign_in, &handed_over).await.is_ok());

    let sign_in = begins().unwrap();
    let path = site.administrator.opens(sign_in.authorize_url()).await.deny().await;
    let address = site.administrator.copies_the_address_shown_at(&path).await;
    let callback = Callback::parse_at(&address, Some(&page)).unwrap();
    let denied = sign_in.finish(&site.netsuite, callback, NOW).await;
    assert!(matches!(denied, Err(NetSuiteError::SignIn(SignInError::Denied))));
}

#[tokio::test]
async fn a_page_that_is_not_on_the_record_leaves_the_browser_in_netsuite() {
    let site = Site::public().await;
    let page = RedirectPage::parse("https://sign-in.consultant.example/").unwrap();
    let sign_in = SignIn::begin_at(&site.netsuite, site.client(), Some(page), NOW).unwrap();
    assert_eq!(site.administrator.is_turned_away_by(sign_in.authorize_url()).await, 400);
    assert_eq!(site.last_detail(), Some(AuditDetail::InvalidRedirectURI));
}

#[tokio::test]
async fn another_state_belongs_to_another_sign_in_and_sends_nothing() {
    let site = Site::public().await;
    let (sign_in, other) = (site.begins(), site.begins());
    let address = site.allows(&other).await;
    let refused = site.finishes(sign_in, &address).await;
    assert!(matches!(refused, Err(Error::SignIn(SignInError::StateDiffers))));
    let none = with(&address, "state", "");
    let refused = site.finishes(other, &none).await;
    assert!(matches!(refused, Err(Error::SignIn(SignInError::StateDiffers))));
    assert_eq!(site.token_requests(), 0);
}

#[tokio::test]
async fn a_code_that_was_used_is_refused() {
    let site = Site::public().await;
    let (first, second) = (site.begins(), site.begins());
    let address = site.allows(&first).await;
    let own = site.allows(&second).await;
    let code = address.split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    site.finishes(first, &address).await.unwrap();
    // Whoever saw the code and brings it into a sign-in of their own.
    let refused = site.finishes(second, &with(&own, "code", &code)).await;
    assert!(
        matches!(refused, Err(Error::SignIn(SignInError::CodeRefused { error })) if error == "invalid_grant")
    );
}

#[tokio::test]
async fn a_code_of_another_sign_in_fails_for_its_verifier() {
    let site = Site::public().await;
    let (mine, theirs) = (site.begins(), site.begins());
    let (own, stolen) = (site.allows(&mine).await, site.allows(&theirs).await);
    let code = stolen.split("code=").nth(1).unwrap().split('&').next().unwrap();
    let refused = site.finishes(mine, &with(&own, "code", code)).await;
    assert!(matches!(refused, Err(Error::SignIn(SignInError::CodeRefused { .. }))));
    assert_eq!(site.last_detail(), Some(AuditDetail::InvalidGrant));
}

#[tokio::test]
async fn denying_is_told_as_such() {
    let site = Site::public().await;
    let sign_in = site.begins();
    let address = site.administrator.opens(sign_in.authorize_url()).await.deny().await;
    assert!(matches!(
        site.finishes(sign_in, &address).await,
        Err(Error::SignIn(SignInError::Denied))
    ));
    assert_eq!(site.token_requests(), 0);
}

#[tokio::test]
async fn a_record_without_rest_web_services_is_told_by_its_error() {
    let site = Site::with(true, &["restlets"]).await;
    let sign_in = site.begins();
    let address = site.administrator.is_sent_back_by(sign_in.authorize_url()).await;
    let refused = site.finishes(sign_in, &address).await;
    assert!(
        matches!(refused, Err(Error::SignIn(SignInError::Refused { error })) if error == "invalid_scope")
    );
    assert_eq!(site.last_detail(), Some(AuditDetail::ScopeMismatched));
}

#[tokio::test]
async fn the_account_signed_in_to_must_be_the_connections() {
    let site = Site::public().await;
    for (company, other) in [("4718203", "4718203"), ("tstdrv1000001-sb1", "TSTDRV1000001_SB1")] {
        let sign_in = site.begins();
        let address = with(&site.allows(&sign_in).await, "company", company);
        let refused = site.finishes(sign_in, &address).await;
        assert!(matches!(
            refused,
            Err(Error::SignIn(SignInError::OtherAccount { company, expected }))
                if company == other && expected == "TSTDRV1000001"
        ));
    }
    assert_eq!(site.token_requests(), 0, "nothing is sent for another account");
}

#[tokio::test]
async fn hostile_values_are_refused_before_anything_is_built_from_them() {
    let site = Site::public().await;
    for (name, value) in [
        ("company", "evil.com/"),
        ("company", "evil.com%2F%23"),
        ("company", "1@x"),
        ("company", "%E2%85%A7"),
        ("company", "https%3A%2F%2Ftstdrv1000001.app.netsuite.com%2F"),
        ("company", ""),
        ("role", "3;drop"),
        ("role", "3%20OR%201"),
        ("entity", "..%2F"),
    ] {
        let sign_in = site.begins();
        let address = with(&site.allows(&sign_in).await, name, value);
        let refused = site.finishes(sign_in, &address).await;
        assert!(
            matches!(refused, Err(Error::SignIn(SignInError::ValuesInvalid))),
            "{name}={value}"
        );
    }
    assert_eq!(site.token_requests(), 0);
}

#[tokio::test]
async fn the_token_is_believed_before_the_redirect() {
    let site = Site::public().await;
    let sign_in = site.begins();
    let address = with(&site.allows(&sign_in).await, "role", "3");
    let session = site.finishes(sign_in, &address).await.unwrap();
    assert_eq!(session.role.unwrap().to_string(), "1000", "what the token says");
}

#[tokio::test]
async fn a_wrong_secret_a_missing_one_and_one_too_many_are_told_apart_from_a_bad_code() {
    let site = Site::confidential().await;
    for (secret, public_client) in [(Some("wrong"), false), (None, true)] {
        let client = site.client_with(secret);
        let sign_in = SignIn::begin(&site.netsuite, client, NOW).unwrap();
        let address = site.allows(&sign_in).await;
        let refused = site.finishes(sign_in, &address).await;
        assert!(matches!(
            refused,
            Err(Error::SignIn(SignInError::ClientNotAuthenticated { public_client: said })) if said == public_client
        ));
    }
}

#[tokio::test]
async fn an_answer_that_was_lost_is_not_asked_for_again() {
    let site = Site::public().await;
    for misbehaviour in [Misbehaviour::DropAfter, Misbehaviour::ServerErrorAfter] {
        let before = site.token_requests();
        let sign_in = site.begins();
        let address = site.allows(&sign_in).await;
        let fault = Fault { endpoint: Endpoint::Token, misbehaviour, lasts: Lasts::Once };
        site.practice.faults().add(fault).unwrap();
        assert!(site.finishes(sign_in, &address).await.is_err());
        assert_eq!(site.token_requests(), before + 1, "a code is sent once");
    }
}

#[tokio::test]
async fn answers_that_are_none_end_as_everywhere() {
    let site = Site::public().await;
    let cases: [(Misbehaviour, Expected); 5] = [
        (Misbehaviour::Html, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::AnswerNotJson { html: true, .. }))
        }),
        (
            Misbehaviour::TruncatedJson,
            |e| matches!(e, Error::NetSuite(NetSuiteError::AnswerNotJson { excerpt, .. }) if excerpt.is_empty()),
        ),
        (Misbehaviour::EmptyBody, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::AnswerEmpty { .. }))
        }),
        (Misbehaviour::TooManyRequests { retry_after: 30 }, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::TooManyRequests { retry_after: Some(30) }))
        }),
        (
            Misbehaviour::Redirect { to: "https://evil.example/".to_owned() },
            |e| matches!(e, Error::NetSuite(NetSuiteError::Redirected { to: Some(to), .. }) if to == "evil.example"),
        ),
    ];
    for (misbehaviour, expected) in cases {
        let sign_in = site.begins();
        let address = site.allows(&sign_in).await;
        let named = format!("{misbehaviour:?}");
        let fault = Fault { endpoint: Endpoint::Token, misbehaviour, lasts: Lasts::Once };
        site.practice.faults().add(fault).unwrap();
        let error = site.finishes(sign_in, &address).await.unwrap_err();
        assert!(expected(&error), "{named}: {error:?}");
    }
}

#[tokio::test]
async fn a_public_clients_refresh_token_serves_once_and_brings_the_next() {
    let site = Site::public().await;
    let first = site.signs_in().await;
    let token = first.refresh.as_ref().unwrap();
    let renewed = Session::renew(&site.netsuite, site.client(), token, NOW).await.unwrap();
    assert!(site.lists_with(&renewed).await);
    assert_eq!((renewed.role, renewed.entity), (first.role, first.entity));
    let next = renewed.refresh.unwrap();
    assert_ne!(next.expose(), token.expose());

    let again = Session::renew(&site.netsuite, site.client(), token, NOW).await;
    assert!(matches!(again, Err(NetSuiteError::SignIn(SignInError::Ended))), "it was used up");
    assert!(Session::renew(&site.netsuite, site.client(), &next, NOW).await.is_ok());
}

#[tokio::test]
async fn a_confidential_clients_refresh_token_serves_on_until_it_ends() {
    let site = Site::confidential().await;
    let token = site.signs_in().await.refresh.unwrap();
    for _ in 0..2 {
        let renewed = Session::renew(&site.netsuite, site.client(), &token, NOW).await.unwrap();
        assert!(renewed.refresh.is_none(), "the old one stays in use");
    }
    let wrong = Session::renew(&site.netsuite, site.client_with(Some("wrong")), &token, NOW).await;
    assert!(matches!(
        wrong,
        Err(NetSuiteError::SignIn(SignInError::ClientNotAuthenticated { public_client: false }))
    ));
    site.clock.advance(Duration::days(8));
    let late = Session::renew(&site.netsuite, site.client(), &token, NOW).await;
    assert!(matches!(late, Err(NetSuiteError::SignIn(SignInError::Ended))));
}

#[tokio::test]
async fn revoking_ends_the_refresh_token_and_the_access_token_with_it() {
    for site in [Site::public().await, Site::confidential().await] {
        let session = site.signs_in().await;
        let token = session.refresh.as_ref().unwrap();
        Session::revoke(&site.netsuite, &site.client(), token).await.unwrap();
        assert!(!site.lists_with(&session).await);
        let renewed = Session::renew(&site.netsuite, site.client(), token, NOW).await;
        assert!(matches!(renewed, Err(NetSuiteError::SignIn(SignInError::Ended))));
        let again = Session::revoke(&site.netsuite, &site.client(), token).await;
        assert!(again.is_ok(), "ended is ended");
    }
}

#[tokio::test]
async fn a_callback_nobody_asked_for_is_refused_and_so_is_a_second_one() {
    let site = Site::public().await;
    let mut waiting = WaitingSignIns::default();
    let sign_in = site.begins();
    let address = site.allows(&sign_in).await;
    let callback = || Callback::parse(&address).unwrap();
    assert!(matches!(waiting.take(None, &callback()), Err(Error::SignIn(SignInError::NotAsked))));

    let (first, second) = (connection(), connection());
    waiting.add(first.clone(), sign_in);
    waiting.add(second.clone(), site.begins());
    // Pasted on the page of another connection.
    let pasted = waiting.take(Some(&second), &callback());
    assert!(matches!(pasted, Err(Error::SignIn(SignInError::StateDiffers))));
    let foreign = Callback::parse(&with(&address, "state", "made-up")).unwrap();
    assert!(matches!(waiting.take(None, &foreign), Err(Error::SignIn(SignInError::StateDiffers))));

    let (id, sign_in) = waiting.take(None, &callback()).unwrap();
    assert_eq!(id, first, "a foreign callback did not end it");
    sign_in.finish(&site.netsuite, callback(), NOW).await.unwrap();
    let second_time = waiting.take(Some(&first), &callback());
    assert!(matches!(second_time, Err(Error::SignIn(SignInError::NotAsked))));
    assert!(matches!(
        waiting.take(None, &callback()),
        Err(Error::SignIn(SignInError::StateDiffers))
    ));
    waiting.cancel(&second);
    assert!(matches!(waiting.take(None, &callback()), Err(Error::SignIn(SignInError::NotAsked))));
}

#[tokio::test]
async fn a_new_sign_in_of_a_connection_ends_the_one_before() {
    let site = Site::public().await;
    let (mut waiting, id) = (WaitingSignIns::default(), connection());
    let first = site.begins();
    let address = site.allows(&first).await;
    waiting.add(id.clone(), first);
    waiting.add(id.clone(), site.begins());
    let late = waiting.take(None, &Callback::parse(&address).unwrap());
    assert!(matches!(late, Err(Error::SignIn(SignInError::StateDiffers))));
    assert!(waiting.of(&id).is_some(), "the new one waits on");
}

#[tokio::test]
async fn nothing_of_a_sign_in_prints_its_secrets() {
    let site = Site::confidential().await;
    let sign_in = site.begins();
    let address = site.allows(&sign_in).await;
    let state = address.split("state=").nth(1).unwrap().split('&').next().unwrap();
    let code = address.split("code=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    let printed = format!("{sign_in:?} {:?}", Callback::parse(&address).unwrap());
    assert!(!printed.contains(&site.record.consumer_secret) && !printed.contains(&code));
    assert_eq!(printed.matches(state).count(), 1, "the address that the browser opens names it");
    let session = site.finishes(sign_in, &address).await.unwrap();
    let printed = format!("{session:?}");
    assert!(!printed.contains(session.token.expose()));
    assert!(!printed.contains(session.refresh.as_ref().unwrap().expose()));
}
