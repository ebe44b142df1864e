//! A stored document: how it can fail, as the window sees it.

use certdesk_core::error::DocumentError;
use serde::Serialize;
use ts_rs::TS;

use super::{Failure, text};

/// Why a command failed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs, reason = "each variant stands for the domain error of the same name")]
pub enum DocumentFailure {
    GuideUnknown,
    DocumentNewer { path: String },
    DocumentDamaged { path: String },
    DocumentTargetUnknown { path: String, target: String },
}

/// Exhaustive: a new error breaks the build until it has a kind, and the window's check until it
/// has a sentence.
impl From<&DocumentError> for Failure {
    fn from(error: &DocumentError) -> Self {
        Self::Document(match error {
            DocumentError::GuideUnknown => DocumentFailure::GuideUnknown,
            DocumentError::Newer { path } => DocumentFailure::DocumentNewer { path: text(path) },
            DocumentError::Damaged { path } => {
                DocumentFailure::DocumentDamaged { path: text(path) }
            }
            DocumentError::TargetUnknown { path, target } => {
                DocumentFailure::DocumentTargetUnknown { path: text(path), target: target.clone() }
            }
        })
    }
}
