//! Whether a certificate was signed by its own key.

use aws_lc_rs::signature::{self as aws, VerificationAlgorithm};
use der::asn1::ObjectIdentifier;
use der::{Decode, Encode};

use super::Certificate;

/// What can be said of the signature when a certificate is alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelfSignature {
    /// It names itself as its issuer, and the signature verifies with its own key.
    Verified,
    /// It names itself as its issuer, and the signature does not verify: it was changed.
    Broken,
    /// It names itself as its issuer, by an algorithm that is not verified here.
    Unverified,
    /// Somebody else issued it.
    OfAnother,
}

/// How an RSA signature is padded (RFC 8017).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// PKCS #1 v1.5, as in RS256.
    Pkcs1,
    /// PSS with a salt of so many bytes.
    Salt(u16),
}

impl Certificate {
    /// Whether it names itself as its issuer and its signature verifies with its own key.
    ///
    /// `false` also for signature algorithms that NetSuite certificates do not use. A certificate
    /// of another issuer is no fault: NetSuite asks for none in particular.
    pub fn verify_self_signature(&self) -> bool {
        self.self_signature() == SelfSignature::Verified
    }

    /// What its signature says when only its own key is at hand.
    pub fn self_signature(&self) -> SelfSignature {
        let signed = self.parsed.tbs_certificate();
        if signed.issuer() != signed.subject() {
            return SelfSignature::OfAnother;
        }
        // AWS-LC verifies no shorter and no longer RSA keys.
        let bits = self.modulus_bits().unwrap_or(2048);
        let Some(algorithm) = self.verification().filter(|_| (2048..=8192).contains(&bits)) else {
            return SelfSignature::Unverified;
        };
        let (Ok(message), Some(signature)) = (signed.to_der(), self.parsed.signature().as_bytes())
        else {
            return SelfSignature::Broken;
        };
        let verified = signed.signature() == self.parsed.signature_algorithm()
            && aws::UnparsedPublicKey::new(algorithm, self.verifying_key())
                .verify(&message, signature)
                .is_ok();
        if verified { SelfSignature::Verified } else { SelfSignature::Broken }
    }

    /// How it is signed, as openssl names it; the identifier where the name is not known here.
    pub fn signature_name(&self) -> String {
        let algorithm = self.parsed.signature_algorithm();
        let parameters = || algorithm.parameters.as_ref()?.decode_as().ok();
        match algorithm.oid {
            crate::key::RSASSA_PSS => match parameters() {
                Some(pkcs1::RsaPssParamsOwned { hash, salt_len, .. }) => {
                    let hash = match hash.oid {
                        SHA_1 => "SHA-1".to_owned(),
                        SHA_256 => "SHA-256".to_owned(),
                        SHA_384 => "SHA-384".to_owned(),
                        SHA_512 => "SHA-512".to_owned(),
                        other => other.to_string(),
                    };
                    format!("RSASSA-PSS, {hash}, salt {salt_len}")
                }
                None => "RSASSA-PSS".to_owned(),
            },
            MD5_WITH_RSA => "md5WithRSAEncryption".to_owned(),
            SHA1_WITH_RSA => "sha1WithRSAEncryption".to_owned(),
            SHA256_WITH_RSA => "sha256WithRSAEncryption".to_owned(),
            SHA384_WITH_RSA => "sha384WithRSAEncryption".to_owned(),
            SHA512_WITH_RSA => "sha512WithRSAEncryption".to_owned(),
            ECDSA_WITH_SHA1 => "ecdsa-with-SHA1".to_owned(),
            ECDSA_WITH_SHA256 => "ecdsa-with-SHA256".to_owned(),
            ECDSA_WITH_SHA384 => "ecdsa-with-SHA384".to_owned(),
            ECDSA_WITH_SHA512 => "ecdsa-with-SHA512".to_owned(),
            ED25519 => "Ed25519".to_owned(),
            other => other.to_string(),
        }
    }

    /// Whether its signature rests on a hash that is broken: MD5 or SHA-1.
    pub fn signature_is_outdated(&self) -> bool {
        matches!(
            self.parsed.signature_algorithm().oid,
            MD5_WITH_RSA | SHA1_WITH_RSA | ECDSA_WITH_SHA1
        )
    }

    fn modulus_bits(&self) -> Option<u32> {
        let bits = self.parsed.tbs_certificate().subject_public_key_info();
        let key = pkcs1::RsaPublicKeyRef::from_der(bits.subject_public_key.raw_bytes()).ok()?;
        Some(crate::key::modulus_bits(key.modulus.as_bytes()))
    }

    /// The key as the verifier wants it: one whose type is rsaPss verifies as any RSA key does.
    fn verifying_key(&self) -> &[u8] {
        let info = self.parsed.tbs_certificate().subject_public_key_info();
        match info.algorithm.oid {
            crate::key::RSASSA_PSS => info.subject_public_key.raw_bytes(),
            _ => &self.public_key,
        }
    }

