//! The template of a program: `«name»` where a value goes, and lines that only some programs have,
//! between a line `«rsa»`, `«ec»`, `«rest»` or `«no-rest»` and a line `«end»`.

use super::Facts;
use super::values::{Only, Value, Values};
use crate::target::Template;

/// A template, cut where lines begin or end that only some programs have.
#[derive(Debug)]
pub(super) struct Program(Vec<Part>);

#[derive(Debug)]
struct Part {
    only: Option<Only>,
    text: Template<Value>,
}

impl Program {
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let mut parts = Vec::new();
        let (mut only, mut lines) = (None, String::new());
        for line in text.split_inclusive('\n') {
            let next = match (line.trim(), only) {
                ("«end»", Some(_)) => None,
                ("«rsa»", None) => Some(Only::Rsa),
                ("«ec»", None) => Some(Only::Ec),
                ("«rest»", None) => Some(Only::Rest),
                ("«no-rest»", None) => Some(Only::NoRest),
                _ => {
                    lines.push_str(line);
                    continue;
                }
            };
            parts.push(Part::read(only, &std::mem::take(&mut lines))?);
            only = next;
        }
        if only.is_some() {
            return Err("a line «end» is missing".to_owned());
        }
        parts.push(Part::read(None, &lines)?);
        Ok(Self(parts))
    }

    pub(super) fn fill(&self, values: &Values, facts: &Facts) -> String {
        let has = |part: &&Part| part.only.is_none_or(|only| values.are(only));
        let text = |part: &Part| part.text.fill(|value| values.written(value, facts));
        self.0.iter().filter(has).map(text).collect()
    }
}

impl Part {
    fn read(only: Option<Only>, text: &str) -> Result<Self, String> {
        let read = Template::read(text, ['«', '»']);
        Ok(Self { only, text: read.ok_or_else(|| format!("no such value in: {text}"))? })
    }
}
