//! What was done to lines.

use crate::material::Wiped;

/// A backslash at the end of a line, and the next line's indentation.
pub(super) fn continued(text: &str) -> Option<Wiped<String>> {
    if !text.contains("\\\n") && !text.contains("\\\r\n") {
        return None;
    }
    let mut joined = Wiped::new(String::with_capacity(text.len()));
    let mut goes_on = false;
    for line in text.lines() {
        let line = if goes_on { line.trim_start() } else { line };
        goes_on = line.ends_with('\\');
        joined.push_str(line.strip_suffix('\\').unwrap_or(line));
        if !goes_on {
            joined.push('\n');
        }
    }
    Some(joined)
}

/// No-break spaces become spaces; what has no width goes.
pub(super) fn invisible(text: &str) -> Option<Wiped<String>> {
    let without: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| if is_space(c) { ' ' } else { c })
        .collect();
    (without != text).then(|| Wiped::new(without))
}

/// `12<tab>MIIE…`, `12: MIIE…`, `12 | MIIE…`, counted from any number on.
pub(super) fn numbers(text: &str) -> Option<Wiped<String>> {
    let mut plain = Wiped::new(String::with_capacity(text.len()));
    let mut expected = None;
    for line in text.lines() {
        if line.trim().is_empty() {
            continue;
        }
        let line = line.trim_start();
        let digits = line.find(|c: char| !c.is_ascii_digit()).filter(|digits| *digits > 0)?;
        let number: u32 = line[..digits].parse().ok()?;
        if expected.is_some_and(|expected| expected != number) {
            return None;
        }
        expected = number.checked_add(1);
        let rest = line[digits..].trim_start_matches([':', '.', ')', '|', '\t', ' ']);
        if rest.len() + digits == line.len() {
            return None;
        }
        plain.push_str(rest);
        plain.push('\n');
    }
    expected.map(|_| plain)
}

/// What stands before `-----BEGIN` stands before every line of the block, and what follows it after every line:
/// `> `, `+`, `# `, `"…\n" +`.
pub(super) fn marks(text: &str) -> Option<Wiped<String>> {
    let first = text.lines().find(|line| line.contains(BEGIN))?;
    let (before, rest) = first.split_once(BEGIN)?;
    let (_, after) = rest.split_once(DASHES)?;
    let (before, after) = (before.trim_start(), after.trim_end());
    let is_mark = |mark: &str| {
        mark.chars().count() <= LONGEST_MARK && !mark.contains(|c: char| c.is_alphanumeric())
    };
    // The escape of a line's end belongs to what a program writes after each line.
    let after_mark = after.replace("\\n", "").replace("\\r", "");
    if (before.is_empty() && after.is_empty()) || !is_mark(before) || !is_mark(&after_mark) {
        return None;
    }
    let mut plain = Wiped::new(String::with_capacity(text.len()));
    let mut inside = false;
    for line in text.lines() {
        inside = inside || line.contains(BEGIN);
        if inside {
            let line_text = line.trim();
            let line_text =
                line_text.strip_prefix(before.trim_end()).unwrap_or(line_text).trim_start();
            let end = after.trim_start();
            // The last line of a text in a program's code ends otherwise.
            let line_text = if end.is_empty() {
                line_text
            } else {
                line_text
                    .strip_suffix(end)
                    .unwrap_or_else(|| line_text.trim_end_matches(['"', '\'', ';', ',', ')', '+']))
            };
            let line_text = if line_text.contains(END) {
                line_text.trim_end_matches(['"', '\'', ';', ',', ')', '+', ' '])
            } else {
                line_text
            };
            plain.push_str(line_text.trim_end_matches("\\n").trim_end_matches("\\r"));
            plain.push('\n');
        }
        inside = inside && !line.contains(END);
    }
    Some(plain)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

fn is_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

const BEGIN: &str = "-----BEGIN ";
const END: &str = "-----END ";
const DASHES: &str = "-----";
const LONGEST_MARK: usize = 8;
