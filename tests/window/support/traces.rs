//! Traces of a secret: what its bytes look like when somebody let them out, and where they were found.
//!
//! The secret numbers of a private key come from `openssl pkey -text`, not from code under test. Each secret is cut into
//! windows of sixteen bytes; every window is looked for raw, in hex, in base64 at all three alignments and both alphabets,
//! and as a list of decimal numbers, each also in UTF-16. So a leak of 31 bytes of it in any of these forms is seen.

use aho_corasick::AhoCorasick;
use base64ct::{Base64, Base64Url, Base64UrlUnpadded, Encoding};
use std::fs::{self, DirEntry};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// What to look for.
pub(crate) struct Traces {
    patterns: AhoCorasick,
}

impl Traces {
    /// The traces of the unencrypted private key in `file`.
    pub(crate) fn of_key(file: &Path) -> Self {
        let output = Command::new("openssl")
            .args(["pkey", "-noout", "-text", "-in"])
            .arg(file)
            .output()
            .expect("openssl is installed (Debian: openssl)");
        assert!(output.status.success(), "openssl does not read {}", file.display());
        let numbers = secret_numbers(&String::from_utf8_lossy(&output.stdout));
        assert!(!numbers.is_empty(), "openssl shows no secret number of {}", file.display());
        Self::of(&numbers)
    }

    /// The traces of invented bytes, to prove that a search would find them.
    pub(crate) fn of(secrets: &[Vec<u8>]) -> Self {
        let windows = secrets.iter().flat_map(|secret| secret.chunks_exact(WINDOW));
        let mut forms = Vec::new();
        for window in windows {
            forms.push(window.to_vec());
            // As a text in UTF-16, should it be one.
            forms.push(window.iter().flat_map(|byte| [*byte, 0]).collect());
            for text in texts(window) {
                forms.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
                forms.push(text.into_bytes());
            }
        }
        Self { patterns: AhoCorasick::new(forms).expect("a few thousand patterns") }
    }

    /// Whether any of them is in `bytes`.
    pub(crate) fn are_in(&self, bytes: &[u8]) -> bool {
        self.patterns.is_match(bytes)
    }

    /// The files below `folder` that hold one, without those that are `allowed` or in an allowed folder. Symbolic links are
    /// not followed.
    pub(crate) fn in_files(&self, folder: &Path, allowed: &[&Path]) -> Vec<PathBuf> {
        self.in_files_since(SystemTime::UNIX_EPOCH, folder, allowed)
    }

