//! Reads an uploaded file: a certificate, or the reason why NetSuite does not accept it.
//!
//! The rules are Oracle's (subsect_162755332391). Nothing of a refused file is kept, logged or echoed.

use aws_lc_rs::digest::{SHA256, digest};
use aws_lc_rs::signature::RsaParameters;
use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
use der::asn1::ObjectIdentifier;
use der::{Decode as _, Encode as _};
use time::OffsetDateTime;
use x509_cert::spki::SubjectPublicKeyInfoOwned;

/// A certificate that keeps the rules.
#[derive(Clone, Debug)]
pub(crate) struct Certificate {
    /// As uploaded, without whatever stood around it, with 64 characters a line.
    pub(crate) pem: String,
    /// base64url of the SHA-256 of the DER, without padding: 43 characters.
    pub(crate) thumbprint: String,
    pub(crate) key: PublicKey,
    pub(crate) not_before: OffsetDateTime,
    pub(crate) not_after: OffsetDateTime,
}

/// The public key of a certificate that keeps the rules.
#[derive(Clone, Debug)]
pub(crate) enum PublicKey {
    /// The DER of `RSAPublicKey` (RFC 8017, A.1.1).
    Rsa(Vec<u8>),
    /// An encoded point (SEC 1, 2.3.3), as the following two.
    P256(Vec<u8>),
    P384(Vec<u8>),
    P521(Vec<u8>),
}

/// Why a file is not accepted.
///
/// NetSuite's own wording is not documented for any of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CertificateRefusal {
    Empty,
    /// The worst case: a private key must never be sent to anybody.
    PrivateKey,
    PublicKey,
    SigningRequest,
    /// More than one certificate. Whether NetSuite takes chains is not documented.
    Chain,
    /// DER. Whether NetSuite takes it is not documented.
    Binary,
    NotPem,
    Truncated,
    Unreadable,
    RsaLength(u32),
    /// A key marked as RSASSA-PSS. Whether NetSuite takes it is not documented.
    RsaPssKey,
    ExplicitCurve,
    OtherCurve,
    OtherKeyType,
    Expired,
}

impl Certificate {
    /// Reads one PEM certificate. The text may carry other lines around it, and CRLF.
    pub(crate) fn read(file: &[u8]) -> Result<Self, CertificateRefusal> {
        let Ok(text) = std::str::from_utf8(file) else {
            return Err(CertificateRefusal::Binary);
        };
        let der = one_certificate(text)?;
        Self::from_der(&der)
    }

    /// Reads the stored form back.
    pub(crate) fn from_der(der: &[u8]) -> Result<Self, CertificateRefusal> {
        let parsed =
            x509_cert::Certificate::from_der(der).map_err(|_| CertificateRefusal::Unreadable)?;
        let fields = parsed.tbs_certificate();
        Ok(Self {
            pem: to_pem(der),
            thumbprint: Base64UrlUnpadded::encode_string(digest(&SHA256, der).as_ref()),
            key: PublicKey::read(fields.subject_public_key_info())?,
            not_before: moment(fields.validity().not_before)?,
            not_after: moment(fields.validity().not_after)?,
        })
    }
}

