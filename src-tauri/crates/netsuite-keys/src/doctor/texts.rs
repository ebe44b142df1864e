//! What is neither PEM nor DER of a known kind, named as far as it can be.

use crate::certificate::CertificateId;
use crate::material;
use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use serde_json::Value;
use time::OffsetDateTime;

use super::{Form, Item, KeyFacts, Kind, Looked, Outcome, Verdict, printouts, tokens};
use crate::Error;

/// Names a file that could not be taken apart, `refused` saying why.
pub(super) fn of(bytes: &[u8], refused: &Error, now: OffsetDateTime) -> Item {
    if let Some(kind) = by_first_bytes(bytes) {
        return Item::unsuitable(kind);
    }
    match refused {
        Error::PemEmpty => return Item::unsuitable(Kind::Empty),
        Error::PemTooLarge { .. } => return Item::unsuitable(Kind::TooLarge),
        Error::PemTruncated => return Item::new(Kind::Cut, Form::Der, Verdict::Refused),
        _ => {}
    }
    let Some(text) = material::text(bytes).filter(|text| is_text(text)) else {
        return Item::unsuitable(Kind::Binary);
    };
    let text = text.trim();
    tokens::token(text, now)
        .or_else(|| json(text))
        .or_else(|| dotnet_key(text))
        .or_else(|| putty_key(text))
        .or_else(|| open_ssh_public_key(text))
        .or_else(|| certificate_id(text))
        .or_else(|| changed_markers(text))
        .or_else(|| printouts::of(text))
        .unwrap_or_else(|| Item::unsuitable(Kind::Text))
}

/// A block of `openssh-key-v1`: a magic text, the names of cipher and derivation, and a number of
/// public keys (OpenSSH, PROTOCOL.key).
pub(super) fn open_ssh_key(der: &[u8]) -> Item {
    let mut item = Item::new(Kind::OpenSshKey, Form::Pem, Verdict::Refused);
    let read = || {
        let rest = der.strip_prefix(b"openssh-key-v1\0".as_slice())?;
        let (cipher, rest) = ssh_string(rest)?;
        let (_, rest) = ssh_string(rest)?;
        let (_, rest) = ssh_string(rest)?;
        let (public, _) = ssh_string(rest.get(4..)?)?;
        let (name, _) = ssh_string(public)?;
        Some((cipher != b"none", String::from_utf8_lossy(name).into_owned()))
    };
    match read() {
        Some((locked, name)) => {
            let facts = ssh_facts(&name, || None);
            item.check(Looked::KeyForm, Outcome::Failed, if locked { "locked" } else { "" });
            item.key = Some(facts);
            item.labelled(name)
        }
        None => {
            item.kind = Kind::Damaged;
            item
        }
    }
}

/// A PEM block of another kind.
pub(super) fn other_block(label: &str) -> Item {
    let kind = match label {
        "EC PARAMETERS" | "DH PARAMETERS" | "DSA PARAMETERS" | "X9.42 DH PARAMETERS" => {
            Kind::Parameters
        }
        label if label.starts_with("PGP ") => Kind::Pgp,
        "DSA PRIVATE KEY" => {
            let mut item = Item::new(Kind::PrivateKey, Form::Pem, Verdict::Refused);
            let facts = KeyFacts::of(super::KeyAlgorithm::Dsa);
            item.check(Looked::Key, Outcome::Failed, "");
            item.key = Some(facts);
            return item;
        }
        _ => Kind::OtherBlock,
    };
    Item::new(kind, Form::Pem, Verdict::Unsuitable).labelled(label)
}

/// Kinds of files that say at their very beginning what they are.
pub(super) fn by_first_bytes(bytes: &[u8]) -> Option<Kind> {
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(Kind::Zip),
        [b'%', b'P', b'D', b'F', ..] | [b'{', b'\\', b'r', b't', b'f', ..] => Some(Kind::Document),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Kind::Document),
        [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] | [b'G', b'I', b'F', b'8', ..] => {
            Some(Kind::Picture)
        }
        [0x1f, 0x8b, 8, ..]
        | [b'B', b'Z', b'h', b'1'..=b'9', ..]
        | [0xfd, b'7', b'z', b'X', b'Z', 0, ..]
        | [b'7', b'z', 0xbc, 0xaf, ..]
        | [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Kind::Compressed),
        [0xfe, 0xed, 0xfe, 0xed, ..] | [0xce, 0xce, 0xce, 0xce, ..] => Some(Kind::JavaKeystore),
        _ => {
            let head = &bytes[..bytes.len().min(HEAD)];
            let head = material::text(head)?.to_lowercase();
            let head = head.trim_start();
            let page = ["<!doctype html", "<html", "<head", "<body"];
            page.iter().any(|begins| head.starts_with(begins)).then_some(Kind::Html)
        }
    }
}

fn is_text(text: &str) -> bool {
    !text.contains(|c: char| (c.is_control() && !c.is_whitespace()) || c == '\u{fffd}')
}

fn json(text: &str) -> Option<Item> {
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let value: Value = serde_json::from_str(text).ok()?;
    let first = value["keys"].get(0).unwrap_or(&value);
    let Some(kind) = first["kty"].as_str() else {
        return Some(Item::unsuitable(Kind::Json));
    };
    let private = !first["d"].is_null() || !first["k"].is_null();
    let modulus = first["n"].as_str().and_then(|n| Base64UrlUnpadded::decode_vec(n).ok());
    let facts = KeyFacts::of_jwk(kind, first["crv"].as_str(), modulus.as_deref());
    let found = if private { Kind::PrivateJwk } else { Kind::Jwk };
    let mut item = Item::new(found, Form::Plain, Verdict::Refused);
    item.check(Looked::Key, facts.outcome(), facts.detail());
    item.check(if private { Looked::KeyForm } else { Looked::Container }, Outcome::Failed, "");
    item.key = Some(facts);
    Some(item)
}

