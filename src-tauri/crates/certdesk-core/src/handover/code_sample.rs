//! Programs that request a token and make one call, with the values of a connection. A language is
//! two files under `samples/`: what to know about the program, and its template.

mod literal;
mod template;
mod values;

use std::sync::LazyLock;

use serde::Deserialize;

use literal::Quotes;
use template::Program;
pub use values::Values;

/// A program in one language, before the values of a connection are filled in.
#[derive(Debug)]
pub struct CodeSample {
    name: &'static str,
    facts: Facts,
    program: Program,
}

/// What to know about a program.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Facts {
    /// The language, and the library where there is a choice.
    pub label: String,
    /// The name under which it is proposed to be saved.
    pub file: String,
    /// How the language writes a text.
    quotes: Quotes,
    /// What the language writes before and after the elements of a list.
    list: [String; 2],
    /// What has to be there before, in a sentence.
    pub needs: String,
    /// The commands that install packages.
    pub install: Option<String>,
    /// The command that runs it.
    pub run: Option<String>,
    /// How it gets the private key, where it doesn't read the file.
    pub key: Option<String>,
    /// Whether the tests run it against the practice account.
    pub tested: bool,
    /// Where its language or library is documented.
    pub sources: Vec<String>,
}

impl CodeSample {
    /// All of them, by label.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        SAMPLES.iter()
    }

    /// The one of that name, as in `python`.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        Self::all().find(|sample| sample.name == name)
    }

    /// The name of its files.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What to know about it.
    #[must_use]
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The program with these values.
    #[must_use]
    pub fn fill(&self, values: &Values) -> String {
        self.program.fill(values, &self.facts)
    }

    fn read(name: &'static str, facts: &str, template: &str) -> Result<Self, String> {
        let facts = serde_json::from_str(facts).map_err(|error| error.to_string())?;
        Ok(Self { name, facts, program: Program::read(template)? })
    }
}

/// Read once, sorted by label.
static SAMPLES: LazyLock<Vec<CodeSample>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the files are part of the program; a test reads each")]
    let read = |&(name, facts, template): &(&'static str, &str, &str)| {
        CodeSample::read(name, facts, template).expect("a sample of this build")
    };
    let mut samples: Vec<_> = FILES.iter().map(read).collect();
    samples.sort_by_key(|sample| sample.facts.label.to_lowercase());
    samples
});

/// The files of each language under `samples/`: their name, the facts, the template. Written by
/// `build.rs`.
const FILES: &[(&str, &str, &str)] = &include!(concat!(env!("OUT_DIR"), "/samples.rs"));

#[cfg(test)]
mod tests;
