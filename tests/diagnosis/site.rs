//! A connection that works on a practice account of its own, and what is known when it fails.

use certdesk_core::Error;
use certdesk_core::connection::{Change, Connection, Credential, CredentialId, Refused};
use certdesk_core::diagnosis::{
    self, Asked, AuditCode, Case, Doing, Failed, KeyLooked, Pasted, Seen,
};
use certdesk_core::netsuite::access::{Acting, Bearer};
use certdesk_core::netsuite::proof;
use certdesk_core::store::Store;
use certdesk_core::target::Target;
use certdesk_core::vault::{EntryName, VaultPlace};
use netsuite_client::sign_in::{Callback, Client, SignIn};
use netsuite_client::{
    AccessToken, AccountId, ClientId, NetSuite, Origin, RetryPolicy, Scope, WhoAmI,
};
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use netsuite_practice::{Clock, Endpoint, Fault, Lasts, Misbehaviour, Options, Practice};
use time::{Duration, OffsetDateTime};

use crate::client::Sent;
use crate::person::{Administrator, Record};

/// A practice account, a record, and a connection whose certificate is mapped there.
pub(crate) struct Site {
    pub(crate) practice: Practice,
    pub(crate) clock: Clock,
    pub(crate) administrator: Administrator,
    pub(crate) record: Record,
    pub(crate) connection: Connection,
    pub(crate) key: PrivateKey,
    credential: CredentialId,
    folder: tempfile::TempDir,
}

/// What the user of the app has when it fails.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) failed: Option<Failed>,
    pub(crate) asked: Option<Asked>,
    pub(crate) others: Vec<Connection>,
    /// The same without the assertion that went with the answer.
    pub(crate) answer_alone: Option<Failed>,
    /// Whether the account has a line about it in its audit trail.
    pub(crate) in_trail: bool,
}

impl Site {
    /// In use in a sandbox: a token was received with a P-256 key, days ago.
    pub(crate) async fn in_use() -> Self {
        let mut site = Self::mapped(KeyType::P256, true).await;
        site.worked(LONG_AGO).await;
        site
    }

    /// The same with a token that is a minute old.
    pub(crate) async fn in_use_just_now() -> Self {
        let mut site = Self::mapped(KeyType::P256, true).await;
        site.worked(Duration::minutes(1)).await;
        site
    }

    /// The same in an account that is never refreshed.
    pub(crate) async fn in_production() -> Self {
        let mut site = Self::mapped(KeyType::P256, false).await;
        site.worked(LONG_AGO).await;
        site
    }

    /// Up to the mapping; no token was requested yet.
    pub(crate) async fn mapped(key_type: KeyType, sandbox: bool) -> Self {
        Self::set_up(key_type, sandbox, true).await
    }

    /// The same, but the certificate is not in this account, although its ID was entered just now.
    pub(crate) async fn not_mapped(key_type: KeyType, sandbox: bool) -> Self {
        Self::set_up(key_type, sandbox, false).await
    }

    async fn set_up(key_type: KeyType, sandbox: bool, mapped: bool) -> Self {
        let clock = Clock::system();
        let options = Options { clock: clock.clone(), ..Options::default() };
        let practice = Practice::start(options).await.unwrap();
        let administrator = Administrator::at(&practice.origin());
        let scopes = ["rest_webservices", "restlets"];
        let record = administrator.creates_a_record_for_sign_in("Alumio M2M", true, &scopes).await;
        // Entered before the first token, as by everybody.
        let now = OffsetDateTime::now_utc() - LONG_AGO - Duration::hours(1);
        let key = PrivateKey::generate(key_type, &Search::new()).unwrap();
        let certificate = certificate(&key, OffsetDateTime::now_utc());
        let shown = if mapped {
            administrator.maps_a_certificate(&record, &certificate.to_pem()).await
        } else {
            certificate.id().to_string()
        };
        // A connection of the practice account counts as one of a sandbox.
        let mut connection = Connection::new("Northwind Traders", sandbox, now).unwrap();
        for change in [
            Change::Target { target: Target::named("alumio").unwrap() },
            Change::Account { text: practice.account_id().into() },
            Change::Integration {
                name: "Alumio M2M".into(),
                scopes: vec![Scope::Restlets, Scope::RestWebservices],
            },
            Change::ClientId { text: record.consumer_key.clone() },
        ] {
            connection.change(change, now).unwrap();
        }
        let algorithm = key_type.algorithms()[0];
        let credential = credential(&certificate, algorithm, now);
        let id = credential.id.clone();
        connection.add_credential(credential);
        let confirmed =
            Change::CertificateId { credential_id: id.clone(), text: shown, accept: false };
        let entered = if mapped { now } else { OffsetDateTime::now_utc() };
        connection.change(confirmed, entered).unwrap();
        let folder = tempfile::tempdir().unwrap();
        Self { practice, clock, administrator, record, connection, key, credential: id, folder }
    }