    /// The same, only in files that were written since then.
    pub(crate) fn in_files_since(
        &self,
        since: SystemTime,
        folder: &Path,
        allowed: &[&Path],
    ) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => {
                    found.extend(self.in_files_since(since, &path, allowed))
                }
                Ok(kind) if kind.is_file() && is_written_since(&entry, since) => {
                    // Gone again meanwhile: then it holds nothing.
                    let bytes = fs::read(&path).unwrap_or_default();
                    if self.are_in(&bytes) && !allowed.iter().any(|place| path.starts_with(place)) {
                        found.push(path);
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// Whether one is in the memory of a running process.
    pub(crate) fn are_in_memory_of(&self, process: u32) -> bool {
        let mut found = false;
        look_into_memory_of(process, |bytes| {
            found = self.are_in(bytes);
            !found
        });
        found
    }
}

/// The access tokens of NetSuite that a running process holds, or has held and not wiped.
///
/// This is how a test knows them: nothing outside that process ever sees one.
pub(crate) fn access_tokens_in_memory_of(process: u32) -> Vec<String> {
    let start = AhoCorasick::new(["eyJ"]).expect("one pattern");
    let mut found = Vec::new();
    look_into_memory_of(process, |bytes| {
        for start in start.find_iter(bytes) {
            let in_token = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
            let text = bytes[start.start()..].iter().take_while(in_token).copied().collect();
            let text = String::from_utf8(text).unwrap_or_default();
            if claims(&text).is_some_and(|claims| claims.contains("system.netsuite.com")) {
                found.push(text);
            }
        }
        true
    });
    found.sort();
    found.dedup();
    found
}

/// What a JWT says; `None` when it is none.
pub(crate) fn claims(token: &str) -> Option<String> {
    let mut parts = token.split('.');
    let (_header, claims, _signature) = (parts.next()?, parts.next()?, parts.next()?);
    let claims = Base64UrlUnpadded::decode_vec(claims).ok()?;
    String::from_utf8(claims).ok()
}

/// Shows all of a process's memory, piece by piece, until `look` has seen enough.
fn look_into_memory_of(process: u32, mut look: impl FnMut(&[u8]) -> bool) {
    let open = |file: &str| {
        fs::File::open(format!("/proc/{process}/{file}"))
            .expect("a test may look into its own descendants")
    };
    let (memory, pages) = (open("mem"), open("pagemap"));
    let maps = fs::read_to_string(format!("/proc/{process}/smaps")).expect("the process runs");
    let mut chunk = vec![0; CHUNK];
    let mut looked_at = 0;
    for (from, to) in
        resident_regions(&maps).into_iter().flat_map(|region| present_runs(&pages, region))
    {
        let mut at = from;
        while at < to {
            let wanted = CHUNK.min(usize::try_from(to - at).unwrap_or(CHUNK));
            // A region can be unmapped while we read; what is gone holds nothing.
            let Ok(length) = memory.read_at(&mut chunk[..wanted], at) else { break };
            if length == 0 {
                break;
            }
            looked_at += length;
            if !look(&chunk[..length]) {
                return;
            }
            // The next chunk begins where something that hangs over the edge could begin.
            let step = if length > OVERLAP && at + (length as u64) < to {
                length - OVERLAP
            } else {
                length
            };
            at += step as u64;
        }
    }
    assert!(looked_at > 1 << 20, "the memory of process {process} could not be read");
}

fn is_written_since(entry: &DirEntry, since: SystemTime) -> bool {
    // What cannot be told is looked at.
    !entry.metadata().and_then(|file| file.modified()).is_ok_and(|written| written < since)
}

/// The secret parts in what `openssl pkey -text` prints: a label on a line of its own, then indented bytes in hex.
fn secret_numbers(text: &str) -> Vec<Vec<u8>> {
    let labels = [
        "privateExponent:",
        "prime1:",
        "prime2:",
        "exponent1:",
        "exponent2:",
        "coefficient:",
        "priv:",
    ];
    let mut numbers: Vec<String> = Vec::new();
    let mut secret = false;
    for line in text.lines() {
        if !line.starts_with(' ') {
            secret = labels.contains(&line.trim());
            if secret {
                numbers.push(String::new());
            }
        } else if let (true, Some(number)) = (secret, numbers.last_mut()) {
            number.extend(line.chars().filter(char::is_ascii_hexdigit));
        }
    }
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    numbers
        .iter()
        .map(|number| number.as_bytes().chunks_exact(2).filter_map(byte).collect())
        .collect()
}

fn texts(window: &[u8]) -> Vec<String> {
    let hex = window.iter().map(|byte| format!("{byte:02x}"));
    let pairs: Vec<String> = hex.collect();
    let decimal: Vec<String> = window.iter().map(u8::to_string).collect();
    let mut texts = vec![
        pairs.concat(),
        pairs.concat().to_uppercase(),
        pairs.join(":"),
        pairs.join(":").to_uppercase(),
        decimal.join(","),
        decimal.join(", "),
    ];
    for alignment in 0..3 {
        // From the first byte that starts a group of three: whole groups encode alike wherever the window stands.
        let whole = &window[alignment..];
        let whole = &whole[..whole.len() / 3 * 3];
        texts.push(Base64::encode_string(whole));
        texts.push(Base64Url::encode_string(whole));
    }
    texts
}

/// The readable regions that hold anything, from `/proc/<id>/smaps`.
fn resident_regions(smaps: &str) -> Vec<(u64, u64)> {
    let mut regions = Vec::new();
    let mut current = None;
    for line in smaps.lines() {
        let mut words = line.split_whitespace();
        let first = words.next().unwrap_or_default();
        if let Some((from, to)) = first.split_once('-') {
            let readable = words.next().is_some_and(|rights| rights.starts_with('r'));
            let bounds = u64::from_str_radix(from, 16).ok().zip(u64::from_str_radix(to, 16).ok());
            current = bounds
                .filter(|_| readable && !line.ends_with("[vvar]") && !line.ends_with("[vsyscall]"));
        } else if first == "Rss:" && words.next() != Some("0") {
            regions.extend(current);
        }
    }
    regions
}

/// The parts of a region whose pages are in memory or in swap. JavaScriptCore reserves gigabytes that it never touches.
fn present_runs(pagemap: &fs::File, (from, to): (u64, u64)) -> Vec<(u64, u64)> {
    let mut runs: Vec<(u64, u64)> = Vec::new();
    let mut entries = vec![0; 8 << 16];
    let mut at = from;
    while at < to {
        let wanted =
            entries.len().min(usize::try_from((to - at) / PAGE * 8).unwrap_or(entries.len()));
        let Ok(length) = pagemap.read_at(&mut entries[..wanted], at / PAGE * 8) else { break };
        if length < 8 {
            break;
        }
        for entry in entries[..length].as_chunks::<8>().0 {
            // Bit 63: in memory. Bit 62: in swap.
            if u64::from_ne_bytes(*entry) >> 62 != 0 {
                match runs.last_mut() {
                    Some(run) if run.1 == at => run.1 += PAGE,
                    _ => runs.push((at, at + PAGE)),
                }
            }
            at += PAGE;
        }
    }
    runs
}

const PAGE: u64 = 4096;
const WINDOW: usize = 16;
const CHUNK: usize = 4 << 20;
const OVERLAP: usize = 4096;

#[test]
fn every_form_of_a_leak_is_seen() {
    let secret: Vec<u8> = (0..64).map(|n: u8| n.wrapping_mul(37).wrapping_add(11)).collect();
    let traces = Traces::of(std::slice::from_ref(&secret));
    let part = &secret[5..5 + 2 * WINDOW - 1];
    let hex: String = part.iter().map(|byte| format!("{byte:02X}")).collect();
    let json = serde_json::to_string(part).expect("bytes are JSON");
    for before in 0..3 {
        let shifted: Vec<u8> = [&[0xAA, 0xBB, 0xCC][..before], part].concat();
        assert!(
            traces.are_in(Base64::encode_string(&shifted).as_bytes()),
            "base64, {before} bytes in"
        );
        assert!(
            traces.are_in(Base64Url::encode_string(&shifted).as_bytes()),
            "base64url, {before} bytes in"
        );
    }
    assert!(traces.are_in(part), "raw");
    assert!(traces.are_in(hex.as_bytes()), "hex");
    assert!(traces.are_in(json.as_bytes()), "a list of numbers");
    let wide: Vec<u8> = hex.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(traces.are_in(&wide), "UTF-16");
    assert!(!traces.are_in(&secret[..WINDOW - 1]), "too little of it to be told from chance");
}

#[test]
fn the_secret_numbers_of_a_key_are_told_from_its_public_ones() {
    let text =
        "Private-Key: (256 bit)\npriv:\n    01:02:0a\npub:\n    04:ff\nASN1 OID: prime256v1\n";
    assert_eq!(secret_numbers(text), [vec![1, 2, 10]]);
}
