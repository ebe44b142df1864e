//! PEM blocks in whatever text they came (RFC 7468, and what people make of it).

use base64ct::{Base64, Encoding};

use super::Wiped;

/// One block between a BEGIN and its END line.
pub(super) struct Block {
    pub(super) label: String,
    pub(super) body: Body,
}

/// What stands between the two lines.
pub(super) enum Body {
    /// Base64 of this.
    Der(Wiped<Vec<u8>>),
    /// The old encrypted form of OpenSSL, with `Proc-Type` and `DEK-Info`, by its cipher's name.
    LegacyEncrypted(String),
    /// No base64, or base64 that breaks off.
    Damaged,
}

/// The bytes as text, or `None` if they are no text: UTF-8 with or without its mark, UTF-16 as
/// Windows editors save it, or a single-byte code with letters outside ASCII around the blocks.
/// Escapes such as `\n` are undone.
pub(crate) fn text(bytes: &[u8]) -> Option<Wiped<String>> {
    let text = decoded(bytes)?;
    // No base64 and no label contains a backslash, so this cannot harm a block.
    let unescaped = Wiped::new(text.replace("\\r", " ").replace("\\n", "\n"));
    Some(Wiped::new(unescaped.replace("\\/", "/")))
}

/// The same with its escapes.
pub(crate) fn decoded(bytes: &[u8]) -> Option<Wiped<String>> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => lossy(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [b'-', 0, ..] => utf16(bytes, u16::from_le_bytes),
        [0, b'-', ..] => utf16(bytes, u16::from_be_bytes),
        _ => lossy(bytes),
    };
    (!text.contains('\0')).then_some(text)
}

/// The blocks in their order, and the label of one that is cut off: a BEGIN without its END, or
/// the reverse, where no label is known.
pub(super) fn blocks(text: &str) -> (Vec<Block>, Option<String>) {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some((before, begun)) = rest.split_once(BEGIN) {
        if before.contains(END) {
            return (blocks, Some(String::new()));
        }
        let Some((label, begun)) = begun.split_once(DASHES) else {
            return (blocks, Some(String::new()));
        };
        let end = format!("{END}{label}{DASHES}");
        match begun.split_once(&end) {
            Some((body, after)) if !body.contains(BEGIN) => {
                blocks.push(Block { label: label.to_owned(), body: decode(body) });
                rest = after;
            }
            _ => return (blocks, Some(label.to_owned())),
        }
    }
    (blocks, rest.contains(END).then(String::new))
}

/// The content of a block whose BEGIN and END lines were left out, as some forms want it.
pub(super) fn bare_base64(text: &str) -> Option<Wiped<Vec<u8>>> {
    // DER of a key or certificate begins with a SEQUENCE of more than 127 bytes.
    if !text.trim_start().starts_with("MI") && !text.trim_start().starts_with("MH") {
        return None;
    }
    base64(text)
}

/// The PEM text whose base64 somebody made for a variable of a build, for example.
pub(super) fn wrapped(text: &str) -> Option<Wiped<Vec<u8>>> {
    if text.trim_start().starts_with(PEM_IN_BASE64) { base64(text) } else { None }
}

fn decode(body: &str) -> Body {
    if body.contains("Proc-Type:") || body.contains("DEK-Info:") {
        let cipher = body.lines().find_map(|line| line.trim().strip_prefix("DEK-Info:"));
        let cipher = cipher.and_then(|rest| rest.split(',').next()).unwrap_or_default();
        return Body::LegacyEncrypted(cipher.trim().chars().take(LONGEST_CIPHER).collect());
    }
    base64(body).map_or(Body::Damaged, Body::Der)
}

fn base64(text: &str) -> Option<Wiped<Vec<u8>>> {
    let characters: Wiped<String> = Wiped::new(text.split_whitespace().collect());
    Base64::decode_vec(&characters).map(Wiped::new).ok()
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
const LONGEST_CIPHER: usize = 20;
/// How the base64 of a PEM begins.
pub(crate) const PEM_IN_BASE64: &str = "LS0tLS1CRUdJTi";
