//! Texts as languages write them.

use std::fmt::Write as _;

use serde::Deserialize;

/// How a language writes a text, with everything in it that would end it escaped.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Quotes {
    /// `"…"` with the escapes of JSON, which C#, Go, Java, JavaScript and Python read alike.
    Double,
    /// `'…'` with a backslash before a quotation mark or a backslash, as in PHP.
    Backslash,
    /// `'…'` with quotation marks doubled, as in PowerShell, which has five of them.
    Doubled,
    /// `'…'` of a POSIX shell.
    Shell,
}

impl Quotes {
    pub(super) fn literal(self, text: &str) -> String {
        match self {
            Self::Double => double(text),
            Self::Backslash => format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'")),
            Self::Doubled => format!("'{}'", doubled(text)),
            Self::Shell => format!("'{}'", text.replace('\'', r"'\''")),
        }
    }
}

fn double(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => literal.extend(['\\', c]),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            // C# ends a line at the last two, and with it the text.
            c if c.is_control() || c == '\u{2028}' || c == '\u{2029}' => {
                let _ = write!(literal, "\\u{:04x}", u32::from(c));
            }
            c => literal.push(c),
        }
    }
    literal.push('"');
    literal
}

fn doubled(text: &str) -> String {
    let quote = |c| matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}');
    text.chars().flat_map(|c| std::iter::repeat_n(c, if quote(c) { 2 } else { 1 })).collect()
}
