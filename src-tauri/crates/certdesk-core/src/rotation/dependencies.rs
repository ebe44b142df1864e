//! What a rotation works with. The shell gives it; the tests give their own.

use std::sync::Arc;

use netsuite_client::NetSuite;
use netsuite_keys::certificate::CertificateId;
use netsuite_keys::key::{KeyType, PrivateKey, Search};
use time::{Duration, OffsetDateTime};

use crate::connection::{Connection, ConnectionId};
use crate::error::{Error, Result};
use crate::netsuite::access::Bearer;
use crate::vault::{Vault, VaultPlace};

/// What a rotation works with.
pub trait Dependencies: Send + Sync + 'static {
    /// A client of the account that a connection speaks to.
    fn netsuite(&self, connection: &Connection) -> impl Future<Output = Result<NetSuite>> + Send;

    /// A token for the certificates endpoint, which must not come from the certificate `avoid`:
    /// that of a sign-in, else one requested with the connection's working credential.
    ///
    /// Where only the certificate to be avoided could give one: [`ConnectionError::SignInNeeded`](crate::error::ConnectionError::SignInNeeded).
    fn bearer(
        &self,
        connection: &Connection,
        avoid: Option<&CertificateId>,
    ) -> impl Future<Output = Result<Bearer>> + Send;

    /// The vault of that place. May block.
    ///
    /// # Errors
    /// The `Vault…` variants of [`Error`].
    fn vault(&self, place: VaultPlace) -> Result<Arc<dyn Vault>>;

    /// The vault that takes new keys. May block.
    ///
    /// # Errors
    /// The `Vault…` variants of [`Error`].
    fn vault_for_new_keys(&self) -> Result<Arc<dyn Vault>>;

    /// A new key for a connection; [`Error::Cancelled`] when the user does not want to wait.
    fn key(
        &self,
        id: &ConnectionId,
        key_type: KeyType,
    ) -> impl Future<Output = Result<Arc<PrivateKey>>> + Send {
        let _ = id;
        async move {
            let made = move || PrivateKey::generate(key_type, &Search::new());
            Ok(Arc::new(crate::netsuite::access::blocking(move || Ok(made()?)).await?))
        }
    }

    /// What the window calls a failure. This, and nothing else of it, is recorded.
    fn kind_of(&self, error: &Error) -> String;

    /// The time.
    fn now(&self) -> OffsetDateTime {
        OffsetDateTime::now_utc()
    }

    /// How long to wait where NetSuite's answer is not known.
    fn waits(&self) -> Waits {
        Waits::default()
    }
}

/// How long to wait where NetSuite's answer is not known. None of it is documented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// How long after its announcement an upload may still arrive.
    pub settling: Duration,
    /// How often the list is read until it shows what was done.
    pub looks: u32,
    /// How long between two of these.
    pub between_looks: Duration,
}

impl Default for Waits {
    fn default() -> Self {
        Self {
            settling: crate::netsuite::listing::SETTLING,
            looks: 3,
            between_looks: Duration::seconds(2),
        }
    }
}

/// Is told what became true.
pub trait Steps: Send + Sync {
    /// The rotation of this connection came one transition further, or ended. The document on the
    /// disk says so already. A failed act is told as well, by [`super::Rotation::last_failure`].
    fn reached(&self, connection: &Connection);
}

/// Nobody looks on.
#[derive(Clone, Copy, Debug)]
pub struct Unwatched;

impl Steps for Unwatched {
    fn reached(&self, _: &Connection) {}
}
