//! What was done to a block: its BEGIN and END lines, and the base64 between them.

use crate::material::Wiped;

/// Dashes of another length or number around BEGIN and END.
pub(super) fn markers(text: &str) -> Option<Wiped<String>> {
    let mut plain = Wiped::new(String::with_capacity(text.len()));
    let mut rest = text;
    let mut changed = false;
    while let Some((at, word)) = next_word(rest) {
        let before = rest[..at].trim_end_matches(is_dash_or_space);
        let after = &rest[at + word.len()..];
        let label_end = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == ' '))?;
        let (label, after) = (after[..label_end].trim(), &after[label_end..]);
        let dashes = after.find(|c| !is_dash(c)).unwrap_or(after.len());
        // Words in a sentence have no dashes around them.
        if dashes == 0 || before.len() == at || label.is_empty() {
            plain.push_str(&rest[..at + word.len()]);
            rest = &rest[at + word.len()..];
            continue;
        }
        let marker = format!("-----{word} {label}-----");
        let as_it_is = &rest[before.len()..rest.len() - after.len() + dashes];
        plain.push_str(before);
        if as_it_is != marker {
            if !before.is_empty() && !before.ends_with('\n') {
                plain.push('\n');
            }
            changed = true;
        }
        plain.push_str(&marker);
        rest = &after[dashes..];
    }
    plain.push_str(rest);
    changed.then_some(plain)
}

/// `-----BEGIN PRIVATE KEY-----nMIIE…n…n-----END`: between lines of one length stands the letter n, or rn.
pub(super) fn backslash_lost(text: &str) -> Option<Wiped<String>> {
    bodies(text, |body| {
        let body = body.trim();
        let (ends, inner) = if let Some(inner) = body.strip_prefix("rn") {
            ("rn", inner.strip_suffix("rn")?)
        } else {
            ("n", body.strip_prefix('n')?.strip_suffix('n')?)
        };
        LINE_LENGTHS.into_iter().find_map(|length| {
            let mut lines = String::with_capacity(inner.len() + 2);
            let mut rest = inner;
            while rest.len() > length {
                let (line, after) = rest.split_at_checked(length)?;
                lines.push('\n');
                lines.push_str(line);
                rest = after.strip_prefix(ends)?;
            }
            lines.push('\n');
            lines.push_str(rest);
            lines.push('\n');
            Some(lines)
        })
    })
}

/// `-` and `_` instead of `+` and `/`, and the padding left out.
pub(super) fn base64_url(text: &str) -> Option<Wiped<String>> {
    bodies(text, |body| {
        if !body.contains(['-', '_']) {
            return None;
        }
        let mut plain = body.replace('-', "+").replace('_', "/");
        let length = plain.chars().filter(|c| !c.is_whitespace() && *c != '=').count();
        if !plain.contains('=') && !length.is_multiple_of(4) {
            let end = plain.trim_end().len();
            plain.insert_str(end, &"==="[..4 - length % 4]);
        }
        Some(plain)
    })
}

/// A space within a line, which base64 has none of. A plus sign at a line's end is told from a blank by the length of the lines.
pub(super) fn plus_lost(text: &str) -> Option<Wiped<String>> {
    bodies(text, |body| {
        let lines: Vec<&str> = body.lines().filter(|line| !line.trim().is_empty()).collect();
        let length = |line: &str| line.trim_end().len();
        let width = lines.iter().map(|line| length(line)).max()?;
        let (last, full) = lines.split_last()?;
        let mut plain = String::from("\n");
        for line in full {
            plain.push_str(&line.get(..width.min(line.len()))?.replace(' ', "+"));
            plain.push('\n');
        }
        // The last line is as long as base64 can be: a multiple of four.
        let end = length(last).next_multiple_of(4).min(last.len());
        plain.push_str(&last.get(..end)?.replace(' ', "+"));
        plain.push('\n');
        Some(plain)
    })
}

/// Changes what stands between each BEGIN line and its END line. `None` where there is no block, or none is changed.
fn bodies(text: &str, change: impl Fn(&str) -> Option<String>) -> Option<Wiped<String>> {
    let mut plain = Wiped::new(String::with_capacity(text.len()));
    let mut rest = text;
    let mut changed = false;
    while let Some((before, begun)) = rest.split_once(BEGIN) {
        let (label, after) = begun.split_once(DASHES)?;
        let (body, after) = after.split_once(END)?;
        plain.push_str(before);
        plain.push_str(&format!("{BEGIN}{label}{DASHES}"));
        match change(body).map(Wiped::new) {
            Some(body) => {
                plain.push_str(&body);
                changed = true;
            }
            None => plain.push_str(body),
        }
        let (label, after) = after.split_once(DASHES)?;
        plain.push_str(&format!("{END}{label}{DASHES}"));
        rest = after;
    }
    plain.push_str(rest);
    changed.then_some(plain)
}

/// The next BEGIN or END that is a word.
fn next_word(text: &str) -> Option<(usize, &'static str)> {
    ["BEGIN", "END"]
        .into_iter()
        .filter_map(|word| {
            let at = text.match_indices(word).map(|(at, _)| at).find(|at| {
                let before = text[..*at].chars().next_back();
                before.is_some_and(is_dash_or_space)
            })?;
            Some((at, word))
        })
        .min_by_key(|(at, _)| *at)
}

fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{ad}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

fn is_dash_or_space(c: char) -> bool {
    is_dash(c) || c == ' '
}

/// RFC 7468 asks for 64; OpenSSL's tools and MIME write 76 too.
const LINE_LENGTHS: [usize; 3] = [64, 76, 70];
const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";
