//! From a key to a token, on the practice account, and every way in which it is refused there.

use certdesk_core::check::Local;
use certdesk_core::connection::{Change, Connection, Credential, CredentialState, Event};
use certdesk_core::error::{KeysError, NetSuiteError};
use certdesk_core::netsuite::page::Page;
use certdesk_core::netsuite::proof::{self, Proof};
use certdesk_core::setup::{self, Step};
use certdesk_core::target::Target;
use certdesk_core::vault::{EntryName, VaultPlace};
use certdesk_core::{Error, Result};
use netsuite_client::{AccountId, NetSuite, Origin, RetryPolicy, Scope};
use netsuite_keys::certificate::{Certificate, CertificateId, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use netsuite_practice::{Endpoint, Fault, Lasts, Misbehaviour, Options, Practice};
use time::OffsetDateTime;

use crate::person::{Administrator, Record};

/// A connection whose certificate is mapped, its key beside it.
struct Desk {
    practice: Practice,
    record: Record,
    connection: Connection,
    key: PrivateKey,
}

impl Desk {
    async fn with(key_type: KeyType, algorithm: Algorithm, signature: Signature) -> Self {
        let practice = Practice::start(Options::default()).await.unwrap();
        let administrator = Administrator::at(&practice.origin());
        let record = administrator.creates_an_integration_record("Alumio M2M").await;
        let key = PrivateKey::generate(key_type, &Search::new()).unwrap();
        let now = OffsetDateTime::now_utc();
        let subject = Subject::new("Practice").unwrap();
        let certificate = Certificate::issue(&key, &subject, 730, signature, now).unwrap();
        let shown = administrator.maps_a_certificate(&record, &certificate.to_pem()).await;

        let mut connection = Connection::new("Practice", true, now).unwrap();
        for change in [
            Change::Target { target: Target::named("alumio").unwrap() },
            Change::Account { text: practice.account_id().into() },
            Change::Role { role_name: "Integration".into(), entity_name: "Robot".into() },
            Change::Integration {
                name: "Alumio M2M".into(),
                scopes: vec![Scope::Restlets, Scope::RestWebservices],
            },
            Change::ClientId { text: record.consumer_key.clone() },
        ] {
            connection.change(change, now).unwrap();
        }
        let place = VaultPlace::KeyFiles;
        let credential =
            Credential::new(EntryName::random(), place, algorithm, &certificate, signature, now)
                .unwrap();
        let credential_id = credential.id.clone();
        connection.add_credential(credential);
        let confirmed = Change::CertificateId { credential_id, text: shown, accept: false };
        connection.change(confirmed, now).unwrap();
        Self { practice, record, connection, key }
    }

    async fn ready() -> Self {
        Self::with(KeyType::P256, Algorithm::Es256, Signature::Pss).await
    }

    async fn proves(&self) -> Result<Proof> {
        let account = AccountId::parse(self.practice.account_id()).unwrap();
        let origin = Origin::practice(self.practice.address(), account).unwrap();
        let netsuite = NetSuite::new(origin).unwrap().with_retry(RetryPolicy::NO_PAUSE);
        let credential = self.connection.working().unwrap();
        let now = OffsetDateTime::now_utc();
        proof::prove(&netsuite, &self.connection, credential, &self.key, now).await
    }

    fn misbehaves(&self, misbehaviour: Misbehaviour, lasts: Lasts) {
        self.practice
            .faults()
            .add(Fault { endpoint: Endpoint::Token, misbehaviour, lasts })
            .unwrap();
    }

    fn audit(&self) -> String {
        format!("{:?}", self.practice.audit())
    }
}

#[tokio::test]
async fn every_key_and_algorithm_ends_in_a_token() {
    for (key_type, algorithms) in
        KeyType::ALL.iter().map(|key_type| (*key_type, key_type.algorithms()))
    {
        let mut desk = Desk::with(key_type, algorithms[0], Signature::Pss).await;
        for algorithm in algorithms {
            let id = desk.connection.working().unwrap().id.clone();
            desk.connection.credential_mut(&id).unwrap().algorithm = *algorithm;
            let proof =
                desk.proves().await.unwrap_or_else(|e| panic!("{algorithm}: {e} {}", desk.audit()));
            assert!(proof.checks.iter().all(|check| check.passed), "{:?}", proof.checks);
            assert_eq!(proof.assertion.header["alg"], algorithm.to_string());
        }
    }
}

#[tokio::test]
async fn a_plainly_signed_certificate_is_taken_as_well() {
    let desk = Desk::with(KeyType::Rsa3072, Algorithm::Ps256, Signature::Plain).await;
    desk.proves().await.unwrap();
}

#[tokio::test]
async fn the_token_says_who_we_are() {
    let desk = Desk::ready().await;
    let who = desk.proves().await.unwrap().proven.who;
    assert_eq!(who.account.as_deref(), Some(desk.practice.account_id()));
    assert_eq!(who.client_id.as_deref(), Some(desk.record.consumer_key.as_str()));
    assert_eq!(who.application_id.as_deref(), Some(desk.record.application_id.as_str()));
    assert!(who.role.is_some() && who.entity.is_some());
}

#[tokio::test]
async fn a_proof_shows_nothing_that_could_be_used() {
    let desk = Desk::ready().await;
    let proof = desk.proves().await.unwrap();
    let shown = format!("{proof:?}");
    let parts = shown.split(|c: char| !(c.is_ascii_alphanumeric() || "._-".contains(c)));
    assert!(
        parts.clone().all(|part| part.matches('.').count() != 2 || !part.starts_with("eyJ")),
        "{shown}"
    );
}

#[tokio::test]
async fn a_proof_and_a_hand_over_finish_the_set_up() {
    let mut desk = Desk::ready().await;
    assert_eq!(setup::open_step(&desk.connection), Some(Step::Prove));
    let proof = desk.proves().await.unwrap();
    desk.connection.record_proof(proof.proven).unwrap();
    assert_eq!(setup::open_step(&desk.connection), Some(Step::HandOver));
    desk.connection.change(Change::HandedOver, OffsetDateTime::now_utc()).unwrap();
    assert_eq!(setup::open_step(&desk.connection), None);
    assert_eq!(desk.connection.working().unwrap().state, CredentialState::Current);
}

#[tokio::test]
async fn a_wrong_consumer_key_is_refused_with_all_local_checks_passed() {
    let mut desk = Desk::ready().await;
    let other = Change::ClientId { text: "0".repeat(64) };
    desk.connection.change(other, OffsetDateTime::now_utc()).unwrap();
    let Err(Error::TokenRefused(refused)) = desk.proves().await else { panic!() };
    assert!(refused.checks.iter().all(|check| check.passed), "{:?}", refused.checks);
}

#[tokio::test]
async fn a_certificate_id_that_is_not_the_certificates_own_shows_in_the_local_checks() {
    let mut desk = Desk::ready().await;
    let credential_id = desk.connection.working().unwrap().id.clone();
    let text = "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA".into();
    let differs = Change::CertificateId { credential_id, text, accept: true };
    desk.connection.change(differs, OffsetDateTime::now_utc()).unwrap();
    let Err(Error::TokenRefused(refused)) = desk.proves().await else { panic!() };
    let failed: Vec<_> = refused.checks.iter().filter(|c| !c.passed).map(|c| c.check).collect();
    assert_eq!(failed, [Local::CertificateId]);
    assert!(desk.audit().contains("MissingKey"), "{}", desk.audit());
}

#[tokio::test]
async fn a_certificate_id_that_netsuite_has_taken_before_is_not_blamed_for_a_refusal() {
    let mut desk = Desk::ready().await;
    let credential = desk.connection.working().unwrap();
    let credential_id = credential.id.clone();
    let text = "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA".to_owned();
    let taken = CertificateId::parse(&text).unwrap();
    let differs = Change::CertificateId { credential_id, text, accept: true };
    let now = OffsetDateTime::now_utc();
    desk.connection.change(differs, now).unwrap();
    let received = Event::TokenReceived { certificate_id: taken, role: None, entity: None };
    desk.connection.note(now, received);
    let Err(Error::TokenRefused(refused)) = desk.proves().await else { panic!() };
    assert!(refused.checks.iter().all(|check| check.passed), "{:?}", refused.checks);
}

#[tokio::test]
async fn a_key_of_another_pair_is_never_sent_to_sign() {
    let mut desk = Desk::ready().await;
    desk.key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let before = desk.practice.requests().len();
    assert!(matches!(desk.proves().await, Err(Error::Keys(KeysError::PairDiffers))));
    assert_eq!(desk.practice.requests().len(), before, "nothing was sent");
}

#[tokio::test]
async fn a_clock_ten_minutes_off_is_told_from_the_date_header() {
    for seconds in [600, -600] {
        let desk = Desk::ready().await;
        desk.misbehaves(Misbehaviour::ClockOff { seconds }, Lasts::Sticky);
        let Err(Error::TokenRefused(refused)) = desk.proves().await else { panic!("{seconds}") };
        let skew = refused.refusal.clock_skew.unwrap();
        assert!((skew + i64::from(seconds)).abs() < 10, "{skew} for {seconds}");
        let clock = refused.checks.iter().find(|check| check.check == Local::Clock).unwrap();
        assert!(!clock.passed);
        // A certificate that was made a moment ago is not valid yet by a clock ten minutes behind.
        let failed = refused.checks.iter().filter(|check| !check.passed).map(|check| check.check);
        let expected = [Local::Clock, Local::Validity];
        assert!(failed.eq(expected[..if seconds < 0 { 2 } else { 1 }].iter().copied()));
    }
}

#[tokio::test]
async fn every_misbehaviour_has_a_failure_of_its_own() {
    let desk = Desk::ready().await;
    type Expected = fn(&Error) -> bool;
    let cases: [(Misbehaviour, Expected); 9] = [
        (Misbehaviour::DropBefore, |e| matches!(e, Error::NetSuite(NetSuiteError::Offline { .. }))),
        (Misbehaviour::DropAfter, |e| matches!(e, Error::NetSuite(NetSuiteError::Offline { .. }))),
        (Misbehaviour::Html, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::AnswerNotJson { html: true, .. }))
        }),
        (Misbehaviour::TooManyRequests { retry_after: 7 }, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::TooManyRequests { retry_after: Some(7) }))
        }),
        (Misbehaviour::Redirect { to: "https://other.example/".into() }, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::Redirected { .. }))
        }),
        (Misbehaviour::TruncatedJson, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::AnswerNotJson { html: false, .. }))
        }),
        (Misbehaviour::EmptyBody, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::AnswerEmpty { .. }))
        }),
        (Misbehaviour::Oversize, |e| {
            matches!(e, Error::NetSuite(NetSuiteError::AnswerTooLarge { .. }))
        }),
        (Misbehaviour::ServerError, |e| {
            matches!(
                e,
                Error::TokenRefused(_)
                    | Error::NetSuite(NetSuiteError::ServerFailed { status: 500, .. })
            )
        }),
    ];
    for (misbehaviour, expected) in cases {
        desk.misbehaves(misbehaviour.clone(), Lasts::Sticky);
        let failure = desk.proves().await.unwrap_err();
        assert!(expected(&failure), "{misbehaviour:?}: {failure:?}");
        desk.practice.faults().clear();
        desk.proves().await.unwrap_or_else(|e| panic!("after {misbehaviour:?}: {e:?}"));
    }
}