    /// Another connection of the account, which worked as long and is refused now, too.
    pub(crate) fn another_that_is_refused(&self) -> Connection {
        let now = OffsetDateTime::now_utc();
        let mut other = Connection::new("Kestrel Logistics", false, now).unwrap();
        for change in [
            Change::Account { text: self.practice.account_id().into() },
            Change::ClientId { text: "2".repeat(64) },
        ] {
            other.change(change, now).unwrap();
        }
        other.last_proof = self.connection.last_proof.clone();
        other.last_refusal = Some(Refused { at: now, reason: "invalid_client".into() });
        other
    }

    pub(crate) fn credential(&self) -> &Credential {
        self.connection.credential(&self.credential).unwrap()
    }

    pub(crate) fn certificate_id(&self) -> String {
        self.credential().certificate_id().to_string()
    }

    /// The user takes NetSuite's ID to be another one.
    pub(crate) fn misreads_the_certificate_id(&mut self, other: &str) {
        let change = Change::CertificateId {
            credential_id: self.credential.clone(),
            text: other.to_owned(),
            accept: true,
        };
        self.connection.change(change, OffsetDateTime::now_utc()).unwrap();
    }

    pub(crate) fn netsuite(&self) -> NetSuite {
        let account = AccountId::parse(self.practice.account_id()).unwrap();
        self.netsuite_as(account)
    }

    /// As if the user had entered another account.
    pub(crate) fn netsuite_as(&self, account: AccountId) -> NetSuite {
        let origin = Origin::practice(self.practice.address(), account).unwrap();
        NetSuite::new(origin).unwrap().with_retry(RetryPolicy::NO_PAUSE)
    }

    pub(crate) fn token_url(&self) -> String {
        self.netsuite().token_url()
    }

    pub(crate) fn misbehaves(&self, endpoint: Endpoint, misbehaviour: Misbehaviour) {
        let fault = Fault { endpoint, misbehaviour, lasts: Lasts::Sticky };
        self.practice.faults().add(fault).unwrap();
    }

    /// A token was received, `ago`.
    async fn worked(&mut self, ago: Duration) {
        let mut proven = self.asks().await.unwrap().proven;
        proven.at -= ago;
        self.connection.record_proof(proven).unwrap();
    }

    async fn asks(&self) -> certdesk_core::Result<proof::Proof> {
        let (netsuite, now) = (self.netsuite(), self.clock.now());
        proof::prove(&netsuite, &self.connection, self.credential(), &self.key, now).await
    }

    /// Certdesk asks for a token, and it is refused.
    pub(crate) async fn is_refused(&mut self) -> Known {
        let error = self.asks().await.expect_err("a refusal");
        let (id, now) = (self.credential.clone(), self.clock.now());
        let reason = match &error {
            Error::TokenRefused(refused) => refused.refusal.error.clone().unwrap_or_default(),
            other => panic!("another failure: {other:?}"),
        };
        self.connection.record_refusal(&id, Refused { at: now, reason }).unwrap();
        let failed = Failed::of(&error, Doing::Token, Some(id), now);
        Known { failed: Some(failed.unwrap()), in_trail: true, ..Known::default() }
    }

