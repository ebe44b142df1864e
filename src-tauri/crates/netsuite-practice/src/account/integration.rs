//! Integration records: Setup > Integration > Manage Integrations.

use std::collections::BTreeSet;
use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Account;
use crate::random;

/// One integration record.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Integration {
    /// The record's number, which the list of certificates calls `application.id`.
    pub(crate) id: i64,
    /// A UUID. Stays visible on the record, and is often pasted where the Consumer Key belongs.
    pub(crate) application_id: String,
    /// 64 hexadecimal digits; the OAuth 2.0 client ID.
    pub(crate) consumer_key: String,
    /// SHA-256 of the consumer secret, in hexadecimal. The secret itself is shown once and not kept.
    consumer_secret_sha256: String,
    #[serde(flatten)]
    pub(crate) settings: Settings,
}

/// What a person enters on the record.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Settings {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) state: State,
    pub(crate) client_credentials: bool,
    pub(crate) authorization_code: bool,
    pub(crate) public_client: bool,
    /// Several are allowed since 2026.1.
    pub(crate) redirect_uris: Vec<String>,
    pub(crate) scopes: BTreeSet<Scope>,
    /// Kept and shown only: the practice account has no token-based authentication.
    pub(crate) tba: bool,
    pub(crate) tba_authorization_flow: bool,
}

/// The field State.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum State {
    Enabled,
    Blocked,
}

/// The scopes that can be ticked on a record. `mcp` has rules of its own and is not among them.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Scope {
    Restlets,
    RestWebservices,
    SuiteAnalytics,
}

impl Scope {
    pub(crate) const ALL: [Self; 3] = [Self::Restlets, Self::RestWebservices, Self::SuiteAnalytics];

    /// As written in assertions and tokens.
    pub(crate) fn value(self) -> &'static str {
        match self {
            Self::Restlets => "restlets",
            Self::RestWebservices => "rest_webservices",
            Self::SuiteAnalytics => "suite_analytics",
        }
    }

    /// As labelled on the record.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Restlets => "RESTlets",
            Self::RestWebservices => "REST Web Services",
            Self::SuiteAnalytics => "SuiteAnalytics Connect",
        }
    }

    pub(crate) fn named(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.value() == value)
    }
}

/// The Consumer Key and Consumer Secret of a record just made or reset: shown once.
#[derive(Clone)]
pub(crate) struct FreshCredentials {
    pub(crate) consumer_key: String,
    pub(crate) consumer_secret: Zeroizing<String>,
}

impl fmt::Debug for FreshCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FreshCredentials")
            .field("consumer_key", &self.consumer_key)
            .finish_non_exhaustive()
    }
}

impl FreshCredentials {
    fn new() -> Self {
        Self {
            consumer_key: random::hex::<32>(),
            consumer_secret: Zeroizing::new(random::hex::<32>()),
        }
    }
}

impl Integration {
    pub(crate) fn is_enabled(&self) -> bool {
        self.settings.state == State::Enabled
    }

    /// Compares digests, so the time taken tells nothing about the secret.
    pub(crate) fn has_secret(&self, secret: &str) -> bool {
        self.consumer_secret_sha256 == sha256_hex(secret)
    }
}

impl Account {
    pub(crate) fn integration(&self, id: i64) -> Option<&Integration> {
        self.integrations.iter().find(|record| record.id == id)
    }

    pub(crate) fn integration_of_client(&self, client_id: &str) -> Option<&Integration> {
        self.integrations.iter().find(|record| record.consumer_key == client_id)
    }

    /// Makes a record and returns its number and the pair that is shown once.
    pub(crate) fn add_integration(&mut self, settings: Settings) -> (i64, FreshCredentials) {
        let id = self.integrations.iter().map(|record| record.id).max().unwrap_or(0) + 1;
        let fresh = FreshCredentials::new();
        self.integrations.push(Integration {
            id,
            application_id: random::uuid(),
            consumer_key: fresh.consumer_key.clone(),
            consumer_secret_sha256: sha256_hex(&fresh.consumer_secret),
            settings,
        });
        (id, fresh)
    }

    /// Changes a record; `false` when there is none.
    pub(crate) fn set_integration(&mut self, id: i64, settings: Settings) -> bool {
        match self.integrations.iter_mut().find(|record| record.id == id) {
            Some(record) => {
                record.settings = settings;
                true
            }
            None => false,
        }
    }

    /// Reset Credentials: a new pair, and the old one is void at once.
    pub(crate) fn reset_credentials(&mut self, id: i64) -> Option<FreshCredentials> {
        let record = self.integrations.iter_mut().find(|record| record.id == id)?;
        let fresh = FreshCredentials::new();
        record.consumer_key = fresh.consumer_key.clone();
        record.consumer_secret_sha256 = sha256_hex(&fresh.consumer_secret);
        Some(fresh)
    }
}

pub(super) fn sha256_hex(text: &str) -> String {
    random::to_hex(digest(&SHA256, text.as_bytes()).as_ref())
}
