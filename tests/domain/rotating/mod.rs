//! A connection in use on the practice account, and what a rotation of it works with.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use certdesk_core::connection::{Change, Connection, ConnectionId, Credential, CredentialState};
use certdesk_core::error::{ConnectionError, FileError, VaultError};
use certdesk_core::netsuite::access::Bearer;
use certdesk_core::netsuite::proof;
use certdesk_core::rotation::{Dependencies, Waits};
use certdesk_core::store::Store;
use certdesk_core::target::Target;
use certdesk_core::vault::{self, EntryName, Vault, VaultPlace};
use certdesk_core::{Error, Result};
use netsuite_client::sign_in::{Callback, Client, SignIn};
use netsuite_client::{
    AccessToken, AccountId, ClientId, NetSuite, Origin, RetryPolicy, Scope, WhoAmI,
};
use netsuite_keys::certificate::{Certificate, CertificateId, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use netsuite_keys::secret::Secret;
use netsuite_practice::{Clock, Options, Practice};
use tempfile::TempDir;
use time::{Duration, OffsetDateTime};

use crate::person::{Administrator, Record};

/// A connection in use, everything to rotate it, and what was seen of it.
pub(crate) struct Desk<Seen> {
    pub(crate) practice: Practice,
    pub(crate) clock: Clock,
    pub(crate) administrator: Administrator,
    pub(crate) record: Record,
    pub(crate) store: Store,
    pub(crate) id: ConnectionId,
    pub(crate) dependencies: Arc<PracticeDependencies>,
    pub(crate) seen: Arc<Seen>,
    _folder: TempDir,
}

impl<Seen: Default> Desk<Seen> {
    pub(crate) async fn ready() -> Self {
        let clock = Clock::system();
        let options = Options { clock: clock.clone(), ..Options::default() };
        let practice = Practice::start(options).await.unwrap();
        let administrator = Administrator::at(&practice.origin());
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(folder.path().join("connections"));
        let vault = folder.path().join("vault");
        let dependencies =
            PracticeDependencies::new(practice.address(), practice.account_id(), &vault);
        let record = record(&administrator, "Certdesk").await;
        let id = in_use(&practice, &administrator, &record, &store, &dependencies).await;
        let (dependencies, seen) = (Arc::new(dependencies), Arc::default());
        Self {
            practice,
            clock,
            administrator,
            record,
            store,
            id,
            dependencies,
            seen,
            _folder: folder,
        }
    }
}

/// Keys as they are, in a folder that ends with the test. The scrypt of real key files would take
/// most of the time.
#[derive(Clone)]
pub(crate) struct OpenVault(pub(crate) PathBuf);

impl OpenVault {
    fn path(&self, name: &EntryName) -> PathBuf {
        self.0.join(name.as_str())
    }

    /// How many keys it holds.
    pub(crate) fn len(&self) -> usize {
        fs::read_dir(&self.0).map_or(0, Iterator::count)
    }
}

impl Vault for OpenVault {
    fn put(&self, name: &EntryName, secret: &Secret) -> Result<()> {
        let failed = |source| Error::File(FileError::NotWritten { path: self.path(name), source });
        fs::create_dir_all(&self.0).map_err(failed)?;
        fs::write(self.path(name), secret.expose()).map_err(failed)
    }

    fn get(&self, name: &EntryName) -> Result<Secret> {
        fs::read(self.path(name))
            .map(Secret::from)
            .map_err(|_| Error::Vault(VaultError::KeyMissing))
    }

    fn delete(&self, name: &EntryName) -> Result<()> {
        let _ = fs::remove_file(self.path(name));
        Ok(())
    }

    fn place(&self) -> VaultPlace {
        VaultPlace::KeyFiles
    }
}

/// What a rotation on the practice account works with.
pub(crate) struct PracticeDependencies {
    pub(crate) origin: Origin,
    pub(crate) vault: OpenVault,
    /// The token of a sign-in, should somebody have signed in.
    pub(crate) session: Mutex<Option<String>>,
    /// Seconds by which the clock is ahead.
    pub(crate) ahead: AtomicI64,
    pub(crate) waits: Waits,
    pub(crate) limit: Option<std::time::Duration>,
}

impl PracticeDependencies {
    pub(crate) fn new(address: std::net::SocketAddr, account: &str, vault: &Path) -> Self {
        let account = AccountId::parse(account).unwrap();
        Self {
            origin: Origin::practice(address, account).unwrap(),
            vault: OpenVault(vault.to_owned()),
            session: Mutex::new(None),
            ahead: AtomicI64::new(0),
            waits: Waits {
                settling: Duration::minutes(3),
                looks: 2,
                between_looks: Duration::milliseconds(5),
            },
            limit: None,
        }
    }

    pub(crate) fn client(&self) -> Result<NetSuite> {
        let netsuite = NetSuite::new(self.origin.clone())?.with_retry(RetryPolicy::NO_PAUSE);
        Ok(match self.limit {
            Some(limit) => netsuite.with_time_limit(limit),
            None => netsuite,
        })
    }

    /// Later, as far as this computer's clock says.
    pub(crate) fn wait(&self, time: Duration) {
        self.ahead.fetch_add(time.whole_seconds(), Ordering::SeqCst);
    }
}

impl Dependencies for PracticeDependencies {
    async fn netsuite(&self, _: &Connection) -> Result<NetSuite> {
        self.client()
    }

    async fn bearer(
        &self,
        connection: &Connection,
        avoid: Option<&CertificateId>,
    ) -> Result<Bearer> {
        let session = self.session.lock().unwrap().clone();
        if let Some(token) = session {
            let token = AccessToken::from(token);
            let who = token.decode().map(|token| WhoAmI::read(&token.claims)).unwrap_or_default();
            return Ok(Bearer { token, came_from: None, who });
        }
        let may = |credential: &&Credential| {
            certdesk_core::setup::proven(credential) && Some(credential.certificate_id()) != avoid
        };
        let credential = connection.working().filter(may).ok_or(ConnectionError::SignInNeeded)?;
        let key = vault::load(&self.vault, &credential.key)?;
        Bearer::by_certificate(&self.client()?, connection, credential, &key, self.now()).await
    }

    fn vault(&self, _: VaultPlace) -> Result<Arc<dyn Vault>> {
        Ok(Arc::new(self.vault.clone()))
    }

    fn vault_for_new_keys(&self) -> Result<Arc<dyn Vault>> {
        self.vault(VaultPlace::KeyFiles)
    }

    /// As the first word of the error's own form.
    fn kind_of(&self, error: &Error) -> String {
        // `Upload(Unsettled)` as `UploadUnsettled`.
        let text = format!("{error:?}");
        let name = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '(')).next();
        name.unwrap_or_default().replace('(', "")
    }

    fn now(&self) -> OffsetDateTime {
        let ahead = self.ahead.load(Ordering::SeqCst);
        OffsetDateTime::now_utc() + Duration::seconds(ahead)
    }

    fn waits(&self) -> Waits {
        self.waits
    }
}

