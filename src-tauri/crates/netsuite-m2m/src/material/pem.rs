//! PEM blocks in whatever text they came (RFC 7468, and what people make of it).

use base64ct::{Base64, Encoding};

use super::Wiped;
use crate::{Error, Result};

/// One block between a BEGIN and its END line.
pub(super) struct Block {
    pub(super) label: String,
    pub(super) der: Wiped<Vec<u8>>,
}

/// The bytes as text, or `None` if they are no text: UTF-8 with or without its mark, UTF-16 as
/// Windows editors save it, or a single-byte code with letters outside ASCII around the blocks.
/// Escapes such as `\n` are undone.
pub(super) fn text(bytes: &[u8]) -> Option<Wiped<String>> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => lossy(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [b'-', 0, ..] => utf16(bytes, u16::from_le_bytes),
        [0, b'-', ..] => utf16(bytes, u16::from_be_bytes),
        _ => lossy(bytes),
    };
    if text.contains('\0') {
        return None;
    }
    // No base64 and no label contains a backslash, so this cannot harm a block.
    let unescaped = Wiped::new(text.replace("\\r", " ").replace("\\n", "\n"));
    Some(Wiped::new(unescaped.replace("\\/", "/")))
}

/// The blocks in their order. A BEGIN without its END, or the reverse, is a cut-off file.
pub(super) fn blocks(text: &str) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some((before, begun)) = rest.split_once(BEGIN) {
        if before.contains(END) {
            return Err(Error::PemTruncated);
        }
        let (label, begun) = begun.split_once(DASHES).ok_or(Error::PemTruncated)?;
        let end = format!("{END}{label}{DASHES}");
        let (body, after) = begun.split_once(&end).ok_or(Error::PemTruncated)?;
        if body.contains(BEGIN) {
            return Err(Error::PemTruncated);
        }
        blocks.push(Block { label: label.to_owned(), der: decode(body)? });
        rest = after;
    }
    if rest.contains(END) {
        return Err(Error::PemTruncated);
    }
    Ok(blocks)
}

/// The content of a block whose BEGIN and END lines were left out, as some forms want it.
pub(super) fn bare_base64(text: &str) -> Option<Wiped<Vec<u8>>> {
    // DER of a key or certificate begins with a SEQUENCE of more than 127 bytes.
    if !text.trim_start().starts_with("MI") && !text.trim_start().starts_with("MH") {
        return None;
    }
    decode(text).ok()
}

fn decode(body: &str) -> Result<Wiped<Vec<u8>>> {
    if body.contains("Proc-Type:") || body.contains("DEK-Info:") {
        return Err(Error::KeyLegacyEncryption);
    }
    let characters: Wiped<String> = Wiped::new(body.split_whitespace().collect());
    Base64::decode_vec(&characters).map(Wiped::new).map_err(|_| Error::PemTruncated)
}

fn lossy(bytes: &[u8]) -> Wiped<String> {
    Wiped::new(String::from_utf8_lossy(bytes).into_owned())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Wiped<String> {
    let units: Wiped<Vec<u16>> =
        Wiped::new(bytes.as_chunks().0.iter().map(|pair| unit(*pair)).collect());
    Wiped::new(String::from_utf16_lossy(&units))
}

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";
