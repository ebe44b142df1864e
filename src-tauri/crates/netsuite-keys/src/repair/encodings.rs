//! Encodings of the whole text.

use base64ct::{Base64, Encoding as _};

use crate::material::{PEM_IN_BASE64, Wiped};

/// `%0A`, `%2B`, and in a submitted form `+` for a space.
pub(super) fn percent(text: &str) -> Option<Wiped<String>> {
    let signs = ["%0A", "%0a", "%0D", "%0d", "%20", "%2B", "%2b", "%2F", "%2f", "%3D", "%3d"];
    if !signs.iter().any(|sign| text.contains(sign)) {
        return None;
    }
    // A form writes spaces as plus signs, and the plus signs of base64 as %2B.
    let spaced =
        Wiped::new(if text.contains("BEGIN+") { text.replace('+', " ") } else { text.to_owned() });
    let decoded = percent_encoding::percent_decode_str(&spaced).decode_utf8().ok()?;
    Some(Wiped::new(decoded.into_owned()))
}

/// `&#43;`, `&#x2F;`, `<br>`.
pub(super) fn html(text: &str) -> Option<Wiped<String>> {
    if !text.contains('&') && !text.contains('<') {
        return None;
    }
    let mut lines = Wiped::new(text.to_owned());
    for tag in
        ["<br>", "<br/>", "<br />", "<BR>", "<p>", "</p>", "<div>", "</div>", "<li>", "</li>"]
    {
        lines = Wiped::new(lines.replace(tag, "\n"));
    }
    for tag in ["<pre>", "</pre>", "<code>", "</code>", "<span>", "</span>"] {
        lines = Wiped::new(lines.replace(tag, ""));
    }
    Some(Wiped::new(html_escape::decode_html_entities(lines.as_str()).into_owned()))
}

/// `=3D` for `=`, and a `=` at the end of a line that goes on in the next one.
pub(super) fn quoted_printable(text: &str) -> Option<Wiped<String>> {
    // The padding of base64 alone would be a soft line break.
    let is_escape = |rest: &str| {
        rest.as_bytes().first_chunk::<2>().is_some_and(|digits| {
            digits.iter().all(|digit| digit.is_ascii_digit() || (b'A'..=b'F').contains(digit))
        })
    };
    if !text.split('=').skip(1).any(is_escape) {
        return None;
    }
    let decoded = quoted_printable::decode(text, quoted_printable::ParseMode::Robust).ok()?;
    String::from_utf8(decoded).ok().map(Wiped::new)
}

/// `\u002B` and `\x2B`.
pub(super) fn unicode_escapes(text: &str) -> Option<Wiped<String>> {
    if !text.contains("\\u00") && !text.contains("\\x") {
        return None;
    }
    let mut plain = Wiped::new(String::with_capacity(text.len()));
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        plain.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let digits = match escape.chars().next() {
            Some('u') => escape.get(1..5),
            Some('x') => escape.get(1..3),
            _ => None,
        };
        let character = digits
            .and_then(|digits| u32::from_str_radix(digits, 16).ok().zip(Some(digits.len())))
            .and_then(|(code, length)| char::from_u32(code).zip(Some(length)));
        match character {
            Some((character, length)) => {
                plain.push(character);
                rest = &escape[1 + length..];
            }
            None => {
                plain.push('\\');
                rest = escape;
            }
        }
    }
    plain.push_str(rest);
    Some(plain)
}

/// `\\n`, where one more program escaped the backslash of an escape.
pub(super) fn escaped_twice(text: &str) -> Option<Wiped<String>> {
    text.contains("\\\\").then(|| Wiped::new(text.replace("\\\\", "\\")))
}

/// `tls.key: LS0t…` of a Kubernetes Secret, and whatever else keeps a PEM in a field.
pub(super) fn base64_fields(text: &str) -> Option<Wiped<String>> {
    // A text that is nothing but base64 is read as it is.
    if text.trim().starts_with(PEM_IN_BASE64) && !text.trim().contains([':', '=', ',', '"']) {
        return None;
    }
    let mut found = Wiped::new(String::new());
    let mut rest = text;
    while let Some(at) = rest.find(PEM_IN_BASE64) {
        let field = field_before(&rest[..at]);
        let value = &rest[at..];
        let length = value.find(|c: char| !is_base64(c)).unwrap_or(value.len());
        let decoded = Wiped::new(Base64::decode_vec(&value[..length]).ok()?);
        if let Some(field) = field {
            found.push_str(field);
            found.push('\n');
        }
        found.push_str(std::str::from_utf8(&decoded).ok()?);
        found.push('\n');
        rest = &value[length..];
    }
    (!found.is_empty()).then_some(found)
}

/// Base64 of a text that is itself base64 of a PEM.
pub(super) fn base64_twice(text: &str) -> Option<Wiped<String>> {
    let characters: Wiped<String> = Wiped::new(text.split_whitespace().collect());
    if characters.is_empty() || !characters.chars().all(is_base64) {
        return None;
    }
    let decoded = Wiped::new(Base64::decode_vec(&characters).ok()?);
    let inner = std::str::from_utf8(&decoded).ok()?;
    inner.trim_start().starts_with(PEM_IN_BASE64).then(|| Wiped::new(inner.to_owned()))
}

/// The name of the field whose value begins where `before` ends: `tls.key` of `  tls.key: "`.
fn field_before(before: &str) -> Option<&str> {
    let line = before.lines().last()?.trim_end_matches([' ', '"', '\'', '|']);
    let name = line.strip_suffix([':', '='])?.trim_end_matches([' ', '"', '\'']);
    let name = name.rsplit([' ', '"', '\'', '{', ',', '\t']).next()?;
    (!name.is_empty() && name.len() <= LONGEST_NAME).then_some(name)
}

fn is_base64(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')
}

const LONGEST_NAME: usize = 60;
