//! Issuing a self-signed certificate for one of our keys.

use aws_lc_rs::signature as aws;
use der::asn1::{Any, BitString};
use der::{Decode, Encode};
use rcgen::{
    CertificateParams, DistinguishedName, DnType, DnValue, IsCa, KeyUsagePurpose, PublicKeyData,
    SerialNumber, SigningKey,
};
use serde::{Deserialize, Serialize};
use spki::AlgorithmIdentifierOwned;
use time::{Duration, OffsetDateTime};

use super::{Certificate, Subject};
use crate::key::{self, KeyType, PrivateKey};
use crate::{Error, Result};

/// How an RSA certificate signs itself. EC certificates have only one way and ignore it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[cfg_attr(feature = "ts", ts(rename = "CertificateSignature"))]
#[serde(rename_all = "lowercase")]
pub enum Signature {
    /// RSASSA-PSS as Oracle's openssl command makes it: SHA-256, MGF1 with SHA-256, salt of 64 bytes.
    #[default]
    Pss,
    /// RSASSA-PKCS1-v1_5 with SHA-256, for systems that cannot read the other.
    Plain,
}

impl Certificate {
    /// Issues a certificate for `key`, valid from five minutes before `now` for `days` days.
    ///
    /// A leaf certificate: CA:FALSE, digitalSignature, key identifiers, a random serial number.
    /// Its predicted Certificate ID never begins with a hyphen. Fails with
    /// [`Error::DaysOutOfRange`] unless `days` is 1 to [`MOST_DAYS`].
    pub fn issue(
        key: &PrivateKey,
        subject: &Subject,
        days: u32,
        signature: Signature,
        now: OffsetDateTime,
    ) -> Result<Self> {
        if !(1..=MOST_DAYS).contains(&days) {
            return Err(Error::DaysOutOfRange { most: MOST_DAYS });
        }
        let mut profile = profile(subject, days, now);
        loop {
            // One ID in 64 begins with a hyphen; another serial number makes another ID.
            profile.serial_number = Some(serial()?);
            let certificate = Self::issue_once(key, &profile, signature)?;
            if !certificate.id().starts_with_hyphen() {
                return Ok(certificate);
            }
        }
    }

    fn issue_once(key: &PrivateKey, profile: &CertificateParams, how: Signature) -> Result<Self> {
        let signer = Signer::new(key, how)?;
        let issued = profile
            .self_signed(&signer)
            .map_err(|_| Error::Unexpected("certificate not issued"))?;
        if key.key_type().is_rsa() && how == Signature::Pss {
            let der = sign_again_as_pss(issued.der(), key)
                .map_err(|_| Error::Unexpected("certificate not signed as PSS"))?;
            return Self::from_der(&der);
        }
        Self::from_der(issued.der())
    }
}

/// The longest validity NetSuite grants; longer ones are cut to two years.
pub const MOST_DAYS: u32 = 730;

fn profile(subject: &Subject, days: u32, now: OffsetDateTime) -> CertificateParams {
    let mut profile = CertificateParams::default();
    profile.distinguished_name = DistinguishedName::new();
    profile
        .distinguished_name
        .push(DnType::CommonName, DnValue::Utf8String(subject.as_str().to_owned()));
    let start = now - BACKDATED;
    // Validity includes its last second (RFC 5280, 4.1.2.5): 730 days end a second earlier.
    profile.not_before = start;
    profile.not_after = start + Duration::days(i64::from(days)) - Duration::SECOND;
    profile.is_ca = IsCa::ExplicitNoCa;
    profile.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    profile.use_authority_key_identifier_extension = true;
    profile
}

/// 126 random bits in 16 bytes, positive and always of the same length. rcgen's own would be
/// derived from the public key.
fn serial() -> Result<SerialNumber> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|_| Error::Unexpected("no random numbers from the system"))?;
    bytes[0] = bytes[0] & 0x3f | 0x40;
    Ok(SerialNumber::from_slice(&bytes))
}

