//! One connection, as the walk and its page show it.

use certdesk_core::connection::{
    self, Connection, ConnectionId, CredentialId, Event, Tick, VendorCertificate, VendorState,
    days_left,
};
use certdesk_core::netsuite::identity::{Fit, Identity, Party};
use certdesk_core::rotation::Due;
use certdesk_core::setup::{self, Step};
use certdesk_core::{Result, portfolio, test_call};
use netsuite_client::{AccountId, Origin, Scope};
use netsuite_keys::certificate::Certificate;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use super::connection_status::{ConnectionStatus, NextAct};
use super::credential::CredentialView;
use super::hash_chain::HashChain;
use super::rotation::RotationView;
use super::slots::SlotsSeen;
use super::target::TargetView;
use super::test_call::{CallView, PreflightLine};

/// Everything about a connection that the window may know.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConnectionView {
    #[ts(type = "string")]
    id: ConnectionId,
    name: String,
    practice: bool,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    created_at: OffsetDateTime,
    target: Option<TargetView>,
    account: Option<AccountView>,
    ticks: Vec<Tick>,
    /// Expected, as typed in step 3.
    role_name: String,
    /// Expected, as typed in step 3.
    entity_name: String,
    /// The connection of the same account that step 3 was taken over from.
    role_taken_from: Option<String>,
    /// Who NetSuite says it acts as.
    identity: IdentityView,
    integration: IntegrationView,
    scopes: Vec<Scope>,
    /// Newest first.
    credentials: Vec<CredentialView>,
    /// The credential the set-up works on: the newest that has not been replaced.
    #[ts(type = "string | null")]
    credential: Option<CredentialId>,
    steps: Vec<StepView>,
    last_proof: Option<ProofSummary>,
    last_refusal: Option<RefusalView>,
    /// The last read of each kind.
    calls: Vec<CallView>,
    /// What the scopes need, beside what calls have proven.
    preflight: Vec<PreflightLine>,
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    handed_over_at: Option<OffsetDateTime>,
    /// Proposal of the naming rule: client, environment, target.
    suggested_subject: String,
    status: ConnectionStatus,
    next_act: NextAct,
    /// What is typed to confirm the removal.
    removal_phrase: String,
    /// Null when its certificate does not run out within two months.
    due: Option<Due>,
    rotation: Option<RotationView>,
    /// As NetSuite said last.
    slots: Option<SlotsSeen>,
    /// Uploaded from here for vendors that hold the keys.
    vendor_certificates: Vec<VendorCertificateView>,
    history: Vec<HistoryEntry>,
    hash_chain: HashChain,
}

/// A certificate whose key a vendor holds.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct VendorCertificateView {
    vendor: String,
    certificate_id: String,
    subject: String,
    fingerprint: String,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    valid_until: OffsetDateTime,
    #[ts(type = "number")]
    days_left: i64,
    state: VendorState,
    /// When NetSuite said so.
    #[serde(with = "time::serde::rfc3339::option")]
    #[ts(type = "Instant | null")]
    seen_at: Option<OffsetDateTime>,
}

/// One step of the set-up.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct StepView {
    step: Step,
    /// `unconfirmed`: it has what later steps need, but nobody has ticked off that it is true.
    #[ts(type = "\"done\" | \"unconfirmed\" | \"open\" | \"ahead\"")]
    state: &'static str,
}

/// Who the last token was issued for, beside what is expected.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IdentityView {
    entity: PartyView,
    role: PartyView,
    /// It is another one than expected, or the Administrator.
    wrong: bool,
    /// NetSuite's list could say more than is known.
    lacks_a_name: bool,
}

/// A role or an entity.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct PartyView {
    /// Internal ID, as a token named it.
    id: Option<String>,
    /// NetSuite's name; null where NetSuite has not given it.
    name: Option<String>,
    /// The name that step 3 holds.
    expected: Option<String>,
    fit: Fit,
}

/// The account in its two forms.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccountView {
    /// `1234567_SB1`, for account fields.
    account_id: String,
    /// `1234567-sb1`, in addresses.
    host_form: String,
    environment: netsuite_client::Environment,
    token_url: String,
    app_url: String,
    /// What `datacenterurls` said, if it was asked.
    check: Option<AccountCheck>,
}

/// An answer of `datacenterurls`.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct AccountCheck {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    known: bool,
}

/// The integration record.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IntegrationView {
    name: String,
    client_id: Option<String>,
}

/// Who NetSuite said we are.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProofSummary {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    expires_at: OffsetDateTime,
    account: Option<String>,
    role: Option<String>,
    entity: Option<String>,
    scopes: Vec<String>,
}

/// The last refusal of a token.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct RefusalView {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    /// NetSuite's `error`, or the status.
    reason: String,
}

/// One line of the history.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct HistoryEntry {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    at: OffsetDateTime,
    event: Event,
    /// What the system is called that the event names.
    system: Option<&'static str>,
}

