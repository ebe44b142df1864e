//! The text of a list, whichever way a spreadsheet or a browser wrote it.

/// The text, without a byte order mark. `None` where the bytes are no text.
pub(super) fn decode(content: &[u8]) -> Option<String> {
    let text = match content {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8_or_latin(rest),
        [_, 0, ..] => utf16(content, u16::from_le_bytes)?,
        [0, _, ..] => utf16(content, u16::from_be_bytes)?,
        rest => utf8_or_latin(rest),
    };
    let is_text = !text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'));
    is_text.then_some(text)
}

fn utf16(content: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = content.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().copied().map(unit).collect();
    if rest.is_empty() { String::from_utf16(&units).ok() } else { None }
}

/// Older spreadsheets write one byte for each character. Its name in Latin-1 is that of Unicode.
fn utf8_or_latin(content: &[u8]) -> String {
    let latin = || content.iter().copied().map(char::from).collect();
    str::from_utf8(content).map_or_else(|_| latin(), str::to_owned)
}

/// The line, counted from one, in which something looks like a secret: a private key, or a word that
/// is as long and as mixed as the secrets of tokens and consumers, which have 64 characters.
pub(super) fn line_with_secret(text: &str) -> Option<usize> {
    let suspicious = |line: &str| line.contains("-----BEGIN") || line.split(splits).any(is_secret);
    text.lines().position(suspicious).map(|index| index + 1)
}

const fn splits(c: char) -> bool {
    !c.is_ascii_alphanumeric()
}

fn is_secret(word: &str) -> bool {
    word.len() >= SHORTEST_SECRET
        && word.bytes().any(|byte| byte.is_ascii_digit())
        && word.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// An Application ID has no run of letters and digits that comes near it.
const SHORTEST_SECRET: usize = 40;
