//! What is known of one connection: an account, an integration record, and the credentials that
//! sign for it. This is the stored document; it never holds a secret.

mod call;
mod change;
mod credential;
mod history;
mod names;
mod retired;
pub mod rotation;
pub mod setup;
mod slots;
mod tick;
mod vault_entries;
mod vendor;

use local_files::proposed_name;
use netsuite_client::sign_in::RedirectPage;
use netsuite_client::{AccountId, ClientId, InternalId, Scope, WhoAmI};
use netsuite_keys::certificate::{CertificateId, Subject};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::error::{ConnectionError, Error, Result, RotationError};
use crate::files::documents::{self, random_id};
use crate::step::Step;
use crate::store_tool::SecretStore;
use crate::target::Target;
use crate::vault::EntryName;
pub use call::{CallOutcome, CallRecord, ReadKind};
pub use change::Change;
pub use credential::{
    Credential, CredentialState, ExportedKey, KEPT_FOR, RetiredKey, SavedFile, UploadAnnounced,
};
pub use history::{Chain, Entry, Event, Gap, History, Purpose};
pub(crate) use names::given;
pub use names::{GivenName, Names};
use rotation::Rotation;
pub use slots::{Holder, SLOTS, SlotHolder, SlotsSeen};
pub use tick::Tick;
pub use vault_entries::{SignInSecret, VaultEntry};
pub use vendor::{VendorCertificate, VendorSeen, VendorState};

/// One connection of one system to one NetSuite account.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Connection {
    /// Names the document.
    pub id: ConnectionId,
    /// The client, as the user calls it.
    pub name: String,
    /// Whether it belongs to the practice account. Its address is never stored: it changes.
    pub practice: bool,
    /// When it was made.
    #[serde(with = "time::serde::rfc3339")]
    pub created_at: OffsetDateTime,
    /// The system that will use it.
    pub target: Option<Target>,
    /// The NetSuite account.
    pub account: Option<Account>,
    /// What was ticked off among features and permissions.
    #[serde(default)]
    pub ticks: Vec<Tick>,
    /// Role and entity that are expected, as their names were entered.
    pub role: Option<Role>,
    /// What NetSuite calls the roles and entities that matter here.
    #[serde(default)]
    pub names: Names,
    /// The integration record.
    #[serde(default)]
    pub integration: Integration,
    /// Keys and certificates, oldest first.
    #[serde(default)]
    pub credentials: Vec<Credential>,
    /// Certificates uploaded from here whose keys vendors hold.
    #[serde(default)]
    pub vendor_certificates: Vec<VendorCertificate>,
    /// The slots of the integration record, as NetSuite said last.
    #[serde(default)]
    pub slots: Option<SlotsSeen>,
    /// Vault entries of an act that did not end: to be written, or to be deleted. Named before
    /// either is done, so that a secret cut off by a crash is found and removed.
    #[serde(default)]
    pub pending_keys: Vec<EntryName>,
    /// The last token received.
    pub last_proof: Option<Proven>,
    /// The last refusal after it, if any.
    pub last_refusal: Option<Refused>,
    /// The last read of each kind with one of its tokens.
    #[serde(default)]
    pub calls: Vec<CallRecord>,
    /// When the values were handed over to the target.
    #[serde(with = "time::serde::rfc3339::option", default)]
    pub handed_over_at: Option<OffsetDateTime>,
    /// Role and entity of the mapping that a refresh of the sandbox took.
    #[serde(default)]
    pub lost_mapping: Option<LostMapping>,
    /// The replacement of its certificate that is under way.
    #[serde(default)]
    pub rotation: Option<Rotation>,
    /// What was done, oldest first.
    #[serde(default)]
    pub history: History,
}

/// Names a connection's document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ConnectionId(String);

/// Names a credential within its connection.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CredentialId(String);

/// The account and what NetSuite said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Account {
    /// Its ID.
    pub id: AccountId,
    /// The answer of `datacenterurls`, if it was asked.
    pub check: Option<AccountCheck>,
}

/// Whether `datacenterurls` knows an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AccountCheck {
    /// When it was asked.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// What it said.
    pub known: bool,
}

