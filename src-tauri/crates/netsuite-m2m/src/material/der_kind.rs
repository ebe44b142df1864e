//! What a piece of DER is. Nothing in it says so, hence every kind is tried.

use der::{Decode, Header, Reader, SliceReader};
use pkcs8::{EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef};
use spki::SubjectPublicKeyInfoRef;
use x509_cert::request::CertReq;

use super::{EncryptedPrivateKey, Material};
use crate::certificate::Certificate;
use crate::key::PrivateKey;
use crate::{Error, Result};

/// Reads one key or certificate. Fails with [`Error::PemTruncated`] if it breaks off and with
/// [`Error::PemBinary`] if it is something else.
pub(super) fn read(der: &[u8]) -> Result<Material> {
    check_length(der)?;
    if let Ok(certificate) = Certificate::from_der(der) {
        return Ok(Material::Certificate(Box::new(certificate)));
    }
    if PrivateKeyInfoRef::from_der(der).is_ok() {
        return PrivateKey::from_pkcs8_der(der).map(Material::PrivateKey);
    }
    if EncryptedPrivateKeyInfoRef::from_der(der).is_ok() {
        return Ok(Material::EncryptedPrivateKey(EncryptedPrivateKey(der.to_vec())));
    }
    if pkcs1::RsaPrivateKeyRef::from_der(der).is_ok() {
        return PrivateKey::from_pkcs1_der(der).map(Material::PrivateKey);
    }
    if SubjectPublicKeyInfoRef::from_der(der).is_ok()
        || pkcs1::RsaPublicKeyRef::from_der(der).is_ok()
    {
        return Ok(Material::PublicKey);
    }
    if CertReq::from_der(der).is_ok() {
        return Ok(Material::CertificateRequest);
    }
    match PrivateKey::from_sec1_der(der) {
        Err(Error::KeyNotReadable) => Err(Error::PemBinary),
        key => key.map(Material::PrivateKey),
    }
}

/// Every kind is one SEQUENCE; when it says that it is longer than the file, the file was cut.
fn check_length(der: &[u8]) -> Result<()> {
    let mut reader = SliceReader::new(der).map_err(|_| Error::PemBinary)?;
    let header = Header::decode(&mut reader).map_err(|_| Error::PemBinary)?;
    if header.tag() != der::Tag::Sequence {
        return Err(Error::PemBinary);
    }
    if header.length() > reader.remaining_len() {
        return Err(Error::PemTruncated);
    }
    Ok(())
}