impl ConnectionView {
    /// What the window may know of a connection at an instant.
    pub(crate) fn new(connection: &Connection, now: OffsetDateTime) -> Result<Self> {
        let status = setup::status(connection, now);
        let open = setup::open_step(connection);
        let state = |step| match step {
            step if setup::done(connection, step) && !setup::confirmed(connection, step) => {
                "unconfirmed"
            }
            step if setup::done(connection, step) => "done",
            step if Some(step) == open => "open",
            _ => "ahead",
        };
        let role = connection.role.clone();
        let role_taken_from = role.as_ref().and_then(|role| role.taken_from.clone());
        let (role_name, entity_name) = role.map(|r| (r.name, r.entity)).unwrap_or_default();
        let credentials = connection.credentials.iter().rev();
        Ok(Self {
            id: connection.id.clone(),
            name: connection.name.clone(),
            practice: connection.practice,
            created_at: connection.created_at,
            target: connection.target.map(TargetView::new),
            account: connection.account.as_ref().map(AccountView::new),
            ticks: connection.ticks.clone(),
            role_name,
            entity_name,
            role_taken_from,
            identity: Identity::of(connection).into(),
            integration: IntegrationView {
                name: connection.integration.name.clone(),
                client_id: connection.integration.client_id.as_ref().map(ToString::to_string),
            },
            scopes: connection.integration.scopes.clone(),
            credentials: credentials
                .map(|c| CredentialView::new(connection, c, now))
                .collect::<Result<_>>()?,
            credential: connection.working().map(|credential| credential.id.clone()),
            steps: Step::ALL.map(|step| StepView { step, state: state(step) }).into(),
            last_proof: connection.last_proof.as_ref().map(ProofSummary::new),
            last_refusal: connection
                .last_refusal
                .as_ref()
                .map(|refused| RefusalView { at: refused.at, reason: refused.reason.clone() }),
            calls: connection.calls.iter().map(CallView::from).collect(),
            preflight: test_call::preflight(connection).into_iter().map(Into::into).collect(),
            handed_over_at: connection.handed_over_at,
            suggested_subject: connection.suggested_subject().to_string(),
            next_act: NextAct::of(connection, &status),
            removal_phrase: connection.removal_phrase(),
            status: status.into(),
            due: portfolio::due(connection, now),
            rotation: RotationView::of(connection, now)?,
            slots: connection.slots.clone().map(SlotsSeen::from),
            vendor_certificates: connection
                .vendor_certificates
                .iter()
                .filter(|vendors| vendors.uploaded_at.is_some())
                .map(|vendors| VendorCertificateView::new(vendors, now))
                .collect::<Result<_>>()?,
            history: connection.history.iter().map(HistoryEntry::new).collect(),
            hash_chain: connection.history.chain().into(),
        })
    }
}

impl ConnectionView {
    /// Nothing can be pressed while this or another process is at the rotation.
    pub(crate) fn with_driven(mut self, driven: bool) -> Self {
        if driven && let Some(rotation) = &mut self.rotation {
            rotation.next = None;
        }
        self
    }
}

impl From<Identity> for IdentityView {
    fn from(identity: Identity) -> Self {
        Self {
            wrong: identity.is_wrong(),
            lacks_a_name: identity.lacks_a_name(),
            entity: identity.entity.into(),
            role: identity.role.into(),
        }
    }
}

impl From<Party> for PartyView {
    fn from(party: Party) -> Self {
        let Party { id, name, expected, fit } = party;
        Self { id, name, expected, fit }
    }
}

impl VendorCertificateView {
    fn new(vendors: &VendorCertificate, now: OffsetDateTime) -> Result<Self> {
        let certificate = Certificate::from_pem(&vendors.certificate)?;
        let until = vendors.ends_at()?;
        Ok(Self {
            vendor: vendors.vendor.clone(),
            certificate_id: vendors.certificate_id().to_string(),
            subject: certificate.subject(),
            fingerprint: certificate.fingerprint(),
            valid_until: until,
            days_left: days_left(until, now),
            state: vendors.state(now),
            seen_at: vendors.seen.map(|seen| seen.at).or(vendors.uploaded_at),
        })
    }
}

impl AccountView {
    fn new(account: &connection::Account) -> Self {
        let check = account.check.as_ref();
        Self {
            check: check.map(|check| AccountCheck { at: check.at, known: check.known }),
            ..Self::of(&account.id)
        }
    }

    /// An account nobody has asked NetSuite about.
    pub(crate) fn of(id: &AccountId) -> Self {
        let origin = Origin::NetSuite(id.clone());
        Self {
            account_id: id.to_string(),
            host_form: id.host_form(),
            environment: id.environment(),
            token_url: origin.token_url(),
            app_url: origin.app_url(),
            check: None,
        }
    }
}

impl HistoryEntry {
    fn new(entry: &connection::Entry) -> Self {
        let system = match &entry.event {
            Event::TargetChosen { target } | Event::HandedOver { target } => Some(target.label()),
            _ => None,
        };
        Self { at: entry.at, event: entry.event.clone(), system }
    }
}

impl ProofSummary {
    pub(crate) fn new(proven: &connection::Proven) -> Self {
        Self {
            at: proven.at,
            expires_at: proven.expires_at,
            account: proven.who.account.clone(),
            role: proven.who.role.clone(),
            entity: proven.who.entity.clone(),
            scopes: proven.who.scopes.clone(),
        }
    }
}
