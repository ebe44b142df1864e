//! Whether a certificate was signed by its own key.

use aws_lc_rs::signature::{self as aws, VerificationAlgorithm};
use der::Encode;
use der::asn1::ObjectIdentifier;

use super::Certificate;

impl Certificate {
    /// Whether it names itself as its issuer and its signature verifies with its own key.
    ///
    /// `false` also for signature algorithms that NetSuite certificates do not use. A certificate
    /// of another issuer is no fault: NetSuite asks for none in particular.
    pub fn verify_self_signature(&self) -> bool {
        let signed = self.parsed.tbs_certificate();
        let Some(algorithm) = self.verification() else {
            return false;
        };
        let (Ok(message), Some(signature)) = (signed.to_der(), self.parsed.signature().as_bytes())
        else {
            return false;
        };
        signed.issuer() == signed.subject()
            && signed.signature() == self.parsed.signature_algorithm()
            && aws::UnparsedPublicKey::new(algorithm, &self.public_key)
                .verify(&message, signature)
                .is_ok()
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
const SHA256_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const SHA384_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const SHA512_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");
const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ECDSA_WITH_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const ECDSA_WITH_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.4");
