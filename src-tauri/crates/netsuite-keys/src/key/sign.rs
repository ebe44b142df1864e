//! Signing with a private key, and the proof that it signs.

use aws_lc_rs::rand::{SecureRandom, SystemRandom};
use aws_lc_rs::signature::{self as aws, EcdsaKeyPair, EcdsaSigningAlgorithm, RsaEncoding};
use aws_lc_rs::{rsa, signature::VerificationAlgorithm};

use super::{Algorithm, KeyType, PrivateKey};
use crate::{Error, Result};

impl PrivateKey {
    /// Signs a random message and verifies it with the public half.
    ///
    /// Called after a key was read back from a vault: a key that cannot sign must be noticed
    /// before a certificate for it is uploaded. Fails with [`Error::KeyNotReadable`].
    pub fn prove(&self) -> Result<()> {
        let mut message = [0; 32];
        SystemRandom::new()
            .fill(&mut message)
            .map_err(|_| Error::Unexpected("no random numbers from the system"))?;
        let algorithm = self.key_type.algorithms()[0];
        let signature = self.sign(algorithm, &message)?;
        aws::UnparsedPublicKey::new(verification(algorithm), &self.public_key)
            .verify(&message, &signature)
            .map_err(|_| Error::KeyNotReadable)
    }

    /// The signature of `message` in the form JOSE asks for: PSS with a salt as long as the hash,
    /// or the two ECDSA numbers side by side (RFC 7518, 3.4 and 3.5).
    pub fn sign(&self, algorithm: Algorithm, message: &[u8]) -> Result<Vec<u8>> {
        match algorithm {
            _ if !algorithm.fits(self.key_type) => Err(Error::AlgorithmNotForKey),
            Algorithm::Ps256 => self.sign_rsa(&aws::RSA_PSS_SHA256, message),
            Algorithm::Ps384 => self.sign_rsa(&aws::RSA_PSS_SHA384, message),
            Algorithm::Ps512 => self.sign_rsa(&aws::RSA_PSS_SHA512, message),
            Algorithm::Es256 | Algorithm::Es384 | Algorithm::Es512 => {
                self.sign_ec(ecdsa(self.key_type)?, message)
            }
        }
    }

    /// The RSA signature of `message` in the given encoding.
    pub(crate) fn sign_rsa(
        &self,
        encoding: &'static dyn RsaEncoding,
        message: &[u8],
    ) -> Result<Vec<u8>> {
        let key =
            rsa::KeyPair::from_pkcs8(self.pkcs8.expose()).map_err(|_| Error::KeyNotReadable)?;
        let mut signature = vec![0; key.public_modulus_len()];
        key.sign(encoding, &SystemRandom::new(), message, &mut signature)
            .map_err(|_| Error::KeyNotReadable)?;
        Ok(signature)
    }

    /// The ECDSA signature of `message` in the given curve, hash and form.
    pub(crate) fn sign_ec(
        &self,
        algorithm: &'static EcdsaSigningAlgorithm,
        message: &[u8],
    ) -> Result<Vec<u8>> {
        EcdsaKeyPair::from_pkcs8(algorithm, self.pkcs8.expose())
            .map_err(|_| Error::KeyNotReadable)?
            .sign(&SystemRandom::new(), message)
            .map(|signature| signature.as_ref().to_vec())
            .map_err(|_| Error::KeyNotReadable)
    }
}

/// How AWS-LC calls the curve together with its hash and the raw form of the signature.
pub(super) fn ecdsa(key_type: KeyType) -> Result<&'static EcdsaSigningAlgorithm> {
    match key_type {
        KeyType::P256 => Ok(&aws::ECDSA_P256_SHA256_FIXED_SIGNING),
        KeyType::P384 => Ok(&aws::ECDSA_P384_SHA384_FIXED_SIGNING),
        KeyType::P521 => Ok(&aws::ECDSA_P521_SHA512_FIXED_SIGNING),
        KeyType::Rsa3072 | KeyType::Rsa4096 => Err(Error::AlgorithmNotForKey),
    }
}

/// How a signature of this algorithm is verified.
pub(crate) fn verification(algorithm: Algorithm) -> &'static dyn VerificationAlgorithm {
    match algorithm {
        Algorithm::Ps256 => &aws::RSA_PSS_2048_8192_SHA256,
        Algorithm::Ps384 => &aws::RSA_PSS_2048_8192_SHA384,
        Algorithm::Ps512 => &aws::RSA_PSS_2048_8192_SHA512,
        Algorithm::Es256 => &aws::ECDSA_P256_SHA256_FIXED,
        Algorithm::Es384 => &aws::ECDSA_P384_SHA384_FIXED,
        Algorithm::Es512 => &aws::ECDSA_P521_SHA512_FIXED,
    }
}
