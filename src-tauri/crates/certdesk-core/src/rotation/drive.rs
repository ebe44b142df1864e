//! Drives a rotation: one transition at a time, each recorded before the next begins.

use std::sync::Arc;

use local_files::Lock;
use netsuite_client::{ClientId, EndpointHost, Listed, NetSuite};
use netsuite_keys::certificate::CertificateId;
use netsuite_keys::key::PrivateKey;

use super::lock;
use super::{Act, Dependencies, Fact, Failed, Rotation, Steps};
use crate::connection::{Connection, ConnectionId, Credential};
use crate::error::{ConnectionError, Error, Result, RevokeError, RotationError};
use crate::netsuite::access::{Bearer, blocking};
use crate::netsuite::revoke;
use crate::setup;
use crate::store::Store;
use crate::vault::{self, Vault, VaultPlace};

/// Does whatever needs no word of the user, and returns where one is needed, or when the rotation
/// has ended. Safe to call again after any failure and after the end of any process: it looks
/// before it acts. Where nothing can be done without the user, nothing is.
///
/// # Errors
/// [`RotationError::Elsewhere`] while it is driven already, [`RotationError::Missing`], or why the
/// next transition failed; the kind of that failure is recorded, and what is true stays true.
pub async fn run<M: Dependencies>(
    store: &Store,
    id: &ConnectionId,
    dependencies: &Arc<M>,
    steps: &Arc<dyn Steps>,
) -> Result<Connection> {
    let mut driver = Driver::start(store, id, dependencies, steps).await?;
    let connection = driver.read().await?;
    connection.rotation_here()?;
    driver.go_on(connection).await
}

/// Revokes the old certificate, on the user's own word: `typed` are the last characters of its ID.
/// Then as [`run`].
///
/// # Errors
/// As [`run`]; [`RevokeError::ConfirmationDiffers`], [`RotationError::NotThere`].
pub async fn revoke_old<M: Dependencies>(
    store: &Store,
    id: &ConnectionId,
    typed: &str,
    dependencies: &Arc<M>,
    steps: &Arc<dyn Steps>,
) -> Result<Connection> {
    let mut driver = Driver::start(store, id, dependencies, steps).await?;
    let connection = driver.read().await?;
    let rotation = connection.rotation_here()?;
    if rotation.next() != Act::RevokeOld || rotation.is_abandoning() {
        return Err(RotationError::NotThere.into());
    }
    let old = rotation.old.as_ref().ok_or(RotationError::NotThere)?;
    let certificate_id = connection.credential(old)?.certificate_id().clone();
    revoke::confirm(&certificate_id, typed)?;
    let fresh = !matches!(rotation.reached(), Fact::RevokeAnnounced { .. });
    let revoked = driver.revoke_the_old(connection, certificate_id, fresh).await;
    let connection = driver.or_record(revoked).await?;
    driver.go_on(connection).await
}

/// Gives the rotation up: the new certificate is revoked wherever it may be listed, its key is
/// deleted, the old one stays. Possible until the switch; once begun it can only be continued.
///
/// # Errors
/// As [`run`]; [`RotationError::NotThere`] after the switch; [`UploadError::Unsettled`](crate::error::UploadError::Unsettled) while a
/// lost upload may still arrive.
pub async fn abandon<M: Dependencies>(
    store: &Store,
    id: &ConnectionId,
    dependencies: &Arc<M>,
    steps: &Arc<dyn Steps>,
) -> Result<Connection> {
    let mut driver = Driver::start(store, id, dependencies, steps).await?;
    let connection = driver.read().await?;
    let rotation = connection.rotation_here()?;
    if !rotation.can_abandon() {
        return Err(RotationError::NotThere.into());
    }
    if rotation.is_abandoning() {
        return driver.go_on(connection).await;
    }
    let announced = driver.record(&connection, Fact::AbandonAnnounced, |_| Ok(())).await?;
    driver.go_on(announced).await
}

