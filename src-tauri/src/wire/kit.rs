//! What a target asks for, filled in.

use netsuite_m2m::kit::{self, Filled, Recipe, Target};
use serde::Serialize;
use ts_rs::TS;

/// The fields of one target, in its own words and order.
#[derive(Clone, Debug, Serialize, TS)]
pub(crate) struct Kit {
    target: Target,
    label: String,
    /// Where the fields are, as a path of menus.
    #[serde(rename = "where")]
    place: Vec<String>,
    fields: Vec<KitField>,
    notes: Vec<String>,
    then: Vec<String>,
}

/// One field.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum KitField {
    Value {
        label: String,
        value: String,
        note: Option<String>,
    },
    /// Never sent to the window: saved by `key_export`.
    PrivateKey {
        label: String,
        note: Option<String>,
    },
}

impl Kit {
    pub(crate) fn new(target: Target, recipe: Recipe, kit: kit::Kit) -> Self {
        let field = |field| match field {
            Filled::Value { label, value, note } => KitField::Value { label, value, note },
            Filled::PrivateKey { label, note } => KitField::PrivateKey { label, note },
        };
        Self {
            target,
            fields: kit.fields.into_iter().map(field).collect(),
            then: kit.then,
            label: recipe.label,
            place: recipe.place,
            notes: recipe.notes,
        }
    }
}