/// rcgen cannot write RSASSA-PSS: its certificate serves as the form in which both algorithm
/// identifiers are exchanged, and then signed as the new one says (RFC 5280, 4.1).
fn sign_again_as_pss(issued: &[u8], key: &PrivateKey) -> Result<Vec<u8>, PssFailure> {
    let algorithm = AlgorithmIdentifierOwned {
        oid: key::RSASSA_PSS,
        parameters: Some(Any::encode_from(&pkcs1::RsaPssParams::new::<sha2::Sha256>(PSS_SALT))?),
    };
    let certificate = Vec::<Any>::from_der(issued)?;
    let [to_be_signed, ..] = certificate.as_slice() else {
        return Err(PssFailure);
    };
    let mut fields = Vec::<Any>::from_der(&to_be_signed.to_der()?)?;
    // After version and serial number.
    *fields.get_mut(2).ok_or(PssFailure)? = Any::encode_from(&algorithm)?;
    let to_be_signed = fields.to_der()?;
    let signature = key.sign_rsa(&RSA_PSS_SHA256_SALT_64, &to_be_signed).map_err(|_| PssFailure)?;
    Ok(vec![
        Any::from_der(&to_be_signed)?,
        Any::encode_from(&algorithm)?,
        Any::encode_from(&BitString::from_bytes(&signature)?)?,
    ]
    .to_der()?)
}

/// Our key in the shape rcgen signs with, so that rcgen never holds a copy of it.
struct Signer<'a> {
    key: &'a PrivateKey,
    how: Signature,
    public_key: spki::SubjectPublicKeyInfoOwned,
}

impl<'a> Signer<'a> {
    fn new(key: &'a PrivateKey, how: Signature) -> Result<Self> {
        let public_key = spki::SubjectPublicKeyInfoOwned::from_der(key.public_key_der())
            .map_err(|_| Error::Unexpected("public key not decoded"))?;
        Ok(Self { key, how, public_key })
    }
}

impl PublicKeyData for Signer<'_> {
    fn der_bytes(&self) -> &[u8] {
        self.public_key.subject_public_key.raw_bytes()
    }

    fn algorithm(&self) -> &'static rcgen::SignatureAlgorithm {
        match self.key.key_type() {
            KeyType::Rsa3072 | KeyType::Rsa4096 => &rcgen::PKCS_RSA_SHA256,
            KeyType::P256 => &rcgen::PKCS_ECDSA_P256_SHA256,
            KeyType::P384 => &rcgen::PKCS_ECDSA_P384_SHA384,
            KeyType::P521 => &rcgen::PKCS_ECDSA_P521_SHA512,
        }
    }
}

impl SigningKey for Signer<'_> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        let signature = match (self.key.key_type(), self.how) {
            // Exchanged by `sign_again_as_pss`.
            (KeyType::Rsa3072 | KeyType::Rsa4096, Signature::Pss) => Ok(Vec::new()),
            (KeyType::Rsa3072 | KeyType::Rsa4096, Signature::Plain) => {
                self.key.sign_rsa(&aws::RSA_PKCS1_SHA256, message)
            }
            (KeyType::P256, _) => self.key.sign_ec(&aws::ECDSA_P256_SHA256_ASN1_SIGNING, message),
            (KeyType::P384, _) => self.key.sign_ec(&aws::ECDSA_P384_SHA384_ASN1_SIGNING, message),
            (KeyType::P521, _) => self.key.sign_ec(&aws::ECDSA_P521_SHA512_ASN1_SIGNING, message),
        };
        signature.map_err(|_| rcgen::Error::RemoteKeyError)
    }
}

/// The parts did not fit together, which no input can cause.
struct PssFailure;

impl From<der::Error> for PssFailure {
    fn from(_: der::Error) -> Self {
        Self
    }
}

// A certificate must not look as if it came from the future on a clock that is slow.
const BACKDATED: Duration = Duration::minutes(5);
// `rsa_pss_saltlen:64` of Oracle's command.
const PSS_SALT: u8 = 64;
static RSA_PSS_SHA256_SALT_64: aws::RsaSignatureEncoding =
    aws::RSA_PSS_SHA256.with_pss_salt_length(aws::RsaPssSaltLength::Custom(PSS_SALT as u16));