    /// The same where the answer is a failure of the server, as far as its status says.
    pub(crate) async fn is_refused_or_fails(&mut self) -> Known {
        let error = self.asks().await.expect_err("a failure");
        let (id, now) = (self.credential.clone(), self.clock.now());
        let failed = Failed::of(&error, Doing::Token, Some(id), now);
        Known { failed: Some(failed.unwrap()), in_trail: true, ..Known::default() }
    }

    /// Where another system of the same record would send the browser.
    pub(crate) fn authorize_url(&self, redirect_uri: &str, state: &str) -> String {
        let client_id = &self.record.consumer_key;
        // RFC 7636, appendix B.
        let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        format!(
            "{}/app/login/oauth2/authorize.nl?response_type=code&client_id={client_id}\
             &redirect_uri={redirect_uri}&scope=rest_webservices&state={state}\
             &code_challenge={challenge}&code_challenge_method=S256",
            self.practice.origin()
        )
    }

    /// Signs in by browser as an entity in a role.
    pub(crate) async fn signs_in(&self, login: &str) -> Bearer {
        let (netsuite, now) = (self.netsuite(), OffsetDateTime::now_utc());
        let id = ClientId::parse(&self.record.consumer_key).unwrap();
        let begun = SignIn::begin(&netsuite, Client { id, secret: None }, now).unwrap();
        let address = self.administrator.opens(begun.authorize_url()).await.allow(login).await;
        let callback = Callback::parse(&address).unwrap();
        let session = begun.finish(&netsuite, callback, now).await.unwrap();
        let token = AccessToken::from(session.token.expose().to_owned());
        let who = token.decode().map(|token| WhoAmI::read(&token.claims)).unwrap_or_default();
        Bearer { token, came_from: None, who }
    }

    /// The user lets Certdesk ask NetSuite; with a bearer the list is read as well.
    pub(crate) async fn ask(&self, netsuite: &NetSuite, bearer: Option<&Bearer>) -> Asked {
        let client_id = self.connection.integration.client_id.as_ref();
        let certificate_id = Some(self.credential().certificate_id());
        let reader = bearer.map(|bearer| (bearer, true));
        diagnosis::ask(netsuite, client_id, certificate_id, reader, self.clock.now()).await
    }

    /// A token by the connection's own certificate, for a call.
    pub(crate) async fn bearer(&self) -> certdesk_core::Result<Bearer> {
        let (netsuite, now) = (self.netsuite(), self.clock.now());
        Bearer::by_certificate(&netsuite, &self.connection, self.credential(), &self.key, now).await
    }

    /// What an error of the app leaves for the diagnosis.
    pub(crate) fn failed(&self, error: &Error, doing: Doing, in_trail: bool) -> Known {
        let failed = Failed::of(error, doing, None, OffsetDateTime::now_utc());
        let failed = failed.unwrap_or_else(|| panic!("no matter for a diagnosis: {error:?}"));
        Known { failed: Some(failed), in_trail, ..Known::default() }
    }

    /// The user pastes a text.
    pub(crate) fn pasted(&self, text: &str, in_trail: bool) -> Known {
        let (now, url) = (OffsetDateTime::now_utc(), self.token_url());
        let pasted = Pasted::read(text, &self.connection, Some(self.credential()), Some(&url), now);
        assert!(!pasted.is_empty(), "nothing in it was recognised: {text}");
        Known { failed: Some(Failed::pasted(&pasted, now)), in_trail, ..Known::default() }
    }

    /// The user pastes what another system was answered, and the assertion that it had sent.
    pub(crate) fn told(&self, sent: &Sent) -> Known {
        let known = self.pasted(&format!("{}\n\n{}", sent.answer, sent.assertion), true);
        Known { answer_alone: self.pasted(&sent.answer, true).failed, ..known }
    }