/// One process's work on one rotation.
pub(super) struct Driver<M> {
    pub(super) id: ConnectionId,
    pub(super) dependencies: Arc<M>,
    store: Store,
    steps: Arc<dyn Steps>,
    /// Asked for once for each call from outside; dropped when anything fails.
    bearer: Option<Bearer>,
    /// Likewise: its connections are used again.
    netsuite: Option<NetSuite>,
    /// This driver has announced the upload and not begun to send it: where it goes. A driver that
    /// finds an announcement cannot know whether it was sent, so it never sends.
    pub(super) send_to: Option<EndpointHost>,
    /// Shared with whatever still writes when the driver itself is dropped.
    lock: Arc<Lock>,
}

impl<M: Dependencies> Driver<M> {
    async fn start(
        store: &Store,
        id: &ConnectionId,
        dependencies: &Arc<M>,
        steps: &Arc<dyn Steps>,
    ) -> Result<Self> {
        let (locked, name) = (store.clone(), id.clone());
        let lock = blocking(move || lock::take(&locked, &name)).await?;
        Ok(Self {
            id: id.clone(),
            dependencies: Arc::clone(dependencies),
            store: store.clone(),
            steps: Arc::clone(steps),
            bearer: None,
            netsuite: None,
            send_to: None,
            lock: Arc::new(lock),
        })
    }

    /// Goes on until the user is needed.
    async fn go_on(&mut self, mut connection: Connection) -> Result<Connection> {
        loop {
            match &connection.rotation {
                Some(rotation) if rotation.next() == Act::Continue => {}
                _ => return Ok(connection),
            }
            let advanced = self.advance(connection).await;
            connection = self.or_record(advanced).await?;
        }
    }

    /// Makes one transition.
    async fn advance(&mut self, connection: Connection) -> Result<Connection> {
        let rotation = connection.rotation.as_ref().ok_or(RotationError::Missing)?;
        if rotation.is_abandoning() {
            return self.clear_up(&connection, rotation).await;
        }
        match rotation.reached() {
            Fact::OldRevoked { .. } if rotation.became_true(super::Step::Switched).is_some() => {
                self.end(&connection).await
            }
            Fact::Planned | Fact::UploadLost | Fact::OldRevoked { .. } => {
                self.name_key(&connection, rotation).await
            }
            Fact::KeyNamed { key, place } => {
                self.store_key(&connection, rotation, key, *place).await
            }
            Fact::KeyStored { .. } | Fact::UploadRefused => {
                self.announce_upload(&connection, rotation).await
            }
            Fact::UploadAnnounced { role, entity, listed } => {
                self.upload(&connection, rotation, (*role, *entity), listed).await
            }
            Fact::Uploaded { .. } => self.prove(&connection, rotation).await,
            _ => Err(RotationError::NotThere.into()),
        }
    }

    /// Keeps the kind of a failure for whoever looks at the rotation later.
    async fn or_record(&mut self, outcome: Result<Connection>) -> Result<Connection> {
        if let Err(error) = &outcome {
            (self.bearer, self.netsuite) = (None, None);
            let failed =
                Failed { at: self.dependencies.now(), kind: self.dependencies.kind_of(error) };
            let change = |connection: &mut Connection| {
                if let Some(rotation) = &mut connection.rotation {
                    rotation.last_failure = Some(failed);
                }
                Ok(())
            };
            // Where even that cannot be written, the failure itself says more.
            if let Ok(connection) = self.update(change).await {
                self.steps.reached(&connection);
            }
        }
        outcome
    }

    /// Records that something became true, together with what follows from it in the connection.
    pub(super) async fn record(
        &self,
        seen: &Connection,
        fact: Fact,
        change: impl FnOnce(&mut Connection) -> Result<()> + Send + 'static,
    ) -> Result<Connection> {
        let now = self.dependencies.now();
        self.change(seen, move |connection, mut rotation| {
            rotation.record(now, fact);
            connection.rotation = Some(rotation);
            change(connection)
        })
        .await
    }

