//! Systems whose own NetSuite connection has no machine-to-machine access. Nothing can be handed over
//! to them, so no connection has one as its target; they are named where a system is chosen, so that
//! nobody starts a set-up that can't end. `kits/README.md` explains their files.

use std::fmt;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Target;

/// What is known of such a system.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WithoutM2m {
    /// The name of its file.
    #[serde(skip)]
    pub(super) name: String,
    /// What people call it.
    pub label: String,
    /// What it calls its connection to NetSuite.
    pub connector: String,
    /// What that offers, in its own words.
    pub offers: Vec<String>,
    /// The version or the date of what was read: the system may have learned it since.
    pub as_of: String,
    /// What its maker says.
    pub seen: String,
    /// Where.
    pub sources: Vec<String>,
    /// Other ways of the same system.
    pub instead: Vec<String>,
}

/// A system that this version knows, whether something can be handed over to it or not.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(type = "string"))]
pub enum System {
    /// It has a kit.
    Target(Target),
    /// It has no machine-to-machine access.
    WithoutM2m(&'static WithoutM2m),
}

impl WithoutM2m {
    /// All of them, by name.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        ALL.iter()
    }

    /// Reads a file.
    pub(super) fn read(name: &str, text: &str) -> serde_json::Result<Self> {
        let facts: Self = serde_json::from_str(text)?;
        Ok(Self { name: name.to_owned(), ..facts })
    }
}

impl System {
    /// The system of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let without_m2m = || WithoutM2m::all().find(|facts| facts.name == name);
        Target::named(name).map(Self::Target).or_else(|| without_m2m().map(Self::WithoutM2m))
    }

    /// The name of its file, as it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Target(target) => target.name(),
            Self::WithoutM2m(facts) => &facts.name,
        }
    }

    /// What people call it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Target(target) => target.label(),
            Self::WithoutM2m(facts) => &facts.label,
        }
    }
}

impl fmt::Debug for System {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for System {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for System {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name).ok_or_else(|| de::Error::custom("no system of that name"))
    }
}

/// Read once, sorted by name.
static ALL: LazyLock<Vec<WithoutM2m>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the files are part of the program; a test reads each")]
    let read =
        |(name, text): &(&str, &str)| WithoutM2m::read(name, text).expect("a file of this build");
    let mut all: Vec<_> = FILES.iter().map(read).collect();
    all.sort_by_key(|facts| facts.label.to_lowercase());
    all
});

/// Every file of `kits/without-m2m/`: its name and its text. Written by `build.rs`.
pub(super) const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/without-m2m.rs"));
