//! What a program printed of a key or certificate: `openssl x509 -text`, `certutil -dump`, `keytool -list -v`. It describes the
//! thing and isn't the thing, except that a printed private key can be rebuilt.

use super::{Form, Item, KeyAlgorithm, KeyFacts, Kind, Looked, Outcome, Verdict};

/// The first of the known printouts in a text.
pub(super) fn of(text: &str) -> Option<Item> {
    let (_, of, _) =
        SIGNS.iter().find(|(_, _, signs)| signs.iter().all(|sign| text.contains(sign)))?;
    let private = *of == PRIVATE_KEY;
    let verdict = if private { Verdict::Private } else { Verdict::Unsuitable };
    let mut item = Item::new(Kind::Printout, Form::Plain, verdict).labelled(*of);
    if private {
        item.check(Looked::KeepPrivate, Outcome::Attention, "");
    }
    item.key = key(text);
    Some(item)
}

/// `Public-Key: (3072 bit)`, `Private-Key: (3072 bit, 2 primes)`, `NIST CURVE: P-256`.
fn key(text: &str) -> Option<KeyFacts> {
    let curve = text.split_once("NIST CURVE:").and_then(|(_, rest)| rest.split_whitespace().next());
    if let Some(curve) = curve {
        return Some(KeyFacts::of_jwk("EC", Some(curve), None));
    }
    let (_, rest) =
        text.split_once("Public-Key: (").or_else(|| text.split_once("Private-Key: ("))?;
    let bits = rest.split_whitespace().next()?.parse().ok()?;
    let is_rsa = text.contains("odulus:");
    is_rsa.then(|| KeyFacts::rsa(KeyAlgorithm::Rsa, Some(bits)))
}

const PRIVATE_KEY: &str = "private-key";
/// The program, what it printed, and the words that are there only then.
const SIGNS: [(&str, &str, &[&str]); 7] = [
    ("openssl rsa, pkey", PRIVATE_KEY, &["Private-Key: (", "privateExponent:"]),
    ("openssl ec, pkey", PRIVATE_KEY, &["Private-Key: (", "priv:"]),
    ("openssl req", "request", &["Certificate Request:", "Subject Public Key Info:"]),
    ("openssl x509", "certificate", &["Certificate:", "Subject Public Key Info:"]),
    ("certutil", "certificate", &["X509 Certificate:", "Serial Number:"]),
    ("keytool", "certificate", &["Owner:", "Certificate fingerprints:"]),
    ("openssl pkey -pubin", "public-key", &["Public-Key: ("]),
];
