//! Parses, verifies and signs JSON Web Tokens in compact form (RFC 7515, 7518, 7519).
//!
//! Written on aws-lc-rs alone, which verifies exactly what the RFCs demand: a PSS salt as long as the
//! hash, and ECDSA signatures as R and S side by side. It knows no rule of NetSuite's.

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::KeyPair;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ECDSA_P521_SHA512_FIXED, KeyPair as _,
    RSA_PSS_2048_8192_SHA256, RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512, RSA_PSS_SHA256,
    UnparsedPublicKey, VerificationAlgorithm,
};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Map, Value};

use crate::certificate::PublicKey;

/// The algorithms that NetSuite lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Ps256,
    Ps384,
    Ps512,
    Es256,
    Es384,
    Es512,
}

/// A parsed token. Nothing in it is true before [`Jws::is_signed_by`] says so.
#[derive(Debug)]
pub(crate) struct Jws {
    pub(crate) header: Map<String, Value>,
    pub(crate) claims: Map<String, Value>,
    signed: String,
    signature: Vec<u8>,
}

impl Algorithm {
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "PS256" => Self::Ps256,
            "PS384" => Self::Ps384,
            "PS512" => Self::Ps512,
            "ES256" => Self::Es256,
            "ES384" => Self::Es384,
            "ES512" => Self::Es512,
            _ => return None,
        })
    }
}

impl Jws {
    /// Parses a compact token; `None` when it is malformed.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (signed, signature) = text.rsplit_once('.')?;
        let (header, claims) = signed.split_once('.')?;
        Some(Self {
            header: object(header)?,
            claims: object(claims)?,
            signed: signed.to_owned(),
            signature: Base64UrlUnpadded::decode_vec(signature).ok()?,
        })
    }

    /// Whether the key made the signature with this algorithm. A curve goes with one hash only.
    pub(crate) fn is_signed_by(&self, algorithm: Algorithm, key: &PublicKey) -> bool {
        let (verification, key): (&'static dyn VerificationAlgorithm, _) = match (algorithm, key) {
            (Algorithm::Ps256, PublicKey::Rsa(key)) => (&RSA_PSS_2048_8192_SHA256, key),
            (Algorithm::Ps384, PublicKey::Rsa(key)) => (&RSA_PSS_2048_8192_SHA384, key),
            (Algorithm::Ps512, PublicKey::Rsa(key)) => (&RSA_PSS_2048_8192_SHA512, key),
            (Algorithm::Es256, PublicKey::P256(key)) => (&ECDSA_P256_SHA256_FIXED, key),
            (Algorithm::Es384, PublicKey::P384(key)) => (&ECDSA_P384_SHA384_FIXED, key),
            (Algorithm::Es512, PublicKey::P521(key)) => (&ECDSA_P521_SHA512_FIXED, key),
            _ => return false,
        };
        UnparsedPublicKey::new(verification, key)
            .verify(self.signed.as_bytes(), &self.signature)
            .is_ok()
    }

    /// Whether the practice account itself made it.
    pub(crate) fn is_ours(&self, key: &KeyPair) -> bool {
        self.header.get("alg").and_then(Value::as_str) == Some("PS256")
            && self
                .is_signed_by(Algorithm::Ps256, &PublicKey::Rsa(key.public_key().as_ref().to_vec()))
    }
}

/// Signs claims with PS256. Fails only when aws-lc does.
pub(crate) fn sign(
    key: &KeyPair,
    kid: &str,
    claims: &Value,
) -> Result<String, aws_lc_rs::error::Unspecified> {
    let header = serde_json::json!({ "typ": "JWT", "alg": "PS256", "kid": kid });
    let signed = [&header, claims]
        .map(|part| Base64UrlUnpadded::encode_string(part.to_string().as_bytes()))
        .join(".");
    let mut signature = vec![0; key.public_modulus_len()];
    key.sign(&RSA_PSS_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut signature)?;
    Ok(format!("{signed}.{}", Base64UrlUnpadded::encode_string(&signature)))
}

fn object(part: &str) -> Option<Map<String, Value>> {
    serde_json::from_slice(&Base64UrlUnpadded::decode_vec(part).ok()?).ok()
}