    fn verification(&self) -> Option<&'static dyn VerificationAlgorithm> {
        let algorithm = self.parsed.signature_algorithm();
        match algorithm.oid {
            crate::key::RSASSA_PSS => {
                let parameters = algorithm.parameters.as_ref()?;
                let parameters = parameters.decode_as::<pkcs1::RsaPssParamsOwned>().ok()?;
                match (parameters.hash.oid, parameters.salt_len) {
                    (SHA_256, 32) => Some(&aws::RSA_PSS_2048_8192_SHA256),
                    (SHA_256, 64) => Some(&PSS_SHA256_SALT_64),
                    (SHA_384, 48) => Some(&aws::RSA_PSS_2048_8192_SHA384),
                    (SHA_512, 64) => Some(&aws::RSA_PSS_2048_8192_SHA512),
                    _ => None,
                }
            }
            SHA256_WITH_RSA => Some(&aws::RSA_PKCS1_2048_8192_SHA256),
            SHA384_WITH_RSA => Some(&aws::RSA_PKCS1_2048_8192_SHA384),
            SHA512_WITH_RSA => Some(&aws::RSA_PKCS1_2048_8192_SHA512),
            ECDSA_WITH_SHA256 => match self.key_type().ok()? {
                crate::key::KeyType::P384 => Some(&aws::ECDSA_P384_SHA256_ASN1),
                crate::key::KeyType::P521 => Some(&aws::ECDSA_P521_SHA256_ASN1),
                _ => Some(&aws::ECDSA_P256_SHA256_ASN1),
            },
            ECDSA_WITH_SHA384 => Some(&aws::ECDSA_P384_SHA384_ASN1),
            ECDSA_WITH_SHA512 => Some(&aws::ECDSA_P521_SHA512_ASN1),
            _ => None,
        }
    }
}

static PSS_SHA256_SALT_64: aws::RsaParameters =
    aws::RSA_PSS_2048_8192_SHA256.with_pss_salt_length(aws::RsaPssSaltLength::Custom(64));

// RFC 8017, appendix C; RFC 5758, 3.2; RFC 4055, 2.1.
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA_384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA_512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
const SHA_1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
const MD5_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.4");
const SHA1_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.5");
const SHA256_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const SHA384_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const SHA512_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");
const ECDSA_WITH_SHA1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.1");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ECDSA_WITH_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const ECDSA_WITH_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.4");

impl crate::key::Algorithm {
    /// Whether the certificate's key made a signature in the form that JOSE asks for.
    pub fn verifies(self, certificate: &Certificate, message: &[u8], signature: &[u8]) -> bool {
        let key = aws::UnparsedPublicKey::new(
            crate::key::verification(self),
            certificate.public_key_der(),
        );
        key.verify(message, signature).is_ok()
    }

    /// The padding with which the certificate's RSA key made a signature, where that is another one
    /// than JOSE asks for: PSS with a salt as long as the hash (RFC 7518, 3.5). It is looked for among
    /// those that libraries take by themselves; `None` where none of them fits.
    pub fn other_padding(
        self,
        certificate: &Certificate,
        message: &[u8],
        signature: &[u8],
    ) -> Option<Padding> {
        type Pss = fn() -> aws::RsaParameters;
        let (pkcs1, pss, hash): (_, Pss, u16) = match self {
            Self::Ps256 => (&aws::RSA_PKCS1_2048_8192_SHA256, || aws::RSA_PSS_2048_8192_SHA256, 32),
            Self::Ps384 => (&aws::RSA_PKCS1_2048_8192_SHA384, || aws::RSA_PSS_2048_8192_SHA384, 48),
            Self::Ps512 => (&aws::RSA_PKCS1_2048_8192_SHA512, || aws::RSA_PSS_2048_8192_SHA512, 64),
            Self::Es256 | Self::Es384 | Self::Es512 => return None,
        };
        let fits = |padding: &dyn VerificationAlgorithm| {
            padding.verify_sig(certificate.public_key_der(), message, signature).is_ok()
        };
        if fits(pkcs1) {
            return Some(Padding::Pkcs1);
        }
        // The longest that fits beside the hash and two bytes (RFC 8017, 9.1.1), which is OpenSSL's own
        // choice; none; and the length of SHA-1, which is Java's, or of another hash.
        let modulus = u16::try_from(certificate.modulus_bits()?.div_ceil(8)).ok()?;
        let longest = modulus.checked_sub(hash + 2)?;
        let with_salt =
            |bytes: &u16| fits(&pss().with_pss_salt_length(aws::RsaPssSaltLength::Custom(*bytes)));
        let salts = [longest, 0, 20, 32, 48, 64];
        salts.into_iter().find(with_salt).map(Padding::Salt)
    }
}