impl PublicKey {
    /// As the list of certificates names it.
    pub(crate) fn algorithm(&self) -> &'static str {
        match self {
            Self::Rsa(_) => "RSA",
            Self::P256(_) | Self::P384(_) | Self::P521(_) => "EC",
        }
    }

    fn read(info: &SubjectPublicKeyInfoOwned) -> Result<Self, CertificateRefusal> {
        let key =
            info.subject_public_key.as_bytes().ok_or(CertificateRefusal::Unreadable)?.to_vec();
        match info.algorithm.oid {
            RSA_ENCRYPTION => {
                match RsaParameters::public_modulus_len(&key)
                    .map_err(|_| CertificateRefusal::Unreadable)?
                {
                    3072 | 4096 => Ok(Self::Rsa(key)),
                    other => Err(CertificateRefusal::RsaLength(other)),
                }
            }
            RSASSA_PSS => Err(CertificateRefusal::RsaPssKey),
            EC_PUBLIC_KEY => {
                let curve = info
                    .algorithm
                    .parameters
                    .as_ref()
                    .and_then(|parameters| parameters.to_der().ok())
                    .ok_or(CertificateRefusal::Unreadable)?;
                match ObjectIdentifier::from_der(&curve) {
                    Ok(P256) => Ok(Self::P256(key)),
                    Ok(P384) => Ok(Self::P384(key)),
                    Ok(P521) => Ok(Self::P521(key)),
                    Ok(_) => Err(CertificateRefusal::OtherCurve),
                    Err(_) => Err(CertificateRefusal::ExplicitCurve),
                }
            }
            _ => Err(CertificateRefusal::OtherKeyType),
        }
    }
}

/// The DER of the only certificate in a text.
fn one_certificate(text: &str) -> Result<Vec<u8>, CertificateRefusal> {
    if text.trim().is_empty() {
        return Err(CertificateRefusal::Empty);
    }
    // A private key anywhere in the file counts, also beside a certificate.
    if text.contains("PRIVATE KEY-----") {
        return Err(CertificateRefusal::PrivateKey);
    }
    if text.contains("CERTIFICATE REQUEST-----") {
        return Err(CertificateRefusal::SigningRequest);
    }
    let mut starts = text.match_indices(BEGIN);
    let Some((start, _)) = starts.next() else {
        return Err(if text.contains("PUBLIC KEY-----") {
            CertificateRefusal::PublicKey
        } else {
            CertificateRefusal::NotPem
        });
    };
    if starts.next().is_some() {
        return Err(CertificateRefusal::Chain);
    }
    let body = &text[start + BEGIN.len()..];
    let Some(end) = body.find(END) else {
        return Err(CertificateRefusal::Truncated);
    };
    let digits: String = body[..end].chars().filter(|digit| !digit.is_ascii_whitespace()).collect();
    Base64::decode_vec(&digits).map_err(|_| CertificateRefusal::Unreadable)
}

fn to_pem(der: &[u8]) -> String {
    let digits = Base64::encode_string(der);
    let mut pem = format!("{BEGIN}\n");
    let mut rest = digits.as_str();
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.len().min(64));
        pem.push_str(line);
        pem.push('\n');
        rest = after;
    }
    pem.push_str(END);
    pem.push('\n');
    pem
}

fn moment(time: x509_cert::time::Time) -> Result<OffsetDateTime, CertificateRefusal> {
    let seconds = i64::try_from(time.to_unix_duration().as_secs())
        .map_err(|_| CertificateRefusal::Unreadable)?;
    OffsetDateTime::from_unix_timestamp(seconds).map_err(|_| CertificateRefusal::Unreadable)
}

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";

const RSA_ENCRYPTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSASSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const EC_PUBLIC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
const P521: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.35");

#[cfg(test)]
mod tests {
    use super::*;