/// An integration record that signs in by browser as well.
pub(crate) async fn record(administrator: &Administrator, name: &str) -> Record {
    administrator.creates_a_record_for_sign_in(name, true, &["rest_webservices", "restlets"]).await
}

/// Stores a connection whose certificate is mapped, has given a token and is in use.
pub(crate) async fn in_use(
    practice: &Practice,
    administrator: &Administrator,
    record: &Record,
    store: &Store,
    dependencies: &PracticeDependencies,
) -> ConnectionId {
    let now = OffsetDateTime::now_utc();
    let mut connection = Connection::new("Northwind Traders", true, now).unwrap();
    for change in [
        Change::Target { target: Target::named("other").unwrap() },
        Change::Account { text: practice.account_id().into() },
        Change::Integration {
            name: "Certdesk".into(),
            scopes: vec![Scope::Restlets, Scope::RestWebservices],
        },
        Change::ClientId { text: record.consumer_key.clone() },
    ] {
        connection.change(change, now).unwrap();
    }
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let certificate = Certificate::issue(&key, &subject, 30, Signature::Pss, now).unwrap();
    let shown = administrator.maps_a_certificate(record, &certificate.to_pem()).await;
    let name = EntryName::random();
    vault::keep(&dependencies.vault, &name, &key).unwrap();
    let (place, algorithm) = (VaultPlace::KeyFiles, Algorithm::Es256);
    let mut credential =
        Credential::new(name, place, algorithm, &certificate, Signature::Pss, now).unwrap();
    credential.confirmed_id = Some(CertificateId::parse(&shown).unwrap());
    credential.state = CredentialState::Uploaded;
    let id = credential.id.clone();
    connection.add_credential(credential);
    let netsuite = dependencies.client().unwrap();
    let credential = connection.credential(&id).unwrap();
    let proof = proof::prove(&netsuite, &connection, credential, &key, now).await.unwrap();
    connection.record_proof(proof.proven).unwrap();
    connection.change(Change::HandedOver, now).unwrap();
    store.create(&connection).unwrap();
    connection.id
}

/// Signs in by browser; gives the token.
pub(crate) async fn sign_in(
    administrator: &Administrator,
    record: &Record,
    netsuite: &NetSuite,
) -> String {
    let now = OffsetDateTime::now_utc();
    let client = Client { id: ClientId::parse(&record.consumer_key).unwrap(), secret: None };
    let begun = SignIn::begin(netsuite, client, now).unwrap();
    let address = administrator.opens(begun.authorize_url()).await.allow("17;1000").await;
    let session = begun.finish(netsuite, Callback::parse(&address).unwrap(), now).await.unwrap();
    session.token.expose().to_owned()
}