/// .NET's XML of a public key, or of a private one that NetSuite doesn't take.
fn dotnet_key(text: &str) -> Option<Item> {
    let Some(key) = material::dotnet_key(text) else {
        return ec_key_value(text);
    };
    let facts =
        KeyFacts::rsa(super::KeyAlgorithm::Rsa, Some(crate::key::modulus_bits(&key.modulus)));
    let kind = if key.is_private() { Kind::PrivateKey } else { Kind::PublicKey };
    let mut item = Item::new(kind, Form::DotnetXml, Verdict::Refused);
    if !key.is_private() {
        item.check(Looked::Container, Outcome::Failed, "");
    }
    item.check(Looked::Key, facts.outcome(), facts.detail());
    item.key = Some(facts);
    Some(item)
}

/// `ECKeyValue` of XML signatures (XML-DSig 1.1, 4.5.2.3) and its forerunner `ECDSAKeyValue` (RFC 4050), which hold a public
/// key and never a private one.
fn ec_key_value(text: &str) -> Option<Item> {
    let root = ["ECKeyValue", "ECDSAKeyValue"].into_iter().find(|root| text.contains(root))?;
    let (_, curve) = text[text.find(root)?..].split_once("urn:oid:")?;
    let curve: String =
        curve.chars().take_while(|c| c.is_ascii_digit() || *c == '.').take(40).collect();
    let facts = KeyFacts::of_curve(&curve)?;
    let mut item = Item::new(Kind::PublicKey, Form::DotnetXml, Verdict::Refused);
    item.check(Looked::Container, Outcome::Failed, "");
    item.check(Looked::Key, facts.outcome(), facts.detail());
    item.key = Some(facts);
    Some(item)
}

/// `PuTTY-User-Key-File-3: ssh-rsa`, then `Encryption: none`.
fn putty_key(text: &str) -> Option<Item> {
    let (first, rest) = text.strip_prefix("PuTTY-User-Key-File-")?.split_once('\n')?;
    let name = first.split_once(':')?.1.trim();
    let encryption = rest.lines().find_map(|line| line.strip_prefix("Encryption:"));
    let locked = encryption.is_some_and(|name| name.trim() != "none");
    let mut item = Item::new(Kind::PuttyKey, Form::Plain, Verdict::Refused);
    item.check(Looked::KeyForm, Outcome::Failed, if locked { "locked" } else { "" });
    item.key = Some(ssh_facts(name, || None));
    Some(item.labelled(name))
}

/// `ssh-rsa AAAAB3… comment`, as in `authorized_keys`.
fn open_ssh_public_key(text: &str) -> Option<Item> {
    let mut words = text.lines().next()?.split_whitespace();
    let (name, blob) = (words.next()?, words.next()?);
    if !name.starts_with("ssh-") && !name.starts_with("ecdsa-sha2-") {
        return None;
    }
    let blob = Base64::decode_vec(blob).ok()?;
    let (inner, rest) = ssh_string(&blob)?;
    if inner != name.as_bytes() {
        return None;
    }
    let mut item = Item::new(Kind::OpenSshPublicKey, Form::Plain, Verdict::Refused);
    item.check(Looked::Container, Outcome::Failed, "");
    let facts = ssh_facts(name, || {
        let (_, rest) = ssh_string(rest)?;
        ssh_string(rest).map(|(modulus, _)| modulus)
    });
    item.check(Looked::Key, facts.outcome(), facts.detail());
    item.key = Some(facts);
    Some(item.labelled(name))
}

/// What somebody copied from NetSuite's list.
fn certificate_id(text: &str) -> Option<Item> {
    let id = CertificateId::parse(text).ok()?;
    Some(Item::unsuitable(Kind::CertificateId).labelled(id.as_str()))
}

/// Office programs make one long dash of several hyphens, and mail programs put signs before lines.
fn changed_markers(text: &str) -> Option<Item> {
    let upper = text.to_uppercase();
    let label = ["CERTIFICATE", "PRIVATE KEY", "PUBLIC KEY"].into_iter().find(|label| {
        upper.contains(&format!("BEGIN {label}"))
            || upper.contains(&format!("BEGIN RSA {label}"))
            || upper.contains(&format!("BEGIN EC {label}"))
            || upper.contains(&format!("BEGIN ENCRYPTED {label}"))
    })?;
    Some(Item::new(Kind::MarkersChanged, Form::Pem, Verdict::Refused).labelled(label))
}

fn ssh_facts<'a>(name: &str, modulus: impl FnOnce() -> Option<&'a [u8]>) -> KeyFacts {
    let facts = KeyFacts::of_ssh(name);
    match modulus() {
        Some(modulus) if name == "ssh-rsa" => {
            KeyFacts::rsa(facts.algorithm, Some(crate::key::modulus_bits(modulus)))
        }
        _ => facts,
    }
}

/// A length of four bytes and as many bytes (RFC 4251, 5).
fn ssh_string(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(u32::from_be_bytes(*length) as usize)
}

/// As much as says whether it is a page.
const HEAD: usize = 512;
