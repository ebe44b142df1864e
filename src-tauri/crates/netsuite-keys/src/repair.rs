//! Puts right what tools, forms, editors and chats make of a key or certificate on its way.
//!
//! A table of transformations, each with the sign that asks for it. They are tried one after another, each at most once,
//! until everything in the text parses; otherwise the text stays what it was. Nothing is repaired half, and what was
//! changed is told by name, so that whoever uses the result knows it.

mod blocks;
mod encodings;
mod lines;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::material::{self, Piece, PieceKind, Wiped, decoded};

/// What was changed in a text, by what had happened to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Repair {
    /// Characters were percent-encoded, as in a URL or a submitted form.
    PercentEncoded,
    /// Characters were HTML entities, lines ended in tags.
    HtmlEncoded,
    /// The text went through mail as quoted-printable (RFC 2045, 6.7).
    QuotedPrintable,
    /// Characters were written as `\u002B`, as .NET's JSON writer does.
    UnicodeEscapes,
    /// Line ends were escaped twice: `\\n`.
    EscapedTwice,
    /// Lines were continued by a backslash at their end, as in Java's properties.
    Continued,
    /// Line ends were written as `\n` and lost the backslash: the letter n stands there.
    BackslashLost,
    /// The PEM was encoded as base64, in a field of YAML, JSON or a list of variables.
    Base64Fields,
    /// The whole text was encoded as base64 once more.
    Base64Twice,
    /// No-break spaces, zero-width characters and the like.
    InvisibleCharacters,
    /// The lines were numbered, as a viewer shows them.
    LineNumbers,
    /// Each line began with the mark of a quote, a comment, a diff or a program's text.
    LineMarks,
    /// The dashes of a BEGIN or END line were others, or not five.
    Markers,
    /// The base64 was that of URLs (RFC 4648, 5).
    Base64Url,
    /// Plus signs had become spaces, as in a submitted form.
    PlusLost,
}

/// A text in which everything parses.
pub struct Repaired {
    /// The blocks alone, without what stood around them. It may hold a private key, and is wiped when it goes.
    pub text: Wiped<String>,
    /// The name of the field that each block was the value of, where they were values of fields.
    pub fields: Vec<String>,
    /// What was changed, in this order; never empty.
    pub repairs: Vec<Repair>,
}

impl fmt::Debug for Repaired {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Repaired({:?}, …)", self.repairs)
    }
}

/// Repairs a file or a paste that doesn't parse as it is. `None` where the table's transformations don't lead to a text in
/// which everything parses, and where nothing is wrong.
pub fn repair(bytes: &[u8]) -> Option<Repaired> {
    if bytes.len() as u64 > material::MOST_BYTES || parses(bytes) {
        return None;
    }
    let text = decoded(bytes)?;
    let mut tries = MOST_TRIES;
    let mut repairs = Vec::new();
    let whole = search(&text, &mut repairs, &mut tries)?;
    let (text, before) = blocks_alone(&whole);
    // What holds no block, such as base64 without BEGIN and END lines, stays as it is.
    let text = if parses(text.as_bytes()) { text } else { whole };
    let fields = if repairs.contains(&Repair::Base64Fields) { before } else { Vec::new() };
    Some(Repaired { text, fields, repairs })
}

/// The blocks, each beginning a line, and the last line before each of them.
fn blocks_alone(text: &str) -> (Wiped<String>, Vec<String>) {
    // Escapes that a reader undoes are undone for good.
    let plain = material::text(text.as_bytes()).unwrap_or_default();
    let (mut blocks, mut before) = (Wiped::new(String::with_capacity(plain.len())), Vec::new());
    let mut rest = plain.as_str();
    while let Some(begin) = rest.find("-----BEGIN ") {
        let Some(end) = rest[begin..].find("-----END ").map(|end| begin + end) else { break };
        let after = &rest[end + "-----END ".len()..];
        let Some(dashes) = after.find("-----") else { break };
        let length = end + "-----END ".len() + dashes + "-----".len();
        let name = rest[..begin].trim().lines().last().unwrap_or_default().trim();
        before.push(name.to_owned());
        for line in rest[begin..length].lines().map(str::trim).filter(|line| !line.is_empty()) {
            blocks.push_str(line);
            blocks.push('\n');
        }
        rest = &rest[length..];
    }
    (blocks, before)
}

/// The first sequence of transformations that leads to a sound text, by depth.
fn search(text: &str, done: &mut Vec<Repair>, tries: &mut usize) -> Option<Wiped<String>> {
    if done.len() == MOST_REPAIRS {
        return None;
    }
    for (repair, apply) in TABLE {
        if done.contains(&repair) {
            continue;
        }
        let Some(changed) = apply(text).filter(|changed| changed.as_str() != text) else {
            continue;
        };
        *tries = tries.checked_sub(1)?;
        done.push(repair);
        if parses(changed.as_bytes()) {
            return Some(changed);
        }
        if let Some(found) = search(&changed, done, tries) {
            return Some(found);
        }
        done.pop();
    }
    None
}

/// Whether every piece of a file is whole and what it claims to be.
fn parses(bytes: &[u8]) -> bool {
    material::pieces(bytes).is_ok_and(|pieces| {
        pieces.cut.is_none()
            && pieces.found.iter().all(|piece| piece.as_ref().is_ok_and(Piece::is_sound))
            && pieces.found.iter().flatten().any(|piece| !matches!(piece.kind, PieceKind::Other(_)))
    })
}

/// Returns the changed text, or `None` where its sign is missing.
type Transformation = fn(&str) -> Option<Wiped<String>>;

/// What encloses the rest comes first.
const TABLE: [(Repair, Transformation); 15] = [
    (Repair::Base64Fields, encodings::base64_fields),
    (Repair::Base64Twice, encodings::base64_twice),
    (Repair::PercentEncoded, encodings::percent),
    (Repair::HtmlEncoded, encodings::html),
    (Repair::QuotedPrintable, encodings::quoted_printable),
    (Repair::UnicodeEscapes, encodings::unicode_escapes),
    (Repair::EscapedTwice, encodings::escaped_twice),
    (Repair::Continued, lines::continued),
    (Repair::InvisibleCharacters, lines::invisible),
    (Repair::LineNumbers, lines::numbers),
    (Repair::LineMarks, lines::marks),
    (Repair::Markers, blocks::markers),
    (Repair::BackslashLost, blocks::backslash_lost),
    (Repair::Base64Url, blocks::base64_url),
    (Repair::PlusLost, blocks::plus_lost),
];

/// More than this has happened to no text that was seen.
const MOST_REPAIRS: usize = 5;
/// Bounds the time: a try parses the text once.
const MOST_TRIES: usize = 60;

#[cfg(test)]
mod tests;
