//! What a piece of DER is. Nothing in it says so, hence every kind is tried.

use der::asn1::{AnyRef, ObjectIdentifier};
use der::{Decode, Header, Reader, SliceReader};
use pkcs8::{EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef};
use spki::SubjectPublicKeyInfoRef;
use x509_cert::crl::CertificateList;
use x509_cert::request::CertReq;

use super::encryption;
use crate::certificate::Certificate;
use crate::key::PrivateKey;
use crate::{Error, Result};

/// What a piece claims to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PieceKind {
    Certificate,
    Pkcs8,
    Pkcs1,
    Sec1,
    EncryptedPkcs8,
    /// A private key under a passphrase and a scheme that isn't opened here, by the scheme's name.
    OldEncryption(String),
    /// OpenSSH's own form, under a passphrase.
    LockedOpenSsh,
    PublicKey,
    RsaPublicKey,
    Request,
    RevocationList,
    Pkcs12,
    Pkcs7,
    OpenSshKey,
    /// A PEM block of another kind, by its label, shortened.
    Other(String),
}

/// Names one piece, a whole SEQUENCE. Fails with [`Error::PemBinary`] if it is of no known kind.
pub(super) fn of(der: &[u8]) -> Result<PieceKind> {
    let kind = if Certificate::from_der(der).is_ok() {
        PieceKind::Certificate
    } else if PrivateKeyInfoRef::from_der(der).is_ok() {
        PieceKind::Pkcs8
    } else if let Some(scheme) = encryption::unopened_scheme(der) {
        PieceKind::OldEncryption(scheme)
    } else if EncryptedPrivateKeyInfoRef::from_der(der).is_ok()
        || encryption::opens_as_keystore(der)
    {
        PieceKind::EncryptedPkcs8
    } else if pkcs1::RsaPrivateKeyRef::from_der(der).is_ok() {
        PieceKind::Pkcs1
    } else if SubjectPublicKeyInfoRef::from_der(der).is_ok() {
        PieceKind::PublicKey
    } else if pkcs1::RsaPublicKeyRef::from_der(der).is_ok() {
        PieceKind::RsaPublicKey
    } else if CertReq::from_der(der).is_ok() {
        PieceKind::Request
    } else if <CertificateList>::from_der(der).is_ok() {
        PieceKind::RevocationList
    } else if is_pkcs12(der) {
        PieceKind::Pkcs12
    } else if is_pkcs7(der) {
        PieceKind::Pkcs7
    } else if !matches!(PrivateKey::from_sec1_der(der), Err(Error::KeyNotReadable)) {
        PieceKind::Sec1
    } else {
        return Err(Error::PemBinary);
    };
    Ok(kind)
}

/// How long the one SEQUENCE is that every kind is. When it says that it is longer than the file,
/// the file was cut: [`Error::PemTruncated`]; what begins otherwise is [`Error::PemBinary`].
pub(super) fn first_length(der: &[u8]) -> Result<usize> {
    let mut reader = SliceReader::new(der).map_err(|_| Error::PemBinary)?;
    let header = Header::decode(&mut reader).map_err(|_| Error::PemBinary)?;
    if header.tag() != der::Tag::Sequence {
        return Err(Error::PemBinary);
    }
    if header.length() > reader.remaining_len() {
        return Err(Error::PemTruncated);
    }
    let length = usize::try_from(header.length()).map_err(|_| Error::PemBinary)?;
    let begun =
        der.len() - usize::try_from(reader.remaining_len()).map_err(|_| Error::PemBinary)?;
    Ok(begun + length)
}

/// `PFX ::= SEQUENCE { version INTEGER {v3(3)}, authSafe ContentInfo, … }` (RFC 7292, 4).
fn is_pkcs12(der: &[u8]) -> bool {
    first_two(der, |version: u8, safe| {
        version == 3 && content_type(safe).is_ok_and(|kind| DATA_OR_SIGNED.contains(&kind))
    })
}

/// `ContentInfo` of signed data (RFC 5652, 3), the form of `.p7b` files.
fn is_pkcs7(der: &[u8]) -> bool {
    AnyRef::from_der(der).and_then(|any| content_type(any)).is_ok_and(|kind| kind == SIGNED)
}

fn first_two(der: &[u8], fit: impl FnOnce(u8, AnyRef<'_>) -> bool) -> bool {
    let read = || -> der::Result<bool> {
        let mut reader = SliceReader::new(AnyRef::from_der(der)?.value())?;
        let version = u8::decode(&mut reader)?;
        let safe = AnyRef::decode(&mut reader)?;
        Ok(fit(version, safe))
    };
    read().unwrap_or(false)
}

fn content_type(content_info: AnyRef<'_>) -> der::Result<ObjectIdentifier> {
    let mut reader = SliceReader::new(content_info.value())?;
    ObjectIdentifier::decode(&mut reader)
}

const SIGNED: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const DATA_OR_SIGNED: [ObjectIdentifier; 2] =
    [ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1"), SIGNED];
