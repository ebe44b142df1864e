//! API secrets of a bank, as their screen shows them. No type here has room for a value.

use certdesk_core::connection::Connection;
use certdesk_core::day::Day;
use certdesk_core::files::documents::Found;
use certdesk_core::guides::api_secret::value::Report;
use certdesk_core::guides::api_secret::{
    ApiSecret, BankSecrets, BankSecretsId, Choices, DayNote, DomainNote, IdNote, NameNote,
    SecretEntry, SecretKind, SecretsStep, day_note, domain_notes, id_notes, name_notes,
};
use certdesk_core::vault::VaultPlace;
use netsuite_client::Environment;
use serde::Serialize;
use time::OffsetDateTime;
use ts_rs::TS;

use crate::ipc::files::{SavedFile, UnreadableDocument};
use crate::ipc::known_account::KnownAccount;

/// Everything that was begun.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SecretsBoard {
    /// By bank and account.
    banks: Vec<BankSummary>,
    unreadable: Vec<UnreadableDocument>,
    /// Accounts of the connections, to choose from.
    accounts: Vec<KnownAccount>,
}

/// One bank in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BankSummary {
    #[ts(type = "string")]
    id: BankSecretsId,
    bank: String,
    account_id: String,
    environment: Environment,
    client: String,
    /// Whether every secret exists in NetSuite.
    created: bool,
    /// Bank connections on which the IDs are entered, and all of them.
    #[ts(type = "number")]
    entered: usize,
    #[ts(type = "number")]
    connections: usize,
    overlap: Option<OverlapView>,
    /// The first day on which a value ends, `2026-12-31`.
    #[ts(type = "string | null")]
    ends_on: Option<Day>,
}

/// One bank.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BankSecretsView {
    #[ts(type = "string")]
    id: BankSecretsId,
    account_id: String,
    environment: Environment,
    bank: String,
    client: String,
    brazil: bool,
    secrets: Vec<ApiSecretView>,
    choices: Choices,
    domain_notes: Vec<DomainNote>,
    connections: Vec<BankConnectionView>,
    overlap: Option<OverlapView>,
    steps: Vec<SecretsStepView>,
}

/// One step.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SecretsStepView {
    step: SecretsStep,
    #[ts(type = "\"done\" | \"open\" | \"ahead\"")]
    state: &'static str,
}

/// One secret.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ApiSecretView {
    kind: SecretKind,
    name: String,
    script_id: String,
    /// With what NetSuite adds: for the bank connection.
    whole_id: String,
    notes: SecretNotes,
    created: bool,
    #[ts(type = "string | null")]
    ends_on: Option<Day>,
    /// The value in memory, measured.
    held: Option<Report>,
    value_file: Option<SavedFile>,
    /// Where its value is kept, if it is.
    kept: Option<VaultPlace>,
}

/// What is to be said of what is entered for a secret.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct SecretNotes {
    secret: SecretKind,
    name: Vec<NameNote>,
    id: Vec<IdNote>,
    day: Option<DayNote>,
}

/// A bank connection that uses the pair.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct BankConnectionView {
    name: String,
    entered: bool,
}

/// Old and new credentials side by side.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OverlapView {
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    changed_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    #[ts(type = "Instant")]
    until: OffsetDateTime,
}

impl SecretsBoard {
    pub(crate) fn new(mut found: Found<BankSecrets>, connections: &[Connection]) -> Self {
        found.documents.sort_by(|a, b| {
            let key = |bank: &BankSecrets| (bank.bank.to_lowercase(), bank.account.to_string());
            key(a).cmp(&key(b))
        });
        Self {
            banks: found.documents.iter().map(|bank| BankSummary::new(bank, connections)).collect(),
            unreadable: found.unreadable.iter().filter_map(UnreadableDocument::new).collect(),
            accounts: KnownAccount::all(connections),
        }
    }
}

impl BankSummary {
    fn new(bank: &BankSecrets, connections: &[Connection]) -> Self {
        Self {
            id: bank.id.clone(),
            bank: bank.bank.clone(),
            account_id: bank.account.to_string(),
            environment: bank.account.environment(),
            client: KnownAccount::client_of(&bank.account, connections),
            created: bank.secrets.iter().all(|secret| secret.created),
            entered: bank.connections.iter().filter(|connection| connection.entered).count(),
            connections: bank.connections.len(),
            overlap: OverlapView::of(bank),
            ends_on: bank.secrets.iter().filter_map(|secret| secret.ends_on).min(),
        }
    }
}

impl BankSecretsView {
    /// `held` measures the values in memory, `all` are the banks that are known.
    pub(crate) fn new(
        bank: &BankSecrets,
        client: String,
        all: &[BankSecrets],
        held: impl Fn(SecretKind) -> Option<Report>,
        today: Day,
    ) -> Self {
        let secret = |secret: &ApiSecret| ApiSecretView {
            kind: secret.kind,
            name: secret.name.clone(),
            script_id: secret.script_id.clone(),
            whole_id: secret.whole_id(),
            notes: SecretNotes::of(bank, secret, all, today),
            created: secret.created,
            ends_on: secret.ends_on,
            held: held(secret.kind),
            value_file: secret.value_file.clone().map(SavedFile::from),
            kept: secret.kept.as_ref().map(|kept| kept.place),
        };
        Self {
            id: bank.id.clone(),
            account_id: bank.account.to_string(),
            environment: bank.account.environment(),
            bank: bank.bank.clone(),
            client,
            brazil: bank.is_brazilian(),
            secrets: bank.secrets.iter().map(secret).collect(),
            domain_notes: domain_notes(&bank.choices.domains),
            choices: bank.choices.clone(),
            connections: bank
                .connections
                .iter()
                .map(|one| BankConnectionView { name: one.name.clone(), entered: one.entered })
                .collect(),
            overlap: OverlapView::of(bank),
            steps: SecretsStepView::all(bank),
        }
    }
}

impl SecretsStepView {
    fn all(bank: &BankSecrets) -> Vec<Self> {
        let steps = bank.steps();
        let open = steps.iter().find(|(_, done)| !done).map(|(step, _)| *step);
        let view = |(step, done)| Self {
            step,
            state: match done {
                true => "done",
                false if Some(step) == open => "open",
                false => "ahead",
            },
        };
        steps.into_iter().map(view).collect()
    }
}

impl SecretNotes {
    /// Of everything that is entered, each beside the others.
    pub(crate) fn of_entries(
        entries: &[SecretEntry],
        bank: &BankSecrets,
        all: &[BankSecrets],
        today: Day,
    ) -> Vec<Self> {
        let entered = bank.with_entries(entries);
        let note = |entry: &SecretEntry| Self {
            secret: entry.secret,
            name: name_notes(&entry.name),
            id: id_notes(entry.script_id.trim(), &entered, entry.secret, all),
            day: day_note(&entry.ends_on, today),
        };
        entries.iter().map(note).collect()
    }

    fn of(bank: &BankSecrets, secret: &ApiSecret, all: &[BankSecrets], today: Day) -> Self {
        Self {
            secret: secret.kind,
            name: name_notes(&secret.name),
            id: id_notes(&secret.script_id, bank, secret.kind, all),
            day: secret.ends_on.map(|day| DayNote::Day { day, days_left: day.days_after(today) }),
        }
    }
}

impl OverlapView {
    fn of(bank: &BankSecrets) -> Option<Self> {
        bank.overlap.map(|overlap| Self { changed_at: overlap.changed_at, until: overlap.until() })
    }
}