#[tokio::test]
async fn what_may_pass_is_asked_again_with_another_assertion() {
    let desk = Desk::ready().await;
    for (misbehaviour, requests) in [
        (Misbehaviour::DropBefore, 2),
        (Misbehaviour::DropAfter, 2),
        (Misbehaviour::ServerErrorAfter, 2),
        (Misbehaviour::TooManyRequests { retry_after: 0 }, 2),
    ] {
        let before = desk.practice.requests().len();
        desk.misbehaves(misbehaviour.clone(), Lasts::Once);
        desk.proves().await.unwrap_or_else(|e| panic!("{misbehaviour:?}: {e:?}"));
        assert_eq!(desk.practice.requests().len() - before, requests, "{misbehaviour:?}");
    }
}

#[tokio::test]
async fn what_does_not_pass_is_asked_once() {
    let desk = Desk::ready().await;
    for misbehaviour in [
        Misbehaviour::Unauthorized,
        Misbehaviour::Html,
        Misbehaviour::TruncatedJson,
        Misbehaviour::EmptyBody,
        Misbehaviour::TooManyRequests { retry_after: 600 },
    ] {
        let before = desk.practice.requests().len();
        desk.misbehaves(misbehaviour.clone(), Lasts::Once);
        desk.proves().await.unwrap_err();
        assert_eq!(desk.practice.requests().len() - before, 1, "{misbehaviour:?}");
    }
}

