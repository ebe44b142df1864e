//! The evidence of a connection before those who have no Certdesk: a short program in Python, and
//! the command for `sha256sum` that the evidence itself shows.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use certdesk_core::connection::{Change, Connection, Credential, Event};
use certdesk_core::handover::evidence;
use certdesk_core::target::Target;
use certdesk_core::vault::{EntryName, VaultPlace};
use netsuite_keys::certificate::{Certificate, Signature, Subject};
use netsuite_keys::key::{Algorithm, KeyType, PrivateKey, Search};
use tempfile::TempDir;
use time::OffsetDateTime;
use time::macros::datetime;

use crate::programs::{agreed, ask};
use crate::words;

const NOW: OffsetDateTime = datetime!(2026-11-21 12:00 UTC);

/// A folder with the evidence of a connection whose names and paths contain whatever a shell, JSON
/// or HTML could stumble over.
struct Saved {
    folder: TempDir,
    connection: Connection,
}

impl Saved {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut connection = connection();
        evidence::save(&mut connection, &folder.path().join(PAGE), NOW).unwrap();
        Self { folder, connection }
    }

    fn json(&self) -> PathBuf {
        evidence::json_path(&self.folder.path().join(PAGE))
    }

    /// The end of the chain that the page shows.
    fn end(&self) -> String {
        self.shown("<pre class=\"hash\" id=\"end\">")
    }

    /// What the page shows between a beginning and the end of the element.
    fn shown(&self, beginning: &str) -> String {
        let page = fs::read_to_string(self.folder.path().join(PAGE)).unwrap();
        let (_, after) =
            page.split_once(beginning).unwrap_or_else(|| panic!("{beginning}: {page}"));
        let text = after.split("</pre>").next().unwrap();
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    }

    fn python(&self) -> Output {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("evidence.py");
        ask("python3", words![program, self.json()])
    }

    /// What the command for Linux prints, run as the page says.
    fn sha256sum(&self) -> String {
        let command = self.shown("<h3>Linux</h3><pre>");
        let folder = self.folder.path().display();
        let answer = ask("sh", words!["-c", format!("cd '{folder}'\n{command}")]);
        agreed("sha256sum", &answer)
    }

    fn change(&self, change: impl FnOnce(&mut Vec<String>)) {
        let text = fs::read_to_string(self.json()).unwrap();
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        change(&mut lines);
        fs::write(self.json(), lines.join("\n") + "\n").unwrap();
    }
}

fn connection() -> Connection {
    let mut connection = Connection::new("O’Brien & Söhne <\"株式会社\">", false, NOW).unwrap();
    connection.change(Change::Account { text: "4718203_SB1".into() }, NOW).unwrap();
    let target = Target::named("alumio").unwrap();
    connection.change(Change::Target { target }, NOW).unwrap();
    let key = PrivateKey::generate(KeyType::P256, &Search::new()).unwrap();
    let subject = Subject::new("Northwind Traders").unwrap();
    let certificate = Certificate::issue(&key, &subject, 365, Signature::Pss, NOW).unwrap();
    let (entry, place) = (EntryName::random(), VaultPlace::SecretService);
    let pair =
        Credential::new(entry, place, Algorithm::Es256, &certificate, Signature::Pss, NOW).unwrap();
    let certificate_id = pair.certificate_id().clone();
    connection.add_credential(pair);
    connection.note(NOW, Event::CertificateMade { certificate_id: certificate_id.clone() });
    for path in ["C:\\temp\\new\\%s\\public.pem", "/home/o'brien/$(true)/`a` \"b\"\n\t\u{1}🔑.pem"]
    {
        connection.note(NOW, Event::CertificateSaved { path: path.into() });
    }
    let (role, entity) = (Some("1042".into()), Some("-5".into()));
    connection.note(NOW, Event::TokenReceived { certificate_id, role, entity });
    connection.note(NOW, Event::HandedOver { target });
    connection
}

/// The first line of the history in the file.
fn first(lines: &[String]) -> usize {
    lines.iter().position(|line| line.starts_with("{\"previous\"")).unwrap()
}