    /// The user says what NetSuite shows.
    pub(crate) fn seen(&self, seen: Seen, in_trail: bool) -> Known {
        let failed = Some(Failed::seen(seen, OffsetDateTime::now_utc()));
        Known { failed, in_trail, ..Known::default() }
    }

    /// Stores the connection, so that the endpoint's acts find it.
    pub(crate) fn store(&self) -> Store {
        let store = Store::new(self.folder.path());
        store.create(&self.connection).unwrap();
        store
    }

    /// Adds a credential whose certificate is not mapped.
    pub(crate) fn adds_a_credential(&mut self) -> CredentialId {
        let now = OffsetDateTime::now_utc();
        let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
        let credential = credential(&certificate(&key, now), Algorithm::Es256, now);
        let id = credential.id.clone();
        self.connection.add_credential(credential);
        id
    }
}

impl Known {
    pub(crate) fn with(self, asked: Asked) -> Self {
        Self { asked: Some(asked), ..self }
    }

    pub(crate) fn case<'a>(&'a self, site: &'a Site) -> Case<'a> {
        let fits = site.key.matches(&site.credential().certificate().unwrap());
        Case {
            connection: &site.connection,
            credential: Some(site.credential()),
            key: if fits { KeyLooked::Fits } else { KeyLooked::Differs },
            token_url: None,
            failed: self.failed.as_ref(),
            asked: self.asked.as_ref(),
            others: &self.others,
            now: site.clock.now(),
        }
    }

    /// The same with less in hands, where that can be.
    pub(crate) fn with_the_answer_alone(&self) -> Option<Self> {
        let failed = self.answer_alone.clone()?;
        Some(Self { failed: Some(failed), asked: self.asked.clone(), ..Self::default() })
    }

    /// What the account noted last, if it noted this.
    pub(crate) fn code(&self, site: &Site) -> Option<AuditCode> {
        let trail = self.in_trail.then(|| site.practice.audit())?;
        let refused = trail.iter().rev().find(|entry| !entry.granted)?;
        let detail = refused.detail?.to_string();
        Some(AuditCode::find(&detail).unwrap_or_else(|| panic!("{detail} is not documented")))
    }

    /// In a few words.
    pub(crate) fn words(&self) -> String {
        let Some(failed) = &self.failed else { return "nothing failed".to_owned() };
        let whose = if failed.ours { "own" } else { "told" };
        let mut words = format!("{whose}, {:?}", failed.doing);
        if let Some(status) = failed.status {
            words += &format!(", status {status}");
        }
        if let Some(error) = &failed.error {
            words += &format!(", {error}");
        }
        let signs: Vec<_> = failed.signs.iter().map(|one| format!("{:?}", one.sign)).collect();
        words += &format!(", {}", signs.join(" "));
        if let Some(asked) = &self.asked {
            words += &format!("; asked: account {:?}, list {:?}", asked.account_known, asked.list);
        }
        if !self.others.is_empty() {
            words += &format!("; {} other connections", self.others.len());
        }
        words
    }
}

/// Long enough not to end within the test, and begun long ago.
pub(crate) fn certificate(key: &PrivateKey, now: OffsetDateTime) -> Certificate {
    let (subject, begun) = (Subject::new("Northwind Traders").unwrap(), now - Duration::days(10));
    Certificate::issue(key, &subject, 40, Signature::Plain, begun).unwrap()
}

/// When the last token was received of what is in use.
const LONG_AGO: Duration = Duration::days(9);

fn credential(certificate: &Certificate, algorithm: Algorithm, now: OffsetDateTime) -> Credential {
    let (place, signature) = (VaultPlace::KeyFiles, Signature::Plain);
    Credential::new(EntryName::random(), place, algorithm, certificate, signature, now).unwrap()
}

/// Everything an act at the certificates endpoint works with.
pub(crate) fn acting<'a>(
    netsuite: &'a NetSuite,
    store: &'a Store,
    bearer: &'a Bearer,
) -> Acting<'a> {
    Acting { netsuite, store, bearer, now: OffsetDateTime::now_utc() }
}
