//! The systems a connection can be handed over to, and what one asks for, filled in.

use certdesk_core::handover::kit::{self, Filled, PathProblem};
use certdesk_core::target::{Evidence, Target};
use serde::Serialize;
use ts_rs::TS;

/// The fields of one target, in its own words and order.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Kit {
    target: Target,
    label: &'static str,
    evidence: Evidence,
    seen: &'static str,
    sources: &'static [String],
    /// Where the fields are, as a path of menus.
    #[serde(rename = "where")]
    place: &'static [String],
    /// The same for a connection that exists there.
    #[serde(rename = "renewalWhere")]
    renewal_place: &'static [String],
    fields: Vec<Filled>,
    /// Values it must have as well, whose fields nobody has seen.
    unseen: Vec<Filled>,
    warnings: &'static [String],
    then: Vec<String>,
    /// What to replace there when a new certificate takes the old one's place.
    renewal: &'static str,
    /// Why the saved private key cannot be used from where it is.
    path_problem: Option<KeyPathProblem>,
}

/// Why a path cannot stand in the target's command.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum KeyPathProblem {
    /// It has a character that the target refuses.
    Refused {
        #[ts(type = "string")]
        character: char,
    },
    /// It has a blank; how the target wants that on Windows is not known.
    BlankOnWindows,
}

impl Kit {
    pub(crate) fn new(target: Target, kit: kit::Kit) -> Self {
        let recipe = target.recipe();
        Self {
            target,
            label: &recipe.label,
            evidence: recipe.evidence,
            seen: &recipe.seen,
            sources: &recipe.sources,
            place: &recipe.place,
            renewal_place: recipe.renewal_place(),
            fields: kit.fields,
            unseen: kit.unseen,
            warnings: &recipe.warnings,
            then: kit.then,
            renewal: &recipe.renewal,
            path_problem: kit.path_problem.map(KeyPathProblem::from),
        }
    }
}

impl From<PathProblem> for KeyPathProblem {
    fn from(problem: PathProblem) -> Self {
        match problem {
            PathProblem::Refused(character) => Self::Refused { character },
            PathProblem::BlankOnWindows => Self::BlankOnWindows,
        }
    }
}