#[tokio::test]
async fn datacenterurls_knows_the_practice_account_and_no_other() {
    let practice = Practice::start(Options::default()).await.unwrap();
    for (account, known) in [(practice.account_id(), true), ("4718203", false)] {
        let account = AccountId::parse(account).unwrap();
        let origin = Origin::practice(practice.address(), account).unwrap();
        assert_eq!(NetSuite::new(origin).unwrap().knows_account().await.unwrap(), Some(known));
    }
}

#[tokio::test]
async fn the_practice_account_opens_at_the_page_whose_menu_path_is_shown() {
    let practice = Practice::start(Options::default()).await.unwrap();
    let account = AccountId::parse(practice.account_id()).unwrap();
    let origin = Origin::practice(practice.address(), account).unwrap();
    let administrator = Administrator::at(&practice.origin());
    const MAPPINGS: &str = "Setup &gt; Integration &gt; Manage Authentication &gt; OAuth 2.0 Client Credentials (M2M) Setup";
    for (page, menu_path) in [
        (Page::Features, "Setup &gt; Company &gt; Enable Features"),
        (Page::Roles, "Setup &gt; Users/Roles &gt; Manage Roles"),
        (Page::Integration, "Manage Integrations &gt; New"),
        (Page::Integrations, "Setup &gt; Integration &gt; Manage Integrations"),
        (Page::Mapping, "(M2M) Setup &gt; Create New"),
        (Page::Mappings, MAPPINGS),
        (Page::AuditTrail, "View Login Audit Trail"),
    ] {
        let url = page.url(&origin, None);
        let path = url.strip_prefix(&practice.origin()).unwrap();
        assert!(administrator.reads(path).await.contains(menu_path), "{page:?}: {path}");
    }
    let elsewhere = Page::ApiSecrets.url(&origin, None);
    assert_eq!(elsewhere, format!("{}/", practice.origin()), "it has no such page");
}
