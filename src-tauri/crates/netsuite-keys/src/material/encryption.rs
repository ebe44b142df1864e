//! How an encrypted private key is encrypted, where that is too old to be opened here.

use der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use der::{Decode, Reader as _, SliceReader};
use pkcs8::EncryptedPrivateKeyInfoRef;
use spki::AlgorithmIdentifierRef;

/// The scheme of an `EncryptedPrivateKeyInfo` (RFC 5958, 3) that the crates in use don't open, as openssl names it. `None` for
/// one that they do, and for what is none.
pub(super) fn unopened_scheme(der: &[u8]) -> Option<String> {
    let mut reader = SliceReader::new(AnyRef::from_der(der).ok()?.value()).ok()?;
    let algorithm = AlgorithmIdentifierRef::decode(&mut reader).ok()?;
    <&OctetStringRef>::decode(&mut reader).ok()?;
    if !reader.is_finished() {
        return None;
    }
    if algorithm.oid == PBES2 {
        let opened = EncryptedPrivateKeyInfoRef::from_der(der)
            .is_ok_and(|info| info.encryption_algorithm.pbes2().is_some());
        return (!opened).then(|| cipher(&algorithm)).flatten();
    }
    PBES1.iter().find(|(oid, _)| *oid == algorithm.oid.to_string()).map(|(_, name)| (*name).to_owned())
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