    /// Changes connection and rotation, provided that nobody else has; tells who looks on. A
    /// rotation that is not put back is over.
    pub(super) async fn change(
        &self,
        seen: &Connection,
        change: impl FnOnce(&mut Connection, Rotation) -> Result<()> + Send + 'static,
    ) -> Result<Connection> {
        let seen = seen.rotation.as_ref().map(|rotation| rotation.journal().to_vec());
        let changed = self.update(move |connection| {
            let rotation = connection.rotation.take().ok_or(RotationError::Missing)?;
            if Some(rotation.journal()) != seen.as_deref() {
                return Err(RotationError::Elsewhere.into());
            }
            change(connection, rotation)
        });
        let connection = changed.await?;
        self.steps.reached(&connection);
        Ok(connection)
    }

    /// Runs what may block where it blocks nobody. The rotation stays locked until it is done, also
    /// when nobody waits for it any more.
    pub(super) async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let lock = Arc::clone(&self.lock);
        blocking(move || {
            let outcome = work();
            drop(lock);
            outcome
        })
        .await
    }

    pub(super) async fn read(&self) -> Result<Connection> {
        let (store, id) = (self.store.clone(), self.id.clone());
        self.blocking(move || store.read(&id)).await
    }

    async fn update(
        &self,
        change: impl FnOnce(&mut Connection) -> Result<()> + Send + 'static,
    ) -> Result<Connection> {
        let (store, id) = (self.store.clone(), self.id.clone());
        Ok(self.blocking(move || store.update(&id, change)).await?.0)
    }

    pub(super) async fn netsuite(&mut self, connection: &Connection) -> Result<NetSuite> {
        let netsuite = match self.netsuite.take() {
            Some(netsuite) => netsuite,
            None => self.dependencies.netsuite(connection).await?,
        };
        Ok(self.netsuite.insert(netsuite).clone())
    }

    pub(super) async fn endpoint(&mut self, connection: &Connection) -> Result<Endpoint> {
        let client_id = connection.integration.client_id.clone();
        let client_id = client_id.ok_or(Error::Connection(ConnectionError::StepNotReady {
            step: setup::Step::Integration,
        }))?;
        Ok(Endpoint { netsuite: self.netsuite(connection).await?, client_id })
    }

    /// A token that does not come from the certificate `avoid`.
    pub(super) async fn bearer(
        &mut self,
        connection: &Connection,
        avoid: Option<&CertificateId>,
    ) -> Result<&Bearer> {
        let fits = |bearer: &Bearer| avoid.is_none() || bearer.came_from.as_ref() != avoid;
        let bearer = match self.bearer.take().filter(fits) {
            Some(bearer) => bearer,
            None => self.dependencies.bearer(connection, avoid).await?,
        };
        // Whatever the shell gives: the branch that we sit on is not sawn off.
        if !fits(&bearer) {
            return Err(RevokeError::Itself.into());
        }
        Ok(self.bearer.insert(bearer))
    }

    pub(super) async fn vault(&self, place: VaultPlace) -> Result<Arc<dyn Vault>> {
        let dependencies = Arc::clone(&self.dependencies);
        self.blocking(move || dependencies.vault(place)).await
    }

    /// A credential's key, out of the vault.
    pub(super) async fn load_key(&self, credential: &Credential) -> Result<PrivateKey> {
        let vault = self.vault(credential.vault).await?;
        let name = credential.key.clone();
        self.blocking(move || vault::load(&*vault, &name)).await
    }

    /// The rotation is over.
    async fn end(&self, connection: &Connection) -> Result<Connection> {
        let now = self.dependencies.now();
        self.change(connection, move |connection, _| {
            connection.note(now, crate::connection::Event::RotationEnded { old_kept: false });
            Ok(())
        })
        .await
    }
}

/// The certificates endpoint of one integration record.
pub(super) struct Endpoint {
    pub(super) netsuite: NetSuite,
    pub(super) client_id: ClientId,
}

impl Endpoint {
    pub(super) async fn list(&self, bearer: &Bearer) -> Result<Listed> {
        Ok(self.netsuite.list_certificates(&bearer.token, &self.client_id).await?)
    }
}