/// Changes the lines of a file.
type Tampering = fn(&mut Vec<String>);

/// The changes that nobody may miss, by name. Lines of the history are two apart.
const CHANGES: [(&str, Tampering); 6] = [
    ("one byte of a line", |lines| {
        let at = first(lines) + 6;
        lines[at] = lines[at].replacen("alumio", "alumia", 1).replacen("made", "mode", 1);
    }),
    ("one byte of the last line", |lines| {
        let last = lines.iter().rposition(|line| line.starts_with("{\"previous\"")).unwrap();
        lines[last] = lines[last].replacen("12:00:00", "12:00:01", 1);
    }),
    ("a line removed", |lines| drop(lines.drain(first(lines) + 2..first(lines) + 4))),
    ("the first line removed", |lines| drop(lines.drain(first(lines)..first(lines) + 2))),
    ("the last line removed", |lines| {
        let last = lines.iter().rposition(|line| line.starts_with("{\"previous\"")).unwrap();
        lines.drain(last - 1..=last);
    }),
    ("two lines swapped", |lines| {
        let at = first(lines);
        lines.swap(at + 2, at + 4);
    }),
];

#[test]
fn python_and_sha256sum_find_the_end_that_the_page_shows() {
    let saved = Saved::new();
    let end = saved.end();
    assert_eq!(end.len(), 64);
    assert_eq!(agreed("python", &saved.python()), format!("{end}\n"));
    assert_eq!(saved.sha256sum(), format!("{end}\n"));
    // The history goes on from there.
    let noted = saved.connection.history.last().unwrap();
    assert!(matches!(noted.event, Event::EvidenceSaved { .. }));
    assert!(noted.line().starts_with(&format!("{{\"previous\":\"{end}\",")), "{}", noted.line());
}

#[test]
fn a_line_by_itself_has_the_hash_that_the_next_one_carries() {
    let saved = Saved::new();
    let text = fs::read_to_string(saved.json()).unwrap();
    let lines: Vec<_> = text.lines().filter(|line| line.starts_with("{\"previous\"")).collect();
    assert_eq!(lines.len(), saved.connection.history.len() - 1);
    for pair in lines.windows(2) {
        let answer = crate::programs::ask_with_input("sha256sum", words!["-"], pair[0].as_bytes());
        let hash = agreed("sha256sum", &answer)[..64].to_owned();
        assert!(pair[1].starts_with(&format!("{{\"previous\":\"{hash}\",")), "{}", pair[1]);
    }
}

#[test]
fn python_and_sha256sum_disagree_with_every_change() {
    for (name, change) in CHANGES {
        let saved = Saved::new();
        let before = fs::read(saved.json()).unwrap();
        saved.change(change);
        assert_ne!(fs::read(saved.json()).unwrap(), before, "{name}: nothing was changed");
        assert!(!saved.python().status.success(), "python agrees: {name}");
        assert_ne!(saved.sha256sum(), format!("{}\n", saved.end()), "sha256sum agrees: {name}");
    }
}

#[test]
fn a_gap_that_certdesk_found_is_on_the_page_and_found_by_both() {
    let mut stored = serde_json::to_value(connection()).unwrap();
    stored["history"]["entries"].as_array_mut().unwrap().remove(2);
    let mut connection: Connection = serde_json::from_value(stored).unwrap();
    let folder = tempfile::tempdir().unwrap();
    evidence::save(&mut connection, &folder.path().join(PAGE), NOW).unwrap();
    let saved = Saved { folder, connection };
    let page = fs::read_to_string(saved.folder.path().join(PAGE)).unwrap();
    let told = "entries between 2 and 3 were removed, added, or moved.";
    assert!(page.contains(told), "{page}");
    assert!(!saved.python().status.success());
    let printed = saved.sha256sum();
    assert!(printed.starts_with("Gap before: {\"previous\":"), "{printed}");
    assert_eq!(printed.lines().count(), 2, "{printed}");
}

/// A name that a shell, PowerShell and HTML have to quote.
const PAGE: &str = "O'Brien & Söhne [Alumio] $HOME evidence.html";
