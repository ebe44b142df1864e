//! How a file is written, where other programs may stumble.

use crate::material;
use serde::{Deserialize, Serialize};

/// A way of writing that is read here and may not be read elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Oddity {
    /// UTF-16, as Windows' Notepad and PowerShell save text.
    Utf16,
    /// UTF-8 with a byte-order mark.
    ByteOrderMark,
    /// Lines end as Windows ends them.
    WindowsLineEnds,
    /// Line ends are written as `\n` within one line.
    EscapedLineEnds,
    /// A block has no line ends at all.
    NoLineEnds,
    /// The text of the file is base64 of a PEM.
    Base64OfPem,
    /// Something stands before, between or after the blocks.
    TextAround,
}

/// The oddities of a file that has text in it.
pub(super) fn of(bytes: &[u8]) -> Vec<Oddity> {
    let mut found = Vec::new();
    if bytes.len() as u64 > material::MOST_BYTES {
        return found;
    }
    let utf16 =
        matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'-', 0, ..] | [0, b'-', ..]);
    let Some(text) = material::text(bytes) else {
        return found;
    };
    let mut note = |oddity, holds: bool| {
        if holds {
            found.push(oddity);
        }
    };
    let blocks = text.contains(BEGIN);
    note(Oddity::Utf16, utf16);
    note(Oddity::ByteOrderMark, bytes.starts_with(&[0xef, 0xbb, 0xbf]));
    note(Oddity::Base64OfPem, text.trim_start().starts_with("LS0tLS1CRUdJTi"));
    if !blocks {
        return found;
    }
    // Escapes are undone in `text`; what is in the bytes decides.
    let escaped = !utf16 && bytes.windows(2).any(|pair| pair == b"\\n");
    note(Oddity::WindowsLineEnds, text.contains("\r\n"));
    note(Oddity::EscapedLineEnds, escaped);
    note(Oddity::NoLineEnds, !escaped && !text.trim().contains(['\n', '\r']));
    note(Oddity::TextAround, !escaped && has_text_around(&text));
    found
}

fn has_text_around(text: &str) -> bool {
    let mut rest = text;
    while let Some((before, begun)) = rest.split_once(BEGIN) {
        if !before.trim().is_empty() {
            return true;
        }
        let Some((_, after)) = begun.split_once(END) else {
            return false;
        };
        rest = after.split_once("-----").map_or("", |(_, after)| after);
    }
    !rest.trim().is_empty()
}

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
