//! A system that a connection can be handed over to, as several screens show it.

use certdesk_core::target::{Evidence, System, Target, WithoutM2m};
use netsuite_client::Scope;
use netsuite_keys::key::{Algorithm, KeyType, PemForm};
use serde::Serialize;
use ts_rs::TS;

/// A system, as a table names it.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub(crate) struct TargetName {
    target: Target,
    label: &'static str,
}

/// A system that may have no machine-to-machine access, as a plan names it.
#[derive(Clone, Copy, Debug, Serialize, TS)]
pub(crate) struct SystemName {
    system: System,
    label: &'static str,
}

/// Every system that this version knows.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct KnownSystems {
    /// In the order they are offered.
    targets: Vec<TargetView>,
    /// By name.
    without_m2m: Vec<WithoutM2mView>,
}

/// A system whose own NetSuite connection has no machine-to-machine access.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WithoutM2mView {
    system: System,
    label: &'static str,
    /// What it calls its connection to NetSuite.
    connector: &'static str,
    /// What that offers, in its own words.
    offers: &'static [String],
    /// The version or the date of what was read.
    as_of: &'static str,
    /// What its maker says.
    seen: &'static str,
    sources: &'static [String],
    /// Other ways of the same system.
    instead: &'static [String],
}

/// A system, and what follows from choosing it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetView {
    target: Target,
    label: &'static str,
    /// What to know before choosing it, in one line.
    summary: &'static str,
    evidence: Evidence,
    /// What was seen of it, and what was not.
    seen: &'static str,
    /// The first one is the default.
    key_types: &'static [KeyType],
    /// Whether anybody says that it takes these.
    key_types_seen: bool,
    /// Those it signs with; null where it is not known to leave any out.
    algorithms: Option<&'static [Algorithm]>,
    default_key_type: KeyType,
    default_algorithm: Algorithm,
    pem_form: PemForm,
    /// Those proposed on the integration record.
    scopes: &'static [Scope],
    /// The application it brings to NetSuite itself, if it does.
    application: Option<&'static str>,
    warnings: &'static [String],
}

impl From<Target> for TargetName {
    fn from(target: Target) -> Self {
        Self { target, label: target.label() }
    }
}

impl From<System> for SystemName {
    fn from(system: System) -> Self {
        Self { system, label: system.label() }
    }
}

impl KnownSystems {
    pub(crate) fn all() -> Self {
        Self {
            targets: Target::all().map(TargetView::new).collect(),
            without_m2m: WithoutM2m::all().map(WithoutM2mView::new).collect(),
        }
    }
}

impl WithoutM2mView {
    fn new(facts: &'static WithoutM2m) -> Self {
        Self {
            system: System::WithoutM2m(facts),
            label: &facts.label,
            connector: &facts.connector,
            offers: &facts.offers,
            as_of: &facts.as_of,
            seen: &facts.seen,
            sources: &facts.sources,
            instead: &facts.instead,
        }
    }
}

impl TargetView {
    pub(crate) fn new(target: Target) -> Self {
        let recipe = target.recipe();
        Self {
            target,
            label: &recipe.label,
            summary: &recipe.summary,
            evidence: recipe.evidence,
            seen: &recipe.seen,
            key_types: &recipe.key_types,
            key_types_seen: recipe.key_types_seen,
            algorithms: recipe.algorithms.as_deref(),
            default_key_type: recipe.default_key_type(),
            default_algorithm: recipe.default_algorithm(),
            pem_form: recipe.pem_form(),
            scopes: &recipe.scopes,
            application: recipe.application.as_deref(),
            warnings: &recipe.warnings,
        }
    }
}