    /// The certificate printed by Oracle (article_0209112025) with the ID that NetSuite gave it.
    const ORACLES_SAMPLE: &str = "-----BEGIN CERTIFICATE-----
MIICMzCCAdmgAwIBAgIUBiVEnfUN+N/+Dx5y95vec4/l9cowCgYIKoZIzj0EAwIwbzELMAkGA1UEBhMCQ1oxEDAOBgNVBAgMB0N6ZWNoaWExDTALBgNVBAcMBEJybm8x
GDAWBgNVBAoMD09yYWNsZSBOZXRTdWl0ZTElMCMGA1UEAwwcaW5mcmEudGVzdC5jb3JwLm5ldHN1aXRlLmNvbTAeFw0yNjAxMzAxMDI4MzhaFw0yNjAzMDExMDI4Mzha
MG8xCzAJBgNVBAYTAkNaMRAwDgYDVQQIDAdDemVjaGlhMQ0wCwYDVQQHDARCcm5vMRgwFgYDVQQKDA9PcmFjbGUgTmV0U3VpdGUxJTAjBgNVBAMMHGluZnJhLnRlc3Qu
Y29ycC5uZXRzdWl0ZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARJqbhJQl8wlogKRlaqug3YSA2jAFlDvM7S8nbP6zj7qqc7HkLXjokn0qBAa+O5oD+yb9gX
KmUhTjOC8OKZ+JYKo1MwUTAdBgNVHQ4EFgQU5ZEvf5+g0wXYsGDQ696fDj5esrgwHwYDVR0jBBgwFoAU5ZEvf5+g0wXYsGDQ696fDj5esrgwDwYDVR0TAQH/BAUwAwEB
/zAKBggqhkjOPQQDAgNIADBFAiAPVU6JJBYmVvOdPSLgDCCv/6ePrALb0ODMrWu6QrChtAIhAI6OCpSZyk+LvM6YPyvc64aTfnpLD9RzfAJCqm/Iy6ZA
-----END CERTIFICATE-----
";

    #[test]
    fn oracles_sample_gets_the_certificate_id_that_oracle_prints() {
        let certificate = Certificate::read(ORACLES_SAMPLE.as_bytes()).unwrap();
        assert_eq!(certificate.thumbprint, "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA");
        assert_eq!(certificate.key.algorithm(), "EC");
        assert_eq!(certificate.not_after.date().to_string(), "2026-03-01");
    }

    #[test]
    fn windows_line_ends_and_text_around_the_certificate_do_not_matter() {
        let file = format!("subject=CN = anything\n{ORACLES_SAMPLE}\n").replace('\n', "\r\n");
        let certificate = Certificate::read(file.as_bytes()).unwrap();
        assert_eq!(certificate.thumbprint, "NPMnRyPg-WDWhPiAbisjKiH0fqnBpjOZ367wDTe0pqA");
    }

    #[test]
    fn a_stored_pem_reads_back_as_the_same_certificate() {
        let certificate = Certificate::read(ORACLES_SAMPLE.as_bytes()).unwrap();
        assert_eq!(
            Certificate::read(certificate.pem.as_bytes()).unwrap().thumbprint,
            certificate.thumbprint
        );
    }

    #[test]
    fn each_wrong_file_is_named_for_what_it_is() {
        let two = ORACLES_SAMPLE.repeat(2);
        let both = format!(
            "{ORACLES_SAMPLE}-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n"
        );
        for (file, expected) in [
            ("", CertificateRefusal::Empty),
            (" \r\n", CertificateRefusal::Empty),
            (
                "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----",
                CertificateRefusal::PrivateKey,
            ),
            ("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB", CertificateRefusal::PrivateKey),
            ("-----BEGIN RSA PRIVATE KEY-----\nMIIB", CertificateRefusal::PrivateKey),
            ("-----BEGIN EC PRIVATE KEY-----\nMIIB", CertificateRefusal::PrivateKey),
            (&both, CertificateRefusal::PrivateKey),
            (
                "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
                CertificateRefusal::PublicKey,
            ),
            ("-----BEGIN CERTIFICATE REQUEST-----\nMIIB", CertificateRefusal::SigningRequest),
            ("-----BEGIN NEW CERTIFICATE REQUEST-----\nMIIB", CertificateRefusal::SigningRequest),
            (&two, CertificateRefusal::Chain),
            (&ORACLES_SAMPLE[..400], CertificateRefusal::Truncated),
            ("ssh-ed25519 AAAA", CertificateRefusal::NotPem),
            (
                "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----",
                CertificateRefusal::Unreadable,
            ),
            (
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                CertificateRefusal::Unreadable,
            ),
        ] {
            assert_eq!(Certificate::read(file.as_bytes()).unwrap_err(), expected, "{file:.40}");
        }
        assert_eq!(Certificate::read(&[0x30, 0x82, 0xff]).unwrap_err(), CertificateRefusal::Binary);
    }
}