/// Who the connection is to act as: expected, and compared with what NetSuite says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Role {
    /// The role's name in NetSuite.
    pub name: String,
    /// The entity's name in NetSuite: the user it acts as.
    pub entity: String,
    /// The connection of the same account that step 3 was taken over from.
    #[serde(default)]
    pub taken_from: Option<String>,
}

/// The integration record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Integration {
    /// Its name.
    pub name: String,
    /// Its Consumer Key.
    pub client_id: Option<ClientId>,
    /// The scopes ticked on it.
    pub scopes: Vec<Scope>,
    /// Whether Public Client is ticked on it; none before somebody signed in by browser.
    #[serde(default)]
    pub public_client: Option<bool>,
    /// The web page that NetSuite sends the browser to after a sign-in; none where it is the app's
    /// own scheme.
    #[serde(default)]
    pub redirect_page: Option<RedirectPage>,
    /// Where the Client Secret is.
    #[serde(default)]
    pub client_secret: Option<VaultEntry>,
    /// Where the refresh token is, for as long as the user wants to stay signed in.
    #[serde(default)]
    pub refresh_token: Option<VaultEntry>,
}

/// Whose a mapping was that is gone, so that another can take its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LostMapping {
    /// The role's internal ID.
    pub role: InternalId,
    /// The entity's internal ID.
    pub entity: InternalId,
}

/// A token was received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Proven {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// Until when it could be used.
    #[serde(with = "time::serde::rfc3339")]
    pub expires_at: OffsetDateTime,
    /// For which credential.
    pub credential: CredentialId,
    /// Who NetSuite says we are.
    pub who: WhoAmI,
}

/// How it is known that a certificate is revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum RevokedBy {
    /// NetSuite's list shows it.
    List,
    /// The user said that an Administrator revoked it; no list has been read since.
    Word,
}

/// A token was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Refused {
    /// When.
    #[serde(with = "time::serde::rfc3339")]
    pub at: OffsetDateTime,
    /// NetSuite's `error`, or the HTTP status.
    pub reason: String,
}

impl Connection {
    /// A new, empty connection.
    ///
    /// # Errors
    /// [`ConnectionError::NameEmpty`], [`ConnectionError::NameTooLong`].
    pub fn new(name: &str, practice: bool, now: OffsetDateTime) -> Result<Self> {
        let mut connection = Self {
            id: ConnectionId(random_id()),
            name: change::required(name)?,
            practice,
            created_at: now,
            target: None,
            account: None,
            ticks: Vec::new(),
            role: None,
            names: Names::default(),
            integration: Integration::default(),
            credentials: Vec::new(),
            vendor_certificates: Vec::new(),
            slots: None,
            pending_keys: Vec::new(),
            last_proof: None,
            last_refusal: None,
            calls: Vec::new(),
            handed_over_at: None,
            lost_mapping: None,
            rotation: None,
            history: History::default(),
        };
        connection.note(now, Event::Created);
        Ok(connection)
    }

    /// The credential that signs for the connection: the newest that has not been replaced. While a
    /// rotation is under way that is the one to be replaced, until the user has said that the target
    /// uses the new one.
    #[must_use]
    pub fn working(&self) -> Option<&Credential> {
        let rotation = self.rotation.as_ref().filter(|rotation| rotation.can_abandon());
        let may = |credential: &&Credential| match rotation {
            Some(rotation) => rotation.old.as_ref() == Some(&credential.id),
            None => true,
        };
        self.credentials.iter().rev().filter(may).find(|credential| credential.in_use())
    }

    /// When the certificate in use ends. None without one, and for one that cannot be read.
    #[must_use]
    pub fn working_until(&self) -> Option<OffsetDateTime> {
        self.working().and_then(|working| working.ends_at().ok())
    }

    /// A credential by its ID.
    ///
    /// # Errors
    /// [`ConnectionError::CredentialUnknown`].
    pub fn credential(&self, id: &CredentialId) -> Result<&Credential> {
        let found = self.credentials.iter().find(|credential| &credential.id == id);
        found.ok_or(Error::Connection(ConnectionError::CredentialUnknown))
    }

    /// A credential by its ID, to be changed.
    ///
    /// # Errors
    /// [`ConnectionError::CredentialUnknown`].
    pub fn credential_mut(&mut self, id: &CredentialId) -> Result<&mut Credential> {
        let found = self.credentials.iter_mut().find(|credential| &credential.id == id);
        found.ok_or(Error::Connection(ConnectionError::CredentialUnknown))
    }

