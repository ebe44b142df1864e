//! Certificates: issued for our keys, read from files, named as NetSuite names them.
//!
//! A certificate may carry any key; whether NetSuite takes it is [`Certificate::key_type`]'s
//! answer. Finding certificates in what a user gives is [`crate::material`]'s task.

mod id;
mod issue;
mod subject;
mod verify;

use std::fmt;

use aws_lc_rs::digest::{SHA256, digest};
use der::asn1::ObjectIdentifier;
use der::pem::LineEnding;
use der::{Any, Decode, Encode, Header, PemReader, Reader as _, Tagged as _};
use time::OffsetDateTime;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};
use x509_cert::time::Validity;

pub use self::id::CertificateId;
pub use self::issue::{MOST_DAYS, Signature};
pub use self::subject::Subject;
pub use self::verify::{Padding, SelfSignature};
use crate::key::{self, KeyType, PrivateKey};
use crate::{Error, Result};

/// An X.509 certificate.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    parsed: x509_cert::Certificate,
    public_key: Vec<u8>,
}

impl Certificate {
    /// Reads one certificate in DER. What breaks off or is none is [`Error::PemTruncated`].
    pub fn from_der(der: &[u8]) -> Result<Self> {
        let parsed = x509_cert::Certificate::from_der(der).map_err(|_| Error::PemTruncated)?;
        let public_key = parsed
            .tbs_certificate()
            .subject_public_key_info()
            .to_der()
            .map_err(|_| Error::PemTruncated)?;
        Ok(Self { der: der.to_vec(), parsed, public_key })
    }

    /// The certificate in DER.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The certificate as a `CERTIFICATE` block with lines of 64 characters.
    #[expect(clippy::expect_used, reason = "the label is valid and a certificate is small")]
    pub fn to_pem(&self) -> String {
        der::pem::encode_string("CERTIFICATE", LineEnding::LF, &self.der)
            .expect("a certificate has a PEM form")
    }

    /// The ID that NetSuite is expected to give it.
    pub fn id(&self) -> CertificateId {
        CertificateId::predict(&self.der)
    }

    /// SHA-256 of the DER as openssl and keytool print it: `34:F3:27:…`, 95 characters.
    pub fn fingerprint(&self) -> String {
        let pairs: Vec<_> =
            digest(&SHA256, &self.der).as_ref().iter().map(|byte| format!("{byte:02X}")).collect();
        pairs.join(":")
    }

    /// The subject in the notation of RFC 4514, such as `CN=Northwind Traders`.
    pub fn subject(&self) -> String {
        self.parsed.tbs_certificate().subject().to_string()
    }

    /// Who issued it, in the same notation.
    pub fn issuer(&self) -> String {
        self.parsed.tbs_certificate().issuer().to_string()
    }

    /// Whether its key may sign certificates and nothing else: an authority's, which is in a file
    /// beside those it issued.
    pub fn is_authority(&self) -> bool {
        let signed = self.parsed.tbs_certificate();
        let (limits, usage) = (
            signed.get_extension::<BasicConstraints>().ok().flatten(),
            signed.get_extension::<KeyUsage>().ok().flatten(),
        );
        limits.is_some_and(|(_, limits)| limits.ca)
            && usage.is_some_and(|(_, usage)| !usage.digital_signature())
    }

    /// The serial number in upper-case hexadecimal, as `openssl x509 -serial` prints it.
    pub fn serial(&self) -> String {
        let bytes = self.parsed.tbs_certificate().serial_number().as_bytes();
        let significant = match bytes {
            [0, rest @ ..] if !rest.is_empty() => rest,
            all => all,
        };
        significant.iter().map(|byte| format!("{byte:02X}")).collect()
    }

    /// From when it is valid.
    pub fn not_before(&self) -> OffsetDateTime {
        instant(self.parsed.tbs_certificate().validity().not_before)
    }

    /// Until when it is valid, this second included.
    pub fn not_after(&self) -> OffsetDateTime {
        instant(self.parsed.tbs_certificate().validity().not_after)
    }

    /// Until when the certificate in a PEM text is valid, as [`Certificate::not_after`] says it. Of a
    /// text as [`Certificate::to_pem`] writes it nothing behind the validity is decoded, so a list of
    /// thousands waits for none of it. Fails as [`Certificate::from_pem`] does.
    pub fn end_in_pem(pem: &str) -> Result<OffsetDateTime> {
        match validity_in(pem) {
            Ok(validity) => Ok(instant(validity.not_after)),
            Err(_) => Ok(Self::from_pem(pem)?.not_after()),
        }
    }

    /// The kind of its key. Fails as [`crate::key::PrivateKey::from_pkcs8_der`] does for keys that
    /// NetSuite does not take.
    pub fn key_type(&self) -> Result<KeyType> {
        let info = self.parsed.tbs_certificate().subject_public_key_info();
        match info.algorithm.oid {
            key::RSA_ENCRYPTION => {
                let bits = info.subject_public_key.as_bytes().ok_or(Error::PemTruncated)?;
                let rsa =
                    pkcs1::RsaPublicKeyRef::from_der(bits).map_err(|_| Error::PemTruncated)?;
                key::modulus_key_type(rsa.modulus.as_bytes())
            }
            key::RSASSA_PSS => Err(Error::RsaPssKey),
            key::EC_PUBLIC_KEY => {
                let parameters = info.algorithm.parameters.as_ref().ok_or(Error::CurveRefused)?;
                let curve =
                    parameters.decode_as::<ObjectIdentifier>().map_err(|_| Error::CurveExplicit)?;
                key::curve_key_type(curve)
            }
            _ => Err(Error::KeyKindRefused),
        }
    }

    /// Its public key as `SubjectPublicKeyInfo`, in DER.
    pub fn public_key_der(&self) -> &[u8] {
        &self.public_key
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Certificate({}, {})", self.subject(), self.id())
    }
}

/// The validity of a certificate in strict PEM: the fifth member of its signed part, or the fourth
/// where no version is written.
fn validity_in(pem: &str) -> der::Result<Validity> {
    let mut reader = PemReader::new(pem.as_bytes())?;
    let whole = Header::decode(&mut reader)?;
    if reader.type_label() != "CERTIFICATE" || whole.length() != reader.remaining_len() {
        return Err(der::ErrorKind::Failed.into());
    }
    Header::decode(&mut reader)?;
    if Any::decode(&mut reader)?.tag().is_context_specific() {
        let _serial_number = Any::decode(&mut reader)?;
    }
    let _signature = Any::decode(&mut reader)?;
    let _issuer = Any::decode(&mut reader)?;
    Validity::decode(&mut reader)
}

/// X.509 times are whole seconds from 1950 to 9999, which `time` can hold.
fn instant(time: x509_cert::time::Time) -> OffsetDateTime {
    let seconds = i64::try_from(time.to_unix_duration().as_secs()).unwrap_or(i64::MAX);
    OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

impl PrivateKey {
    /// Whether the certificate carries this key's public half.
    pub fn matches(&self, certificate: &Certificate) -> bool {
        certificate.public_key_der() == self.public_key_der()
    }
}

#[cfg(test)]
mod tests;
