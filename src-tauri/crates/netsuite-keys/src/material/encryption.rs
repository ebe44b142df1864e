//! Old ways in which a private key is encrypted: those that are opened here, and the names of those that are not.

use der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use der::{Decode, Encode, Reader as _, SliceReader, Tag, TagNumber};
use p12_keystore::Pkcs12Archive;
use pkcs8::{EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef};
use spki::AlgorithmIdentifierRef;

use super::Wiped;
use crate::secret::Passphrase;
use crate::{Error, Result};

/// The scheme of an `EncryptedPrivateKeyInfo` (RFC 5958, 3) that the crates in use don't open, as openssl names it. `None` for
/// one that they do, and for what is none.
pub(super) fn unopened_scheme(der: &[u8]) -> Option<String> {
    let algorithm = algorithm(der)?;
    if algorithm.oid == PBES2 {
        let opened = EncryptedPrivateKeyInfoRef::from_der(der)
            .is_ok_and(|info| info.encryption_algorithm.pbes2().is_some());
        return (!opened).then(|| cipher(&algorithm)).flatten();
    }
    pbes1_name(&algorithm).filter(|name| !OPENED.contains(name)).map(str::to_owned)
}

/// Whether [`open_as_keystore`] is the way to open it.
pub(super) fn opens_as_keystore(der: &[u8]) -> bool {
    algorithm(der)
        .and_then(|algorithm| pbes1_name(&algorithm))
        .is_some_and(|name| OPENED.contains(&name))
}

/// `EncryptedPrivateKeyInfo ::= SEQUENCE { encryptionAlgorithm, encryptedData }`.
fn algorithm(der: &[u8]) -> Option<AlgorithmIdentifierRef<'_>> {
    let mut reader = SliceReader::new(AnyRef::from_der(der).ok()?.value()).ok()?;
    let algorithm = AlgorithmIdentifierRef::decode(&mut reader).ok()?;
    <&OctetStringRef>::decode(&mut reader).ok()?;
    reader.is_finished().then_some(algorithm)
}

fn pbes1_name(algorithm: &AlgorithmIdentifierRef<'_>) -> Option<&'static str> {
    let identifier = algorithm.oid.to_string();
    PBES1.iter().find(|(oid, _)| *oid == identifier).map(|(_, name)| *name)
}

/// Opens a key that is encrypted as PKCS#12 does it, which `pkcs8` leaves out: put into a PKCS#12 file of its own, it is read as
/// one. Fails with [`Error::PassphraseWrong`].
pub(super) fn open_as_keystore(der: &[u8], passphrase: &Passphrase) -> Result<Wiped<Vec<u8>>> {
    let keystore = keystore_around(der).map_err(|_| Error::KeyNotReadable)?;
    let opened = Pkcs12Archive::from_pkcs12(&keystore, passphrase.expose());
    let opened = opened.map_err(|_| Error::PassphraseWrong)?;
    let [bag] = opened.keys.as_slice() else {
        return Err(Error::PassphraseWrong);
    };
    let key = Wiped::new(bag.key.as_der().to_vec());
    // A wrong passphrase may leave a padding that looks right.
    PrivateKeyInfoRef::from_der(&key).map_err(|_| Error::PassphraseWrong)?;
    Ok(key)
}

/// `PFX` with one `pkcs8ShroudedKeyBag` and without a MAC (RFC 7292, 4).
fn keystore_around(key: &[u8]) -> der::Result<Vec<u8>> {
    let sequence = |parts: &[&[u8]]| AnyRef::new(Tag::Sequence, &parts.concat())?.to_der();
    let explicit = |inner: &[u8]| {
        let tag = Tag::ContextSpecific { constructed: true, number: TagNumber(0) };
        AnyRef::new(tag, inner)?.to_der()
    };
    let data = |content: &[u8]| {
        let octets = explicit(&OctetStringRef::new(content)?.to_der()?)?;
        sequence(&[&DATA.to_der()?, &octets])
    };
    let bag = sequence(&[&SHROUDED_KEY.to_der()?, &explicit(key)?])?;
    let safe = data(&sequence(&[&bag])?)?;
    sequence(&[&3_u8.to_der()?, &data(&sequence(&[&safe])?)?])
}

/// `PBES2-params ::= SEQUENCE { keyDerivationFunc, encryptionScheme }` (RFC 8018, A.4).
fn cipher(algorithm: &AlgorithmIdentifierRef<'_>) -> Option<String> {
    let mut reader = SliceReader::new(algorithm.parameters?.value()).ok()?;
    AlgorithmIdentifierRef::decode(&mut reader).ok()?;
    let encryption = AlgorithmIdentifierRef::decode(&mut reader).ok()?;
    let identifier = encryption.oid.to_string();
    let name = CIPHERS.iter().find(|(oid, _)| *oid == identifier);
    Some(format!("PBES2, {}", name.map_or(identifier.as_str(), |(_, name)| name)))
}

const PBES2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.5.13");
/// RFC 7292, 4.2.2 and 4.1.
const SHROUDED_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.2");
const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
/// Those that `p12-keystore` opens.
const OPENED: [&str; 2] = ["PBE-SHA1-3DES", "PBE-SHA1-RC2-40"];
/// RFC 8018, A.3; RFC 7292, C.
const PBES1: [(&str, &str); 12] = [
    ("1.2.840.113549.1.5.1", "PBE-MD2-DES"),
    ("1.2.840.113549.1.5.3", "PBE-MD5-DES"),
    ("1.2.840.113549.1.5.4", "PBE-MD2-RC2-64"),
    ("1.2.840.113549.1.5.6", "PBE-MD5-RC2-64"),
    ("1.2.840.113549.1.5.10", "PBE-SHA1-DES"),
    ("1.2.840.113549.1.5.11", "PBE-SHA1-RC2-64"),
    ("1.2.840.113549.1.12.1.1", "PBE-SHA1-RC4-128"),
    ("1.2.840.113549.1.12.1.2", "PBE-SHA1-RC4-40"),
    ("1.2.840.113549.1.12.1.3", "PBE-SHA1-3DES"),
    ("1.2.840.113549.1.12.1.4", "PBE-SHA1-2DES"),
    ("1.2.840.113549.1.12.1.5", "PBE-SHA1-RC2-128"),
    ("1.2.840.113549.1.12.1.6", "PBE-SHA1-RC2-40"),
];
/// RFC 8018, B.2; RFC 4231's neighbours in the national registers.
const CIPHERS: [(&str, &str); 5] = [
    ("1.2.840.113549.3.2", "RC2"),
    ("1.2.840.113549.3.9", "RC5"),
    ("1.3.14.3.2.7", "DES"),
    ("1.2.392.200011.61.1.1.1.4", "Camellia-256"),
    ("1.2.156.10197.1.104.2", "SM4"),
];