    /// Takes a new credential in. Ones that were made before it and never reached NetSuite are
    /// superseded: only one pair is being set up at a time. What a rotation makes and replaces stays
    /// as it is; a pair added meanwhile waits until the rotation has ended.
    pub fn add_credential(&mut self, credential: Credential) {
        let coming = self.coming().map(|coming| coming.id.clone());
        for earlier in &mut self.credentials {
            if earlier.state == CredentialState::Made && Some(&earlier.id) != coming.as_ref() {
                earlier.state = CredentialState::Superseded;
            }
        }
        self.pending_keys.retain(|name| name != &credential.key);
        if self.rotation.is_none() {
            self.handed_over_at = None;
        }
        self.credentials.push(credential);
    }

    /// Records that NetSuite issued a token.
    ///
    /// # Errors
    /// [`ConnectionError::CredentialUnknown`].
    pub fn record_proof(&mut self, proven: Proven) -> Result<()> {
        let credential = self.credential_mut(&proven.credential)?;
        if matches!(credential.state, CredentialState::Made | CredentialState::Uploaded) {
            credential.state = CredentialState::Proven;
        }
        let certificate_id = credential.certificate_id().clone();
        // NetSuite takes this ID as `kid`, so it is the one it knows.
        credential.confirmed_id = Some(certificate_id.clone());
        let (role, entity) = (proven.who.role.clone(), proven.who.entity.clone());
        self.note(proven.at, Event::TokenReceived { certificate_id, role, entity });
        self.last_refusal = None;
        self.last_proof = Some(proven);
        Ok(())
    }

    /// Records that NetSuite refused a token.
    ///
    /// # Errors
    /// [`ConnectionError::CredentialUnknown`].
    pub fn record_refusal(&mut self, credential: &CredentialId, refused: Refused) -> Result<()> {
        let certificate_id = self.credential(credential)?.certificate_id().clone();
        let reason = refused.reason.clone();
        self.note(refused.at, Event::TokenRefused { certificate_id, reason });
        self.last_refusal = Some(refused);
        Ok(())
    }

    /// The certificate that a new one takes the place of although it is not in use any more: it was
    /// revoked, or a refresh of the sandbox took its mapping. `new` is the one that replaces it.
    #[must_use]
    pub fn taken_away(&self, new: Option<&CredentialId>) -> Option<&Credential> {
        let away = |state| matches!(state, CredentialState::Revoked | CredentialState::Gone);
        let mut earlier = self.credentials.iter().rev().filter(|known| Some(&known.id) != new);
        earlier.find(|known| away(known.state))
    }

    /// When and how a certificate was revoked, as the history says.
    #[must_use]
    pub fn revocation(&self, id: &CertificateId) -> Option<(OffsetDateTime, RevokedBy)> {
        self.history.iter().rev().find_map(|entry| match &entry.event {
            Event::CertificateRevoked { certificate_id } if certificate_id == id => {
                Some((entry.at, RevokedBy::List))
            }
            Event::CertificateRevokedByHand { certificate_id } if certificate_id == id => {
                Some((entry.at, RevokedBy::Word))
            }
            _ => None,
        })
    }

    /// The secret stores that a credential's key was put into, or may have been, each place once, in
    /// the order of the history. Whether it is there still, nobody here knows.
    #[must_use]
    pub fn stores_of(&self, credential: &Credential) -> Vec<(SecretStore, &str)> {
        // It can have been stored before NetSuite's own ID was known.
        let ids = [Some(&credential.predicted_id), credential.confirmed_id.as_ref()];
        let mut places: Vec<((SecretStore, &str), usize)> = Vec::new();
        for entry in self.history.iter() {
            let (id, store, location, refused) = match &entry.event {
                Event::KeyStoringStarted { certificate_id, store, location }
                | Event::KeyStored { certificate_id, store, location, .. } => {
                    (certificate_id, store, location, false)
                }
                Event::KeyNotStored { certificate_id, store, location } => {
                    (certificate_id, store, location, true)
                }
                _ => continue,
            };
            if !ids.contains(&Some(id)) {
                continue;
            }
            let place = (*store, location.as_str());
            match places.iter_mut().find(|(known, _)| *known == place) {
                // A refusal takes back its start alone, not what an earlier attempt may have left.
                Some((_, reasons)) if refused => *reasons = reasons.saturating_sub(1),
                Some((_, reasons)) => *reasons += 1,
                None => places.push((place, usize::from(!refused))),
            }
        }
        places.into_iter().filter_map(|(place, reasons)| (reasons > 0).then_some(place)).collect()
    }

