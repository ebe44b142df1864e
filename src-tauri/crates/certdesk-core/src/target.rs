//! The systems a connection can be handed over to, and what each of them asks for, in its own
//! words and order. A system is one file of data under `kits/`, whose form is [`Recipe`]; nothing
//! here knows a particular one, but for the name of the one that stands for all others.

mod recipe;
mod template;
mod without_m2m;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use netsuite_keys::doctor::Wants;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub(crate) use recipe::Field;
pub use recipe::{Evidence, Recipe};
pub(crate) use template::{Named, Source, Template};
pub use without_m2m::{System, WithoutM2m};

/// A system that this version knows. It is stored as the name of its file, and a name that this
/// version does not know is not read.
#[derive(Clone, Copy)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(type = "string"))]
pub struct Target(&'static Recipe);

impl Target {
    /// All of them, in the order they are offered: by name, and [`Target::is_other`] at the end.
    pub fn all() -> impl Iterator<Item = Self> {
        RECIPES.iter().map(Self)
    }

    /// The system of that name, as in `suitecloud-cli`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|target| target.name() == name)
    }

    /// The name of its file, as it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        &self.0.name
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        &self.0.label
    }

    /// What it takes and asks for.
    #[must_use]
    pub const fn recipe(self) -> &'static Recipe {
        self.0
    }

    /// What matters to a file that is meant for it.
    #[must_use]
    pub fn wants(self) -> Wants {
        Wants {
            label: self.0.label.clone(),
            key_types: self.0.key_types.clone(),
            no_hyphen: self.0.refuses_leading_hyphen,
        }
    }

    /// Whether it stands for any system that has no kit of its own.
    #[must_use]
    pub fn is_other(self) -> bool {
        self.name() == OTHER
    }
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl PartialEq for Target {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Target {}

impl Hash for Target {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name).ok_or_else(|| de::Error::custom("no system of that name"))
    }
}

/// Read once. Sorted by name, the one for all others at the end.
static RECIPES: LazyLock<Vec<Recipe>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the files are part of the program; a test reads each")]
    let read = |(name, text): &(&str, &str)| Recipe::read(name, text).expect("a kit of this build");
    let mut recipes: Vec<_> = FILES.iter().map(read).collect();
    recipes.sort_by_key(|recipe| (recipe.name == OTHER, recipe.label.to_lowercase()));
    recipes
});

/// Every file of `kits/`: its name and its text. Written by `build.rs`.
const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/kits.rs"));

const OTHER: &str = "other";

#[cfg(test)]
mod tests;
