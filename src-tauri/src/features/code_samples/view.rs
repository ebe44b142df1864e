//! Programs with the values of a connection.

use certdesk_core::handover::code_sample::{CodeSample, Values};
use serde::Serialize;
use ts_rs::TS;

/// The programs of all languages.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CodeSamples {
    /// Where they look for the private key.
    key_file: String,
    /// Whether the key was saved there.
    key_saved: bool,
    samples: Vec<CodeSampleView>,
}

/// One program.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CodeSampleView {
    name: &'static str,
    label: &'static str,
    /// The name under which it is proposed to be saved.
    file: &'static str,
    /// What has to be there before, in a sentence.
    needs: &'static str,
    /// The commands that install packages, one a line.
    install: Option<&'static str>,
    /// The command that runs it.
    run: Option<&'static str>,
    /// How it gets the private key, where it doesn't read the file.
    key: Option<&'static str>,
    /// Whether the tests run it against the practice account.
    tested: bool,
    sources: &'static [String],
    code: String,
}

impl CodeSamples {
    pub(crate) fn new(values: &Values) -> Self {
        let sample = |sample: &'static CodeSample| {
            let facts = sample.facts();
            CodeSampleView {
                name: sample.name(),
                label: &facts.label,
                file: &facts.file,
                needs: &facts.needs,
                install: facts.install.as_deref(),
                run: facts.run.as_deref(),
                key: facts.key.as_deref(),
                tested: facts.tested,
                sources: &facts.sources,
                code: sample.fill(values),
            }
        };
        Self {
            key_file: values.key_file().to_owned(),
            key_saved: values.saved_key().is_some(),
            samples: CodeSample::all().map(sample).collect(),
        }
    }
}