    /// Whether the Certificate ID of a credential is its certificate's: the predicted one, or one that
    /// NetSuite itself returned or has taken in a request.
    #[must_use]
    pub fn certificate_id_fits(&self, credential: &Credential) -> bool {
        let id = credential.certificate_id();
        let returned = |event: &Event| match event {
            Event::CertificateUploaded { certificate_id, .. }
            | Event::TokenReceived { certificate_id, .. } => certificate_id == id,
            _ => false,
        };
        let certificate = credential.certificate().ok();
        certificate.is_none_or(|certificate| certificate.id() == *id)
            || self.history.iter().any(|entry| returned(&entry.event))
    }

    /// What is typed to confirm the removal of the connection: its name or, where that is long, its
    /// account.
    #[must_use]
    pub fn removal_phrase(&self) -> String {
        let account = self.account.as_ref().map(|account| account.id.to_string());
        match account {
            _ if self.name.chars().count() <= TYPED_AT_MOST => self.name.clone(),
            Some(account) => account,
            None => "remove".to_owned(),
        }
    }

    /// Adds a line to the history.
    pub fn note(&mut self, at: OffsetDateTime, event: Event) {
        self.history.add(at, event);
    }

    /// The proposed name of a file about this connection, such as `public.pem`: client, target,
    /// then `name`.
    #[must_use]
    pub fn file_name(&self, name: &str) -> String {
        proposed_name(&[&self.name, self.target.map_or("", Target::label)], name)
    }

    /// The naming rule for a new certificate: client, environment, target.
    #[must_use]
    pub fn suggested_subject(&self) -> Subject {
        let environment = match &self.account {
            _ if self.practice => "practice",
            Some(account) => account.id.environment().word(),
            None => "",
        };
        Subject::suggest(&self.name, environment, self.target.map_or("", Target::label))
    }
}

/// Days from one calendar day, UTC, to another, none for one that has passed. NetSuite names days, not
/// instants, so whatever counts days counts these: the list, the board and a rotation agree.
#[must_use]
pub fn days_left(until: OffsetDateTime, now: OffsetDateTime) -> i64 {
    (until.to_utc().date() - now.to_utc().date()).whole_days().max(0)
}

/// Nobody types a longer text without a mistake.
const TYPED_AT_MOST: usize = 24;

documents::id!(ConnectionId);
documents::id!(CredentialId);

/// Whether two connections speak to the same account; the practice account is nobody else's.
#[must_use]
pub fn same_account(one: &Connection, other: &Connection) -> bool {
    let id = |connection: &Connection| Some(connection.account.as_ref()?.id.clone());
    one.practice == other.practice && id(one).is_some() && id(one) == id(other)
}

impl Connection {
    /// The Client ID, without which NetSuite can be asked nothing.
    ///
    /// # Errors
    /// [`ConnectionError::StepNotReady`] before step 4 has it.
    pub fn needed_client_id(&self) -> Result<&ClientId> {
        let client_id = self.integration.client_id.as_ref();
        Ok(client_id.ok_or(ConnectionError::StepNotReady { step: Step::Integration })?)
    }

    /// The rotation under way, to be gone on with on this computer.
    ///
    /// # Errors
    /// [`RotationError::Missing`], [`RotationError::MayRunElsewhere`].
    pub fn rotation_here(&self) -> Result<&Rotation> {
        match &self.rotation {
            None => Err(RotationError::Missing.into()),
            Some(rotation) if rotation.may_run_elsewhere => {
                Err(RotationError::MayRunElsewhere.into())
            }
            Some(rotation) => Ok(rotation),
        }
    }

    /// The credential that a rotation under way makes, before the target uses it.
    #[must_use]
    pub fn coming(&self) -> Option<&Credential> {
        let rotation = self.rotation.as_ref().filter(|rotation| rotation.can_abandon())?;
        let id = rotation.new_credential()?;
        self.credentials.iter().find(|credential| &credential.id == id)
    }
}
