//! A connection in use on the practice account, and somebody who acts at its certificates endpoint.

use certdesk_core::Result;
use certdesk_core::connection::{Change, Connection, ConnectionId, Credential, CredentialId};
use certdesk_core::netsuite::access::{Acting, Bearer};
use certdesk_core::netsuite::proof;
use certdesk_core::netsuite::upload::Mapping;
use certdesk_core::store::Store;
use certdesk_core::target::Target;
use certdesk_core::vault::{EntryName, VaultPlace};
use netsuite_client::{AccountId, InternalId, NetSuite, Origin, RetryPolicy, Scope};
use netsuite_keys::certificate::{Certificate, CertificateId, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use netsuite_practice::{Endpoint, Fault, Lasts, Misbehaviour, Options, Practice};
use time::OffsetDateTime;

use crate::person::{Administrator, Record};

/// A connection whose first certificate an administrator has mapped, and which has a token.
pub(crate) struct Desk {
    pub(crate) practice: Practice,
    pub(crate) administrator: Administrator,
    pub(crate) record: Record,
    pub(crate) netsuite: NetSuite,
    pub(crate) store: Store,
    pub(crate) id: ConnectionId,
    /// The token of the first certificate.
    pub(crate) bearer: Bearer,
    pub(crate) now: OffsetDateTime,
    _folder: tempfile::TempDir,
}

impl Desk {
    pub(crate) async fn ready() -> Self {
        let practice = Practice::start(Options::default()).await.unwrap();
        let administrator = Administrator::at(&practice.origin());
        let record = administrator.creates_an_integration_record("Alumio M2M").await;
        let now = OffsetDateTime::now_utc();
        let mut connection = Connection::new("Northwind Traders", true, now).unwrap();
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
        let (key, credential) = pair(now);
        let credential_id = credential.id.clone();
        let shown = administrator.maps_a_certificate(&record, &credential.certificate).await;
        connection.add_credential(credential);
        let confirmed = Change::CertificateId { credential_id, text: shown, accept: false };
        connection.change(confirmed, now).unwrap();

        let account = AccountId::parse(practice.account_id()).unwrap();
        let origin = Origin::practice(practice.address(), account).unwrap();
        let netsuite = NetSuite::new(origin).unwrap().with_retry(RetryPolicy::NO_PAUSE);
        let first = connection.working().unwrap();
        let proof = proof::prove(&netsuite, &connection, first, &key, now).await.unwrap();
        let bearer =
            Bearer::by_certificate(&netsuite, &connection, first, &key, now).await.unwrap();
        connection.record_proof(proof.proven).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path());
        store.create(&connection).unwrap();
        let id = connection.id;
        Self { practice, administrator, record, netsuite, store, id, bearer, now, _folder: folder }
    }

    pub(crate) fn acting(&self) -> Acting<'_> {
        let Self { netsuite, store, bearer, now, .. } = self;
        Acting { netsuite, store, bearer, now: *now }
    }

    /// Makes another pair, which NetSuite does not know.
    pub(crate) fn makes_a_pair(&self) -> (PrivateKey, CredentialId) {
        let (key, credential) = pair(self.now);
        let id = credential.id.clone();
        let add = |connection: &mut Connection| {
            connection.add_credential(credential);
            Ok(())
        };
        self.store.update(&self.id, add).unwrap();
        (key, id)
    }

    pub(crate) fn connection(&self) -> Connection {
        self.store.read(&self.id).unwrap()
    }

    pub(crate) fn credential(&self, id: &CredentialId) -> Credential {
        self.connection().credential(id).unwrap().clone()
    }

    /// The certificate that the bearer came from.
    pub(crate) fn first(&self) -> CertificateId {
        self.connection().credentials[0].certificate_id().clone()
    }

    pub(crate) async fn proves(&self, key: &PrivateKey, id: &CredentialId) -> Result<()> {
        let connection = self.connection();
        let credential = connection.credential(id).unwrap();
        let proof = proof::prove(&self.netsuite, &connection, credential, key, self.now).await?;
        self.store.update(&self.id, |connection| connection.record_proof(proof.proven)).map(|_| ())
    }

    pub(crate) fn misbehaves(&self, endpoint: Endpoint, misbehaviour: Misbehaviour, lasts: Lasts) {
        self.practice.faults().add(Fault { endpoint, misbehaviour, lasts }).unwrap();
    }

    /// How many requests of this kind have arrived.
    pub(crate) fn received(&self, method: &str, path_end: &str) -> usize {
        let requests = self.practice.requests();
        requests.iter().filter(|r| r.method == method && r.path.ends_with(path_end)).count()
    }

    pub(crate) fn lists(&self) -> usize {
        self.received("GET", "/certificates")
    }

    pub(crate) fn uploads(&self) -> usize {
        self.received("POST", "/certificates")
    }

    pub(crate) fn revocations(&self) -> usize {
        self.received("POST", "/revoke")
    }
}

/// The user and the role that the administrator maps certificates for.
pub(crate) fn mapping() -> Mapping {
    Mapping { role: InternalId::from(1000), entity: InternalId::from(17) }
}

pub(crate) fn certificate(now: OffsetDateTime, days: u32) -> (PrivateKey, Certificate) {
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let issued = Certificate::issue(&key, &subject, days, Signature::Pss, now).unwrap();
    (key, issued)
}

fn pair(now: OffsetDateTime) -> (PrivateKey, Credential) {
    let (key, issued) = certificate(now, 730);
    let (name, place) = (EntryName::random(), VaultPlace::KeyFiles);
    let made = Credential::new(name, place, Algorithm::Es256, &issued, Signature::Pss, now);
    (key, made.unwrap())
}
